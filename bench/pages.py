"""Times pages and floors of both databases by turns, so that what else the machine does falls on all alike."""

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any, Self

from bench import database
from bench.cleaning import mark_sent_as_read
from bench.common import LEAD, TEACHER
from bench.database import LARGE, ROOT, SMALL

PEOPLE = (TEACHER, LEAD)
ROUNDS, IN_A_ROW = 21, 3
"""Sixty-three repetitions of each; one round before them warms everything up."""


class Inside:
    """The other end of `bench.door`: a process of the product on one database."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.door"],
            cwd=ROOT,
            env=database.environment(name, HEED_POOL="8", HEED_PART="1"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        self._read()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin, "we asked for a pipe"
        self._process.stdin.close()
        self._process.wait(timeout=20)

    def ask(self, do: str, **what: object) -> Any:
        """Have something done there."""
        assert self._process.stdin, "we asked for a pipe"
        self._process.stdin.write(json.dumps({"do": do, **what}) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> Any:
        assert self._process.stdout, "we asked for a pipe"
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"The process on {self.name} has ended; its words are above.")
        return json.loads(line)


@dataclass(slots=True)
class Measured:
    """One page, as one person, in the large database."""

    what: str
    who: str
    ms: float
    p95: float
    statements: int
    size: int
    floor: float
    growth: float
    parts: dict[str, float]

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ms / self.floor


def measure(say: Any, *, only: tuple[str, ...] = ()) -> tuple[list[Measured], dict[str, list[str]]]:
    """Every page as both people; and the statements of each, for whoever looks for what is slow."""
    with Inside(LARGE) as large, Inside(SMALL) as small:
        wanted = [what for what in large.ask("pages") if not only or what in only]
        cases = [(what, who) for what in wanted for who in PEOPLE]
        looks = {case: large.ask("look", what=case[0], who=case[1]) for case in cases}
        for case in cases:
            small.ask("look", what=case[0], who=case[1])
        taken = _taken(cases, large, small, say)
    found = [
        Measured(
            what=what,
            who=who,
            ms=median(taken[what, who, "page", LARGE]),
            p95=quantiles(taken[what, who, "page", LARGE], n=20)[-1],
            statements=looks[what, who]["statements"],
            size=looks[what, who]["bytes"],
            floor=median(taken[what, who, "bare", LARGE]),
            growth=median(taken[what, who, "page", LARGE]) / median(taken[what, who, "page", SMALL]),
            parts=looks[what, who]["ms"],
        )
        for what, who in cases
    ]
    return found, {f"{what}, {who}": looks[what, who]["sql"] for what, who in cases}


def _taken(
    cases: list[tuple[str, str]], large: Inside, small: Inside, say: Any
) -> dict[tuple[str, str, str, str], list[float]]:
    taken: dict[tuple[str, str, str, str], list[float]] = {}
    for number in range(ROUNDS + 1):
        for what, who in cases:
            for inside in (large, small) if number % 2 else (small, large):
                for do in ("page", "bare"):
                    times = inside.ask(do, what=what, who=who, times=IN_A_ROW)
                    if number:
                        taken.setdefault((what, who, do, inside.name), []).extend(times)
                if what == "send":
                    mark_sent_as_read(inside.name)
        if number % 7 == 0:
            say(f"  round {number} of {ROUNDS}")
    return taken


def as_plain(found: list[Measured]) -> list[dict[str, Any]]:
    """For the file of results."""
    return [{**asdict(one), "ratio": one.ratio} for one in found]
