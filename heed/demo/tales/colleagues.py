"""Who in a school, or around it, a script means by a short word."""

from random import Random

from heed.demo.shapes import SampleStaff
from heed.demo.tales.memory import NoFit
from heed.demo.tales.subject import Adult, Stage, Subject

_GROUPS = {
    "ta": "ta",
    "dsl": "dsl",
    "deputy": "deputy",
    "head": "head",
    "ah": "assistant_head",
    "slt": "slt",
    "senco": "senco",
    "office": "office",
    "fw": "family_worker",
}
_TELLS = {"T": ("dsl", "dsl", "deputy", "slt", "ah", "fw"), "others": ("T", "T", "T", "dsl", "deputy", "ah")}
"""Whom a class teacher tells, and whom others tell."""

KNOWN = {
    "nurse": Adult("Lorna Digby", "school nurse"),
    "ep": Adult("Dr Priti Varma", "educational psychologist"),
    "duty": Adult("Gordon Achterberg", "duty social worker"),
}
"""People from outside who come to both schools."""


def someone(
    role: str, subject: Subject, stage: Stage, writer: SampleStaff | None, rng: Random
) -> SampleStaff:
    """A member of staff in this role, as a script calls it; never the writer, nor a child's own parent."""
    if role == "told":
        role = rng.choice(_TELLS["T" if writer and writer == stage.teacher else "others"])
    if role == "T":
        found = [stage.teacher]
    elif role == "lead":
        found = [one for one in subject.school.staff if {"dsl", "deputy"} & set(one.groups)]
        found = [found[0], *found]
    else:
        group = _GROUPS.get(role)
        if group is None:
            raise NoFit
        found = [one for one in subject.school.staff if group in one.groups]
    if role == "ta":
        found = helpers(found, subject, stage)
    free = [one for one in found if one != writer and subject.child.key not in one.children]
    if not free:
        raise NoFit
    return rng.choice(free)


def helpers(assistants: list[SampleStaff], subject: Subject, stage: Stage) -> list[SampleStaff]:
    """The teaching assistants that a child meets: the one for this child most, else two for each class."""
    own = [one for one in assistants if subject.child.key in one.one_to_one]
    first = sum(map(ord, stage.class_name)) % len(assistants)
    two = [assistants[first], assistants[(first + 2) % len(assistants)]]
    return [*own, *own, *two] if own else two
