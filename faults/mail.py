"""The mail server refuses, or falls silent."""

import random
from collections.abc import Callable
from time import monotonic, sleep

from faults import books
from faults.books import Row
from faults.house import House
from faults.post import Manner
from faults.scenarios import done, staffroom


def refuses(house: House, times: int, chance: random.Random) -> Row:
    """For now, for good, or there is nobody at all; in each time one of them, then it takes again."""
    row = Row("SMTP refuses: 4xx, 5xx, no connection", times)
    ways = {"not now": 0, "never": 0, "no connection": 0}
    for_now, for_good = [Manner.NOT_NOW, Manner.NOT_NOW_THIS], [Manner.NEVER, Manner.NEVER_THIS]
    with staffroom(house) as room:
        for _ in range(times):
            way = chance.choice(list(ways))
            ways[way] += 1
            if way == "no connection":
                house.post.close()
            else:
                kinds = for_now if way == "not now" else for_good
                house.post.manner = _each_time(chance, kinds)
            done(room.all_send())
            sleep(chance.uniform(0, 0.5))
            house.post.as_usual()
            if way == "no connection":
                house.post.open()
        books.until_quiet(house, row)
    row.notes["how"] = ways
    return books.check(house, row, room.sents)


def falls_silent(house: House, times: int, chance: random.Random) -> Row:
    """It lets everybody in and says nothing; or nothing more at the recipient, or after the letter."""
    row = Row("SMTP hangs", times)
    worst = 0.0
    with staffroom(house) as room:
        for _ in range(times):
            way = chance.choice(["at once", Manner.SILENT, Manner.SILENT_AFTER])
            if way == "at once":
                house.post.fall_silent()
            else:
                house.post.manner = _each_time(chance, [Manner(way)])
            done(room.all_send())
            if house.health().get("worker") != "up":
                row.strange.append("the worker counts as down while the mail server says nothing")
            sleep(chance.uniform(0, 0.5))
            began = monotonic()
            house.post.as_usual()
            if way == "at once":
                house.post.open()
            worst = max(worst, _until_next_job(house, began))
        books.until_quiet(house, row)
    row.notes["slowest until the worker took another job"] = f"{worst:.1f} s"
    return books.check(house, row, room.sents)


def _each_time(chance: random.Random, kinds: list[Manner]) -> Callable[[str, str], Manner]:
    def manner(to: str, message_id: str) -> Manner:
        """At the recipient only what belongs there, after the letter the rest."""
        kind = chance.choice(kinds)
        later = kind in {Manner.NOT_NOW_THIS, Manner.NEVER_THIS, Manner.SILENT_AFTER}
        if later == bool(message_id):
            return kind
        return Manner.TAKES

    return manner


def _until_next_job(house: House, began: float) -> float:
    """How long until no job that waits is kept waiting: those that may run, run."""
    waiting = "select count(*) from procrastinate_jobs where status = 'todo' and coalesce(scheduled_at, now()) <= now()"
    while house.sql(waiting)[0][0] and monotonic() - began < 60:
        sleep(0.2)
    return monotonic() - began
