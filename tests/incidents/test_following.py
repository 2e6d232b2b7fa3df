"""Following an entry up: actions, an owner, a state, and what its writer is told."""

from datetime import timedelta
from urllib.parse import unquote
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from heed.access.actions import bar
from heed.alerts.actions import mark_as_read
from heed.alerts.queries import waiting_for
from heed.audit.kinds import Event
from heed.incidents import following, queries
from heed.incidents.following import Done, Wanted, add_action, take_step
from heed.incidents.kinds import Consent, Did, Standing, WhyNotAsked
from heed.incidents.models import Action, FollowUp, Step
from heed.incidents.rules import STATES
from heed.lib.outcomes import NotSeen, OutOfDate, Refused
from heed.records.actions import bar_from_entry
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_ELSEWHERE,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    OFFICE,
    OTHER_TEACHER,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.page import Page
from tests.records.behind import alert_of, can_read, detail, grant_of, granted, marks, opened, told

LATER = NOW + timedelta(hours=2)
RANG = "Rang Karen Thornton (mother) at 15.40. She will bring a coat tomorrow."


def act(town: Town, who: Person, entry: UUID, *, token: UUID | None = None, at=LATER, **said: object) -> UUID:
    viewer = town.viewer(who, at=at)
    with schools(viewer.school_id):
        return add_action(viewer, entry, Done(**{"done": RANG, **said}), token=token or uuid7())


def step(
    town: Town, who: Person, entry: UUID, did: Did, seen: Standing, said: str = "", **more: object
) -> None:
    viewer = town.viewer(who, at=more.pop("at", LATER))
    with schools(viewer.school_id):
        take_step(viewer, entry, Wanted(did=did, seen=seen, said=said, **more))


def standing(town: Town, entry: UUID) -> tuple[str, str | None]:
    keys = {staff_id: key for key, staff_id in town.staff.items()}
    with schools(town.oakfield):
        row = opened(FollowUp).get(item_id=entry)
    return row.state, keys.get(row.owner_id)


def deeds(town: Town, who: Person, entry: UUID) -> list[str]:
    viewer = town.viewer(who, at=LATER)
    with schools(viewer.school_id):
        return [one.done for one in queries.deeds(viewer, entry)]


# Actions ---------------------------------------------------------------------------------------------


def test_whoever_may_read_an_entry_may_write_down_what_they_did(town: Town) -> None:
    entry = town.entry(TEACHER)
    action = act(town, LEAD, entry)
    with schools(town.oakfield):
        item = opened(Action).select_related("item").get(item_id=action).item
    assert (item.entry_id, item.pupil_id, item.number) == (entry, town.pupils["maisie"], None)
    assert item.categories == [Default.CONCERN]
    assert deeds(town, LEAD, entry) == [RANG]


@pytest.mark.parametrize(
    "who", [TEACHER, OTHER_TEACHER, OFFICE, ADMINISTRATOR, LEAD_WHO_IS_THE_PARENT, LEAD_ELSEWHERE], ids=str
)
def test_nobody_else_can_nor_learns_that_there_is_an_entry(who: Person, town: Town) -> None:
    entry = town.entry(LEAD, categories=[Default.LEADER_WELFARE])
    with pytest.raises(NotSeen):
        act(town, who, entry)
    with schools(town.oakfield):
        assert not opened(Action).exists()


def test_those_who_read_through_a_group_read_the_action_and_those_alerted_to_the_entry_do_not(
    town: Town,
) -> None:
    entry = town.entry(ASSISTANT)
    act(town, LEAD, entry)
    assert deeds(town, HEAD, entry) == deeds(town, SENCO, entry) == [RANG]
    viewer = town.viewer(TEACHER, at=LATER)
    with schools(town.oakfield):
        assert can_read(viewer, entry), "Katie was alerted to the entry"
    assert deeds(town, TEACHER, entry) == [], "what was done is not hers to read"


def test_somebody_told_with_an_action_reads_it_and_its_entry_and_nothing_else(town: Town) -> None:
    entry, other = town.entry(), town.entry(token=uuid7())
    first = act(town, LEAD, entry, done="Spoke to Maisie at lunch.")
    action = act(town, LEAD, entry, told=frozenset({town.staff["office"]}))
    assert told(town, action) == {"office": "told of action"}
    viewer = town.viewer(OFFICE, at=LATER)
    with schools(town.oakfield):
        assert [can_read(viewer, one) for one in (entry, action, first, other)] == [True, True, False, False]
        waiting = waiting_for(viewer)
    assert deeds(town, OFFICE, entry) == [RANG]
    assert [(one.entry_id, one.item_id, one.of_action, one.number) for one in waiting] == [
        (entry, action, True, 1)
    ]


def test_having_read_it_they_keep_both_for_thirty_days(town: Town) -> None:
    entry = town.entry()
    action = act(town, LEAD, entry, told=frozenset({town.staff["office"]}))
    alert = alert_of(town, "office", action).pk
    with schools(town.oakfield):
        mark_as_read(town.viewer(OFFICE, at=LATER), alert)
    for days, readable in ((29, True), (31, False)):
        viewer = town.viewer(OFFICE, at=LATER + timedelta(days=days))
        with schools(town.oakfield):
            assert [can_read(viewer, one) for one in (entry, action)] == [readable, readable]


def test_somebody_who_reads_by_an_alert_alone_keeps_what_they_did_themselves(town: Town) -> None:
    entry = town.entry(ASSISTANT)
    act(town, LEAD, entry)
    own = act(town, TEACHER, entry, done="Maisie wore a coat this morning.")
    assert granted(town, own) == {"teacher": "written"}
    assert deeds(town, TEACHER, entry) == ["Maisie wore a coat this morning."]
    assert "written" not in granted(town, act(town, LEAD, entry)).values(), "Helen reads through her group"


@pytest.mark.parametrize("key", ["parent", "elsewhere", "nobody"])
def test_nobody_can_be_told_who_is_barred_elsewhere_or_nobody(key: str, town: Town) -> None:
    entry = town.entry()
    with pytest.raises(Refused, match="cannot be told"):
        act(town, LEAD, entry, told=frozenset({town.staff.get(key, uuid4())}))
    with schools(town.oakfield):
        assert not opened(Action).exists(), "and nothing is written half"


def test_nobody_can_be_told_who_is_barred_from_the_entry(town: Town) -> None:
    entry = town.entry()
    with schools(town.oakfield):
        bar_from_entry(town.viewer(HEAD), entry, town.staff["office"], why="named in it")
    with pytest.raises(Refused):
        act(town, LEAD, entry, told=frozenset({town.staff["office"]}))


def test_a_bar_set_later_shuts_the_action_as_well(town: Town) -> None:
    entry = town.entry()
    action = act(town, LEAD, entry, told=frozenset({town.staff["office"]}))
    with schools(town.oakfield):
        bar_from_entry(town.viewer(HEAD), entry, town.staff["office"], why="named in it")
        viewer = town.viewer(OFFICE, at=LATER)
        assert not can_read(viewer, action)
        assert waiting_for(viewer) == ()


def test_only_leaders_widen_who_reads_about_child_protection(town: Town) -> None:
    entry = town.entry(LEAD, categories=[Default.CHILD_PROTECTION])
    act(town, LEAD, entry, told=frozenset({town.staff["senco"]}))
    assert act(town, SENCO, entry, done="Met the mother."), "Ruth may write"
    with pytest.raises(Refused, match="Only DSLs"):
        act(town, SENCO, entry, told=frozenset({town.staff["ta"]}))


def test_an_action_sent_twice_is_one_action_and_one_alert(town: Town) -> None:
    entry, token = town.entry(), uuid7()
    people = frozenset({town.staff["office"]})
    assert act(town, LEAD, entry, token=token, told=people) == act(
        town, LEAD, entry, token=token, told=people
    )
    assert deeds(town, LEAD, entry) == [RANG]
    with pytest.raises(OutOfDate, match="sent already"):
        act(town, LEAD, entry, token=token, done="Something else.")


def test_sharing_without_asking_needs_its_reason(town: Town) -> None:
    entry = town.entry()
    with pytest.raises(Refused, match="why no parent"):
        act(town, LEAD, entry, consent=Consent.NOT_SOUGHT)
    act(town, LEAD, entry, consent=Consent.NOT_SOUGHT, why_not_asked=WhyNotAsked.AT_RISK)
    act(town, LEAD, entry, consent=Consent.GIVEN, why_not_asked=WhyNotAsked.AT_RISK)
    with schools(town.oakfield):
        said = list(opened(Action).order_by("id").values_list("consent", "why_not_asked"))
    assert said == [("not sought", "at risk"), ("given", "")], "a reason stands only where nobody was asked"


def test_an_action_leaves_marks_of_who_did_it_and_who_was_told(town: Town) -> None:
    entry = town.entry()
    action = act(town, LEAD, entry, told=frozenset({town.staff["office"]}))
    (acted,) = marks(town, event=Event.ACTED)
    assert (acted.name, acted.about_id, detail(town, acted)["action"]) == ("Helen Marsh", entry, str(action))
    assert [one.about for one in marks(town, event=Event.RECORDED, about_id=action)] == ["action"]


# States ----------------------------------------------------------------------------------------------


def test_a_new_entry_is_nobodys_yet(town: Town) -> None:
    assert standing(town, town.entry()) == ("new", None)


@pytest.mark.parametrize("seen", list(Standing), ids=str)
@pytest.mark.parametrize("did", list(Did), ids=str)
def test_each_state_allows_what_the_table_says_and_nothing_else(seen: Standing, did: Did, town: Town) -> None:
    entry = town.entry()
    with schools(town.oakfield):
        opened(FollowUp).filter(item_id=entry).update(state=seen)
    to = town.staff["senco"] if did is Did.HAND_OVER else None
    if did not in STATES[seen]:
        with pytest.raises(Refused):
            step(town, LEAD, entry, did, seen, "Words.", to=to)
        assert standing(town, entry)[0] == seen
        return
    step(town, LEAD, entry, did, seen, "Words.", to=to)
    assert standing(town, entry) == (STATES[seen][did], "senco" if to else "lead")


def test_a_day_in_the_life_of_an_entry(town: Town) -> None:
    entry = town.entry()
    step(town, LEAD, entry, Did.TAKE, Standing.NEW)
    step(town, LEAD, entry, Did.HAND_OVER, Standing.IN_HAND, "Please ring home.", to=town.staff["senco"])
    assert standing(town, entry) == ("in hand", "senco")
    assert told(town, entry)["senco"] == "owner"
    step(town, SENIOR_LEADER, entry, Did.WATCH, Standing.IN_HAND, "Coat each morning until Friday.")
    step(town, LEAD, entry, Did.CLOSE, Standing.WATCHING, "Early help offered and accepted.")
    assert standing(town, entry) == ("closed", "senco")
    step(town, HEAD, entry, Did.REOPEN, Standing.CLOSED, "Came without a coat again.")
    assert standing(town, entry) == ("reopened", "head")
    with schools(town.oakfield):
        taken = [(one.did, one.said) for one in queries.steps(town.viewer(LEAD, at=LATER), entry)]
    assert [did for did, _ in taken] == ["take", "hand over", "watch", "close", "reopen"]
    assert taken[3][1] == "Early help offered and accepted."


@pytest.mark.parametrize("who", [SENCO, TEACHER, OFFICE], ids=str)
def test_only_leaders_change_where_an_entry_stands(who: Person, town: Town) -> None:
    with pytest.raises(Refused, match="DSLs and senior leaders"):
        step(town, who, town.entry(), Did.TAKE, Standing.NEW)


def test_a_leader_who_may_not_read_it_cannot_change_it(town: Town) -> None:
    entry = town.entry()
    for who in (LEAD_WHO_IS_THE_PARENT, LEAD_ELSEWHERE):
        with pytest.raises(NotSeen):
            step(town, who, entry, Did.CLOSE, Standing.NEW, "Nothing to see.")
    assert standing(town, entry) == ("new", None)


@pytest.mark.parametrize("did", [Did.CLOSE, Did.REOPEN], ids=str)
def test_closing_and_reopening_need_words(did: Did, town: Town) -> None:
    entry = town.entry()
    seen = Standing.NEW if did is Did.CLOSE else Standing.CLOSED
    with schools(town.oakfield):
        opened(FollowUp).filter(item_id=entry).update(state=seen)
    with pytest.raises(Refused, match="Write w"):
        step(town, LEAD, entry, did, seen)


def test_handing_over_needs_somebody_who_may_read_it(town: Town) -> None:
    entry = town.entry()
    with pytest.raises(Refused, match="Choose who"):
        step(town, LEAD, entry, Did.HAND_OVER, Standing.NEW)
    with pytest.raises(Refused, match="cannot be told"):
        step(town, LEAD, entry, Did.HAND_OVER, Standing.NEW, to=town.staff["parent"])
    step(town, LEAD, entry, Did.HAND_OVER, Standing.NEW, to=town.staff["office"])
    assert (grant_of(town, "office", entry).why, grant_of(town, "office", entry).ends_at) == ("alerted", None)


def test_two_who_decide_at_once_do_not_overrule_each_other_unseen(town: Town) -> None:
    entry = town.entry()
    step(town, LEAD, entry, Did.CLOSE, Standing.NEW, "Nothing further.")
    with pytest.raises(OutOfDate, match="closed"):
        step(town, HEAD, entry, Did.TAKE, Standing.NEW)
    assert standing(town, entry) == ("closed", "lead")


def test_a_button_pressed_twice_is_one_step(town: Town) -> None:
    entry = town.entry()
    for _ in range(2):
        step(town, LEAD, entry, Did.CLOSE, Standing.NEW, "Nothing further.")
    with schools(town.oakfield):
        assert opened(Step).filter(item_id=entry).count() == 1
    assert len(marks(town, event=Event.STATE_CHANGED)) == 1


# What the writer is told -----------------------------------------------------------------------------


def became(town: Town, entry: UUID, who: Person = TEACHER) -> queries.Became:
    viewer = town.viewer(who, at=LATER + timedelta(days=1))
    with schools(town.oakfield):
        return queries.became_of(viewer, [entry])[entry]


def test_the_writer_sees_when_it_was_read_and_when_it_was_acted_on(town: Town) -> None:
    entry = town.entry()
    assert became(town, entry) == queries.Became(None, None)
    alert = alert_of(town, "lead", entry).pk
    with schools(town.oakfield):
        mark_as_read(town.viewer(LEAD, at=LATER), alert)
    assert became(town, entry) == queries.Became(LATER, None)
    act(town, HEAD, entry, at=LATER + timedelta(hours=1))
    act(town, LEAD, entry, at=LATER + timedelta(hours=3))
    assert became(town, entry) == queries.Became(LATER, LATER + timedelta(hours=1)), "the first of each"


def test_what_writers_do_themselves_is_not_told_to_them_as_acted_on(town: Town) -> None:
    entry = town.entry(LEAD)
    act(town, LEAD, entry)
    assert became(town, entry, LEAD).acted_at is None


def test_the_writer_reads_none_of_the_words(town: Town) -> None:
    entry = town.entry(ASSISTANT, account="Ate three slices of toast.")
    act(town, LEAD, entry, done="Spoke to xylophone.", at=timezone.now())
    step(town, LEAD, entry, Did.CLOSE, Standing.NEW, "Ended in zeppelin.", at=timezone.now())
    page = Page(town.client(ASSISTANT).get(f"/incidents/{entry}/sent/"))
    assert "Acted on" in page.body
    assert "Ate three slices of toast." in page.body
    for word in ("xylophone", "zeppelin", "Closed"):
        assert word not in page.body


def test_a_bar_ends_that_too(town: Town) -> None:
    entry = town.entry(ASSISTANT)
    act(town, LEAD, entry)
    with schools(town.oakfield):
        bar(town.viewer(HEAD), town.staff["ta"], town.pupils["maisie"], why="relative")
        viewer = town.viewer(ASSISTANT, at=LATER)
        assert queries.became_of(viewer, [entry]) == {entry: queries.Became(None, None)}
    assert town.client(ASSISTANT).get(f"/incidents/{entry}/sent/").status_code == 404


# The page --------------------------------------------------------------------------------------------


def typed(page: Page, **fields: object) -> dict[str, object]:
    return {"stamp": page.fields["stamp"][0], "consent": "", **fields}


def test_the_page_takes_an_action_and_shows_it(town: Town) -> None:
    entry = town.entry()
    helen = town.client(LEAD)
    page = Page(helen.get(f"/entries/{entry}/"))
    answer = helen.post(
        f"/entries/{entry}/actions/", typed(page, done=RANG, tell=[str(town.staff["office"])])
    )
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/entries/{entry}/#action-")
    after = Page(helen.get(f"/entries/{entry}/"))
    assert RANG in after.body
    assert "Sandra Bell" in after.body


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"done": " "}, "Write what was done."),
        ({"done": "x" * 10_001}, "Shorten it to 10,000"),
        ({"done": RANG, "consent": "not sought"}, "Say why no parent was asked."),
        ({"done": RANG, "consent": "maybe"}, "Choose one of these."),
        ({"done": RANG, "tell": ["x"]}, "Choose from the list."),
        ({"done": RANG, "tell": ["0193a1c2-0000-7000-8000-000000000000"]}, "cannot be told of this"),
        ({"done": RANG, "stamp": "old"}, "open for too long"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_the_words_stay(
    fields: dict[str, object], fault: str, town: Town
) -> None:
    entry = town.entry()
    helen = town.client(LEAD)
    page = Page(helen.get(f"/entries/{entry}/"))
    after = Page(helen.post(f"/entries/{entry}/actions/", typed(page, **fields)))
    assert after.status == 422
    assert fault in after.body
    assert after.fields["done"] == [str(fields["done"])]
    assert deeds(town, LEAD, entry) == []


def test_a_step_that_cannot_be_taken_keeps_its_words(town: Town) -> None:
    entry = town.entry()
    step(town, HEAD, entry, Did.TAKE, Standing.NEW)
    wanted = {"did": "close", "seen": "new", "said": "Coat lent, mother rang back."}
    after = Page(town.client(LEAD).post(f"/entries/{entry}/steps/", wanted))
    assert after.status == 422
    assert "Meanwhile this entry is in hand" in after.body
    assert "Coat lent, mother rang back." in after.fields["said"]
    assert standing(town, entry) == ("in hand", "head")


@pytest.mark.parametrize("wanted", [{}, {"did": "burn", "seen": "new"}, {"did": "take"}])
def test_a_step_that_is_none_changes_nothing(wanted: dict[str, str], town: Town) -> None:
    entry = town.entry()
    assert town.client(LEAD).post(f"/entries/{entry}/steps/", wanted).status_code == 422
    assert standing(town, entry) == ("new", None)


def test_steps_and_their_words_are_for_those_who_read_through_a_group_or_have_the_entry(town: Town) -> None:
    entry = town.entry(ASSISTANT)
    now = timezone.now()
    step(
        town,
        LEAD,
        entry,
        Did.HAND_OVER,
        Standing.NEW,
        "Ask about xylophone.",
        to=town.staff["office"],
        at=now,
    )
    assert "xylophone" in Page(town.client(HEAD).get(f"/entries/{entry}/")).body
    assert "xylophone" in Page(town.client(OFFICE).get(f"/entries/{entry}/")).body
    assert "xylophone" not in Page(town.client(TEACHER).get(f"/entries/{entry}/")).body


def test_only_leaders_are_offered_steps(town: Town) -> None:
    entry = town.entry()
    assert "Take it in hand" in Page(town.client(LEAD).get(f"/entries/{entry}/")).body
    assert "Take it in hand" not in Page(town.client(SENCO).get(f"/entries/{entry}/")).body


def test_one_press_marks_the_entry_and_its_actions_as_read(town: Town) -> None:
    entry = town.entry()
    action = act(town, HEAD, entry, told=frozenset({town.staff["lead"]}))
    helen = town.client(LEAD)
    page = Page(helen.get(f"/entries/{entry}/"))
    assert page.fields["also"]
    helen.post(f"/alerts/{alert_of(town, 'lead', entry).pk}/read/", {"also": page.fields["also"]})
    assert alert_of(town, "lead", entry).state == alert_of(town, "lead", action).state == "read"


def test_an_address_of_a_form_loaded_again_is_the_entry(town: Town) -> None:
    entry = town.entry()
    for name in ("actions", "steps"):
        answer = town.client(LEAD).get(f"/entries/{entry}/{name}/")
        assert (answer.status_code, answer["Location"]) == (302, f"/entries/{entry}/")


def test_the_chronology_tells_actions_too_and_counts_them_apart(town: Town) -> None:
    entry = town.entry()
    act(town, LEAD, entry, at=timezone.now())
    page = Page(town.client(LEAD).get(f"/children/{town.pupils['maisie']}/"))
    assert "Action on 1" in page.body
    assert RANG in page.body
    assert "1 entry and 1 action that you may read" in page.body
    found = Page(
        town.client(LEAD).post(f"/children/{town.pupils['maisie']}/", {"words": "bring a coat tomorrow"})
    )
    assert RANG in found.body
    assert following.add_action.__doc__


def test_words_of_an_action_typed_when_the_session_ended_are_there_again_and_for_their_writer_only(
    town: Town,
) -> None:
    entry = town.entry()
    helen = town.client(LEAD)
    page = Page(helen.get(f"/entries/{entry}/"))
    people = [str(town.staff["office"]), str(town.staff["ta"])]
    form = typed(page, done="Rang at 15.40; no answer.", consent="refused", tell=people)
    helen.session.flush()
    answer = Client().post(f"/entries/{entry}/actions/", form)
    assert (answer.status_code, f"/entries/{entry}/" in unquote(answer["Location"])) == (302, True)
    after = Page(town.client(LEAD).get(f"/entries/{entry}/"))
    assert after.fields["done"] == ["Rang at 15.40; no answer."]
    assert set(people) <= set(after.fields["tell"])
    assert "Your words from" in after.body
    assert Page(town.client(HEAD).get(f"/entries/{entry}/")).fields["done"] == [""]
    assert Page(town.client(LEAD).get(f"/entries/{town.entry(token=uuid7())}/")).fields["done"] == [""]
    sent = town.client(LEAD).post(f"/entries/{entry}/actions/", {**form, "stamp": after.fields["stamp"][0]})
    assert sent.status_code == 302
    assert Page(town.client(LEAD).get(f"/entries/{entry}/")).fields["done"] == [""], (
        "sent, so not kept any more"
    )


def test_kept_words_of_an_action_can_be_put_away(town: Town) -> None:
    entry = town.entry()
    page = Page(town.client(LEAD).get(f"/entries/{entry}/"))
    Client().post(f"/entries/{entry}/actions/", typed(page, done="Not to be sent."))
    helen = town.client(LEAD)
    stamp = Page(helen.get(f"/entries/{entry}/")).fields["stamp"][0]
    helen.post(f"/entries/{entry}/actions/", {"stamp": stamp, "do": "afresh", "done": "Not to be sent."})
    assert Page(helen.get(f"/entries/{entry}/")).fields["done"] == [""]
    assert deeds(town, LEAD, entry) == []
