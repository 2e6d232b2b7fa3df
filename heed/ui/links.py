"""Links between parts that may not all be there."""

from uuid import UUID

from django.urls import NoReverseMatch, reverse


def if_there(name: str, *args: UUID) -> str | None:
    """The address of a page that another part brings along; None where that part is missing."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return None
