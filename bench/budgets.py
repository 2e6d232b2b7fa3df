"""The budgets of DESIGN section 8, and which were missed."""

from dataclasses import dataclass
from typing import Any

from bench.common import LEAD, TEACHER
from bench.pages import Measured


@dataclass(frozen=True, slots=True)
class Budget:
    """What one page may cost; None where nothing was agreed."""

    ms: float | None = None
    statements: int | None = None
    ratio: float | None = None


BUDGETS = {
    "dashboard": Budget(30, 14, 2.5),
    "type-ahead": Budget(10, 8, 2.5),
    "form": Budget(25, 14),
    "send": Budget(45, 30, 3),
    "entry": Budget(25, 16, 2.5),
    "chronology": Budget(40, 16, 2.5),
    "search": Budget(60, 10, 2),
    "common word": Budget(60, 10, 2),  # the same search for a word that a third of the texts hold
}
GROWTH, TEACHER_OF_LEAD = 1.2, 1.3
RATE, P95, MEGABYTES = 30, 300, 200
DATA_SECONDS = 300
"""Making both databases, copied and indexed."""


def missed(one: Measured) -> list[str]:
    """The budgets that one page missed."""
    budget = BUDGETS.get(one.what, Budget())
    pairs = (
        ("median", one.ms, budget.ms),
        ("queries", one.statements, budget.statements),
        ("floor", one.ratio, budget.ratio),
        ("growth", one.growth, GROWTH if one.what in BUDGETS else None),
    )
    return [name for name, figure, most in pairs if most is not None and figure > most]


def missed_between(found: list[Measured]) -> list[str]:
    """Pages on which the class teacher waits too much longer than the DSL."""
    ms = {(one.what, one.who): one.ms for one in found}
    return [
        f"{what}: class teacher {ms[what, TEACHER] / ms[what, LEAD]:.2f} of DSL"
        for what in BUDGETS
        if (what, LEAD) in ms and ms[what, TEACHER] / ms[what, LEAD] > TEACHER_OF_LEAD
    ]


def missed_in_making(seconds: int) -> list[str]:
    """Whether the data took too long."""
    return [f"data made in {seconds} s"] if seconds > DATA_SECONDS else []


def missed_in_load(load: dict[str, Any]) -> list[str]:
    """What the minute of mixed requests missed."""
    most = max(one["RSS"] for one in load["memory"])
    return [
        said
        for said, good in (
            (f"rate {load['rate']:.1f}/s", load["rate"] >= RATE * 0.95),
            (f"p95 {load['p95']:.0f} ms", load["p95"] < P95),
            (f"{load['errors']} errors", load["errors"] == 0),
            (f"web process {most:.0f} MB", most < MEGABYTES),
        )
        if not good
    ]


def table(found: list[Measured]) -> str:
    """All pages, with figures beside their budgets."""
    head = (
        f"{'what':11} {'who':13} {'first':>6} {'median':>7} {'most':>5} {'p95':>6} {'stmts':>5} {'most':>4} "
        f"{'floor':>6} {'ratio':>5} {'most':>4} {'growth':>6}"
    )
    return "\n".join([head, *(_line(one) for one in found)])


def _line(one: Measured) -> str:
    budget, short = BUDGETS.get(one.what, Budget()), missed(one)
    said = f"  missed: {', '.join(short)}" if short else ""
    return (
        f"{one.what:11} {one.who:13} {one.parts['first']:6.0f} {one.ms:7.1f} {_most(budget.ms):>5} "
        f"{one.p95:6.1f} {one.statements:5} "
        f"{_most(budget.statements):>4} {one.floor:6.1f} {one.ratio:5.1f} {_most(budget.ratio):>4} "
        f"{one.growth:6.2f}{said}"
    )


def _most(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:g}"
