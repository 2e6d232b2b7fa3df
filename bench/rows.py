"""The rows of one school, as lines for COPY. The same for the same seed and moment, but for nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random

from bench import shape
from bench.words import PLACES, Writer
from heed.demo.names import HERITAGES
from heed.lib.names import folded, parts, sort_key, whole_name_sort_key
from heed.records.kinds import WORDS
from heed.who.groups import Group

COLUMNS = {
    "accounts_user": "id email name is_active demo password",
    "accounts_membership": "id user_id school_id",
    "staff_staff": "id school_id user_id email name role sort_key left_on",
    "staff_signature": "id school_id staff_id name role groups since",
    "access_holding": "id school_id staff_id group",
    "access_bar": "id school_id staff_id pupil_id why since ended_at",
    "access_lock": "id school_id pupil_id since ended_at",
    "access_named": "id school_id lock_id staff_id",
    "pupils_schoolclass": "id school_id name sort_key",
    "pupils_teaching": "id school_id staff_id school_class_id",
    "pupils_pupil": "id school_id school_class_id upn given family legal_given legal_family former_family "
    "born_on year sex sort_key left_on",
    "pupils_namekey": "id school_id pupil_id key",
    "pupils_onetoone": "id school_id staff_id pupil_id",
    "records_category": "id school_id number name meaning position active",
    "records_counter": "id school_id last",
    "records_item": "id school_id pupil_id signature_id entry_id kind number occurred_at precision recorded_at "
    "categories event_id origin",
    "records_grant": "id school_id item_id staff_id why since ends_at",
    "records_entrybar": "id school_id item_id staff_id why",
    "incidents_incident": "id school_id item_id token account child_words already_done place late_reason",
    "incidents_action": "id school_id item_id token done consent why_not_asked",
    "incidents_followup": "id school_id item_id state owner_id changed_at acted_at",
    "incidents_step": "id school_id item_id signature_id at did state owner_id said",
    "alerts_alert": "id school_id item_id staff_id why made_at state read_at mail mail_tries mail_at",
    "audit_mark": "id school_id at event staff_id name role elevated origin about about_id why digest",
    "audit_detail": "id school_id mark_id salt words",
}
"""What is copied, in which order of columns. Columns not named here keep what the table gives them."""

NOTHING = r"\N"
HOUR = 3600


@dataclass(slots=True)
class Person:
    """A member of staff while rows are made."""

    id: str
    user: str
    signature: str
    name: str
    group: Group


@dataclass(slots=True)
class Child:
    """A child while rows are made."""

    id: str
    klass: int
    barred: frozenset[int] = frozenset()


@dataclass(slots=True)
class Entry:
    """An entry while rows are made."""

    child: Child
    at: float
    categories: tuple[int, ...]
    writer: int
    told: dict[int, str] = field(default_factory=dict)


class School:
    """One school's rows."""

    def __init__(self, number: int, children: int, now: datetime) -> None:
        self.rng = Random(f"{shape.SEED} {number}")
        self.number, self.now = number, now.timestamp()
        self.measured = number == 0
        self.lines: dict[str, list[str]] = defaultdict(list)
        self.begin = self.now - 900 * 86_400
        self.id = self.key(self.begin)  # first of all, so that `school_key` comes to the same
        self.writer = Writer(self.rng)
        self.groups = shape.staff_of(children, self.rng, measured=self.measured)
        self.telling = shape.Telling.of(self.groups)
        self.people = [self._person(at, group) for at, group in enumerate(self.groups)]
        self.teaching = self._classes(shape.classes_of(children))
        self.children = [self._child(at) for at in range(children)]
        self._ties()

    def key(self, moment: float) -> str:
        """A key of version 7 for this moment."""
        return _key(self.rng, moment)

    def put(self, table: str, *values: object) -> None:
        """A row whose key and school stand before the values."""
        self._line(table, self.key(self.begin), self.id, *values)

    def _line(self, table: str, *values: object) -> None:
        self.lines[table].append("\t".join(map(str, values)))

    def _person(self, at: int, group: Group) -> Person:
        heritage = self.rng.choices(HERITAGES, [one.share for one in HERITAGES])[0]
        family = self.rng.choice(heritage.families).split("/")[-1]
        name = f"{self.rng.choice(heritage.mothers)} {family}"
        address = f"{group.value}{self.groups[:at].count(group)}@school-{self.number:02}.example"
        made = Person(self.key(self.begin), self.key(self.begin), self.key(self.begin), name, group)
        role = f"{group.words[:1].upper()}{group.words[1:]}"
        since = _when(self.begin)
        self._line("accounts_user", made.user, address, name, "t", "f", "!bench")
        self._line("accounts_membership", self.key(self.begin), made.user, self.id)
        self._line(
            "staff_staff",
            *(made.id, self.id, made.user, address, name, role, whole_name_sort_key(name), NOTHING),
        )
        self._line("staff_signature", made.signature, self.id, made.id, name, role, f"{{{group}}}", since)
        self.put("access_holding", made.id, group)
        return made

    def _classes(self, number: int) -> list[tuple[int, ...]]:
        """The teachers of each class; the second class of the measured school is shared by two."""
        teachers = [at for at, group in enumerate(self.groups) if group is Group.TEACHER]
        held = [[teachers[at]] for at in range(number)]
        for at, extra in enumerate(teachers[number:]):
            held[at + 1].append(extra)
        self.class_ids = [self.key(self.begin) for _ in range(number)]
        for at, one in enumerate(self.class_ids):
            self._line("pupils_schoolclass", one, self.id, f"Class {at + 1}", f"class {at + 1}")
            for who in held[at]:
                self.put("pupils_teaching", self.people[who].id, one)
        return [tuple(one) for one in held]

    def _child(self, at: int) -> Child:
        rng = self.rng
        klass = 0 if at == 0 else rng.randrange(len(self.class_ids))
        heritage = rng.choices(HERITAGES, [one.share for one in HERITAGES])[0]
        given = rng.choice(heritage.girls if at % 2 else heritage.boys)
        family = rng.choice(heritage.families).split("/")[at % 2 - 1]
        year = klass * 7 // len(self.class_ids)
        born = (
            datetime.fromtimestamp(self.now, UTC) - timedelta(days=365 * (year + 5) + rng.randrange(365))
        ).date()
        left = NOTHING if at == 0 or rng.random() > 0.04 else _when(self.now - 86_400 * 200)[:10]
        made = Child(self.key(self.begin), klass)
        self._line(
            "pupils_pupil",
            *(made.id, self.id, self.class_ids[klass], "", given, family, given, family, "", born, year),
            *("F" if at % 2 else "M", sort_key(family, given), left),
        )
        for part in parts(f"{given} {family}"):
            self.put("pupils_namekey", made.id, folded(part)[:100])
        return made

    def _ties(self) -> None:
        """Some bars, locks and one-to-ones; none of them on the people measured and their child."""
        rng, since = self.rng, _when(self.begin)
        for child in rng.sample(self.children[1:], len(self.children) // 60):
            who = rng.randrange(self.telling.leads[0] + 1, len(self.people))
            child.barred = frozenset({who})
            self.put("access_bar", self.people[who].id, child.id, "relative", since, NOTHING)
        for child in rng.sample(self.children[1:], max(1, len(self.children) // 300)):
            lock = self.key(self.begin)
            self._line("access_lock", lock, self.id, child.id, since, NOTHING)
            for who in (*self.telling.leads, *self.teaching[child.klass]):
                self.put("access_named", lock, self.people[who].id)
            allowed = {*self.telling.leads, *self.teaching[child.klass]}
            child.barred |= frozenset(range(len(self.people))) - allowed
        helpers = [one for one in self.people if one.group is Group.TEACHING_ASSISTANT]
        for helper in helpers[: len(helpers) // 2]:
            self.put("pupils_onetoone", helper.id, rng.choice(self.children).id)
        for position, (number, words) in enumerate(WORDS.items()):
            self.put("records_category", int(number), words.name, words.meaning, position, "t")

    def write_entries(self) -> None:
        """Two years of entries in the order in which they were recorded, each with all that hangs on it."""
        entries = sorted(self._entries(), key=lambda one: one.at)
        waiting = self._kept_waiting(entries)
        for number, entry in enumerate(entries, start=1):
            self._write(number, entry, waiting.get(number - 1, frozenset()))
        self.put("records_counter", len(entries))

    def _entries(self) -> Iterable[Entry]:
        total = round(shape.ENTRIES * len(self.children) / shape.CHILDREN)
        busy = shape.BUSY if self.measured else 0
        weights = list(accumulate(self.rng.paretovariate(1.2) for _ in self.children[1:]))
        about = self.rng.choices(self.children[1:], cum_weights=weights, k=total - busy)
        shares, combinations = zip(*shape.CATEGORIES, strict=True)
        kinds = self.rng.choices(combinations, shares, k=total)
        for child, kind in zip((*about, *[self.children[0]] * busy), kinds, strict=True):
            writer = self._writer_about(child)
            told = self.telling.told(kind, self.teaching[child.klass], writer, child.barred)
            yield Entry(child, self._moment(), kind, writer, told)

    def _writer_about(self, child: Child) -> int:
        if self.rng.random() < 0.6:
            return self.teaching[child.klass][0]
        return self.rng.randrange(len(self.people) - 1)  # the last is the administrator, who records nothing

    def _moment(self) -> float:
        """Some working hour of the last two years."""
        day = self.now - self.rng.uniform(0.1, shape.DAYS) * 86_400
        return (
            day - day % 86_400 + self.rng.uniform(8, 16) * HOUR - (86_400 if day + 86_400 > self.now else 0)
        )

    def _kept_waiting(self, entries: list[Entry]) -> dict[int, frozenset[int]]:
        """Whose alert still waits, by the place of the entry: the last forty of the two people measured."""
        own = (self.telling.leads[0], self.teaching[0][0]) if self.measured else ()
        found: dict[int, set[int]] = defaultdict(set)
        for who in own:
            told = [at for at, entry in enumerate(entries) if who in entry.told]
            for at in told[-shape.WAITING :]:
                found[at].add(who)
        for at, entry in enumerate(entries):
            if self.now - entry.at < 21 * 86_400:
                found[at].update(one for one in entry.told if one not in own and self.rng.random() < 0.25)
        return {at: frozenset(people) for at, people in found.items()}

    def _write(self, number: int, entry: Entry, waiting: frozenset[int]) -> None:
        rng, at = self.rng, entry.at
        item, recorded, writer = self.key(at), _when(at), self.people[entry.writer]
        occurred = _when(at - rng.expovariate(1 / (3 * HOUR)))
        categories = "{" + ",".join(str(int(one)) for one in sorted(entry.categories)) + "}"
        self._line(
            "records_item",
            *(item, self.id, entry.child.id, writer.signature, NOTHING, "entry", number, occurred),
            *(rng.choice(("exact", "exact", "about", "part")), recorded, categories, NOTHING, ""),
        )
        account, quote = self.writer.account(), self.writer.quote()
        self._line(
            "incidents_incident",
            *(self.key(at), self.id, item, self.key(at), account, quote),
            *(self.writer.deed() if rng.random() < 0.3 else "", rng.choice(PLACES), ""),
        )
        self._tell(item, entry, recorded, waiting)
        told = ", ".join(f'"{self.people[one].id}": "{why}"' for one, why in entry.told.items())
        self._mark(
            at, recorded, "recorded", writer, item, f'{{"child": "{entry.child.id}", "number": {number}}}'
        )
        self._mark(at, recorded, "alerted", writer, item, f'{{"told": {{{told}}}}}')
        self._mark(at, recorded, "shared", writer, item, f'{{"because": "alerted", "to": {len(entry.told)}}}')
        self._follow_up(item, entry, categories)

    def _tell(self, item: str, entry: Entry, recorded: str, waiting: frozenset[int]) -> None:
        for who, why in entry.told.items():
            staff, waits = self.people[who].id, who in waiting
            read = (
                NOTHING if waits else _when(min(entry.at + self.rng.expovariate(1 / 72_000), self.now - 60))
            )
            ends = NOTHING if waits else _when(entry.at + 31 * 86_400)
            state = "waiting" if waits else "read"
            self._line(
                "alerts_alert",
                *(self.key(entry.at), self.id, item, staff, why, recorded, state, read, "sent", 1, recorded),
            )
            self._line("records_grant", self.key(entry.at), self.id, item, staff, "alerted", recorded, ends)

    def _follow_up(self, item: str, entry: Entry, categories: str) -> None:
        """An action on most, where it stands, and the steps that led there."""
        rng = self.rng
        lead = self.people[rng.choice(self.telling.leads)]
        age, later = self.now - entry.at, entry.at + rng.expovariate(1 / (20 * HOUR))
        state = "new" if later > self.now - HOUR else "closed" if age > 40 * 86_400 else "in hand"
        acted = NOTHING if state == "new" else _when(later)
        owner = NOTHING if state == "new" else lead.id
        changed = entry.at if state == "new" else later
        self._line(
            "incidents_followup",
            *(self.key(entry.at), self.id, item, state, owner, _when(changed), acted),
        )
        if state == "new":
            return
        self._step(item, lead, later, "take", "in hand", "")
        if state == "closed":
            self._step(item, lead, min(later + 9 * 86_400, self.now), "close", "closed", "Home is settled.")
        for _ in range(rng.choice((0, 1, 1, 1, 2))):
            action = self.key(later)
            self._line(
                "records_item",
                *(action, self.id, entry.child.id, lead.signature, item, "action", NOTHING, _when(later)),
                *("exact", _when(later), categories, NOTHING, ""),
            )
            self._line(
                "incidents_action",
                *(self.key(later), self.id, action, self.key(later), self.writer.deed(), "", ""),
            )

    def _step(self, item: str, lead: Person, at: float, did: str, state: str, said: str) -> None:
        self._line(
            "incidents_step",
            *(self.key(at), self.id, item, lead.signature, _when(at), did, state, lead.id, said),
        )

    def _mark(self, at: float, when: str, event: str, by: Person, about: str, words: str) -> None:
        mark, salt = self.key(at), f"{self.rng.getrandbits(256):064x}"
        digest = hashlib.sha256((salt + words).encode()).hexdigest()
        self._line(
            "audit_mark",
            *(mark, self.id, when, event, by.id, by.name, by.group.words, "f", "192.0.2.7", "entry", about),
            *("", digest),
        )
        self._line("audit_detail", self.key(at), self.id, mark, salt, words)


def _when(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()


def school_key(number: int, now: datetime) -> str:
    """The key of a school before its rows are made."""
    return _key(Random(f"{shape.SEED} {number}"), now.timestamp() - 900 * 86_400)


def _key(rng: Random, moment: float) -> str:
    random = rng.getrandbits(74)
    return f"{int(moment * 1000):012x}7{random >> 62:03x}{1 << 63 | random & (1 << 62) - 1:016x}"
