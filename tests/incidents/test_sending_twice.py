"""A form is one entry, however often it is sent."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from heed.incidents.actions import Account, record_incident
from heed.lib.outcomes import NotSeen, OutOfDate
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import ASSISTANT, NOW, TEACHER, Person, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page, Writer
from tests.records.behind import entries, incidents, marks, told

TOKEN = uuid7()


@pytest.fixture
def said(town: Town) -> Account:
    return Account(
        pupil_id=town.pupils["maisie"],
        account="Came in without a coat.",
        child_words="“I am cold.”",
        already_done="Lent her a coat.",
        categories=frozenset({Default.CONCERN}),
        occurred_at=NOW - timedelta(hours=1),
        place="Gate",
    )


def send(town: Town, said: Account, who: Person = TEACHER) -> UUID:
    with schools(town.oakfield):
        return record_incident(town.viewer(who), said, token=TOKEN)


def test_the_same_words_sent_twice_are_one_entry_and_tell_nobody_twice(town: Town, said: Account) -> None:
    first, second = send(town, said), send(town, said)
    assert first == second
    assert entries(town) == [1]
    assert len(told(town, first)) == 4
    assert len(marks(town, event="recorded")) == 1


@pytest.mark.parametrize("changed", ["account", "child_words", "already_done"])
def test_other_words_in_a_form_that_was_sent_are_not_taken_silently(
    changed: str, town: Town, said: Account
) -> None:
    send(town, said)
    with pytest.raises(OutOfDate, match="as entry 1") as stopped:
        send(town, replace(said, **{changed: "Something else."}))
    assert "has not been sent" in stopped.value.reason
    assert entries(town) == [1]


def test_another_child_in_a_form_that_was_sent_is_not_taken_silently(town: Town, said: Account) -> None:
    send(town, said)
    with pytest.raises(OutOfDate):
        send(town, replace(said, pupil_id=town.pupils["kacper"]))


@pytest.mark.parametrize(
    "changed",
    [
        {"categories": frozenset({Default.CONCERN, Default.MEDICAL})},
        {"occurred_at": NOW - timedelta(hours=2)},
        {"place": "Hall"},
        {"late_reason": "I was teaching."},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_nothing_else_that_was_changed_after_sending_is_lost_silently(
    changed: dict[str, object], town: Town, said: Account
) -> None:
    send(town, said)
    with pytest.raises(OutOfDate):
        send(town, replace(said, **changed))


def test_a_colleague_who_comes_by_the_same_token_gets_nothing_of_katies(town: Town, said: Account) -> None:
    """Tokens are random; this cannot happen by chance, and must not open anything when it is made to."""
    send(town, said)
    with pytest.raises(NotSeen), schools(town.oakfield):
        record_incident(town.viewer(ASSISTANT), said, token=TOKEN)
    assert entries(town) == [1]


def test_pressing_send_twice_in_the_browser_leads_to_the_one_entry(form: Writer) -> None:
    assert form.sends() == form.sends()
    assert entries(form.town) == [1]


def test_a_part_of_the_day_sent_twice_is_one_entry_though_the_clock_went_on(
    form: Writer, clock: Clock
) -> None:
    clock.later(hours=3)
    first = form.signs_in_again(TEACHER).types(time="afternoon").sends()
    clock.later(seconds=2)
    assert form.sends() == first
    assert entries(form.town) == [1]


def test_changed_and_sent_again_says_so_and_keeps_what_was_changed(form: Writer, clock: Clock) -> None:
    form.sends()
    clock.later(minutes=2)
    page = form.types(account="Came in without a coat. Her shoes were wet.").presses("send")
    assert page.status == 422
    assert "sent already, as entry 1" in page.body
    assert page.typed("account") == "Came in without a coat. Her shoes were wet."
    assert entries(form.town) == [1]
    form.takes(page)
    form.sends()
    assert [one.account for one in incidents(form.town)] == [
        "Came in without a coat. It was 3 degrees.",
        "Came in without a coat. Her shoes were wet.",
    ]


def test_a_tab_that_was_left_open_for_three_weeks_keeps_its_words_and_asks_once_more(
    form: Writer, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.signing.time.time", lambda: clock.now.timestamp())
    form.opens(form.town.pupils["maisie"])
    form.types(account="Came in without a coat.", categories=["2"], time="08:50", late_reason="Half-term.")
    clock.later(days=21)
    page = form.signs_in_again(TEACHER).presses("send")
    assert page.status == 422
    assert "This form had been open for too long. Press Send again." in page.body
    assert page.typed("account") == "Came in without a coat."
    form.takes(page)
    form.sends()
    assert entries(form.town) == [1]


@pytest.mark.parametrize("stamp", ["", "nonsense", "\x00"])
def test_a_form_without_a_good_stamp_is_not_recorded_but_can_be_sent_again(stamp: str, form: Writer) -> None:
    page: Page = form.types(stamp=stamp).presses("send")
    assert page.status == 422
    assert entries(form.town) == []
    form.takes(page)
    form.sends()
    assert entries(form.town) == [1]
