"""One line of the checked list."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How something stands."""

    GOOD = "good"
    ADVICE = "advice"
    """Would be better otherwise; nothing is in danger for it."""
    MISSING = "missing"
    UNSAFE = "unsafe"
    """A child's record could be read, lost or forged: `heed serve` does not start."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it stands, and what to do. Never a secret, an address of a person or a name."""

    what: str
    standing: Standing
    words: str
    do: str = ""
    stops: bool = False
    """Whether nothing can be served as it stands, though it is not unsafe."""

    @property
    def refuses(self) -> bool:
        """Whether `heed serve` does not start."""
        return self.stops or self.standing is Standing.UNSAFE


def good(what: str, words: str) -> Finding:
    """Nothing to do."""
    return Finding(what, Standing.GOOD, words)


def advice(what: str, words: str, do: str) -> Finding:
    """Would be better."""
    return Finding(what, Standing.ADVICE, words, do)


def missing(what: str, words: str, do: str, *, stops: bool = False) -> Finding:
    """Has to be there before a school is served."""
    return Finding(what, Standing.MISSING, words, do, stops)


def unsafe(what: str, words: str, do: str) -> Finding:
    """Must not be."""
    return Finding(what, Standing.UNSAFE, words, do)


def ready(findings: Iterable[Finding]) -> bool:
    """Whether nothing is missing or unsafe."""
    return not any(one.standing in {Standing.MISSING, Standing.UNSAFE} for one in findings)


def in_words(one: Finding) -> str:
    """For people: what needs them stands in capitals, with what to do beneath."""
    mark = one.standing.upper() if one.standing in {Standing.MISSING, Standing.UNSAFE} else one.standing
    line = f"{mark:8} {one.what}: {one.words}"
    return f"{line}\n{'':8} {one.do}" if one.do else line
