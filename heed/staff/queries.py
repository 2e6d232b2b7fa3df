"""Who works here."""

from uuid import UUID

from heed.staff.models import Staff


def staff_by_email(school_id: UUID) -> dict[str, Staff]:
    """Everybody on the staff list of the school, leavers too, by e-mail address in lower case."""
    return {person.email: person for person in Staff.objects.filter(school_id=school_id)}
