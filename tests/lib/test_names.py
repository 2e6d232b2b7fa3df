"""Names as people type, sort and read them."""

import pytest

from heed.lib.names import folded, initials, listed, parts, sort_key


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Zoë O’Neill-Ward", "zoe o’neill-ward"),
        ("ŁUKASZ", "lukasz"),
        ("Søren Ærø", "soren aero"),
        ("Þóra Đặng", "thora dang"),
        ("Straße", "strasse"),
        ("Nguyễn  Thị\tHương", "nguyen thi huong"),
        ("  ", ""),
        ("ﬁona", "fiona"),
        ("محمد", "محمد"),
    ],
)
def test_a_name_is_compared_without_case_accents_and_strokes(typed: str, compared: str) -> None:
    assert folded(typed) == compared


def test_the_same_name_typed_on_two_keyboards_is_the_same_name() -> None:
    assert folded("Zoe\u0308") == folded("Zo\u00eb") == "zoe"


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_name_with_an_apostrophe_is_found_by_each_part_and_by_both_together(apostrophe: str) -> None:
    assert set(parts(f"O{apostrophe}Neill-Ward")) == {"o", "neill", "oneill", "ward"}


@pytest.mark.parametrize("apostrophe", ["‘", "ʼ", "`"])
def test_whatever_apostrophe_a_keyboard_gives_the_name_is_found_as_one_word(apostrophe: str) -> None:
    assert "oneill" in parts(f"O{apostrophe}Neill")


def test_a_part_that_comes_twice_is_kept_once() -> None:
    assert parts("Maisie Thornton Maisie Thornton") == ("maisie", "thornton")


def test_a_name_of_signs_alone_has_no_parts() -> None:
    assert parts(" -'’. ") == ()


def test_children_stand_in_a_list_by_family_name_whatever_the_accents() -> None:
    people = [("Zoë", "Ward"), ("Émile", "Zola"), ("Łukasz", "Łoś"), ("adam", "Łoś")]
    in_order = sorted(people, key=lambda one: sort_key(one[1], one[0]))
    assert in_order == [("adam", "Łoś"), ("Łukasz", "Łoś"), ("Zoë", "Ward"), ("Émile", "Zola")]


@pytest.mark.parametrize(
    ("name", "disc"),
    [
        ("Maisie Thornton", "MT"),
        ("Ana Maria de Souza", "AS"),
        ("émile", "É"),
        ("Zoë (Zo) Ward", "ZW"),
        ("", ""),
        ("7 8", ""),
    ],
)
def test_a_disc_holds_the_first_and_last_initial(name: str, disc: str) -> None:
    assert initials(name) == disc


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("Helen Marsh",), "Helen Marsh"),
        (("Helen Marsh", "Omar Said"), "Helen Marsh and Omar Said"),
        (("Helen Marsh", "Omar Said", "Priya Nair"), "Helen Marsh, Omar Said and Priya Nair"),
    ],
)
def test_names_stand_in_a_sentence_as_one_would_say_them(names: tuple[str, ...], said: str) -> None:
    assert listed(names) == said
