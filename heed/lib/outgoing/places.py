"""Which addresses may be called at all. Pure but for the look-up of a name.

A person types the address of a server into a form, and Heed calls it: without this, they could make Heed call
what only Heed can reach (the database, a cloud's metadata, a neighbour), and learn from its answer.
"""

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

_NAT64 = ip_network("64:ff9b::/96")
_names = ThreadPoolExecutor(max_workers=8, thread_name_prefix="names")


class NowhereToGo(Exception):  # noqa: N818 - read as a sentence
    """The name has no address."""


class Inside(Exception):  # noqa: N818 - read as a sentence
    """The name leads to an address that is not of the internet, and that nobody has allowed."""


def addresses_of(host: str, port: int, *, allowed: Iterable[Network], seconds: float) -> tuple[str, ...]:
    """Where a name leads, every address of it fit to be called.

    One unfit address is enough to refuse them all: a name that leads both ways is a trick.

    Raises:
        NowhereToGo: when the name has no address, or cannot be looked up in time.
        Inside: when any of its addresses is neither of the internet nor allowed.
    """
    networks = tuple(allowed)
    found = _looked_up(host, port, seconds)
    if not found:
        raise NowhereToGo
    if not all(is_fit(ip_address(one), networks) for one in found):
        raise Inside
    return found


def is_fit(address: Address, allowed: Iterable[Network]) -> bool:
    """Whether an address is of the internet, or of a network that was allowed."""
    meant = _meant(address)
    if any(meant.version == one.version and meant in one for one in allowed):
        return True
    return meant.is_global and not meant.is_multicast


def _meant(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one, where there is one: the packets arrive there."""
    if not isinstance(address, IPv6Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _looked_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """The resolver knows no time limit of ours: it is waited for no longer than that, and left to itself."""
    try:
        asked = _names.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        rows = asked.result(timeout=seconds)
    except (OSError, UnicodeError, TooLong):
        raise NowhereToGo from None
    return tuple(dict.fromkeys(str(row[4][0]).split("%", 1)[0] for row in rows))
