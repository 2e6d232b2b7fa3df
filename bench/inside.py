"""One process of the product on one database, which does on request what is to be timed. Begun by `bench.door`.

It reads a line of JSON and answers with one, so that two databases can be measured by turns.
"""

import cProfile
import io
import json
import os
import pstats
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import jinja2
from django.db import connection

from bench.floor import Floor
from bench.morning import morning
from bench.stage import ASKS, Ask, Stage, call

NOT_COUNTED = ("BEGIN", "SET ", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


class Inside:
    """What the measuring process may ask for."""

    def __init__(self, application: Any) -> None:
        self.stage = Stage(application)
        self.floor = Floor(self.stage)

    def pages(self) -> list[str]:
        """What can be measured here."""
        return list(ASKS)

    def look(self, what: str, who: str) -> dict[str, Any]:
        """Once, watched: the statements of a page, the time in each part, and what it rendered, for its floor.

        And before that the very first time in this process, when queries and templates are made.
        """
        first = _timed(self._once(what, who))
        do = self._once(what, who)
        with _statements() as said, _rendered() as rendered:
            began = time.perf_counter()
            size = do()
            whole = time.perf_counter() - began
        self.floor.learn(what, who, [(template, values) for template, values, _ in rendered])
        counted = [one for one in said if not one[0].lstrip().upper().startswith(NOT_COUNTED)]
        in_sql, in_templates = sum(one[1] for one in said), sum(one[2] for one in rendered)
        return {
            "statements": len(counted),
            "bytes": size,
            "sql": [f"{seconds * 1000:.2f} ms  {text}" for text, seconds in counted],
            "ms": {
                "first": round(first, 2),
                "watched": round(whole * 1000, 2),
                "in SQL": round(in_sql * 1000, 2),
                "in templates": round(in_templates * 1000, 2),
            },
        }

    def page(self, what: str, who: str, times: int) -> list[float]:
        """So many milliseconds, so many times."""
        return [_timed(self._once(what, who)) for _ in range(times)]

    def bare(self, what: str, who: str, times: int) -> list[float]:
        """The floor, so many times."""
        return [_timed(self.floor.once(what, who)) for _ in range(times)]

    def profile(self, what: str, who: str, times: int) -> str:
        """Where the time goes, by function."""
        profile = cProfile.Profile()
        for _ in range(times):
            do = self._once(what, who)
            profile.enable()
            do()
            profile.disable()
        text = io.StringIO()
        pstats.Stats(profile, stream=text).sort_stats("cumulative").print_stats(60)
        return text.getvalue()

    def morning(self, number: int) -> list[dict[str, Any]]:
        """So many requests of a school morning, by people of every school."""
        return morning(number)

    def _once(self, what: str, who: str) -> Callable[[], int]:
        """One page, made ready; calling it makes the request and gives the size of the answer."""
        ask: Ask = self.stage.ask(what, who)
        session = self.stage.person(what, who).session

        def do() -> int:
            answer = call(self.stage.application, ask, session)
            if answer.status not in ask.expects:
                raise RuntimeError(f"{what} answered {answer.status}")
            return len(answer.body)

        return do


def _timed(do: Callable[[], Any]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


@contextmanager
def _statements() -> Iterator[list[tuple[str, float]]]:
    """Every statement on this thread's connection, with its seconds."""
    said: list[tuple[str, float]] = []

    def note(execute: Any, text: str, values: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own
        began = time.perf_counter()
        try:
            return execute(text, values, many, context)
        finally:
            said.append((str(text), time.perf_counter() - began))

    with connection.execute_wrapper(note):
        yield said


@contextmanager
def _rendered() -> Iterator[list[tuple[jinja2.Template, dict[str, Any], float]]]:
    """Every template rendered whole, with its values and seconds."""
    found: list[tuple[jinja2.Template, dict[str, Any], float]] = []
    before = jinja2.Template.render

    def render(self: jinja2.Template, *args: Any, **values: Any) -> str:
        began = time.perf_counter()
        text = before(self, *args, **values)
        found.append((self, dict(*args, **values), time.perf_counter() - began))
        return text

    jinja2.Template.render = render  # type: ignore[method-assign]
    try:
        yield found
    finally:
        jinja2.Template.render = before  # type: ignore[method-assign]


def answer_all(application: Any) -> None:
    """Answer until the questions end."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # nothing else may speak on the line
    inside = Inside(application)
    out.write(json.dumps("ready") + "\n")
    for line in sys.stdin:
        asked = json.loads(line)
        answer = getattr(inside, asked.pop("do"))(**asked)
        out.write(json.dumps(answer) + "\n")
