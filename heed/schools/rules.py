"""What a school's own address may be. Pure."""

import re
from collections.abc import Container

from heed.lib.names import folded

LONGEST_SLUG = 40
_GENERIC = {
    *("primary", "secondary", "infant", "infants", "junior", "juniors", "nursery", "high", "first", "middle"),
    *("school", "academy", "college", "church", "of", "england", "ce", "rc", "catholic", "community", "the"),
}


def slug_for(name: str, taken: Container[str]) -> str:
    """A short word for the address of a school: `Oakfield Primary School` becomes `oakfield`.

    When another school has it, the whole name is tried, then numbers.
    """
    words = re.findall(r"[a-z0-9]+", folded(name).replace("'", ""))
    own = [word for word in words if word not in _GENERIC] or words or ["school"]
    for candidate in (_joined(own), _joined(words or own)):
        if candidate not in taken:
            return candidate
    number = 2
    while (numbered := f"{_joined(own)[: LONGEST_SLUG - 6]}-{number}") in taken:
        number += 1
    return numbered


def _joined(words: list[str]) -> str:
    return "-".join(words)[:LONGEST_SLUG].rstrip("-")
