"""The tables of children."""

from typing import Any, ClassVar

from django.db import models

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.holds import PERSONAL, PLAIN
from heed.staff.models import Staff
from heed.tenancy.models import ShutManager, ShutModel, TenantForeignKey, TenantModel
from heed.tenancy.shut import ShutQuerySet
from heed.who.need_to_know import Looker, children_named_to, children_open_to
from heed.who.viewer import Viewer


class SchoolClass(TenantModel):
    """One row is a class or tutor group: those a child is registered in."""

    name = models.CharField(max_length=60)
    sort_key = models.CharField(max_length=60)

    holds = {"name": PLAIN, "sort_key": PLAIN}

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["school", "name"], name="class_name_once_in_a_school")]


class Teaching(TenantModel):
    """One row says that a member of staff has a class."""

    staff = TenantForeignKey(Staff)
    school_class = TenantForeignKey(SchoolClass)

    holds = {"staff": PLAIN, "school_class": PLAIN}

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "staff", "school_class"], name="teaching_once_for_each_class"
            )
        ]


class PupilManager(ShutManager):
    """The doorways to children."""

    def named_to(self, viewer: Looker) -> ShutQuerySet:
        """Children whose name this person may be shown while recording."""
        return self.get_queryset().filter(children_named_to(viewer)).opened("named_to")

    def open_to(self, viewer: Looker) -> ShutQuerySet:
        """Children whose page this person may open."""
        return self.get_queryset().filter(children_open_to(viewer)).opened("open_to")

    def for_job(self, by: Viewer, *, why: str) -> ShutQuerySet:
        """Every child of the schools in scope, for work that shows nobody anything. Leaves a mark."""
        record(by, Event.READ_BY_JOB, Kind.CHILD, why=why)
        return self.get_queryset().opened("for_job")


class Pupil(ShutModel):
    """One row is one child, on the roll or once on it. Names as used and as the law has them."""

    school_class = TenantForeignKey(SchoolClass, null=True)
    upn = models.CharField(max_length=13, blank=True)
    given = models.CharField(max_length=100)
    family = models.CharField(max_length=100)
    legal_given = models.CharField(max_length=100)
    legal_family = models.CharField(max_length=100)
    former_family = models.CharField(max_length=100, blank=True)
    born_on = models.DateField()
    year = models.SmallIntegerField()
    sex = models.CharField(max_length=1)
    sort_key = models.CharField(max_length=300)
    left_on = models.DateField(null=True)

    objects: ClassVar[PupilManager] = PupilManager()

    holds = {
        "school_class": PERSONAL,
        "upn": PERSONAL,
        "given": PERSONAL,
        "family": PERSONAL,
        "legal_given": PERSONAL,
        "legal_family": PERSONAL,
        "former_family": PERSONAL,
        "born_on": PERSONAL,
        "year": PERSONAL,
        "sex": PERSONAL,
        "sort_key": PERSONAL,
        "left_on": PERSONAL,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "upn"], condition=~models.Q(upn=""), name="pupil_upn_once_in_a_school"
            ),
            models.CheckConstraint(
                condition=models.Q(year__gte=-2, year__lte=15), name="pupil_year_from_nursery_to_sixth_form"
            ),
        ]

    @property
    def name(self) -> str:
        """As the child is called."""
        return f"{self.given} {self.family}"


class FoundByName(ShutManager):
    """Name keys are met only inside a query for children that has passed its own doorway."""

    def to_narrow(self) -> ShutQuerySet:
        """Keys for an `Exists` within a query for children."""
        return self.get_queryset().opened("to narrow a query for children")

    def for_job(self, by: Viewer, *, why: str) -> ShutQuerySet:
        """Keys to be made anew when names change."""
        record(by, Event.READ_BY_JOB, Kind.CHILD, why=why)
        return self.get_queryset().opened("for_job")


class NameKey(ShutModel):
    """One row is one folded part of one of a child's names, so that any part finds the child by a range."""

    pupil = TenantForeignKey(Pupil)
    key = models.CharField(max_length=100)

    objects: ClassVar[FoundByName] = FoundByName()

    holds = {"pupil": PLAIN, "key": PERSONAL}

    class Meta(ShutModel.Meta):
        indexes = [models.Index(fields=["school", "key", "pupil"], name="namekey_range_ix")]


class ChildTieManager(ShutManager):
    """Rows that belong to a child and are reached through the child."""

    def of(self, pupil: Pupil) -> ShutQuerySet:
        """The rows of a child somebody already holds: holding the child is having passed its doorway."""
        return self.get_queryset().filter(school_id=pupil.school_id, pupil_id=pupil.pk).opened("of")

    def for_job(self, by: Viewer, *, why: str) -> ShutQuerySet:
        """Every row of the schools in scope, for work that shows nobody anything. Leaves a mark."""
        record(by, Event.READ_BY_JOB, Kind.CHILD, why=why)
        return self.get_queryset().opened("for_job")

    def to_narrow(self) -> ShutQuerySet:
        """Ties for an `Exists` within a query for children that has passed its own doorway."""
        return self.get_queryset().opened("to narrow a query for children")

    def to_build_viewers(self) -> ShutQuerySet:
        """For `access`, which turns ties into a viewer's plain values."""
        return self.get_queryset().opened("to build viewers")


class Contact(ShutModel):
    """One row is an adult to reach about a child, in the order the school calls them."""

    pupil = TenantForeignKey(Pupil)
    position = models.SmallIntegerField()
    name = models.CharField(max_length=200)
    relationship = models.CharField(max_length=100, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)

    objects: ClassVar[ChildTieManager] = ChildTieManager()

    holds: ClassVar[dict[str, Any]] = {
        "pupil": PLAIN,
        "position": PLAIN,
        "name": PERSONAL,
        "relationship": PERSONAL,
        "phone": PERSONAL,
        "email": PERSONAL,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "pupil", "position"], name="contact_one_at_each_position"
            )
        ]


class OneToOne(ShutModel):
    """One row says that an adult works with one child in particular."""

    staff = TenantForeignKey(Staff)
    pupil = TenantForeignKey(Pupil)

    objects: ClassVar[ChildTieManager] = ChildTieManager()

    holds = {"staff": PLAIN, "pupil": PLAIN}

    class Meta(ShutModel.Meta):
        constraints = [models.UniqueConstraint(fields=["school", "staff", "pupil"], name="onetoone_once")]
