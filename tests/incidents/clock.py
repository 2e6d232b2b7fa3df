"""A clock that the test holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import NOW


@dataclass
class Clock:
    """What every part of the service takes for now."""

    now: datetime = NOW

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Half past ten on Monday 23 November 2026, until the test turns it."""
    held = Clock()
    monkeypatch.setattr(timezone, "now", lambda: held.now)
    return held
