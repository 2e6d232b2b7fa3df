"""What is written in one cell becomes a value, or Unreadable says in words what to write. Nothing is guessed.

A message repeats what was written only where it cannot be a name that slipped into the wrong column.
"""

import re
from datetime import date

from stdnum.gb.upn import calc_check_digit

from heed.roll.reading.faults import Unreadable
from heed.roll.reading.values import LAST_YEAR, NURSERY, RECEPTION

OLDEST = 25
"""Years of age. Education, health and care plans end at 25."""

LAST_DAY = 31
UPN_LENGTH = 13
LONGEST_PHONE = 40

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = {word: number for words in (_MONTHS, _LONG_MONTHS) for number, word in enumerate(words, 1)} | {
    "sept": 9
}

_MIDNIGHT = re.compile(r"[ t]0?0:00(:00(\.0+)?)?$")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})")
_WORDED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)[ ,-]{1,2}([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/. -](?:[0-9]{1,2}|[a-z]+)[/. -][0-9]{2}")
_WRITE_DATE = "Write it as 14/03/2017."

_RECEPTION = {"r", "rec", "reception", "receptionyear", "yearr", "yr", "yrr", "fs2", "f2", "foundation2"}
_NURSERY = {"n", "n1", "n2", "nursery", "nursery1", "nursery2", "yearn", "yn", "fs1", "f1", "foundation1"}
_NUMBERED = re.compile(r"(?:nc)?(?:year|yr|y)?0*([0-9]{1,2})")
_WRITE_YEAR = f"Write Nursery, Reception, or a number from 1 to {LAST_YEAR}."

_SEXES = {
    **dict.fromkeys(("f", "female", "girl"), "F"),
    **dict.fromkeys(("m", "male", "boy"), "M"),
    **dict.fromkeys(("x", "u", "unknown", "notknown", "other", "unspecified", "notspecified"), "X"),
}

# The letters of a UPN leave out I, O and S (DfE, Unique pupil numbers: guide, "structure of the UPN").
_UPN_LETTER = "[A-HJ-NP-RT-Z]"
_UPN = re.compile(f"{_UPN_LETTER}[0-9]{{11}}(?:[0-9]|{_UPN_LETTER})")
_WRITE_UPN = "Copy it again from the school's system, or leave the cell empty."

_LOCAL = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(rf"(?=[^@]{{1,64}}@){_LOCAL}@(?:{_LABEL}\.)+(?=[a-z]){_LABEL}", re.IGNORECASE | re.ASCII)


def date_of_birth(text: str, *, today: date) -> date:
    """The day a child was born: not after today, and not of a person older than 25."""
    born_on = _day(text)
    if born_on > today:
        raise Unreadable(f"{text} has not come yet. Check the year.")
    if _age(born_on, today) > OLDEST:
        raise Unreadable(f"{text} would make this child older than {OLDEST}. Check the year.")
    return born_on


def _day(text: str) -> date:
    bare = _MIDNIGHT.sub("", text.lower())
    if _SHORT_YEAR.fullmatch(bare):
        raise Unreadable(
            f"{_shown_date(text)} can be read in more than one way. Write the year in full: 14/03/2017."
        )
    year, month, day = _numbers(bare)
    try:
        return date(year, month, day)
    except ValueError:
        pass
    if _month_first(bare):
        raise Unreadable(f"{text} has the month first. Write the day first in every row, as in 14/03/2017.")
    raise Unreadable(f"{_shown_date(text)} is not a date. {_WRITE_DATE}")


def _month_first(bare: str) -> bool:
    found = _DAY_FIRST.fullmatch(bare)
    return found is not None and 1 <= int(found[1]) <= len(_MONTHS) < int(found[3]) <= LAST_DAY


def _numbers(bare: str) -> tuple[int, int, int]:
    """Year, month and day as written; noughts, which are no date, where they are not written as one."""
    if found := _DAY_FIRST.fullmatch(bare):
        return int(found[4]), int(found[3]), int(found[1])
    if found := _YEAR_FIRST.fullmatch(bare):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _WORDED.fullmatch(bare):
        return int(found[3]), _MONTH.get(found[2], 0), int(found[1])
    return 0, 0, 0


def _age(born_on: date, today: date) -> int:
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def year_group(text: str) -> int:
    """The National Curriculum year."""
    key = re.sub(r"[\s._]", "", text.casefold())
    if key in _RECEPTION:
        return RECEPTION
    if key in _NURSERY or key == str(NURSERY):
        return NURSERY
    found = _NUMBERED.fullmatch(key)
    if found and int(found[1]) <= LAST_YEAR:
        return int(found[1])
    raise Unreadable(
        f"{_shown(text, r'(?:year|yr|y)?[ -]?[0-9][0-9/. -]{0,11}')} is not a year group. {_WRITE_YEAR}"
    )


def sex(text: str) -> str:
    """F, M or X."""
    key = re.sub(r"[\W_]+", "", text.casefold())
    if key not in _SEXES:
        raise Unreadable(
            f"{_shown(text, '.')} is not one of the three. Write F, M, or X for unknown or other."
        )
    return _SEXES[key]


def upn(text: str) -> str:
    """A unique pupil number, permanent or temporary, whose check letter is right.

    The three figures of the authority are not looked up: councils are still being joined and split.
    """
    number = text.replace(" ", "").upper()
    shown = _shown(number, "(?=(?:.*[0-9]){6})[A-Z0-9]{1,20}")
    if len(number) != UPN_LENGTH:
        raise Unreadable(f"{shown} has {len(number)} characters and a UPN has {UPN_LENGTH}. {_WRITE_UPN}")
    if not _UPN.fullmatch(number):
        raise Unreadable(
            f"{shown} is not a UPN: one letter, then 12 figures, of which the last may be a letter; "
            f"never I, O or S. {_WRITE_UPN}"
        )
    if calc_check_digit(number[1:]) != number[0]:
        raise Unreadable(f"{shown} has a slip in it: its first letter does not fit the rest. {_WRITE_UPN}")
    return number


def email(text: str) -> str:
    """An e-mail address as typed. The message does not repeat it: addresses are made of names."""
    if not _EMAIL.fullmatch(text):
        raise Unreadable(
            "this is not an e-mail address. Write one address and nothing else, as in name@school.example."
        )
    return text


def phone(text: str) -> str:
    """A telephone number as the school writes it, with any words beside it; at most 40 characters."""
    if len(text) > LONGEST_PHONE:
        raise Unreadable(f"this has {len(text)} characters. Write no more than {LONGEST_PHONE}.")
    if re.fullmatch(r"[0-9][.,][0-9]+e\+?[0-9]+", text.lower()):
        raise Unreadable("a spreadsheet lost figures of this number. Make the column text and type it again.")
    return text


def _shown(text: str, harmless: str) -> str:
    """The text itself where it is surely no name, else words for it."""
    return f"“{text}”" if re.fullmatch(harmless, text, re.IGNORECASE) else "what is written here"


def _shown_date(text: str) -> str:
    """A date as written, unless words other than months are in it."""
    odd = set(re.findall(r"[^\W\d_]+", text.lower())) - _MONTH.keys() - {"st", "nd", "rd", "th", "t"}
    return text if not odd and re.fullmatch("[0-9A-Za-z/.,: -]{1,30}", text) else "what is written here"
