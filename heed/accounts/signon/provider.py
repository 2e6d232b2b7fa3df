"""A school's sign-in service: what it says of itself, its keys, and the token it gives for a code."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc6749.parameters import prepare_token_request
from django.conf import settings
from django.core.cache import caches
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from heed.accounts.signon.kinds import Fault
from heed.lib.outgoing import Answer, Asking, Trouble
from heed.lib.outgoing.asking import Why as Lost
from heed.lib.outgoing.asking import checked

KEPT_FOR = 300
"""Seconds for which what a service says of itself, and its keys, are taken as they were."""
RESTS_FOR = 10
"""Seconds for which a service that could not be reached is not asked again: nobody waits in line for it."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Provider:
    """What a service says of itself (OpenID Connect Discovery 1.0, section 3), as far as Heed needs it."""

    issuer: str
    authorize: str
    token: str
    keys: str
    userinfo: str | None
    """Where it says of somebody what its token leaves out."""
    client_auth: str
    says_issuer: bool
    """Whether it names itself beside every code (RFC 9207)."""


@dataclass(frozen=True, slots=True)
class Client:
    """How Heed is known to a service."""

    client_id: str
    secret: str


def discovered(issuer: str, *, fresh: bool = False) -> Provider:
    """What the service says of itself.

    Raises:
        Trouble: when it does not answer, or with nonsense.
    """
    url = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
    return _kept("says", issuer, url, lambda said: _provider(issuer, said), fresh=fresh)


def keys_of(provider: Provider, *, fresh: bool = False) -> KeySet:
    """The keys with which the service signs.

    Raises:
        Trouble: when it does not answer, or shows none.
    """
    return _kept("keys", provider.issuer, provider.keys, _key_set, fresh=fresh)


def token_for(provider: Provider, client: Client, *, code: str, verifier: str, back: str) -> dict[str, Any]:
    """What the service gives for a code.

    Raises:
        Trouble: when it gives nothing.
        BadCode: when it does not take the code.
    """
    answer = _exchange(provider, client, code=code, verifier=verifier, back=back)
    said = _object(answer)
    if answer.status != 200:
        _complain(answer, said)
    if not isinstance(said.get("id_token"), str):
        raise Trouble(Fault.NO_TOKEN)
    return said


def told_of(provider: Provider, access_token: str, subject: str) -> dict[str, Any]:
    """What the service says of somebody beside its token (OpenID Connect Core 1.0, section 5.3).

    Raises:
        Trouble: when it does not answer, or with nonsense, or of somebody else.
    """
    assert provider.userinfo
    said = _json_at(provider.issuer, provider.userinfo, {"Authorization": f"Bearer {access_token}"})
    if said.get("sub") != subject:
        raise Trouble(Fault.NOT_JSON)
    return said


class BadCode(Exception):  # noqa: N818 - read as a sentence
    """The service does not take this code: it was used already, is too old, or is none."""


def takes_client(provider: Provider, client: Client, back: str) -> None:
    """Whether the service knows this client and its secret: asked with a code that is none.

    Raises:
        Trouble: when it does not.
    """
    try:
        token_for(provider, client, code="heed-asks-whether-it-is-known", verifier="x" * 43, back=back)
    except BadCode:
        return


def forget_that_it_was_lost(issuer: str) -> None:
    """Ask it again at once: somebody is mending it."""
    caches["here"].delete(_place("lost", issuer))


def asking() -> Asking:
    """How services are asked: five seconds, into the internet, and where the operator allows it."""
    return Asking(allowed=settings.SIGN_ON_NETWORKS)


def _exchange(provider: Provider, client: Client, *, code: str, verifier: str, back: str) -> Answer:
    body = prepare_token_request("authorization_code", code=code, code_verifier=verifier, redirect_uri=back)
    auth = ClientAuth(client.client_id, client.secret, provider.client_auth)
    _, headers, body = auth.prepare("POST", provider.token, {}, body)
    return _asked(provider.issuer, lambda: asking().post(provider.token, body, headers))


def _complain(answer: Answer, said: dict[str, Any]) -> None:
    error = said.get("error")
    if error in {"invalid_client", "unauthorized_client"} or answer.status == 401:
        raise Trouble(Fault.BAD_CLIENT)
    if error == "invalid_grant":
        raise BadCode
    raise Trouble(Fault.STATUS)


def _kept(what: str, issuer: str, url: str, make: Callable[[dict[str, Any]], Made], *, fresh: bool) -> Made:
    """Asked at most once in five minutes by each process; only what makes sense is kept.

    In the memory of the process: a row of the database's cache would stay locked while a service is asked, and
    hold up everybody else who signs in.
    """
    _not_lost(issuer)
    place = _place(what, issuer)
    before = None if fresh else caches["here"].get(place)
    if isinstance(before, str):
        return make(json.loads(before))
    said = _json_at(issuer, url)
    made = make(said)
    caches["here"].set(place, json.dumps(said), KEPT_FOR)
    return made


def _json_at(issuer: str, url: str, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    answer = _asked(issuer, lambda: asking().get(url, headers))
    if 300 <= answer.status < 400:
        raise Trouble(Fault.MOVED)
    if answer.status != 200:
        raise Trouble(Fault.STATUS)
    return _object(answer)


def _asked(issuer: str, ask: Callable[[], Answer]) -> Answer:
    """The answer, unless the service could not be reached a moment ago: then that is the answer."""
    _not_lost(issuer)
    try:
        return ask()
    except Trouble as trouble:
        if trouble.why in {Lost.SILENT, Lost.UNREACHABLE}:
            caches["here"].set(_place("lost", issuer), trouble.why, RESTS_FOR)
        raise


def _not_lost(issuer: str) -> None:
    """Nobody is sent to a service that does not answer, either."""
    if lost := caches["here"].get(_place("lost", issuer)):
        raise Trouble(lost)


def _place(what: str, issuer: str) -> str:
    return f"signon:{what}:{hashlib.sha256(issuer.encode()).hexdigest()}"


def _object(answer: Answer) -> dict[str, Any]:
    """The JSON object in an answer."""
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        said = None
    if isinstance(said, dict):
        return said
    raise Trouble(Fault.STATUS if answer.status >= 400 else Fault.NOT_JSON)


def _provider(issuer: str, said: dict[str, Any]) -> Provider:
    if said.get("issuer") != issuer:
        raise Trouble(Fault.OTHER_ISSUER)
    found = {name: said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
    if not all(isinstance(url, str) for url in found.values()):
        raise Trouble(Fault.NO_ENDPOINTS)
    userinfo = said.get("userinfo_endpoint")
    userinfo = userinfo if isinstance(userinfo, str) else None
    for url in (*found.values(), *filter(None, [userinfo])):
        checked(str(url), plain=bool(settings.SIGN_ON_NETWORKS))
    if "code" not in _list(said, "response_types_supported", ["code"]):
        raise Trouble(Fault.NO_CODE_FLOW)
    ways = _list(said, "token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Provider(
        issuer=issuer,
        authorize=str(found["authorization_endpoint"]),
        token=str(found["token_endpoint"]),
        keys=str(found["jwks_uri"]),
        userinfo=userinfo,
        # In the form nothing of a secret has to be written otherwise, as in a header it would.
        client_auth="client_secret_post" if "client_secret_post" in ways else "client_secret_basic",
        says_issuer=said.get("authorization_response_iss_parameter_supported") is True,
    )


def _list(said: dict[str, Any], name: str, otherwise: list[str]) -> list[Any]:
    found = said.get(name, otherwise)
    return found if isinstance(found, list) else []


def _key_set(said: dict[str, Any]) -> KeySet:
    """The public keys among what was shown; those of a kind unknown to us are left out, secrets too."""
    keys = said.get("keys")
    usable = [key for key in keys if _is_usable(key)] if isinstance(keys, list) else []
    if not usable:
        raise Trouble(Fault.NO_KEYS)
    return KeySet.import_key_set({"keys": usable})


def _is_usable(key: Any) -> bool:
    if (
        not isinstance(key, dict)
        or key.get("kty") not in {"RSA", "EC", "OKP"}
        or key.get("use", "sig") != "sig"
    ):
        return False
    try:
        KeySet.import_key_set({"keys": [key]})
    except (JoseError, ValueError, TypeError, KeyError):
        return False
    return True
