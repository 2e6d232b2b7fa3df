"""The shape of what a chronology may be narrowed to."""

from datetime import date, datetime
from uuid import UUID

from django.http import QueryDict

from heed.chronology.queries import Asked
from heed.lib.outcomes import NotSeen
from heed.lib.typed import clean_line, read_number
from heed.lib.whens import read_day

LONGEST_WORDS = 200
NO_WORD = "Type a word that says more, such as “coat”. Signs, words like “the” and words to leave out find nothing alone."
HIGHEST_CATEGORY = 32_767  # what the column holds


def read_asked(typed: QueryDict, *, today: date) -> tuple[Asked, dict[str, str], dict[str, str]]:
    """What was asked, as typed, and what is wrong with it by field."""
    said = {name: clean_line(typed.get(name, "")) for name in ("words", "category", "since")}
    faults: dict[str, str] = {}
    if len(said["words"]) > LONGEST_WORDS:
        faults["words"] = f"Look for fewer words: at most {LONGEST_WORDS} letters."
    category = read_number(said["category"])
    if (said["category"] and category is None) or (category or 0) > HIGHEST_CATEGORY:
        faults["category"], category = "Choose one of the categories.", None
    since = read_day(said["since"], today=today) if said["since"] else None
    if said["since"] and since is None:
        faults["since"] = "This is not a day. Write it like 1 September 2025."
    return Asked("" if "words" in faults else said["words"], category, since), said, faults


def read_search(typed: QueryDict, *, today: date) -> tuple[Asked, dict[str, str], dict[str, str]]:
    """The same for a search in the whole school, which needs words to look for."""
    asked, said, faults = read_asked(typed, today=today)
    if not said["words"]:
        faults = {"words": "Type a word to look for."} | faults
    return asked, said, faults


def say_place(occurred_at: datetime, item_id: UUID) -> str:
    """Where a list goes on, as a form carries it."""
    return f"{occurred_at.isoformat()} {item_id}"


def read_place(typed: str) -> tuple[datetime, UUID] | None:
    """Where a list goes on; None for its beginning.

    Raises:
        NotSeen: when no page of ours says it like that.
    """
    if not typed:
        return None
    try:
        at, item_id = typed.split(" ")
        place = datetime.fromisoformat(at), UUID(item_id)
    except ValueError:
        raise NotSeen from None
    if place[0].tzinfo is None:
        raise NotSeen
    return place
