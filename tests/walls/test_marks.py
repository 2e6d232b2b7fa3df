"""Every action leaves its mark, in its own transaction; and marks cannot be changed."""

import hashlib
import inspect
import json
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import DatabaseError, transaction
from django.test import RequestFactory

import heed
from heed.access import actions as access
from heed.access import ruling
from heed.access.kinds import BarWhy
from heed.access.matrix import MATRIX, Scope
from heed.accounts import actions as accounts
from heed.accounts import devices, forgotten, letters, passwords, queries
from heed.accounts.kinds import LetterKind
from heed.accounts.models import Letter, SignIn, User
from heed.accounts.signon import actions as signon
from heed.accounts.signon.kinds import Why as WhyTurned
from heed.alerts import actions as alerts
from heed.alerts.kinds import Answer, Why
from heed.alerts.models import Alert
from heed.alerts.queries import alert_of
from heed.alerts.rules import ToTell
from heed.audit import actions as audit
from heed.audit.kinds import DoorEvent, Event, Kind
from heed.audit.models import Detail, DoorMark, Mark
from heed.chronology import actions as chronology
from heed.chronology.queries import Asked
from heed.guarding.actions import asking, notices, sharing
from heed.guarding.actions import bars as guarding_bars
from heed.guarding.kinds import NoticeKind
from heed.guarding.queries.bars import bars_waiting, openings
from heed.guarding.queries.looks import Span
from heed.guarding.queries.notices import notices_for
from heed.incidents import actions as incidents
from heed.incidents import following, handing_on, keeping
from heed.incidents.kinds import Did, Standing
from heed.incidents.stamps import Stamp
from heed.jobs import actions as jobs
from heed.people.staff import inviting, leaving
from heed.pupils import actions as pupils
from heed.records import actions as records
from heed.records.kinds import ItemKind, Precision
from heed.roll import actions as roll
from heed.roll.reading import Reading, StaffRow
from heed.schools import actions as school_actions
from heed.schools.models import School
from heed.staff import actions as staff
from heed.staff.models import Departure, Staff
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.tenancy.shut import opened_for
from heed.who.categories import Default
from heed.who.groups import Group
from heed.who.viewer import Viewer, on_the_server
from tests.cast import ADMINISTRATOR, HEAD, LEAD, LEAD_WHO_IS_THE_PARENT, NOW, SENIOR_LEADER, TEACHER, Town
from tests.records.behind import detail, opened
from tests.walls.test_schools_apart import rows

TOKEN = uuid4()
Doing = Callable[[Town, Viewer], Any]


def _item(town: Town, by: Viewer) -> Any:
    new = records.NewItem(
        pupil_id=town.pupils["zoe"],
        kind=ItemKind.ENTRY,
        occurred_at=NOW,
        precision=Precision.EXACT,
        categories=frozenset({1}),
    )
    return records.put_in_file(by, new)


def _mark_read(town: Town, by: Viewer) -> None:
    item = town.entry(TEACHER)
    own = alert_of(by, item)
    assert own is not None
    alerts.mark_as_read(by, own.alert_id)


def _tell(town: Town, by: Viewer) -> None:
    person = ToTell(town.staff["office"], "Sandra Bell", "Office", Why.LEAD)
    alerts.tell(by, _item(town, by).pk, [person])


def _mail_after_leaving_school(town: Town, by: Viewer) -> None:
    item = town.entry(TEACHER)
    Staff.objects.filter(pk=town.staff["slt"]).update(left_on=NOW.date())
    assert alerts.send_off(by, told(item)[town.staff["slt"]]) is None


def _mail_is_taken(town: Town, by: Viewer) -> None:
    sent = alerts.send_off(by, told(town.entry(TEACHER))[town.staff["slt"]])
    assert sent is not None
    alerts.note_answer(by, sent, Answer.TAKEN)


def told(item: Any) -> dict[Any, Any]:
    """Each person's alert to an entry."""
    return dict(opened(Alert).filter(item_id=item).values_list("staff_id", "pk"))


def _record(town: Town, by: Viewer) -> None:
    said = incidents.Account(
        pupil_id=town.pupils["zoe"],
        account="Said nothing.",
        categories=frozenset({2}),
        occurred_at=NOW - timedelta(hours=1),
    )
    incidents.record_incident(by, said, token=uuid7())


def _bring_in(town: Town, by: Viewer) -> None:
    person = StaffRow(2, "new@oakfield.example", "New Person", "Office", (Group.OFFICE,))
    roll.bring_in(on_the_server(by.school_id, at=NOW), Reading(staff=(person,)))


def _form(by: Viewer) -> Stamp:
    assert by.staff_id
    return Stamp(by.school_id, by.staff_id, TOKEN)


def _again(by: Viewer, doing: Callable[[Viewer], Any]) -> None:
    """With a draft that is there already."""
    keeping.keep_draft(by, _form(by), {"account": ["x"]})
    doing(by)


def _child(town: Town) -> pupils.ChildFacts:
    return pupils.ChildFacts(
        upn="",
        legal_given="Ada",
        legal_family="Reed",
        given="Ada",
        family="Reed",
        former_family="",
        born_on=date(2018, 1, 1),
        year=3,
        class_name="Hazel",
        sex="F",
    )


def _end_bar(town: Town, by: Viewer) -> None:
    access.end_bar(by, town.staff["parent"], town.pupils["maisie"])


def _unlock(town: Town, by: Viewer) -> None:
    access.lock(by, town.pupils["zoe"], named=[])
    access.unlock(by, town.pupils["zoe"])


WIDER = replace(MATRIX[Group.OFFICE], reads=frozenset({Default.MEDICAL}), scope=Scope.WHOLE_SCHOOL)


def _proposed(town: Town) -> Any:
    return ruling.propose(town.viewer(ADMINISTRATOR), town.staff["ta"], Group.SLT, why="New work")


NEW = inviting.Newcomer(
    email="nia@oakfield.example", name="Nia Frost", role="Teacher", groups=frozenset({Group.TEACHER})
)


def _user(town: Town) -> User:
    return User.objects.get(pk=town.users["ta"])


def _letter_is_sent(town: Town, by: Viewer) -> None:
    user = _user(town)
    letter = letters.write(by, LetterKind.NEW_DEVICE, email=user.email, user_id=user.pk)
    sent = letters.send_off(by, letter)
    assert sent is not None
    letters.note_answer(by, sent, Answer.TAKEN)


def _letter_to_a_closed_account(town: Town, by: Viewer) -> None:
    user = _user(town)
    letter = letters.write(by, LetterKind.NEW_DEVICE, email=user.email, user_id=user.pk)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert letters.send_off(by, letter) is None


def _withdraw(town: Town, by: Viewer) -> None:
    letters.invite(by, town.staff["ta"], email="ta@oakfield.example")
    assert letters.withdraw_invitation(by, town.staff["ta"])
    assert not letters.withdraw_invitation(by, town.staff["ta"]), "there is none any more"


def _forgotten(town: Town, by: Viewer) -> None:
    user = _user(town)
    passwords.set_password(by, user, "wind in the willows", event=Event.PASSWORD_SET)
    forgotten.ask(email=user.email, origin="test", now=NOW)
    [asking] = queries.askings()
    forgotten.answer(asking, now=NOW)
    letter = Letter.objects.get(user=user, kind=LetterKind.NEW_PASSWORD)
    passwords.set_forgotten_password(letter, "toad of toad hall", now=NOW, origin="test")


def _new_device(town: Town, by: Viewer) -> None:
    for _ in range(2):
        request = RequestFactory().get("/")
        request.session = SessionStore()
        devices.note_sign_in(request, by, _user(town))


def _end_one(town: Town, by: Viewer) -> None:
    _new_device(town, by)
    devices.end_one(by, town.users["ta"], SignIn.objects.first().pk)  # type: ignore[union-attr]


def _hand_on(town: Town, by: Viewer) -> None:
    person = ToTell(town.staff["lead"], "Helen Marsh", "DSL", Why.TOOK_OVER)
    alerts.hand_on(by, _item(town, by).pk, left=town.staff["ta"], to=person)


def _take_up(town: Town, by: Viewer) -> None:
    staff_id = inviting.add_person(by, NEW, invite=True)
    letter = queries.invitation_of(town.oakfield, staff_id)
    assert letter is not None
    inviting.take_up(letter, password="wind in the willows", signed_in=None, now=NOW, origin="test")


def _leave(town: Town, by: Viewer) -> None:
    leaving.set_leaving(by, town.staff["ta"], left_on=NOW.date(), hands_to=None, rest_to=None)


def _leave_later(town: Town, by: Viewer) -> None:
    day = NOW.date() + timedelta(days=2)
    leaving.set_leaving(by, town.staff["ta"], left_on=day, hands_to=None, rest_to=None)
    leaving.carry_out(replace(by, at=NOW + timedelta(days=2)), Departure.objects.get().pk)


def _stay(town: Town, by: Viewer) -> None:
    day = NOW.date() + timedelta(days=2)
    leaving.set_leaving(by, town.staff["ta"], left_on=day, hands_to=None, rest_to=None)
    leaving.keep(by, town.staff["ta"])


def _come_back(town: Town, by: Viewer) -> None:
    _leave(town, by)
    leaving.come_back(by, town.staff["ta"])


def _set_sign_on(town: Town) -> Viewer:
    by = town.viewer(HEAD)
    wanted = signon.Wanted(
        label="Kestrel ID",
        issuer="https://id.example",
        client_id="heed",
        domains=("oakfield.example",),
        counts_as_second_step=False,
        only=False,
        active=True,
    )
    signon.set_sign_on(by, wanted, secret="x", seen=None)
    return by


def _declare(town: Town, by: Viewer) -> Any:
    """Grace Adeyemi names Zoë. Returns the bar."""
    guarding_bars.declare(
        town.viewer(SENIOR_LEADER), pupil_id=town.pupils["zoe"], why=BarWhy.RELATIVE, said="My niece."
    )
    return bars_waiting(by)[0].id


def _notice(town: Town, by: Viewer) -> Any:
    _declare(town, by)
    return notices_for(by)[0].id


def _notice_in_hand(town: Town, by: Viewer) -> notices.Leaving:
    leaving = notices.take_in_hand(by, _notice(town, by))
    assert leaving is not None
    return leaving


def _unwanted_notice(town: Town, by: Viewer) -> None:
    notice = _notice(town, by)
    notices.read_notice(by, notice)
    assert notices.take_in_hand(by, notice) is None


def _break_glass(town: Town, by: Viewer) -> Any:
    grace = town.viewer(SENIOR_LEADER)
    sharing.break_glass(grace, town.pupils["zoe"], said="Nobody answers the telephone.")
    return openings(by)[0].id


def _end_own_opening(town: Town, by: Viewer) -> None:
    _break_glass(town, by)
    sharing.end_own_opening(town.viewer(SENIOR_LEADER))


def _share(town: Town, by: Viewer) -> Any:
    item = town.entry()
    until = NOW.date() + timedelta(days=5)
    sharing.share_entry(by, item, to=str(town.staff["ta"]), ends_on=until, said="Works with her at lunch.")
    return item


def _keep_from_entry(town: Town, by: Viewer) -> Any:
    item, ta = town.entry(), town.staff["ta"]
    guarding_bars.keep_from_entry(by, item, staff_id=ta, why=BarWhy.NAMED, said="Named in it.")
    return item


def _lock(town: Town, by: Viewer) -> None:
    guarding_bars.lock_record(
        by, town.pupils["zoe"], named=frozenset({town.staff["lead"]}), said="A hearing."
    )


def _unlock_record(town: Town, by: Viewer) -> None:
    _lock(town, by)
    guarding_bars.unlock_record(by, town.pupils["zoe"], said="It is over.")


NOVEMBER = Span(NOW - timedelta(days=22), NOW + timedelta(days=7))

GUARDING: dict[str, tuple[Doing, Event]] = {
    "access.confirm_bar": (lambda t, by: access.confirm_bar(by, _declare(t, by)), Event.BAR_CONFIRMED),
    "access.open_for_an_hour": (
        lambda t, by: access.open_for_an_hour(by, t.pupils["zoe"], said="Nobody answers."),
        Event.BROKE_GLASS,
    ),
    "access.end_opening": (lambda t, by: access.end_opening(by, _break_glass(t, by)), Event.OPENING_ENDED),
    "records.share": (
        lambda t, by: records.share(
            by, t.entry(), [t.staff["ta"]], said="x", ends_at=NOW + timedelta(days=1)
        ),
        Event.SHARED,
    ),
    "records.end_grants": (
        lambda t, by: records.end_grants(by, _share(t, by), t.staff["ta"]),
        Event.SHARE_ENDED,
    ),
    "records.end_bar_from_entry": (
        lambda t, by: records.end_bar_from_entry(by, _keep_from_entry(t, by), t.staff["ta"]),
        Event.BAR_ENDED,
    ),
    "guarding.bar_from_child": (
        lambda t, by: guarding_bars.bar_from_child(
            by, t.pupils["zoe"], staff_id=t.staff["ta"], why=BarWhy.CONFLICT, said="Neighbours."
        ),
        Event.BARRED,
    ),
    "guarding.end_bar_from_child": (
        lambda t, by: guarding_bars.end_bar_from_child(
            by, t.pupils["zoe"], which=_declare(t, by), said="Not related."
        ),
        Event.BAR_ENDED,
    ),
    "guarding.confirm_declared": (
        lambda t, by: guarding_bars.confirm_declared(by, t.pupils["zoe"], which=_declare(t, by)),
        Event.BAR_CONFIRMED,
    ),
    "guarding.look_for_relative": (
        lambda _, by: guarding_bars.look_for_relative(by, "zoe"),
        Event.NAMED_CHILD,
    ),
    "guarding.declare": (_declare, Event.DECLARED),
    "guarding.lock_record": (_lock, Event.LOCKED),
    "guarding.unlock_record": (_unlock_record, Event.UNLOCKED),
    "guarding.keep_from_entry": (_keep_from_entry, Event.BARRED),
    "guarding.end_keeping_from_entry": (
        lambda t, by: guarding_bars.end_keeping_from_entry(
            by, _keep_from_entry(t, by), which=t.staff["ta"], said="Another Tom."
        ),
        Event.BAR_ENDED,
    ),
    "guarding.open_readers": (lambda t, by: sharing.open_readers(by, t.entry()), Event.LOOKED_AT_READERS),
    "guarding.share_entry": (_share, Event.SHARED),
    "guarding.end_share": (
        lambda t, by: sharing.end_share(by, _share(t, by), which=t.staff["ta"]),
        Event.SHARE_ENDED,
    ),
    "guarding.break_glass": (_break_glass, Event.BROKE_GLASS),
    "guarding.end_opening": (lambda t, by: sharing.end_opening(by, _break_glass(t, by)), Event.OPENING_ENDED),
    "guarding.end_own_opening": (_end_own_opening, Event.OPENING_ENDED),
    "guarding.open_guarding": (
        lambda t, by: asking.open_guarding(by, t.pupils["zoe"]),
        Event.LOOKED_AT_GUARDING,
    ),
    "guarding.ask_about_entry": (
        lambda t, by: asking.ask_about_entry(by, t.staff["ta"], incidents.open_entry(by, t.entry()).number),
        Event.EXPLAINED,
    ),
    "guarding.ask_about_child": (
        lambda t, by: asking.ask_about_child(by, t.staff["ta"], t.pupils["zoe"]),
        Event.EXPLAINED,
    ),
    "guarding.ask_about_person": (lambda t, by: asking.ask_about_person(by, t.staff["ta"]), Event.EXPLAINED),
    "guarding.look_as": (lambda t, by: asking.look_as(by, t.staff["ta"]), Event.LOOKED_AS),
    "guarding.look_at_looks": (
        lambda t, by: asking.look_at_looks(t.viewer(HEAD), NOVEMBER, month=date(2026, 11, 1)),
        Event.LOOKED_AT_LOOKS,
    ),
    "guarding.notify": (
        lambda t, by: notices.notify(by, NoticeKind.DECLARED, uuid7(), [t.staff["lead"]], pupil_id=None),
        Event.TOLD_OF_GUARDING,
    ),
    "guarding.read_notice": (lambda t, by: notices.read_notice(by, _notice(t, by)), Event.READ_NOTICE),
    "guarding.take_in_hand": (_unwanted_notice, Event.MAIL_NOT_NEEDED),
    "guarding.note_answer": (
        lambda t, by: notices.note_answer(by, _notice_in_hand(t, by), Answer.TAKEN),
        Event.MAIL_SENT,
    ),
}

# Each action, done once, and the mark it must leave.
DOINGS: dict[str, tuple[Doing, Event]] = {
    **GUARDING,
    "access.set_groups": (
        lambda t, by: access.set_groups(by, t.staff["ta"], [Group.OFFICE], why="New work"),
        Event.GROUPS_SET,
    ),
    "access.leave_groups": (
        lambda t, by: access.leave_groups(by, t.staff["ta"], why="Has left"),
        Event.GROUPS_SET,
    ),
    "access.set_groups_from_roll": (
        lambda t, by: access.set_groups_from_roll(
            on_the_server(by.school_id, at=NOW), t.staff["ta"], [Group.OFFICE]
        ),
        Event.GROUPS_SET,
    ),
    "access.set_up_groups": (
        lambda t, by: access.set_up_groups(
            on_the_server(by.school_id, at=NOW), t.staff["ta"], [Group.HEAD], why="First head"
        ),
        Event.GROUPS_SET,
    ),
    "access.put_into": (
        lambda t, by: ruling.put_into(by, t.staff["ta"], frozenset({Group.OFFICE}), why="New work"),
        Event.GROUPS_SET,
    ),
    "access.propose": (
        lambda t, by: ruling.propose(by, t.staff["ta"], Group.SLT, why="New work"),
        Event.PROPOSED,
    ),
    "access.change_group": (
        lambda _, by: ruling.change_group(by, Group.OFFICE, WIDER, seen=0, why="They keep the plans"),
        Event.GROUP_CHANGED,
    ),
    "access.approve": (lambda t, by: ruling.approve(by, _proposed(t)), Event.APPROVED),
    "access.turn_down": (lambda t, by: ruling.turn_down(by, _proposed(t), said="No"), Event.TURNED_DOWN),
    "access.take_back": (
        lambda t, _: ruling.take_back(t.viewer(ADMINISTRATOR), _proposed(t)),
        Event.TAKEN_BACK,
    ),
    "access.bar": (
        lambda t, by: access.bar(by, t.staff["ta"], t.pupils["zoe"], why="relative"),
        Event.BARRED,
    ),
    "access.end_bar": (_end_bar, Event.BAR_ENDED),
    "access.lock": (lambda t, by: access.lock(by, t.pupils["zoe"], named=[t.staff["lead"]]), Event.LOCKED),
    "access.unlock": (_unlock, Event.UNLOCKED),
    "accounts.make_account": (
        lambda t, by: accounts.make_account(
            by, email="a@oakfield.example", name="A B", password=None, second_factor=None, demo=False
        ),
        Event.ACCOUNT_MADE,
    ),
    "accounts.write": (_letter_is_sent, Event.MAIL_SENT),
    "accounts.send_off": (_letter_to_a_closed_account, Event.MAIL_NOT_NEEDED),
    "accounts.note_answer": (_letter_is_sent, Event.MAIL_SENT),
    "accounts.invite": (
        lambda t, by: letters.invite(by, t.staff["ta"], email="ta@oakfield.example"),
        Event.INVITED,
    ),
    "accounts.send_invitation_again": (
        lambda t, by: letters.send_invitation_again(
            by, letters.invite(by, t.staff["ta"], email="ta@oakfield.example")
        ),
        Event.INVITED_AGAIN,
    ),
    "accounts.withdraw_invitation": (_withdraw, Event.INVITATION_ENDED),
    "accounts.set_password": (
        lambda t, by: passwords.set_password(by, _user(t), "wind in the willows", event=Event.PASSWORD_SET),
        Event.PASSWORD_SET,
    ),
    "accounts.set_forgotten_password": (_forgotten, Event.PASSWORD_CHANGED),
    "accounts.change_password": (
        lambda t, by: passwords.change_password(by, _user(t), "wind in the willows", sign_in=None),
        Event.PASSWORD_CHANGED,
    ),
    "accounts.answer": (_forgotten, Event.NEW_PASSWORD_ASKED),
    "accounts.ask": (_forgotten, Event.NEW_PASSWORD_ASKED),
    "accounts.note_sign_in": (_new_device, Event.NEW_DEVICE),
    "accounts.end_one": (_end_one, Event.SIGN_IN_ENDED),
    "accounts.end_all": (lambda t, by: devices.end_all(by, t.users["ta"]), Event.SIGN_IN_ENDED),
    "alerts.hand_on": (_hand_on, Event.ALERTED),
    "incidents.hand_on": (
        lambda t, by: handing_on.hand_on(by, t.staff["ta"], name="Tom Ellery", to=[]),
        Event.HANDED_ON,
    ),
    "people.add_person": (lambda _, by: inviting.add_person(by, NEW, invite=True), Event.INVITED),
    "people.add_people": (lambda _, by: inviting.add_people(by, [NEW], invite=False), Event.STAFF_ADDED),
    "people.invite_person": (
        lambda _, by: inviting.invite_person(by, inviting.add_person(by, NEW, invite=False)),
        Event.INVITED,
    ),
    "people.invite_everybody": (
        lambda _, by: [inviting.add_person(by, NEW, invite=False), inviting.invite_everybody(by)],
        Event.INVITED,
    ),
    "people.change_person": (
        lambda t, by: inviting.change_person(
            by, t.staff["ta"], name="Thomas Ellery", role="Assistant", email="ta@oakfield.example"
        ),
        Event.STAFF_CHANGED,
    ),
    "people.take_up": (_take_up, Event.INVITATION_TAKEN_UP),
    "people.set_leaving": (_leave, Event.LEFT),
    "people.carry_out": (_leave_later, Event.LEFT),
    "people.keep": (_stay, Event.LEAVING_SET),
    "people.come_back": (_come_back, Event.CAME_BACK),
    "staff.change_address": (
        lambda t, by: staff.change_address(by, t.staff["ta"], "tom@oakfield.example"),
        Event.STAFF_CHANGED,
    ),
    "accounts.set_sign_on": (lambda t, _: _set_sign_on(t), Event.SIGN_ON_SET),
    "accounts.approve_sign_on": (
        lambda t, by: signon.approve_sign_on(by, seen=_set_sign_on(t).at),
        Event.SIGN_ON_APPROVED,
    ),
    "accounts.note_tried": (
        lambda t, _: signon.note_tried(t.viewer(HEAD), "https://id.example", "fine"),
        Event.SIGN_ON_TRIED,
    ),
    "accounts.bind": (
        lambda t, by: signon.bind(by, t.users["ta"], issuer="https://id.example", subject="7"),
        Event.SIGN_ON_BOUND,
    ),
    "accounts.release": (lambda t, by: signon.release(by, t.users["ta"]), Event.SIGN_ON_RELEASED),
    "accounts.note_turned_away": (
        lambda _, by: signon.note_turned_away(by, WhyTurned.LEFT),
        Event.SIGN_ON_REFUSED,
    ),
    "accounts.note_broken": (lambda _, by: signon.note_broken(by, "did not answer"), Event.SIGN_ON_BROKEN),
    "alerts.tell": (_tell, Event.ALERTED),
    "alerts.mark_as_read": (_mark_read, Event.READ_ALERT),
    "alerts.send_off": (_mail_after_leaving_school, Event.MAIL_NOT_NEEDED),
    "alerts.note_answer": (_mail_is_taken, Event.MAIL_SENT),
    "chronology.look_up": (lambda _, by: chronology.look_up(by, "maisie"), Event.LOOKED_FOR_CHILD),
    "chronology.open_child": (
        lambda t, by: chronology.open_child(by, t.pupils["zoe"], Asked(words="coat")),
        Event.LOOKED_AT_CHILD,
    ),
    "chronology.search_words": (
        lambda _, by: chronology.search_words(by, Asked(words="coat")),
        Event.SEARCHED_WORDS,
    ),
    "incidents.record_incident": (_record, Event.RECORDED),
    "incidents.add_action": (
        lambda t, by: following.add_action(by, t.entry(), following.Done(done="Rang home."), token=uuid7()),
        Event.ACTED,
    ),
    "incidents.take_step": (
        lambda t, by: following.take_step(by, t.entry(), following.Wanted(did=Did.TAKE, seen=Standing.NEW)),
        Event.STATE_CHANGED,
    ),
    "incidents.open_entry": (lambda t, by: incidents.open_entry(by, t.entry()), Event.LOOKED_AT_ENTRY),
    "incidents.open_own_entry": (
        lambda t, by: incidents.open_own_entry(t.viewer(TEACHER), t.entry()),
        Event.LOOKED_AT_OWN_ENTRY,
    ),
    "incidents.look_for_child": (lambda _, by: incidents.look_for_child(by, "maisie"), Event.NAMED_CHILD),
    "incidents.name_child": (lambda t, by: incidents.name_child(by, t.pupils["zoe"]), Event.NAMED_CHILD),
    "incidents.keep_words": (
        lambda _, by: keeping.keep_words(by.school_id, by.staff_id, uuid4(), {"account": ["x"]}, by=by),
        Event.KEPT_WORDS,
    ),
    "incidents.keep_draft": (lambda _, by: keeping.keep_draft(by, _form(by), {}), Event.KEPT_WORDS),
    "incidents.take_words_up": (
        lambda _, by: _again(by, lambda who: keeping.take_words_up(who, TOKEN)),
        Event.TOOK_KEPT_WORDS,
    ),
    "incidents.put_words_away": (lambda _, by: keeping.put_words_away(by, uuid4()), Event.PUT_WORDS_AWAY),
    "incidents.words_are_sent": (
        lambda _, by: _again(by, lambda who: keeping.words_are_sent(who, TOKEN)),
        Event.SENT_KEPT_WORDS,
    ),
    "pupils.bring_children": (lambda t, by: pupils.bring_children(by, [_child(t)]), Event.ROLL_IMPORTED),
    "pupils.teach": (lambda t, by: pupils.teach(by, t.staff["ta"], ["Hazel"]), Event.STAFF_CHANGED),
    "pupils.work_one_to_one": (
        lambda t, by: pupils.work_one_to_one(by, t.staff["ta"], t.pupils["zoe"]),
        Event.STAFF_CHANGED,
    ),
    "pupils.end_one_to_one": (
        lambda t, by: pupils.end_one_to_one(by, t.staff["ta"], t.pupils["kacper"]),
        Event.STAFF_CHANGED,
    ),
    "records.put_in_file": (_item, Event.RECORDED),
    "records.grant": (
        lambda t, by: records.grant(by, t.entry(), [t.staff["ta"]], why="alerted"),
        Event.SHARED,
    ),
    "records.end_own_grant_later": (
        lambda t, by: records.end_own_grant_later(by, t.entry()),
        Event.SHARE_ENDED,
    ),
    "records.bar_from_entry": (
        lambda t, by: records.bar_from_entry(by, t.entry(), t.staff["ta"], why="named"),
        Event.BARRED,
    ),
    "records.open_files": (lambda t, _: _open_files(t), Event.CATEGORIES_SET),
    "roll.bring_in": (_bring_in, Event.ROLL_IMPORTED),
    "schools.add_school": (
        lambda *_: school_actions.add_school("New School", trust=None, now=NOW),
        Event.SCHOOL_ADDED,
    ),
    "staff.put_on_staff": (
        lambda _, by: staff.put_on_staff(by, email="b@oakfield.example", name="B C", role="Office"),
        Event.STAFF_ADDED,
    ),
    "staff.sign_as": (
        lambda t, by: staff.sign_as(by, t.staff["ta"], groups=[Group.OFFICE]),
        Event.STAFF_CHANGED,
    ),
    "staff.give_account": (lambda t, by: _give_account(by), Event.ACCOUNT_MADE),
}

# Not actions of a person: parts that run inside one, and the marks themselves.
INSIDE = {
    "audit.record": "the mark itself",
    "audit.record_at_the_door": "a mark itself",
    "audit.record_of_the_service": "a mark itself",
    "audit.digest_of": "writes nothing",
    "audit.marked": "writes nothing",
    "audit.marks_together": "writes the marks that others leave within",
    "alerts.give_back": "the next try marks each mail that may arrive twice",
    "jobs.later": "the job is part of the action that asks for it",
    "jobs.at_the_door": "the same",
    "accounts.give_back": "the next try marks each letter that may arrive twice",
    "accounts.end_links_to": "part of setting a password",
    "accounts.make_user": "part of taking an invitation up",
    "accounts.tell_of_change": "a letter, which leaves its marks",
    **dict.fromkeys(
        (
            *(
                "accounts.why_not_password",
                "accounts.has_account",
                "accounts.by_a_link",
                "accounts.rules_words",
            ),
            *("incidents.open_of", "incidents.how_many_nobody_takes", "people.why_not_without"),
            *("jobs.may_leave", "jobs.tried_long_enough"),
            *("people.without_invitation", "people.invited_by", "accounts.sign_in_of"),
        ),
        "writes nothing",
    ),
    "accounts.remember_device": "writes into the answer alone",
    "accounts.note_seen": "when a sign-in was used last; the looks themselves are marked",
    "records.next_number": "part of put_in_file",
    "incidents.begin": "part of recording an entry",
    "records.wait_for_turn": "only locks",
}


def _open_files(town: Town) -> None:
    school = school_actions.add_school("Another School", trust=None, now=NOW)
    with schools(school):
        records.open_files(on_the_server(school, at=NOW))


def _give_account(by: Viewer) -> None:
    person, _ = staff.put_on_staff(by, email="c@oakfield.example", name="C D", role="Office")
    staff.give_account(by, person, User.objects.create(email="c@oakfield.example", name="C D").pk)


ACTIONS = {
    *("actions", "following", "keeping", "handing_on", "ruling"),
    *("letters", "passwords", "devices", "forgotten"),
    *("staff.inviting", "staff.leaving", "signon.actions"),
    *("actions.asking", "actions.bars", "actions.notices", "actions.sharing"),
}


def parts_of(module: str) -> list[pkgutil.ModuleInfo]:
    """The files of a module, and of the folders in it by subject."""
    home = f"{heed.__path__[0]}/{module}"
    found = list(pkgutil.iter_modules([home]))
    for folder in [one.name for one in found if one.ispkg]:
        found += pkgutil.iter_modules([f"{home}/{folder}"], f"{folder}.")
    return found


def every_action() -> set[str]:
    """The public functions of every module's `actions`, one file or several, and of what stands beside them."""
    found = set()
    for module in pkgutil.iter_modules(heed.__path__):
        for part in parts_of(module.name):
            if part.name not in ACTIONS:
                continue
            name = f"heed.{module.name}.{part.name}"
            subjects = pkgutil.iter_modules([f"{heed.__path__[0]}/{module.name}/{part.name}"])
            for file in (name, *(f"{name}.{one.name}" for one in subjects)):
                members = inspect.getmembers(import_module(file), inspect.isfunction)
                found |= {
                    f"{module.name}.{key}"
                    for key, do in members
                    if do.__module__ == file and not key.startswith("_")
                }
    return found


def test_every_action_is_tried() -> None:
    assert every_action() == DOINGS.keys() | INSIDE.keys()
    assert jobs.later.__doc__


def marks_left_by(doing: Doing, town: Town) -> set[str]:
    with schools(town.oakfield):
        viewer = town.viewer(LEAD)
        before = set(rows("select id from audit_mark"))
        doing(town, viewer)
        made = {row[0] for row in set(rows("select id from audit_mark")) - before}
        return {row[0] for row in rows("select event from audit_mark where id = any(%s)", list(made))}


@pytest.mark.parametrize("name", sorted(DOINGS))
def test_each_action_leaves_its_mark(name: str, town: Town) -> None:
    doing, event = DOINGS[name]
    if name in {"schools.add_school", "records.open_files"}:
        with schools(town.oakfield, town.riverside):
            doing(town, town.viewer(LEAD))
        return _check_in_the_new_school(event)
    assert event in marks_left_by(doing, town)
    return None


def _check_in_the_new_school(event: Event) -> None:
    newest = School.objects.order_by("-id")[0]
    with schools(newest.pk):
        assert event in {mark.event for mark in Mark.objects.all()}


def test_marks_left_together_stand_in_the_order_in_which_they_were_left(town: Town) -> None:
    def several(_: Town, by: Viewer) -> None:
        with audit.marks_together(), audit.marks_together():
            audit.record(by, Event.LOOKED_AT_ENTRY, Kind.ENTRY)
            audit.record(by, Event.NAMED_CHILD, Kind.SEARCH, asked="zoe")
            assert not rows("select 1 from audit_mark where event = 'named child'")

    assert marks_left_by(several, town) == {Event.LOOKED_AT_ENTRY, Event.NAMED_CHILD}
    with schools(town.oakfield):
        first, second = Mark.objects.order_by("-id")[:2][::-1]
        assert (first.event, second.event) == (Event.LOOKED_AT_ENTRY, Event.NAMED_CHILD)
        assert detail(town, second) == {"asked": "zoe"}


def test_when_an_action_of_several_parts_fails_no_mark_of_it_stands(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("heed.incidents.actions.words_are_sent", breaks)
    with schools(town.oakfield):
        before = Mark.objects.count()
        with pytest.raises(DatabaseError):
            town.entry(TEACHER)
        assert Mark.objects.count() == before
        audit.record(town.viewer(LEAD), Event.LOOKED_AT_ENTRY, Kind.ENTRY)
        assert Mark.objects.count() == before + 1, "nothing is gathered any more"


def test_a_draft_that_grows_leaves_the_mark_of_its_beginning_only(town: Town) -> None:
    def grow(town: Town, by: Viewer) -> None:
        for words in ("x", "xy", "xyz"):
            keeping.keep_draft(by, _form(by), {"account": [words]})

    with schools(town.oakfield):
        before = Mark.objects.count()
    assert marks_left_by(grow, town) == {Event.KEPT_WORDS}
    with schools(town.oakfield):
        assert Mark.objects.count() == before + 1


def test_an_action_that_forgets_its_mark_is_noticed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "record", lambda *_, **__: None)
    doing, event = DOINGS["access.bar"]
    assert event not in marks_left_by(doing, town)


def test_a_mark_says_who_what_and_when(town: Town) -> None:
    item = town.entry()
    viewer = town.viewer(LEAD)
    with schools(town.oakfield):
        incidents.open_entry(viewer, item)
        mark = Mark.objects.get(event=Event.LOOKED_AT_ENTRY, about_id=item)
    assert (mark.name, mark.role, mark.elevated, mark.about) == ("Helen Marsh", "DSL", True, Kind.ENTRY)
    assert (mark.staff_id, mark.at, mark.origin) == (town.staff["lead"], NOW, "test")


def test_a_mark_falls_with_what_it_describes(town: Town) -> None:
    viewer = town.viewer(LEAD)
    with schools(town.oakfield):
        before = Mark.objects.count()
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            access.bar(viewer, town.staff["ta"], town.pupils["zoe"], why="relative")
            raise ZeroDivisionError
        assert Mark.objects.count() == before


def test_what_a_mark_says_of_a_child_can_be_proved_and_lies_beside_it(town: Town) -> None:
    with schools(town.oakfield):
        chronology.look_up(town.viewer(LEAD), "maisie")
        mark = Mark.objects.get(event=Event.LOOKED_FOR_CHILD)
        with opened_for("prove what a mark says"):
            detail = Detail.objects.get(mark=mark)
    assert json.loads(detail.words)["asked"] == "maisie"
    assert "maisie" not in f"{mark.why}{mark.about}{mark.digest}"
    assert mark.digest == hashlib.sha256((detail.salt + detail.words).encode()).hexdigest()


def test_somebody_turned_away_leaves_a_mark_though_the_request_was_undone(town: Town) -> None:
    item = town.entry()
    town.client(LEAD_WHO_IS_THE_PARENT).get(f"/entries/{item}/")
    with schools(town.oakfield):
        mark = Mark.objects.get(event=Event.REFUSED)
    assert (mark.name, mark.about_id, mark.why) == ("Rachel Thornton", item, "incidents:entry")


WRITTEN_ONCE = [
    "audit_mark",
    "audit_detail",
    "audit_doormark",
    "staff_signature",
    "access_grouprule",
    "incidents_incident",
    "incidents_action",
    "incidents_step",
]


@pytest.mark.parametrize("table", WRITTEN_ONCE)
@pytest.mark.parametrize("change", ['update "{}" set id = id', 'delete from "{}"', 'truncate "{}" cascade'])
def test_the_runtime_role_may_only_add(table: str, change: str, town: Town) -> None:
    town.entry()
    with (
        schools(town.oakfield),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        rows(change.format(table))


@pytest.mark.parametrize("table", WRITTEN_ONCE)
def test_a_trigger_stops_the_owner_too(table: str, db: None) -> None:
    trigger = (
        "select tgenabled, tgtype from pg_trigger where tgrelid = to_regclass(%s) and tgname = 'append_only'"
    )
    assert [(enabled, kind & 27) for enabled, kind in rows(trigger, table)] == [
        ("O", 27)
    ]  # before, row, update, delete


def test_a_stranger_at_the_door_is_noted_without_what_they_typed(town: Town) -> None:
    audit.record_at_the_door(DoorEvent.WRONG_PASSWORD, at=NOW, origin="192.0.2.1")
    columns = {field.name for field in DoorMark._meta.local_fields}
    assert columns == {"id", "at", "event", "user_id", "origin"}
