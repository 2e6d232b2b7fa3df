"""The word in a school's address."""

import pytest

from heed.schools.actions import add_school
from heed.schools.models import School
from heed.schools.rules import slug_for
from tests.cast import NOW, Town


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Oakfield Primary School", "oakfield"),
        ("Riverside Academy", "riverside"),
        ("St Mary's Church of England Primary School", "st-marys"),
        ("Łódź Road Infants’ School", "lodz-road"),
        ("The Academy", "the-academy"),
        ("!!!", "school"),
        ("A" * 80, "a" * 40),
    ],
)
def test_it_is_made_from_the_name(name: str, slug: str) -> None:
    assert slug_for(name, ()) == slug


def test_two_schools_of_one_name_have_two_words() -> None:
    taken: list[str] = []
    for name in ("Oakfield Primary School", "Oakfield Academy", "Oakfield Academy", "Oakfield Academy"):
        taken.append(slug_for(name, taken))
    assert taken == ["oakfield", "oakfield-academy", "oakfield-2", "oakfield-3"]


def test_a_new_school_has_one(town: Town) -> None:
    add_school("Oakfield High School", trust=None, now=NOW)
    assert sorted(School.objects.values_list("slug", flat=True)) == [
        *("oakfield", "oakfield-high-school", "riverside"),
    ]
