"""The lock that makes one process the supervisor of a database. It opens by itself when its holder dies."""

import fcntl
import os
from pathlib import Path


class Lock:
    """A lock on one file, which also carries a word for whoever holds it next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    @property
    def held(self) -> bool:
        """Whether we hold it."""
        return self._file is not None

    def take(self) -> bool:
        """Take it, or keep it; False when somebody else holds it."""
        if self._file is not None:
            return True
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def give(self) -> None:
        """Let go of it, if we hold it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def write(self, word: str) -> None:
        """Leave a word for the next holder. Only while holding it."""
        assert self._file is not None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, word.encode("ascii"), 0)

    def read(self) -> str:
        """The word that was left last; empty when there is none."""
        return self._path.read_text(encoding="ascii")
