"""Words that could not be taken are kept, for the person who typed them and for nobody else."""

import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.test import Client

from heed.incidents.keeping import put_words_away
from heed.incidents.queries import kept_words
from heed.incidents.stamps import new_stamp, read_stamp
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server
from tests.cast import LEAD_ELSEWHERE, NOW, OTHER_TEACHER, TEACHER, Person, Town
from tests.incidents.clock import Clock
from tests.incidents.page import ADD, Page, Writer
from tests.records.behind import details, entries, incidents, kept, marks

WORDS = "Came in without a coat. It was 3 degrees."


def way_back(page: Page) -> str:
    """Where somebody is sent after signing in again."""
    door = urlsplit(page.answer["Location"])
    assert (page.status, door.path) == (302, "/sign-in/")
    return parse_qs(door.query)["next"][0]


@pytest.fixture
def signed_out(form: Writer) -> Writer:
    """Katie at her form, when her session has ended."""
    form.client = Client()
    return form


@pytest.mark.parametrize("do", ["send", "find", "look", "change"])
def test_whatever_katie_pressed_after_her_session_had_ended_her_words_are_there_again(
    do: str, signed_out: Writer, clock: Clock
) -> None:
    clock.later(minutes=90)
    assert way_back(signed_out.presses(do)) == ADD
    assert entries(signed_out.town) == []
    clock.later(minutes=5)
    page = signed_out.signs_in_again(TEACHER).opens()
    assert "Your words from today, 12:00 are here." in page.body
    for name in ("pupil", "account", "child_words", "already_done", "day", "time", "place"):
        assert page.typed(name) == {**signed_out.words}[name]
    assert page.typed("account") == WORDS
    assert page.fields["categories"] == ["2"]
    assert page.blocks["send-label"] == "Send to 4 people"


def test_a_part_asked_for_with_htmx_after_the_session_has_ended_leads_the_whole_page_to_the_door(
    signed_out: Writer,
) -> None:
    page = signed_out.presses("look", hx=True)
    assert page.answer["HX-Redirect"] == "/sign-in/?next=%2Fincidents%2Fadd%2F"
    assert len(kept(signed_out.town)) == 1


def test_when_katie_sends_what_was_kept_it_is_one_entry_and_is_not_offered_again(signed_out: Writer) -> None:
    signed_out.presses("send")
    signed_out.signs_in_again(TEACHER).opens()
    signed_out.sends()
    assert [one.account for one in incidents(signed_out.town)] == [WORDS]
    assert "Your words from" not in signed_out.opens().body
    assert [one.done_at for one in kept(signed_out.town)] == [NOW]


def test_katie_can_put_her_kept_words_away(signed_out: Writer) -> None:
    signed_out.presses("send")
    signed_out.signs_in_again(TEACHER).opens()
    page = signed_out.presses("afresh")
    assert (page.status, page.answer["Location"]) == (302, ADD)
    fresh = signed_out.opens()
    assert fresh.typed("account") == ""
    assert "Your words from" not in fresh.body
    assert [mark.event for mark in marks(signed_out.town, event="put words away")] == ["put words away"]


def test_the_same_form_kept_twice_is_kept_once_with_the_later_words(signed_out: Writer) -> None:
    signed_out.presses("send")
    signed_out.types(account="Came in without a coat or a hat.").presses("send")
    [one] = kept(signed_out.town)
    assert json.loads(one.typed)["account"] == ["Came in without a coat or a hat."]


def test_of_two_kept_forms_the_later_is_offered_first_and_the_other_after_it(
    signed_out: Writer, clock: Clock
) -> None:
    signed_out.presses("send")
    clock.later(minutes=1)
    with schools(signed_out.town.oakfield):
        stamp = new_stamp(signed_out.town.viewer(TEACHER))
    signed_out.types(account="Another child.", stamp=stamp).presses("send")
    assert signed_out.signs_in_again(TEACHER).opens().typed("account") == "Another child."
    signed_out.sends()
    assert signed_out.opens().typed("account") == WORDS


def test_nothing_but_the_words_is_kept(signed_out: Writer) -> None:
    signed_out.types(csrfmiddlewaretoken="t").presses("send")
    [one] = kept(signed_out.town)
    assert set(json.loads(one.typed)) == set(signed_out.words) - {"stamp", "csrfmiddlewaretoken"}
    assert (one.staff_id, one.kept_at, one.done_at) == (signed_out.town.staff["teacher"], NOW, None)


def test_keeping_leaves_a_mark_that_holds_no_word(signed_out: Writer) -> None:
    signed_out.presses("send")
    [mark] = marks(signed_out.town, event="kept words")
    assert (mark.about_id, mark.role) == (signed_out.town.staff["teacher"], "not signed in")
    assert "coat" not in details(signed_out.town)


@pytest.mark.parametrize("who", [OTHER_TEACHER, LEAD_ELSEWHERE])
def test_katies_kept_words_are_shown_to_nobody_else(who: Person, signed_out: Writer) -> None:
    signed_out.presses("send")
    page = Writer(signed_out.town, signed_out.town.client(who)).opens()
    assert page.typed("account") == ""
    assert "degrees" not in page.body


def test_a_command_on_the_server_has_no_kept_words(town: Town, signed_out: Writer) -> None:
    signed_out.presses("send")
    with schools(town.oakfield):
        assert kept_words(on_the_server(town.oakfield, at=NOW)) is None


@pytest.mark.parametrize("harm", ["forged", "cut", "other salt", "none", "nonsense"])
def test_a_stamp_that_is_not_ours_keeps_nothing(harm: str, signed_out: Writer) -> None:
    stamp = signed_out.words["stamp"]
    said = signing.loads(stamp, salt="heed.incidents.form")
    head, tail = stamp.split(":", 1)
    signed_out.words["stamp"] = {
        "forged": signing.dumps(
            said | {"staff": str(signed_out.town.staff["other"])}, key="x", salt="heed.incidents.form"
        ),
        "cut": f"{head[:-4]}:{tail}",
        "other salt": signing.dumps(said, salt="heed"),
        "none": "",
        "nonsense": "\x00:::",
    }[harm]
    assert way_back(signed_out.presses("send")) == "/"
    assert kept(signed_out.town) == []


def test_a_stamp_older_than_a_half_term_keeps_nothing(
    signed_out: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    age = timedelta(days=14)
    began = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: began + age.total_seconds() - 60)
    assert read_stamp(signed_out.words["stamp"]) is not None
    monkeypatch.setattr(signing.time, "time", lambda: began + age.total_seconds() + 60)
    assert way_back(signed_out.presses("send")) == "/"
    assert kept(signed_out.town) == []


def test_a_form_that_is_only_opened_at_the_door_keeps_nothing_and_is_come_back_to(town: Town) -> None:
    page = Page(Client().get(ADD, {"child": str(town.pupils["maisie"])}))
    assert way_back(page) == f"{ADD}?child={town.pupils['maisie']}"
    assert kept(town) == []


def test_katies_form_sent_by_aisha_is_refused_and_kept_for_katie(form: Writer) -> None:
    """Both at one computer: the form was open when Aisha signed in."""
    page = form.signs_in_again(OTHER_TEACHER).presses("send")
    assert page.status == 403
    assert "This form was opened by somebody else at this computer." in page.body
    assert "degrees" not in page.body
    assert entries(form.town) == []
    assert [one.staff_id for one in kept(form.town)] == [form.town.staff["teacher"]], "as the page promises"
    assert form.opens().typed("account") == "", "Aisha's own form"
    assert form.signs_in_again(TEACHER).opens().typed("account") == WORDS


def test_aisha_cannot_put_katies_kept_words_away(signed_out: Writer) -> None:
    signed_out.presses("send")
    before = [(one.typed, one.done_at) for one in kept(signed_out.town)]
    signed_out.words = {"stamp": signed_out.words["stamp"]}
    assert signed_out.signs_in_again(OTHER_TEACHER).presses("afresh").status == 403
    assert [(one.typed, one.done_at) for one in kept(signed_out.town)] == before
    with schools(signed_out.town.oakfield):
        put_words_away(signed_out.town.viewer(OTHER_TEACHER), kept(signed_out.town)[0].token)
    assert [one.done_at for one in kept(signed_out.town)] == [None]


def test_put_away_pressed_after_the_session_has_ended_again_does_not_empty_what_was_kept(
    signed_out: Writer,
) -> None:
    """That button's own form holds the stamp and no words."""
    signed_out.presses("send")
    signed_out.words = {"stamp": signed_out.words["stamp"]}
    signed_out.presses("afresh")
    assert signed_out.signs_in_again(TEACHER).opens().typed("account") == WORDS


def test_letters_typed_into_the_child_field_after_the_session_has_ended_keep_the_whole_form(
    signed_out: Writer,
) -> None:
    answer = signed_out.client.post(
        "/incidents/children/", {**signed_out.words, "find": "kac"}, headers={"HX-Request": "true"}
    )
    assert answer["HX-Redirect"] == "/sign-in/?next=%2Fincidents%2Fadd%2F"
    assert signed_out.signs_in_again(TEACHER).opens().typed("account") == WORDS


def strict(town: Town, who: Person) -> Client:
    """A browser whose forms are looked at for the cookie of its own session."""
    client = town.client(who)
    client.handler.enforce_csrf_checks = True
    return client


@pytest.mark.parametrize("sender", [TEACHER, OTHER_TEACHER])
def test_a_form_from_before_the_last_sign_in_is_kept_for_the_one_it_was_made_for(
    sender: Person, form: Writer
) -> None:
    form.client = strict(form.town, sender)
    page = form.presses("send")
    assert (page.status, page.answer["Location"]) == (302, ADD)
    assert entries(form.town) == []
    own = form.opens()
    assert own.typed("account") == (WORDS if sender is TEACHER else "")
    assert form.signs_in_again(TEACHER).opens().typed("account") == WORDS


def test_a_stale_form_without_a_stamp_gets_a_page_that_says_what_to_do(form: Writer) -> None:
    form.client = strict(form.town, TEACHER)
    page = form.types(stamp="").presses("send")
    assert page.status == 403
    assert "your words should still be there" in page.body
    assert kept(form.town) == []


def test_a_stamp_says_whose_form_it_is(town: Town) -> None:
    token = uuid7()
    stamp = read_stamp(new_stamp(town.viewer(TEACHER), token))
    assert stamp is not None
    assert (stamp.school_id, stamp.staff_id, stamp.token) == (town.oakfield, town.staff["teacher"], token)
    other = read_stamp(new_stamp(town.viewer(TEACHER)))
    assert other is not None
    assert other.token != token, "each form has a token of its own"
