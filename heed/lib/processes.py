"""A household of programs: started together, watched, started again when one dies, stopped in order.

Written for Linux, where the kernel can be asked to end a child when its parent goes.
"""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Protocol, Self

GLANCE = 0.1
"""Seconds between two looks at the members."""

STEADY = 60.0
"""Seconds after which a member that was started again counts as well."""

LONGEST_PAUSE = 30.0
"""Seconds between two tries, at most."""

PR_SET_PDEATHSIG = 1


class CannotStart(Exception):  # noqa: N818 - read as a sentence
    """A member could not be started; the message says why and what to do, in plain words."""


class Member(Protocol):
    """What a household needs to know of anything it looks after."""

    @property
    def name(self) -> str:
        """What to call it in a sentence: "the worker"."""

    def is_alive(self) -> bool:
        """Whether it runs now."""

    def start(self) -> object:
        """Start it; `CannotStart` when that fails."""

    def stop(self) -> object:
        """Stop it, within seconds, whatever it takes."""


def ends_with_parent(how: signal.Signals) -> Callable[[], None]:
    """What a child does first (`preexec_fn`), so that it gets the signal `how` when its parent is gone.

    The kernel means the *thread* that made the child, so only the main thread may start one.

    Raises:
        RuntimeError: in any other thread.
    """
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError("A child that ends with its parent is started from the main thread.")
    if not sys.platform.startswith("linux"):
        raise CannotStart("Heed keeps its own database and worker on Linux only.")
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, int(how), 0, 0, 0)
        if os.getppid() != parent:  # it went before we could ask
            os._exit(1)

    return ask


def pause_before(failures: int) -> float:
    """Seconds to wait before the next try, after so many failures in a row: none, 1, 2, 4 … at most 30."""
    return min(2.0 ** min(failures - 2, 10), LONGEST_PAUSE) if failures > 1 else 0.0


@dataclass(slots=True)
class Program:
    """A member that is a program of its own, in a session of its own: Ctrl-C reaches only the household."""

    name: str
    argv: Sequence[str | Path]
    env: Mapping[str, str] | None = None
    cwd: Path | None = None
    grace: float = 8.0
    """Seconds it gets to end by itself when asked to stop."""
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)

    @property
    def pid(self) -> int | None:
        """Its process id while it runs."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start it.

        Raises:
            CannotStart: when there is no such program, or it may not be run.
        """
        try:
            self._process = subprocess.Popen(  # noqa: S603 - whoever adds a member names it
                list(self.argv),
                env=self.env,
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=ends_with_parent(signal.SIGTERM),  # noqa: PLW1509 - main thread only
            )
        except (OSError, subprocess.SubprocessError) as problem:
            raise CannotStart(f"{self.argv[0]} could not be run: {problem}") from problem

    def is_alive(self) -> bool:
        """Whether it still runs. Finding it gone also ends what it left behind."""
        if self._process is None:
            return False
        if self._process.returncode is None and _has_ended(self._process.pid):
            self._sweep()
        return self._process.returncode is None

    def stop(self) -> None:
        """Ask it to end, and after `grace` seconds end it and all it started."""
        if not self.is_alive() or self._process is None:
            return
        self._process.terminate()
        deadline = time.monotonic() + self.grace
        while self.is_alive() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self.is_alive():
            self._sweep()

    def ending(self) -> str:
        """How it ended, in words, for the line that says so."""
        code = self._process.returncode if self._process else None
        if code is None:
            return ""
        return f"signal {-code}" if code < 0 else f"code {code}"

    def _sweep(self) -> None:
        """End its whole group, then collect it: until then its number cannot be given to anybody else."""
        assert self._process is not None
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _has_ended(pid: int) -> bool:
    """Whether our child has ended, without collecting it."""
    try:
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return True


@dataclass(slots=True)
class Part:
    """A member made of three calls: for what is not a program of ours, such as the database."""

    name: str
    start: Callable[[], object]
    is_alive: Callable[[], bool]
    stop: Callable[[], object]


@dataclass(slots=True)
class _Watched:
    """One row: a member of the household, and how it has been of late."""

    member: Member
    failures: int = 0
    tried_at: float = 0.0
    down: bool = False


def say(words: str) -> None:
    """Tell whoever watches the terminal."""
    print(words, flush=True)  # noqa: T201 - a household speaks to a terminal


class Household:
    """Members that run together. Use with `with`: leaving stops them all, the last one added first.

    SIGINT, SIGTERM and SIGHUP end the block quietly, wherever it is; whatever was being waited for is left.

        with Household() as house:
            house.add(database)
            prepare()
            house.add(web)
            house.watch()
    """

    def __init__(
        self, *, say: Callable[[str], None] = say, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rows: list[_Watched] = []
        self._say = say
        self._clock = clock
        self._asked = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number is signal.SIGHUP and signal.getsignal(number) is signal.SIG_IGN:
                continue  # started with nohup: it is meant to outlive its terminal
            self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        quiet = self._asked and kind is not None and issubclass(kind, KeyboardInterrupt)
        self._asked = True  # from here on a further Ctrl-C must not leave a member behind
        self._stop_all()
        for number, handler in self._before.items():
            signal.signal(number, handler)
        return quiet

    def add(self, member: Member) -> None:
        """Start a member, unless it runs already, and look after it from now on.

        Raises:
            CannotStart: when it does not start.
        """
        self._rows.append(_Watched(member))
        if not member.is_alive():
            member.start()
        self._rows[-1].tried_at = self._clock()

    def watch(self) -> None:
        """Look after the members until somebody asks to stop. Does not return before."""
        while not self._asked:
            self.look()
            time.sleep(GLANCE)

    def look(self) -> None:
        """One look at every member, in the order they were added; starts again what has died."""
        for row in self._rows:
            if row.member.is_alive():
                if row.failures and self._clock() - row.tried_at > STEADY:
                    row.failures = 0
                continue
            if not row.down:
                self._note_death(row)
            if self._clock() >= row.tried_at + pause_before(row.failures):
                self._start_again(row)

    def _note_death(self, row: _Watched) -> None:
        row.down, row.failures = True, row.failures + 1
        how = row.member.ending() if isinstance(row.member, Program) else ""
        self._say(_sentence(f"{row.member.name} has stopped{f' ({how})' if how else ''}."))

    def _start_again(self, row: _Watched) -> None:
        row.tried_at = self._clock()
        try:
            row.member.start()
        except (CannotStart, OSError) as problem:
            row.failures += 1
            self._say(_sentence(f"{row.member.name} could not be started again. {problem}"))
            self._say(f"Next try in {pause_before(row.failures):.0f} seconds.")
        else:
            row.down = False
            self._say(_sentence(f"{row.member.name} was started again."))

    def _stop_all(self) -> None:
        for row in reversed(self._rows):
            try:
                row.member.stop()
            except (CannotStart, OSError) as problem:
                self._say(_sentence(f"{row.member.name} did not stop cleanly. {problem}"))

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        if not self._asked:
            self._asked = True
            raise KeyboardInterrupt


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
