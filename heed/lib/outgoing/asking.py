"""One question to a server, one answer or one trouble."""

import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpcore2

from heed.lib.outgoing.lines import Lines
from heed.lib.outgoing.places import Inside, Network, NowhereToGo


class Why(StrEnum):
    """What can go wrong, after "it"."""

    BAD_ADDRESS = "has no proper address"
    NOT_HTTPS = "has an address that does not begin with https://"
    INSIDE = "has an address inside a private network, which Heed does not call"
    UNKNOWN = "has a name that leads nowhere"
    SILENT = "did not answer in time"
    UNREACHABLE = "could not be reached"
    BAD_CERTIFICATE = "showed a certificate that is not good for its name"
    TOO_MUCH = "sent more than an answer can be"
    NONSENSE = "sent an answer that makes no sense"


class Trouble(Exception):  # noqa: N818 - read as a sentence
    """A server could not be asked. The words are for whoever entered its address; they hold none of its own."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = str(why)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Asking:
    """How servers are asked. No proxy, no cookie, no redirect is ever followed, nothing is kept between two."""

    allowed: tuple[Network, ...] = ()
    """Networks, apart from the internet, that may be called; from them, this machine itself without encryption."""
    seconds: float = 5.0
    """For everything: the name, the connection, the whole answer."""
    most: int = 256 * 1024
    """Bytes that an answer may have."""

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for what stands at an address."""
        return self._ask("GET", url, headers or {}, b"")

    def post(self, url: str, body: str, headers: Mapping[str, str]) -> Answer:
        """Send a form."""
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", url, {**form, **headers}, body.encode())

    def _ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        parts = checked(url, plain=bool(self.allowed))
        until = time.monotonic() + self.seconds
        said = {"Host": parts.netloc, "Accept": "application/json", "User-Agent": "Heed", **headers}
        lines = Lines(self.allowed, until)
        context = httpcore2.default_ssl_context()
        with httpcore2.ConnectionPool(ssl_context=context, network_backend=lines) as pool:
            try:
                with pool.stream(method, url, headers=list(said.items()), content=body) as response:
                    return Answer(response.status, self._read(response.iter_stream()))
            except _EXPECTED as error:
                raise Trouble(_why(error)) from None

    def _read(self, pieces: Iterable[bytes]) -> bytes:
        taken = bytearray()
        for piece in pieces:
            taken += piece
            if len(taken) > self.most:
                raise Trouble(Why.TOO_MUCH)
        return bytes(taken)


def checked(url: str, *, plain: bool) -> SplitResult:
    """The parts of an address that may be called: https, or plain http to this machine itself where that is allowed.

    Raises:
        Trouble: when it is none.
    """
    try:
        parts = urlsplit(url)
        fine = bool(parts.hostname) and url.isascii() and url.isprintable() and " " not in url
        fine = fine and "@" not in parts.netloc and not parts.fragment and parts.port != 0
    except ValueError:
        fine = False
    if not fine:
        raise Trouble(Why.BAD_ADDRESS)
    here = plain and parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if parts.scheme != "https" and not (here and parts.scheme == "http"):
        raise Trouble(Why.NOT_HTTPS)
    return parts


_EXPECTED = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    NowhereToGo,
    Inside,
)


def _why(error: Any) -> Why:
    if isinstance(error, NowhereToGo):
        return Why.UNKNOWN
    if isinstance(error, Inside):
        return Why.INSIDE
    if isinstance(error, httpcore2.TimeoutException):
        return Why.SILENT
    if isinstance(error, httpcore2.ProtocolError):
        return Why.NONSENSE
    return Why.BAD_CERTIFICATE if isinstance(_cause(error), ssl.SSLError) else Why.UNREACHABLE


def _cause(error: BaseException) -> BaseException | None:
    return error.__cause__ or error.__context__
