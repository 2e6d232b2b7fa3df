"""The shape of what a chronology may be narrowed to."""

from datetime import date

from django.http import QueryDict

from heed.chronology.queries import Asked
from heed.lib.typed import clean_line, read_number
from heed.lib.whens import read_day

LONGEST_WORDS = 200
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
