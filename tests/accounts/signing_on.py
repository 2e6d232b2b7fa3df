"""The provider of the tests, as a process, and people who sign in through it."""

import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.test import Client

from heed.accounts.signon.actions import Wanted, set_sign_on
from heed.accounts.signon.queries import service_of
from heed.lib.processes import ends_with_parent
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer
from tests.accounts.provider import CLIENT, SECRET
from tests.cast import HEAD, Town
from tests.incidents.page import Page
from tests.lib.waiting import until

SCRIPT = Path(__file__).with_name("provider.py")


class Provider:
    """A running service. `http://localhost:…` is its issuer."""

    def __init__(self) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.issuer = f"http://localhost:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Provider":
        self._process = subprocess.Popen(
            [sys.executable, str(SCRIPT), str(self.port)],
            cwd=SCRIPT.parents[2],
            start_new_session=True,
            preexec_fn=ends_with_parent(signal.SIGKILL),  # noqa: PLW1509 - main thread only
        )
        until(self._answers)
        return self

    def stop(self) -> None:
        """Kill it: nothing listens any more."""
        if self._process:
            self._process.kill()
            self._process.wait(timeout=30)

    def knows(self, **people: dict[str, Any]) -> None:
        """People, by their `sub`, and what it says of them."""
        self._post("/people", people)

    def is_(self, **mood: Any) -> None:
        """How it is from now on; nothing: well."""
        self._post("/mood", mood)

    @property
    def asked(self) -> list[str]:
        """The paths it was asked for."""
        with urllib.request.urlopen(f"{self.issuer}/asked", timeout=10) as answer:
            return list(json.loads(answer.read()))

    def chosen(self, there: str, who: str) -> str:
        """Where the service sends the browser of this person: path and question of an address of Heed's."""
        opener = urllib.request.build_opener(_NoRedirect)
        with pytest.raises(urllib.error.HTTPError) as found:
            opener.open(f"{there}&as={who}", timeout=10)
        with found.value as answer:
            assert answer.code == 302, answer.read()
            back = urlsplit(answer.headers["Location"])
            return f"{back.path}?{back.query}"

    def _answers(self) -> bool:
        with suppress(OSError), urllib.request.urlopen(f"{self.issuer}/keys", timeout=10):
            return True
        return False

    def _post(self, path: str, said: Any) -> None:
        request = urllib.request.Request(f"{self.issuer}{path}", json.dumps(said).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=10):
            pass


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


@dataclass
class SomebodySigningOn:
    """Somebody with a browser, before the sign-in page of Oakfield."""

    town: Town
    provider: Provider
    client: Client = field(default_factory=lambda: Client(REMOTE_ADDR="10.4.0.7"))

    def leaves(self, school_id: UUID | None = None, **asked: str) -> str:
        """To the service: its address, with the question in it."""
        answer = self.client.get(f"/sign-in/school/{school_id or self.town.oakfield}/", asked)
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    def comes_back(self, back: str) -> Page:
        return Page(self.client.get(back))

    def signs_on(self, who: str, **asked: str) -> Page:
        """The whole way, as this account at the service."""
        return self.comes_back(self.provider.chosen(self.leaves(**asked), who))

    def is_in(self) -> bool:
        return self.client.get("/").status_code == 200

    def name(self) -> str:
        """Whose name stands on the page."""
        return str(
            Page(self.client.get("/"))
            .body.split('class="heed-who"', 1)[1]
            .split("</a>,", 1)[0]
            .split(">")[-1]
            .strip()
        )


def set_up(
    town: Town, provider: Provider, *, by: Viewer | None = None, secret: str = SECRET, **other: Any
) -> None:
    """Oakfield signs in through the provider; set by the head, so approved at once."""
    wanted = {
        "label": "Kestrel ID",
        "issuer": provider.issuer,
        "client_id": CLIENT,
        "domains": ("oakfield.example",),
        "counts_as_second_step": False,
        "only": False,
        "active": True,
        **other,
    }
    by = by or town.viewer(HEAD)
    before = service_of(by.school_id)
    with schools(by.school_id):
        set_sign_on(by, Wanted(**wanted), secret=secret, seen=before.changed_at if before else None)


def asked_of(there: str) -> dict[str, str]:
    """What an address at the service asks."""
    return {name: values[-1] for name, values in parse_qs(urlsplit(there).query).items()}
