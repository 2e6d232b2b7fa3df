"""`heed import-roll`: what the operator reads, and the exit code."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from heed.config.cli import _SAID_WITH_HYPHENS
from heed.pupils.models import Pupil
from heed.roll.management.commands.import_roll import MOST_FAULTS_SHOWN, Command
from heed.tenancy.scope import schools
from tests.cast import Town
from tests.records.behind import opened
from tests.roll.reading_samples import HEADER, MAISIE_UPN, OMAR, rows

WREN = ",Wrenna,Frost,Wren,04/05/2018,3,Hazel,F"
Import = Callable[..., str]


@pytest.fixture
def bring(town: Town, tmp_path: Path) -> Import:
    """Run the command on a file of these lines; what it prints."""

    def run(*lines: str, school: str = "Oakfield Primary School") -> str:
        path = tmp_path / "roll.csv"
        path.write_text(rows(*lines))
        out = StringIO()
        call_command("import_roll", str(path), school=school, stdout=out)
        return out.getvalue()

    return run


def on_roll(town: Town) -> int:
    with schools(town.oakfield):
        return int(opened(Pupil).count())


def test_the_operator_is_told_what_was_changed_and_who_is_not_in_the_file(town: Town, bring: Import) -> None:
    said = bring(f"{HEADER},House", f"{OMAR},Red", f"{WREN},Blue").splitlines()
    assert said == [
        "Children: 2 added, 0 changed, 0 as before.",
        "Staff: 0 added or changed, 0 as before.",
        "4 children of the school are not in the file. They stay as they are.",
        "Columns not used: House.",
    ]
    assert on_roll(town) == 6


def test_one_child_who_is_not_in_the_file_is_said_in_the_singular(town: Town, bring: Import) -> None:
    said = bring(HEADER, OMAR, school="Riverside Academy")
    assert "1 child of the school is not in the file. They stay as they are." in said


def test_run_again_it_says_that_everybody_is_as_before(town: Town, bring: Import) -> None:
    bring(HEADER, OMAR)
    assert "Children: 0 added, 0 changed, 1 as before." in bring(HEADER, OMAR)
    assert on_roll(town) == 5


def test_the_school_is_found_whatever_the_capitals(bring: Import) -> None:
    assert "1 added" in bring(HEADER, OMAR, school=" oakfield primary SCHOOL ")


def test_a_school_that_is_not_here_is_answered_with_those_that_are(town: Town, bring: Import) -> None:
    with pytest.raises(CommandError) as stopped:
        bring(HEADER, OMAR, school="Oakfeld")
    assert str(stopped.value) == (
        "There is no school called “Oakfeld”. The schools here are:\n"
        "  Oakfield Primary School\n  Riverside Academy"
    )
    assert stopped.value.returncode == 1


def test_every_fault_is_named_with_row_and_column_and_nothing_is_changed(town: Town, bring: Import) -> None:
    with pytest.raises(CommandError) as stopped:
        bring(HEADER, OMAR, WREN.replace("04/05/2018", "soon"), WREN.replace(",3,", ",43,"))
    head, *faults = str(stopped.value).splitlines()
    assert head == "Nothing was changed: 2 things need mending in the file."
    assert [fault.split(":")[0] for fault in faults] == ["Line 3, Date of birth", "Line 4, Year"]
    assert on_roll(town) == 4
    for name in ("Frost", "Wren", "Nasser", MAISIE_UPN):
        assert name not in str(stopped.value)


def test_one_fault_is_said_in_the_singular(bring: Import) -> None:
    with pytest.raises(CommandError, match=r"^Nothing was changed: 1 thing needs mending in the file\."):
        bring(HEADER, WREN.replace("04/05/2018", "soon"))


def test_of_very_many_faults_the_first_are_shown_and_the_rest_counted(bring: Import) -> None:
    with pytest.raises(CommandError) as stopped:
        bring(HEADER, *[WREN.replace("04/05/2018", "soon")] * (MOST_FAULTS_SHOWN + 7))
    lines = str(stopped.value).splitlines()
    assert len(lines) == MOST_FAULTS_SHOWN + 2
    assert lines[-1] == "... and 7 more."


def test_an_empty_file_is_named_as_such(bring: Import) -> None:
    with pytest.raises(CommandError, match="Nothing was changed"):
        bring(HEADER)


@pytest.mark.parametrize("where", ["nowhere.csv", "."])
def test_a_file_that_is_not_there_and_a_folder_are_said_in_words(
    where: str, town: Town, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import_roll", str(tmp_path / where), school="Oakfield Primary School")


def test_the_exit_code_tells_a_script_that_nothing_was_changed(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(connections, "close_all", lambda: None)  # the test goes on using them
    address = [str(tmp_path / "nowhere.csv"), "--school", "Oakfield Primary School"]
    with pytest.raises(SystemExit) as stopped:
        Command().run_from_argv(["heed", "import_roll", *address])
    assert stopped.value.code == 1
    said = capsys.readouterr()
    assert "There is no file" in said.err
    assert said.out == ""


def test_the_command_is_typed_with_a_hyphen() -> None:
    assert "import-roll" in _SAID_WITH_HYPHENS
