"""Saying what a group may do, proposing what one may not do alone, and deciding about it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from heed.access import ruled, rules
from heed.access.kinds import State
from heed.access.matrix import Row
from heed.access.models import GroupRule, Holding, Proposal
from heed.access.ruled import Waiting, plain_row
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.jobs.actions import later
from heed.lib.outcomes import NotSeen, OutOfDate, Refused, refuse
from heed.staff.actions import sign_as
from heed.who.groups import Group
from heed.who.viewer import Viewer

CHANGED_MEANWHILE = (
    "Somebody else has changed this group since you opened the page. Look at what changed, then decide."
)
DECIDED_ALREADY = "Somebody has decided about this already. Nothing more was done."


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a change: in force, or proposed."""

    proposal_id: UUID | None = None


@transaction.atomic
def change_group(by: Viewer, group: Group, wanted: Row, *, seen: int, why: str) -> Came:
    """Say anew what a group may do. What opens more than this person holds waits for a leader's approval.

    `seen` is the version that the page showed.

    Raises:
        OutOfDate: when somebody else changed the group meanwhile; nothing is done.
    """
    refuse(rules.why_not_set_rules(by) or rules.why_not_be(group, wanted))
    keepers, line = ruled.keepers_to_change(by.school_id), ruled.line_of(by.school_id, group)
    if line.version != seen:
        raise OutOfDate(CHANGED_MEANWHILE)
    if wanted.same_as(line.row):
        raise Refused("Nothing was changed.")
    if rules.needs_approval(by, line.row, wanted):
        return Came(_propose(by, group, why=why, wanted=wanted, version=seen))
    _keep_somebody(by, keepers, group, wanted)
    _rule(by, group, wanted, seen, why)
    _overtake(by, group)
    return Came()


def _keep_somebody(by: Viewer, keepers: tuple[rules.Keeper, ...], group: Group, wanted: Row) -> None:
    matrix = {**ruled.rows_of(by.school_id), group: wanted}
    after = (rules.keeper_with(one, one.groups, matrix) for one in keepers)
    refuse(rules.why_not_without(keepers, after))


def _rule(by: Viewer, group: Group, row: Row, seen: int, why: str, proposal: Proposal | None = None) -> None:
    signature = proposal.signature_id if proposal else by.signature_id
    assert signature is not None, "only people who sign say what a group may do"
    try:
        with transaction.atomic():
            GroupRule.objects.create(
                school_id=by.school_id,
                group=group,
                version=seen + 1,
                **plain_row(row),
                why=why,
                since=by.at,
                signature_id=signature,
                approved_id=by.signature_id if proposal else None,
            )
    except IntegrityError:
        raise OutOfDate(CHANGED_MEANWHILE) from None
    record(by, Event.GROUP_CHANGED, Kind.GROUP, why=why, group=group, now=plain_row(row))


def _overtake(by: Viewer, group: Group, staff_id: UUID | None = None) -> None:
    """What was proposed for the same group, or person, is settled in another way."""
    waiting = Proposal.objects.filter(school_id=by.school_id, group=group, state=State.WAITING)
    same = waiting.filter(staff_id=staff_id) if staff_id else waiting.filter(staff_id__isnull=True)
    same.update(state=State.OVERTAKEN, decided_at=by.at)


@transaction.atomic
def put_into(by: Viewer, staff_id: UUID, groups: frozenset[Group], *, why: str) -> bool:
    """Write down the groups of a person; they sign with them from now on. Whoever calls this has asked the rules.

    Returns:
        Whether anything changed.
    """
    rows = Holding.objects.filter(school_id=by.school_id, staff_id=staff_id)
    held = ruled.groups_of(by.school_id, staff_id)
    if groups == held:
        return False
    rows.filter(group__in=held - groups).delete()
    Holding.objects.bulk_create(
        Holding(school_id=by.school_id, staff_id=staff_id, group=group) for group in sorted(groups - held)
    )
    for group in groups - held:
        _overtake(by, group, staff_id)
    sign_as(by, staff_id, groups=groups)
    record(by, Event.GROUPS_SET, Kind.STAFF, staff_id, why=why, groups=sorted(groups), before=sorted(held))
    return True


@transaction.atomic
def propose(by: Viewer, staff_id: UUID, group: Group, *, why: str) -> UUID | None:
    """Ask the head or a DSL to let a person join a group. None when that waits already."""
    same = Proposal.objects.filter(
        school_id=by.school_id, group=group, staff_id=staff_id, state=State.WAITING
    )
    if same.exists():
        return None
    return _propose(by, group, why=why, staff_id=staff_id)


def _propose(
    by: Viewer,
    group: Group,
    *,
    why: str,
    staff_id: UUID | None = None,
    wanted: Row | None = None,
    version: int | None = None,
) -> UUID:
    try:
        with transaction.atomic():
            made = Proposal.objects.create(
                school_id=by.school_id,
                group=group,
                staff_id=staff_id,
                wanted=plain_row(wanted) if wanted else None,
                version=version,
                why=why,
                at=by.at,
                proposer_id=by.staff_id,
                signature_id=by.signature_id,
                state=State.WAITING,
            )
    except IntegrityError:
        raise Refused(
            "Another change of this group waits for a decision. That has to be decided first."
        ) from None
    record(by, Event.PROPOSED, Kind.PROPOSAL, made.pk, why=why, group=group, staff=staff_id)
    for approver in ruled.approvers_of(by.school_id, but=frozenset({by.staff_id, staff_id})):
        later("people.tell_approver", school_id=by.school_id, proposal_id=made.pk, staff_id=approver)
    return made.pk


@transaction.atomic
def approve(by: Viewer, proposal_id: UUID, *, said: str = "") -> None:
    """Let it be as proposed, from the next click on.

    Raises:
        OutOfDate: when it was decided already, or what it was made from has changed.
    """
    row, found = _to_decide(by, proposal_id)
    group, staff_id = found.asked.group, found.asked.staff_id
    if staff_id:
        ruled.member(by.school_id, staff_id)
        put_into(by, staff_id, ruled.groups_of(by.school_id, staff_id) | {group}, why=found.why)
    else:
        if ruled.line_of(by.school_id, group).version != found.version:
            raise OutOfDate(
                "The group has been changed since this was proposed. Turn it down, or ask for it anew."
            )
        refuse(rules.why_not_be(group, found.wanted))
        _keep_somebody(by, ruled.keepers_to_change(by.school_id), group, found.wanted)
        _rule(by, group, found.wanted, found.version, found.why, proposal=row)
    _decided(by, row, "approve", said)
    record(by, Event.APPROVED, Kind.PROPOSAL, proposal_id, why=said)


@transaction.atomic
def turn_down(by: Viewer, proposal_id: UUID, *, said: str) -> None:
    """Leave everything as it is, and say why."""
    row, _ = _to_decide(by, proposal_id)
    _decided(by, row, "turn down", said)
    record(by, Event.TURNED_DOWN, Kind.PROPOSAL, proposal_id, why=said)


@transaction.atomic
def take_back(by: Viewer, proposal_id: UUID) -> None:
    """Take one's own proposal back before it is decided."""
    row, found = _in_hand(by, proposal_id)
    refuse(rules.why_not_take_back(by, found.asked))
    _decided(by, row, "take back", "")
    record(by, Event.TAKEN_BACK, Kind.PROPOSAL, proposal_id)


def _to_decide(by: Viewer, proposal_id: UUID) -> tuple[Proposal, Waiting]:
    row, found = _in_hand(by, proposal_id)
    refuse(rules.why_not_decide(by, found.asked))
    return row, found


def _in_hand(by: Viewer, proposal_id: UUID) -> tuple[Proposal, Waiting]:
    """Locked until the transaction ends."""
    rows = Proposal.objects.filter(school_id=by.school_id, pk=proposal_id)
    row = ruled.to_decide(rows).select_for_update(of=("self",)).first()
    if row is None:
        raise NotSeen
    if State(row.state) is not State.WAITING:
        raise OutOfDate(DECIDED_ALREADY)
    return row, ruled.waiting(row, ruled.matrix_of(by.school_id))


def _decided(by: Viewer, row: Proposal, doing: str, said: str) -> None:
    row.state = rules.STATES[State.WAITING][doing]
    row.decided_at, row.decided_by_id, row.said = by.at, by.signature_id, said
    row.save(update_fields=["state", "decided_at", "decided_by", "said"])
