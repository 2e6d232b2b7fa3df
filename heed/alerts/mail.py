"""The message that says something waits, as plain values. Nothing of what waits goes into it. Pure."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from heed.jobs.letters import Letter

__all__ = ["Letter", "letter", "message_id"]

SUBJECT = "Something to read in Heed"

_TEXT = """\
There is something to read in Heed at {school}.

{link}

You will be asked to sign in. What it is about is not in this message.

This message was sent by Heed at {base}. Answers to it are not read.
If you did not expect it, speak to the office of {school}.
"""


def letter(
    *, base: str, to: str, school: str, slug: str, alert_id: UUID, made_at: datetime, where: str = "alerts"
) -> Letter:
    """What goes to one person for one alert. `base` is the address of the service, without a slash at its end.

    The link says the school: somebody who works in two stands in the right one when it opens.
    `where` is the place the link leads to: alerts, or notices of who sees what.
    """
    return Letter(
        to=to,
        message_id=message_id(base, alert_id, made_at),
        subject=SUBJECT,
        text=_TEXT.format(school=school, link=f"{base}/at/{slug}/{where}/{alert_id}/", base=base),
    )


def message_id(base: str, alert_id: UUID, made_at: datetime) -> str:
    """The same for every try at one telling, so that a second copy is known as one; another when told again."""
    told = round(made_at.timestamp() * 1000)
    return f"<{alert_id.hex}.{told}@{urlsplit(base).hostname}>"
