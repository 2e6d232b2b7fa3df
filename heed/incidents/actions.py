"""Recording and opening."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from heed.access.matrix import OWN_ENTRIES_ONLY
from heed.alerts.actions import tell
from heed.alerts.queries import to_tell_of
from heed.audit.actions import marks_together, record
from heed.audit.kinds import Event, Kind
from heed.incidents import queries, rules
from heed.incidents.following import begin
from heed.incidents.keeping import words_are_sent
from heed.incidents.models import Incident
from heed.lib.outcomes import OutOfDate, refuse
from heed.pupils.queries import Child, child_named, children_called, children_like
from heed.records.actions import NewItem, grant, put_in_file, wait_for_turn
from heed.records.kinds import ItemKind, Precision
from heed.records.models import Counter
from heed.records.queries import categories_to_choose
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the writer says happened."""

    pupil_id: UUID
    account: str
    child_words: str = ""
    already_done: str = ""
    categories: frozenset[int]
    occurred_at: datetime
    precision: Precision = Precision.EXACT
    place: str = ""
    late_reason: str = ""


@transaction.atomic
def record_incident(
    viewer: Viewer,
    said: Account,
    *,
    token: UUID,
    sheet: UUID | None = None,
    seen: datetime | None = None,
) -> UUID:
    """Record an entry about a child and alert the people who are told, all at once or not at all.

    Sent twice with one token and the same words, it is one entry.

    Returns:
        The entry.

    Raises:
        NotSeen: when the child is not theirs to name.
        Refused: when they may not record this.
        OutOfDate: when the form was sent before with other words.
    """
    refuse(rules.why_not_record(viewer))
    turn = wait_for_turn(viewer.school_id)
    before = queries.sent_with(viewer, token)
    if before is not None:
        return _sent_before(before, said)
    child = child_named(viewer, said.pupil_id)
    in_use = frozenset(choice.number for choice in categories_to_choose(viewer))
    refuse(rules.why_not_categories(viewer, said.categories, in_use))
    refuse(rules.why_not_when(said.occurred_at, child.born_on, now=viewer.at))
    with marks_together():
        item_id = _write(viewer, said, token, turn)
        words_are_sent(viewer, token, sheet=sheet, seen=seen)
    return item_id


def _write(viewer: Viewer, said: Account, token: UUID, turn: Counter) -> UUID:
    item = put_in_file(
        viewer,
        NewItem(
            pupil_id=said.pupil_id,
            kind=ItemKind.ENTRY,
            occurred_at=said.occurred_at,
            precision=said.precision,
            categories=said.categories,
        ),
        turn=turn,
    )
    Incident.objects.create(
        school_id=viewer.school_id,
        item=item,
        token=token,
        account=said.account,
        child_words=said.child_words,
        already_done=said.already_done,
        place=said.place,
        late_reason=said.late_reason,
    )
    begin(viewer, item.pk)
    tell(viewer, item.pk, to_tell_of(viewer, said.pupil_id, said.categories), anew=True)
    _keep_own(viewer, item.pk, said.categories)
    return item.pk


def _keep_own(viewer: Viewer, item_id: UUID, categories: frozenset[int]) -> None:
    """Groups that read only their own entries in a category are granted what they write there."""
    own_only = frozenset[int]().union(*(OWN_ENTRIES_ONLY.get(group, frozenset()) for group in viewer.groups))
    if categories & own_only and viewer.staff_id:
        grant(viewer, item_id, [viewer.staff_id], why="written")


def _sent_before(before: queries.Entry, said: Account) -> UUID:
    if _facts_of(before) != said:
        raise OutOfDate(
            f"This form was sent already, as entry {before.number}. What you changed since has not been sent. "
            "Press Send again to send it as an entry of its own."
        )
    return before.id


def _facts_of(before: queries.Entry) -> Account:
    """What was sent, in the shape in which it comes in."""
    return Account(
        pupil_id=before.child.id,
        account=before.account,
        child_words=before.child_words,
        already_done=before.already_done,
        categories=frozenset(before.categories),
        occurred_at=before.occurred_at,
        precision=Precision(before.precision),
        place=before.place,
        late_reason=before.late_reason,
    )


@transaction.atomic
def open_entry(viewer: Viewer, item_id: UUID) -> queries.Entry:
    """Read an entry. The look is noted.

    Raises:
        NotSeen: when there is none they may read.
    """
    found = queries.entry(viewer, item_id)
    record(viewer, Event.LOOKED_AT_ENTRY, Kind.ENTRY, item_id)
    return found


@transaction.atomic
def open_own_entry(viewer: Viewer, item_id: UUID) -> queries.Entry:
    """Read one's own words as first sent. The look is noted."""
    found = queries.own_entry(viewer, item_id)
    record(viewer, Event.LOOKED_AT_OWN_ENTRY, Kind.ENTRY, item_id)
    return found


@transaction.atomic
def look_for_child(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """Children to choose from while recording. What was typed and who was shown is noted."""
    refuse(rules.why_not_record(viewer))
    found = children_called(viewer, asked)
    record(viewer, Event.NAMED_CHILD, Kind.SEARCH, asked=asked, shown=[child.id for child in found])
    return found


@transaction.atomic
def name_child(viewer: Viewer, pupil_id: UUID) -> tuple[Child, tuple[Child, ...]]:
    """The child an entry will be about, and those who could be taken for them. Who was shown is noted.

    Raises:
        NotSeen: when the child is not theirs to name.
    """
    refuse(rules.why_not_record(viewer))
    child = child_named(viewer, pupil_id)
    alike = children_like(viewer, child)
    record(viewer, Event.NAMED_CHILD, Kind.CHILD, pupil_id, shown=[other.id for other in alike])
    return child, alike
