"""Figures for operators: counts and times, nothing of a child, a person or a school."""

from heed.config.figures.counted import note_fault, note_request
from heed.config.figures.written import CONTENT_TYPE, written

__all__ = ["CONTENT_TYPE", "note_fault", "note_request", "written"]
