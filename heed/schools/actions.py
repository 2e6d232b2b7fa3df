"""Adding schools."""

from datetime import datetime
from uuid import UUID

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.schools.models import School, Trust
from heed.schools.rules import slug_for
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server


def add_school(name: str, *, trust: str | None, now: datetime) -> UUID:
    """Add a school, and its trust when that is new. Its first mark is its own beginning."""
    belongs_to = Trust.objects.get_or_create(name=trust)[0] if trust else None
    taken = set(School.objects.values_list("slug", flat=True))
    school = School(name=name, trust=belongs_to, slug=slug_for(name, taken))
    with schools(school.pk):
        school.save()
        record(on_the_server(school.pk, at=now), Event.SCHOOL_ADDED, Kind.SCHOOL, school.pk)
    return school.pk
