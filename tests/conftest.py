"""The database and the people of the tests."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test.utils import setup_databases, teardown_databases
from pytest_django.plugin import DjangoDbBlocker
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from heed.tenancy.roles import as_owner
from tests.cast import Town, build_town


def pytest_configure(config: pytest.Config) -> None:
    """The embedded server, unless the environment names another: one for all the processes that test."""
    if settings.EMBEDDED is not None and not _is_one_of_several(config):
        config.stash[_STARTED] = settings.EMBEDDED.start()
        settings.EMBEDDED.bootstrap()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Whoever started it stops it."""
    if settings.EMBEDDED is not None and config.stash.get(_STARTED, False):
        settings.EMBEDDED.stop()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The journeys begin: they take longest, and the other processes have the rest meanwhile."""
    items.sort(key=lambda item: item.path.parent.name != "journeys")


class FileByFile(LoadScopeScheduling):
    """Tests of a file stay together. A process that begins with a journey has a service and a browser of its own."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid.split("::", 1)[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FileByFile:
    """How tests are dealt out to the processes."""
    return FileByFile(config, log)


_STARTED = pytest.StashKey[bool]()


def _is_one_of_several(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_modify_db_settings: None, django_test_environment: None, django_db_blocker: DjangoDbBlocker
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
def _standing_town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Town:
    """Built again when a test that really commits has flushed it away."""
    if not _towns:
        with django_db_blocker.unblock():
            _towns.append(build_town())
    return _towns[0]


@pytest.fixture
def town(_standing_town: Town, db: None) -> Town:
    """Two schools, their children and the whole cast: there from the start, and as it was after each test."""
    return _standing_town


@pytest.fixture
def empty_database(transactional_db: None) -> None:
    """For a test that really commits."""
    _towns.clear()
    call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def own_town(empty_database: None) -> Town:
    """The town, made anew for a test that really commits."""
    return build_town()


@pytest.fixture(scope="module")
def town_of_the_file(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """The town, really committed, once for all tests of a file."""
    with django_db_blocker.unblock():
        _towns.clear()
        call_command("flush", verbosity=0, interactive=False)
        yield build_town()
        call_command("flush", verbosity=0, interactive=False)
