"""People who send entries over real HTTP, and do what the page does when the line is lost."""

import html
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from time import monotonic, sleep
from typing import Any, NamedTuple
from uuid import uuid4

from faults.town import PASSWORD

PATIENCE = 90.0
"""Seconds somebody goes on pressing Send."""

SENT = re.compile(r"^(?:https?://[^/]+)?/incidents/([0-9a-f-]{36})/sent/$")


class Person(NamedTuple):
    """Somebody who writes, and about whom."""

    key: str
    school: str
    children: tuple[str, ...]


WRITERS = (
    Person("teacher", "oakfield", ("maisie", "kacper")),
    Person("office", "oakfield", ("maisie", "zoe")),
    Person("ta", "oakfield", ("kacper", "maisie_thorne")),
    Person("teacher_elsewhere", "riverside", ("elsewhere",)),
)


class Lost(Exception):  # noqa: N818 - read as a sentence
    """Nobody answered."""


class Answer(NamedTuple):
    """What came back."""

    status: int
    where: str
    body: str


@dataclass
class Sent:
    """One entry that somebody wants to send, and what they were told of it."""

    word: str
    writer: str
    child: str
    pressed_at: float = 0.0
    confirmed_at: float | None = None
    entry_id: str = ""
    tries: int = 0
    turned_down: int = 0
    """Calm pages that said it was not sent."""
    strange: list[str] = field(default_factory=list)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class Writer:
    """One person at one browser."""

    def __init__(self, person: Person, url: str, town: dict[str, dict[str, str]]) -> None:
        self.person, self.url, self.town = person, url, town
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()), _NoRedirect(), urllib.request.ProxyHandler({})
        )
        self._turn = 0

    def sign_in(self) -> "Writer":
        """By e-mail address and password."""
        page = self._ask("/sign-in/")
        form = {
            "csrfmiddlewaretoken": _field(page.body, "csrfmiddlewaretoken"),
            "login": f"{self.person.key}@{self.person.school}.example",
            "password": PASSWORD,
        }
        answer = self._ask("/sign-in/", form)
        assert answer.status == 302, f"{self.person.key} could not sign in: {answer.status}"
        return self

    def opens(self) -> tuple[Sent, dict[str, Any]]:
        """A form for the next child, filled in; on a lost line asked for again."""
        self._turn += 1
        child = self.person.children[self._turn % len(self.person.children)]
        sent = Sent(word=f"zq{uuid4().hex}", writer=self.person.key, child=child)
        end = monotonic() + PATIENCE
        while True:
            try:
                page = self._ask(f"/incidents/add/?child={self.town['pupils'][child]}")
                if page.status == 200:
                    break
            except Lost:
                pass
            if monotonic() > end:
                raise TimeoutError("no form")
            sleep(0.1)
        if "zq" in (found := _textarea(page.body)):
            sent.strange.append(f"the form for a new entry held the words of another: {found[:20]}")
        form = {
            "csrfmiddlewaretoken": _field(page.body, "csrfmiddlewaretoken"),
            "stamp": _field(page.body, "stamp"),
            "pupil": self.town["pupils"][child],
            "do": "send",
            "account": f"Invented for the faults run: {sent.word}.",
            "categories": "2",
            "day": "yesterday",
            "time": "about 9",
            "late_reason": "Invented.",
        }
        return sent, form

    def sends(self, breaks: str = "") -> Sent:
        """Open a form, and press Send until there is an answer."""
        sent, form = self.opens()
        return self.presses(sent, form, breaks)

    def presses(
        self, sent: Sent, form: dict[str, Any], breaks: str = "", *, patience: float = PATIENCE
    ) -> Sent:
        """Press Send until it is confirmed or `patience` ends: the same form with the same stamp each time."""
        sent.pressed_at = sent.pressed_at or monotonic()
        end = monotonic() + patience
        while monotonic() < end:
            if self.somebody_is_there():
                sent.tries += 1
                if self._press(sent, form, breaks):
                    return sent
                breaks = ""
            sleep(0.05)
        return sent

    def press_once(self, sent: Sent, form: dict[str, Any]) -> Answer | None:
        """Press Send once, whether or not somebody is there."""
        sent.pressed_at = sent.pressed_at or monotonic()
        sent.tries += 1
        try:
            answer = self._ask("/incidents/add/", form)
        except Lost:
            return None
        self._note(sent, answer)
        return answer

    def somebody_is_there(self) -> bool:
        """What the page asks before a form leaves it."""
        try:
            return bool(json.loads(self._ask("/healthz", patience=8).body)["database"] == "up")
        except (Lost, ValueError, KeyError):
            return False

    def _press(self, sent: Sent, form: dict[str, Any], breaks: str) -> bool:
        try:
            answer = self._ask("/incidents/add/", form, breaks=breaks)
        except Lost:
            return False
        return self._note(sent, answer)

    def _note(self, sent: Sent, answer: Answer) -> bool:
        found = SENT.match(answer.where)
        if answer.status == 302 and found:
            sent.confirmed_at, sent.entry_id = monotonic(), found[1]
            return True
        if answer.status in {500, 502, 503}:
            sent.turned_down += 1
        else:
            sent.strange.append(f"{answer.status} {answer.where}")
        return False

    def _ask(
        self, path: str, form: dict[str, Any] | None = None, *, breaks: str = "", patience: float = 30
    ) -> Answer:
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.url + path, data=data)
        if breaks:
            request.add_header("X-Break", breaks)
        try:
            with self._opener.open(request, timeout=patience) as got:
                return Answer(got.status, got.headers.get("Location", ""), got.read().decode())
        except urllib.error.HTTPError as got:
            with got:
                try:
                    return Answer(got.code, got.headers.get("Location", ""), got.read().decode())
                except (OSError, HTTPException) as error:
                    raise Lost from error
        except (OSError, HTTPException) as error:
            raise Lost from error


def _field(body: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', body)
    assert found, f"no field {name} on the page"
    value = re.search(r'value="([^"]*)"', found[0])
    assert value
    return html.unescape(value[1])


def _textarea(body: str) -> str:
    found = re.search(r'<textarea[^>]*name="account"[^>]*>(.*?)</textarea>', body, re.DOTALL)
    return html.unescape(found[1]).strip() if found else ""
