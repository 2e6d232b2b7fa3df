"""What people are written about their account, as plain values. Nothing about a child, no name but the school's. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from heed.accounts.kinds import LetterKind
from heed.jobs.letters import Letter
from heed.lib.clock import full_moment_words

_FOOT = """
This message was sent by Heed at {base}. Answers to it are not read.
"""

_WORDS: dict[LetterKind, tuple[str, str]] = {
    LetterKind.INVITATION: (
        "Your account in Heed",
        """\
{school} uses Heed to keep children safe, and has made you an account.

Open this link to begin. It works once, until {until}:

{link}

If it has ended, open {base}/sign-in/forgotten/ and ask for a new one, or ask the office.
If you do not work at {school}, leave this message alone: nothing happens without the link.
""",
    ),
    LetterKind.NEW_PASSWORD: (
        "A new password for Heed",
        """\
Somebody, probably you, asked for a new password for Heed.

Open this link to choose one. It works once, until {until}:

{link}

If it was not you, leave this message alone: your password stays as it is.
""",
    ),
    LetterKind.PASSWORD_CHANGED: (
        "Your password for Heed was changed",
        """\
The password of your account in Heed was changed on {at}.
Everywhere else, your account was signed out.

If it was not you, tell the office of {school} at once, and choose a new password:

{base}/sign-in/forgotten/
""",
    ),
    LetterKind.NEW_DEVICE: (
        "Your account in Heed was used on a new device",
        """\
Your account in Heed was signed in to on {at}, on a device or browser it was not used on before.

If it was you, there is nothing to do.
If it was not you, tell the office of {school} at once. Where your account is signed in stands here:

{base}/me/
""",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a letter is made from. `until` and `token` only where it carries a link."""

    letter_id: UUID
    kind: LetterKind
    to: str
    school: str
    made_at: datetime
    sent_again: int = 0
    until: datetime | None = None
    token: str = ""


def letter(facts: Facts, *, base: str) -> Letter:
    """What goes to one person. `base` is the address of the service, without a slash at its end."""
    subject, words = _WORDS[facts.kind]
    text = (words + _FOOT).format(
        school=facts.school,
        base=base,
        link=f"{base}/{_PAGES.get(facts.kind, '')}/{facts.token}/",
        until=full_moment_words(facts.until) if facts.until else "",
        at=full_moment_words(facts.made_at),
    )
    return Letter(
        to=facts.to,
        message_id=message_id(base, facts.letter_id, facts.sent_again),
        subject=subject,
        text=text,
    )


_PAGES = {LetterKind.INVITATION: "welcome", LetterKind.NEW_PASSWORD: "sign-in/new-password"}


def message_id(base: str, letter_id: UUID, sent_again: int = 0) -> str:
    """The same for every try, so that a second copy is known as one; another when it is sent again on purpose.

    Not the id itself: it is what a token is made from, and this stands in the logs of mail servers.
    """
    hidden = hashlib.sha256(b"message %d " % sent_again + letter_id.bytes).hexdigest()[:32]
    return f"<{hidden}@{urlsplit(base).hostname}>"
