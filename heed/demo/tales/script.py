"""Reads the scripts that the sample entries are written from: plain lines, so that prose stays prose.

A scene begins with `== name; key=value; …`. Beneath it stand alternatives, one a line:

    1 2 3 4   sentences of the account, in this order; one line of each number is taken, or left out at times
    &         a second paragraph
    "         the child's own words; `"y` up to Year 2, `"o` from Year 3
    >         what the writer has done already
    ~         why it is written late
    a who …:  an action by somebody, with consent and people told before the colon
    o         the outcome with which it is closed; `w` alone keeps it watched

`[this|that]` is a choice, `{slot}` is filled in by `voice`; `{from 2}` keeps a line from children before Year 2.
A mark with `!` after it is never left out.
"""

from dataclasses import dataclass, field, replace
from functools import cache

FIRST, LAST = -1, 11
"""Years: -1 is Nursery, 0 Reception."""


@dataclass(frozen=True, slots=True)
class Step:
    """An action that a scene asks for: who writes it, how parents' consent stands, who is told, and its words."""

    by: str
    words: str
    consent: str = ""
    why_not: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One kind of entry: when, where and by whom it is written, and the words it may be written in."""

    name: str
    categories: tuple[str, ...]
    by: tuple[str, ...]
    when: str
    place: str
    years: tuple[int, int] = (FIRST, 6)
    months: tuple[int, int] = (1, 12)
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    weight: int = 2
    week: int = 0
    times: int = 1
    every: int = 1
    holiday: str = ""
    """It stands on the first day after a holiday: `any`, or `summer`."""

    sure: bool = False
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    always: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    outcomes: tuple[str, ...] = ()
    watched: bool = False

    def fits(self, year: int, month: int) -> bool:
        """Whether a child of this year can be in it in this month."""
        first, last = self.months
        in_season = first <= month <= last if first <= last else month >= first or month <= last
        return self.years[0] <= year <= self.years[1] and in_season


@cache
def scenes(text: str, *, sure: bool = False) -> tuple[Scene, ...]:
    """The scenes of one script. `sure`: nothing in it is left out by chance."""
    found: list[Scene] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("=="):
            found.append(_heading(line.removeprefix("=="), sure=sure))
        else:
            found[-1] = _with(found[-1], line)
    return tuple(found)


def _heading(line: str, *, sure: bool) -> Scene:
    name, *rest = (part.strip() for part in line.split(";"))
    keys = dict(part.split("=", maxsplit=1) for part in rest)
    repeated = keys.get("rep", "1/1").partition("/")
    return Scene(
        name=name,
        categories=tuple(keys["cat"].split()),
        by=tuple(keys["by"].split()),
        when=keys["at"],
        place=keys["in"],
        years=_between(keys.get("yr", f"{FIRST}..{LAST if sure else 6}")),
        months=_between(keys.get("mo", "1..12")),
        weekdays=tuple(int(one) for one in keys.get("day", "0 1 2 3 4").split()),
        weight=int(keys.get("wt", "2")),
        week=int(keys.get("wk", "0")),
        times=int(repeated[0]),
        every=int(repeated[2] or 1),
        holiday=keys.get("hol", ""),
        sure=sure,
    )


def _between(text: str) -> tuple[int, int]:
    first, _, last = text.partition("..")
    return int(first), int(last or first)


def _with(scene: Scene, line: str) -> Scene:
    """The scene with one more line of its script."""
    mark, _, words = line.partition(" ")
    if mark == "w":
        return replace(scene, watched=True)
    if mark == "a":
        return replace(scene, steps=(*scene.steps, _step(words)))
    if mark == "o":
        return replace(scene, outcomes=(*scene.outcomes, words))
    kind = mark.rstrip("!")
    assert kind in {"1", "2", "3", "4", "&", '"', '"y', '"o', ">", "~"}, f"what is “{line}”?"
    always = scene.always | {kind} if mark.endswith("!") else scene.always
    return replace(
        scene, parts={**scene.parts, kind: (*scene.parts.get(kind, ()), words)}, always=frozenset(always)
    )


def _step(line: str) -> Step:
    """`dsl given told=T,ta: Rang the nurse.`"""
    head, _, words = line.partition(": ")
    by, *flags = head.split()
    step = Step(by, words)
    for flag in flags:
        if flag.startswith("told="):
            step = replace(step, told=tuple(flag.removeprefix("told=").split(",")))
        elif flag in {"given", "refused"}:
            step = replace(step, consent=flag)
        else:
            step = replace(step, consent="not sought", why_not=flag.replace("-", " "))
    return step
