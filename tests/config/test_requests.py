"""One request, one transaction, one viewer; what was refused or went wrong leaves nothing but its mark."""

import logging
import re
from uuid import uuid4

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from heed.accounts.models import Membership, User
from heed.audit.models import DoorMark
from heed.config import outcomes
from heed.config.logs import Line, places
from heed.lib.outcomes import NotSeen
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from tests.cast import ADMINISTRATOR, LEAD, LEAD_BY_PASSWORD, NOW, TEACHER, Town
from tests.incidents.clock import Clock
from tests.incidents.page import ADD, Page, Writer
from tests.records.behind import entries, kept, last_number, marks

SECRET_WORDS = "She said the dog bit her on Sunday."


@pytest.fixture
def form(town: Town, clock: Clock) -> Writer:
    writer = Writer(town, town.client(TEACHER))
    writer.opens(town.pupils["maisie"])
    return writer.types(account=SECRET_WORDS, categories=["2"], time="08:50")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telling people fails, after the entry has been written; the error quotes the row, as a database does."""

    def fails(*_: object, **__: object) -> None:
        raise LookupError(f"DETAIL: Failing row contains ({SECRET_WORDS}, Maisie Thornton)")

    monkeypatch.setattr("heed.incidents.actions.tell", fails)


def test_a_fault_half_way_undoes_everything(form: Writer, broken: None) -> None:
    before = len(marks(form.town))
    assert form.presses("send").status == 500
    assert (entries(form.town), last_number(form.town)) == ([], 0)
    assert [one.event for one in marks(form.town)][before:] == ["kept words"]
    assert marks(form.town, event="recorded") == []


def test_a_fault_shows_a_calm_page_with_a_reference_and_nothing_of_the_error(
    form: Writer, broken: None
) -> None:
    page = form.presses("send")
    assert "Something went wrong here" in page.body
    assert re.search(r"<code[^>]*>[0-9a-f]{8}</code>", page.body)
    for secret in ("dog", "Maisie", "Katie", "LookupError", "Traceback", "DETAIL"):
        assert secret not in page.body
    assert page.answer["Cache-Control"] == "no-store"


def test_the_line_in_the_log_has_the_reference_and_the_place_and_no_word_that_was_typed(
    form: Writer, broken: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        page = form.presses("send")
    [record] = [one for one in caplog.records if one.name == "heed.web"]
    line = Line().format(record)
    reference = re.search(r"<code[^>]*>([0-9a-f]{8})</code>", page.body)
    assert reference
    assert f"fault {reference[1]}" in line
    assert "LookupError" in line
    assert "heed/incidents/actions.py" in line
    assert not [
        one for one in caplog.records if "dog" in Line().format(one) or "Maisie" in Line().format(one)
    ]


def test_a_fault_outside_every_view_has_its_place_in_the_log_too(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise LookupError(SECRET_WORDS)

    monkeypatch.setattr("heed.config.middleware.schools_entered", fails)
    client = town.client(LEAD)
    client.raise_request_exception = False
    page = Page(client.get("/"))
    assert page.status == 500
    assert "Something went wrong here" in page.body
    [record] = [one for one in caplog.records if one.name == "heed.web"]
    assert "LookupError" in Line().format(record)
    assert "dog" not in Line().format(record)


def test_an_ordinary_line_in_the_log_is_one_line() -> None:
    record = logging.LogRecord("heed.web", logging.INFO, __file__, 1, "up on %s", ("8000",), None)
    assert Line().format(record).endswith("INFO heed.web: up on 8000")
    record.exc_info = (None, None, None)
    assert "\n" not in Line().format(record)


def test_the_places_of_an_error_hold_its_class_and_not_its_words() -> None:
    with pytest.raises(LookupError) as raised:
        {}[SECRET_WORDS]
    found = places(raised.value)
    assert found[0].strip() == "KeyError"
    assert "test_requests.py" in found[-1]
    assert "dog" not in "".join(found)


def test_what_was_refused_leaves_a_mark_though_the_request_was_undone(town: Town, clock: Clock) -> None:
    assert town.client(ADMINISTRATOR).get(ADD).status_code == 403
    [mark] = marks(town, event="refused")
    assert (mark.staff_id, mark.about, mark.why) == (town.staff["admin"], "page", "incidents:add")
    assert (mark.at, mark.about_id) == (NOW, None)


def test_what_was_not_seen_leaves_a_mark_with_what_was_asked_for(town: Town, clock: Clock) -> None:
    asked = uuid4()
    page = Page(town.client(LEAD).get(f"/entries/{asked}/"))
    assert page.status == 404
    assert "There is nothing here for you to see" in page.body
    [mark] = marks(town, event="refused")
    assert (mark.staff_id, mark.about_id, mark.why) == (town.staff["lead"], asked, "incidents:entry")
    assert marks(town, event="looked at entry") == []


def test_a_refusal_undoes_what_the_request_had_done_before_it(
    form: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_seen(*_: object, **__: object) -> None:
        raise NotSeen

    monkeypatch.setattr("heed.incidents.actions.tell", not_seen)
    assert form.presses("send").status == 404
    assert (entries(form.town), last_number(form.town)) == ([], 0)
    assert [mark.why for mark in marks(form.town, event="refused")] == ["incidents:add"]


def test_an_address_that_leads_nowhere_is_the_same_page_and_no_refusal(town: Town) -> None:
    helen = town.client(LEAD)
    page = Page(helen.get("/no/such/page/"))
    assert page.status == 404
    assert "There is nothing here for you to see" in page.body
    assert "Helen Marsh" in page.body, "within the frame of the person signed in"
    assert marks(town, event="refused") == []
    assert Client().get("/no/such/page/").status_code == 404


def test_somebody_without_a_school_gets_the_calm_page(town: Town, clock: Clock) -> None:
    Membership.objects.filter(user_id=town.users["teacher"]).delete()
    client = town.client(TEACHER)
    for answer in (client.get("/"), client.get(ADD), client.post(ADD, {"account": SECRET_WORDS})):
        page = Page(answer)
        assert page.status == 403
        assert "You do not work in a school that uses Heed here, or no longer do." in page.body
        assert "Katie" not in page.body
    assert {(one.event, one.user_id) for one in DoorMark.objects.all()} == {
        ("signed in without a school", town.users["teacher"])
    }


def test_somebody_without_a_school_finds_the_way_out(town: Town) -> None:
    Membership.objects.filter(user_id=town.users["teacher"]).delete()
    page = Page(town.client(TEACHER).get("/"))
    assert 'action="/sign-out/"' in page.body


def test_staff_who_left_lose_access_at_once(form: Writer) -> None:
    town = form.town
    assert form.client.get("/").status_code == 200
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["teacher"]).update(left_on=NOW.date())
    assert form.client.get("/").status_code == 403
    assert form.presses("send").status == 403
    assert entries(town) == []
    assert kept(town) == []


def test_an_account_that_was_closed_is_signed_out_at_once(town: Town) -> None:
    client = town.client(TEACHER)
    assert client.get("/").status_code == 200
    User.objects.filter(pk=town.users["teacher"]).update(is_active=False)
    answer = client.get("/")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=%2F")


@pytest.mark.parametrize(("elevated", "status"), [(True, 200), (False, 403)])
def test_elevation_is_what_this_session_signed_in_with(elevated: bool, status: int, town: Town) -> None:
    assert town.client(LEAD, elevated=elevated).get("/children/").status_code == status


def test_an_elevation_of_somebody_else_does_not_count(town: Town) -> None:
    client = town.client(LEAD_BY_PASSWORD)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session["account_authentication_methods_user"] = str(town.users["lead"])
    session.save()
    assert client.get("/children/").status_code == 403


@pytest.mark.parametrize("address", ["/", ADD, "/sign-in/", "/no/such/page/"])
def test_no_page_is_kept_by_a_browser(address: str, town: Town) -> None:
    assert town.client(LEAD).get(address)["Cache-Control"].count("no-store") == 1


def test_too_many_fields_get_a_page_that_says_what_to_do(town: Town) -> None:
    page = Page(town.client(TEACHER).post(ADD, {f"field{number}": "x" for number in range(400)}))
    assert page.status == 400
    assert "load the page again and try once more" in page.body


def test_the_remaining_pages_of_outcomes_stand_by_themselves(db: None) -> None:
    request: HttpRequest = RequestFactory().get("/")
    assert outcomes.forbidden(request).status_code == 403
    assert outcomes.bad_request(request).status_code == 400
    out_of_date = outcomes.answer_to(request, outcomes.OutOfDate("Load the page again."))
    assert out_of_date is not None
    assert out_of_date.status_code == 409
    assert b"Load the page again." in out_of_date.content
    assert outcomes.answer_to(request, outcomes.PermissionDenied()) is None


def test_a_session_is_written_by_the_minute(town: Town) -> None:
    helen = town.client(LEAD)
    helen.get("/")
    assert "heed_session" not in helen.get("/").cookies, "the second page of a minute writes nothing"
    session = helen.session
    session["here_at"] -= 60
    session.save()
    assert "heed_session" in helen.get("/").cookies
