"""Whether a filled week ever breaks a hard rule: so many made-up families, each checked literally.

With a number as argument: so many families (1,000 without). Prints `broken_weeks`, which has to be
0, and how many suggestions were looked at.
"""

import sys
from typing import Any

from bench_fill import of_the_tests

from planner.fill import plan
from planner.fill.reading import read_instance, write_plan

FAMILIES, ACTIVITIES = 1000, 12


def main(arguments: list[str]) -> None:
    families, checker = of_the_tests("families"), of_the_tests("checker")
    broken = looked_at = 0
    for seed in range(int(arguments[0]) if arguments else FAMILIES):
        described: dict[str, Any] = families.family(seed, activities=ACTIVITIES)
        entries = write_plan(plan(read_instance(described)))["entries"]
        looked_at += sum("fixed" not in entry for entry in entries)
        faults = checker.broken_rules(described, entries)
        if faults:
            broken += 1
            sys.stderr.write(f"family {seed}: {faults}\n")
    print(f"suggestions {looked_at} entries")
    print(f"broken_weeks {broken} weeks")


if __name__ == "__main__":
    main(sys.argv[1:])
