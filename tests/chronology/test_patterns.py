"""How often, of what kind, in which month: counted without a database."""

from datetime import UTC, date, datetime

from heed.chronology.patterns import LINES_SHOWN, MONTHS_SHOWN, Pattern, by_month, first_month

TODAY = date(2026, 11, 23)
NAMES = {1: "Attendance", 2: "Raising a concern", 10: "Medical and health"}


def at(year: int, month: int, day: int = 3, hour: int = 9) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def pattern(*rows: tuple[datetime, tuple[int, ...]], today: date = TODAY) -> Pattern:
    found = by_month(rows, NAMES, today)
    assert found is not None
    return found


def test_fifteen_months_are_shown_ending_with_this_one() -> None:
    assert first_month(TODAY) == date(2025, 9, 1)
    assert first_month(date(2026, 3, 31)) == date(2025, 1, 1)
    assert first_month(date(2026, 2, 1)) == date(2024, 12, 1)
    months = pattern((at(2026, 11), (2,))).months
    assert len(months) == MONTHS_SHOWN
    assert (months[0].short, months[0].full, months[-1].full) == ("Sep", "September 2025", "November 2026")


def test_the_year_stands_over_the_first_month_and_over_each_january() -> None:
    months = pattern((at(2026, 11), (2,))).months
    assert {month.full: month.year for month in months if month.year} == {
        "September 2025": "2025",
        "January 2026": "2026",
    }


def test_a_child_about_whom_nothing_was_written_has_no_pattern() -> None:
    assert by_month([], NAMES, TODAY) is None


def test_an_entry_in_two_categories_counts_in_both_rows_and_once_in_all() -> None:
    found = pattern((at(2026, 11), (1, 2)), (at(2026, 10), (2,)))
    assert [(line.label, line.counts[-2:]) for line in found.lines] == [
        ("Raising a concern", (1, 1)),
        ("Attendance", (0, 1)),
    ]
    assert found.total[-2:] == (1, 1)
    assert sum(found.total) == 2


def test_of_equally_many_the_category_with_the_lower_number_comes_first() -> None:
    found = pattern((at(2026, 11), (10,)), (at(2026, 11), (2,)))
    assert [line.label for line in found.lines] == ["Raising a concern", "Medical and health"]


def test_a_category_that_the_school_never_named_is_still_counted() -> None:
    assert [line.label for line in pattern((at(2026, 11), (99,))).lines] == ["Other"]


def test_only_the_most_frequent_categories_have_a_row_but_all_count_in_the_total() -> None:
    rows = [(at(2026, 11), (number,)) for number in range(1, 10)]
    found = pattern(*rows)
    assert len(found.lines) == LINES_SHOWN
    assert found.total[-1] == 9


def test_the_last_evening_of_a_month_in_summer_belongs_to_that_month_in_london() -> None:
    found = pattern((at(2026, 6, 30, 23), (2,)), today=date(2026, 7, 10))
    assert found.total[-2:] == (0, 1), "half past midnight on 1 July in London"


def test_the_note_counts_them_and_says_how_many_are_of_this_month() -> None:
    assert pattern((at(2026, 11), (2,)), (at(2026, 9), (2,))).note == (
        "2 since September 2025, 1 of them this month"
    )
    assert pattern((at(2026, 9), (2,))).note == "1 since September 2025, none this month"


def test_what_happens_on_mondays_shows_on_mondays_by_londons_clock() -> None:
    late_on_sunday_in_utc = datetime(2026, 6, 7, 23, 30, tzinfo=UTC)
    found = pattern((late_on_sunday_in_utc, (2,)), (at(2026, 11, 16), (2,)), (at(2026, 11, 20), (1,)))
    assert [day.short for day in found.days] == ["Mon", "Tue", "Wed", "Thu", "Fri"]
    assert found.total_on_days == (2, 0, 0, 0, 1)
    assert [(line.label, line.on_days) for line in found.lines] == [
        ("Raising a concern", (2, 0, 0, 0, 0)),
        ("Attendance", (0, 0, 0, 0, 1)),
    ]


def test_the_weekend_has_a_column_only_when_something_happened_then() -> None:
    days = pattern((at(2026, 11, 21), (2,))).days
    assert [day.full for day in days] == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
