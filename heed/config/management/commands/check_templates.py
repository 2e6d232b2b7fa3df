"""`heed check-templates`: every template compiles, and none of them carries script, style or unescaped words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template import engines

FORBIDDEN = {
    r"<style\b": "a style element: the content policy forbids it, put it into the theme",
    r"\sstyle\s*=": "a style attribute: the content policy forbids it, use a class",
    r"<script\b(?![^>]*\bsrc=)": "a script without src: the content policy forbids it",
    r"\son[a-z]+\s*=\s*[\"']": "an event attribute: the content policy forbids it",
    r"\|\s*safe\b": "`safe`: words are always escaped",
    r"autoescape\s+false": "autoescape off: words are always escaped",
    r"https?://(?!www\.w3\.org/)": "an outside address: everything the pages need is served by Heed",
}


class Command(BaseCommand):
    """Compile and look."""

    help = "Check the templates."

    def handle(self, **_: Any) -> None:
        """Say each fault with file and line."""
        faults = [fault for file in templates() for fault in faults_of(file)]
        if faults:
            raise CommandError("\n".join(faults))


def templates() -> list[Path]:
    """Every template of ours."""
    return sorted((settings.ROOT / "heed").glob("*/jinja2/**/*.html"))


def faults_of(file: Path) -> Iterator[str]:
    """What is wrong with one template."""
    text = file.read_text(encoding="utf-8")
    yield from _compiled(file)
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, words in FORBIDDEN.items():
            if re.search(pattern, line, re.IGNORECASE):
                yield f"{file.relative_to(settings.ROOT)}:{number}: {words}"


def _compiled(file: Path) -> Iterator[str]:
    name = str(file).split("/jinja2/", 1)[1]
    try:
        engines["jinja2"].env.get_template(name)  # type: ignore[attr-defined]  # Django's types know no Jinja
    except Exception as error:  # noqa: BLE001 - whatever a template breaks with is the answer
        yield f"{file.relative_to(settings.ROOT)}: {error}"
