"""The service of the journeys: `heed demo`, started as a person starts it, in a home of its own."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg
from psycopg import sql

from heed.lib.embedded import place
from heed.lib.processes import ends_with_parent
from tests.lib.waiting import until

ROOT = Path(__file__).resolve().parents[2]
WHO = os.environ.get("PYTEST_XDIST_WORKER", "")
HOME = Path(os.environ.get("HEED_HOME", ROOT / ".heed" / "test")).with_name(f"journeys{WHO}")
"""Beside the home of the other tests; each process that tests has its own."""
HEED = Path(sys.executable).parent / "heed"


ELSEWHERE = {
    name: os.environ[name] for name in ("HEED_DATABASE_URL", "HEED_DATABASE_OWNER_URL") if name in os.environ
}
"""The addresses of another PostgreSQL than the embedded one, when the tests run on one (make test-postgres)."""


def _named(url: str, database: str) -> str:
    """The same address with another database."""
    return urlsplit(url)._replace(path=f"/{database}").geturl()


def _make_anew(database: str) -> None:
    """An empty database for one service, made by the owner."""
    with psycopg.connect(ELSEWHERE["HEED_DATABASE_OWNER_URL"], autocommit=True) as connection:
        name = sql.Identifier(database)
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(name))
        connection.execute(sql.SQL("create database {} template template0 encoding 'UTF8'").format(name))


class Service:
    """One `heed demo`. Its log is kept beside its home, for whoever looks into a journey that failed.

    The small sample unless something else is said: the hundred entries that are written by hand.
    """

    def __init__(self, home: Path = HOME, *, sample: str = "small") -> None:
        self.home, self.sample = home, sample
        self.port = _free_port()
        self.url = f"http://localhost:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        return self.home.with_name(f"{self.home.name}.log")

    def wipe(self) -> None:
        """Away with what an earlier run left."""
        for folder in (self.home, place.outside_of(self.home)):
            shutil.rmtree(folder, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        if ELSEWHERE:
            _make_anew(f"heed_{self.home.name}")

    def start(self) -> None:
        """Start it and wait until it says that it is there."""
        self.begin()
        until(self.is_ready)

    def begin(self) -> None:
        """Start it. It gets Ctrl-C when the tests go away, even when they are killed."""
        self.home.parent.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [HEED, "demo"],
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=ends_with_parent(signal.SIGINT),  # noqa: PLW1509 - main thread only
            )

    def gather_page_files(self) -> None:
        """Style sheets and scripts as they are in the tree now."""
        subprocess.run(
            [HEED, "collectstatic", "--noinput", "-v0"], env=self._environment(), check=True, cwd=ROOT
        )

    def is_ready(self) -> bool:
        """Whether it answers and is well; an error when it has ended instead."""
        assert self.process.poll() is None, f"`heed demo` has ended:\n{self.log.read_text()[-2000:]}"
        return self.health()[0] == 200

    def stop(self) -> int:
        """Ctrl-C. Returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)

    def kill(self) -> None:
        """Kill -9 of `heed demo` itself; what it had started is on its own."""
        self.process.kill()
        self.process.wait(timeout=60)

    def health(self) -> tuple[int, dict[str, str]]:
        """Status and body of /healthz; 0 when nothing answers."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=15) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, json.load(answer)
        except OSError:
            return 0, {}

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "not started"
        return self._process

    def everything(self) -> dict[int, str]:
        """Each process of it and below it, by process id, and what it runs."""
        found: dict[int, str] = {}
        with suppress(psutil.NoSuchProcess):
            me = psutil.Process(self.process.pid)
            for one in (me, *me.children(recursive=True)):
                with suppress(psutil.NoSuchProcess):
                    found[one.pid] = " ".join(one.cmdline())
        return found

    def part(self, words: str) -> int:
        """The process id of the part that `heed demo` itself started with these words; 0 while there is none."""
        with suppress(psutil.NoSuchProcess):
            for one in psutil.Process(self.process.pid).children():
                with suppress(psutil.NoSuchProcess):
                    if words in " ".join(one.cmdline()):
                        return one.pid
        return 0

    def _environment(self) -> dict[str, str]:
        """A person's own: nothing of the tests' settings."""
        mine = {
            name: value for name, value in os.environ.items() if not name.startswith(("HEED_", "DJANGO_"))
        }
        there = {name: _named(url, f"heed_{self.home.name}") for name, url in ELSEWHERE.items()}
        # The sign-in service of the journeys runs on this computer.
        near = {"HEED_SIGN_ON_NETWORKS": "127.0.0.0/8,::1"}
        ours = {"HEED_HOME": str(self.home), "HEED_PORT": str(self.port), "HEED_SAMPLE": self.sample}
        return {**mine, **there, **near, **ours}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
