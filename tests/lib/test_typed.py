"""What people type is cleaned of what they did not mean to type, and of nothing else."""

import pytest

from heed.lib.typed import clean_line, clean_text, read_number


def test_line_ends_pasted_from_windows_and_old_macs_become_one_kind() -> None:
    assert clean_text("Came in.\r\nNo coat.\rCold.\nWet.") == "Came in.\nNo coat.\nCold.\nWet."


@pytest.mark.parametrize(
    "unseen", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\x7f", "\u200b", "\u2060", "\ufeff"]
)
def test_what_cannot_be_seen_is_taken_out(unseen: str) -> None:
    assert clean_text(f"Mai{unseen}sie") == "Maisie"


def test_blank_edges_go_and_blank_lines_between_stay() -> None:
    assert clean_text(" \t\n\n One.\n\n  Two.\t \n ") == "One.\n\n  Two."


def test_a_letter_and_its_accent_become_one_character() -> None:
    assert clean_text("Zoe\u0308") == "Zo\u00eb"


@pytest.mark.parametrize(
    "meant",
    ["👩‍👧 said “no” 😢", "קר לי", "أشعر بالبرد", "می‌خواهم", "Tab\there", "\u200fشكرا\u200f he said"],
)
def test_emoji_and_writing_from_right_to_left_are_left_as_they_are(meant: str) -> None:
    assert clean_text(meant) == meant


def test_a_line_has_single_spaces_and_no_ends_in_it() -> None:
    assert clean_line("  Maisie\r\n\t Thornton\u00a0 ") == "Maisie Thornton"


def test_nothing_stays_nothing() -> None:
    assert clean_text("\u200b\r\n ") == ""
    assert clean_line("\ufeff") == ""


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("14", 14), ("99999", 99_999), ("007", 7)])
def test_a_number_is_plain_digits(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", " 1", "-1", "1.0", "²", "٣", "1e3", "100000", "9" * 5000, "medical"])
def test_anything_else_is_no_number(typed: str) -> None:
    assert read_number(typed) is None
