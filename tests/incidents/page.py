"""A page as its reader finds it: what stands in each field, what is said beside it, where its links lead."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client

from tests.cast import Person, Town

ADD = "/incidents/add/"


@dataclass
class Page(HTMLParser):
    """One answer, taken apart."""

    answer: HttpResponse

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fields: dict[str, list[str]] = {}
        self._links: list[tuple[str, list[str]]] = []
        self.blocks: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.body = self.answer.content.decode()
        self.feed(self.body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        name = said.get("name", "")
        if tag == "textarea":
            self.fields.setdefault(name, [""])
        elif tag == "input" and (said.get("type") != "checkbox" or "checked" in said):
            self.fields.setdefault(name, []).append(said.get("value", ""))
        elif tag == "button" and name:
            self.fields.setdefault(f"button {name}", []).append(said.get("value", ""))
        if tag == "a":
            self._links.append((said.get("href", ""), []))
        if tag not in {"input", "meta", "link", "br", "img", "path", "rect"}:
            self._open.append((tag, name if tag == "textarea" else said.get("id", "")))

    def handle_data(self, data: str) -> None:
        for tag, own in self._open:
            if tag == "a":
                self._links[-1][1].append(data)
            if own and tag != "textarea":
                self.blocks[own] = self.blocks.get(own, "") + data
        if self._open and self._open[-1][0] == "textarea":
            self.fields[self._open[-1][1]][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {one for one, _ in self._open}:
            while self._open.pop()[0] != tag:
                pass

    @property
    def status(self) -> int:
        return self.answer.status_code

    @property
    def links(self) -> list[tuple[str, str]]:
        """Where each link leads, and its words."""
        return [(href, " ".join("".join(words).split())) for href, words in self._links]

    @property
    def errors(self) -> dict[str, str]:
        """What is said beside each field."""
        found = {own: words for own, words in self.blocks.items() if own.endswith("-error")}
        return {
            own.removeprefix("id_").removesuffix("-error"): re.sub(r"^\s*Error:\s*|\s+$", "", words)
            for own, words in found.items()
        }

    def typed(self, name: str) -> str:
        """What stands in a field."""
        [value] = self.fields[name]
        return value


@dataclass
class Writer:
    """Somebody who fills in the form for an incident, one button at a time."""

    town: Town
    client: Client
    words: dict[str, Any] = field(default_factory=dict)

    def opens(self, child: UUID | None = None) -> Page:
        """The form afresh; what it holds is what will be sent."""
        page = Page(self.client.get(ADD, {"child": str(child)} if child else {}))
        self.takes(page)
        return page

    def takes(self, page: Page) -> None:
        """What a browser would send back of this page."""
        names = (
            "find",
            "pupil",
            "account",
            "child_words",
            "already_done",
            "day",
            "time",
            "place",
            "late_reason",
        )
        self.words = {name: page.fields[name][-1] for name in names if name in page.fields}
        self.words["stamp"] = page.fields["stamp"][-1]
        self.words["categories"] = page.fields.get("categories", [])

    def signs_in_again(self, who: Person) -> "Writer":
        self.client = self.town.client(who)
        return self

    def types(self, **words: Any) -> "Writer":
        self.words |= words
        return self

    def sends(self) -> UUID:
        """Press Send, and have it taken: the entry."""
        answer = self.presses("send").answer
        found = re.fullmatch(r"/incidents/([0-9a-f-]{36})/sent/", answer.get("Location", ""))
        assert found, f"not taken: {answer.status_code} {answer.get('Location', '')}"
        return UUID(found[1])

    def presses(self, do: str, **more: Any) -> Page:
        """Send the form with this button; part of it with htmx where `hx=True`."""
        headers = {"HX-Request": "true"} if more.pop("hx", False) else {}
        return Page(self.client.post(ADD, {**self.words, "do": do, **more}, headers=headers))
