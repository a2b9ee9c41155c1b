"""Where the cards of one day stand side by side. Times in, fractions of the day's width out; no screen.

Three steps: cut the day into clusters in which every card touches another in time; give each card
the first column that is free; let it spread to the right over columns that stay free beside it. A
card that overlaps nothing keeps the whole width.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Left edge and width as fractions of the day's width, both in 0..1."""

    left: float
    width: float


def places(spans: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    """Places for half-open (start, end) spans, in the order they were given."""
    result = [Place(0.0, 1.0)] * len(spans)
    for cluster in clusters(spans):
        _place_cluster(cluster, spans, result)
    return tuple(result)


def clusters(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The numbers of the spans, those together that touch each other in time, directly or by others.

    By start, and in each the longer of those that start together first.
    """
    found: list[list[int]] = []
    reach = -1
    for n in sorted(range(len(spans)), key=lambda n: (spans[n][0], -spans[n][1], n)):
        start, end = spans[n]
        if found and start < reach:
            found[-1].append(n)
            reach = max(end, reach)
        else:
            found.append([n])
            reach = end
    return found


def _place_cluster(
    cluster: list[int], spans: Sequence[tuple[int, int]], result: list[Place]
) -> None:
    columns: list[list[int]] = []
    for n in cluster:
        free = (c for c in columns if spans[c[-1]][1] <= spans[n][0])
        column = next(free, None)
        if column is None:
            columns.append([n])
        else:
            column.append(n)
    for index, column in enumerate(columns):
        for n in column:
            reach = index + 1
            while reach < len(columns) and not any(
                _touch(spans[n], spans[o]) for o in columns[reach]
            ):
                reach += 1
            result[n] = Place(index / len(columns), (reach - index) / len(columns))


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
