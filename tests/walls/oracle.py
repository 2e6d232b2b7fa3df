"""The rule of PRODUCT.md, section 4, read plainly. Imports nothing from the code it judges.

A world is one person in one school, some children, and some entries about them, with every tie there can be.
"""

from dataclasses import dataclass, field
from random import Random

CATEGORIES = range(1, 15)
CHILD_PROTECTION, LEADER_WELFARE = 7, 3

# PRODUCT.md, section 4: what each group reads, and of which children.
EVERY = set(CATEGORIES)
GROUPS: dict[str, tuple[set[int], str]] = {
    "head": (EVERY, "all"),
    "assistant_head": (EVERY, "all"),
    "dsl": (EVERY, "all"),
    "deputy": (EVERY, "all"),
    "slt": (EVERY - {CHILD_PROTECTION}, "all"),
    "senco": (EVERY - {CHILD_PROTECTION, LEADER_WELFARE}, "all"),
    "teacher": ({1, 4, 5, 8, 9, 10, 12}, "own classes"),
    "ta": (set(), "one-to-one"),
    "office": (set(), "none"),
    "family_worker": (set(), "one-to-one"),
    "admin": (set(), "none"),
}

SCOPES = ["all", "own year", "own classes", "one-to-one", "none"]

NARROW = ["family_worker", "office", "ta", "teacher"]
"""Groups without the whole school: worlds of these alone show whether scopes hold."""


@dataclass
class Child:
    here: bool
    in_own_class: bool
    in_own_year: bool
    one_to_one: bool
    barred: bool
    bar_ended: bool
    locked: bool
    lock_ended: bool
    named: bool
    opening: str = ""  # "", "running", "over", "ends now", "ended", "somebody else's"


@dataclass
class Entry:
    child: int
    categories: list[int]
    grant: str  # "", "open", "ends later", "ended", "ends now", "somebody else's"
    share: str  # the same, by a share: a grant for another reason, with an end of its own
    barred: bool
    own: bool
    of_barred: bool = False  # an action on an entry that the person is barred from
    bar_ended: bool = False  # whichever bar from the entry there is


@dataclass
class Rule:
    """What the school has made of one group, in place of the table above. The last one counts."""

    group: str
    reads: set[int]
    scope: str
    opens_children: bool


@dataclass
class World:
    groups: list[str]
    elevated: bool
    rules: list[Rule]
    rules_elsewhere: list[Rule]
    works_elsewhere: list[str]
    """The groups the same person has in the other school, which say nothing here."""
    children: list[Child]
    entries: list[Entry] = field(default_factory=list)


def make_world(seed: int) -> World:
    """A world by chance, the same for the same seed. Ties are rare enough that each can decide alone."""
    chance = Random(seed)

    def now_and_then(of: float) -> bool:
        return chance.random() < of

    children = [
        Child(
            here=number > 0,
            in_own_class=now_and_then(0.4),
            in_own_year=now_and_then(0.4),
            one_to_one=now_and_then(0.3),
            barred=now_and_then(0.2),
            bar_ended=now_and_then(0.3),
            locked=now_and_then(0.3),
            lock_ended=now_and_then(0.3),
            named=now_and_then(0.4),
        )
        for number in range(5)
    ]
    grants = ["", "", "", "open", "ends later", "ended", "ends now", "somebody else's"]
    narrow = now_and_then(0.5)
    groups = chance.sample(NARROW if narrow else sorted(GROUPS), chance.choice([0, 1, 1, 2, 2, 3]))
    usual = GROUPS["teacher"][0] | {CHILD_PROTECTION, LEADER_WELFARE}
    numbers = sorted(usual) if narrow else list(CATEGORIES)
    entries = [
        Entry(
            child=chance.randrange(len(children)),
            categories=sorted(chance.sample(numbers, chance.choice([1, 1, 1, 2, 3]))),
            grant=chance.choice(grants),
            share=chance.choice([*grants, "", ""]),
            barred=now_and_then(0.1),
            own=now_and_then(0.15),
            of_barred=now_and_then(0.1),
            bar_ended=now_and_then(0.3),
        )
        for _ in range(14)
    ]
    rules, elsewhere = (
        [some_rule(chance, group, numbers) for group in groups for _ in range(chance.choice([0, 0, 1, 2]))]
        for _ in range(2)
    )
    also = chance.sample(sorted(GROUPS), chance.choice([0, 0, 1]))
    if now_and_then(0.4):  # nobody has two records open
        opened = chance.choice(children[1:])
        opened.opening = chance.choice(["running", "running", "over", "ends now", "ended", "somebody else's"])
    return World(groups, chance.random() < 0.65, rules, elsewhere, also, children, entries)


def some_rule(chance: Random, group: str, numbers: list[int]) -> Rule:
    """What a school may make of a group. Some of it no school can: that must count for nothing."""
    reads = set(chance.sample(numbers, chance.randrange(len(numbers))))
    return Rule(group, reads, chance.choice(SCOPES), chance.random() < 0.6)


def may_read(world: World, entry: Entry) -> bool:
    """A person may read an entry when..."""
    child = world.children[entry.child]
    if not child.here:
        return False  # it is in their school;
    if bar_from_entry(entry) or (child.barred and not child.bar_ended):
        return False  # and no bar stands, from it or from the entry it belongs to;
    if child.locked and not child.lock_ended and not child.named:
        return False  # and the child's record is not locked, or they are named;
    return by_grant(world, entry) or by_groups(world, entry, child)


def bar_from_entry(entry: Entry) -> bool:
    return (entry.barred or entry.of_barred) and not entry.bar_ended


LIVE = {"open", "ends later"}


def by_grant(world: World, entry: Entry) -> bool:
    """Either they hold a live grant to it; to child protection and leader welfare it is read elevated..."""
    if entry.grant not in LIVE and entry.share not in LIVE:
        return False
    return world.elevated or not {CHILD_PROTECTION, LEADER_WELFARE} & set(entry.categories)


def by_groups(world: World, entry: Entry, child: Child) -> bool:
    """Or they are elevated and each category is readable through some group whose scope covers the child."""
    if not world.elevated:
        return False
    if child.opening == "running":
        return True  # every category of this child, for the hour in which they broke the glass
    return all(
        any(number in covers(world, group, child) for group in world.groups) for number in entry.categories
    )


def covers(world: World, group: str, child: Child) -> set[int]:
    reads, scope = line(world, group)
    return reads if is_within(scope, child) else set()


def line(world: World, group: str) -> tuple[set[int], str]:
    """The school's own line for a group, or the table's. Three of them no school can change."""
    own = [(rule.reads, rule.scope) for rule in world.rules if rule.group == group]
    if group in {"head", "dsl"}:
        return EVERY, "all"  # a school is never left without somebody who reads
    if group == "admin":
        return set(), "none"  # the system administrator reads no child's record
    return own[-1] if own else GROUPS[group]


def is_within(scope: str, child: Child) -> bool:
    return {
        "all": True,
        "own year": child.in_own_class or child.in_own_year,
        "own classes": child.in_own_class,
        "one-to-one": child.one_to_one,
        "none": False,
    }[scope]


def may_see_as_writer(world: World, entry: Entry) -> bool:
    """Writers see their own words as first sent. A bar ends that too."""
    child = world.children[entry.child]
    kept_out = bar_from_entry(entry) or (child.barred and not child.bar_ended)
    return entry.own and child.here and not kept_out


def may_open_child(world: World, child: Child) -> bool:
    """The child's page: elevated, may open one, within some group's scope, no bar, not locked."""
    if not world.elevated or not child.here or (child.barred and not child.bar_ended):
        return False
    if child.locked and not child.lock_ended and not child.named:
        return False
    if not any(opens_children(world, group) for group in world.groups):
        return False
    if child.opening == "running":
        return True
    return any(is_within(line(world, group)[1], child) for group in world.groups)


def opens_children(world: World, group: str) -> bool:
    """Looking children up is a power: the school may take it from a group, but not from the head or a DSL."""
    own = [rule.opens_children for rule in world.rules if rule.group == group]
    if group in {"head", "dsl", "admin"}:
        return group != "admin"
    return own[-1] if own else True


def answers(world: World, entry: Entry) -> dict[str, object]:
    """Each step of the rule by itself, for whoever is told why."""
    child = world.children[entry.child]
    if not child.here:
        return {"in_school": False}  # nothing after it matters
    covered = [covers(world, group, child) for group in world.groups]
    numbers = [one for one in entry.categories if not any(one in some for some in covered)]
    return {
        "in_school": True,
        "barred_from_child": child.barred and not child.bar_ended,
        "barred_from_entry": bar_from_entry(entry),
        "locked_out": child.locked and not child.lock_ended and not child.named,
        "elevated": world.elevated,
        "granted": entry.grant in LIVE or entry.share in LIVE,
        "missing": frozenset(numbers),
        "opened": child.opening == "running",
    }
