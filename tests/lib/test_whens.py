"""Days and times as they are typed in a school."""

from datetime import date, time

import pytest

from heed.lib.whens import part_words, read_day, read_time

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "23 November 2026",
        "23 november 2026",
        "23rd Nov 2026",
        "Monday 23 November 2026",
        "Monday, 23 November, 2026",
        "23 Nov",
        "23/11/2026",
        "23.11.26",
        "23-11-2026",
        "23 11 2026",
        "2026-11-23",
        "  ToDay ",
    ],
)
def test_the_ways_to_write_today(typed: str) -> None:
    assert read_day(typed, today=TODAY) == TODAY


def test_yesterday_is_the_day_before_also_across_a_year() -> None:
    assert read_day("yesterday", today=date(2027, 1, 1)) == date(2026, 12, 31)


def test_the_day_stands_before_the_month() -> None:
    assert read_day("3/4/2026", today=TODAY) == date(2026, 4, 3)


def test_a_day_without_a_year_is_the_last_one_that_has_been() -> None:
    assert read_day("24 November", today=TODAY) == date(2025, 11, 24)
    assert read_day("1 January", today=TODAY) == date(2026, 1, 1)


def test_the_29th_of_february_without_a_year_is_that_of_the_last_leap_year() -> None:
    assert read_day("29 February", today=TODAY) == date(2024, 2, 29)
    assert read_day("29 February", today=date(2028, 1, 10)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "never",
        "31/11/2026",
        "30 February 2026",
        "11/23/2026",
        "0/1/2026",
        "1/1/0000",
        "23 Smarch 2026",
        "23/11",
        "23/11/20266",
        "2026-13-01",
        "November 2026",
        "last Tuesday",
        "23 November 2026; drop table",
    ],
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed, today=TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("08:50", (time(8, 50), "exact")),
        ("8.50", (time(8, 50), "exact")),
        ("0850", (time(8, 50), "exact")),
        ("850", (time(8, 50), "exact")),
        ("8h50", (time(8, 50), "exact")),
        ("8:50am", (time(8, 50), "exact")),
        ("1:15 PM", (time(13, 15), "exact")),
        ("12:05 am", (time(0, 5), "exact")),
        ("12 pm", (time(12), "about")),
        ("23:59", (time(23, 59), "exact")),
        ("about 10", (time(10), "about")),
        ("around 10:20", (time(10, 20), "about")),
        ("c. 9.05", (time(9, 5), "about")),
        ("10", (time(10), "about")),
        ("morning", (time(8), "part")),
        ("In  the Afternoon", (time(12), "part")),
        ("lunchtime", (time(11, 30), "part")),
        ("after school", (time(15), "part")),
    ],
)
def test_a_time_is_taken_as_meant_and_as_exactly_as_it_is_known(typed: str, meant: tuple[time, str]) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "24:00", "8:60", "13pm", "0 am", "8:5", "about", "about morning", "half past 8", "08:50:10"],
)
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("all day", "all day"),
        ("before school", "before school"),
        ("in the morning", "morning"),
        ("at lunch", "lunchtime"),
        ("afternoon", "afternoon"),
        ("after school", "after school"),
        ("in the evening", "evening"),
    ],
)
def test_the_part_of_the_day_that_was_typed_is_the_one_that_is_said_again(typed: str, said: str) -> None:
    meant = read_time(typed)
    assert meant is not None
    assert part_words(meant[0]) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [(time(9), "morning"), (time(11, 59), "morning"), (time(13), "afternoon"), (time(18), "evening")],
)
def test_a_time_that_begins_no_part_of_the_day_is_said_by_the_part_it_lies_in(
    moment: time, said: str
) -> None:
    assert part_words(moment) == said
