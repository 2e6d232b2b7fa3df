"""Keys sort in the order in which they were made, so that marks of one moment can be put in order."""

import time

import pytest

from heed.tenancy.keys import uuid7


def test_ten_thousand_keys_come_in_order_and_once_each() -> None:
    keys = [uuid7() for _ in range(10_000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert {key.version for key in keys} == {7}
    assert {key.variant for key in keys} == {"specified in RFC 4122"}


def test_a_clock_that_is_set_back_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert uuid7() > before


def test_a_key_says_when_it_was_made() -> None:
    said = uuid7().int >> 80
    assert abs(said - time.time_ns() // 1_000_000) < 60_000
