"""The ways of breaking it. Each takes a house that is well, breaks it so many times, and fills a row."""

import random
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from time import monotonic, sleep

from faults import books
from faults.books import Row
from faults.house import House
from faults.post import Manner, Moment
from faults.writers import WRITERS, Sent, Writer


@dataclass
class Staffroom:
    """The people who write while things break: one thread each, as each has one browser."""

    writers: list[Writer]
    threads: list[ThreadPoolExecutor]
    sents: list[Sent]

    def all_send(self, each: int = 1, breaks: str = "", one: int = -1) -> "list[Future[None]]":
        """Everybody sends so many entries, at once; the first of one of them breaks what it reaches."""

        def send(which: int) -> None:
            for turn in range(each):
                way = breaks if which == one and turn == 0 else ""
                self.sents.append(self.writers[which].sends(way))

        return [thread.submit(send, which) for which, thread in enumerate(self.threads)]


@contextmanager
def staffroom(house: House) -> Iterator[Staffroom]:
    """Everybody has signed in."""
    writers = [Writer(person, house.url, house.town).sign_in() for person in WRITERS]
    threads = [ThreadPoolExecutor(1) for _ in writers]
    try:
        yield Staffroom(writers, threads, [])
    finally:
        for thread in threads:
            thread.shutdown(cancel_futures=True)


def done(futures: "list[Future[None]]") -> None:
    """Wait for them; what went wrong in one goes wrong here."""
    wait(futures)
    for future in futures:
        future.result()


def worker_killed(house: House, times: int, chance: random.Random) -> Row:
    """The worker is killed while it sends: before, in every part of the conversation, and after it."""
    return _kill_worker(house, Row("worker killed while it sends", times), chance, list(Moment))


def killed_before_noting(house: House, times: int, chance: random.Random) -> Row:
    """The server takes a letter, and its worker is killed, or the line is cut, before that could be noted."""
    row = Row("taken, then line cut or worker killed", times)
    return _kill_worker(house, row, chance, [Moment.TAKEN, Moment.SAID], cuts=True)


def _kill_worker(
    house: House, row: Row, chance: random.Random, moments: list[Moment], *, cuts: bool = False
) -> Row:
    with staffroom(house) as room:
        for _ in range(row.times):
            moment, nth, before = chance.choice(moments), chance.randint(1, 8), house.worker.pid
            just_cut = cuts and chance.random() < 0.5
            struck = _strike(house, moment, nth, cuts=just_cut)
            done(room.all_send())
            struck.wait(3)  # a letter may never come so far: then the worker is killed where it stands
            house.post.as_usual()
            if not just_cut:
                if not struck.is_set():
                    house.kill_worker()
                house.until_worker(before)
        books.until_quiet(house, row)
    return books.check(house, row, room.sents)


def _strike(house: House, moment: Moment, nth: int, *, cuts: bool) -> Event:
    """At the nth time that a conversation comes to this moment, the worker dies, or the line."""
    struck, left = Event(), [nth]

    def hook(now: Moment, to: str) -> None:
        if now is moment and not struck.is_set():
            left[0] -= 1
            if left[0] <= 0:
                struck.set()
                house.kill_worker()

    def manner(to: str, message_id: str) -> Manner:
        if not message_id or struck.is_set():
            return Manner.TAKES
        left[0] -= 1
        if left[0] > 0:
            return Manner.TAKES
        struck.set()
        return Manner.CUTS

    if cuts:
        house.post.manner = manner
    else:
        house.post.hook = hook
    return struck


def web_killed(house: House, times: int, chance: random.Random) -> Row:
    """The web process dies: before the view, in the transaction, between commit and answer, or at any moment."""
    row = Row("web process killed", times)
    ways: dict[str, int] = {}

    def breaks() -> str:
        way = chance.choice(["before", "statement", "after commit", "after commit", ""])
        ways[way or "from outside"] = ways.get(way or "from outside", 0) + 1
        return f"statement {chance.randint(1, 60)}" if way == "statement" else way

    with staffroom(house) as room:
        for _ in range(times):
            way = breaks()
            futures = room.all_send(breaks=way, one=chance.randrange(len(room.writers)))
            if not way:
                sleep(chance.uniform(0, 0.4))
                house.kill_web()
            done(futures)
        books.until_quiet(house, row)
    row.notes["where"] = ways
    return books.check(house, row, room.sents)


def database_killed(house: House, times: int, chance: random.Random) -> Row:
    """The database is killed whole while everybody sends and the worker mails; the household starts it again."""
    row = Row("database killed under load", times)
    slowest = 0.0
    with staffroom(house) as room:
        for _ in range(times):
            futures = room.all_send(each=2)
            sleep(chance.uniform(0, 0.8))
            before = monotonic()
            house.kill_database()
            done(futures)
            slowest = max(slowest, monotonic() - before)
        books.until_quiet(house, row)
    row.notes["slowest until everybody was confirmed"] = round(slowest, 1)
    return books.check(house, row, room.sents)
