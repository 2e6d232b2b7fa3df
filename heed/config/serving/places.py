"""The place a web process has among the others, from 0: its figures go on where the last one there ended."""

import os

SLOT = "HEED_PLACE"


def place() -> str:
    """This process's own place; outside `heed serve` its number, which no other process has."""
    return os.environ.get(SLOT) or f"p{os.getpid()}"
