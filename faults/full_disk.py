"""The database's disk is full: on a small file system of its own, filled to the last byte, and freed."""

import os
import random
import subprocess
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from faults import books
from faults.books import Row
from faults.house import House
from faults.scenarios import done, staffroom
from faults.writers import Sent, Writer

SIZE = "200m"


class CannotMount(Exception):  # noqa: N818 - read as a sentence
    """A small file system can only be made by root."""


def mount(home: Path) -> None:
    """A small file system where the database will lie."""
    if os.geteuid() != 0:
        raise CannotMount(
            "The full disk needs a small file system of its own, which only root can make. "
            "Run it as root, or leave it out: SCENARIO=worker,web,database,refuses,hangs,taken"
        )
    unmount(home)
    home.mkdir(parents=True, exist_ok=True)
    argv = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0711", "heed-faults", str(home)]
    subprocess.run(argv, check=True)


def unmount(home: Path) -> None:
    """Away with it."""
    while home.is_mount():
        subprocess.run(["umount", str(home)], check=True)


def full(house: House, times: int, chance: random.Random) -> Row:
    """Filled while people send. They are turned down calmly, keep their words, and are confirmed once there is room."""
    row = Row("the disk is full", times)
    refused = silent = taken = words_gone = 0
    with staffroom(house) as room:
        for _ in range(times):
            forms = [(writer, *writer.opens()) for writer in room.writers]
            began = monotonic()
            _fill(house)
            for writer, sent, form in forms:
                answer = writer.press_once(sent, form)
                room.sents.append(sent)
                if answer is None:
                    silent += 1
                elif sent.confirmed_at:
                    taken += 1
                else:
                    refused += 1
                    words_gone += sent.word not in answer.body
                    _check_calm(row, sent, answer.body)
            sleep(chance.uniform(0, 0.3))
            _free(house)
            house.disk_was_full.append((began, monotonic()))
            done([room.threads[which].submit(_again, *form) for which, form in enumerate(forms)])
        books.until_quiet(house, row)
    row.notes |= {
        "pressed while full": {"turned down": refused, "no answer": silent, "taken: it still fitted": taken},
        "calm pages without the words": words_gone,
    }
    if words_gone:
        row.strange.append(f"{words_gone} calm pages did not hold the words")
    return books.check(house, row, room.sents)


def _again(writer: Writer, sent: Sent, form: dict[str, str]) -> None:
    if sent.confirmed_at is None:
        writer.presses(sent, form)


def _check_calm(row: Row, sent: Sent, body: str) -> None:
    if "Something went wrong" not in body or "Traceback" in body or "space left" in body:
        row.strange.append(f"{sent.word[:8]}: not the calm page")


def _filler(house: House) -> Path:
    return house.database.place.home / "filler"


def _fill(house: House) -> None:
    with _filler(house).open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            with suppress(OSError):
                while True:
                    file.write(b"\0" * size)


def _free(house: House) -> None:
    _filler(house).unlink(missing_ok=True)
