"""Which accounts at Microsoft, Google and others a school's people have, and which only look like theirs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.accounts.signon.kinds import Turned, Who, Why
from heed.accounts.signon.rules import (
    GOOGLE,
    domain_of,
    second_step,
    who_is_it,
    why_not_domain,
    why_not_issuer,
)

TENANT = "5d4c6f0e-1111-4222-8333-94a4b5c6d7e8"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/v2.0"
OTHER = "https://id.example.org"
OURS = ("oakfield.sch.uk",)
AT_ENTRA = {
    "tid": TENANT,
    "oid": "0a1b",
    "sub": "pairwise",
    "preferred_username": "K.Lowther@Oakfield.sch.uk",
}
AT_GOOGLE = {
    "sub": "117",
    "email": "k.lowther@oakfield.sch.uk",
    "email_verified": True,
    "hd": "oakfield.sch.uk",
}
KATIE = "k.lowther@oakfield.sch.uk"


def who(claims: dict[str, Any], issuer: str) -> Who:
    return who_is_it(claims, issuer=issuer, domains=OURS)


def test_at_microsoft_katie_is_known_by_the_id_of_the_person() -> None:
    assert (who(AT_ENTRA, ENTRA).subject, who(AT_ENTRA, ENTRA).address) == ("0a1b", KATIE)


def test_at_google_by_the_subject() -> None:
    assert (who(AT_GOOGLE, GOOGLE).subject, who(AT_GOOGLE, GOOGLE).address) == ("117", KATIE)


def test_what_anybody_can_write_into_their_account_at_microsoft_is_not_read() -> None:
    """Known as nOAuth: an administrator of any tenant may set `email` to somebody else's address."""
    claims = AT_ENTRA | {"preferred_username": "x@evil.example", "email": KATIE, "email_verified": True}
    assert (who(claims, ENTRA).address, who(claims, ENTRA).why_no_address) == (None, Why.OTHER_DOMAIN)
    without = {key: value for key, value in claims.items() if key != "preferred_username"}
    assert who(without, ENTRA).why_no_address is Why.NO_ADDRESS


@pytest.mark.parametrize("tid", ["9188040d-6c67-4c5b-b112-36a304b66dad", "", None, 7])
def test_an_account_of_another_tenant_is_not_ours(tid: Any) -> None:
    with pytest.raises(Turned) as turned:
        who(AT_ENTRA | {"tid": tid}, ENTRA)
    assert turned.value.why is Why.OTHER_TENANT


@pytest.mark.parametrize("oid", ["", None, 7, "x" * 256])
def test_an_account_without_a_name_of_its_own_is_nobodys(oid: Any) -> None:
    with pytest.raises(Turned) as turned:
        who(AT_ENTRA | {"oid": oid}, ENTRA)
    assert turned.value.why is Why.BAD_TOKEN


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_nobody_has_verified_is_none(verified: Any) -> None:
    assert who(AT_GOOGLE | {"email_verified": verified}, OTHER).address is None


def test_a_private_google_account_with_a_school_address_is_not_the_schools() -> None:
    private = {key: value for key, value in AT_GOOGLE.items() if key != "hd"}
    assert who(private, GOOGLE).why_no_address is Why.OTHER_DOMAIN
    assert who(AT_GOOGLE | {"hd": "evil.example"}, GOOGLE).address is None
    assert who(private, OTHER).address == KATIE, "other services know no `hd`"


@pytest.mark.parametrize(
    "address",
    [
        *("k.lowther@oakfield.sch.uk.evil.example", "k.lowther@sub.oakfield.sch.uk", "k@gmail.com"),
        *("oakfield.sch.uk", "@oakfield.sch.uk", "a@b@oakfield.sch.uk", "", "ķ.lowther@oakfield.sch.uk"),
        *("k.lowther@oakfıeld.sch.uk", "k.lowther@oakfield.sch.uk\u200b"),
    ],
)
def test_an_address_that_only_looks_like_ours_is_none(address: str) -> None:
    assert who(AT_GOOGLE | {"email": address}, OTHER).address is None
    assert who(AT_ENTRA | {"preferred_username": address}, ENTRA).address is None


@pytest.mark.parametrize(
    ("claims", "asked"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"amr": ["mfa"]}, True),
        ({"acr": "phr"}, True),
        ({"acr": "https://refeds.org/profile/mfa"}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": ["pwd", "otp"]}, False),
        ({"amr": "mfa"}, False),
        ({"amr": None}, False),
        ({"acr": "1"}, False),
        ({}, False),
    ],
)
def test_whether_a_second_step_was_asked(claims: dict[str, Any], asked: bool) -> None:
    assert second_step(claims) is asked


@pytest.mark.parametrize(
    ("issuer", "words"),
    [
        ("https://login.microsoftonline.com/common/v2.0", "every organisation"),
        ("https://login.microsoftonline.com/organizations/v2.0", "every organisation"),
        ("https://login.microsoftonline.com/consumers/v2.0", "every organisation"),
        ("https://login.microsoftonline.com/{tenantid}/v2.0", "every organisation"),
        ("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", "every organisation"),
        (f"https://sts.windows.net/{TENANT}/", "ends in /v2.0"),
        (f"https://login.microsoftonline.com/{TENANT}", "ends in /v2.0"),
    ],
)
def test_an_issuer_of_microsoft_must_be_one_tenants(issuer: str, words: str) -> None:
    assert words in (why_not_issuer(issuer) or "")


@pytest.mark.parametrize("issuer", [ENTRA, GOOGLE, OTHER])
def test_one_that_is_fine(issuer: str) -> None:
    assert why_not_issuer(issuer) is None


@pytest.mark.parametrize("domain", ["oakfield.sch.uk", "kestrel-trust.org.uk", "xn--schule-9xa.de", "a1.co"])
def test_a_domain_that_is_fine(domain: str) -> None:
    assert why_not_domain(domain) is None


@pytest.mark.parametrize(
    "domain", ["oakfield", ".uk", "a..uk", "-a.uk", "a b.uk", "", "gmail.com", "ä.de", "1.2.3.4"]
)
def test_a_domain_that_cannot_be_a_schools(domain: str) -> None:
    assert why_not_domain(domain)


@pytest.mark.parametrize(
    ("address", "domain"),
    [("A@B.C", "b.c"), (" a@b.c ", "b.c"), ("a", ""), ("@b.c", ""), ("a@b@c", ""), ("", ""), ("a@", "")],
)
def test_the_domain_of_an_address(address: str, domain: str) -> None:
    assert domain_of(address) == domain


PLAIN = st.sampled_from(
    [None, True, False, 0, 7, "", "mfa", KATIE, TENANT, "oakfield.sch.uk", "x" * 300]
) | st.text("aé@.\u0000", max_size=6)
VALUES = PLAIN | st.lists(PLAIN, max_size=2) | st.dictionaries(st.just("x"), PLAIN)
NAMES = ("sub", "oid", "tid", "email", "email_verified", "hd", "preferred_username", "amr", "acr")


@given(st.dictionaries(st.sampled_from(NAMES), VALUES), st.sampled_from([ENTRA, GOOGLE, OTHER]))
def test_whatever_it_says_somebody_is_found_or_turned_away(claims: dict[str, Any], issuer: str) -> None:
    try:
        found = who_is_it(claims, issuer=issuer, domains=OURS)
    except Turned:
        return
    assert found.address is None or domain_of(found.address) in OURS
    assert isinstance(found.subject, str)
    assert found.subject
