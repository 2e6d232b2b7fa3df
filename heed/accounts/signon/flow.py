"""The way there and back: the authorisation code flow (OpenID Connect Core 1.0, section 3.1) with PKCE (RFC 7636)."""

import secrets
from collections.abc import Mapping, MutableMapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from cryptography.fernet import InvalidToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from heed.accounts.sealed import unseal
from heed.accounts.signon.kinds import Fault, Service, Turned, Who, Why
from heed.accounts.signon.provider import BadCode, Client, Provider, discovered, keys_of, token_for, told_of
from heed.accounts.signon.rules import is_entra, who_is_it
from heed.lib.outgoing import Trouble

Session = MutableMapping[str, Any]

TRIES = "sign_on_tries"
"""In the session: what was begun in this browser and has not come back."""
AT_ONCE = 5
"""How many may be under way in one browser: tabs."""
LASTS = 15 * 60
"""Seconds from leaving for the service until coming back."""
LEEWAY = 5 * 60
"""Seconds by which its clock and ours may differ."""
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Signatures with a key that only the service has. Never `none`, never a shared secret."""


@dataclass(frozen=True, slots=True)
class Try:
    """One sign-in under way."""

    state: str
    school: str
    nonce: str
    verifier: str
    onward: str
    """Where to, once signed in; of this service."""
    at: float


def begin(session: Session, service: Service, *, back: str, onward: str, now: datetime) -> str:
    """Remember a try in this browser.

    Returns:
        The address at the service, to which the browser goes now.

    Raises:
        Trouble: when the service does not answer.
    """
    provider = discovered(service.issuer)
    new = Try(
        state=secrets.token_urlsafe(24),
        school=str(service.school_id),
        nonce=secrets.token_urlsafe(24),
        verifier=secrets.token_urlsafe(48),
        onward=onward,
        at=now.timestamp(),
    )
    session[TRIES] = [*session.get(TRIES, [])[1 - AT_ONCE :], asdict(new)]
    return str(
        prepare_grant_uri(
            provider.authorize,
            client_id=service.client_id,
            response_type="code",
            redirect_uri=back,
            scope="openid email profile",
            state=new.state,
            nonce=new.nonce,
            code_challenge=create_s256_code_challenge(new.verifier),
            code_challenge_method="S256",
        )
    )


def taken_up(session: Session, school_id: UUID, state: str, now: datetime) -> Try:
    """The try that comes back. It can be taken up once.

    Raises:
        Turned: when none of this browser, this school and the last minutes is called so.
    """
    tries = [Try(**one) for one in session.get(TRIES, [])]
    found = next((one for one in tries if secrets.compare_digest(one.state.encode(), state.encode())), None)
    session[TRIES] = [asdict(one) for one in tries if one is not found]
    if found is None or found.school != str(school_id) or now.timestamp() - found.at > LASTS:
        raise Turned(Why.OLD_TRY)
    return found


def vouched_for(service: Service, begun: Try, said: Mapping[str, str], *, back: str, now: datetime) -> Who:
    """Whom the service vouches for, after every check of its answer.

    Raises:
        Turned: when it vouches for nobody we may take.
        Trouble: when it does not answer, or with nonsense.
    """
    provider = discovered(service.issuer)
    if said.get("iss", provider.issuer if not provider.says_issuer else "") != provider.issuer:
        raise Turned(Why.OTHER_SERVICE)
    if "error" in said or not said.get("code"):
        raise Turned(Why.GAVE_UP)
    client = client_of(service)
    try:
        given = token_for(provider, client, code=said["code"], verifier=begun.verifier, back=back)
    except BadCode:
        raise Turned(Why.OLD_TRY) from None
    claims = _checked(provider, client, given, nonce=begun.nonce, now=now)
    claims = _with_address(provider, claims, given)
    return who_is_it(claims, issuer=service.issuer, domains=service.domains)


def client_of(service: Service) -> Client:
    """How Heed is known to the service.

    Raises:
        Trouble: when its secret cannot be opened any more.
    """
    try:
        return Client(service.client_id, unseal(service.secret))
    except InvalidToken:
        raise Trouble(Fault.SECRET_LOST) from None


def _checked(
    provider: Provider, client: Client, given: Mapping[str, Any], *, nonce: str, now: datetime
) -> Mapping[str, Any]:
    """The claims of the ID token, once signature, issuer, audience, times, nonce and hash are found right."""
    try:
        token = _opened(provider, given["id_token"])
        claims = CodeIDToken(
            token.claims,
            token.header,
            options={
                "iss": {"essential": True, "value": provider.issuer},
                "aud": {"essential": True, "value": client.client_id},
            },
            params={
                "nonce": nonce,
                "client_id": client.client_id,
                "access_token": given.get("access_token"),
            },
        )
        claims.validate(now=int(now.timestamp()), leeway=LEEWAY)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise Turned(Why.BAD_TOKEN) from None
    return dict(claims)


def _with_address(
    provider: Provider, claims: Mapping[str, Any], given: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The claims, and the address beside them where the token leaves it out: some services say it only when asked."""
    access, subject = given.get("access_token"), claims.get("sub")
    if "email" in claims or is_entra(provider.issuer) or provider.userinfo is None:
        return claims
    if not isinstance(access, str) or not access.isascii() or not access.isprintable():
        return claims
    said = told_of(provider, access, str(subject))
    return {**claims, **{name: said[name] for name in ("email", "email_verified") if name in said}}


def _opened(provider: Provider, id_token: str) -> jwt.Token:
    """The token, its signature proved. Signed with a key we have not seen, the service's keys are asked for once more."""
    try:
        return _decoded(id_token, keys_of(provider))
    except (JoseError, ValueError):
        return _decoded(id_token, keys_of(provider, fresh=True))


def _decoded(id_token: str, keys: KeySet) -> jwt.Token:
    return jwt.decode(id_token, keys, algorithms=ALGORITHMS)
