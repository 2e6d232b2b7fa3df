"""This machine: who runs it, what lies where."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from heed.config.deploy.findings import Finding, advice, good, missing, unsafe

LEAST_FREE = 2_000_000_000
"""Bytes."""


def here() -> Iterator[Finding]:
    """Each thing about this machine."""
    yield _static()
    yield _user()
    yield _home(settings.HOME)
    yield _room(settings.HOME)


def _static() -> Finding:
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        return missing(
            "Page files", "They are not gathered: no page could be shown.", "Run: make setup", stops=True
        )
    return good("Page files", "gathered")


def _user() -> Finding:
    if os.geteuid() == 0:
        return missing(
            "User", "This is root.", "Make a user for the service (useradd --system heed) and run it as that."
        )
    return good("User", "not root")


def _home(home: Path) -> Finding:
    if not home.exists():
        return good("HEED_HOME", "is not there yet, and will be made")
    if home.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return unsafe("HEED_HOME", "Others may write into it.", f"chmod go-w {home}")
    key = home / "secret-key"
    if key.exists() and key.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return unsafe("HEED_HOME", "Others may read the secret key in it.", f"chmod 600 {key}")
    return good("HEED_HOME", "only its owner may write there")


def _room(home: Path) -> Finding:
    there = next(one for one in (home, *home.parents) if one.exists())
    if shutil.disk_usage(there).free < LEAST_FREE:
        return advice("Room on the disk", "Less than 2 GB is free where HEED_HOME is.", "Make room.")
    return good("Room on the disk", "enough")
