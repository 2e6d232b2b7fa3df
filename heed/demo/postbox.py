"""Where the demonstration's post office keeps its mail: one file for each message, the latest few hundred."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from secrets import token_hex

from django.conf import settings

KEEP = 500
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Received:
    """One message that came in."""

    at: datetime
    sender: str
    to: str
    subject: str
    text: str


def keep(content: bytes, *, now: datetime) -> None:
    """Keep a message, whole or not at all, and let go of the oldest. Its name says when it came, nothing else."""
    box = _box()
    box.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{int(now.timestamp() * 1_000_000):020d}-{token_hex(4)}"
    half = box / f"{name}.half"
    half.write_bytes(content)
    half.rename(box / f"{name}.eml")
    for old in _kept()[KEEP:]:
        with suppress(FileNotFoundError):
            old.unlink()


def newest(most: int = SHOWN) -> tuple[int, tuple[Received, ...]]:
    """How many messages are kept, and the newest of them, newest first."""
    kept = _kept()
    return len(kept), tuple(_read(file) for file in kept[:most])


def _box() -> Path:
    return Path(settings.HOME) / "post"


def _kept() -> list[Path]:
    return sorted(_box().glob("*.eml"), reverse=True)


def _read(file: Path) -> Received:
    message = message_from_bytes(file.read_bytes(), _class=EmailMessage, policy=policy.default)
    body = message.get_body(("plain",))
    return Received(
        at=datetime.fromtimestamp(int(file.name.split("-", 1)[0]) / 1_000_000, tz=UTC),
        sender=str(message.get("From", "")),
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")),
        text="\n".join(str(body.get_content()).splitlines()) if body else "",
    )
