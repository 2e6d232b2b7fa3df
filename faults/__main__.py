"""`make faults`: N=10 for a trial, SCENARIO=worker for one, SEED=7 for the same chance again."""

import os
import random
import sys
from collections.abc import Callable
from time import monotonic

from faults import full_disk, mail, scenarios, telling
from faults.books import Row
from faults.house import HOME, House

SCENARIOS = {
    "worker": scenarios.worker_killed,
    "web": scenarios.web_killed,
    "database": scenarios.database_killed,
    "refuses": mail.refuses,
    "hangs": mail.falls_silent,
    "taken": scenarios.killed_before_noting,
    "full": full_disk.full,
}


def on_a_small_disk(work: Callable[[House], None]) -> None:
    """A house whose database lies on a small file system of its own."""
    home = HOME.with_name("faults-full")
    house = House(home)
    full_disk.unmount(house.database.place.home)
    House.wipe(home)
    house = House(home)
    full_disk.mount(house.database.place.home)
    try:
        house.run(work)
    finally:
        full_disk.unmount(house.database.place.home)


def main() -> int:
    """Break it, count, print, write; 1 when anything was lost."""
    times = int(os.environ.get("N", "100"))
    seed = int(os.environ.get("SEED") or random.randrange(10**6))
    wanted = os.environ.get("SCENARIO", "")
    names = wanted.split(",") if wanted else list(SCENARIOS)
    if unknown := set(names) - set(SCENARIOS):
        print(f"There is no {', '.join(unknown)}. There are: {', '.join(SCENARIOS)}.")
        return 2
    print(f"{times} times each, with SEED={seed}: {', '.join(names)}", flush=True)
    rows: list[Row] = []

    def work(house: House, name: str) -> None:
        began = monotonic()
        row = SCENARIOS[name](house, times, random.Random(f"{seed} {name}"))
        row.seconds = monotonic() - began
        rows.append(row)
        telling.say(row)

    def all_of(house: House, wanted: list[str]) -> None:
        for name in wanted:
            work(house, name)

    on_one_house = [name for name in names if name != "full"]
    if on_one_house:
        House.wipe(HOME)
        House(HOME).run(lambda house: all_of(house, on_one_house))
    if "full" in names:
        try:
            on_a_small_disk(lambda house: work(house, "full"))
        except full_disk.CannotMount as missing:
            print(f"\n{missing}")
            telling.write(rows, times=times, seed=seed)
            return 1
    telling.write(rows, times=times, seed=seed)
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
