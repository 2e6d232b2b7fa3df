"""The clock on the wall, and a sign-in service of a school's own."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches

from tests.accounts.signing_on import Provider, SomebodySigningOn, set_up
from tests.cast import Town
from tests.incidents.clock import clock

__all__ = ["clock"]


@pytest.fixture(scope="session")
def _standing_provider() -> Iterator[Provider]:
    provider = Provider().start()
    yield provider
    provider.stop()


@pytest.fixture
def provider(_standing_provider: Provider, db: None) -> Provider:
    """Well, and known to nobody yet."""
    caches["here"].clear()
    _standing_provider.is_()
    return _standing_provider


@pytest.fixture
def somebody(town: Town, provider: Provider) -> SomebodySigningOn:
    """Somebody before the door of Oakfield, which signs in through the provider."""
    set_up(town, provider)
    provider.knows(
        katie={"email": "teacher@oakfield.example", "email_verified": True},
        helen={"email": "lead@oakfield.example", "email_verified": True},
        stranger={"email": "nobody@oakfield.example", "email_verified": True},
        outsider={"email": "katie@elsewhere.example", "email_verified": True},
    )
    return SomebodySigningOn(town, provider)
