"""Fixed lists of following an entry up."""

from enum import StrEnum


class Standing(StrEnum):
    """Where an entry stands. Values are stored."""

    NEW = "new"
    IN_HAND = "in hand"
    WATCHING = "watching"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def words(self) -> str:
        """As a reader is told."""
        return self.value[:1].upper() + self.value[1:]


class Did(StrEnum):
    """What somebody did with an entry. Values are stored, and stand in forms."""

    TAKE = "take"
    HAND_OVER = "hand over"
    WATCH = "watch"
    CLOSE = "close"
    REOPEN = "reopen"

    @property
    def past(self) -> str:
        """As it is told afterwards, before the name of whoever did it."""
        return _PAST[self]


_PAST = {
    Did.TAKE: "Taken in hand",
    Did.HAND_OVER: "Handed over",
    Did.WATCH: "Kept watching",
    Did.CLOSE: "Closed",
    Did.REOPEN: "Reopened",
}


class Consent(StrEnum):
    """Whether parents agreed that something is shared outside the school. Values are stored."""

    NOTHING_SHARED = ""
    GIVEN = "given"
    REFUSED = "refused"
    NOT_SOUGHT = "not sought"


class WhyNotAsked(StrEnum):
    """Why parents were not asked (Data Protection Act 2018, Schedule 1, paragraph 18). Values are stored."""

    NOBODY = ""
    NOT_POSSIBLE = "not possible"
    NOT_REASONABLE = "not reasonable"
    AT_RISK = "at risk"


CONSENT_WORDS = {
    Consent.NOTHING_SHARED: "Nothing was shared outside the school",
    Consent.GIVEN: "Shared, and a parent agreed",
    Consent.REFUSED: "A parent was asked and did not agree",
    Consent.NOT_SOUGHT: "Shared, and no parent was asked",
}
WHY_NOT_ASKED_WORDS = {
    WhyNotAsked.NOT_POSSIBLE: "It was not possible",
    WhyNotAsked.NOT_REASONABLE: "It could not reasonably be expected",
    WhyNotAsked.AT_RISK: "Asking would have put the child at risk",
}
