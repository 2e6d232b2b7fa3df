"""The ways to be turned down."""

import pytest

from heed.lib.outcomes import OutOfDate, Refused, refuse


@pytest.mark.parametrize("no_reason", [None, ""])
def test_without_a_reason_one_goes_on(no_reason: str | None) -> None:
    refuse(no_reason)


def test_a_reason_reaches_the_person_as_it_was_written() -> None:
    with pytest.raises(Refused) as turned_down:
        refuse("Only a DSL can do this.")
    assert turned_down.value.reason == str(turned_down.value) == "Only a DSL can do this."


def test_a_page_that_is_out_of_date_says_what_to_do() -> None:
    assert OutOfDate("Load the page again.").reason == "Load the page again."
