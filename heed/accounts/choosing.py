"""Which of their schools somebody is in: kept in the session, chosen by a page, an address or a link in a mail."""

from typing import Any

from django.http import HttpRequest

from heed.accounts.queries import Workplace
from heed.lib.outcomes import NotSeen

CHOSEN = "school"


def choose(request: HttpRequest, slug: str) -> Workplace:
    """From now on this session is in the school with this word in its address.

    Raises:
        NotSeen: when it is no school of theirs. Whether there is such a school is not said.
    """
    mine: Any = getattr(request, "workplaces", ())
    found: Workplace | None = next((one for one in mine if one.slug == slug), None)
    if found is None:
        raise NotSeen
    if request.session.get(CHOSEN) != str(found.school_id):
        request.session[CHOSEN] = str(found.school_id)
    return found
