"""Turning weeks and dragging cards in the real window, over ten years of a family's data.

Prints `week_switch_p50` and `week_switch_p95`, from the key to the painted week with 80 cards on it,
and `drag_frame_p95`, from the mouse to the painted frame; all at 1440 by 900. The same with `busy` in
their names are those of a family that also took in calendars of thousands of events and whose cards
are largely those of 50 rituals. `expand_week_ms` is reading a week of ten years with 50 rituals, right
after a change; `expand_first_ms` right after a start, with rituals that end after so many times. With a
number as argument: that many turns. Uses the screen there is, or the offscreen platform.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from busy_family import with_calendars
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from activities import catalogue
from activities.model import Catalogue
from planner import actions
from planner.dates import monday_of
from planner.model import Entry, EntryId, Household, Ritual, RitualId
from planner.rituals import with_ritual
from planner.rituals_days import last_day
from planner.rituals_rule import rule_from
from planner.sample import sample_household
from planner.session import Session
from planner.store import open_store
from planner.week import add, entries_between
from planner.whole_days import with_days
from ui.app import open_window
from ui.application import make_application
from ui.main_window import MainWindow
from ui.theme import dress

NOW = datetime(2026, 11, 25, 16, 10)  # noqa: DTZ001  (local wall-clock time)
WEEKS, FULL_WEEKS = 10 * 52, 12
CARDS, USUAL = 80, 8
"""Entries of the last weeks, and of every other: 5,000 in ten years."""
TURNS, MOVES = 200, 200
RITUALS = 50
RULES = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA",
    "FREQ=MONTHLY;BYDAY=-1MO",
)
BEGUN = date(2016, 10, 31)
"""A last Monday of the month: a day of every one of these rules."""


class Painted(QObject):
    """Counts how often a widget was painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
    app = make_application(["kinweek"])
    library, _ = catalogue.load()
    family = ten_years(library)
    plain = on_screen(app, library, family, turns)
    busy = on_screen(
        app, library, with_calendars(ten_years(library, rituals=RITUALS), NOW.date()), turns
    )
    print(f"expand_week_ms {median(expand_times(family, '')):.2f} ms")
    print(f"expand_first_ms {median(expand_times(family, ';COUNT=999')):.2f} ms")
    for name, (switches, frames) in (("", plain), ("_busy", busy)):
        print(f"week_switch{name}_p50 {median(switches):.1f} ms")
        print(f"week_switch{name}_p95 {quantiles(switches, n=20)[-1]:.1f} ms")
        print(f"drag_frame{name}_p95 {quantiles(frames, n=20)[-1]:.1f} ms")


def on_screen(
    app: QApplication, library: Catalogue, family: Household, turns: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of each turn of the week, and of each frame of a drag, in a window of this family."""
    with tempfile.TemporaryDirectory() as folder:
        empty, store = open_store(Path(folder), clock=lambda: NOW)
        session = Session(empty, store)
        session.apply(actions.start_family(family))
        window = open_window(store, session, dress(app), library=lambda: library, clock=lambda: NOW)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        gc.collect()
        gc.freeze()  # as the app does after its start
        painted = Painted()
        window.week.grid.installEventFilter(painted)
        switches = switch_times(window, painted, turns)
        frames = frame_times(window, painted)
        window.close()
        window.deleteLater()  # or the next window would be measured beside this one
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.unfreeze()
        store.close()
    return switches, frames


def ten_years(library: Catalogue, rituals: int = 0) -> Household:
    """The sample family with its habits carried on for ten years, the last weeks crowded; a trip in each.

    So many of the cards of a crowded week are those of rituals instead.
    """
    family = sample_household(NOW.date(), library.activities)
    known = [entry for week in family.weeks.values() for entry in week.entries]
    entries: list[Entry] = []
    for back in range(WEEKS):
        monday = monday_of(NOW.date()) - timedelta(weeks=back)
        for n in range(CARDS - rituals if back < FULL_WEEKS else USUAL):
            like = known[(back * 7 + n) % len(known)]
            made = placed(like, str(len(entries) + 1), monday, n)
            entries.append(replace(made, outcome="done" if back else "planned"))
        trip = replace(entries[-1], id=EntryId(str(10**6 + back)), title="Trip")
        entries.append(with_days(trip, monday + timedelta(days=4), 5))
    print(f"entries {len(entries)} entries", file=sys.stderr)
    whole = Household(people=family.people, busy=family.busy, wishes=family.wishes)
    whole = add(whole, *entries)
    for n in range(CARDS - rituals, CARDS):
        first = placed(known[n % len(known)], str(10**7 + n), BEGUN, n)
        ritual = Ritual(id=RitualId(first.id), first=first, rule="FREQ=WEEKLY")
        whole = with_ritual(whole, ritual)
    return whole


def placed(like: Entry, entry_id: str, monday: date, n: int) -> Entry:
    """The nth card of a week."""
    return Entry(
        id=EntryId(entry_id),
        day=monday + timedelta(days=n % 7),
        start=8 * 60 + 65 * (n // 7) + 5 * (n % 3),
        minutes=(15, 30, 45, 60)[n % 4],
        title=like.title,
        people=like.people,
        activity=like.activity,
        pathway=like.pathway,
    )


def expand_times(household: Household, end: str) -> list[float]:
    """Milliseconds to read one week: 50 rituals of ten years, each time after something changed.

    With an `end` nothing is known of their rules either, as after a start.
    """
    like = next(e for week in household.weeks.values() for e in week.entries)
    for n in range(RITUALS):
        ritual_id = RitualId(str(100_000 + n))
        first = replace(like, id=EntryId(ritual_id), day=BEGUN, start=60 + 20 * n, minutes=15)
        ritual = Ritual(id=ritual_id, first=first, rule=RULES[n % len(RULES)] + end)
        household = with_ritual(household, ritual)
    times = []
    for back in range(100):
        changed = replace(household)  # as after a step: nothing that is kept for one is of use
        monday = monday_of(NOW.date()) - timedelta(weeks=back)
        if end:
            rule_from.cache_clear()
            last_day.cache_clear()
        begin = time.perf_counter()
        week = entries_between(changed, monday)
        times.append((time.perf_counter() - begin) * 1000)
        assert len(week) > (0 if end else RITUALS)
    return times


def timed(step: Callable[[], None], painted: Painted) -> float:
    """Milliseconds until everything this step asks for is painted."""
    before = painted.times
    begin = time.perf_counter()
    step()
    while painted.times == before:
        assert time.perf_counter() - begin < 5, "nothing was painted"
        QApplication.processEvents()
    QApplication.sendPostedEvents()
    return (time.perf_counter() - begin) * 1000


def switch_times(window: MainWindow, painted: Painted, turns: int) -> list[float]:
    """Key to painted week, back and forth through the crowded weeks."""
    back, forth = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
    keys = [back] * (FULL_WEEKS - 1) + [forth] * (FULL_WEEKS - 1)
    times = []
    for n in range(turns + len(keys)):
        key = keys[n % len(keys)]
        times.append(timed(lambda k=key: QTest.keyClick(window, k), painted))  # type: ignore[misc]
        assert len(window.week.grid.cards()) == CARDS
        QApplication.processEvents()
    return times[len(keys) :]


def frame_times(window: MainWindow, painted: Painted) -> list[float]:
    """Mouse to painted frame while a card is dragged across the week."""
    grid = window.week.grid
    start = grid.cards()[10].geometry().center() + grid.columns[0].pos()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(grid, left, none, start)
    seen = grid.visibleRegion().boundingRect().adjusted(60, 40, -40, -40)
    times = []
    for n in range(MOVES):
        at = seen.topLeft() + QPoint((n * 37) % seen.width(), (n * 23) % seen.height())
        times.append(timed(lambda p=at: QTest.mouseMove(grid, p), painted))  # type: ignore[misc]
        QApplication.processEvents()
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, left, none, start)
    return times


if __name__ == "__main__":
    main()
