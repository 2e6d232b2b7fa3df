"""Following an entry up: what was done about it, who looks after it, where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from heed.alerts.actions import tell
from heed.alerts.kinds import Why
from heed.alerts.rules import ToTell
from heed.audit.actions import marks_together, record
from heed.audit.kinds import Event, Kind
from heed.incidents import queries, rules
from heed.incidents.keeping import words_are_sent
from heed.incidents.kinds import Consent, Did, Standing, WhyNotAsked
from heed.incidents.models import Action, FollowUp, Step
from heed.lib.outcomes import OutOfDate, Refused, refuse
from heed.records.actions import NewItem, grant, put_in_file
from heed.records.kinds import ItemKind, Precision
from heed.who.need_to_know import Through, readable_through
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What somebody says they did about an entry, and whom else they tell."""

    done: str
    consent: Consent = Consent.NOTHING_SHARED
    why_not_asked: WhyNotAsked = WhyNotAsked.NOBODY
    told: frozenset[UUID] = frozenset()
    """Members of staff who are told, and may read the entry and this action from then on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody wants to do with an entry that stood as they saw it."""

    did: Did
    seen: Standing
    said: str = ""
    to: UUID | None = None
    """Who is to look after it, when it is handed over."""


@transaction.atomic
def add_action(
    viewer: Viewer,
    entry_id: UUID,
    said: Done,
    *,
    token: UUID,
    sheet: UUID | None = None,
    seen: datetime | None = None,
) -> UUID:
    """Write down what was done about an entry, and tell whoever else needs to know.

    Sent twice with one token and the same words, it is one action.

    Returns:
        The action's own row of the spine.

    Raises:
        NotSeen: when there is no such entry that they may read.
        Refused: when they may not write this, or tell these people.
        OutOfDate: when the form was sent before with other words.
    """
    refuse(rules.why_not_act(viewer))
    follow_up = queries.follow_up_to_change(viewer, entry_id)
    before = queries.action_sent_with(viewer, token)
    if before is not None:
        return _sent_before(before, said)
    refuse(rules.why_not_consent(said.consent, said.why_not_asked))
    followed = queries.entry_to_follow(viewer, entry_id)
    people = _people(viewer, followed, said.told, Why.TOLD_OF_ACTION)
    with marks_together():
        item_id = _write(viewer, followed, said, token)
        if people:
            tell(viewer, item_id, people, anew=True)
            grant(viewer, entry_id, (one.staff_id for one in people), why="alerted")
        if readable_through(viewer, followed.facts) is not Through.GROUPS and viewer.staff_id:
            grant(viewer, item_id, [viewer.staff_id], why="written")
        _note_acted(viewer, follow_up, followed)
        words_are_sent(viewer, token, sheet=sheet, seen=seen)
        record(viewer, Event.ACTED, Kind.ENTRY, entry_id, action=item_id, consent=said.consent)
    return item_id


@transaction.atomic
def take_step(viewer: Viewer, entry_id: UUID, wanted: Wanted) -> None:
    """Change where an entry stands, or who looks after it. Pressed twice, it is done once.

    Raises:
        NotSeen: when there is no such entry that they may read.
        Refused: when they may not do this, or words are missing.
        OutOfDate: when it stands elsewhere by now than they saw.
    """
    refuse(rules.why_not_follow_up(viewer))
    row = queries.follow_up_to_change(viewer, entry_id)
    standing, own = Standing(row.state), row.owner_id == viewer.staff_id
    if queries.was_last_step(viewer, entry_id, wanted.did, wanted.said, to=wanted.to):
        return
    if standing is not wanted.seen:
        raise OutOfDate(
            f"Meanwhile this entry is {standing.value}. Look at what came in between, then decide."
        )
    refuse(rules.why_not_step(standing, wanted.did, own=own, said=wanted.said))
    followed = queries.entry_to_follow(viewer, entry_id)
    owner = _owner_after(viewer, wanted, row.owner_id)
    if wanted.did is Did.HAND_OVER:
        tell(viewer, entry_id, _people(viewer, followed, [owner] if owner else [], Why.OWNER))
    row.state, row.owner_id = rules.STATES[standing][wanted.did], owner
    row.changed_at = viewer.at
    row.save(update_fields=["state", "owner", "changed_at"])
    Step.objects.create(
        school_id=viewer.school_id,
        item_id=entry_id,
        signature_id=viewer.signature_id,
        at=viewer.at,
        did=wanted.did,
        state=row.state,
        owner_id=owner,
        said=wanted.said,
    )
    _note_acted(viewer, row, followed)
    record(viewer, Event.STATE_CHANGED, Kind.ENTRY, entry_id, did=wanted.did, to=owner, said=wanted.said)


def begin(viewer: Viewer, entry_id: UUID) -> None:
    """A new entry waits for somebody to take it in hand. Part of recording it, and of its mark."""
    FollowUp.objects.create(
        school_id=viewer.school_id, item_id=entry_id, state=Standing.NEW, changed_at=viewer.at
    )


def _write(viewer: Viewer, followed: queries.Followed, said: Done, token: UUID) -> UUID:
    item = put_in_file(
        viewer,
        NewItem(
            pupil_id=followed.facts.pupil_id,
            kind=ItemKind.ACTION,
            occurred_at=viewer.at,
            precision=Precision.EXACT,
            categories=followed.facts.categories,
            entry_id=followed.id,
        ),
    )
    Action.objects.create(
        school_id=viewer.school_id,
        item=item,
        token=token,
        done=said.done,
        consent=said.consent,
        why_not_asked=said.why_not_asked if said.consent is Consent.NOT_SOUGHT else WhyNotAsked.NOBODY,
    )
    return item.pk


def _sent_before(before: queries.Deed, said: Done) -> UUID:
    if before.done != said.done:
        raise OutOfDate(
            "This action was sent already, with other words. What you changed since has not been sent. "
            "Press Send again to add it as an action of its own."
        )
    return before.id


def _people(
    viewer: Viewer, followed: queries.Followed, wanted: Iterable[UUID], why: Why
) -> tuple[ToTell, ...]:
    """Those who are told; everybody must be among those who can be."""
    chosen = frozenset(wanted)
    if not chosen:
        return ()
    if why is Why.TOLD_OF_ACTION:
        refuse(rules.why_not_tell(viewer, followed.facts.categories))
    can_be = {one.staff_id: one for one in queries.who_can_be_told(viewer, followed.facts)}
    if not chosen <= can_be.keys():
        raise Refused("One of the people you chose cannot be told of this. Choose again.")
    return tuple(
        ToTell(staff_id, one.name, one.role, why) for staff_id, one in can_be.items() if staff_id in chosen
    )


def _owner_after(viewer: Viewer, wanted: Wanted, before: UUID | None) -> UUID | None:
    if wanted.did is Did.HAND_OVER:
        if wanted.to is None:
            raise Refused("Choose who looks after this entry from now on.")
        return wanted.to
    if wanted.did in {Did.TAKE, Did.REOPEN}:
        return viewer.staff_id
    return before or viewer.staff_id


def _note_acted(viewer: Viewer, row: FollowUp, followed: queries.Followed) -> None:
    """When somebody other than its writer first did something about it: the writer is told that much."""
    if row.acted_at is None and viewer.staff_id != followed.writer_id:
        row.acted_at = viewer.at
        row.save(update_fields=["acted_at"])
