"""Names as people search and sort them."""

import re
import unicodedata

# Letters that Unicode does not take apart, but that a person types without their stroke or ligature.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_QUOTES = str.maketrans(dict.fromkeys("‘’ʼ`´", "'"))
_APART = re.compile(r"[^\w']+")


def folded(text: str) -> str:
    """The text without case, accents and strokes, for comparing: `Łukasz O'Neíll` becomes `lukasz o'neill`."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(bare.casefold().translate(_STROKES).split())


def words(text: str) -> tuple[tuple[str, ...], ...]:
    """Each word of a name as the ways it may be looked up: `O'Neill` as `oneill`, or as `o` and `neill` together.

    The first of a word's ways is it joined, the rest its parts; of a word without an apostrophe both are the
    same. What a hyphen joins is two words.
    """
    found = []
    for word in _APART.split(folded(text).translate(_QUOTES)):
        apart = tuple(part for part in word.split("'") if part)
        if apart:
            found.append(("".join(apart), *apart))
    return tuple(found)


def parts(text: str) -> tuple[str, ...]:
    """Every folded part of a name that somebody may begin typing: `O'Neill` gives `oneill`, `o`, `neill`."""
    return tuple(dict.fromkeys(way for ways in words(text) for way in ways))


def sort_key(family: str, given: str) -> str:
    """Where a person stands in a list by family name; stored, because databases sort by code point."""
    return f"{folded(family)}, {folded(given)}"


def whole_name_sort_key(name: str) -> str:
    """The same for somebody known by one line: by its last word, then the rest."""
    words = folded(name).split()
    return sort_key(words[-1], " ".join(words[:-1])) if words else ""


def initials(name: str) -> str:
    """Up to two capital letters for the disc beside a name."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words))


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Names as a sentence holds them: `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
