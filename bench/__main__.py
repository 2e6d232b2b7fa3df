"""`make bench`: data, pages, a minute of load, a table and results.json. `ONLY=pages` or `ONLY=entry,send` narrows it.

A part writes its results beside the data, in `.heed/bench`.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import budgets, cleaning, database, mixed, pages
from bench.database import LARGE, ROOT, SMALL

RESULTS = ROOT / "bench" / "results.json"


def main() -> int:
    """Run what is wanted; with `--strict` a missed budget is a failure."""
    options = _options()
    only = tuple(filter(None, options.only.split(",")))
    if not database.is_current():
        print("Making the data: 400,000 entries, and a database 20 times smaller.")
        print(f"Made in {database.make_both(_say):.0f} s.")
    server = database.server()
    server.start()
    try:
        _clean()
        result = _measured(only)
        _clean()
    finally:
        server.stop()
    file = database.HOME / "results.json" if only else RESULTS  # the kept figures are those of a whole run
    file.write_text(json.dumps({**_known(result), **result}, indent=1) + "\n")
    missed = _missed(result)
    print("\nMissed: " + "; ".join(missed) if missed else "\nAll budgets are met.")
    return 1 if missed and options.strict else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--only", default="", help="data, pages, load, or names of pages, with commas")
    parser.add_argument("--strict", action="store_true")
    return parser.parse_args()


def _measured(only: tuple[str, ...]) -> dict[str, Any]:
    result: dict[str, Any] = {"begun": _moment(), "data made in seconds": database.made_in()}
    chosen = tuple(one for one in only if one not in {"data", "pages", "load"})
    if not only or "pages" in only or chosen:
        print("Timing pages and floors, both databases by turns.")
        found, statements = pages.measure(_say, only=chosen)
        print(budgets.table(found))
        result |= {"pages": pages.as_plain(found), "statements": statements}
        result["missed"] = [
            f"{one.what} as {one.who}: {name}" for one in found for name in budgets.missed(one)
        ]
        result["missed"] += budgets.missed_between(found)
    if not only or "load" in only:
        print("A minute of mixed requests; the process that asks shares the cores.")
        load = mixed.run(_say)
        result |= {"load": load, "missed in load": budgets.missed_in_load(load)}
        print(_load_words(load))
    return {**result, "ended": _moment()}


def _load_words(load: dict[str, Any]) -> str:
    memory = ", ".join(f"RSS {one['RSS']:.0f} MB, PSS {one['PSS']:.0f} MB" for one in load["memory"])
    return (
        f"{load['requests']} requests, {load['rate']:.1f} a second; p50 {load['p50']:.0f} ms, "
        f"p95 {load['p95']:.0f} ms, p99 {load['p99']:.0f} ms; {load['errors']} errors; web process {memory}"
    )


def _missed(result: dict[str, Any]) -> list[str]:
    making = budgets.missed_in_making(result["data made in seconds"])
    return [*making, *result.get("missed", ()), *result.get("missed in load", ())]


def _clean() -> None:
    for name in (LARGE, SMALL):
        cleaning.clean(name)


def _known(result: dict[str, Any]) -> dict[str, Any]:
    """The machine and the versions, and how busy the machine was."""
    models = [
        line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cpu": models[0].split(": ")[1] if models else platform.processor(),
        "cores": os.cpu_count(),
        "memory GB": round(memory, 1),
        "versions": {one: version(one) for one in ("django", "psycopg", "jinja2", "gunicorn")}
        | {"python": platform.python_version()},
        "revision": _git("rev-parse", "--short", "HEAD"),
        "changed since": bool(_git("status", "--porcelain", "--", "heed", "bench", ":!bench/results.json")),
        "postgresql settings": database.AS_SERVED,
    }


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout.strip()


def _moment() -> dict[str, Any]:
    """When, and what else was running: the load of the last minute, of which one is ours."""
    return {"at": datetime.now(UTC).isoformat(timespec="seconds"), "load average": os.getloadavg()[0]}


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
