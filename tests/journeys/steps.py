"""What people do, in the words of the page."""

import re
from datetime import datetime

from playwright.sync_api import Locator, Page, expect

from heed.lib.clock import LONDON, day_words

MAISIE = "Maisie Thornton"
CONCERN = "Raising a concern"


def just_now() -> dict[str, str]:
    """Day and time as they are typed for something that has just happened, at whatever hour this runs."""
    now = datetime.now(LONDON)
    return {"day": day_words(now.date()), "time": f"{now:%H:%M}"}


def start_incident(page: Page, child: str = "") -> None:
    """The blank form; with the id of a child, for that child."""
    page.goto(f"/incidents/add/?child={child}" if child else "/incidents/add/")


def choose_child(page: Page, typed: str, name: str) -> None:
    """Type some letters and press the right child."""
    page.get_by_label("Child", exact=True).press_sequentially(typed)
    match(page, name).click()
    expect(page.locator(".heed-chosen")).to_contain_text(name)


def match(page: Page, name: str) -> Locator:
    """The child in the list of those found."""
    return page.locator(".heed-matches button").filter(has_text=name)


def write(page: Page, **typed: str) -> None:
    """Fill in fields by name: account, child_words, already_done, day, time, place, late_reason."""
    for name, words in typed.items():
        page.locator(f"#id_{name}").fill(words)


def typed(page: Page) -> dict[str, str]:
    """What stands in every field now."""
    names = ("account", "child_words", "already_done", "day", "time", "place", "late_reason")
    return {name: page.locator(f"#id_{name}").input_value() for name in names}


def tick(page: Page, category: str) -> None:
    """Tick a category."""
    page.get_by_role("checkbox", name=category, exact=True).check()


def send(page: Page) -> None:
    """Press Send, whatever it says about how many."""
    page.get_by_role("button", name=re.compile("^Send")).click()


def number_of(page: Page) -> int:
    """The number of the entry that was sent just now."""
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Sent: entry")
    return int(heading.inner_text().rpartition(" ")[2])


def fill_in(page: Page, words: str, child: str) -> None:
    """A whole, valid form about a child, ready to send."""
    start_incident(page, child)
    write(page, account=words, **just_now())
    tick(page, CONCERN)
    expect(page.locator("#send-label")).to_contain_text("people")


def send_incident(page: Page, words: str, child: str) -> tuple[int, str]:
    """Add a whole incident. Returns its number and its id."""
    fill_in(page, words, child)
    send(page)
    number = number_of(page)
    return number, page.url.rstrip("/").split("/")[-2]


def entries_with(page: Page, child: str, word: str) -> int:
    """How many entries of a child hold a word, to somebody who may open the chronology."""
    page.goto(f"/children/{child}/")
    page.get_by_label("Words").fill(word)
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("link", name="Show everything")).to_be_visible()
    return page.locator(".moj-timeline__item").count()


def tab_to(page: Page, goal: Locator, most: int = 60) -> None:
    """Press Tab until the keyboard is there; a person gives up some time."""
    goal.wait_for()
    for _ in range(most):
        page.keyboard.press("Tab")
        if goal.evaluate("it => it === document.activeElement"):  # looked up each time: a part may be swapped
            return
    raise AssertionError(f"Not reached by keyboard in {most} steps: {goal}")
