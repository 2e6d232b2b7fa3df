"""Leaving: on the day, at once, with what is open handed on; and coming back."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from procrastinate.contrib.django import app

from heed.access.actions import bar, set_up_groups
from heed.access.models import Holding
from heed.access.queries import everybody, leads_of
from heed.accounts.models import User
from heed.alerts.kinds import State
from heed.incidents.following import Wanted, take_step
from heed.incidents.kinds import Did, Standing
from heed.incidents.models import FollowUp, Step
from heed.people.staff.tasks import leave
from heed.records.models import Grant
from heed.staff.models import Staff
from heed.staff.queries import account_of
from heed.tenancy.scope import schools
from heed.who.groups import Group
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    OTHER_TEACHER,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.people.office import (
    NIA,
    begins,
    is_in,
    link_of,
    newest_letter,
    opens,
    signs_in,
    with_account,
    works_in_both,
)
from tests.records.behind import alert_of, marks, opened


def leaves(town: Town, who: Person | UUID, client: Client | None = None, **typed: Any) -> Page:
    staff_id = town.staff[who.key] if isinstance(who, Person) else who
    said = {key: str(town.staff[one.key]) if isinstance(one, Person) else one for key, one in typed.items()}
    client = client or town.client(ADMINISTRATOR)
    return Page(client.post(f"/people/{staff_id}/leave/", {"when": "now", **said}))


def care_of(town: Town, item: UUID) -> FollowUp:
    with schools(town.oakfield):
        found: FollowUp = opened(FollowUp).get(item_id=item)
        return found


def takes(town: Town, who: Person, item: UUID) -> None:
    with schools(town.oakfield):
        take_step(town.viewer(who), item, Wanted(did=Did.TAKE, seen=Standing.NEW))


def test_now_is_now_in_every_browser(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    phone, desk = signs_in(NIA.email), signs_in(NIA.email)
    assert leaves(town, staff_id).status == 302
    for client in (phone, desk):
        answer = client.get("/")
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in/")
    assert not is_in(signs_in(NIA.email)), "and signs in no more"
    assert [mark.about_id for mark in marks(town, event="left")] == [staff_id]


def test_on_the_last_day_everything_works_and_the_day_after_nothing(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    nia = signs_in(NIA.email)
    page = leaves(town, staff_id, when="day", day="25 November 2026")
    assert page.answer["Location"].endswith("?leaves")
    assert (
        "What is open then goes to a DSL."
        in Page(town.client(ADMINISTRATOR).get(f"/people/{staff_id}/")).body
    )
    assert "Last day 25 November 2026" in Page(town.client(ADMINISTRATOR).get("/people/")).body
    clock.now = clock.now.replace(day=25, hour=23, minute=30)
    nia = signs_in(NIA.email)
    assert is_in(nia)
    clock.later(hours=1)
    assert not is_in(nia), "though no job has run"
    leave(0)
    assert not is_in(signs_in(NIA.email))
    assert marks(town, event="left")


@pytest.mark.parametrize("days", [0, 1])
def test_whoever_leaves_later_counts_as_here_until_then(days: int, town: Town) -> None:
    """Everywhere it is asked who works here."""
    day = NOW.date()
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["lead"]).update(left_on=day + timedelta(days=days))
        here = bool(days)
        people = {one.name for one in everybody(town.oakfield, town.pupils["zoe"], at=NOW)}
        assert ("Helen Marsh" in people) is here
        assert (account_of(town.oakfield, town.staff["lead"], on=day) is not None) is here
        assert (("Helen Marsh", "DSL") in leads_of(town.oakfield, on=day)) is here
    answer = town.client(LEAD).get("/", headers={"host": "localhost"})
    assert answer.status_code in {200, 403}


def test_alerts_go_to_the_person_named_and_to_nobody_twice(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    told = alert_of(town, "slt", item)
    assert leaves(town, SENIOR_LEADER, hands_to=HEAD).status == 302
    assert alert_of(town, "slt", item).state == State.HANDED_ON
    assert told.read_at is None
    mine = alert_of(town, "head", item)
    assert mine.state == State.WAITING
    assert mine.why == "senior leader", "it waited for her already, and is not made new"


def test_one_that_was_read_already_waits_again_with_its_reason(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    town.client(HEAD).post(f"/alerts/{alert_of(town, 'head', item).pk}/read/")
    leaves(town, SENIOR_LEADER, hands_to=HEAD)
    mine = alert_of(town, "head", item)
    assert (mine.state, mine.why) == (State.WAITING, "took over")
    page = Page(town.client(HEAD).get("/"))
    assert "You are told instead of somebody who has left" in page.body


def test_what_somebody_looked_after_is_in_the_hands_of_the_person_named(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    takes(town, LEAD, item)
    assert leaves(town, LEAD, hands_to=HEAD).status == 302
    assert care_of(town, item).owner_id == town.staff["head"]
    with schools(town.oakfield):
        step = opened(Step).filter(item_id=item).select_related("signature").order_by("-id").first()
    assert (step.did, step.signature.name) == ("hand over", "Ian Cole")
    assert step.said == "Helen Marsh, who looked after it, has left the school."
    page = Page(town.client(HEAD).get(f"/entries/{item}/"))
    assert "Has left without reading it; somebody else was told" in page.body


def test_a_closed_entry_is_not_handed_on(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    takes(town, LEAD, item)
    with schools(town.oakfield):
        opened(FollowUp).filter(item_id=item).update(state=Standing.CLOSED)
    leaves(town, LEAD, hands_to=HEAD)
    assert care_of(town, item).owner_id == town.staff["lead"]


def test_with_something_open_somebody_must_be_named(town: Town, clock: Clock) -> None:
    town.entry(TEACHER, "maisie")
    page = leaves(town, SENIOR_LEADER)
    assert page.status == 422
    assert page.errors == {"hands_to": "Choose who takes over what is open."}
    assert "One alert waits for them, no entries are in their hands." in page.body
    assert marks(town, event="left") == []


def test_nobody_is_let_read_anything_by_being_named(town: Town, clock: Clock) -> None:
    """Or an administrator could hand a leader's alerts to whomever they like, themselves included."""
    item = town.entry(TEACHER, "maisie")
    for nobody in (ASSISTANT, ADMINISTRATOR, OTHER_TEACHER):
        page = leaves(town, SENIOR_LEADER, hands_to=nobody)
        assert page.status == 422
        assert page.errors == {"rest_to": "One of these cannot be handed to them. Choose who takes the rest."}
    with schools(town.oakfield):
        readers = {town.staff[key] for key in ("ta", "admin", "other")}
        assert not opened(Grant).filter(item_id=item, staff_id__in=readers).exists()


def test_a_barred_colleague_does_not_take_over_and_another_does_the_rest(town: Town, clock: Clock) -> None:
    about_maisie, about_zoe = town.entry(TEACHER, "maisie"), town.entry(OTHER_TEACHER, "zoe")
    page = leaves(town, SENIOR_LEADER, hands_to=LEAD_WHO_IS_THE_PARENT)
    assert "One of these cannot be handed to them." in page.errors["rest_to"]
    assert "Maisie" not in page.body
    page = leaves(town, SENIOR_LEADER, hands_to=LEAD_WHO_IS_THE_PARENT, rest_to=HEAD)
    assert page.status == 302
    assert alert_of(town, "parent", about_zoe).state == State.WAITING
    assert alert_of(town, "head", about_maisie).state == State.WAITING
    with pytest.raises(Exception, match="does not exist"):
        alert_of(town, "parent", about_maisie)


def test_what_nobody_named_can_read_when_the_day_comes_goes_to_a_dsl(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "kacper")
    takes(town, SENIOR_LEADER, item)
    page = leaves(town, SENIOR_LEADER, when="day", day="24/11/2026", hands_to=SENCO)
    assert page.status == 302
    with schools(town.oakfield):
        bar(on_the_server(town.oakfield, at=NOW), town.staff["senco"], town.pupils["kacper"], why="relative")
    clock.later(days=2)
    leave(0)
    assert care_of(town, item).owner_id == town.staff["lead"]
    assert alert_of(town, "lead", item).state == State.WAITING


def test_what_comes_between_is_handed_on_too(town: Town, clock: Clock) -> None:
    leaves(town, SENIOR_LEADER, when="day", day="24/11/2026", hands_to=HEAD)
    item = town.entry(TEACHER, "maisie")
    clock.later(days=2)
    leave(0)
    leave(0)
    assert alert_of(town, "slt", item).state == State.HANDED_ON
    assert len(marks(town, event="left")) == 1, "done twice, it is done once"


def test_names_stay_on_what_was_written(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    leaves(town, TEACHER, hands_to=HEAD)
    assert "Katie Lowther, Class teacher" in Page(town.client(LEAD).get(f"/entries/{item}/")).body


def test_the_last_who_looks_after_accounts_stays(town: Town, clock: Clock) -> None:
    by = on_the_server(town.oakfield, at=NOW)
    with schools(town.oakfield):
        set_up_groups(by, town.staff["head"], [Group.SLT], why="Test")
    page = leaves(town, ADMINISTRATOR)
    assert "Ian Cole is the last who looks after accounts here." in page.body
    assert "is the last who" in Page(town.client(ADMINISTRATOR).get(_page(town, ADMINISTRATOR))).body


def test_the_last_dsl_stays(town: Town, clock: Clock) -> None:
    for other in (LEAD_WHO_IS_THE_PARENT, LEAD_BY_PASSWORD):
        assert leaves(town, other, hands_to=HEAD).status == 302
    page = leaves(town, LEAD, hands_to=HEAD)
    assert page.status == 422
    assert "Helen Marsh is the last DSL here. Appoint another first" in page.body


def test_the_last_without_a_bar_from_a_child_stays(town: Town, clock: Clock) -> None:
    by = on_the_server(town.oakfield, at=NOW)
    with schools(town.oakfield):
        for other in (HEAD, LEAD_BY_PASSWORD):  # Rachel Thornton is barred from her daughter already
            bar(by, town.staff[other.key], town.pupils["maisie"], why="conflict")
    page = leaves(town, LEAD, hands_to=HEAD)
    assert page.status == 422
    assert "no DSL or head would be left who may read about one of the children" in page.body


def test_a_dsl_who_is_about_to_leave_is_no_other_dsl(town: Town, clock: Clock) -> None:
    for other in (LEAD_WHO_IS_THE_PARENT, LEAD_BY_PASSWORD):
        leaves(town, other, when="day", day="1 December 2026", hands_to=HEAD)
    assert leaves(town, LEAD, hands_to=HEAD, when="day", day="2 December 2026").status == 422
    assert leaves(town, LEAD, hands_to=HEAD, when="day", day="25 November 2026").status == 302


def _page(town: Town, who: Person) -> str:
    return f"/people/{town.staff[who.key]}/"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Write their last day"),
        ("soon", "Write their last day"),
        ("22 November 2026", "This day has gone."),
        ("31/11/2026", "Write their last day"),
        ("1 January 2036", "more than two years ahead"),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(day: str, said: str, town: Town, clock: Clock) -> None:
    page = leaves(town, ASSISTANT, when="day", day=day)
    assert page.status == 422
    assert said in page.errors["day"]
    assert page.typed("day") == day


def test_somebody_who_left_meanwhile_is_not_in_the_list(town: Town, clock: Clock) -> None:
    leaves(town, SENCO)
    page = leaves(town, SENIOR_LEADER, hands_to=SENCO)
    assert page.status == 422
    assert "this person has left, or has no account" in page.errors["hands_to"]


def test_whoever_was_going_to_leave_can_stay(town: Town, clock: Clock) -> None:
    leaves(town, ASSISTANT, when="day", day="25 November 2026")
    client = town.client(ADMINISTRATOR)
    assert client.post(f"{_page(town, ASSISTANT)}stays/").status_code == 302
    clock.later(days=5)
    leave(0)
    client = town.client(ADMINISTRATOR)
    assert town.client(ASSISTANT).get("/").status_code == 200
    assert client.post(f"{_page(town, ASSISTANT)}stays/").status_code == 403


def test_coming_back_one_is_the_same_person_with_no_group_and_a_new_password(
    town: Town, clock: Clock
) -> None:
    staff_id = with_account(town)
    leaves(town, staff_id)
    with schools(town.oakfield):
        assert not Holding.objects.filter(staff_id=staff_id).exists()
    client = town.client(ADMINISTRATOR)
    page = Page(client.post("/people/add/", {"name": NIA.name, "email": NIA.email, "role": "Teacher"}))
    assert page.errors == {"email": "Somebody here has this address already."}
    assert client.post(f"/people/{staff_id}/back/").status_code == 302
    assert not is_in(signs_in(NIA.email)), "the old password opens nothing yet"
    client.post(f"/people/{staff_id}/invite/")
    browser, _ = opens(link_of(newest_letter(NIA.email)))
    assert begins(browser, "heron by the river bend").status == 302
    assert is_in(browser)
    assert User.objects.filter(email=NIA.email).count() == 1
    with schools(town.oakfield):
        assert Staff.objects.get(email=NIA.email).pk == staff_id
    assert [mark.about_id for mark in marks(town, event="came back")] == [staff_id]


def test_a_leader_who_comes_back_is_no_leader_yet(town: Town, clock: Clock) -> None:
    leaves(town, SENIOR_LEADER)
    town.client(ADMINISTRATOR).post(f"{_page(town, SENIOR_LEADER)}back/")
    with schools(town.oakfield):
        assert not Holding.objects.filter(staff_id=town.staff["slt"]).exists()


def test_whoever_leaves_one_of_two_schools_stays_in_the_other(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    works_in_both(town)
    nia = signs_in(NIA.email)
    leaves(town, staff_id)
    assert not is_in(nia), "signed out everywhere"
    nia = signs_in(NIA.email)
    page = Page(nia.get("/"))
    assert "Heed · Riverside Academy" in page.body
    assert nia.get("/at/oakfield/").status_code == 404


def test_an_administrator_sees_numbers_and_no_child(town: Town, clock: Clock) -> None:
    town.entry(TEACHER, "maisie")
    page = Page(town.client(ADMINISTRATOR).get(f"{_page(town, SENIOR_LEADER)}leave/"))
    assert "One alert waits for them" in page.body
    for word in ("Maisie", "/entries/", "coat"):
        assert word not in page.body


def test_the_table_of_leaving_holds_one_departure_ahead_of_each_person(town: Town, clock: Clock) -> None:
    for day in ("25 November 2026", "30 November 2026"):
        assert leaves(town, ASSISTANT, when="day", day=day).status == 302
    with schools(town.oakfield), connection.cursor() as cursor:
        cursor.execute("select count(*) from staff_departure")
        assert cursor.fetchone() == (1,)
        assert Staff.objects.get(pk=town.staff["ta"]).left_on == date(2026, 12, 1)


def test_the_worker_looks_every_five_minutes() -> None:
    """The job stands in a file of its own, which the worker has to be told of."""
    app.perform_import_paths()
    assert app.tasks["people.leave"].queueing_lock == "people.leave"
    assert "people.leave" in {name for name, _ in app.periodic_registry.periodic_tasks}
    assert settings.PROCRASTINATE_IMPORT_PATHS == ["heed.people.staff.tasks"]


def test_whoever_comes_back_is_not_sent_to_another_address_by_an_administrator(
    town: Town, clock: Clock
) -> None:
    """What they were told and what they wrote comes back with them: so it must be them."""
    leaves(town, OTHER_TEACHER)
    administrator = town.client(ADMINISTRATOR)
    administrator.post(f"{_page(town, OTHER_TEACHER)}back/")
    typed = {"name": "Aisha Rahman", "role": "Class teacher", "email": "mine@oakfield.example"}
    page = Page(administrator.post(f"{_page(town, OTHER_TEACHER)}change/", typed))
    assert page.status == 422
    assert "Only a head or DSL can change the address" in page.errors["email"]
    assert town.client(HEAD).post(f"{_page(town, OTHER_TEACHER)}change/", typed).status_code == 302
