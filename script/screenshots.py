"""The README's pictures: a week light and dark, a proposal, and the printed page, of the sample family.

Writes docs/week.png, week-dark.png, fill.png and print.png, always of the same Wednesday in November.
With a folder as argument: there instead.
"""

import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from activities import catalogue
from activities.model import Catalogue
from planner import actions
from planner.sample_private import sample_family
from planner.session import Session
from planner.sheet import week_sheet
from planner.store import open_store
from ui import theme
from ui.app import open_window
from ui.application import make_application
from ui.main_window import MainWindow
from ui.print_command import saying
from ui.print_week import page_image

NOW = datetime(2026, 11, 25, 16, 10)  # noqa: DTZ001  (local wall-clock time)
EARLY = datetime(2026, 11, 23, 7, 0)  # noqa: DTZ001  (the Monday before, with most of the week open)
PAPER_WIDTH = 1600


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale("en_GB"))
    app = make_application(["kinweek"])
    library, _ = catalogue.load()
    with tempfile.TemporaryDirectory() as data:
        household, store = open_store(Path(data), clock=lambda: NOW)
        session = Session(household, store)
        session.apply(actions.start_family(sample_family(NOW.date(), library.activities)))
        session = Session(session.household, store)
        now = NOW
        window = open_window(
            store, session, theme.light(), library=lambda: library, clock=lambda: now
        )
        window.resize(1440, 900)
        window.show()
        for name, look in (("week", theme.light()), ("week-dark", theme.dark())):
            dress(app, window, look)
            show_today(window)
            save(window, folder / f"{name}.png")
        dress(app, window, theme.light())
        now = EARLY
        session.apply(actions.start_family(sample_family(now.date(), library.activities)))
        show_filling(window)
        save(window, folder / "fill.png")
        window.filling.keep_all()
        save_page(window, library, folder / "print.png")
        window.close()
        store.close()


def dress(app: QApplication, window: MainWindow, look: theme.Theme) -> None:
    app.setPalette(theme.palette(look))
    app.setStyleSheet(theme.style_sheet(look))
    window.set_theme(look)


def show_today(window: MainWindow) -> None:
    """The week with the next entry of today chosen."""
    window.show_day(NOW.date())
    entry = next(e for e in window.week.week_entries if e.day == NOW.date())
    window.week.choose(entry.id, take_focus=True)


def show_filling(window: MainWindow) -> None:
    """The week with a proposal on it."""
    window.week.choose(None)
    window.fill()
    while window.filling.busy:
        QTest.qWait(20)


def save_page(window: MainWindow, library: Catalogue, file: Path) -> None:
    """The printed page of the week as it stands now."""
    household = window.session.household
    sheet = week_sheet(household, window.first, say=saying(household, window.first, library))
    page_image(sheet, paper="A4", locale=QLocale(), width_px=PAPER_WIDTH).save(str(file))


def save(window: MainWindow, file: Path) -> None:
    QTest.qWait(50)  # layouts and pictures settle
    window.grab().save(str(file))
    sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
