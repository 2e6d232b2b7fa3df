"""Where an embedded database lies.

Beside the project, as a rule. The user that root hands it to may be unable to enter the project's folder; it
then lies under `/var/lib/heed`, and a note in the project's own folder says so.
"""

import hashlib
import os
import stat
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from heed.lib.embedded.accounts import Account, NotStarted, account_for, can_enter

OUTSIDE = Path("/var/lib/heed")
TEMPORARY = Path("/tmp")  # noqa: S108 - ours there is private, and checked to be ours
NOTE = "where-the-database-is.toml"
PORT = 5432
PRIVATE = 0o700
LONGEST_SOCKET = 107
"""Bytes; the kernel's `sun_path` has 108, the last of them zero."""


@dataclass(frozen=True, slots=True)
class Address:
    """How to reach one database as one role."""

    user: str
    database: str
    host: str
    """The folder of the socket."""
    port: int = PORT

    @property
    def url(self) -> str:
        """As one line. Beware: `urlsplit(url).hostname` lower-cases, so take the host from `netloc`."""
        where = f"{quote(self.host, safe='')}:{self.port}"
        return f"postgresql://{quote(self.user)}@{where}/{quote(self.database)}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the parts of one database are."""

    home: Path
    sockets: Path
    account: Account | None
    """Whom root hands the database to; None when it runs as whoever started it."""

    @property
    def data(self) -> Path:
        """The database's own files."""
        return self.home / "data"

    @property
    def log(self) -> Path:
        """What the database said; never a statement or a value."""
        return self.home / "postgres.log"

    @property
    def lock(self) -> Path:
        """Held by the one supervisor."""
        return self.home / "supervisor.lock"

    @property
    def uid(self) -> int:
        """Who owns the database's files."""
        return self.account.uid if self.account else os.geteuid()


def find(root: Path) -> Place:
    """The place of the database of `root`, the same in every process. Makes at most the user and a note.

    Raises:
        NotStarted: when the database belongs to somebody else or to another folder.
    """
    outside = _noted(root)
    if os.geteuid() != 0:
        return _found_by_ordinary_user(root, outside)
    account = account_for(outside or root)
    if outside is None and not _is_in(root) and _belongs_outside(root, account):
        outside = _write_note(root, account)
    home = outside or root
    return Place(home=home, sockets=sockets_for(root, home, account), account=account)


def outside_of(root: Path) -> Path:
    """Where the database of `root` goes when its user cannot enter `root`."""
    return OUTSIDE / _digest(root)


def sockets_for(root: Path, home: Path, account: Account | None) -> Path:
    """The folder of the socket: beside the data, or somewhere shorter when that path is too long."""
    beside = home / "run"
    if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) < LONGEST_SOCKET:
        return beside
    if account:
        return outside_of(root) / "run"
    # Not XDG_RUNTIME_DIR: every process must come to the same answer, and that one goes at log-out.
    return TEMPORARY / f"heed-{os.geteuid()}-{_digest(root)}"


def make_home(place: Place) -> None:
    """Make the folders that lead to the database, so that its user can pass through, whatever the umask."""
    for end in (place.home, place.sockets.parent):
        missing = [folder for folder in (end, *end.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o711 if place.account else PRIVATE)


def make_private(folder: Path, place: Place) -> None:
    """Make a folder that only the database's user may enter; refuse one that somebody else laid there.

    Raises:
        NotStarted: when it is there and is not ours.
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=PRIVATE)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), place.uid}:
        raise NotStarted(f"{folder} is not ours. Find out who made it, then remove it.")
    if found.st_uid != place.uid:
        os.chown(folder, place.uid, place.account.gid if place.account else -1, follow_symlinks=False)
    if stat.S_IMODE(found.st_mode) != PRIVATE:
        folder.chmod(PRIVATE)


def _found_by_ordinary_user(root: Path, outside: Path | None) -> Place:
    if outside:
        raise NotStarted(
            f"Root started this database first, and it lies in {outside}. Start it as root again."
        )
    data = root / "data"
    if data.exists() and data.stat().st_uid != os.geteuid():
        raise NotStarted(
            f"The database in {root} belongs to the user {data.owner()}. Start Heed as that user, "
            "or as root if root started it before."
        )
    return Place(home=root, sockets=sockets_for(root, root, None), account=None)


def _belongs_outside(root: Path, account: Account) -> bool:
    """Whether there is data outside already (it must not be lost from sight), or no way in for its user."""
    return _is_in(outside_of(root)) or not can_enter(account, root)


def _is_in(home: Path) -> bool:
    return (home / "data" / "PG_VERSION").exists()


def _digest(root: Path) -> str:
    return hashlib.sha256(os.fsencode(root)).hexdigest()[:16]


def _noted(root: Path) -> Path | None:
    """Where the note in `root` says the database is; None without a note."""
    try:
        note = tomllib.loads((root / NOTE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except PermissionError as problem:
        raise NotStarted(
            f"You may not read {root}. Start Heed as the user who started it before."
        ) from problem
    if note["folder"] != str(root):
        raise NotStarted(
            f"This folder was copied or moved from {note['folder']}; its database is in {note['database']}.\n"
            f"If it was moved, move {note['database']} to {outside_of(root)} and delete {root / NOTE}.\n"
            f"If it was copied, delete only {root / NOTE}: the copy then gets a database of its own."
        )
    return Path(note["database"])


def _write_note(root: Path, account: Account) -> Path:
    """Say in `root` that its database is elsewhere, and where."""
    outside = outside_of(root)
    root.mkdir(parents=True, exist_ok=True)
    words = (
        f"# The database of this folder is elsewhere: it runs as the user {account.name},\n"
        "# who may not enter this folder. Heed reads this note; keep it.\n"
        "# Back up both. To begin afresh, stop Heed and delete both.\n"
        f"folder = {_quoted(root)}\ndatabase = {_quoted(outside)}\n"
    )
    fresh = root / f"{NOTE}.{os.getpid()}"
    fresh.write_text(words, encoding="utf-8")
    fresh.replace(root / NOTE)
    return outside


def _quoted(path: Path) -> str:
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'
