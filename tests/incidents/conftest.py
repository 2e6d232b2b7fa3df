"""Somebody at the form, and the clock on the wall."""

import pytest

from heed.incidents.stamps import new_stamp
from tests.cast import TEACHER, Town
from tests.incidents.clock import Clock, clock
from tests.incidents.page import Writer

__all__ = ["clock"]


@pytest.fixture
def katie(town: Town, clock: Clock) -> Writer:
    """Katie Lowther, Maisie's class teacher, signed in with her password."""
    return Writer(town, town.client(TEACHER))


@pytest.fixture
def form(katie: Writer) -> Writer:
    """Katie's form about Maisie, filled in so that it could be sent."""
    town = katie.town
    return katie.types(
        stamp=new_stamp(town.viewer(TEACHER)),
        pupil=str(town.pupils["maisie"]),
        account="Came in without a coat. It was 3 degrees.",
        child_words="“I am cold.”",
        already_done="Lent her a coat.",
        categories=["2"],
        day="23 November 2026",
        time="08:50",
        place="Willow classroom",
        late_reason="",
    )
