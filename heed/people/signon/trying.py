"""Tries a school's service before anybody has to rely on it."""

from collections.abc import Callable

from heed.accounts.signon.provider import Client, discovered, forget_that_it_was_lost, keys_of, takes_client
from heed.lib.outgoing import Trouble
from heed.people.signon.pages import Finding


def try_it(issuer: str, client: Client | None, back: str) -> tuple[Finding, ...]:
    """What is found at the service, one thing after the other, until one is wrong."""
    found: list[Finding] = []
    forget_that_it_was_lost(issuer)
    try:
        provider = discovered(issuer, fresh=True)
        found.append(Finding("The service", True, "It answers, and says how it is used."))
    except Trouble as trouble:
        return (Finding("The service", False, f"It {trouble.why}."),)
    found.append(
        _looked_at("Its keys", "It shows the keys it signs with.", lambda: keys_of(provider, fresh=True))
    )
    if client:
        known = "It knows Heed’s client id, and takes the secret."
        found.append(_looked_at("Heed’s secret", known, lambda: takes_client(provider, client, back)))
    return tuple(found)


def _looked_at(what: str, fine: str, look: Callable[[], object]) -> Finding:
    try:
        look()
    except Trouble as trouble:
        return Finding(what, False, f"It {trouble.why}.")
    return Finding(what, True, fine)
