"""What a file says nothing of stays as it is; what it says is empty becomes empty."""

from datetime import date
from pathlib import Path

import pytest

from heed.pupils.models import Contact, Pupil, Teaching
from heed.roll.actions import bring_in
from heed.roll.reading import read_roll
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.tenancy.shut import opened_for
from heed.who.viewer import on_the_server
from tests.cast import NOW, Town

WHOLE = (
    "Legal forename,Legal surname,Preferred forename,Former surname,Date of birth,Year,Class,Sex,"
    "Contact 1 name,Contact 1 phone\n"
    "Łucja,Nowak,Lucy,Lis,14/03/2018,3,Hazel,F,Ewa Nowak,01632 960001\n"
)
NARROW = "Legal forename,Legal surname,Date of birth,Year,Class,Sex\nŁucja,Nowak,14/03/2018,4,Willow,F\n"
EMPTIED = WHOLE.replace("Lucy,Lis", ",").replace("Ewa Nowak,01632 960001", ",")


def bring(town: Town, folder: Path, text: str) -> None:
    file = folder / "roll.csv"
    file.write_text(text, encoding="utf-8")
    reading = read_roll(file, today=date(2026, 11, 23))
    assert reading.faults == ()
    with schools(town.oakfield):
        bring_in(on_the_server(town.oakfield, at=NOW), reading)


def child(town: Town) -> tuple[str, str, int, list[str]]:
    with schools(town.oakfield), opened_for("look at the result"):
        row = Pupil.objects.get(legal_given="Łucja")
        names = list(Contact.objects.filter(pupil=row).values_list("name", flat=True))
    return row.given, row.former_family, row.year, names


def test_a_file_without_the_columns_keeps_names_and_contacts(town: Town, tmp_path: Path) -> None:
    bring(town, tmp_path, WHOLE)
    bring(town, tmp_path, NARROW)
    assert child(town) == ("Lucy", "Lis", 4, ["Ewa Nowak"])


def test_a_file_with_empty_cells_empties_them(town: Town, tmp_path: Path) -> None:
    bring(town, tmp_path, WHOLE)
    bring(town, tmp_path, EMPTIED)
    assert child(town) == ("Łucja", "", 3, [])


def test_a_new_child_of_a_narrow_file_is_called_by_the_legal_name(town: Town, tmp_path: Path) -> None:
    bring(town, tmp_path, NARROW)
    assert child(town) == ("Łucja", "", 4, [])


@pytest.mark.parametrize(("columns", "kept"), [("", True), (",Classes", False)])
def test_a_teacher_keeps_the_class_unless_the_file_says_otherwise(
    columns: str, kept: bool, town: Town, tmp_path: Path
) -> None:
    row = "teacher@oakfield.example,Katie Lowther,Class teacher,Class teacher" + ("," if columns else "")
    bring(town, tmp_path, f"Staff email,Staff name,Staff role,Groups{columns}\n{row}\n")
    with schools(town.oakfield):
        assert Teaching.objects.filter(staff_id=town.staff["teacher"]).exists() is kept
        assert Staff.objects.filter(email="teacher@oakfield.example").count() == 1


def test_a_class_is_the_same_whatever_its_capitals(town: Town, tmp_path: Path) -> None:
    bring(town, tmp_path, NARROW.replace("Willow", "WILLOW"))
    with schools(town.oakfield), opened_for("look at the result"):
        assert Pupil.objects.get(legal_given="Łucja").school_class_id == (
            Pupil.objects.get(pk=town.pupils["maisie"]).school_class_id
        )
