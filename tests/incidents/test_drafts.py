"""What is typed is kept while it is typed: for its writer only, never over other words, never gone in silence."""

import json
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from heed.access.actions import bar
from heed.home.pages import home
from heed.incidents.stamps import again, new_stamp, read_stamp
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    LEAD,
    LEAD_ELSEWHERE,
    NOW,
    OTHER_TEACHER,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.clock import Clock
from tests.incidents.page import ADD, Page, Writer
from tests.records.behind import details, entries, incidents, kept, marks

KEEP = "/incidents/keep/"
WORDS = "Came in without a coat. It was 3 degrees."


def keeps(writer: Writer, **words: str) -> Page:
    """The page keeps by itself what stands in the form, and takes the new stamp."""
    writer.types(**words)
    answer = writer.client.post(KEEP, writer.words, headers={"HX-Request": "true"})
    if answer.status_code == 200 and answer.content:
        writer.words["stamp"] = json.loads(answer.content)["stamp"]
    return Page(answer)


def elsewhere(writer: Writer) -> Writer:
    """The same person at a second device."""
    return Writer(writer.town, writer.town.client(TEACHER))


def unsent(writer: Writer, who: Person = TEACHER) -> list[tuple[str, str]]:
    with schools(writer.town.school_of(who)):
        return [(row.what, row.when) for row in home(writer.town.viewer(who)).unsent]


def texts(town: Town) -> list[tuple[str, bool]]:
    """What is kept in the school, and whether it still waits."""
    return [(json.loads(row.typed)["account"][0], row.done_at is None) for row in kept(town)]


def test_what_katie_types_is_there_on_another_device(form: Writer, clock: Clock) -> None:
    answer = keeps(form)
    assert json.loads(answer.body)["kept"] == "Kept at 10:30"
    clock.later(minutes=20)
    page = elsewhere(form).opens()
    assert "Your words from today, 10:30 are here. Only you see them. They are not sent yet." in page.body
    assert (page.typed("account"), page.typed("pupil")) == (WORDS, str(form.town.pupils["maisie"]))
    assert page.fields["categories"] == ["2"]
    assert entries(form.town) == []


def test_home_reminds_of_it_until_it_is_sent(form: Writer, clock: Clock) -> None:
    keeps(form)
    assert unsent(form) == [("Incident: Maisie Thornton", "today, 10:30")]
    page = Page(form.client.get("/"))
    [way] = [href for href, words in page.links if words == "Incident: Maisie Thornton"]
    assert Page(form.client.get(way)).typed("account") == WORDS
    form.sends()
    assert unsent(form) == []
    assert texts(form.town) == [(WORDS, False)]


def test_keeping_more_of_it_is_the_same_draft_and_the_page_goes_on_from_its_new_stamp(
    form: Writer, clock: Clock
) -> None:
    for words in ("Came", "Came in", "Came in late."):
        clock.later(seconds=5)
        keeps(form, account=words)
    assert texts(form.town) == [("Came in late.", True)]
    form.sends()
    assert [one.account for one in incidents(form.town)] == ["Came in late."]
    assert unsent(form) == []


def test_an_older_stamp_of_the_same_page_is_the_same_draft_too(form: Writer, clock: Clock) -> None:
    """An answer that was lost on the way."""
    first = form.words["stamp"]
    keeps(form)
    clock.later(seconds=5)
    keeps(form, stamp=first, account="More words.")
    assert texts(form.town) == [("More words.", True)]


def test_the_marks_say_when_it_began_was_taken_up_and_sent_and_not_each_key(
    form: Writer, clock: Clock
) -> None:
    events = ["kept words", "took kept words", "put words away", "sent kept words"]
    for words in ("z", "zy", "zyx"):
        keeps(form, account=words)
    form.opens()
    form.types(account="Whole.").sends()
    assert [mark.event for mark in marks(form.town, event__in=events)] == [
        "kept words",
        "took kept words",
        "sent kept words",
    ]
    assert "zyx" not in details(form.town)


def test_a_form_in_which_nothing_was_written_is_no_draft(form: Writer) -> None:
    assert keeps(form, account=" ", child_words="", already_done="", place="").status == 204
    assert kept(form.town) == []


def test_words_that_were_taken_out_again_do_not_empty_what_was_kept(form: Writer) -> None:
    keeps(form)
    keeps(form, account="", child_words="", already_done="", place="")
    assert texts(form.town) == [(WORDS, True)]


def test_words_typed_on_two_devices_at_once_become_two_drafts_the_newer_first(
    form: Writer, clock: Clock
) -> None:
    # Given Katie's draft, which she goes on with on her telephone
    keeps(form)
    clock.later(minutes=1)
    phone = elsewhere(form)
    phone.opens()
    keeps(phone, account="From the telephone.")
    # When the page at her desk, which does not know that, keeps more
    clock.later(minutes=1)
    keeps(form, account="From the desk.")
    clock.later(minutes=1)
    keeps(form, account="From the desk, and more.")
    # Then both are there, and each goes on by itself
    assert texts(form.town) == [("From the telephone.", True), ("From the desk, and more.", True)]
    clock.later(minutes=1)
    keeps(phone, account="From the telephone, and more.")
    assert [words for words, _ in texts(form.town)] == [
        "From the telephone, and more.",
        "From the desk, and more.",
    ]
    # And the newest is offered first, the other beside it
    page = elsewhere(form).opens()
    assert page.typed("account") == "From the telephone, and more."
    assert "Also not sent yet" in page.body
    [other] = [href for href, words in page.links if words == "Incident: Maisie Thornton"]
    assert Page(form.client.get(other)).typed("account") == "From the desk, and more."


def test_going_on_elsewhere_without_touching_it_here_is_one_draft(form: Writer, clock: Clock) -> None:
    keeps(form)
    phone = elsewhere(form)
    phone.opens()
    clock.later(minutes=1)
    keeps(phone, account="All of it.")
    phone.sends()
    assert unsent(form) == []


def test_sending_an_old_page_does_not_hide_what_was_typed_elsewhere_since(form: Writer, clock: Clock) -> None:
    keeps(form)
    clock.later(minutes=1)
    phone = elsewhere(form)
    phone.opens()
    keeps(phone, account="Newer words.")
    form.sends()
    assert [one.account for one in incidents(form.town)] == [WORDS]
    assert texts(form.town) == [("Newer words.", True)]
    clock.later(minutes=1)
    keeps(phone, account="Newest words.")
    phone.sends()
    assert [one.account for one in incidents(form.town)] == [WORDS, "Newest words."]
    assert unsent(form) == []


def test_what_was_put_away_is_marked_and_not_written_over(form: Writer, clock: Clock) -> None:
    keeps(form)
    form.presses("afresh")
    assert unsent(form) == []
    clock.later(minutes=1)
    keeps(form, account="Typed on in a page that stood open.")
    assert texts(form.town) == [(WORDS, False), ("Typed on in a page that stood open.", True)]


def test_beginning_afresh_is_a_blank_form_though_another_draft_waits(form: Writer, clock: Clock) -> None:
    keeps(form)
    clock.later(minutes=1)
    second = elsewhere(form)
    page = Page(second.client.get(ADD, {"afresh": "1"}))
    assert page.typed("account") == ""
    assert "Not sent yet, and only you see them" in page.body
    second.takes(page)
    keeps(second, account="Another incident.")
    answer = second.presses("afresh").answer
    assert answer["Location"] == f"{ADD}?afresh=1"
    assert [words for words, waits in texts(form.town) if waits] == [WORDS]


def test_a_form_for_one_child_is_not_filled_with_a_draft_about_another(form: Writer) -> None:
    keeps(form)
    town = form.town
    page = elsewhere(form).opens(town.pupils["kacper"])
    assert (page.typed("account"), page.typed("pupil")) == ("", str(town.pupils["kacper"]))
    assert "Incident: Maisie Thornton" in page.body
    assert elsewhere(form).opens(town.pupils["maisie"]).typed("account") == WORDS


def test_the_words_of_a_draft_stay_and_the_child_goes_when_its_writer_is_barred(form: Writer) -> None:
    keeps(form)
    town = form.town
    with schools(town.oakfield):
        bar(
            on_the_server(town.oakfield, at=NOW), town.staff["teacher"], town.pupils["maisie"], why="relative"
        )
    assert unsent(form) == [("Incident", "today, 10:30")]
    page = form.opens()
    assert page.typed("account") == WORDS
    assert "Maisie" not in page.body
    assert "Maisie" not in Page(form.client.get("/")).body


@pytest.mark.parametrize("who", [OTHER_TEACHER, LEAD, ADMINISTRATOR, LEAD_ELSEWHERE], ids=lambda who: who.key)
def test_nobody_else_reads_or_learns_of_it(who: Person, form: Writer) -> None:
    keeps(form)
    [row] = kept(form.town)
    client = form.town.client(who)
    for address in ("/", ADD, f"{ADD}?child={form.town.pupils['maisie']}", f"/incidents/unsent/{row.token}/"):
        answer = client.get(address)
        assert "degrees" not in answer.content.decode()
        assert "Not sent yet" not in answer.content.decode()
    assert answer.status_code == 404
    assert unsent(form, who) == []


def test_katie_in_another_school_of_hers_does_not_find_it_there(form: Writer) -> None:
    """A member of staff is of one school; the same person elsewhere is another."""
    keeps(form)
    town = form.town
    viewer = town.viewer(TEACHER)
    stamp = read_stamp(form.words["stamp"])
    assert stamp
    with schools(town.riverside):
        there = replace(viewer, school_id=town.riverside)
        assert home(there).unsent == ()


def test_with_katies_stamp_aisha_reads_nothing_and_keeps_nothing_for_herself(
    form: Writer, clock: Clock
) -> None:
    keeps(form)
    clock.later(minutes=1)
    page = keeps(form.signs_in_again(OTHER_TEACHER), account="Aisha types in Katie's page.")
    assert (page.status, page.body, page.answer["HX-Redirect"]) == (200, "", "/")
    assert unsent(form, OTHER_TEACHER) == []
    assert {row.staff_id for row in kept(form.town)} == {form.town.staff["teacher"]}


def test_when_the_session_has_ended_it_is_kept_all_the_same_and_the_page_goes_to_the_door(
    form: Writer,
) -> None:
    form.client = Client()
    assert keeps(form).answer["HX-Redirect"] == "/sign-in/?next=%2Fincidents%2Fadd%2F"
    assert texts(form.town) == [(WORDS, True)]
    [mark] = marks(form.town, event="kept words")
    assert mark.role == "not signed in"


@pytest.mark.parametrize("stamp", ["", "nonsense"])
def test_without_a_stamp_it_says_that_it_is_not_kept(stamp: str, form: Writer) -> None:
    page = keeps(form, stamp=stamp)
    assert page.status == 409
    assert "is not kept while you type" in json.loads(page.body)["problem"]
    assert kept(form.town) == []


def test_a_million_letters_are_kept_and_sixty_million_are_refused(form: Writer) -> None:
    assert keeps(form, account="x" * 1_000_000).status == 200
    assert len(texts(form.town)[0][0]) == 1_000_000
    assert keeps(form, account="x" * 60_000_000).status == 413
    assert len(texts(form.town)[0][0]) == 1_000_000


def test_an_action_is_kept_by_the_same_address_and_found_at_its_entry(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER)
    helen = Writer(
        town, town.client(LEAD), {"stamp": new_stamp(town.viewer(LEAD), about=item), "done": "Rang home."}
    )
    assert keeps(helen).status == 200
    assert unsent(helen, LEAD) == [("Action on entry 1", "today, 10:30")]
    assert helen.opens().typed("account") == "", "not in the form for an incident"
    [row] = kept(town)
    assert helen.client.get(f"/incidents/unsent/{row.token}/")["Location"] == f"/entries/{item}/"
    assert Page(helen.client.get(f"/entries/{item}/")).typed("done") == "Rang home."


def test_the_words_of_an_action_can_be_read_when_its_entry_is_shut(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER)
    helen = Writer(
        town, town.client(LEAD), {"stamp": new_stamp(town.viewer(LEAD), about=item), "done": "Rang home."}
    )
    keeps(helen)
    with schools(town.oakfield):
        bar(on_the_server(town.oakfield, at=NOW), town.staff["lead"], town.pupils["maisie"], why="relative")
    assert unsent(helen, LEAD) == [("Action", "today, 10:30")]
    [row] = kept(town)
    page = Page(helen.client.get(f"/incidents/unsent/{row.token}/"))
    assert "Rang home." in page.body
    assert "Maisie" not in page.body


def test_a_stamp_goes_on_with_everything_it_says(town: Town) -> None:
    viewer = town.viewer(TEACHER)
    stamp = read_stamp(new_stamp(viewer, about=UUID(int=7), seen=NOW))
    assert stamp is not None
    assert (stamp.about, stamp.seen) == (UUID(int=7), NOW)
    assert stamp.sheet is not None
    assert read_stamp(again(viewer, stamp)) == stamp
