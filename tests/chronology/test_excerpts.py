"""What is shown of a text around the words that were found: without a database."""

import pytest

from heed.chronology.excerpts import LENGTH, excerpt, hits_in

LONG = " ".join(f"word{number}" for number in range(200))


def said(*texts: str, hits: tuple[str, ...]) -> str:
    """An excerpt as one line, hits in brackets."""
    shown = excerpt(texts, hits)
    words = "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in shown.pieces)
    return f"{'' if shown.from_start else '… '}{words}{'' if shown.to_end else ' …'}"


def test_what_was_found_is_read_between_the_signs_each_word_once_the_longest_first() -> None:
    assert hits_in("No \x02coat\x03. \x02Coats\x03, \x02coat\x03 \x02\x03 \x03\x02", "\x02", "\x03") == (
        "Coats",
        "coat",
    )


def test_a_short_text_is_shown_whole_with_every_hit_marked() -> None:
    assert said("No coat.\n\nCoats wet, coat lost.", hits=("Coats", "coat")) == (
        "No [coat]. [Coats] wet, [coat] lost."
    )


def test_only_whole_words_are_marked() -> None:
    assert said("Petticoat, raincoat, coat-hook.", hits=("coat",)) == "Petticoat, raincoat, [coat]-hook."


def test_signs_in_a_hit_are_taken_as_they_stand() -> None:
    assert said("It cost 8.50 (not 8x50).", hits=("8.50",)) == "It cost [8.50] (not 8x50)."


@pytest.mark.parametrize("number", [0, 1, 7, 60, 150, 198, 199])
def test_a_long_text_is_cut_between_words_around_the_hit(number: int) -> None:
    shown = excerpt((LONG,), (f"word{number}",))
    words = "".join(piece.text for piece in shown.pieces)
    assert [piece.text for piece in shown.pieces if piece.hit] == [f"word{number}"]
    assert len(words) <= LENGTH
    assert set(words.split()) <= set(LONG.split()), "no word is cut"
    assert shown.from_start == LONG.startswith(words)
    assert shown.to_end == LONG.endswith(words)


def test_a_word_longer_than_the_excerpt_is_shown_whole() -> None:
    endless = "a" * 900
    assert said(f"{endless} coat {endless} end", hits=("coat",)) == "… [coat] …"
    assert said(f"{endless}-coat-{endless} end", hits=("coat",)) == f"{endless}-[coat]-{endless} …"
    assert said(endless, hits=(endless,)) == f"[{endless}]"


def test_the_first_text_that_holds_a_hit_is_shown() -> None:
    assert excerpt(("Nothing here.", "", "A coat."), ("coat",)).place == 2


def test_without_a_hit_the_beginning_is_shown() -> None:
    assert said("Came in late.", "Toast.", hits=()) == "Came in late."
    assert said("", hits=("coat",)) == ""
