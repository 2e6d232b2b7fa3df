"""What every table with a school shares. The same on one PostgreSQL and spread over many."""

from typing import Any, ClassVar, Self, TypeVar
from uuid import UUID

from django.db import models

from heed.lib.holds import PLAIN, Holds
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import in_scope
from heed.tenancy.shut import ShutQuerySet

Rows = TypeVar("Rows", bound="models.QuerySet[Any]")


class TenantForeignKey(models.ForeignKey[Any, Any]):
    """A link to a row of the same school: one column in Python, two in the database.

    Every join also says that both rows are of one school; `TenantTables` makes the composite constraint and
    its index. No way back from the other side, so that nobody walks into a shut table from an open one.
    """

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **options: Any) -> None:
        options["db_constraint"] = False
        options.setdefault("db_index", False)
        options.setdefault("related_name", "+")
        super().__init__(to, on_delete, **options)

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> Any:
        """Adds `there.school_id = here.school_id` to the join."""
        there: Any = self.related_model._meta.get_field("school")
        here: Any = self.model._meta.get_field("school")
        return there.get_lookup("exact")(there.get_col(alias), here.get_col(related_alias))

    def get_extra_descriptor_filter(self, instance: models.Model) -> dict[str, Any]:
        """Following the link asks within the school of the row it starts from."""
        return {"school_id": instance.school_id}  # type: ignore[attr-defined]  # every tenant row has one


class _NewRows:
    """Rows that are new are not looked for: nothing is narrowed for them. The database still refuses another school's."""

    model: Any
    _db: Any
    _queryset_class: Any

    def create(self, **values: Any) -> Any:
        """One row."""
        return self._queryset_class(self.model, using=self._db).create(**values)

    def bulk_create(self, *args: Any, **options: Any) -> Any:
        """Many rows."""
        return self._queryset_class(self.model, using=self._db).bulk_create(*args, **options)


class TenantManager(_NewRows, models.Manager[Any]):
    """Says the schools in scope as constants, so that one shard and one index answer."""

    def get_queryset(self) -> models.QuerySet[Any]:
        """All rows of the schools in scope; outside a scope the compiler refuses the query."""
        return _within_scope(super().get_queryset())


class TenantModel(models.Model):
    """A row that belongs to one school. Key (school, id) in the database, `id` alone in Python."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey("schools.School", models.PROTECT, related_name="+", db_index=False)
    school_id: UUID

    objects: ClassVar[models.Manager[Self]] = TenantManager()

    under_the_wall: ClassVar[bool] = True
    holds: ClassVar[dict[str, Holds]] = {}
    keys: ClassVar[dict[str, Holds]] = {"id": PLAIN, "school": PLAIN}

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any) -> Any:
        """Keep the school in WHERE and out of SET: it never changes, and spread tables refuse to set it."""
        base_qs = base_qs.filter(school_id=self.school_id)
        values = [value for value in values if value[0].attname != "school_id"]
        return super()._do_update(base_qs, using, pk_val, values, *rest)


class ShutManager(_NewRows, models.Manager[Any]):
    """Starts every query shut and within the schools in scope."""

    _queryset_class = ShutQuerySet

    def get_queryset(self) -> ShutQuerySet:
        """Rows that a doorway still has to open."""
        return _within_scope(ShutQuerySet(self.model, using=self._db))


class ShutModel(TenantModel):
    """A row about a child. Read it through a doorway (`seen_by`, `for_job`), or not at all."""

    objects: ClassVar[ShutManager] = ShutManager()
    shut: ClassVar[bool] = True

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any) -> Any:
        """A row already in hand came through a doorway: writing it back needs no second one."""
        return super()._do_update(base_qs.opened("its own row"), using, pk_val, values, *rest)


def _within_scope(rows: Rows) -> Rows:
    ids = in_scope()
    if ids is None:
        return rows
    return rows.filter(school_id=ids[0]) if len(ids) == 1 else rows.filter(school_id__in=ids)
