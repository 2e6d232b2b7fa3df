"""What is wrong with a form is said beside its field, and everything typed is still there."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from heed.pupils.models import Pupil
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import LEAD, NOW, TEACHER
from tests.incidents.clock import Clock
from tests.incidents.page import Page, Writer
from tests.records.behind import entries, incidents, opened, switch_off

LONG = "a" * 50_001

WRONG = [
    ({"account": ""}, "account", "Write what happened."),
    ({"account": " \r\n\t\u200b "}, "account", "Write what happened."),
    ({"account": LONG}, "account", "“What happened” is 50,001 characters long. Shorten it to 50,000"),
    ({"child_words": "b" * 10_001}, "child_words", "is 10,001 characters long. Shorten it to 10,000"),
    ({"already_done": "c" * 10_001}, "already_done", "is 10,001 characters long. Shorten it to 10,000"),
    ({"place": "d" * 201}, "place", "“Where” is 201 characters long. Shorten it to 200"),
    ({"late_reason": "e" * 1001}, "late_reason", "is 1,001 characters long. Shorten it to 1,000"),
    ({"categories": []}, "categories", "Choose at least one category."),
    ({"categories": ["concern"]}, "categories", "not yours to choose. Choose again."),
    ({"categories": ["2", "7"]}, "categories", "not yours to choose. Choose again."),
    ({"categories": ["9" * 30]}, "categories", "not yours to choose. Choose again."),
    ({"categories": ["-2"]}, "categories", "not yours to choose. Choose again."),
    ({"categories": ["²"]}, "categories", "not yours to choose. Choose again."),
    ({"categories": ["9" * 5000]}, "categories", "not yours to choose. Choose again."),
    ({"day": ""}, "day", "Write the day it happened, such as 23 November 2026."),
    ({"day": "soon"}, "day", "This is not a day. Write it like 23 November 2026 or 23/11/2026."),
    ({"day": "31/11/2026"}, "day", "This is not a day."),
    ({"day": "1" * 61}, "day", "“Day” is 61 characters long. Shorten it to 60"),
    ({"day": "24 November 2026"}, "day", "This is in the future. Write when it happened."),
    ({"day": "31/12/9999"}, "day", "This is in the future."),
    ({"day": "23 November 2016", "late_reason": "x"}, "day", "This is before the child was born."),
    ({"day": "1/1/0001", "late_reason": "x"}, "day", "This is before the child was born."),
    ({"time": ""}, "time", "Write about what time, such as 08:50 or morning."),
    ({"time": "25:00"}, "time", "This is not a time. Write it like 08:50, about 10 or morning."),
    ({"time": "h" * 61}, "time", "is 61 characters long. Shorten it to 60"),
    ({"time": "10:36"}, "time", "This is in the future."),
    ({"time": "afternoon"}, "time", "This is in the future."),
    ({"time": "evening"}, "time", "This is in the future."),
    ({"day": "21 November 2026"}, "late_reason", "More than a day has passed."),
]


@pytest.mark.parametrize(("typed", "field", "said"), WRONG)
def test_a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost(
    typed: dict[str, Any], field: str, said: str, form: Writer
) -> None:
    page = form.types(**typed).presses("send")
    assert page.status == 422
    assert set(page.errors) == {field}
    assert said in page.errors[field]
    assert (f"#id_{field}", page.errors[field]) in page.links, "the summary leads to the field"
    assert "Not sent yet. Your words are safe" in page.body
    assert entries(form.town) == []
    kept = {name: page.typed(name) for name in form.words if name not in {"categories", "stamp"}}
    assert kept == {name: form.words[name] for name in kept}
    assert set(page.fields.get("categories", [])) == set(form.words["categories"]) & {"2"}


def test_a_form_with_nothing_in_it_says_everything_at_once(katie: Writer) -> None:
    page = katie.presses("send")
    assert set(page.errors) == {"find", "account", "categories", "day", "time"}
    assert ("#id_find", "Choose the child.") in page.links


@pytest.mark.parametrize("whose", ["elsewhere", "left", "nobody", "nonsense"])
def test_a_child_who_cannot_be_chosen_is_asked_for_again(whose: str, form: Writer) -> None:
    town = form.town
    if whose == "left":
        with schools(town.oakfield):
            opened(Pupil).filter(pk=town.pupils["maisie"]).update(left_on=NOW.date())
    pupil = {
        "elsewhere": str(town.pupils["elsewhere"]),
        "left": str(town.pupils["maisie"]),
        "nobody": str(uuid4()),
        "nonsense": "maisie",
    }[whose]
    page = form.types(pupil=pupil).presses("send")
    assert (page.status, set(page.errors)) == (422, {"find"})
    assert page.errors["find"] == "Choose the child."
    assert page.typed("account") == form.words["account"]
    assert "Maisie Thornton" not in page.body
    assert entries(town) == []


def test_a_category_switched_off_while_katie_was_writing_is_said_and_her_words_stay(form: Writer) -> None:
    switch_off(form.town, Default.CONCERN)
    page = form.presses("send")
    assert "not in use any more" in page.errors["categories"]
    assert page.typed("account") == "Came in without a coat. It was 3 degrees."


def test_late_with_a_reason_is_taken_with_the_reason_beside_it(form: Writer) -> None:
    form.types(day="21 November 2026", late_reason="I was ill.").sends()
    [sent] = incidents(form.town)
    assert sent.late_reason == "I was ill."
    assert sent.item.occurred_at == NOW.replace(day=21, hour=8, minute=50)


def test_a_day_old_to_the_minute_is_not_late(form: Writer, clock: Clock) -> None:
    form.types(day="yesterday", time="10:30").sends()
    clock.later(minutes=1)
    form.opens(form.town.pupils["maisie"])
    later = form.types(account="x", categories=["2"], day="yesterday", time="10:30").presses("send")
    assert set(later.errors) == {"late_reason"}


@pytest.mark.parametrize(
    ("typed", "begun_at", "precision"),
    [
        ("08:50", timedelta(hours=8, minutes=50), "exact"),
        ("about 9", timedelta(hours=9), "about"),
        ("morning", timedelta(hours=8), "part"),
        ("lunchtime", timedelta(hours=11, minutes=30), "part"),
        ("afternoon", timedelta(hours=12), "part"),
        ("all day", timedelta(hours=6), "part"),
    ],
)
def test_a_part_of_the_day_that_has_begun_is_not_in_the_future(
    typed: str, begun_at: timedelta, precision: str, form: Writer, clock: Clock
) -> None:
    clock.later(hours=2)
    form.signs_in_again(TEACHER).types(time=typed).sends()
    [sent] = incidents(form.town)
    assert sent.item.occurred_at == NOW.replace(hour=0, minute=0) + begun_at
    assert sent.item.precision == precision


@pytest.mark.parametrize(
    ("typed", "said"),
    [("in the evening", "evening"), ("all day", "all day"), ("lunch", "lunchtime"), ("08:30", "08:30")],
)
def test_the_part_of_the_day_that_katie_wrote_is_the_one_that_helen_reads(
    typed: str, said: str, form: Writer
) -> None:
    item = form.types(day="22 November 2026", time=typed, late_reason="Told today.").sends()
    page = Page(form.town.client(LEAD).get(f"/entries/{item}/"))
    assert f"Sunday 22 November 2026, {said}" in page.body


def test_an_account_as_long_as_it_may_be_is_taken_whole(form: Writer) -> None:
    whole = "€" * 49_999 + "."
    form.types(account=whole, child_words="w" * 10_000).sends()
    [sent] = incidents(form.town)
    assert (sent.account, len(sent.child_words)) == (whole, 10_000)


def test_what_was_pasted_is_kept_as_it_was_meant(form: Writer) -> None:
    form.types(
        account="First.\r\n\r\nSecond.\u200b\ufeff\x00 👩‍👧 said “no”.\r\n",
        child_words="\u200fأنا بردان\u200f",
        already_done="קר לי",
        place="Gate\r\n2\t(north)",
    )
    form.sends()
    [sent] = incidents(form.town)
    assert sent.account == "First.\n\nSecond. 👩‍👧 said “no”."
    assert (sent.child_words, sent.already_done) == ("\u200fأنا بردان\u200f", "קר לי")
    assert sent.place == "Gate 2 (north)"


def test_markup_and_quotation_marks_stand_in_the_page_as_they_were_typed(form: Writer) -> None:
    words = "<script>alert('x')</script> & \"{{ 7 * 7 }}\" </textarea>"
    page = form.types(account=words, time="").presses("send")
    assert page.typed("account") == words
    assert "<script>alert" not in page.body


def test_more_than_the_service_takes_at_once_gets_a_page_that_says_so(form: Writer) -> None:
    page = form.types(account="a" * 10_100_000).presses("send")
    assert page.status == 413
    assert "That is too much at once" in page.body
    assert entries(form.town) == []
