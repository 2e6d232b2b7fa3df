"""A pasted list of staff: one person a line. Pure.

A line is name, address, role and, if wanted, groups: with commas, semicolons or tabs between, as it comes from a
spreadsheet, a mail or a keyboard. Nothing is guessed; a line that cannot be read says why and stays as it was typed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from heed.lib.typed import clean_line, clean_text
from heed.people.staff.inviting import Newcomer
from heed.people.staff.rules import why_not_given
from heed.roll.reading.faults import Unreadable
from heed.roll.reading.groups import groups as groups_in
from heed.roll.reading.words import email as email_in
from heed.who.groups import GUARDED, Group

MOST_LINES = 500
LONGEST = 100_000
SIGNS = ("\t", ";", ",")
_ALONE = re.compile(r"<?[^\s@,;]+@[^\s@,;]+>?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: somebody to add, or why it cannot be read; a note where something is left out or looks odd."""

    number: int
    text: str
    new: Newcomer | None
    fault: str | None
    note: str | None = None


def read_list(text: str, *, here: Iterable[str]) -> tuple[Line, ...]:
    """Every line that says something. `here` are the addresses of the school's staff."""
    taken = set(here)
    lines = []
    for number, raw in enumerate(clean_text(text).split("\n"), 1):
        if not raw.strip() or _is_heading(raw):
            continue
        line = _read(number, raw.strip(), taken)
        if line.new:
            taken.add(line.new.email)
        lines.append(line)
    return tuple(lines)


def _is_heading(raw: str) -> bool:
    """The first row of a spreadsheet that came along."""
    cells = [cell.casefold() for cell in _cells(raw)]
    return "@" not in raw and bool({"email", "e-mail", "email address", "address"} & set(cells))


def _read(number: int, raw: str, taken: set[str]) -> Line:
    try:
        new, note = _newcomer(_cells(raw), taken)
    except Unreadable as problem:
        said = str(problem)
        return Line(number, raw, None, said[:1].upper() + said[1:])
    return Line(number, raw, new, None, note)


def _cells(raw: str) -> list[str]:
    """Parted by the sign that sets an address apart in the second place; the others may stand within a cell."""
    ways = [
        [clean_line(cell.strip().strip('"')) for cell in raw.split(sign)] for sign in SIGNS if sign in raw
    ]
    found = next((cells for cells in ways if len(cells) > 1 and _ALONE.fullmatch(cells[1])), None)
    return found or (ways[0] if ways else [clean_line(raw)])


def _newcomer(cells: list[str], taken: set[str]) -> tuple[Newcomer, str | None]:
    with_sign = [number for number, cell in enumerate(cells) if "@" in cell]
    if len(with_sign) != 1:
        raise Unreadable(
            "there is no email address in this line. Write name, address, role."
            if not with_sign
            else "there are two email addresses in this line. Give each person a line."
        )
    if with_sign[0] != 1 or not cells[0]:
        raise Unreadable("write the name first, then the address, then the role, with commas between.")
    name, email = cells[0], email_in(cells[1].strip("<>")).lower()
    if len(name) > 200:
        raise Unreadable("this name is longer than 200 characters.")
    if email in taken:
        raise Unreadable("somebody here, or in a line above, has this address already.")
    role = cells[2] if len(cells) > 2 else ""
    wanted = _groups(cells[3:], role)
    if not role and not wanted:
        raise Unreadable("write what they are here: after the address, their role.")
    given = frozenset(wanted) - GUARDED
    role = role or wanted[0].words
    if len(role) > 200:
        raise Unreadable("this role is longer than 200 characters.")
    note = why_not_given(wanted) or (
        None if given else "In no group yet: they can do nothing until they are."
    )
    return Newcomer(email=email, name=name, role=role, groups=given), note


def _groups(cells: list[str], role: str) -> tuple[Group, ...]:
    """The groups that are named; without any, the group that the role itself is called, if it is one."""
    named = [part for cell in cells for part in re.split(r"[+/]| and ", cell) if part.strip()]
    if named:
        return groups_in("; ".join(named))
    try:
        return groups_in(role) if role else ()
    except Unreadable:
        return ()
