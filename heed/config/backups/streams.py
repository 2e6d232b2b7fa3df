"""What runs through a back-up while it is written: each does its one thing and passes the bytes on."""

import hashlib
import re
import subprocess
import threading
from typing import IO

_COPY = re.compile(rb'^COPY (?:public\.)?"?([a-z0-9_]+)"? \(')
_END = b"\\.\n"


class Counter(threading.Thread):
    """Reads the SQL that `pg_restore` makes of a dump and counts the rows of each table."""

    def __init__(self, said: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self.said = said
        self.rows: dict[str, int] = {}

    def run(self) -> None:
        """To the end."""
        table = ""
        for line in self.said:
            if table:
                if line == _END:
                    table = ""
                else:
                    self.rows[table] += 1
            elif found := _COPY.match(line):
                table = found[1].decode()
                self.rows[table] = 0


class Twice:
    """A dump as it is read, shown to a second reader as well."""

    def __init__(self, source: IO[bytes], second: IO[bytes]) -> None:
        self.source, self.second = source, second

    def read(self, size: int = -1) -> bytes:
        """The next bytes, once the second reader has them."""
        block = self.source.read(size)
        self.second.write(block)
        return block


class Summed:
    """A file as it is written, with its sum."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.digest, self.size = hashlib.sha256(), 0

    def write(self, block: bytes) -> int:
        """Write, and count in."""
        self.digest.update(block)
        self.size += len(block)
        return self.file.write(block)

    def flush(self) -> None:
        """On to the file."""
        self.file.flush()


def last_line(process: "subprocess.Popen[bytes]", said: IO[bytes]) -> str:
    """Why a program failed: the last line it said. PostgreSQL's programs name tables there, never rows."""
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else f"It ended with code {process.returncode}."
