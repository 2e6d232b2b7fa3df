"""A browser that notices what a person would not: errors, foreign hosts, barriers."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from tests.journeys.people import sign_in

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
WITHOUT_SCRIPT = {"java_script_enabled": False}
SMALLEST = {"width": 320, "height": 640}
PATIENCE = 10_000
"""Milliseconds for anything a page does; far more than it takes."""

STATUS_NOTE = "Failed to load resource: the server responded with a status of"
"""How the browser notes an answer that is not 200 in its console; the answers are judged by themselves."""


@dataclass
class Doors:
    """Opens windows for people. Whoever has signed in once stays signed in, at a desk of their own."""

    browser: Browser
    url: str
    desks: dict[str, BrowserContext] = field(default_factory=dict)
    in_use: set[str] = field(default_factory=set)
    came: set[str] = field(default_factory=set)
    """Whoever did something in this test."""
    opened: list[BrowserContext | Page] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def open(self, who: str | None = None, *, at: str = "/", **options: Any) -> Page:
        """A window of this person, on Home unless said otherwise; of nobody: a fresh browser, before sign-in.

        Options (a phone, no script) also make a browser of their own, in which the person is signed in.
        """
        if who:
            self.came.add(who)
        if who and not options:
            page = self._window(who)
        else:
            page = self._browser(storage_state=self.signed_in(who) if who else None, **options).new_page()
            self.opened.append(page.context)
        page.set_viewport_size(options.get("viewport", DESK))
        page.goto(at)
        return page

    def signed_in(self, who: str) -> Any:
        """The cookies of somebody who is signed in."""
        return self._desk(who).storage_state()

    def allow(self, *words: str) -> None:
        """In this test, the browser may complain in these words."""
        self.allowed += words

    def close(self) -> None:
        """Close what was opened, put away what was not sent, and say what was wrong in it."""
        while self.opened:
            self.opened.pop().close()
        for who in self.came & self.desks.keys():
            for page in self.desks[who].pages:
                page.evaluate("document.querySelectorAll('form').forEach(form => form.reset())")
            put_words_away(self.desks[who])
        self.in_use.clear()
        self.came.clear()
        found = [one for one in self.troubles if not any(words in one for words in self.allowed)]
        self.troubles.clear()
        self.allowed.clear()
        assert not found, "\n".join(found)

    def _window(self, who: str) -> Page:
        """The window that stands open at this person's desk, or another when it is in use in this test."""
        desk = self._desk(who)
        if who in self.in_use:
            page = desk.new_page()
            self.opened.append(page)
            return page
        self.in_use.add(who)
        return desk.pages[0]

    def _desk(self, who: str) -> BrowserContext:
        if who not in self.desks:
            desk = self._browser()
            page = desk.new_page()
            page.goto("/")
            sign_in(page, who)
            page.get_by_role("button", name="Sign out").wait_for()
            self.desks[who] = desk
        return self.desks[who]

    def _browser(self, **options: Any) -> BrowserContext:
        context = self.browser.new_context(base_url=self.url, **options)
        context.set_default_timeout(PATIENCE)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        context.on("request", self._leaves)
        context.on("response", self._arrives)
        return context

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(STATUS_NOTE):
            self.troubles.append(f"console: {message.text}")

    def _leaves(self, request: Request) -> None:
        name = urlsplit(request.url).hostname or ""
        if name != "localhost" and not name.endswith(".localhost"):
            self.troubles.append(f"left this computer: {request.url}")

    def _arrives(self, answer: Response) -> None:
        if answer.status >= 400 and answer.request.resource_type not in {"document", "xhr", "fetch"}:
            self.troubles.append(f"{answer.status}: {answer.url}")


def put_words_away(desk: BrowserContext) -> None:
    """Nothing that somebody typed in one test is offered to them in the next."""
    while unsent := re.search(r'href="(/incidents/unsent/[^"]+)"', desk.request.get("/").text()):
        page = desk.request.get(unsent[1]).text()
        fields = {name: _value(page, name) for name in ("csrfmiddlewaretoken", "stamp")}
        address = re.search(r'class="heed-kept" method="post" action="([^"]+)"', page)
        assert address
        desk.request.post(address[1], form={**fields, "do": "afresh"})


def _value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page[page.index('class="heed-kept"') :])
    assert found
    return found[1]


def assert_no_barriers(page: Page) -> None:
    """No rule of axe is broken, at the width of a desk and of a phone; nothing is wider than the screen."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    for size in (SMALLEST, PHONE, DESK):
        page.set_viewport_size(size)
        where = f"{page.title()} at {size['width']}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{where} is too wide"
        if size is not SMALLEST:
            found = AxeResults(page.evaluate("axe.run({resultTypes: ['violations'], preload: false})"))
            assert not found.violations_count, f"{where}: {found.generate_report()}"
