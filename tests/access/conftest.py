"""The clock on the wall."""

from tests.incidents.clock import clock

__all__ = ["clock"]
