"""What stands beside a back-up: what is in it, in numbers, so that a restore can prove that all of it came back."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from heed.config.backups.tools import CannotCopy

FORMAT = 1
ENDING = ".json"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The facts of one back-up. Numbers and names of tables only."""

    made_at: str
    heed: str
    server: int
    """Major version of the PostgreSQL it comes from."""
    sealed: bool
    size: int
    sha256: str
    key: str
    """What shows whether a secret key is the one of then; the key itself cannot be told from it."""
    rows: dict[str, int]
    migrations: list[list[str]]
    grants: dict[str, list[str]]
    """What the runtime role might do with each table and sequence."""
    format: int = FORMAT

    def write(self, file: Path) -> None:
        """As JSON, readable by people too."""
        file.write_text(json.dumps(asdict(self), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def beside(file: Path) -> Path:
    """Where the manifest of a back-up lies."""
    return file.with_suffix(ENDING)


def read(file: Path) -> Manifest:
    """The manifest beside a back-up.

    Raises:
        CannotCopy: when it is missing, or not one this Heed understands.
    """
    there = beside(file)
    try:
        found = json.loads(there.read_text(encoding="utf-8"))
        if found.get("format") != FORMAT:
            raise CannotCopy(f"{there} was written by another Heed. Restore with that one.")
        return Manifest(**found)
    except FileNotFoundError:
        raise CannotCopy(f"{there} is missing. It lies beside every back-up that was finished.") from None
    except (OSError, ValueError, TypeError, AttributeError):
        raise CannotCopy(f"{there} cannot be read.") from None


def sum_of(file: Path) -> str:
    """SHA-256 of a file."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while block := opened.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def sign_of(secret_key: str) -> str:
    """A few bytes derived from the key, one way: HKDF (RFC 5869) under a name of its own."""
    derive = HKDF(algorithm=SHA256(), length=8, salt=None, info=b"heed back-up, sign of the key")
    return derive.derive(secret_key.encode()).hex()
