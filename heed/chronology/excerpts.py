"""A short piece of a text around the first words that were found, with what was found apart. Pure."""

import re
from dataclasses import dataclass

BEFORE = 70
LENGTH = 240
"""Letters before the first hit and in all, about: no word is ever cut."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text; a hit, or what stands between."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of the texts of one entry: of which of them, and whether more stands before and after."""

    place: int
    pieces: tuple[Piece, ...]
    from_start: bool
    to_end: bool


def hits_in(marked: str, begins: str, ends: str) -> tuple[str, ...]:
    """The words that stand between the signs, each once, the longest first."""
    found = re.findall(f"{begins}([^{begins}{ends}]+){ends}", marked)
    return tuple(sorted(set(found), key=lambda word: (-len(word), word)))


def excerpt(texts: tuple[str, ...], hits: tuple[str, ...]) -> Excerpt:
    """A piece of the first of these texts that holds a hit; without any, the beginning of the first.

    Only the texts themselves are printed, never what came back marked: nothing can be lost on the way.
    """
    lines = [" ".join(text.split()) for text in texts]
    seek = _seek(hits)
    for place, line in enumerate(lines):
        if first := seek.search(line) if seek else None:
            return _cut(place, line, first.start(), first.end(), seek)
    return _cut(0, lines[0], 0, 0, seek)


def _seek(hits: tuple[str, ...]) -> re.Pattern[str] | None:
    if not hits:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in hits)})(?!\w)")


def _cut(place: int, line: str, first: int, last: int, seek: re.Pattern[str] | None) -> Excerpt:
    start = line.find(" ", first - BEFORE, first) + 1 if first > BEFORE else 0
    if first > BEFORE and not start:  # one long word up to the hit, or the hit is in the middle of one
        start = line.rfind(" ", 0, first) + 1
    end = len(line)
    if end > start + LENGTH:
        end = line.rfind(" ", last, start + LENGTH + 1)
        end = end if end >= 0 else line.find(" ", max(last, start + LENGTH))
        end = end if end >= 0 else len(line)
    return Excerpt(place, _pieces(line[start:end], seek), start == 0, end == len(line))


def _pieces(text: str, seek: re.Pattern[str] | None) -> tuple[Piece, ...]:
    if seek is None:
        return (Piece(text),)
    pieces, at = [], 0
    for hit in seek.finditer(text):
        pieces += [Piece(text[at : hit.start()]), Piece(hit.group(), hit=True)]
        at = hit.end()
    pieces.append(Piece(text[at:]))
    return tuple(piece for piece in pieces if piece.text)
