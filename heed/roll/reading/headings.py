"""Which column stands where: the first line of a file that is not blank."""

from collections.abc import Sequence
from dataclasses import dataclass

from heed.lib.names import listed
from heed.roll.reading.columns import (
    OF_CHILDREN,
    OF_STAFF,
    Column,
    column_called,
    plain,
    staff_column_called,
)
from heed.roll.reading.faults import Faults, Unreadable
from heed.roll.reading.text import clean

Found = dict[str, list[int]]

FEWEST_KNOWN = 2
"""Headings. One could be by chance a word in the first row of a file that has no header."""

_NO_HEADER = (
    "the first line must say what the columns are, and this one does not. Begin the file with a line "
    "such as: UPN, Legal forename, Legal surname, Date of birth, Year, Class, Sex."
)
_IN_USE = ((Column.LEGAL_GIVEN, Column.GIVEN), (Column.LEGAL_FAMILY, Column.FAMILY))


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each known column stands."""

    line: int
    places: dict[str, int]
    named: frozenset[int]
    """Places that have a heading, known or not."""
    width: int
    ignored: tuple[str, ...]

    def any_of(self, columns: Sequence[str]) -> bool:
        """Whether the file has one of these columns."""
        return any(column in self.places for column in columns)


def how_many_known(cells: Sequence[str]) -> int:
    """How many cells of a line are headings Heed knows."""
    return sum(bool(column_called(cell) or staff_column_called(cell)) for cell in cells)


def read_headings(cells: Sequence[str], *, line: int, faults: Faults) -> Headings:
    """The headings of a file. Raises Unreadable where the line is not a header at all."""
    texts = [clean(cell) for cell in cells]
    if how_many_known(texts) < FEWEST_KNOWN:
        raise Unreadable(_NO_HEADER, line=line)
    found = _with_names_in_use(_found(texts), texts)
    places = {column: _chosen(column, at, texts, line=line, faults=faults) for column, at in found.items()}
    named = frozenset(place for place, text in enumerate(texts) if text)
    ignored = tuple(texts[place] for place in sorted(named - set(places.values())))
    return Headings(line, places, named, len(cells), ignored)


def _found(texts: Sequence[str]) -> Found:
    """Every place that could be a column."""
    found: Found = {}
    for place, text in enumerate(texts):
        if column := column_called(text):
            found.setdefault(column, []).append(place)
    if _about_staff(found):
        for place, text in enumerate(texts):
            if column := staff_column_called(text):
                found.setdefault(column, []).append(place)
    return _settled(found)


def _settled(found: Found) -> Found:
    """In a list of staff `Class` is the classes they have; a list of only children says nothing of staff."""
    if not _about_children(found):
        if Column.STAFF_EMAIL in found and Column.CLASS in found:
            found.setdefault(Column.CLASSES, found.pop(Column.CLASS))
    elif Column.STAFF_EMAIL not in found and Column.KIND not in found:
        return {column: at for column, at in found.items() if column not in OF_STAFF}
    return found


def _about_children(found: Found) -> bool:
    return any(column in found for column in OF_CHILDREN if column is not Column.CLASS)


def _about_staff(found: Found) -> bool:
    """Whether `Email` and `Name` are those of staff."""
    sure = (Column.KIND, *(column for column in OF_STAFF if column is not Column.CLASSES))
    return any(column in found for column in sure) or not _about_children(found)


def _with_names_in_use(found: Found, texts: Sequence[str]) -> Found:
    """Beside `Legal surname`, a column called only `Surname` is the name in use."""
    for legal, in_use in _IN_USE:
        at = found.get(legal, [])
        said = [place for place in at if plain(texts[place]).startswith("legal")]
        bare = [place for place in at if place not in said]
        if said and bare:
            found[legal] = said
            found.setdefault(in_use, bare)
    return found


def _chosen(column: str, at: list[int], texts: Sequence[str], *, line: int, faults: Faults) -> int:
    """The one place for a column. The name Heed itself uses beats other names for the same thing."""
    exact = [place for place in at if plain(texts[place]) == plain(column)]
    best = exact or at
    if len(best) > 1:
        names = listed([f"“{texts[place]}”" for place in best])
        faults.add(
            line, column, f"{len(best)} columns could be this one: {names}. Keep one and call it {column}."
        )
    return best[0]
