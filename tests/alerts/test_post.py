"""Handing over, to servers that want more than a plain line; and how long a job waits before it tries again."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from aiosmtpd.smtp import AuthResult
from procrastinate.jobs import Job
from pytest_django.fixtures import Settings

from heed.alerts.kinds import Answer
from heed.alerts.mail import Letter, letter, message_id
from heed.jobs.post import Post
from heed.jobs.tasks import SoonThenSteadily
from tests.cast import NOW
from tests.post import Post as Server
from tests.post import free_port, post_office, set_up

ALERT = UUID(int=7)


def words(to: str = "helen@oakfield.example") -> Letter:
    return letter(
        base="https://heed.example", to=to, school="Oakfield", slug="oakfield", alert_id=ALERT, made_at=NOW
    )


@pytest.fixture
def with_password(settings: Settings) -> Any:
    """A server that lets in `heed` with `oak`, and nobody else."""

    def let_in(_server: Any, _session: Any, _envelope: Any, _how: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"heed", b"oak"))

    with post_office(auth_required=True, auth_require_tls=False, authenticator=let_in) as server:
        set_up(settings, server.port)
        yield server


in_the_open = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@in_the_open
def test_with_the_right_password_it_is_taken(with_password: Server, settings: Settings) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "heed", "oak"
    with Post() as post:
        assert post.hand_over(words(), now=NOW) is Answer.TAKEN
    assert with_password.taken == ["helen@oakfield.example"]


@in_the_open
@pytest.mark.parametrize("password", ["", "ash"])
def test_with_a_wrong_password_nobody_counts_as_refused(
    password: str, with_password: Server, settings: Settings
) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "heed", password
    with Post() as post:
        assert post.hand_over(words(), now=NOW) is Answer.NOT_NOW
        assert post.hand_over(words("omar@oakfield.example"), now=NOW) is Answer.NOT_NOW
    assert with_password.raw == []


def test_a_server_that_is_away_is_asked_once_in_a_round(post: Server, settings: Settings) -> None:
    there = settings.EMAIL_PORT
    settings.EMAIL_PORT = free_port()
    with Post() as round_:
        assert round_.hand_over(words(), now=NOW) is Answer.NOT_NOW
        round_._line.port = there
        assert round_.hand_over(words(), now=NOW) is Answer.NOT_NOW
    assert post.calls == 0


def test_an_encrypted_line_is_not_given_up_for_a_plain_one(post: Server, settings: Settings) -> None:
    settings.EMAIL_USE_TLS = True
    with Post() as round_:
        assert round_.hand_over(words(), now=NOW) is Answer.NOT_NOW
    assert post.raw == []


@pytest.mark.parametrize("to", ["nobody", "two@a.example\nBcc: three@a.example", "a b@oakfield.example"])
def test_an_address_that_is_none_stops_nobody(to: str, post: Server) -> None:
    with Post() as round_:
        assert round_.hand_over(words(to), now=NOW) in {Answer.NEVER, Answer.NOT_NOW, Answer.TAKEN}
        assert round_.hand_over(words(), now=NOW) is Answer.TAKEN
    assert "three@a.example" not in post.taken


def test_a_message_has_one_id_however_often_it_is_tried_and_another_when_told_again() -> None:
    first = message_id("https://heed.example/", ALERT, NOW)
    assert first == message_id("https://heed.example", ALERT, NOW) == words().message_id
    assert first == f"<{ALERT.hex}.1795429800000@heed.example>"
    assert first != message_id("https://heed.example", ALERT, datetime(2026, 11, 23, 10, 30, 1, tzinfo=UTC))


def test_a_job_is_tried_again_soon_and_then_every_five_minutes() -> None:
    waits = []
    for attempts in (0, 1, 2, 3, 7, 8, 9, 864, 100_000):
        job = Job(id=1, queue="", lock=None, queueing_lock=None, task_name="", attempts=attempts)
        now = datetime.now(UTC)
        at = SoonThenSteadily().get_retry_decision(exception=ValueError(), job=job).retry_at
        assert at is not None
        waits.append(round((at - now).total_seconds()))
    assert waits == [2, 4, 8, 16, 256, 300, 300, 300, 300]
