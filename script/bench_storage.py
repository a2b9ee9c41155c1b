"""How long a click takes to be safe on the disk, beside the bare disk, TinyDB and SQLite.

Prints `name value unit` lines. Ten years of a family: 30,000 documents, about 13 MB. All ways take
turns in one run, so a busy machine slows them alike; the values are medians.

`mark_done_over_append_ms` is a whole step of a session, from `apply` to the listeners told, over a
bare append and sync of the same bytes; `open_ms` goes from the folder to the household in memory,
`month_ms` asks that household for the entries of a month, `memory_mb` is what all of it takes.
"""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from tinydb import TinyDB

from planner import actions
from planner.documents import entry_document
from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from planner.session import Session
from planner.storage import Change, Database, open_folder
from planner.store import Store, open_store
from planner.week import add, entries_between

COUNT = 30_000
ROUNDS = 200
STOCK_ROUNDS = 5  # half a second each
WORDS = "a quiet walk to the pond, then cocoa and the long story about the bear "


def document(number: int, *, done: bool) -> dict[str, Any]:
    return {
        "title": f"Entry {number}",
        "day": f"20{16 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "start": number % 1440,
        "minutes": 15 + number % 60,
        "who": ["Mia", "Ben", "Zoë"][: 1 + number % 3],
        "done": done,
        "notes": WORDS * (2 + number % 5),
    }


def milliseconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def appender(path: Path) -> Callable[[bytes], None]:
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    sync = getattr(os, "fdatasync", os.fsync)

    def append(line: bytes) -> None:
        os.write(handle, line)
        sync(handle)

    return append


def sqlite(
    path: Path, documents: dict[int, dict[str, Any]]
) -> Callable[[int, dict[str, Any]], None]:
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=full")
    base.execute("create table entries (id integer primary key, document text)")
    base.execute("begin")
    base.executemany(
        "insert into entries values (?, ?)",
        ((number, json.dumps(document)) for number, document in documents.items()),
    )
    base.execute("commit")

    def update(number: int, document: dict[str, Any]) -> None:
        base.execute("update entries set document=? where id=?", (json.dumps(document), number))

    return update


def filled(folder: Path, documents: dict[int, dict[str, Any]]) -> Database:
    database = open_folder(folder, clock=datetime.now)
    database.commit([Change("entries", str(n), d) for n, d in documents.items()])
    database.compact()
    return database


def ten_years() -> Household:
    """20,000 entries, every second one with a reflection: 30,000 documents and a few."""
    people = tuple(
        Person(id=PersonId(n.casefold()), name=n, role="child") for n in ("Mia", "Ben", "Zoë")
    )
    first = date(2016, 1, 4)
    made = []
    for number in range(1, COUNT * 2 // 3 + 1):
        day = first + timedelta(days=number * 3650 // (COUNT * 2 // 3))
        words = Reflection(
            written=datetime.fromisoformat("2016-01-04T18:00"), closeness=4, line=WORDS * 2
        )
        made.append(
            Entry(
                id=EntryId(str(number)),
                day=day,
                start=number % 1440,
                minutes=15 + number % 60,
                title=f"Entry {number}",
                people=tuple(p.id for p in people[: 1 + number % 3]),
                note=WORDS * (2 + number % 5),
                reflection=words if number % 2 else None,
            )
        )
    return add(Household(people=people), *made)


def memory_mb() -> float:
    """What this process holds now, in megabytes; the peak where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024**2


def opened(folder: Path) -> tuple[Household, Store]:
    return open_store(folder, clock=datetime.now)


def household_figures(home: Path) -> None:
    """The figures above the store: a family's own objects, read by a process that has nothing else."""
    folder = home / "household"
    before = memory_mb()
    begin = time.perf_counter()
    household, store = opened(folder)
    first_open = (time.perf_counter() - begin) * 1000
    held = memory_mb() - before
    opens = [first_open]
    session = Session(household, store)
    told: list[Household] = []
    session.subscribe(lambda _, after: told.append(after))
    append = appender(home / "bare-session.jsonl")
    entries = [e for week in household.weeks.values() for e in week.entries]
    steps, bare, months = [], [], []
    for turn in range(ROUNDS):
        entry = entries[turn * 149 % len(entries)]
        line = b"%b\n" % json.dumps(entry_document(entry)).encode()
        bare.append(milliseconds(lambda line=line: append(line)))
        action = actions.set_outcome(entry, "done")
        steps.append(milliseconds(lambda action=action: session.apply(action)))
        day = entry.day.replace(day=1)
        months.append(milliseconds(lambda day=day: entries_between(session.household, day, 31)))
    assert len(told) == ROUNDS
    store.close()
    for _ in range(4):
        begin = time.perf_counter()
        _, store = opened(folder)
        opens.append((time.perf_counter() - begin) * 1000)
        store.close()
    print(f"mark_done_over_append_ms {median(steps) - median(bare):.3f} ms")
    print(f"mark_done_ms {median(steps):.3f} ms")
    print(f"open_ms {median(opens):.0f} ms")
    print(f"open_first_ms {first_open:.0f} ms")
    print(f"month_ms {median(months):.3f} ms")
    print(f"memory_mb {held:.0f} MB")


def open_times(folder: Path, *, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        database = open_folder(folder, clock=datetime.now)
        times.append((time.perf_counter() - begin) * 1000)
        database.close()
    return median(times)


def main(home: Path) -> None:
    documents = {number: document(number, done=False) for number in range(1, COUNT + 1)}
    stock = TinyDB(home / "stock.json", encoding="utf-8").table("entries")
    stock.storage.write({"entries": {str(n): d for n, d in documents.items()}})
    update = sqlite(home / "sqlite.db", documents)
    append = appender(home / "bare.jsonl")
    database = filled(home / "kinweek", documents)
    bare, ours, lite, tiny = [], [], [], []
    for turn in range(ROUNDS):
        number = 1 + turn * 149 % COUNT
        done = document(number, done=True)
        line = b"%b\n" % json.dumps(done).encode()
        change = Change("entries", str(number), done)
        bare.append(milliseconds(lambda line=line: append(line)))
        ours.append(milliseconds(lambda change=change: database.commit([change])))
        lite.append(milliseconds(lambda n=number, d=done: update(n, d)))
        if turn < STOCK_ROUNDS:
            tiny.append(milliseconds(lambda n=number: stock.update({"done": True}, doc_ids=[n])))
    database.close()
    filled(home / "small", dict(list(documents.items())[:300])).close()
    print(f"commit_over_append_ms {median(ours) - median(bare):.3f} ms")
    print(f"mark_done_vs_tinydb {median(tiny) / median(ours):.0f} times faster")
    print(f"mark_done_vs_sqlite {median(ours) / median(lite):.2f} of its time")
    print(f"open_documents_ms {open_times(home / 'kinweek', rounds=7):.0f} ms")
    print(f"open_small_ms {open_times(home / 'small', rounds=25):.2f} ms")


if __name__ == "__main__":
    if len(sys.argv) > 1:  # a process of its own, so that its memory is the household's alone
        household_figures(Path(sys.argv[1]))
        sys.exit()
    # Beside this file, because a temporary folder is often in memory and nothing there is ever synced.
    place = Path(tempfile.mkdtemp(dir=Path(__file__).parent))
    try:
        _, made = opened(place / "household")
        made.save(Household(), ten_years())
        made.database.compact()
        made.close()
        subprocess.run([sys.executable, __file__, str(place)], check=True)
        main(place)
    finally:
        shutil.rmtree(place)
