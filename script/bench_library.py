"""How long the library takes to be there from its cache, and a key in the search box to be answered.

Prints `library_cache_ms` (150 activities from the cache, median and best), `library_files_ms` (the
same from their files) and `search_key_ms_p50`, `search_key_ms_p95`, `search_key_ms_max` (5,000
activities, each key of some searches with filters).
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from activities import catalogue
from activities.search import index, search

ROUNDS = 15
SEARCHES = ("bear story", "brethe", "lisetnimg brrow", "xyzzyq", "tell me your day")
COUNT = 5000


def milliseconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def library() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "library.json"
        files = milliseconds(lambda: catalogue.load(cache=cache))
        times = [milliseconds(lambda: catalogue.load(cache=cache)) for _ in range(ROUNDS)]
    print("library_files_ms", round(files, 1), "ms")
    print("library_cache_ms", round(statistics.median(times), 2), "ms")
    print("library_cache_ms_best", round(min(times), 2), "ms")


def keys() -> None:
    kinds = list(catalogue.load()[0].activities.values())
    shelf = index(
        replace(kinds[n % len(kinds)], id=f"idea-{n}", summary=f"Word{n % 1500} and {'path ' * 40}")
        for n in range(COUNT)
    )
    times = [
        milliseconds(lambda typed=typed: search(shelf, typed, band="8-10", longest=30, effort=2))
        for words in SEARCHES
        for typed in (words[:end] for end in range(len(words) + 1))
        for _ in range(3)
    ]
    cuts = statistics.quantiles(times, n=20)
    print("search_key_ms_p50", round(statistics.median(times), 2), "ms")
    print("search_key_ms_p95", round(cuts[-1], 2), "ms")
    print("search_key_ms_max", round(max(times), 2), "ms")


if __name__ == "__main__":
    library()
    keys()
