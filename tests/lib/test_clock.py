"""Moments as people in a school read them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.lib import clock

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
IN_SUMMER = datetime(2026, 6, 3, 9, 42, tzinfo=UTC)


def test_a_moment_in_summer_is_shown_an_hour_later_than_it_is_stored() -> None:
    assert f"{clock.london(IN_SUMMER):%H:%M}" == "10:42"
    assert clock.from_london(date(2026, 6, 3), 10, 42) == IN_SUMMER


def test_a_time_just_before_midnight_in_summer_belongs_to_its_own_day() -> None:
    stored = clock.from_london(date(2026, 6, 3), 0, 15)
    assert stored == datetime(2026, 6, 2, 23, 15, tzinfo=UTC)
    assert clock.full_moment_words(stored) == "Wednesday 3 June 2026, 00:15"


def test_in_the_doubled_hour_of_october_the_first_of_the_two_is_meant() -> None:
    assert clock.from_london(date(2026, 10, 25), 1, 30) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_in_the_hour_that_march_leaves_out_the_moment_is_still_that_morning() -> None:
    assert clock.london(clock.from_london(date(2026, 3, 29), 1, 30)).date() == date(2026, 3, 29)


def test_days_are_written_without_a_leading_nought() -> None:
    assert clock.day_words(date(2026, 6, 3)) == "3 June 2026"
    assert clock.weekday_words(date(2026, 11, 23)) == "Monday 23 November 2026"
    assert clock.month_words(date(2026, 9, 30)) == "September 2026"


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (0, "Today"),
        (1, "Yesterday"),
        (2, "21 November"),
        (179, "28 May"),
        (180, "27 May 2026"),
        (400, "19 October 2025"),
        (-1, "24 November"),
    ],
)
def test_a_near_day_is_said_shortly_and_a_far_one_with_its_year(ago: int, said: str) -> None:
    today = date(2026, 11, 23)
    assert clock.short_day(today - timedelta(days=ago), today) == said


@pytest.mark.parametrize(
    ("precision", "said"),
    [("exact", "Today, 08:50"), ("about", "Today, about 08:50"), ("part", "Today, morning")],
)
def test_a_time_is_shown_only_as_exactly_as_it_is_known(precision: str, said: str) -> None:
    assert clock.moment_words(NOW.replace(hour=8, minute=50), NOW, precision=precision) == said


def test_from_noon_a_part_of_the_day_is_the_afternoon() -> None:
    assert clock.full_moment_words(NOW.replace(hour=11, minute=59), precision="part").endswith(", morning")
    assert clock.full_moment_words(NOW.replace(hour=12), precision="part").endswith(", afternoon")


@pytest.mark.parametrize(
    ("words", "inside"),
    [("Today, 10:14", "today, 10:14"), ("Yesterday", "yesterday"), ("18 November", "18 November"), ("", "")],
)
def test_only_today_and_yesterday_lose_their_capital_inside_a_sentence(words: str, inside: str) -> None:
    assert clock.within_sentence(words) == inside


@pytest.mark.parametrize(
    ("today", "years"),
    [(date(2026, 3, 13), 8), (date(2026, 3, 14), 9), (date(2026, 11, 23), 9), (date(2017, 3, 14), 0)],
)
def test_maisie_grows_a_year_older_on_her_birthday(today: date, years: int) -> None:
    assert clock.age(date(2017, 3, 14), today) == years


def test_a_child_born_on_the_29th_of_february_is_a_year_older_in_march() -> None:
    assert clock.age(date(2016, 2, 29), date(2026, 2, 28)) == 9
    assert clock.age(date(2016, 2, 29), date(2026, 3, 1)) == 10


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "No alerts"), (1, "One alert"), (6, "Six alerts"), (12, "Twelve alerts"), (13, "13 alerts")],
)
def test_a_count_that_begins_a_sentence_is_a_word_while_it_is_small(number: int, said: str) -> None:
    assert clock.number_words(number, "alert", "alerts") == said


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 0, "Good morning"),
        (10, 59, "Good morning"),
        (11, 0, "Good afternoon"),
        (16, 59, "Good afternoon"),
        (17, 0, "Good evening"),
    ],
)
def test_the_greeting_goes_by_the_clock_on_the_wall_in_summer_too(hour: int, minute: int, said: str) -> None:
    assert clock.greeting(IN_SUMMER.replace(hour=hour, minute=minute)) == said
