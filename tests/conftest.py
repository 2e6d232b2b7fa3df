"""The database and the people of the tests."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test.utils import setup_databases, teardown_databases
from pytest_django.plugin import DjangoDbBlocker

from heed.tenancy.roles import as_owner
from tests.cast import Town, build_town


@pytest.fixture(scope="session")
def postgres() -> Iterator[None]:
    """The embedded server, unless the environment names another."""
    if settings.EMBEDDED is None:
        yield
        return
    mine = settings.EMBEDDED.start()
    settings.EMBEDDED.bootstrap()
    yield
    if mine:
        settings.EMBEDDED.stop()


@pytest.fixture(scope="session")
def django_db_setup(
    postgres: None, django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Tables made by the owner; the tests run as the runtime role, with every wall in place."""
    with django_db_blocker.unblock(), as_owner():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    with django_db_blocker.unblock():
        _towns.append(build_town())
    yield
    with django_db_blocker.unblock(), as_owner():
        teardown_databases(made, verbosity=0)


_towns: list[Town] = []


@pytest.fixture
def town(db: None) -> Town:
    """Two schools, their children and the whole cast: there from the start, and as it was after each test."""
    return _towns[0]


@pytest.fixture
def own_town(transactional_db: None) -> Town:
    """The same, made anew for a test that really commits; such tests run after all others."""
    call_command("flush", verbosity=0, interactive=False)
    return build_town()
