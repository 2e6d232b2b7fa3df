"""What a value must look like. Each takes the words that were given, or says what they should be."""

import re
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict
from pyrage import RecipientError
from pyrage.x25519 import Recipient

from heed.config.post import BadMailAddress, MailServer, mail_server

Network = IPv4Network | IPv6Network


class Wrong(Exception):  # noqa: N818 - read as a sentence
    """The value is none of what it may be; the message says what it should be."""


def words(given: str) -> str:
    """Anything."""
    return given


def yes(given: str) -> bool:
    """1 for yes, 0 or nothing for no."""
    if given not in {"", "0", "1"}:
        raise Wrong("It must be 1 (yes) or 0 (no).")
    return given == "1"


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number within bounds."""

    def shape(given: str) -> int:
        if not given.isascii() or not given.isdigit() or not least <= int(given) <= most:
            raise Wrong(f"It must be a number from {least} to {most}.")
        return int(given)

    return shape


def one_of(*allowed: str) -> Callable[[str], str]:
    """One of a few words."""

    def shape(given: str) -> str:
        if given not in allowed:
            raise Wrong(f"It must be one of: {', '.join(allowed)}.")
        return given

    return shape


def folder(given: str) -> Path:
    """A folder, there or not."""
    return Path(given).resolve()


def names(given: str) -> list[str]:
    """Names with commas between."""
    return [one.strip() for one in given.split(",") if one.strip()]


def networks(given: str) -> tuple[Network, ...]:
    """Networks or single addresses, with commas between."""
    try:
        return tuple(ip_network(one, strict=False) for one in names(given))
    except ValueError:
        raise Wrong("It must be network addresses with commas between, such as 10.0.0.0/8,::1.") from None


def database(given: str) -> str:
    """The address of a PostgreSQL database, or nothing."""
    if not given:
        return ""
    should = "It must look like postgresql://role:password@host:5432/database."
    try:
        parts = conninfo_to_dict(given)
    except (ProgrammingError, UnicodeError):
        raise Wrong(should) from None
    port = str(parts.get("port") or "5432")
    if not given.startswith(("postgresql://", "postgres://")) or not port.isdigit():
        raise Wrong(should)
    missing = [what for what, key in _NEEDED.items() if not parts.get(key)]
    if missing:
        raise Wrong(f"It names no {' and no '.join(missing)}. {should}")
    return given


_NEEDED = {"role": "user", "host": "host", "database": "dbname"}


def bind(given: str) -> str:
    """A network address and a port, or a socket file."""
    if given.startswith("unix:/"):
        return given
    host, colon, port = given.rpartition(":")
    if not colon or not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise Wrong("It must be an address and a port, such as 127.0.0.1:8000 or [::1]:8000.")
    return given


def binds(given: str) -> list[str]:
    """One or several of them, with commas."""
    return [bind(one) for one in names(given)]


def recipients(given: str) -> list[str]:
    """Public keys of age, with commas between."""
    for one in names(given):
        try:
            Recipient.from_str(one)
        except RecipientError:
            raise Wrong("It must be public keys that begin with age1, with commas between.") from None
    return names(given)


def web_address(given: str) -> str:
    """Where people reach the service, without a slash at its end; or nothing."""
    try:
        parts = urlsplit(given)
        bad = bool(given) and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0)
    except ValueError:
        bad = True
    if bad:
        raise Wrong("It must be a whole address, such as https://heed.example.")
    return given.rstrip("/")


def domain(given: str) -> str:
    """A host name without a port, or nothing."""
    label = re.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?")
    if given and not all(label.fullmatch(part) for part in given.lower().split(".")):
        raise Wrong("It must be a host name alone, such as heed.example.")
    return given.lower()


def mail(given: str) -> MailServer:
    """The address of a mail server, or nothing."""
    try:
        return mail_server(given)
    except BadMailAddress as problem:
        raise Wrong(str(problem)) from None
