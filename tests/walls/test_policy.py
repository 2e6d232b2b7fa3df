"""What every answer tells the browser: a strict content policy, nothing kept, nothing framed."""

from pathlib import Path

import pytest
from django.test import Client

from heed.config.management.commands.check_templates import FORBIDDEN, faults_of, templates
from tests.cast import LEAD, TEACHER, Town

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "font-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
}


def addresses(town: Town) -> list[str]:
    item = town.entry()
    return [
        "/",
        "/incidents/add/",
        f"/entries/{item}/",
        f"/children/{town.pupils['maisie']}/",
        "/children/",
        "/search/",
        "/nowhere/",
    ]


def test_every_page_of_a_lead_carries_the_strict_policy(town: Town) -> None:
    client = town.client(LEAD)
    for address in addresses(town):
        answer = client.get(address)
        said = {one.strip() for one in answer["Content-Security-Policy"].split(";")}
        assert said == POLICY, address
        assert "unsafe" not in answer["Content-Security-Policy"]


def test_pages_are_not_kept_framed_or_guessed(town: Town) -> None:
    for client in (town.client(LEAD), town.client(TEACHER), Client()):
        for address in addresses(town):
            answer = client.get(address)
            assert "no-store" in answer["Cache-Control"], address
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert answer["Referrer-Policy"] == "same-origin"
            assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


def test_cookies_are_out_of_reach_of_scripts(town: Town) -> None:
    client = town.client(LEAD)
    client.get("/incidents/add/")
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key


def test_no_template_carries_script_style_or_unescaped_words() -> None:
    assert [fault for file in templates() for fault in faults_of(file)] == []


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        '<a onclick="x()">',
        "{{ words | safe }}",
        "{% autoescape false %}",
        '<img src="https://example.org/x.png">',
        "{{ broken",
    ],
)
def test_one_that_does_is_noticed(line: str, settings: object, tmp_path: Path) -> None:
    folder = tmp_path / "heed" / "home" / "jinja2" / "walls"
    folder.mkdir(parents=True)
    file = folder / "bad.html"
    file.write_text(line)
    settings.ROOT = tmp_path  # type: ignore[attr-defined]
    assert list(faults_of(file))
    assert FORBIDDEN
