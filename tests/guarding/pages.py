"""What the tests of guarding read off a page."""

import re
from typing import Any

from django.test import Client

from tests.cast import Person, Town


def words(answer: Any) -> str:
    """What a page says in its main part, in one line."""
    body = answer.content.decode()
    main = body[body.index("<main") : body.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).strip()


def text(client: Client, address: str) -> str:
    """The same of an address."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return words(answer)


def guarding(town: Town, child: str) -> str:
    """The address of who can see a child's record."""
    return f"/children/{town.pupils[child]}/guarding/"


def everywhere(town: Town, who: Person, item: Any, child: str) -> dict[str, tuple[int, str]]:
    """All places where somebody might find something of an entry about a child."""
    client = town.client(who)
    found = {
        "home": client.get("/"),
        "entry": client.get(f"/entries/{item}/"),
        "own words": client.get(f"/incidents/{item}/sent/"),
        "page": client.get(f"/children/{town.pupils[child]}/"),
        "children": client.post("/children/", {"find": child}),
        "while recording": client.post("/incidents/children/", {"find": child}),
        "search": client.post("/search/", {"words": "coat"}),
        "own family": client.post("/me/children/", {"do": "find", "find": child}),
    }
    return {place: (answer.status_code, answer.content.decode()) for place, answer in found.items()}
