"""Connections that go where they were checked to go, and end when their time is up."""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2

from heed.lib.outgoing.places import Network, addresses_of


class Lines(httpcore2.NetworkBackend):
    """Connects to addresses that were checked, not to names that could lead elsewhere the second time."""

    def __init__(self, allowed: Iterable[Network], until: float) -> None:
        self.allowed, self.until = tuple(allowed), until
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *rest: Any, **more: Any
    ) -> httpcore2.NetworkStream:
        """A connection to the first of the name's addresses that takes one."""
        found = addresses_of(host, port, allowed=self.allowed, seconds=left(self.until))
        trouble: Exception | None = None
        for number, address in enumerate(found):
            share = left(self.until) / (
                len(found) - number
            )  # one dead address does not eat the time of the next
            try:
                stream = self._plain.connect_tcp(address, port, share, *rest, **more)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
            else:
                return Line(stream, self.until)
        assert trouble is not None
        raise trouble


class Line(httpcore2.NetworkStream):
    """A connection with an end: each wait is as long as what is left of the whole time, not a time of its own."""

    def __init__(self, stream: httpcore2.NetworkStream, until: float) -> None:
        self._stream, self.until = stream, until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come."""
        return self._stream.read(max_bytes, left(self.until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send it."""
        self._stream.write(buffer, left(self.until))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same line, encrypted; the certificate must be of the name that was asked for."""
        return Line(self._stream.start_tls(ssl_context, server_hostname, left(self.until)), self.until)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection beneath."""
        return self._stream.get_extra_info(info)


def left(until: float) -> float:
    """Seconds until then.

    Raises:
        httpcore2.ReadTimeout: when there are none.
    """
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise httpcore2.ReadTimeout
    return seconds
