"""How well and how fast Fill plans a week: quality against the best known weeks, and milliseconds.

With a folder as argument: its families (`samples/*.json` or `*.json`) and its `best_known.json`
(or the file named as second argument), and quality is measured too. Without: made-up families of
200 activities, times only. The time is that of one planning call; `fill_5000_ms` is the slowest of
six families whose activities were copied, with changes, until there were 5,000.
"""

import json
import statistics
import sys
import time
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from typing import Any

from planner.fill import Instance, Plan, plan
from planner.fill.reading import read_instance
from planner.fill.score import score

ROOT = Path(__file__).resolve().parents[1]
FAMILIES, MANY, LARGE_FAMILIES = 24, 5000, 6


def main(arguments: list[str]) -> None:
    if arguments:
        folder = Path(arguments[0])
        files = sorted((folder / "samples").glob("*.json")) or sorted(folder.glob("*.json"))
        described = [json.loads(file.read_text(encoding="utf-8")) for file in files]
        best = Path(arguments[1]) if len(arguments) > 1 else folder / "best_known.json"
        known = json.loads(best.read_text(encoding="utf-8"))
    else:
        described, known = made_up(), {}
    instances = [read_instance(d) for d in described if d.get("format") == "fill-instance/1"]
    plan(instances[0])  # the first call also pays for what Python has not seen yet
    timed = [timed_plan(instance) for instance in instances]
    if known:
        rated = [quality(i, p, known[i.id]) for i, (_, p) in zip(instances, timed, strict=True)]
        print(f"fill_quality_mean {statistics.mean(rated):.3f} %")
        print(f"fill_quality_min {min(rated):.3f} %")
    times = sorted(ms for ms, _ in timed)
    print(f"fill_ms_p50 {statistics.median(times):.1f} ms")
    print(f"fill_ms_p95 {statistics.quantiles(times, n=20, method='inclusive')[-1]:.1f} ms")
    step = max(1, len(instances) // LARGE_FAMILIES)
    large = [timed_plan(many_activities(i))[0] for i in instances[::step][:LARGE_FAMILIES]]
    print(f"fill_5000_ms {max(large):.1f} ms")


def made_up() -> list[dict[str, Any]]:
    families = of_the_tests("families")
    return [families.family(seed, activities=200) for seed in range(FAMILIES)]


def of_the_tests(name: str) -> Any:
    """A module of the tests' own, which is no package and so is loaded by its path."""
    spec = spec_from_file_location(name, ROOT / f"tests/planner/fill/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def timed_plan(instance: Instance) -> tuple[float, Plan]:
    began = time.perf_counter()
    filled = plan(instance)
    return (time.perf_counter() - began) * 1000, filled


def quality(instance: Instance, filled: Plan, known: dict[str, int]) -> float:
    """Percent of the best known gain over the given entries alone."""
    if known["best"] == known["base"]:
        return 100.0
    gained = sum(score(instance, filled).values()) - known["base"]
    return 100 * gained / (known["best"] - known["base"])


def many_activities(instance: Instance) -> Instance:
    """The same family with 5,000 activities: copies with new ids and slightly other fields."""
    random = Random(instance.id)
    activities = list(instance.activities)
    while len(activities) < MANY:
        pattern = random.choice(instance.activities)
        shortest = max(5, pattern.minutes[0] + random.choice((-5, 0, 5)))
        youngest = max(0, pattern.ages[0] + random.randint(-6, 6))
        copy = replace(
            pattern,
            id=f"copy-{len(activities)}",
            minutes=(shortest, max(shortest, pattern.minutes[1] + random.choice((-5, 0, 10)))),
            ages=(youngest, max(youngest, pattern.ages[1] + random.randint(-6, 6))),
            effort=min(5, max(1, pattern.effort + random.choice((-1, 0, 0, 1)))),
            cooldown=max(1, pattern.cooldown + random.randint(-2, 2)),
            skills=random.choice((pattern, random.choice(instance.activities))).skills,
        )
        activities.append(copy)
    return replace(instance, activities=tuple(activities))


if __name__ == "__main__":
    main(sys.argv[1:])
