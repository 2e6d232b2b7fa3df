"""What each group may do now, who is in which, and what waits for a decision."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils import timezone

from heed.access.kinds import State
from heed.access.matrix import MATRIX, Row, Scope, says_of, within_bounds
from heed.access.models import Bar, GroupRule, Holding, Proposal
from heed.access.rules import NOTHING, Asked, Keeper, keeper_with, opened
from heed.accounts.models import SignOn
from heed.lib.clock import london
from heed.lib.outcomes import NotSeen
from heed.schools.models import School
from heed.staff.models import Staff
from heed.staff.queries import works_on
from heed.who.groups import Group
from heed.who.powers import Power

RULE = JSONObject(group="group", reads="reads", uses="uses", scope="scope", powers="powers")
"""A rule as the query that makes a Viewer carries it."""


def row_of(group: Group, ruled: Mapping[str, Any] | None) -> Row:
    """What a group may do: as the school set it, or else as every school begins; always within its bounds."""
    if ruled is None:
        return MATRIX[group]
    row = within_bounds(
        group,
        Row(
            reads=frozenset(ruled["reads"]),
            scope=Scope(ruled["scope"]),
            uses=frozenset(ruled["uses"]),
            powers=frozenset(Power(one) for one in ruled["powers"]),
        ),
    )
    return MATRIX[group] if row.same_as(MATRIX[group]) else replace(row, says=says_of(row))


def plain_row(row: Row) -> dict[str, Any]:
    """The same as stored in a proposal."""
    return {
        "reads": sorted(row.reads),
        "uses": sorted(row.uses),
        "scope": row.scope.value,
        "powers": sorted(row.powers),
    }


def rules_of_person() -> ArraySubquery:
    """For a query of staff: the newest rule of each group that a person is in, where the school has set one."""
    held = Holding.objects.filter(
        school_id=OuterRef("school_id"), staff_id=OuterRef(OuterRef("pk")), group=OuterRef("group")
    )
    rules = GroupRule.objects.filter(school_id=OuterRef("school_id")).filter(Exists(held))
    return ArraySubquery(rules.order_by("group", "-version").distinct("group").values(rule=RULE))


def covers_years() -> Exists:
    """Two queries below one of staff: whether a group of this person was ever given their whole years.

    The school is the person's: said of each child, it would be looked up for each child.
    """
    held = Holding.objects.filter(
        school_id=OuterRef("school_id"), staff_id=OuterRef(OuterRef(OuterRef("pk"))), group=OuterRef("group")
    )
    rules = GroupRule.objects.filter(school_id=OuterRef(OuterRef("school_id")), scope=Scope.OWN_YEAR)
    return Exists(rules.filter(Exists(held)))


@dataclass(frozen=True, slots=True)
class Line:
    """What one group may do now, and since when."""

    row: Row
    version: int = 0
    """0 as long as the school has not changed it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One time that the school said anew what a group may do."""

    version: int
    row: Row
    since: datetime
    why: str
    signed: str
    approved: str
    """Who approved it; "" where nobody had to."""


def matrix_of(school_id: UUID) -> dict[Group, Line]:
    """Every group of this school, in the order of the matrix."""
    rules = GroupRule.objects.filter(school_id=school_id).order_by("group", "-version").distinct("group")
    found = {Group(rule.group): rule for rule in rules}
    return {group: _line(group, found.get(group)) for group in MATRIX}


def line_of(school_id: UUID, group: Group) -> Line:
    """One group of this school."""
    rules = GroupRule.objects.filter(school_id=school_id, group=group)
    return _line(group, rules.order_by("-version").first())


def rows_of(school_id: UUID) -> dict[Group, Row]:
    """The same without versions."""
    return {group: line.row for group, line in matrix_of(school_id).items()}


def _line(group: Group, rule: Any) -> Line:
    return Line(row_of(group, vars(rule)), rule.version) if rule else Line(MATRIX[group])


def row_at(school_id: UUID, group: Group, version: int) -> Row:
    """What a group could do at one version. A version that there never was is the beginning."""
    rule = GroupRule.objects.filter(school_id=school_id, group=group, version=version).first()
    return row_of(group, vars(rule) if rule else None)


def changes_of(school_id: UUID, group: Group) -> tuple[Change, ...]:
    """What the school has changed of a group, the newest first."""
    rules = GroupRule.objects.filter(school_id=school_id, group=group).select_related("signature", "approved")
    return tuple(
        Change(
            version=rule.version,
            row=row_of(group, vars(rule)),
            since=rule.since,
            why=rule.why,
            signed=f"{rule.signature.name}, {rule.signature.role}",
            approved=f"{rule.approved.name}, {rule.approved.role}" if rule.approved else "",
        )
        for rule in rules.order_by("-version")
    )


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works here, and the groups they are in."""

    staff_id: UUID
    name: str
    role: str
    groups: frozenset[Group]
    can_sign_in: bool


def members_of(school_id: UUID) -> tuple[Member, ...]:
    """Everybody who works here, by name."""
    rows = Staff.objects.filter(_works_here(), school_id=school_id).select_related("user")
    return tuple(_member(row) for row in _with_groups(rows).order_by("sort_key", "id"))


def member(school_id: UUID, staff_id: UUID) -> Member:
    """Somebody who works here.

    Raises:
        NotSeen: when nobody does by that id.
    """
    rows = Staff.objects.filter(_works_here(), school_id=school_id, pk=staff_id).select_related("user")
    for row in _with_groups(rows):
        return _member(row)
    raise NotSeen


def _member(row: Any) -> Member:
    groups = frozenset(Group(group) for group in row.held)
    return Member(row.pk, row.name, row.role, groups, bool(row.user and row.user.is_active))


def _with_groups(rows: QuerySet[Staff]) -> QuerySet[Any]:
    held = Holding.objects.filter(school_id=OuterRef("school_id"), staff_id=OuterRef("pk"))
    return rows.annotate(held=ArraySubquery(held.values("group")))


def groups_of(school_id: UUID, staff_id: UUID) -> frozenset[Group]:
    """The groups somebody is in."""
    rows = Holding.objects.filter(school_id=school_id, staff_id=staff_id)
    return frozenset(Group(group) for group in rows.values_list("group", flat=True))


def _works_here(prefix: str = "") -> Q:
    """Who works here today: what is asked here is asked to be changed now."""
    return works_on(london(timezone.now()).date(), prefix)


def keepers_to_change(school_id: UUID) -> tuple[Keeper, ...]:
    """Everybody who can sign in, with what the school may not be left without; changes of groups wait meanwhile.

    So two administrators who take each other out at the same moment do not leave the school with none.
    """
    held = Holding.objects.filter(school_id=school_id).order_by("id").select_for_update()
    list(held.values_list("id", flat=True))
    rows = Staff.objects.filter(_works_here(), school_id=school_id, user__is_active=True)
    bars = Bar.objects.to_build_viewers().filter(
        school_id=OuterRef("school_id"), staff_id=OuterRef("pk"), ended_at=None
    )
    people = _with_groups(rows).annotate(barred=ArraySubquery(bars.values("pupil_id")))
    matrix = rows_of(school_id)
    return tuple(
        keeper_with(
            Keeper(row.pk, frozenset(), frozenset(), frozenset(row.barred)),
            frozenset(Group(group) for group in row.held),
            matrix,
        )
        for row in people
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that nobody has decided about."""

    proposal_id: UUID
    asked: Asked
    who: str
    """Whom it is about; "" when it is about a group."""
    role: str
    before: Row
    wanted: Row
    version: int
    why: str
    at: datetime
    signed: str


def proposals_waiting(school_id: UUID) -> tuple[Waiting, ...]:
    """What waits for a decision, the oldest first."""
    rows = to_decide(_waiting(school_id)).order_by("at", "id")
    found = tuple(rows)
    matrix = matrix_of(school_id) if found else {}
    return tuple(waiting(row, matrix) for row in found)


@dataclass(frozen=True, slots=True)
class ToDecide:
    """What waits for a head or DSL."""

    proposals: int
    """Those that this person may decide about: neither their own nor about themselves."""
    sign_on: bool
    """Whether the school has set up a sign-in service that nobody has approved yet."""


def what_waits(school_id: UUID, *, but: UUID) -> ToDecide:
    """What somebody may decide about, in one statement: Home asks it each time."""
    theirs = _waiting(school_id).exclude(proposer_id=but).exclude(staff_id=but)
    service = SignOn.objects.filter(school_id=OuterRef("pk"), active=True, approved=False)
    rows = School.objects.filter(pk=school_id).annotate(
        theirs=ArraySubquery(theirs.values("id")), service=Exists(service)
    )
    proposals, sign_on = rows.values_list("theirs", "service").get()
    return ToDecide(len(proposals), sign_on)


def approvers_of(school_id: UUID, *, but: frozenset[UUID | None]) -> tuple[UUID, ...]:
    """Everybody who may approve, other than these."""
    powers = [group for group, row in rows_of(school_id).items() if Power.APPROVE in row.powers]
    held = Holding.objects.filter(school_id=OuterRef("school_id"), staff_id=OuterRef("pk"), group__in=powers)
    rows = Staff.objects.filter(_works_here(), school_id=school_id, user__is_active=True).filter(Exists(held))
    return tuple(one for one in rows.order_by("id").values_list("id", flat=True) if one not in but)


def was_turned_down(school_id: UUID, staff_id: UUID, group: Group) -> bool:
    """Whether somebody has decided before that this person does not join: a roll does not ask again each night."""
    rows = Proposal.objects.filter(school_id=school_id, staff_id=staff_id, group=group)
    return bool(rows.filter(state=State.TURNED_DOWN).exists())


def still_waits(school_id: UUID, proposal_id: UUID) -> bool:
    """Whether nobody has decided yet."""
    return bool(_waiting(school_id).filter(pk=proposal_id).exists())


def _waiting(school_id: UUID) -> QuerySet[Proposal]:
    rows: QuerySet[Proposal] = Proposal.objects.filter(school_id=school_id, state=State.WAITING)
    return rows


def to_decide(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """The same proposals with everything that `waiting` says of them."""
    held = Holding.objects.filter(
        _works_here("staff__"), school_id=OuterRef("school_id"), staff_id=OuterRef("proposer_id")
    )
    with_groups = rows.annotate(proposer_groups=ArraySubquery(held.values("group")))
    return with_groups.select_related("staff", "signature")


def waiting(row: Any, matrix: Mapping[Group, Line]) -> Waiting:
    """A loaded proposal as the plain value that leaves this module."""
    group = Group(row.group)
    before = NOTHING if row.staff_id else matrix[group].row
    wanted = matrix[group].row if row.staff_id else row_of(group, row.wanted)
    signed = f"{row.signature.name}, {row.signature.role}" if row.signature else "The roll, from the server"
    return Waiting(
        proposal_id=row.pk,
        asked=Asked(
            group=group,
            staff_id=row.staff_id,
            proposer_id=row.proposer_id,
            state=State(row.state),
            opens=opened(before, wanted),
            proposer_holds=frozenset[Power]().union(
                *(matrix[Group(one)].row.powers for one in row.proposer_groups)
            ),
        ),
        who=row.staff.name if row.staff else "",
        role=row.staff.role if row.staff else "",
        before=before,
        wanted=wanted,
        version=row.version or 0,
        why=row.why,
        at=row.at,
        signed=signed,
    )
