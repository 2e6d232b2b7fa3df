"""`heed import-roll FILE.csv --school NAME`: children and staff come in from a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from heed.lib.clock import london
from heed.lib.outcomes import NotSeen, Refused
from heed.roll.actions import Report, bring_in
from heed.roll.reading import Reading, read_roll
from heed.schools.queries import school_named, school_names
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server

MOST_FAULTS_SHOWN = 200


class Command(BaseCommand):
    """Reads first, changes afterwards; exit code 1 when nothing was changed."""

    help = "Bring children and staff of one school in from a CSV file with a header."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file and the school."""
        parser.add_argument("file", type=Path, metavar="FILE.csv")
        parser.add_argument("--school", required=True, help="the school's name, as Heed has it")

    def handle(self, *, file: Path, school: str, **_: Any) -> None:
        """Say every fault with its row and column, or what was changed."""
        now = timezone.now()
        school_id = _school(school)
        reading = _read(file, now)
        if reading.faults:
            raise CommandError(_faults(reading))
        with schools(school_id):
            try:
                report = bring_in(on_the_server(school_id, at=now, name="heed import-roll"), reading)
            except Refused as refused:
                raise CommandError(refused.reason) from None
        self.stdout.write(_said(report, reading))


def _school(name: str) -> Any:
    try:
        return school_named(name).pk
    except NotSeen:
        known = "\n".join(f"  {one}" for one in school_names()) or "  (none yet)"
        raise CommandError(f"There is no school called “{name}”. The schools here are:\n{known}") from None


def _read(file: Path, now: Any) -> Reading:
    if not file.is_file():
        raise CommandError(f"There is no file {file}.")
    return read_roll(file, today=london(now).date())


def _faults(reading: Reading) -> str:
    shown = [fault.message for fault in reading.faults[:MOST_FAULTS_SHOWN]]
    more = len(reading.faults) - len(shown)
    tail = [f"... and {more} more."] if more > 0 else []
    number = len(reading.faults)
    head = f"Nothing was changed: {number} {'thing needs' if number == 1 else 'things need'} mending in the file."
    return "\n".join([head, *shown, *tail])


def _said(report: Report, reading: Reading) -> str:
    children = report.children
    lines = [
        f"Children: {children.added} added, {children.changed} changed, {children.same} as before.",
        f"Staff: {report.staff_changed} added or changed, {report.staff_same} as before.",
    ]
    if report.proposed:
        lines.append(_proposed(report.proposed))
    if children.not_listed:
        lines.append(_not_listed(children.not_listed))
    lines.extend(reading.notes)
    if reading.ignored:
        lines.append(f"Columns not used: {', '.join(reading.ignored)}.")
    return "\n".join(lines)


def _proposed(number: int) -> str:
    places = "One place" if number == 1 else f"{number} places"
    waits = "waits" if number == 1 else "wait"
    return (
        f"{places} in leaders’ groups {waits} for the head or a DSL to approve: no list gives one by itself."
    )


def _not_listed(number: int) -> str:
    children = "child of the school is" if number == 1 else "children of the school are"
    return f"{number} {children} not in the file. They stay as they are."
