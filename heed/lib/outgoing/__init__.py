"""Asking servers that somebody else named: never inside, never for long, never for much."""

from heed.lib.outgoing.asking import Answer, Asking, Trouble

__all__ = ["Answer", "Asking", "Trouble"]
