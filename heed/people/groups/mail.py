"""The message that something waits for a decision, as plain values. Nobody is named in it. Pure."""

from urllib.parse import urlsplit
from uuid import UUID

from heed.alerts.mail import Letter

SUBJECT = "Something to decide in Heed"

_TEXT = """\
Something waits for your decision in Heed at {school}.

{base}/people/proposals/

You will be asked to sign in, with your second step. What it is about is not in this message.

This message was sent by Heed at {base}. Answers to it are not read.
If you did not expect it, speak to the office of {school}.
"""


def letter(*, base: str, to: str, school: str, proposal_id: UUID, staff_id: UUID) -> Letter:
    """What goes to one person for one proposal; every try at it has one Message-ID."""
    return Letter(
        to=to,
        message_id=f"<{proposal_id.hex}.{staff_id.hex}@{urlsplit(base).hostname}>",
        subject=SUBJECT,
        text=_TEXT.format(school=school, base=base),
    )
