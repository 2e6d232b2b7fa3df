"""A folder and a database of its own for a test."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from heed.lib.embedded import Embedded, place
from tests.lib.databases import IN_A_HURRY


@pytest.fixture
def root() -> Iterator[Path]:
    """A folder that everybody may pass through; pytest's own are private, which is a case of its own."""
    folder = Path(tempfile.mkdtemp(prefix="heed-test-"))
    folder.chmod(0o711)
    yield folder
    for home in (folder, place.outside_of(folder)):
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def embedded(root: Path) -> Iterator[Embedded]:
    embedded = Embedded(root, settings=IN_A_HURRY)
    yield embedded
    embedded.stop()
