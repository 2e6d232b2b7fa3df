"""Takes the README's pictures of the sample trust into docs/pictures: `make pictures`."""

import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402 - the path comes first

from tests.journeys.browsing import DESK, ON_A_PHONE, put_words_away  # noqa: E402
from tests.journeys.conftest import FLAGS  # noqa: E402
from tests.journeys.people import LEAD, TEACHER, sign_in  # noqa: E402
from tests.journeys.service import Service  # noqa: E402
from tests.journeys.steps import CONCERN, MAISIE, choose_child, tick, write  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
TALLEST = 1_600
"""Pixels of a page that a picture shows at most."""

ACCOUNT = (
    "Maisie came in at 8.50 without a coat. It was 3 °C outside. She stood at the radiator with both hands on it "
    "for about ten minutes. I asked whether she had had breakfast and she shook her head. I gave her toast and "
    "she ate three slices."
)


def main() -> None:
    """One service, one browser, two people, two widths."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    service = Service(ROOT / ".heed" / "pictures", sample="full")
    service.wipe()
    service.gather_page_files()
    service.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            take_all(browser, service.url)
            browser.close()
    finally:
        service.stop()


def take_all(browser: Browser, url: str) -> None:
    """Every picture, in the order of the job."""
    for width, options in ((1280, {"viewport": DESK}), (360, ON_A_PHONE)):
        page = browser.new_context(base_url=url, **options).new_page()
        page.goto("/")
        take(page, "sign-in", width)
        sign_in(page, TEACHER)
        page.goto("/incidents/add/")
        fill_in(page)
        take(page, "add-incident", width)
        page.evaluate("document.querySelectorAll('form').forEach(form => form.reset())")
        put_words_away(page.context)
        page.context.close()
        page = browser.new_context(base_url=url, **options).new_page()
        page.goto("/")
        sign_in(page, LEAD)
        take(page, "dashboard", width)
        page.locator(".heed-alert__child", has_text=MAISIE).first.click()
        take(page, "entry", width)
        page.goto(page.locator(".heed-child a.heed-name").get_attribute("href") or "")
        take(page, "chronology", width)
        page.context.close()


def fill_in(page: Page) -> None:
    """The form as a class teacher fills it in."""
    choose_child(page, "thorn", MAISIE)
    write(
        page, account=ACCOUNT, child_words="“There wasn’t any bread.”", place="Willow classroom", time="08:50"
    )
    write(page, already_done="Toast and milk. Lent a coat from the office. Told Helen Marsh (DSL) in person.")
    tick(page, CONCERN)
    page.locator("#send-label", has_text="people").wait_for()


def take(page: Page, name: str, width: int) -> None:
    """A picture of the page from its top, without a blinking cursor."""
    page.evaluate("document.activeElement?.blur(); scrollTo(0, 0)")
    tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    size = page.viewport_size or DESK
    page.set_viewport_size({"width": size["width"], "height": tall})
    page.screenshot(path=PICTURES / f"{name}-{width}.png")
    page.set_viewport_size(size)
    print(f"docs/pictures/{name}-{width}.png")


if __name__ == "__main__":
    main()
