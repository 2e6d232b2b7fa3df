"""The mail server's address, taken apart."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
LONGEST = 15.0
"""Seconds for one answer, at most: a whole hand-over must end well before its worker counts as dead."""


class BadMailAddress(Exception):  # noqa: N818 - read as a sentence
    """HEED_MAIL_URL cannot be read. The message says what it should look like, without repeating its password."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over. Without a host: nowhere."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    timeout: float = 10.0


def mail_server(url: str) -> MailServer:
    """The server that `smtp://user:pass@host:port` names; none for an empty address.

    `smtp+tls://` or `?starttls=1` begins plain and goes on encrypted, `smtps://` is encrypted from the start;
    `?timeout=` is in seconds. Certificates are checked.

    Raises:
        BadMailAddress: when it is no such address.
    """
    if not url:
        return MailServer()
    try:
        parts = urlsplit(url)
        port = parts.port
        asked = parse_qs(parts.query, strict_parsing=bool(parts.query))
        timeout = min(float(asked.pop("timeout", ["10"])[-1]), LONGEST)
    except ValueError:
        raise BadMailAddress(_SHOULD_BE) from None
    starttls = asked.pop("starttls", ["0"])[-1] == "1" or parts.scheme == "smtp+tls"
    if parts.scheme not in PORTS or not parts.hostname or asked or not timeout > 0:
        raise BadMailAddress(_SHOULD_BE)
    if starttls and parts.scheme == "smtps":
        raise BadMailAddress(
            "HEED_MAIL_URL begins with smtps:// and asks for starttls: it can be one of the two."
        )
    return MailServer(
        host=parts.hostname,
        port=port or PORTS["smtp+tls" if starttls else parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=starttls,
        tls=parts.scheme == "smtps",
        timeout=timeout,
    )


_SHOULD_BE = (
    "HEED_MAIL_URL should look like smtp+tls://user:password@mail.example:587?timeout=10. It begins with smtp://, "
    "smtp+tls:// or smtps://; signs such as @ and / in a password are written as %40 and %2F."
)
