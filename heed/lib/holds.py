"""What a stored field holds, so that export, disclosure and retention can read one declaration."""

from enum import StrEnum


class Holds(StrEnum):
    """How much harm a field could do in the wrong hands.

    Every field of every model is declared as one of these in its class's `holds`; a test fails on an
    undeclared field.
    """

    SECRET = "secret"  # noqa: S105 - a grade; what was told about a child, or a credential
    PERSONAL = "personal"  # says who somebody is, or something about them
    PLAIN = "plain"  # neither: keys, times, states, settings


SECRET, PERSONAL, PLAIN = Holds.SECRET, Holds.PERSONAL, Holds.PLAIN
