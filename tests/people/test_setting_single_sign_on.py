"""Setting single sign-on: by an administrator, approved by a head or DSL, tried before it is relied on."""

from typing import Any

import pytest
from django.test import Client

from heed.accounts.models import SignOn
from heed.accounts.sealed import unseal
from heed.accounts.signon.queries import service_of
from tests.accounts.provider import CLIENT, SECRET
from tests.accounts.signing_on import Provider, SomebodySigningOn, set_up
from tests.cast import ADMINISTRATOR, HEAD, LEAD, SENIOR_LEADER, TEACHER, Person, Town
from tests.incidents.page import Page
from tests.records.behind import details, marks

HERE, APPROVE = "/people/sign-on/", "/people/sign-on/approve/"


def typed(provider: Provider, **other: Any) -> dict[str, Any]:
    said = {
        "label": "Kestrel ID",
        "issuer": provider.issuer,
        "client_id": CLIENT,
        "secret": SECRET,
        "domains": "oakfield.example",
        "active": "on",
        "seen": "",
        "do": "save",
        **other,
    }
    return {name: value for name, value in said.items() if value is not None}


def sends(town: Town, who: Person, said: dict[str, Any], where: str = HERE) -> Page:
    return Page(town.client(who).post(where, said))


def seen(town: Town) -> str:
    service = service_of(town.oakfield)
    return service.changed_at.isoformat() if service else ""


def is_open(town: Town) -> bool:
    return Client().get(f"/sign-in/school/{town.oakfield}/").status_code == 302


def test_the_head_sets_it_up_and_it_is_in_force(town: Town, provider: Provider) -> None:
    said = typed(provider, domains=" Oakfield.example, @kestrel.example\noakfield.example")
    page = sends(town, HEAD, said)
    assert page.answer["Location"] == f"{HERE}?said=saved"
    assert is_open(town)
    row = SignOn.objects.get()
    assert row.domains == ["oakfield.example", "kestrel.example"]
    assert unseal(row.secret) == SECRET
    assert (
        "People can sign in with Kestrel ID." in town.client(HEAD).get(f"{HERE}?said=saved").content.decode()
    )
    [mark] = marks(town, event="single sign-on set")
    assert (mark.name, mark.elevated) == ("Priya Nair", True)
    assert SECRET not in details(town)


def test_the_administrator_sets_it_up_and_a_dsl_approves_it(town: Town, provider: Provider) -> None:
    page = sends(town, ADMINISTRATOR, typed(provider))
    assert page.answer["Location"] == f"{HERE}?said=waits"
    assert not is_open(town)
    told = town.client(ADMINISTRATOR).get(f"{HERE}?said=waits").content.decode()
    assert "Nobody can sign in with it yet." in told
    assert Page(town.client(ADMINISTRATOR).get(APPROVE)).status == 403
    helen = town.client(LEAD)
    shown = Page(helen.get(APPROVE))
    assert provider.issuer in shown.body
    assert "Single sign-on waits for your decision" in helen.get("/").content.decode()
    helen.post(APPROVE, {"do": "approve", "seen": shown.typed("seen")})
    assert "Single sign-on waits" not in helen.get("/").content.decode()
    assert is_open(town)
    assert [mark.name for mark in marks(town, event="single sign-on approved")] == ["Helen Marsh"]


@pytest.mark.parametrize(
    ("changed", "waits"),
    [
        ({"issuer": "https://evil.example"}, True),
        ({"client_id": "another"}, True),
        ({"domains": "oakfield.example evil.example"}, True),
        ({"counts_as_second_step": "on"}, True),
        ({"label": "Kestrel"}, False),
        ({"secret": "renewed"}, False),
        ({"only": "on"}, False),
        ({"active": None}, False),
    ],
)
def test_what_opens_more_waits_for_a_leader_again(
    changed: dict[str, Any], waits: bool, town: Town, provider: Provider
) -> None:
    set_up(town, provider)
    sends(town, ADMINISTRATOR, typed(provider, seen=seen(town), **changed))
    service = service_of(town.oakfield)
    assert service
    assert service.approved is not waits


def test_what_was_approved_is_what_was_looked_at(town: Town, provider: Provider) -> None:
    sends(town, ADMINISTRATOR, typed(provider))
    shown = Page(town.client(LEAD).get(APPROVE)).typed("seen")
    sends(town, ADMINISTRATOR, typed(provider, issuer="https://evil.example", seen=seen(town)))
    page = sends(town, LEAD, {"do": "approve", "seen": shown}, APPROVE)
    assert page.status == 409
    assert "Somebody has changed single sign-on" in page.body
    assert not is_open(town)


def test_two_administrators_do_not_overwrite_each_other(town: Town, provider: Provider) -> None:
    before = Page(town.client(ADMINISTRATOR).get(HERE)).typed("seen")
    sends(town, HEAD, typed(provider))
    page = sends(town, ADMINISTRATOR, typed(provider, label="Mine", seen=before))
    assert page.status == 409
    assert SignOn.objects.get().label == "Kestrel ID"


def test_the_secret_is_never_shown_and_kept_when_none_is_typed(town: Town, provider: Provider) -> None:
    set_up(town, provider)
    body = town.client(HEAD).get(HERE).content.decode()
    assert SECRET not in body
    assert SignOn.objects.get().secret not in body
    sends(town, HEAD, typed(provider, secret="", label="New", seen=seen(town)))
    assert unseal(SignOn.objects.get().secret) == SECRET


@pytest.mark.parametrize("first", [{"do": "try"}, {"domains": "oakfield"}])
def test_a_secret_that_was_typed_is_carried_on_unseen(
    first: dict[str, Any], town: Town, provider: Provider
) -> None:
    page = sends(town, HEAD, typed(provider, **first))
    assert SECRET not in page.body
    carried = page.typed("typed")
    sends(town, HEAD, typed(provider, secret="", typed=carried))
    assert unseal(SignOn.objects.get().secret) == SECRET
    evil = {"issuer": "https://evil.example", "secret": "", "typed": carried, "seen": seen(town)}
    assert "secret" in sends(town, HEAD, typed(provider, **evil)).errors
    for garbage in ("x", carried[:-4], "é"):
        assert "secret" in sends(town, HEAD, typed(provider, **{**evil, "typed": garbage})).errors


@pytest.mark.parametrize("changed", [{"issuer": "https://evil.example"}, {"client_id": "another"}])
@pytest.mark.parametrize("do", ["save", "try"])
def test_a_secret_goes_nowhere_but_where_it_was_entered_for(
    changed: dict[str, Any], do: str, town: Town, provider: Provider
) -> None:
    set_up(town, provider)
    page = sends(town, ADMINISTRATOR, typed(provider, secret="", seen=seen(town), do=do, **changed))
    assert page.status == 422
    assert page.errors["secret"] == "Enter the client secret that belongs to this issuer and client id."


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"label": ""}, "label", "Say what people call it"),
        ({"issuer": ""}, "issuer", "Enter the issuer"),
        ({"issuer": "login.microsoftonline.com"}, "issuer", "The service has no proper address."),
        ({"issuer": "http://id.example.org"}, "issuer", "does not begin with https://"),
        ({"issuer": "https://login.microsoftonline.com/common/v2.0"}, "issuer", "every organisation"),
        ({"issuer": "https://id.example.org/?x=1"}, "issuer", "question mark"),
        ({"client_id": ""}, "client_id", "Enter the client id"),
        ({"secret": ""}, "secret", "Enter the client secret"),
        ({"domains": ""}, "domains", "at least one domain"),
        ({"domains": "oakfield"}, "domains", "“oakfield” is no domain."),
        ({"domains": "gmail.com"}, "domains", "Anybody can have an address"),
        ({"domains": " ".join(f"a{n}.uk" for n in range(30))}, "domains", "one to 20 domains"),
        ({"seen": "yesterday"}, "seen", ""),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost(
    wrong: dict[str, Any], field: str, words: str, town: Town, provider: Provider
) -> None:
    said = typed(provider, **wrong)
    page = sends(town, HEAD, said)
    assert page.status == 422
    if words:
        assert words in page.errors[field]
    for name in ("label", "issuer", "client_id", "domains"):
        assert page.fields[name][-1].strip() == said[name]
    assert SECRET not in page.body
    assert not SignOn.objects.exists()


def test_the_address_of_the_description_is_taken_for_the_issuer(town: Town, provider: Provider) -> None:
    sends(town, HEAD, typed(provider, issuer=f"{provider.issuer}/.well-known/openid-configuration"))
    assert SignOn.objects.get().issuer == provider.issuer


DISCOVERY = "/.well-known/openid-configuration"


def test_trying_says_that_all_is_well_and_saves_nothing(town: Town, provider: Provider) -> None:
    page = sends(town, ADMINISTRATOR, typed(provider, do="try"))
    assert page.status == 200
    for words in (
        "It answers, and says how it is used.",
        "It shows the keys it signs with.",
        "and takes the secret.",
    ):
        assert words in page.body
    assert page.typed("issuer") == provider.issuer
    assert not SignOn.objects.exists()
    assert [mark.name for mark in marks(town, event="single sign-on tried")] == ["Ian Cole"]


@pytest.mark.parametrize(
    ("mood", "other", "words"),
    [
        ({DISCOVERY: {"status": 404}}, {}, "It answered with an error."),
        ({DISCOVERY: {"body": "<html>"}}, {}, "It sent an answer that makes no sense."),
        ({DISCOVERY: "moved"}, {}, "It sent us on to another address; Heed does not follow."),
        (
            {"says": {"issuer": "https://x.example"}},
            {},
            "It calls itself by another issuer than the one entered.",
        ),
        ({"/keys": {"status": 500}}, {}, "It answered with an error."),
        ({"keys": []}, {}, "It shows no keys that Heed can use."),
        (
            {},
            {"secret": "wrong"},
            "It does not take Heed’s client id and secret; the secret may have run out.",
        ),
        ({}, {"issuer": "https://nowhere.invalid"}, "It has a name that leads nowhere."),
        (
            {},
            {"issuer": "https://10.0.0.1"},
            "It has an address inside a private network, which Heed does not call.",
        ),
        ({}, {"issuer": "http://localhost:1"}, "It could not be reached."),
    ],
)
def test_trying_says_in_plain_words_what_is_wrong(
    mood: dict[str, Any], other: dict[str, Any], words: str, town: Town, provider: Provider
) -> None:
    provider.is_(**mood)
    page = sends(town, ADMINISTRATOR, typed(provider, do="try", **other))
    assert page.status == 200
    assert words in page.body


def test_the_redirect_address_is_the_one_that_is_used(town: Town, provider: Provider) -> None:
    set_up(town, provider)
    address = f"http://testserver/sign-in/school/{town.oakfield}/back/"
    assert address in town.client(HEAD).get(HERE).content.decode()


@pytest.mark.parametrize("who", [TEACHER, SENIOR_LEADER, LEAD])
def test_nobody_else_sets_it(who: Person, town: Town, provider: Provider) -> None:
    assert sends(town, who, typed(provider)).status == 403
    assert not SignOn.objects.exists()


def test_the_head_forgets_an_account_that_was_replaced(town: Town, provider: Provider) -> None:
    set_up(town, provider)
    provider.knows(katie={"email": "teacher@oakfield.example", "email_verified": True})
    SomebodySigningOn(town, provider).signs_on("katie")
    page = sends(town, HEAD, {"do": "release", "email": "nobody@oakfield.example"}, APPROVE)
    assert page.errors["email"] == "Nobody on the staff list has this address."
    page = sends(town, HEAD, {"do": "release", "email": " Teacher@Oakfield.example "}, APPROVE)
    assert "The next account that the service vouches for" in page.body
    page = sends(town, HEAD, {"do": "release", "email": "teacher@oakfield.example"}, APPROVE)
    assert "Nothing had to be done." in page.body
    assert len(marks(town, event="single sign-on released")) == 2


def test_approving_where_there_is_nothing(town: Town) -> None:
    assert "There is nothing to approve." in town.client(LEAD).get(APPROVE).content.decode()
    assert sends(town, LEAD, {"do": "approve", "seen": ""}, APPROVE).status == 409
    assert sends(town, LEAD, {"do": "approve", "seen": "2026-01-01T00:00:00+00:00"}, APPROVE).status == 404
