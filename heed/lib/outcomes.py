"""The three ways to be turned down. Raised below, turned into pages in one place (`config.outcomes`)."""


class NotSeen(Exception):  # noqa: N818 - an outcome, read as a sentence, not a fault
    """There is nothing here for this person to see; whether it exists is not said."""


class Refused(Exception):  # noqa: N818 - an outcome
    """This person may see it, but may not do this now. Carries the reason in words for that person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OutOfDate(Exception):  # noqa: N818 - an outcome
    """What the page was made from has changed since. Carries what to do about it, in words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def refuse(why_not: str | None) -> None:
    """Stop with `Refused` when a rule gave a reason.

    Raises:
        Refused: with the reason, when there is one.
    """
    if why_not:
        raise Refused(why_not)
