"""How little changes when a week is filled again after one change, and what that costs in points.

With a folder as argument: its families (`samples/*.json` or `*.json`); without: made-up ones. Each
is filled as it is and as a small week (four entries at most), changed in one way after another
(one suggestion dropped or kept, something put on the same day, an evening taken, a goal halved or
doubled) and filled again. Counted is how many of the suggestions that are still possible stay
exactly as they were: `stays_mean`, the family with the fewest (`stays_min`), and the share of
single changes after which at least 80 % stay. `again_ms_p50` and `again_ms_p95` are the times of
filling again; `again_quality_mean` and `again_quality_min` its points in percent of what filling
the changed week from nothing reaches.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench_fill import made_up

from planner.fill import Instance, Placed, Plan, plan
from planner.fill.draft import Draft
from planner.fill.instance import DAY_MINUTES
from planner.fill.prepare import pick_of, set_up
from planner.fill.reading import read_instance
from planner.fill.score import score

SMALL_WEEK, ENOUGH = 4, 0.8
EVENING = (17 * 60, 22 * 60)


def main(arguments: list[str]) -> None:
    if arguments:
        folder = Path(arguments[0])
        files = sorted((folder / "samples").glob("*.json")) or sorted(folder.glob("*.json"))
        described = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    else:
        described = made_up()
    stayed: list[float] = []
    families: list[float] = []
    times: list[float] = []
    points: list[float] = []
    for one in (d for d in described if d.get("format") == "fill-instance/1"):
        instance = replace(read_instance(one), previous=())
        few = len(instance.fixed) + SMALL_WEEK
        small = replace(instance, goals=replace(instance.goals, week_max=few))
        for asked in (instance, small):
            found = [measured(changed) for changed in changes(asked)]
            shares = [kept / still for kept, still, _, _ in found if still]
            stayed += shares
            total = sum(still for _, still, _, _ in found)
            if total:
                families.append(sum(kept for kept, _, _, _ in found) / total)
            times += [ms for _, _, ms, _ in found]
            points += [quality for _, _, _, quality in found]
    times.sort()
    print(f"stays_mean {100 * statistics.mean(stayed):.1f} %")
    print(f"stays_min {100 * min(families):.1f} %")
    print(f"stays_enough {100 * statistics.mean(s >= ENOUGH for s in stayed):.1f} %")
    print(f"again_quality_mean {statistics.mean(points):.2f} %")
    print(f"again_quality_min {min(points):.2f} %")
    print(f"again_ms_p50 {statistics.median(times):.1f} ms")
    print(f"again_ms_p95 {statistics.quantiles(times, n=20, method='inclusive')[-1]:.1f} ms")


def measured(changed: Instance) -> tuple[int, int, float, float]:
    """How many suggestions stay, how many could, milliseconds, and points in percent."""
    began = time.perf_counter()
    again = plan(changed)
    ms = (time.perf_counter() - began) * 1000
    possible = [entry for entry in changed.previous if is_possible(changed, entry)]
    fresh = replace(changed, previous=())
    given = sum(score(fresh, Plan(instance="", entries=fresh.fixed)).values())
    best = sum(score(fresh, plan(fresh)).values()) - given
    gained = sum(score(fresh, again).values()) - given
    kept = sum(entry in again.suggestions for entry in possible)
    return kept, len(possible), ms, 100 * gained / best if best else 100.0


def is_possible(changed: Instance, entry: Placed) -> bool:
    board = set_up(changed)
    pick = pick_of(board, entry)
    return pick is not None and Draft(board).allows(pick)


def changes(asked: Instance) -> Iterator[Instance]:
    """The family after one change each, with the first proposal as the one before."""
    found = plan(asked).suggestions
    for n, entry in enumerate(found):
        others = (*found[:n], *found[n + 1 :])
        kept = replace(entry, fixed="kept")
        line = replace(kept, activity="", start=entry.day * DAY_MINUTES + EVENING[0], minutes=30)
        if n % 3 == 0:
            yield replace(asked, previous=others, blocked=asked.blocked | {entry.activity})
        elif n % 3 == 1:
            yield replace(asked, previous=found, fixed=(*asked.fixed, line))
        else:
            yield replace(asked, previous=others, fixed=(*asked.fixed, kept))
    for day, person in zip((1, 3, 5), asked.people, strict=False):
        taken = tuple(day * DAY_MINUTES + edge for edge in EVENING)
        free = cut(asked.free.get(person.id, ()), *taken)
        yield replace(asked, previous=found, free={**asked.free, person.id: free})
    for pathway, target in list(asked.goals.pathways.items())[:2]:
        other = target // 2 if pathway == min(asked.goals.pathways) else 2 * target
        goals = replace(asked.goals, pathways={**asked.goals.pathways, pathway: other})
        yield replace(asked, previous=found, goals=goals)


def cut(windows: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The windows without a stretch."""
    pieces = (p for a, b in windows for p in ((a, min(b, start)), (max(a, end), b)))
    return tuple(piece for piece in pieces if piece[0] < piece[1])


if __name__ == "__main__":
    main(sys.argv[1:])
