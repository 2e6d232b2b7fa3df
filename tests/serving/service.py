"""One `heed serve`, started as an operator starts it, with a proxy's manners towards it."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil

from heed.lib.embedded import Embedded, place
from heed.lib.processes import ends_with_parent
from tests.lib.waiting import until
from tests.post import free_port
from tests.serving.databases import HEED, ROOT

HOST = "heed.school.example"
KEY = "Zk3vR8pQ1xW6tY0uB5nM2cL9dF4gH7jKaSeDfGhJkLqWeRtYuIoPzXcV"
FROM = "203.0.113.9"


class Service:
    """The service, its home and its log."""

    def __init__(self, home: Path, mail_port: int) -> None:
        self.home, self.port = home, free_port()
        self.log = home.with_name(f"{home.name}.log")
        self.database = Embedded(home)
        self._mail = mail_port
        self._process: subprocess.Popen[bytes] | None = None

    def wipe(self) -> None:
        """Away with what an earlier run left."""
        for folder in (self.home, place.outside_of(self.home)):
            shutil.rmtree(folder, ignore_errors=True)
        self.log.unlink(missing_ok=True)

    def environment(self, **more: str) -> dict[str, str]:
        """As an operator's file says it."""
        rest = {
            name: value for name, value in os.environ.items() if not name.startswith(("HEED_", "DJANGO_"))
        }
        mine = {
            "HEED_HOME": str(self.home),
            "HEED_SECRET_KEY": KEY,
            "HEED_HOSTS": HOST,
            "HEED_HTTPS": "1",
            "HEED_ADDRESS": f"https://{HOST}",
            "HEED_PROXIES": "127.0.0.1",
            "HEED_BIND": f"127.0.0.1:{self.port}",
            "HEED_WEB_PROCESSES": "2",
            "HEED_WEB_THREADS": "4",
            "HEED_MAIL_URL": f"smtp://127.0.0.1:{self._mail}",
            "HEED_MAIL_FROM": "Heed <heed@school.example>",
        }
        return {**rest, **mine, **more}

    def command(self, *words: str, program: Path = HEED, **more: str) -> "subprocess.CompletedProcess[str]":
        """A command beside it."""
        return subprocess.run(
            [program, *words],
            env=self.environment(**more),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    def people(self, what: str) -> Any:
        """Run `tests.serving.people` in its database."""
        done = self.command(
            "-m",
            "tests.serving.people",
            what,
            program=Path(sys.executable),
            DJANGO_SETTINGS_MODULE="heed.config.settings",
            HEED_PART="1",
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "null")

    def start(self, *words: str) -> None:
        """Start it and wait until it is well. It ends with the tests, even when they are killed."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [HEED, "serve", *words],
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=ends_with_parent(signal.SIGINT),  # noqa: PLW1509 - main thread only
            )
        until(self.is_well)

    def is_well(self) -> bool:
        """Whether it answers and says so; an error when it has ended instead."""
        assert self.process.poll() is None, self.log.read_text()[-2000:]
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "not started"
        return self._process

    def stop(self) -> int:
        """SIGTERM, as a service manager says it. Returns the exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=60)

    def get(self, path: str, **headers: str) -> "Answer":
        """Straight from this machine, as a monitor asks."""
        return ask(self.port, "GET", path, headers=headers)

    def figures(self) -> dict[str, float]:
        """What /metrics says."""
        lines = self.get("/metrics").body.splitlines()
        return {
            one.rsplit(" ", 1)[0]: float(one.rsplit(" ", 1)[1]) for one in lines if not one.startswith("#")
        }

    def below(self) -> dict[str, list[int]]:
        """The processes of it: web processes (without their parent), the worker, the parent of the web."""
        found: dict[str, list[int]] = {"web": [], "parent": [], "worker": []}
        with suppress(psutil.NoSuchProcess):
            for one in psutil.Process(self.process.pid).children():
                words = " ".join(one.cmdline())
                if "gunicorn" in words:
                    found["parent"].append(one.pid)
                    found["web"] += [child.pid for child in one.children()]
                elif words.endswith("heed work"):
                    found["worker"].append(one.pid)
        return found

    def lines(self) -> list[dict[str, Any]]:
        """Its log, read; an error where a line is no JSON."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: str
    took: float


def ask(port: int, method: str, path: str, *, headers: dict[str, str], body: str = "") -> Answer:
    """One request."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=40)
    try:
        connection.request(method, path, body=body or None, headers=headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode(), time.monotonic() - began)
    finally:
        connection.close()


@dataclass
class Browser:
    """Somebody behind the proxy, which says where they come from."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    page: str = ""

    def goes(self, path: str) -> Answer:
        return self._asks("GET", path)

    def sends(self, path: str, **fields: str) -> Answer:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page)
        assert token, "no form"
        return self._asks("POST", path, urlencode({"csrfmiddlewaretoken": token[1], **fields}))

    def _asks(self, method: str, path: str, body: str = "") -> Answer:
        headers = {
            "Host": HOST,
            "X-Forwarded-For": FROM,
            "X-Forwarded-Proto": "https",
            "Referer": f"https://{HOST}/",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = ask(self.port, method, path, headers=headers, body=body)
        for one in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = one.split(";", 1)[0].partition("=")
            assert "secure" in one.lower() or value == '""', "over https only"
            self.cookies[name] = value
        self.page = answer.body
        return answer
