"""Who is told, and what an alert may become. Pure."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from heed.alerts.kinds import Answer, Mail, State, Why
from heed.jobs.letters import tried_long_enough
from heed.who.categories import ELEVATED_ONLY, Default
from heed.who.groups import HEADS, LEADS, Group
from heed.who.viewer import Viewer

STATES: dict[State, dict[str, State]] = {
    State.WAITING: {
        "mark as read": State.READ,
        "tell again": State.WAITING,
        "hand on": State.HANDED_ON,
    },
    State.READ: {"tell again": State.WAITING},
    State.HANDED_ON: {"mark as read": State.READ, "tell again": State.WAITING},
}
"""From each state, what may be done and where it leads. Drawn into docs/states.md."""

MAIL: dict[Mail, dict[str, Mail]] = {
    Mail.DUE: {"leave": Mail.LEAVING, "not wanted any more": Mail.NOT_NEEDED, "tell again": Mail.DUE},
    Mail.LEAVING: {
        "tell again": Mail.DUE,
        "taken": Mail.SENT,
        "not now": Mail.DUE,
        "never": Mail.REFUSED,
        "worker died": Mail.LEAVING,
        "not wanted any more": Mail.NOT_NEEDED,
    },
    Mail.SENT: {"tell again": Mail.DUE},
    Mail.REFUSED: {"tell again": Mail.DUE},
    Mail.NOT_NEEDED: {"tell again": Mail.DUE},
}
"""The same for the mail of an alert."""

SENIOR_LEADERS = HEADS | {Group.SLT}


@dataclass(frozen=True, slots=True)
class ToTell:
    """One person, and the rule that tells them."""

    staff_id: UUID
    name: str
    role: str
    why: Why


def who_is_told(
    everybody: tuple[Viewer, ...],
    writer: Viewer,
    pupil_id: UUID,
    categories: frozenset[int],
    teachers: frozenset[UUID],
) -> tuple[ToTell, ...]:
    """The school's fixed rules, the first that fits each person; never the writer, nobody barred or locked out.

    Leads always; senior leaders of everything but child protection that their groups read; the child's class
    teachers, except of what is read elevated only. When no lead can be told, the heads are told instead.
    """
    free = [person for person in everybody if _may_be_told(person, writer, pupil_id)]
    told = [_told(person, why) for person in free if (why := _rule(person, pupil_id, categories, teachers))]
    if any(one.why is Why.LEAD for one in told) or writer.groups & LEADS:
        return tuple(told)
    heads = [_told(person, Why.HEAD_INSTEAD) for person in free if Group.HEAD in person.groups]
    instead = {one.staff_id for one in heads}
    return (*heads, *(one for one in told if one.staff_id not in instead))


def why_not_mark_as_read(viewer: Viewer, told: UUID, state: State) -> str | None:
    """The reason this person cannot mark this alert as read, if there is one."""
    if told != viewer.staff_id:
        return "Only the person who was alerted can mark an alert as read."
    if "mark as read" not in STATES[state]:
        return "This alert has been marked as read already."
    return None


def version_of(viewer: Viewer, *shown: object) -> str:
    """A short digest of what a page shows to whom, by which it asks whether it is still current.

    It says nothing of a child: it is made of ids, counts and the day. The first part is whose page it is.
    """
    whose = f"{viewer.school_id} {viewer.staff_id} {viewer.elevated}"
    return f"{_short(whose)}-{_short(repr(shown))}"


def is_page_of(viewer: Viewer, version: str) -> bool:
    """Whether a page with this version was made for this person, signed in as they are now."""
    return version.split("-", maxsplit=1)[0] == version_of(viewer).split("-")[0]


def _short(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Leaving:
    """A mail in hand: whose it is, and which telling and which try of it."""

    alert_id: UUID
    item_id: UUID
    staff_id: UUID
    to: str
    made_at: datetime
    tries: int
    lost_its_worker: bool
    """Whether an earlier try was never answered for, so that it may arrive twice."""


def is_this_try(mail: str, made_at: datetime, tries: int, sent: Leaving) -> bool:
    """Whether an alert still stands as this try left it: not told again, not taken over by another worker."""
    return (mail, made_at, tries) == (Mail.LEAVING, sent.made_at, sent.tries)


def after_answer(answer: Answer, sent: Leaving, *, now: datetime) -> Mail:
    """Where the mail stands now. What the server would not take is tried again until it has been long enough."""
    leads = MAIL[Mail.LEAVING]
    if answer is Answer.TAKEN:
        return leads["taken"]
    long_enough = tried_long_enough(sent.made_at, sent.tries, now=now)
    return leads["never" if answer is Answer.NEVER or long_enough else "not now"]


def _may_be_told(person: Viewer, writer: Viewer, pupil_id: UUID) -> bool:
    return (
        person.staff_id != writer.staff_id
        and pupil_id not in person.barred
        and pupil_id not in person.locked_out
    )


def _rule(
    person: Viewer, pupil_id: UUID, categories: frozenset[int], teachers: frozenset[UUID]
) -> Why | None:
    if person.groups & LEADS:
        return Why.LEAD
    if (
        person.groups & SENIOR_LEADERS
        and Default.CHILD_PROTECTION not in categories
        and categories <= person.reads_about(pupil_id)
    ):
        return Why.SENIOR_LEADER
    if person.staff_id in teachers and not categories & ELEVATED_ONLY:
        return Why.CLASS_TEACHER
    return None


def _told(person: Viewer, why: Why) -> ToTell:
    assert person.staff_id is not None, "only staff are told"
    return ToTell(person.staff_id, person.name, person.role, why)
