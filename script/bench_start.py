"""Process start to first paint of the week, beside an empty PySide6 window, in pairs taken in turn.

Prints `start_ratio` (median of the pairs) for the sample family's weeks alone, and
`start_everything_ratio` for the same week of the sample family with a ritual, reaches, mending and
all else it keeps; then the medians in milliseconds. With a number as argument: that many pairs.
Uses the screen there is, or the offscreen platform.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from planner.sample import sample_household
from ui.demo import make_demo

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
WEEK = """
import os, sys, time
from ui import __main__ as kinweek
load = kinweek.load_qt
def load_and_watch():
    load()
    from ui import week_canvas
    paint = week_canvas.WeekCanvas.paintEvent
    def painted(self, event):
        paint(self, event)
        print(time.time(), flush=True)
        os._exit(0)
    week_canvas.WeekCanvas.paintEvent = painted
kinweek.load_qt = load_and_watch
kinweek.main(["--data", sys.argv[1]])
"""
ONCE = """
import sys
from ui import __main__ as kinweek
load = kinweek.load_qt
def load_and_leave():
    load()
    from PySide6.QtCore import QCoreApplication, QTimer
    from ui import week_canvas
    paint = week_canvas.WeekCanvas.paintEvent
    def painted(self, event):
        paint(self, event)
        QTimer.singleShot(1000, QCoreApplication.quit)
    week_canvas.WeekCanvas.paintEvent = painted
kinweek.load_qt = load_and_leave
kinweek.main(["--data", sys.argv[1]])
"""


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
    with tempfile.TemporaryDirectory() as folder:
        weeks, whole, cache = (Path(folder) / name for name in ("weeks", "all", "library.json"))
        make_demo(weeks, cache, now, family=sample_household)
        make_demo(whole, cache, now)
        families = str(weeks), str(whole)
        runs = [
            (started(EMPTY), *(started(WEEK, family) for family in families))
            for _ in range(pairs + 1)
        ][1:]
    print("start_ratio", round(statistics.median(w / e for e, w, _ in runs), 3), "ratio")
    everything = statistics.median(a / e for e, _, a in runs)
    print("start_everything_ratio", round(everything, 3), "ratio")
    print("empty_window_ms", round(statistics.median(e for e, _, _ in runs)), "ms")
    print("painted_week_ms", round(statistics.median(w for _, w, _ in runs)), "ms")
    print("painted_everything_ms", round(statistics.median(a for _, _, a in runs)), "ms")


if __name__ == "__main__":
    main()
