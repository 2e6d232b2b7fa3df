"""What is hidden is answered by the same statements and the same bytes as what is missing.

Without a clock. `HEED_TIMING=1 pytest -s tests/walls/test_hidden_or_missing.py` measures the time as well.
"""

import os
import re
import time
from statistics import median
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from heed.access.actions import bar, lock
from heed.records.actions import bar_from_entry
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from tests.cast import LEAD, LEAD_WHO_IS_THE_PARENT, OTHER_TEACHER, SENIOR_LEADER, TEACHER, Person, Town
from tests.walls.test_addresses import without_tokens

ADDRESSES = (
    "/entries/{}/",
    "/entries/{}/readers/",
    "/incidents/{}/sent/",
    "/children/{}/",
    "/children/{}/guarding/",
    "/children/{}/without-a-dsl/",
)


def asked(client: Any, address: str) -> tuple[int, bytes, list[str]]:
    """The answer, and the shape of every statement it took."""
    said: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|heed_\d+|s\d+_x\d+", "?", sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        answer = client.get(address)
    return answer.status_code, without_tokens(answer.content), said


@pytest.mark.parametrize(
    "who", [LEAD_WHO_IS_THE_PARENT, SENIOR_LEADER, OTHER_TEACHER], ids=lambda who: who.key
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_same_statements_and_the_same_bytes(address: str, who: Person, town: Town) -> None:
    hidden = _hide(town, who)
    client = town.client(who)
    client.get("/")  # whatever is built once is built
    thing = hidden["child" if "children" in address else "entry"]
    status, body, statements = asked(client, address.format(thing))
    assert status in {403, 404}
    assert (status, body, statements) == asked(client, address.format(uuid4()))


def _hide(town: Town, who: Person) -> dict[str, UUID]:
    """A child and an entry that exist, and that a bar, a lock or a missing group hides."""
    child = "maisie" if who is LEAD_WHO_IS_THE_PARENT else "kacper"
    item, by = town.entry(TEACHER, child, token=uuid7()), town.viewer(LEAD)
    with schools(town.oakfield):
        if who is SENIOR_LEADER:
            bar_from_entry(by, item, town.staff["slt"], why="named")
            lock(by, town.pupils[child], named=[town.staff["lead"]])
        if who is OTHER_TEACHER:
            bar(by, town.staff["other"], town.pupils[child], why="conflict")
    return {"entry": item, "child": town.pupils[child]}


def test_another_answer_would_be_noticed(town: Town) -> None:
    client = town.client(LEAD)
    item = town.entry(TEACHER, "maisie")
    assert asked(client, f"/entries/{item}/") != asked(client, f"/entries/{uuid4()}/")


@pytest.mark.skipif(not os.environ.get("HEED_TIMING"), reason="measures on demand: a busy machine would lie")
@pytest.mark.parametrize("address", ADDRESSES)
def test_how_long_both_take(address: str, town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """By turns, so that what else the machine does falls on both alike."""
    hidden, client = _hide(town, LEAD_WHO_IS_THE_PARENT), town.client(LEAD_WHO_IS_THE_PARENT)
    thing = hidden["child" if "children" in address else "entry"]
    took: dict[str, list[float]] = {"hidden": [], "missing": []}
    for _ in range(300):
        for name, about in (("hidden", thing), ("missing", uuid4())):
            began = time.perf_counter()
            client.get(address.format(about))
            took[name].append((time.perf_counter() - began) * 1000)
    both = {name: median(some[20:]) for name, some in took.items()}
    with capsys.disabled():
        print(f"\n{address:34} hidden {both['hidden']:.2f} ms, missing {both['missing']:.2f} ms")  # noqa: T201
    assert abs(both["hidden"] - both["missing"]) < 0.05 * both["missing"]
