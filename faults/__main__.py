"""`make faults`: N=10 for a trial, SCENARIO=worker for one, SEED=7 for the same chance again."""

import os
import random
import sys
from time import monotonic

from faults import scenarios, telling
from faults.books import Row
from faults.house import House

SCENARIOS = {
    "worker": scenarios.worker_killed,
    "web": scenarios.web_killed,
    "database": scenarios.database_killed,
    "taken": scenarios.killed_before_noting,
}


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

    def work(house: House) -> None:
        for name in names:
            chance = random.Random(f"{seed} {name}")
            began = monotonic()
            row = SCENARIOS[name](house, times, chance)
            row.seconds = monotonic() - began
            rows.append(row)
            telling.say(row)

    House.wipe(house_home := House().home)
    House(house_home).run(work)
    telling.write(rows, times=times, seed=seed)
    return 1 if any(row.faults for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
