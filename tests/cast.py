"""The cast: named people in two schools. Each test is a sentence about one of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.test import Client

from heed.access.actions import bar, set_up_groups
from heed.access.queries import viewer_for
from heed.accounts.models import Membership, User
from heed.incidents.actions import Account, record_incident
from heed.lib.names import folded, parts, sort_key
from heed.pupils.models import NameKey, OneToOne, Pupil, SchoolClass, Teaching
from heed.records.actions import open_files
from heed.schools.actions import add_school
from heed.staff.actions import give_account, put_on_staff
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.groups import Group
from heed.who.viewer import Viewer, on_the_server

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    """Somebody who works in a school, as the tests know them before the database does."""

    key: str
    name: str
    role: str
    groups: tuple[Group, ...]
    school: str = "oakfield"
    class_name: str = ""
    elevated: bool = False


HEAD = Person("head", "Priya Nair", "Head", (Group.HEAD,), elevated=True)
LEAD = Person("lead", "Helen Marsh", "DSL", (Group.DSL,), elevated=True)
LEAD_BY_PASSWORD = Person("lead_by_password", "Omar Said", "Deputy DSL", (Group.DEPUTY,))
SENIOR_LEADER = Person("slt", "Grace Adeyemi", "Year 4 leader", (Group.SLT,), elevated=True)
SENCO = Person("senco", "Ruth Ellis", "SENCo", (Group.SENCO,), elevated=True)
TEACHER = Person("teacher", "Katie Lowther", "Class teacher", (Group.TEACHER,), class_name="Willow")
OTHER_TEACHER = Person(
    "other", "Aisha Rahman", "Class teacher", (Group.TEACHER,), class_name="Hazel", elevated=True
)
ASSISTANT = Person("ta", "Tom Ellery", "Teaching assistant", (Group.TEACHING_ASSISTANT,), elevated=True)
OFFICE = Person("office", "Sandra Bell", "Office", (Group.OFFICE,))
ADMINISTRATOR = Person("admin", "Ian Cole", "IT manager", (Group.ADMIN,), elevated=True)
LEAD_WHO_IS_THE_PARENT = Person("parent", "Rachel Thornton", "Deputy DSL", (Group.DEPUTY,), elevated=True)
LEAD_ELSEWHERE = Person("elsewhere", "Martin Webb", "DSL", (Group.DSL,), school="riverside", elevated=True)
TEACHER_ELSEWHERE = Person(
    "teacher_elsewhere", "Joan Pike", "Tutor", (Group.TEACHER,), school="riverside", class_name="7A"
)

CAST = (
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    SENIOR_LEADER,
    SENCO,
    TEACHER,
    OTHER_TEACHER,
    ASSISTANT,
    OFFICE,
    ADMINISTRATOR,
    LEAD_WHO_IS_THE_PARENT,
    LEAD_ELSEWHERE,
    TEACHER_ELSEWHERE,
)


@dataclass
class Town:
    """Two schools as the tests find them. Maisie is Rachel Thornton's daughter."""

    oakfield: UUID
    riverside: UUID
    staff: dict[str, UUID] = field(default_factory=dict)
    users: dict[str, UUID] = field(default_factory=dict)
    pupils: dict[str, UUID] = field(default_factory=dict)

    def school_of(self, who: Person) -> UUID:
        return self.oakfield if who.school == "oakfield" else self.riverside

    def viewer(self, who: Person, *, at: datetime = NOW, elevated: bool | None = None) -> Viewer:
        """Built as a request builds it."""
        with schools(self.school_of(who)):
            found = viewer_for(
                self.users[who.key],
                self.school_of(who),
                elevated=who.elevated if elevated is None else elevated,
                at=at,
                origin="test",
            )
        assert found is not None
        return found

    def client(self, who: Person, *, elevated: bool | None = None) -> Client:
        """A browser in which this person has signed in, with a second factor where they have one."""
        client = Client()
        client.force_login(User.objects.get(pk=self.users[who.key]), "heed.accounts.backends.SchoolBackend")
        if who.elevated if elevated is None else elevated:
            session = client.session
            session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
            session["account_authentication_methods_user"] = str(self.users[who.key])
            session.save()
        return client

    def entry(
        self,
        writer: Person = TEACHER,
        about: str = "maisie",
        categories: Iterable[int] = (Default.CONCERN,),
        *,
        account: str = "Came in at 8.50 without a coat. It was 3 degrees outside.",
        at: datetime = NOW,
        token: UUID | None = None,
    ) -> UUID:
        """An entry, recorded as its writer would."""
        said = Account(
            pupil_id=self.pupils[about],
            account=account,
            categories=frozenset(categories),
            occurred_at=at - timedelta(hours=1),
        )
        viewer = self.viewer(writer, at=at)
        with schools(viewer.school_id):
            return record_incident(viewer, said, token=token or uuid7())


def build_town() -> Town:
    """Everybody and everything, through the same actions as the product's own."""
    town = Town(
        oakfield=add_school("Oakfield Primary School", trust="Kestrel Learning Trust", now=NOW),
        riverside=add_school("Riverside Academy", trust="Kestrel Learning Trust", now=NOW),
    )
    for school in (town.oakfield, town.riverside):
        with schools(school):
            open_files(on_the_server(school, at=NOW))
    _children(town)
    for person in CAST:
        _hire(town, person)
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        bar(by, town.staff["parent"], town.pupils["maisie"], why="relative")
        OneToOne.objects.create(
            school_id=town.oakfield, staff_id=town.staff["ta"], pupil_id=town.pupils["kacper"]
        )
    return town


_CHILDREN = {
    "maisie": ("oakfield", "Maisie", "Thornton", 4, "Willow"),
    "maisie_thorne": ("oakfield", "Maisie", "Thorne", 1, "Acorn"),
    "kacper": ("oakfield", "Kacper", "Nowicki", 4, "Willow"),
    "zoe": ("oakfield", "Zoë", "O’Neill-Ward", 3, "Hazel"),
    "elsewhere": ("riverside", "Maisie", "Thornton", 7, "7A"),
}


def _children(town: Town) -> None:
    for key, (school, given, family, year, class_name) in _CHILDREN.items():
        school_id = town.oakfield if school == "oakfield" else town.riverside
        with schools(school_id):
            klass, _ = SchoolClass.objects.get_or_create(
                school_id=school_id, name=class_name, defaults={"sort_key": folded(class_name)}
            )
            pupil = Pupil.objects.create(
                school_id=school_id,
                school_class=klass,
                given=given,
                family=family,
                legal_given=given,
                legal_family=family,
                born_on=date(2026 - 5 - year, 3, 14),
                year=year,
                sex="F",
                sort_key=sort_key(family, given),
            )
            for part in parts(f"{given} {family}"):
                NameKey.objects.create(school_id=school_id, pupil=pupil, key=part)
            town.pupils[key] = pupil.pk


def _hire(town: Town, person: Person) -> None:
    school_id = town.school_of(person)
    with schools(school_id):
        by = on_the_server(school_id, at=NOW)
        email = f"{person.key}@{person.school}.example"
        staff_id, _ = put_on_staff(by, email=email, name=person.name, role=person.role)
        set_up_groups(by, staff_id, person.groups, why="The cast")
        user = User.objects.create(email=email, name=person.name)
        Membership.objects.create(user=user, school_id=school_id)
        give_account(by, staff_id, user.pk)
        if person.class_name:
            klass = SchoolClass.objects.get(name=person.class_name)
            Teaching.objects.create(school_id=school_id, staff_id=staff_id, school_class=klass)
    town.staff[person.key], town.users[person.key] = staff_id, user.pk
