"""The user of this computer whom root hands the database to: PostgreSQL refuses to run as root."""

import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from heed.lib.processes import CannotStart

NAME = "heed-postgres"
BARE = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
USERADD = ("--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent")


class NotStarted(CannotStart):
    """The database could not be started; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this computer."""

    name: str
    uid: int
    gid: int

    @classmethod
    def of(cls, entry: pwd.struct_passwd) -> Self:
        """From the computer's own list of users."""
        return cls(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


def account_for(home: Path) -> Account:
    """Whoever owns the data in `home` already; else the database's own user, made when missing.

    Raises:
        NotStarted: when it cannot be made.
    """
    data = home / "data"
    if data.exists() and (owner := data.stat().st_uid):
        try:
            return Account.of(pwd.getpwuid(owner))
        except KeyError:
            return Account(name=str(owner), uid=owner, gid=data.stat().st_gid)
    try:
        return Account.of(pwd.getpwnam(NAME))
    except KeyError:
        return _made()


def as_user(account: Account | None) -> dict[str, Any]:
    """Arguments for `subprocess` that run a command as this user, with nothing of our own environment."""
    who = {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
    return {"cwd": "/", "env": BARE, **who}


def can_run(account: Account, argv: Sequence[str | Path]) -> bool:
    """Whether a command works when run as this user."""
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            argv, capture_output=True, check=False, timeout=60, **as_user(account)
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def can_enter(account: Account, folder: Path) -> bool:
    """Whether this user can reach a folder, or the nearest one above it that is there already."""
    while not folder.exists():
        folder = folder.parent
    return can_run(account, ["/bin/sh", "-c", 'cd "$1"', "sh", folder])


def _made() -> Account:
    """Make the user. When another start is quicker than ours, its user will do."""
    advice = (
        f"PostgreSQL does not run as root. Make a user for it (useradd --system {NAME}), or do not be root."
    )
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        raise NotStarted(advice)
    argv = [useradd, *USERADD, "--shell", "/usr/sbin/nologin", NAME]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    try:
        return Account.of(pwd.getpwnam(NAME))
    except KeyError:
        raise NotStarted(f"{advice}\n{done.stderr.strip()}") from None
