"""Where a request really came from, when proxies stand in front. Pure."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

from heed.config.environment.shapes import Network

Address = IPv4Address | IPv6Address

UNIX_SOCKET = ""
"""What stands for the peer of a socket file: only what this machine lets at the file can connect."""

LONGEST = 40
"""Hops of a header that are looked at; what is longer was made up."""


def origin(peer: str, forwarded: str, ours: Iterable[Network]) -> str:
    """The network address a request came from.

    Without proxies of ours, or from anywhere else, it is the peer, whatever the header says. Behind them, it is
    the rightmost address of `X-Forwarded-For` that is not ours: each proxy adds the one it saw at the end, and
    what stands before that may be invented. Where the header stops making sense, the last that did is the answer.
    """
    networks = tuple(ours)
    if not is_proxy(peer, networks):
        return _plain(peer)
    last = _plain(peer)
    for one in reversed(forwarded.split(",")[-LONGEST:]):
        address = parsed(one)
        if address is None:
            return last
        last = str(address)
        if not _within(address, networks):
            return last
    return last


def is_proxy(peer: str, ours: Iterable[Network]) -> bool:
    """Whether the other end of the connection is a proxy of ours."""
    networks = tuple(ours)
    if peer == UNIX_SOCKET:
        return bool(networks)
    address = parsed(peer)
    return address is not None and _within(address, networks)


def is_from(peer: str, networks: Iterable[Network]) -> bool:
    """Whether an address lies in one of these networks."""
    address = parsed(peer)
    return address is not None and _within(address, networks)


def parsed(words: str) -> Address | None:
    """An address with or without port and brackets; None for anything else."""
    text = words.strip().strip('"')
    if text.startswith("["):
        text = text[1:].split("]", 1)[0]
    elif text.count(":") == 1:
        text = text.split(":", 1)[0]
    try:
        address = ip_address(text.split("%", 1)[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _plain(peer: str) -> str:
    address = parsed(peer)
    return str(address) if address else ""


def _within(address: Address, networks: Iterable[Network]) -> bool:
    return any(address.version == one.version and address in one for one in networks)
