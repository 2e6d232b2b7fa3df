"""The key that signs and seals: from the environment, or made once for this installation alone."""

from pathlib import Path

import pytest

from heed.config import keys


@pytest.fixture(autouse=True)
def _no_key_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEED_SECRET_KEY", raising=False)


def test_the_key_of_the_environment_is_used_and_none_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEED_SECRET_KEY", "given")
    assert keys.secret_key(tmp_path / "home") == "given"
    assert not (tmp_path / "home").exists()


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    home = tmp_path / "some" / "home"
    made = keys.secret_key(home)
    assert len(made) >= 50
    assert keys.secret_key(home) == made
    assert [one.name for one in home.iterdir()] == ["secret-key"]
    assert (home / "secret-key").stat().st_mode & 0o777 == 0o600


def test_each_installation_has_a_key_of_its_own(tmp_path: Path) -> None:
    assert keys.secret_key(tmp_path / "one") != keys.secret_key(tmp_path / "two")


def test_two_processes_that_start_together_end_with_one_key(tmp_path: Path) -> None:
    first = keys.secret_key(tmp_path)
    keys._make(tmp_path / "secret-key")  # the other one, which saw no key yet
    assert keys.secret_key(tmp_path) == first
    assert [one.name for one in tmp_path.iterdir()] == ["secret-key"]
