"""Which schools there are."""

from uuid import UUID

from heed.lib.outcomes import NotSeen
from heed.schools.models import School


def school_named(name: str) -> School:
    """The school with this name, whatever its case.

    Raises:
        NotSeen: when there is none.
    """
    found = School.objects.filter(name__iexact=name.strip()).first()
    if found is None:
        raise NotSeen
    return found


def school_names() -> tuple[str, ...]:
    """The names of all schools, in order."""
    return tuple(School.objects.order_by("name").values_list("name", flat=True))


def trust_names() -> tuple[str, ...]:
    """The names of all trusts that have a school; "" stands for schools without one."""
    rows = School.objects.values_list("trust__name", flat=True)
    return tuple(sorted({name or "" for name in rows}))


def school_ids() -> tuple[UUID, ...]:
    """All schools, the oldest first."""
    return tuple(School.objects.order_by("id").values_list("id", flat=True))


def name_and_slug(school_id: UUID) -> tuple[str, str]:
    """What this school is called, in words and in its address."""
    return School.objects.values_list("name", "slug").get(pk=school_id)
