"""The secret key: from the environment, or made once and kept where only this user reads it."""

import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> str:
    """HEED_SECRET_KEY, or the key kept in `home/secret-key`, made on the first start."""
    given = os.environ.get("HEED_SECRET_KEY")
    if given:
        return given
    kept = home / "secret-key"
    if not kept.exists():
        _make(kept)
    return kept.read_text(encoding="ascii").strip()


def _make(kept: Path) -> None:
    """Made under another name first, so that two processes starting together end with one key."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_name(f"secret-key.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
    try:
        os.link(draft, kept)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
