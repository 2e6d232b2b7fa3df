"""The supervisor of an embedded PostgreSQL: starts, stops and recovers it, and is the only one to."""

import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from heed.lib.embedded import launch, postmaster, programs, roles
from heed.lib.embedded.accounts import NotStarted
from heed.lib.embedded.lock import Lock
from heed.lib.embedded.place import Address, Place, find, make_home, make_private
from heed.lib.processes import ends_with_parent

LINKED, LEFT = "linked", "left"


class Embedded:
    """One database server for one folder.

    The server of a supervisor that stays (`start(linked=True)`) ends when that ends, also by `kill -9`.
    """

    def __init__(
        self, root: Path, *, settings: Mapping[str, str] | None = None, patience: float = 60.0
    ) -> None:
        """`settings` go to PostgreSQL on top of ours; `patience` is how many seconds a start may take."""
        self.root = root.resolve()
        self.patience = patience
        self._settings = launch.SETTINGS | dict(settings or {})
        self._place: Place | None = None
        self._lock: Lock | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def place(self) -> Place:
        """Where everything of this database is."""
        if self._place is None:
            self._place = find(self.root)
        return self._place

    @property
    def pid(self) -> int | None:
        """The process id of the living server, whoever started it."""
        server = postmaster.living(self.place.data)
        return server.pid if server else None

    def address(self, role: str, database: str = "heed") -> Address:
        """How to reach a database as a role; the same in every process, running or not."""
        if self.place.sockets.exists():
            make_private(self.place.sockets, self.place)  # also refuses one that somebody else put there
        return Address(user=role, database=database, host=str(self.place.sockets))

    def url(self, role: str, database: str = "heed") -> str:
        """The same in one line, `postgresql://heed_app@%2Ffolder:5432/heed`."""
        return self.address(role, database).url

    def bootstrap(self, database: str = "heed") -> None:
        """Make the roles `heed_owner` and `heed_app` and this database, owned by the first; idempotent."""
        roles.bootstrap(self.address("postgres", "postgres"), database)

    def is_alive(self) -> bool:
        """Whether a server of this data directory runs."""
        if self._process is not None:
            self._process.poll()  # collects it when it has ended
        return self.pid is not None

    def start(self, *, linked: bool = True) -> bool:
        """Start the server and wait until it answers; False when one runs already, which is then used.

        A linked server ends with this process, so it needs the main thread of one that stays.

        Raises:
            NotStarted: with what to do, and the last lines of the server's log.
        """
        before = ends_with_parent(signal.SIGINT) if linked else None
        make_home(self.place)
        if not self._become_supervisor():
            return False
        try:
            if self._left_running():
                return False
            self._collect()
            folder = programs.find(self.root, self.place)
            make_private(self.place.sockets, self.place)
            launch.initialise(self.place, folder)
            self._guard.write(LINKED if linked else LEFT)
            self._process = launch.launch(
                self.place, folder, self._settings, before=before, patience=self.patience
            )
        except BaseException:
            self._guard.give()
            raise
        if not linked:
            self._let_go()
        return True

    def stop(self) -> None:
        """Stop the server, unless another supervisor keeps it. Takes half a minute at the very most."""
        if not self.place.home.exists() or not self._guard.take():
            return
        try:
            postmaster.end(self.place.data)
            self._collect()
        finally:
            self._guard.give()

    @property
    def _guard(self) -> Lock:
        if self._lock is None:
            self._lock = Lock(self.place.lock)
        return self._lock

    def _become_supervisor(self) -> bool:
        """Take the lock; False when another supervisor's server answers."""
        deadline = time.monotonic() + self.patience
        while not self._guard.take():
            server = postmaster.living(self.place.data)
            if server and server.status == "ready":
                return False
            if time.monotonic() > deadline:
                raise NotStarted(
                    f"Another Heed looks after the database in {self.place.home}, but it does not answer. "
                    "Stop that one (Ctrl-C in its window) and try again."
                )
            time.sleep(postmaster.GLANCE)
        return True

    def _left_running(self) -> bool:
        """Whether a server is there to be used. One whose supervisor died is ending: see it out."""
        server = postmaster.living(self.place.data)
        if server is None:
            return False
        ours = self._process is not None and self._process.pid == server.pid
        if server.status == "ready" and (ours or self._guard.read() == LEFT):
            if not ours:
                self._guard.give()
            return True
        postmaster.end(self.place.data)
        return False

    def _let_go(self) -> None:
        """Leave the server running when this process ends."""
        if self._process is not None:
            self._process.returncode = 0  # else Python warns that we forgot to wait for it
            self._process = None
        self._guard.give()

    def _collect(self) -> None:
        """Collect our own earlier server, if there was one."""
        if self._process is not None:
            launch.end(self._process)
            self._process = None
