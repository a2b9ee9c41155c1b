"""Process start to first paint of the week, beside an empty PySide6 window, in pairs taken in turn.

Prints `start_ratio` (median of the pairs) for the sample family's weeks alone,
`start_everything_ratio` for the same week of the sample family with a ritual, reaches, mending and
all else it keeps, and `start_ten_years_ratio` for that family after ten years: 5,000 entries and 50
rituals, five of them alive. Then the medians in milliseconds. With a number as argument: that many
pairs. Uses the screen there is, or the offscreen platform.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from activities.model import Activity
from planner.dates import monday_of
from planner.model import EntryId, Household, Ritual, RitualId
from planner.rituals import with_ritual
from planner.sample import sample_household
from planner.sample_private import sample_family
from planner.storage import open_folder
from planner.week import add
from ui.demo import make_demo
from ui.upkeep import keep_up

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        import os; os._exit(0)
app = QApplication([])
window = Window(); window.resize(1440, 900); window.show()
app.exec()
"""
KINWEEK = """
import os, sys, time
from ui import __main__ as kinweek
load = kinweek.load_qt
def load_and_watch():
    load()
    from PySide6.QtCore import QCoreApplication, QTimer
    from ui import week_canvas
    paint = week_canvas.WeekCanvas.paintEvent
    def painted(self, event):
        paint(self, event)
        THEN
    week_canvas.WeekCanvas.paintEvent = painted
kinweek.load_qt = load_and_watch
kinweek.main(["--data", sys.argv[1]])
"""
WEEK = KINWEEK.replace("THEN", "print(time.time(), flush=True); os._exit(0)")
ONCE = KINWEEK.replace("THEN", "QTimer.singleShot(1000, QCoreApplication.quit)")
"""So long that what a start keeps for the next one is kept."""
WEEKS, RITUALS, ALIVE = 520, 50, 5
PASSED = 14
"""Weeks of the sample family that are over, and are lived again and again."""


def ten_years(today: date, library: Mapping[str, Activity]) -> Household:
    """The sample family after ten years of its weeks, with an entry more in each."""
    family = sample_family(today, library)
    lived = [family.weeks[monday].entries for monday in sorted(family.weeks)[:PASSED]]
    entries, this_week = [], monday_of(today)
    for back in range(PASSED + 1, WEEKS):
        monday = this_week - timedelta(weeks=back)
        for like in (lived[back % PASSED][0], *lived[back % PASSED]):
            day = monday + timedelta(days=like.day.weekday())
            entries.append(replace(like, id=EntryId(str(10**6 + len(entries))), day=day))
    family = add(family, *(replace(e, ritual=None, original=None) for e in entries))
    for n in range(RITUALS - len(family.rituals)):
        ritual_id = RitualId(str(10**7 + n))
        first = replace(entries[-1], id=EntryId(ritual_id), reflection=None, outcome="planned")
        ends = "" if n < ALIVE else f";UNTIL={this_week - timedelta(weeks=n + 1):%Y%m%d}"
        ritual = Ritual(id=ritual_id, first=first, rule=f"FREQ=WEEKLY{ends}")
        family = with_ritual(family, ritual)
    count = sum(len(week.entries) for week in family.weeks.values())
    print(f"entries {count} entries", file=sys.stderr)
    return family


def started(program: str, *arguments: str) -> float:
    """Milliseconds from starting this program to its paint."""
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True
    )
    return (float(done.stdout.split()[-1]) - begin) * 1000


def main() -> None:
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as at home: compiled once, then kept
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    now = datetime.now()  # noqa: DTZ005  (local wall-clock time)
    families = {"": sample_household, "_everything": sample_family, "_ten_years": ten_years}
    with tempfile.TemporaryDirectory() as place:
        cache = Path(place) / "library.json"
        for name, family in families.items():
            home = Path(place) / f"home{name}"
            make_demo(home, cache, now, family=family)
            database = open_folder(home, clock=lambda: now)
            keep_up(database)  # as it is done beside the window
            database.close()
        homes = [str(Path(place) / f"home{name}") for name in families]
        subprocess.run([sys.executable, "-c", ONCE, homes[-1]], check=True)
        runs = [
            (started(EMPTY), *(started(WEEK, home) for home in homes)) for _ in range(pairs + 1)
        ][1:]
    for n, name in enumerate(families, 1):
        print(f"start{name}_ratio {statistics.median(r[n] / r[0] for r in runs):.3f} ratio")
    print(f"empty_window_ms {statistics.median(r[0] for r in runs):.0f} ms")
    for n, name in enumerate(families, 1):
        print(f"painted{name}_ms {statistics.median(r[n] for r in runs):.0f} ms")


if __name__ == "__main__":
    main()
