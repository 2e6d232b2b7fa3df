"""The demonstration's post office keeps what comes, and lets go of the oldest."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from heed.demo import pages, postbox
from tests.cast import NOW

RAW = b"""From: Heed <heed@kestrel.example>\r
To: dsl@oakfield.example\r
Subject: Something to read in Heed\r
Content-Type: text/plain; charset="utf-8"\r
Content-Transfer-Encoding: 8bit\r
\r
First <b>line</b>.\r
\r
http://localhost:8000/alerts/7/\r
http://elsewhere.example/alerts/7/\r
"""


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.HOME, settings.HEED_ADDRESS = tmp_path, "http://localhost:8000"
    return tmp_path


def test_an_empty_box_is_no_error() -> None:
    assert postbox.newest() == (0, ())
    assert pages.post(NOW).letters == ()


def test_what_was_kept_is_shown_newest_first_with_its_own_links_only() -> None:
    postbox.keep(RAW, now=NOW)
    postbox.keep(RAW.replace(b"First", b"Second"), now=NOW + timedelta(minutes=1))
    page = pages.post(NOW + timedelta(minutes=2))
    second, first = page.letters
    assert (second.at, first.at) == ("Today, 10:31", "Today, 10:30")
    assert (first.to, first.subject) == ("dsl@oakfield.example", "Something to read in Heed")
    assert first.paragraphs[0][0].text == "First <b>line</b>."
    ours, theirs = first.paragraphs[1]
    assert (ours.href, theirs.href) == ("http://localhost:8000/alerts/7/", None)


def test_the_oldest_go_and_names_of_files_say_when_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postbox, "KEEP", 3)
    for minute in range(5):
        postbox.keep(RAW, now=NOW + timedelta(minutes=minute))
    names = sorted(file.name for file in (home / "post").iterdir())
    assert len(names) == 3
    assert all(name.partition("-")[0].isdigit() for name in names)
    assert (home / "post").stat().st_mode & 0o077 == 0


def test_what_is_half_written_is_not_shown(home: Path) -> None:
    postbox.keep(RAW, now=NOW)
    (home / "post" / "1-a.half").write_bytes(b"From")
    assert postbox.newest()[0] == 1
