"""An entry as it is read, and what the reader is told of the others."""

from datetime import timedelta

import pytest

from heed.access.actions import bar
from heed.incidents.pages import reading
from heed.incidents.queries import entry
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.viewer import on_the_server
from tests.cast import (
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    NOW,
    OTHER_TEACHER,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.clock import Clock
from tests.incidents.page import Page, Writer
from tests.records.behind import alert_of, marks


def test_helen_reads_everything_that_katie_wrote(form: Writer) -> None:
    item = form.types(time="about 9", day="21 November 2026", late_reason="I was ill.").sends()
    page = Page(form.town.client(LEAD).get(f"/entries/{item}/"))
    for words in (
        "Raising a concern, 21 November",
        "Came in without a coat. It was 3 degrees.",
        "“I am cold.”",
        "Lent her a coat.",
        "Willow classroom",
        "Saturday 21 November 2026, about 09:00",
        "Monday 23 November 2026, 10:30",
        "Katie Lowther, Class teacher",
        "I was ill.",
        "0 of 4 have read it",
    ):
        assert words in page.body
    assert "Maisie" not in page.body.split("</title>")[0], "titles stay in a browser's history"


def test_looking_at_an_entry_is_noted(town: Town, clock: Clock) -> None:
    item = town.entry()
    Page(town.client(LEAD).get(f"/entries/{item}/"))
    [mark] = marks(town, event="looked at entry")
    assert (mark.staff_id, mark.about_id, mark.elevated) == (town.staff["lead"], item, True)
    town.client(TEACHER).get(f"/incidents/{item}/sent/")
    [own] = marks(town, event="looked at own entry")
    assert own.staff_id == town.staff["teacher"]


@pytest.mark.parametrize("who", [LEAD_BY_PASSWORD, TEACHER])
def test_whoever_may_not_open_the_childs_page_sees_no_date_of_birth_and_no_way_there(
    who: Person, town: Town, clock: Clock
) -> None:
    page = Page(town.client(who).get(f"/entries/{town.entry(ASSISTANT)}/"))
    assert page.status == 200
    assert "Born" not in page.body
    assert ("/", "Home") in page.links
    assert f"/children/{town.pupils['maisie']}/" not in page.body


def test_an_elevated_lead_goes_back_to_the_chronology(town: Town, clock: Clock) -> None:
    page = Page(town.client(LEAD).get(f"/entries/{town.entry()}/"))
    assert (f"/children/{town.pupils['maisie']}/", "Maisie Thornton") in page.links
    assert "Born 14 March 2017, aged 9" in page.body


def test_who_was_told_and_who_has_read_it(town: Town, clock: Clock) -> None:
    item = town.entry()
    helen = town.client(LEAD)
    helen.post(f"/alerts/{alert_of(town, 'lead', item).pk}/read/")
    clock.later(minutes=12)
    page = Page(helen.get(f"/entries/{item}/"))
    assert "Read today, 10:30" in page.body
    assert "1 of 4 have read it" in page.body
    assert "You marked this as read today, 10:30" in page.body
    assert "Mark as read" not in page.body


def test_every_reader_is_named_with_the_reason(town: Town) -> None:
    item = town.entry(ASSISTANT, categories={Default.MEDICAL})
    with schools(town.oakfield):
        helen = town.viewer(LEAD)
        page = reading.entry_page(helen, entry(helen, item))
    said = {name: row.why for row in page.readers for name in row.names}
    assert set(said) == {one.name for one in (HEAD, LEAD, LEAD_BY_PASSWORD, SENIOR_LEADER, SENCO, TEACHER)}
    assert said["Ruth Ellis"] == "SENCo: reads all but child protection and leader welfare"
    assert said["Katie Lowther"] == "Class teacher: reads these categories for the own class"


def test_a_teacher_who_reads_by_an_alert_alone_is_named_with_that_reason(town: Town) -> None:
    item = town.entry(ASSISTANT, categories={Default.CONCERN})
    page = Page(town.client(LEAD).get(f"/entries/{item}/"))
    assert "because they are told. This entry only, until 30 days after reading it" in page.body


def test_the_next_alert_is_the_one_that_has_waited_longest(town: Town, clock: Clock) -> None:
    first = town.entry(about="kacper", at=NOW - timedelta(minutes=5))
    second = town.entry(about="zoe", at=NOW - timedelta(minutes=4))
    with schools(town.oakfield):
        helen = town.viewer(LEAD)
        found = reading.next_alert(helen)
        after = reading.next_alert(helen, but=entry(helen, first))
    assert found == reading.NextAlert(f"/entries/{first}/", "Kacper Nowicki")
    assert after == reading.NextAlert(f"/entries/{second}/", "Zoë O’Neill-Ward")


def test_with_nothing_else_waiting_there_is_no_next_alert(town: Town) -> None:
    item = town.entry()
    with schools(town.oakfield):
        helen = town.viewer(LEAD)
        assert reading.next_alert(helen, but=entry(helen, item)) is None
        assert reading.next_alert(town.viewer(OTHER_TEACHER)) is None


def test_when_nobody_could_be_told_the_writer_is_told_to_go_in_person(town: Town, clock: Clock) -> None:
    with schools(town.oakfield):
        for key in ("lead", "lead_by_password", "head"):
            by = on_the_server(town.oakfield, at=NOW)
            bar(by, town.staff[key], town.pupils["maisie"], why="relative")
    item = town.entry(SENIOR_LEADER, categories={Default.CHILD_PROTECTION})
    page = Page(town.client(SENIOR_LEADER).get(f"/incidents/{item}/sent/"))
    assert reading.NOBODY_TOLD in page.body
