"""Finding a child by what is typed: enough to find the right one, not enough to read the roll."""

from datetime import date

import pytest

from heed.access.actions import bar, lock
from heed.lib.outcomes import NotSeen
from heed.pupils.actions import ChildFacts, bring_children
from heed.pupils.models import NameKey, Pupil
from heed.pupils.queries import (
    Child,
    child_named,
    child_open,
    children_called,
    children_like,
    enough_letters,
    open_children_called,
    year_words,
)
from heed.tenancy.scope import schools
from heed.who.need_to_know import opens_child
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_ELSEWHERE,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    OFFICE,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import marks, opened


def put_on_roll(town: Town, *names: str, **facts: str) -> None:
    """Children brought in as a roll file brings them: `given family`, legal names the same unless said."""
    children = [
        ChildFacts(
            upn="",
            given=name.split(" ")[0],
            family=name.split(" ", 1)[1],
            legal_given=facts.get("legal_given", name.split(" ")[0]),
            legal_family=facts.get("legal_family", name.split(" ", 1)[1]),
            former_family=facts.get("former_family", ""),
            born_on=date(2018, 1, 1),
            year=4,
            class_name="Birch",
            sex="F",
        )
        for name in names
    ]
    with schools(town.oakfield):
        bring_children(on_the_server(town.oakfield, at=NOW), children)


def called(town: Town, asked: str, who: Person = TEACHER) -> list[str]:
    with schools(town.school_of(who)):
        return [child.name for child in children_called(town.viewer(who), asked)]


def test_any_part_of_the_name_finds_the_child_from_its_beginning(town: Town) -> None:
    for asked in ("zoe", "nei", "one", "war", "Zoë", "ZOË", "zo o'neill", "ward zoe", "  Zoe  Ward "):
        assert called(town, asked) == ["Zoë O’Neill-Ward"], asked


@pytest.mark.parametrize("asked", ["oe", "eill", "ardo", "zoex", "zoe thornton"])
def test_a_name_is_not_found_by_its_middle_or_by_a_word_that_is_not_in_it(asked: str, town: Town) -> None:
    assert called(town, asked) == []


@pytest.mark.parametrize("asked", ["O'Neill", "O’Neill", "o‘neill", "oʼneill", "oneill", "ONeill", "O Neill"])
def test_oneill_is_found_however_the_apostrophe_is_typed(asked: str, town: Town) -> None:
    assert called(town, asked) == ["Zoë O’Neill-Ward"]


@pytest.mark.parametrize("on_the_roll", ["Mia ONeill", "Mia O Neill", "Mia Oneill"])
def test_a_roll_that_lost_the_apostrophe_is_searched_by_the_name_as_it_is_spoken(
    on_the_roll: str, town: Town
) -> None:
    put_on_roll(town, on_the_roll)
    assert called(town, "mia o'neill") == [on_the_roll]


@pytest.mark.parametrize("asked", ["", "  ", "m", "ma", "m a", "m m m", "o'n", "'-.", "ß"])
def test_fewer_than_three_letters_find_nobody(asked: str, town: Town) -> None:
    put_on_roll(town, "M Aa", "Ma Mm", "O’N Sss")
    assert not enough_letters(asked)
    assert called(town, asked) == []


def test_three_letters_may_be_spread_over_two_words(town: Town) -> None:
    assert called(town, "ma th") == ["Maisie Thorne", "Maisie Thornton"]


def test_at_most_eight_children_are_shown_in_the_order_of_the_family_names(town: Town) -> None:
    put_on_roll(town, *(f"Maisie {letter}ood" for letter in "JIHGFEDCBA"))
    found = called(town, "maisie")
    assert found == [f"Maisie {letter}ood" for letter in "ABCDEFGH"]
    assert called(town, "maisie jood") == ["Maisie Jood"]


@pytest.mark.parametrize("asked", ["wren", "margaret", "łukasik", "lukasik", "vale"])
def test_preferred_legal_and_former_names_all_find_the_child(asked: str, town: Town) -> None:
    put_on_roll(town, "Wren Vale", legal_given="Margaret", legal_family="Vale", former_family="Łukasik")
    assert called(town, asked) == ["Wren Vale"]


def test_a_letter_beyond_the_alphabet_is_an_ordinary_letter(town: Town) -> None:
    put_on_roll(town, "محمد علي", "美玲 王小明")
    assert called(town, "محم") == ["محمد علي"]
    assert called(town, "王小明") == ["美玲 王小明"]


@pytest.mark.parametrize("asked", ["thor%", "thor_", "%%%", "th*rnton", "thor\\", "' or 1=1 --"])
def test_signs_that_mean_something_to_a_database_mean_nothing_here(asked: str, town: Town) -> None:
    assert called(town, asked) in ([], ["Maisie Thorne", "Maisie Thornton"])
    assert "Kacper Nowicki" not in called(town, asked)


def test_somebody_who_has_left_is_not_found(town: Town) -> None:
    with schools(town.oakfield):
        opened(Pupil).filter(pk=town.pupils["maisie"]).update(left_on=NOW.date())
        katie, helen = town.viewer(TEACHER), town.viewer(LEAD)
        assert [one.name for one in open_children_called(helen, "maisie")] == ["Maisie Thorne"]
        with pytest.raises(NotSeen):
            child_named(katie, town.pupils["maisie"])
        assert child_open(helen, town.pupils["maisie"]).left_on == NOW.date()
    assert called(town, "maisie") == ["Maisie Thorne"]


def test_a_mother_on_the_staff_does_not_find_the_own_child(town: Town) -> None:
    assert called(town, "maisie", LEAD_WHO_IS_THE_PARENT) == ["Maisie Thorne"]
    with schools(town.oakfield):
        assert not opens_child(town.viewer(LEAD_WHO_IS_THE_PARENT), town.pupils["maisie"])


def test_a_bar_made_this_morning_counts_at_once(town: Town) -> None:
    with schools(town.oakfield):
        bar(
            on_the_server(town.oakfield, at=NOW), town.staff["teacher"], town.pupils["maisie"], why="conflict"
        )
    assert called(town, "maisie") == ["Maisie Thorne"]


def test_a_locked_record_can_still_be_written_to_but_not_opened(town: Town) -> None:
    with schools(town.oakfield):
        lock(on_the_server(town.oakfield, at=NOW), town.pupils["maisie"], named=[])
        assert not opens_child(town.viewer(LEAD), town.pupils["maisie"])
    assert "Maisie Thornton" in called(town, "maisie")


def test_the_other_school_has_its_own_maisie(town: Town) -> None:
    with schools(town.riverside):
        found = children_called(town.viewer(LEAD_ELSEWHERE), "maisie")
    assert [child.id for child in found] == [town.pupils["elsewhere"]]
    with schools(town.oakfield):
        ids = {child.id for child in children_called(town.viewer(TEACHER), "maisie")}
    assert ids == {town.pupils["maisie"], town.pupils["maisie_thorne"]}


@pytest.mark.parametrize(
    ("who", "found"),
    [
        (LEAD, {"maisie", "maisie_thorne"}),
        (LEAD_BY_PASSWORD, set()),
        (LEAD_WHO_IS_THE_PARENT, {"maisie_thorne"}),
        (TEACHER, set()),
        (OFFICE, set()),
        (ADMINISTRATOR, set()),
    ],
)
def test_whose_pages_are_found_is_whose_pages_may_be_opened(who: Person, found: set[str], town: Town) -> None:
    with schools(town.oakfield):
        ids = {child.id for child in open_children_called(town.viewer(who), "maisie")}
    assert ids == {town.pupils[key] for key in found}


def test_elevated_a_teacher_finds_the_own_class_and_an_assistant_the_one_child(town: Town) -> None:
    with schools(town.oakfield):
        katie, tom = town.viewer(TEACHER, elevated=True), town.viewer(ASSISTANT)
        assert [child.name for child in open_children_called(katie, "maisie")] == ["Maisie Thornton"]
        assert [child.name for child in open_children_called(tom, "kacper")] == ["Kacper Nowicki"]
        assert open_children_called(tom, "maisie") == ()


def test_children_of_like_name_are_pointed_out_without_the_child_itself(town: Town) -> None:
    put_on_roll(town, "Maisy Thorpe", "Thora Maison", "Kacper Thornton")
    with schools(town.oakfield):
        katie = town.viewer(TEACHER)
        maisie = child_named(katie, town.pupils["maisie"])
        alike = [one.name for one in children_like(katie, maisie)]
        assert alike == ["Thora Maison", "Maisie Thorne", "Maisy Thorpe"]
        zoe = child_named(katie, town.pupils["zoe"])
        assert children_like(katie, zoe) == ()


def test_typing_a_name_on_the_form_and_in_the_search_leaves_a_mark(town: Town) -> None:
    town.client(TEACHER).post("/incidents/children/", {"find": "maisie"})
    town.client(LEAD).post("/children/", {"find": "maisie"})
    assert [mark.staff_id for mark in marks(town, event="named child while recording")] == [
        town.staff["teacher"]
    ]
    assert [mark.staff_id for mark in marks(town, event="looked for child")] == [town.staff["lead"]]


@pytest.mark.parametrize(
    ("year", "class_name", "where"),
    [
        (4, "Willow", "Year 4, Willow"),
        (0, "Acorn", "Reception, Acorn"),
        (-1, "Seedlings", "Nursery, Seedlings"),
        (13, "", "Year 13"),
    ],
)
def test_where_a_child_is_as_the_school_says_it(year: int, class_name: str, where: str, town: Town) -> None:
    child = Child(
        id=town.pupils["maisie"],
        name="Maisie",
        year=year,
        class_name=class_name,
        born_on=date(2017, 3, 14),
        left_on=None,
        upn="",
    )
    assert child.where == where
    assert child.where.startswith(year_words(year))


def test_a_name_key_longer_than_its_column_is_cut_and_still_finds(town: Town) -> None:
    put_on_roll(town, f"Maisie {'w' * 100}")
    with schools(town.oakfield):
        assert max(len(key) for key in opened(NameKey).values_list("key", flat=True)) == 100
    assert called(town, "w" * 90) == [f"Maisie {'w' * 100}"]
