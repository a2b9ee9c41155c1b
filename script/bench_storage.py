"""How long a click takes to be safe on the disk, beside the bare disk, TinyDB and SQLite.

Prints `name value unit` lines. Ten years of a family: 30,000 documents, about 13 MB. All ways take
turns in one run, so a busy machine slows them alike; the values are medians.
"""

import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any

from tinydb import TinyDB

from planner.storage import Change, Database, open_folder

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
    print(f"mark_done_over_append_ms {median(ours) - median(bare):.3f} ms")
    print(f"mark_done_vs_tinydb {median(tiny) / median(ours):.0f} times faster")
    print(f"mark_done_vs_sqlite {median(ours) / median(lite):.2f} of its time")
    print(f"open_ms {open_times(home / 'kinweek', rounds=7):.0f} ms")
    print(f"open_small_ms {open_times(home / 'small', rounds=25):.2f} ms")


if __name__ == "__main__":
    # Beside this file, because a temporary folder is often in memory and nothing there is ever synced.
    place = Path(tempfile.mkdtemp(dir=Path(__file__).parent))
    try:
        main(place)
    finally:
        shutil.rmtree(place)
