"""The service that is broken: database, web server, worker and a household that starts again what dies."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import psycopg

from faults.post import Post
from heed.lib.embedded import Embedded, place
from heed.lib.processes import Household, Part, Program

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".heed" / "faults"
HEED = Path(sys.executable).parent / "heed"

FASTER = 20
"""The household's clock: it pauses longer the more often something dies, up to half a minute. Nobody's service
dies every three seconds; so here its pauses pass as many times quicker."""


class House:
    """One service with a mail server. `run` does the work in a thread; the household looks after it meanwhile."""

    def __init__(self, home: Path = HOME) -> None:
        self.home = home
        self.post = Post(worker=lambda: self.worker.pid)
        self.database = Embedded(home)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.town: dict[str, dict[str, str]] = {}
        self.log = (home.with_name(f"{home.name}.log")).open("w")
        self.killed: dict[int, float] = {}
        """When which process was killed."""
        self.database_killed: list[float] = []
        self.disk_was_full: list[tuple[float, float]] = []
        logged = ["/bin/sh", "-c", 'log=$1; shift; exec "$@" >>"$log" 2>&1', "sh", self.log.name]
        gunicorn = [
            sys.executable,
            "-m",
            "gunicorn",
            "faults.web:application",
            "--bind",
            f"127.0.0.1:{self.port}",
        ]
        manners = ["--worker-class", "gthread", "--threads", "8", "--log-level", "warning"]
        self.web = Program(
            "the web server",
            [*logged, *gunicorn, *manners, "--graceful-timeout", "5"],
            env=self._environment(pool=8),
            cwd=ROOT,
        )
        self.worker = Program("the worker", [*logged, HEED, "work"], env=self._environment(pool=0), cwd=ROOT)

    @staticmethod
    def wipe(home: Path) -> None:
        """Away with what an earlier run left."""
        for folder in (home, place.outside_of(home)):
            shutil.rmtree(folder, ignore_errors=True)

    def run(self, work: Callable[["House"], object]) -> None:
        """Start everything, do the work, stop everything."""
        self.post.open()
        failed: list[BaseException] = []

        def do() -> None:
            try:
                self._until_well()
                work(self)
            except BaseException as error:  # noqa: BLE001 - raised again below
                failed.append(error)

        try:
            with Household(say=self._say, clock=lambda: time.monotonic() * FASTER) as house:
                house.add(
                    Part("the database", self.database.start, self.database.is_alive, self.database.stop)
                )
                self.database.bootstrap()
                self._command([HEED, "migrate", "--verbosity=0"])
                self.town = json.loads(self._command([sys.executable, "-m", "faults.town"]))
                house.add(self.web)
                house.add(self.worker)
                thread = threading.Thread(target=do, daemon=True)
                thread.start()
                while thread.is_alive():
                    house.look()
                    time.sleep(0.05)
        finally:
            self.post.close()
        if failed:
            raise failed[0]

    def sql(self, words: str, params: Any = ()) -> list[tuple[Any, ...]]:
        """Ask the database past every wall: what is really there."""
        url = self.database.url("postgres", "heed")
        end = time.monotonic() + 60
        while True:
            try:
                with psycopg.connect(url) as connection:
                    return connection.execute(words, params).fetchall()
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def kill_worker(self) -> None:
        """SIGKILL to the worker that runs now."""
        self._kill(self.worker.pid)

    def kill_web(self) -> None:
        """SIGKILL to the web server and all its processes."""
        pid = self.web.pid
        if pid is None:
            return
        with suppress(psutil.NoSuchProcess):
            for one in psutil.Process(pid).children(recursive=True):
                self._kill(one.pid)
        self._kill(pid)

    def kill_database(self) -> None:
        """SIGKILL to the postmaster and all its processes, at once."""
        pid = self.database.pid
        if pid is None:
            return
        with suppress(psutil.NoSuchProcess):
            below = psutil.Process(pid).children(recursive=True)
            self.database_killed.append(time.monotonic())
            for one in (pid, *(one.pid for one in below)):
                self._kill(one)

    def _kill(self, pid: int | None) -> None:
        if pid is None:
            return
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.killed[pid] = time.monotonic()

    def until_worker(self, other_than: int | None) -> None:
        """Wait until a new worker has announced itself."""
        began = time.monotonic()
        while self.worker.pid == other_than or self._newest_worker() == self._last:
            _still(began)
        self._last = self._newest_worker()

    def _newest_worker(self) -> int:
        return int(self.sql("select coalesce(max(id), 0) from procrastinate_workers")[0][0])

    _last = 0

    def health(self) -> dict[str, str]:
        """What /healthz says; nothing when nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=10) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as answer:
            with answer:
                return dict(json.load(answer))
        except (OSError, ValueError):
            return {}

    def _until_well(self) -> None:
        began = time.monotonic()
        while self.health() != {"database": "up", "worker": "up"}:
            _still(began)
        self._last = self._newest_worker()

    def _command(self, argv: list[Any]) -> str:
        done = subprocess.run(
            argv, env=self._environment(pool=0), cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def _environment(self, *, pool: int) -> dict[str, str]:
        """What a person would set, and nothing of what is set around us."""
        rest = {
            name: value for name, value in os.environ.items() if not name.startswith(("HEED_", "DJANGO_"))
        }
        mine = {
            "HEED_HOME": str(self.home),
            "HEED_PART": "1",
            "HEED_POOL": str(pool),
            "HEED_MAIL_URL": f"smtp://127.0.0.1:{self.post.port}?timeout=2",
            "HEED_MAIL_FROM": "Heed <heed@heed.example>",
            "HEED_ADDRESS": "https://heed.example",
            "DJANGO_SETTINGS_MODULE": "heed.config.settings",
        }
        return {**rest, **mine}

    def _say(self, words: str) -> None:
        self.log.write(f"{time.monotonic():.2f} {words}\n")
        self.log.flush()


def _still(began: float, patience: float = 120) -> None:
    if time.monotonic() - began > patience:
        raise TimeoutError("it did not come back")
    time.sleep(0.05)
