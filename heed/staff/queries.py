"""Who works here."""

from uuid import UUID

from heed.staff.models import Signature, Staff


def staff_by_email(school_id: UUID) -> dict[str, Staff]:
    """Everybody on the staff list of the school, leavers too, by e-mail address in lower case."""
    return {person.email: person for person in Staff.objects.filter(school_id=school_id)}


def latest_signatures(school_id: UUID) -> dict[UUID, Signature]:
    """The signature now in force, by member of staff."""
    rows = Signature.objects.filter(school_id=school_id, staff__isnull=False).order_by(
        "staff_id", "-since", "-id"
    )
    return {row.staff_id: row for row in rows.distinct("staff_id") if row.staff_id}


def staff_of_user(user_id: UUID, school_id: UUID) -> Staff | None:
    """The user's row in this school."""
    return Staff.objects.filter(school_id=school_id, user_id=user_id).first()
