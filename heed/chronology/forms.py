"""The shape of what a chronology may be narrowed to."""

from datetime import date

from django.http import QueryDict

from heed.chronology.queries import Asked
from heed.lib.typed import clean_line
from heed.lib.whens import read_day

LONGEST_WORDS = 200


def read_asked(typed: QueryDict, *, today: date) -> tuple[Asked, dict[str, str], dict[str, str]]:
    """What was asked, as typed, and what is wrong with it by field."""
    said = {name: clean_line(typed.get(name, "")) for name in ("words", "category", "since")}
    faults: dict[str, str] = {}
    if len(said["words"]) > LONGEST_WORDS:
        faults["words"] = f"Look for fewer words: at most {LONGEST_WORDS} letters."
    category = int(said["category"]) if said["category"].isascii() and said["category"].isdigit() else None
    if (said["category"] and category is None) or (category or 0) > 30_000:
        faults["category"], category = "Choose one of the categories.", None
    since = read_day(said["since"], today=today) if said["since"] else None
    if said["since"] and since is None:
        faults["since"] = "This is not a day. Write it like 1 September 2025."
    return Asked("" if "words" in faults else said["words"], category, since), said, faults
