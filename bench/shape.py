"""How large everything is: schools, children, staff, entries, and who is told of what."""

from dataclasses import dataclass
from random import Random

from heed.who.categories import ELEVATED_ONLY, Default
from heed.who.groups import HEADS, LEADS, Group

SEED = 20261124
SCHOOLS, CHILDREN, ENTRIES = 50, 20_000, 400_000
MEASURED = 420
"""Children of the measured school, which is the same, row for row, in both databases."""
SMALL = 3
"""Schools of the small database: a twentieth of the children and entries of the large one."""
BUSY = 1_000
"""Entries about the child whose chronology is measured."""
WAITING = 40
"""Alerts that wait for each of the two people measured."""
DAYS = 730


def sizes(schools: int = SCHOOLS) -> tuple[int, ...]:
    """Children in each school: small primaries to large secondaries, the measured school first."""
    rng = Random(SEED)
    fixed = (MEASURED, 210, CHILDREN // 20 - MEASURED - 210)
    drawn = [rng.lognormvariate(0, 0.6) for _ in range(SCHOOLS - len(fixed))]
    rest = CHILDREN - sum(fixed)
    made = [max(60, round(rest * one / sum(drawn))) for one in drawn]
    made[made.index(max(made))] += rest - sum(made)
    return (*fixed, *made)[:schools]


def staff_of(children: int, rng: Random, *, measured: bool) -> tuple[Group, ...]:
    """The group of each member of staff of a school, in a fixed order; about one for eight children."""
    if measured:
        leaders = {Group.HEAD: 1, Group.ASSISTANT_HEAD: 1, Group.DSL: 1, Group.DEPUTY: 3, Group.SLT: 5}
    else:
        leaders = {
            Group.HEAD: 1,
            Group.ASSISTANT_HEAD: rng.choice((0, 0, 1)),
            Group.DSL: 1,
            Group.DEPUTY: rng.choice((1, 2, 2)),
            Group.SLT: rng.choice((2, 2, 3, 3)),
        }
    others = {
        Group.SENCO: 1,
        Group.TEACHER: classes_of(children) + max(1, classes_of(children) // 6),
        Group.TEACHING_ASSISTANT: children // 20,
        Group.OFFICE: 1 + children // 150,
        Group.FAMILY_WORKER: rng.choice((0, 1)),
        Group.ADMIN: 1,
    }
    return tuple(group for group, number in {**leaders, **others}.items() for _ in range(number))


def classes_of(children: int) -> int:
    """How many classes a school has."""
    return max(4, round(children / 26))


CATEGORIES: tuple[tuple[int, tuple[int, ...]], ...] = (
    (26, (Default.CONCERN,)),
    (16, (Default.LOW_BEHAVIOUR,)),
    (12, (Default.ATTENDANCE,)),
    (7, (Default.FRIENDSHIP,)),
    (7, (Default.MEDICAL,)),
    (6, (Default.SERIOUS_BEHAVIOUR,)),
    (6, (Default.PARENT_CONCERN,)),
    (4, (Default.SEN,)),
    (2, (Default.VULNERABLE,)),
    (3, (Default.CHILD_PROTECTION,)),
    (1, (Default.BULLYING,)),
    (1, (Default.LEADER_WELFARE,)),
    (1, (Default.RACIST,)),
    (3, (Default.CONCERN, Default.VULNERABLE)),
    (2, (Default.CONCERN, Default.PARENT_CONCERN)),
    (1, (Default.CONCERN, Default.CHILD_PROTECTION)),
    (1, (Default.ATTENDANCE, Default.MEDICAL)),
    (1, (Default.LOW_BEHAVIOUR, Default.SEN)),
)
"""Shares in a hundred."""

TOLD_OF_ALL_BUT_PROTECTION = HEADS | {Group.SLT}


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told of an entry in one school, by the product's rules, from plain lists."""

    leads: tuple[int, ...]
    seniors: tuple[int, ...]

    @classmethod
    def of(cls, groups: tuple[Group, ...]) -> "Telling":
        """From the group of each member of staff."""
        return cls(
            tuple(at for at, group in enumerate(groups) if group in LEADS),
            tuple(at for at, group in enumerate(groups) if group in TOLD_OF_ALL_BUT_PROTECTION),
        )

    def told(
        self, categories: tuple[int, ...], teachers: tuple[int, ...], writer: int, barred: frozenset[int]
    ) -> dict[int, str]:
        """Each person who is told, and why; the first rule that fits."""
        told = dict.fromkeys(self.leads, "lead")
        if Default.CHILD_PROTECTION not in categories:
            told.update(dict.fromkeys(self.seniors, "senior leader"))
        if not ELEVATED_ONLY.intersection(categories):
            told.update({one: "class teacher" for one in teachers if one not in told})
        return {one: why for one, why in told.items() if one != writer and one not in barred}
