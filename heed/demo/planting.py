"""Tells many entries at once: the rows that the product's own actions would write, by the product's own rules.

`tests/demo/test_planting.py` holds the two ways against each other.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from heed.access.matrix import OWN_ENTRIES_ONLY
from heed.access.queries import everybody
from heed.alerts.kinds import Why
from heed.alerts.rules import who_is_told
from heed.audit.kinds import Event, Kind
from heed.demo.home import Planted
from heed.demo.rows import Rows
from heed.demo.tales.tale import Deed, Tale, Turn, later_of
from heed.incidents import rules
from heed.incidents.kinds import Consent, Did, Standing, WhyNotAsked
from heed.incidents.models import Action, FollowUp, Incident, Step
from heed.lib.outcomes import refuse
from heed.pupils.queries import class_teachers_of
from heed.records.actions import wait_for_turn
from heed.records.kinds import ItemKind
from heed.records.models import Item
from heed.tenancy.keys import uuid7
from heed.who.categories import Default
from heed.who.need_to_know import Facts, Through, readable_through
from heed.who.viewer import Viewer


def plant(home: Planted, tales: Iterable[Tale], classes: dict[str, str]) -> None:
    """Put these entries into the school in scope, numbered in the order given. `classes`: each child's, by key."""
    planter = Planter(home, classes)
    for tale in tales:
        planter.tell(tale)
    planter.put()


class Planter:
    """Tells one entry after the other to `rows`."""

    def __init__(self, home: Planted, classes: dict[str, str]) -> None:
        self.home, self.turn, self.classes = home, wait_for_turn(home.school_id), classes
        self.rows = Rows()
        self._teachers: dict[str, frozenset[UUID]] = {}
        emails = {staff_id: email for email, staff_id in home.staff.items()}
        people = everybody(home.school_id, next(iter(home.pupils.values())), at=datetime.now(UTC))
        self._everybody = [emails[one.staff_id] for one in people if one.staff_id in emails]

    def tell(self, tale: Tale) -> None:
        """An entry, and all that came after it."""
        entry = self._record(tale)
        for what in later_of(tale):
            match what:
                case Deed():
                    self._act(entry, what)
                case Turn():
                    self._step(entry, what)
                case (email, at):
                    self.rows.read(self.home.person(email, at), entry.item.pk)

    def put(self) -> None:
        """Everything told, into the database."""
        self.rows.put()
        self.turn.save(update_fields=["last"])

    def _record(self, tale: Tale) -> "_Entry":
        """`incidents.actions.record_incident`."""
        by = self.home.person(tale.writer, tale.recorded_at)
        categories = frozenset(int(Default[one.upper()]) for one in tale.categories)
        pupil_id = self.home.pupils[tale.child]
        refuse(rules.why_not_record(by))
        assert by.signature_id is not None
        refuse(rules.why_not_categories(by, categories, categories))
        refuse(rules.why_not_when(tale.occurred_at, None, now=by.at))
        assert pupil_id not in by.barred, "nobody writes about a child they are kept from"
        self.turn.last += 1
        item = Item(
            school_id=by.school_id,
            pupil_id=pupil_id,
            signature_id=by.signature_id,
            kind=ItemKind.ENTRY,
            number=self.turn.last,
            occurred_at=tale.occurred_at,
            precision=tale.precision,
            recorded_at=by.at,
            categories=sorted(categories),
        )
        self.rows.items.append(item)
        self.rows.note(by, Event.RECORDED, Kind.ENTRY, item.pk, number=item.number, child=pupil_id)
        self.rows.incidents.append(_incident(item, tale))
        follow_up = FollowUp(school_id=by.school_id, item=item, state=Standing.NEW, changed_at=by.at)
        self.rows.follow_ups.append(follow_up)
        told = who_is_told(self._people(by.at), by, pupil_id, categories, self._teachers_of(tale))
        self.rows.tell(by, item.pk, {one.staff_id: one.why for one in told})
        own = frozenset[int]().union(*(OWN_ENTRIES_ONLY.get(group, frozenset()) for group in by.groups))
        if categories & own and by.staff_id:
            self.rows.grant(by, item.pk, [by.staff_id], why="written")
        return _Entry(item, follow_up, by.staff_id)

    def _act(self, entry: "_Entry", deed: Deed) -> None:
        """`incidents.following.add_action`."""
        by = self.home.person(deed.by, deed.at)
        categories = frozenset(entry.item.categories)
        through = self._reads(by, entry)
        consent, why_not = Consent(deed.consent), WhyNotAsked(deed.why_not_asked)
        refuse(rules.why_not_act(by))
        assert by.signature_id is not None
        refuse(rules.why_not_consent(consent, why_not))
        item = Item(
            school_id=by.school_id,
            pupil_id=entry.item.pupil_id,
            signature_id=by.signature_id,
            entry=entry.item,
            kind=ItemKind.ACTION,
            occurred_at=by.at,
            precision="exact",
            recorded_at=by.at,
            categories=sorted(categories),
        )
        self.rows.items.append(item)
        self.rows.note(by, Event.RECORDED, Kind.ACTION, item.pk, number=None, child=item.pupil_id)
        self.rows.actions.append(
            Action(
                school_id=by.school_id,
                item=item,
                token=uuid7(),
                done=deed.done,
                consent=consent,
                why_not_asked=why_not if consent is Consent.NOT_SOUGHT else WhyNotAsked.NOBODY,
            )
        )
        told = self._told(deed.told, Why.TOLD_OF_ACTION)
        if told:
            refuse(rules.why_not_tell(by, categories))
            self.rows.tell(by, item.pk, told)
            self.rows.grant(by, entry.item.pk, told, why="alerted")
        if through is not Through.GROUPS and by.staff_id:
            self.rows.grant(by, item.pk, [by.staff_id], why="written")
        entry.note_acted(by)
        self.rows.note(by, Event.ACTED, Kind.ENTRY, entry.item.pk, action=item.pk, consent=consent)
        for email in deed.told if deed.told_read else ():
            self.rows.read(self.home.person(email, deed.told_read or by.at), item.pk, entry.item.pk)

    def _step(self, entry: "_Entry", turn: Turn) -> None:
        """`incidents.following.take_step`."""
        by = self.home.person(turn.by, turn.at)
        did, before = Did(turn.did), Standing(entry.follow_up.state)
        own = entry.follow_up.owner_id == by.staff_id
        self._reads(by, entry)
        refuse(rules.why_not_follow_up(by))
        assert by.signature_id is not None
        refuse(rules.why_not_step(before, did, own=own, said=turn.said))
        owner = self._owner(entry, did, by, turn)
        if did is Did.HAND_OVER:
            self.rows.tell(by, entry.item.pk, self._told((turn.to,), Why.OWNER))
        entry.follow_up.state, entry.follow_up.owner_id = rules.STATES[before][did], owner
        entry.follow_up.changed_at = by.at
        self.rows.steps.append(
            Step(
                school_id=by.school_id,
                item=entry.item,
                signature_id=by.signature_id,
                at=by.at,
                did=did,
                state=entry.follow_up.state,
                owner_id=owner,
                said=turn.said,
            )
        )
        entry.note_acted(by)
        self.rows.note(by, Event.STATE_CHANGED, Kind.ENTRY, entry.item.pk, did=did, to=owner, said=turn.said)
        if turn.to_read:
            self.rows.read(self.home.person(turn.to, turn.to_read), entry.item.pk)

    def _owner(self, entry: "_Entry", did: Did, by: Viewer, turn: Turn) -> UUID | None:
        if did is Did.HAND_OVER:
            return self.home.staff[turn.to]
        if did in {Did.TAKE, Did.REOPEN}:
            return by.staff_id
        owner: UUID | None = entry.follow_up.owner_id
        return owner or by.staff_id

    def _reads(self, by: Viewer, entry: "_Entry") -> Through:
        """How this person may read the entry at that moment; they must."""
        granted = self.rows.holds_grant(by, entry.item.pk) and by.staff_id is not None
        facts = Facts(
            school_id=by.school_id,
            pupil_id=entry.item.pupil_id,
            categories=frozenset(entry.item.categories),
            granted=frozenset({by.staff_id} if granted and by.staff_id else ()),
        )
        through = readable_through(by, facts)
        assert through is not None, f"{by.signed} cannot read this entry, and is said to have done so"
        return through

    def _told(self, emails: Iterable[str], why: Why) -> dict[UUID, Why]:
        """In the order in which people are told, whatever order they were named in."""
        wanted = set(emails)
        return {self.home.staff[email]: why for email in self._everybody if email in wanted}

    def _people(self, at: datetime) -> tuple[Viewer, ...]:
        return tuple(self.home.person(email, at) for email in self._everybody)

    def _teachers_of(self, tale: Tale) -> frozenset[UUID]:
        """Of the class the child was in then. A class without children has no teacher to tell."""
        name = tale.class_name or self.classes[tale.child]
        if name not in self._teachers:
            somebody = next((key for key, where in self.classes.items() if where == name), None)
            self._teachers[name] = (
                class_teachers_of(self.home.school_id, self.home.pupils[somebody])
                if somebody
                else frozenset()
            )
        return self._teachers[name]


class _Entry:
    """An entry that has been told, as far as what comes after needs it."""

    def __init__(self, item: Item, follow_up: FollowUp, writer_id: UUID | None) -> None:
        self.item, self.follow_up, self.writer_id = item, follow_up, writer_id

    def note_acted(self, by: Viewer) -> None:
        """When somebody other than its writer first did something about it."""
        if self.follow_up.acted_at is None and by.staff_id != self.writer_id:
            self.follow_up.acted_at = by.at


def _incident(item: Item, tale: Tale) -> Incident:
    return Incident(
        school_id=item.school_id,
        item=item,
        token=uuid7(),
        account=tale.account,
        child_words=tale.child_words,
        already_done=tale.already_done,
        place=tale.place,
        late_reason=tale.late_reason,
    )
