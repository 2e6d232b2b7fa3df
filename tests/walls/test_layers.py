"""Imports look down only, and one that looks up is noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

LOOKING_UP = {
    "heed/audit/actions.py": "from heed.incidents import queries",
    "heed/lib/names.py": "import heed.who.viewer",
    "heed/incidents/queries.py": "from heed.incidents import actions",
    "heed/records/queries.py": "from heed.alerts.models import Alert",
    "heed/home/views.py": "from heed.alerts.models import Alert",
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layers")
    shutil.copytree(
        settings.ROOT / "heed",
        folder / "heed",
        ignore=shutil.ignore_patterns("static", "jinja2", "__pycache__"),
    )
    shutil.copy(settings.ROOT / "pyproject.toml", folder)
    return folder


def test_imports_look_down_only(copied: Path) -> None:
    done = lint(copied)
    assert done.returncode == 0, done.stdout


def test_every_import_that_looks_up_is_noticed(copied: Path) -> None:
    unnoticed = []
    for file, line in LOOKING_UP.items():
        path = copied / file
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n{line}\n", encoding="utf-8")
        if lint(copied).returncode == 0:
            unnoticed.append(file)
        path.write_text(before, encoding="utf-8")
    assert unnoticed == []


def test_a_new_folder_without_a_place_is_noticed(copied: Path) -> None:
    folder = copied / "heed" / "odds"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Odds and ends."""\n')
    done = lint(copied)
    shutil.rmtree(folder)
    assert done.returncode != 0
    assert "odds" in done.stdout + done.stderr
