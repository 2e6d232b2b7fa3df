"""Who may ask why, and the answer in words. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from heed.who.need_to_know import Steps, Through
from heed.who.powers import Power
from heed.who.viewer import Viewer


def why_not_explain(viewer: Viewer) -> str | None:
    """The reason this person cannot ask what a colleague's groups read, if there is one."""
    if not any(viewer.can(power) for power in (Power.EXPLAIN, Power.ACCOUNTS, Power.GROUPS)):
        return "DSLs, the head and administrators can ask why somebody sees something."
    return None


def why_not_preview(viewer: Viewer) -> str | None:
    """The reason this person cannot ask about an entry or a child, if there is one."""
    if not viewer.can(Power.EXPLAIN):
        return "Only DSLs and the head ask about a child or an entry. You can ask what a colleague’s groups read."
    return None


@dataclass(frozen=True, slots=True)
class Answer:
    """One step of the rule in words: yes, no, or not asked any more."""

    question: str
    said: str
    good: bool | None
    """None: it changes nothing for them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the words need besides the steps."""

    name: str
    what: str
    """`entry 41`."""
    grants: tuple[str, ...]
    """Each grant that lasts, in words."""
    reading: tuple[tuple[str, tuple[str, ...]], ...]
    """Each category with those of their groups that read it of this child."""


def verdict(steps: Steps, known: Known) -> str:
    """The answer in one sentence."""
    name, what = known.name, known.what
    if steps.through is Through.GROUPS:
        return f"{name} can read {what}, through their groups and with their second step."
    if steps.through is Through.OPENING:
        return f"{name} can read {what} for now, because they opened this child’s record without a DSL."
    if steps.through is Through.GRANT:
        return f"{name} can read {what}, because {_first(known.grants)}."
    return f"{name} cannot read {what}: {_reason(steps, known)}."


def _reason(steps: Steps, known: Known) -> str:
    if steps.barred_from_child:
        return "they are kept from this child, and that stands before everything else"
    if steps.barred_from_entry:
        return "they are kept from this entry, and that stands before everything else"
    if steps.locked_out:
        return "this child’s record is locked, and they are not named"
    if steps.granted and steps.needs_elevation and not steps.elevated:
        return "they were told of it, but read this category only with their second step"
    missing = [name for name, groups in known.reading if not groups]
    if missing:
        return f"it is in {_listed(missing)}, which none of their groups reads of this child, and nobody told them of it"
    return "their groups read it, but only with their second step, and nobody told them of it"


def answers(steps: Steps, known: Known) -> tuple[Answer, ...]:
    """Every step in the order in which the rule asks."""
    return (
        Answer("Works in this school", "Yes" if steps.in_school else "No", steps.in_school),
        Answer("Kept from the child", *_kept(steps.barred_from_child)),
        Answer("Kept from this entry", *_kept(steps.barred_from_entry)),
        Answer(
            "Record locked to others",
            "Yes: the record is locked and does not name them" if steps.locked_out else "No",
            not steps.locked_out,
        ),
        Answer("Told of it, or it is shared with them", *_granted(steps, known)),
        Answer(
            "Signed in with the second step",
            "Yes, as it is asked here"
            if steps.elevated
            else "No. Until then they read nothing through their groups",
            steps.elevated,
        ),
        *(
            Answer(
                f"A group that reads {category} of this child",
                _listed([f"yes, as {group}" for group in groups], ", ") if groups else "None",
                bool(groups),
            )
            for category, groups in known.reading
        ),
        *(
            [Answer("Opened this record for an hour, without a DSL", "Yes, now", True)]
            if steps.opened
            else []
        ),
    )


def _kept(so: bool) -> tuple[str, bool]:  # noqa: FBT001 - one answer of a table
    return ("Yes. That stands before everything else", False) if so else ("No", True)


def _granted(steps: Steps, known: Known) -> tuple[str, bool | None]:
    if not steps.granted:
        return "No", None
    said = _listed([_capital(one) for one in known.grants], ". ")
    if steps.needs_elevation and not steps.elevated:
        return f"{said}. It counts only with the second step, for this category", False
    return said, True


def _first(words: tuple[str, ...]) -> str:
    return words[0] if words else "they were told of it"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _listed(words: Iterable[str], between: str = " and ") -> str:
    return _capital(between.join(words)) if between != " and " else between.join(words)


def why_not_look_after(viewer: Viewer) -> str | None:
    """The reason this person has nothing to look after here, if there is one."""
    powers = (Power.BAR, Power.LOCK, Power.EXPLAIN, Power.SEE_LOOKS, Power.ACCOUNTS, Power.GROUPS)
    if not any(viewer.can(power) for power in powers):
        return "Who sees what is looked after by DSLs, the head and administrators."
    return None
