"""The household: what dies is started again, and nothing outlives it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from heed.lib.processes import CannotStart, Household, Part, Program, ends_with_parent, pause_before
from tests.lib.waiting import runs, until

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]
DEAF_PROGRAM = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
with open(sys.argv[1] + ".new", "w") as note:
    note.write(str(child.pid))
os.rename(sys.argv[1] + ".new", sys.argv[1])
time.sleep(600)
"""
DEAF = [sys.executable, "-c", DEAF_PROGRAM]
HOUSE = """
import sys
from heed.lib.processes import Household, Program
sleep = [sys.executable, "-c", "import time; time.sleep(600)"]
with Household() as house:
    for name in ("the database", "the web server"):
        member = Program(name, sleep)
        house.add(member)
        print("pid", member.pid, flush=True)
    house.watch()
print("left quietly", flush=True)
"""


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(said: list[str], clock: Clock) -> Iterator[Household]:
    with Household(say=said.append, clock=clock) as house:
        yield house


def kill(program: Program) -> None:
    assert program.pid
    os.kill(program.pid, signal.SIGKILL)
    until(lambda: not program.is_alive())


def test_a_killed_member_is_started_again_and_it_is_said(house: Household, said: list[str]) -> None:
    worker = Program("the worker", SLEEP)
    house.add(worker)
    first = worker.pid
    kill(worker)
    house.look()
    assert worker.is_alive()
    assert worker.pid != first
    assert said == ["The worker has stopped (signal 9).", "The worker was started again."]


def test_a_member_that_keeps_dying_is_started_more_and_more_slowly(
    house: Household, clock: Clock, said: list[str]
) -> None:
    worker = Program("the worker", SLEEP)
    house.add(worker)
    kill(worker)
    house.look()
    kill(worker)
    house.look()
    assert not worker.is_alive()
    clock.now += 1
    house.look()
    assert worker.is_alive()
    assert said.count("The worker was started again.") == 2


def test_a_member_that_has_held_for_a_minute_counts_as_well_again(house: Household, clock: Clock) -> None:
    worker = Program("the worker", SLEEP)
    house.add(worker)
    for _ in range(3):
        kill(worker)
        house.look()
        clock.now += 61
        house.look()
        assert worker.is_alive()


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (1, 0), (2, 1), (3, 2), (5, 8), (12, 30), (5000, 30)]
)
def test_the_pause_grows_to_half_a_minute(failures: int, seconds: float) -> None:
    assert pause_before(failures) == seconds


def test_a_part_that_will_not_start_again_is_tried_later(
    house: Household, clock: Clock, said: list[str]
) -> None:
    alive, broken = [True], [True]

    def start() -> None:
        if broken[0]:
            raise CannotStart("The disk is full.")
        alive[0] = True

    house.add(Part("the database", start=start, is_alive=lambda: alive[0], stop=lambda: None))
    alive[0] = False
    house.look()
    assert said == [
        "The database has stopped.",
        "The database could not be started again. The disk is full.",
        "Next try in 1 seconds.",
    ]
    broken[0] = False
    clock.now += 1
    house.look()
    assert said[-1] == "The database was started again."


def test_a_part_that_runs_already_is_not_started_twice(house: Household) -> None:
    starts: list[str] = []
    house.add(Part("it", start=lambda: starts.append("it"), is_alive=lambda: True, stop=lambda: None))
    assert starts == []


def test_members_stop_last_first_and_one_that_fails_to_does_not_hold_up_the_rest(said: list[str]) -> None:
    order: list[str] = []

    def part(name: str, stop: Callable[[], object]) -> Part:
        return Part(name, start=lambda: None, is_alive=lambda: True, stop=stop)

    def stuck() -> None:
        raise OSError("It is stuck.")

    with Household(say=said.append) as house:
        house.add(part("the database", lambda: order.append("database")))
        house.add(part("the worker", stuck))
        house.add(part("the web server", lambda: order.append("web")))
    assert order == ["web", "database"]
    assert said == ["The worker did not stop cleanly. It is stuck."]


def test_a_program_that_will_not_listen_is_ended_with_all_it_started(tmp_path: Path) -> None:
    note = tmp_path / "child"
    program = Program("the web server", [*DEAF, str(note)], grace=0.1)
    program.start()
    until(note.exists)
    program.stop()
    assert not program.is_alive()
    until(lambda: not runs(int(note.read_text())))


def test_what_a_dead_program_left_behind_is_ended_before_it_starts_again(tmp_path: Path) -> None:
    note = tmp_path / "child"
    program = Program("the web server", [*DEAF, str(note)])
    program.start()
    until(note.exists)
    kill(program)
    until(lambda: not runs(int(note.read_text())))


def test_a_program_that_is_not_there_says_so() -> None:
    with pytest.raises(CannotStart, match="/nowhere could not be run"):
        Program("it", ["/nowhere"]).start()


def test_a_child_that_ends_with_its_parent_is_started_from_the_main_thread_only() -> None:
    caught: list[Exception] = []

    def elsewhere() -> None:
        try:
            ends_with_parent(signal.SIGTERM)
        except RuntimeError as problem:
            caught.append(problem)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught


@pytest.fixture
def running() -> Iterator[tuple["subprocess.Popen[str]", list[int]]]:
    """A household in a process of its own, and the ids of its two members."""
    house = subprocess.Popen([sys.executable, "-c", HOUSE], stdout=subprocess.PIPE, text=True)
    assert house.stdout
    yield house, [int(house.stdout.readline().split()[1]) for _ in range(2)]
    house.kill()
    house.wait()
    house.stdout.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_stop_the_household_leaves_quietly(
    running: tuple["subprocess.Popen[str]", list[int]], how: signal.Signals
) -> None:
    house, members = running
    house.send_signal(how)
    said, _ = house.communicate(timeout=60)
    assert house.returncode == 0
    assert said == "left quietly\n"
    assert not any(runs(pid) for pid in members)


def test_a_killed_household_leaves_nobody_behind(
    running: tuple["subprocess.Popen[str]", list[int]],
) -> None:
    house, members = running
    house.kill()
    until(lambda: not any(runs(pid) for pid in members))
