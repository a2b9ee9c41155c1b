"""How long looking back, a key press in the journal and its book take for a family of ten years.

Prints look_back_ms (the slowest range, page made), journal_key_ms_p95 (typed to painted) and
export_3000_s (PDF), of a made-up family with six times together and two reaches a week.
"""

import os
import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtWidgets import QApplication, QWidget

from planner.model import Entry, EntryId, Household, Person, PersonId, ReachId, Reflection
from planner.reaches import LANDINGS, RESPONSES, SHAPES, Reach
from planner.remembered import chosen, index
from planner.week import add
from ui import theme
from ui.application import make_application
from ui.journal_book import book
from ui.journal_page import JournalPage
from ui.journal_pdf import write_pdf
from ui.look_back_page import LookBackPage

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 16, 10)  # noqa: DTZ001  (local wall-clock time)
WEEKS, BOOK = 520, 3000
LEO, MAYA, MUM, DAD = (PersonId(name) for name in ("1", "2", "3", "4"))
PEOPLE = tuple(
    Person(id=person, name=name, role="child" if person in {LEO, MAYA} else "grown-up")
    for person, name in ((LEO, "Leo"), (MAYA, "Maya"), (MUM, "Sara"), (DAD, "Jonas"))
)
LINES = ("Ten lampposts.", "She laughed at the fox.", "", "Silence, and that was fine.")
WORDS = ("left out", "worried", "proud", "angry", "relieved", "calm", "happy", "lonely")


def ten_years() -> Household:
    chance = Random(7)
    entries, reaches = [], []
    for n in range(WEEKS * 6):
        child = chance.choice((LEO, MAYA))
        entries.append(
            Entry(
                id=EntryId(str(n)),
                day=TODAY - timedelta(days=n * 7 // 6),
                start=chance.choice((480, 960, 1140)),
                minutes=20,
                title=f"Walk {n % 40}",
                activity="walk",
                pathway=chance.choice(("reach", "feel-with", "stay-close")),
                people=(child, chance.choice((MUM, DAD))),
                moment=chance.choice(("bedtime", "car", None)),
                outcome="done",
                reflection=Reflection(
                    written=NOW,
                    closeness=chance.choice((None, 2, 3, 4, 5)),
                    feelings={child: tuple(chance.sample(WORDS, 2))},
                    helped=(chance.choice(("listened", "named", "laughed")),),
                    line=chance.choice(LINES),
                ),
            )
        )
    for n in range(WEEKS * 2):
        reach = Reach(
            id=ReachId(str(n)),
            child=chance.choice((LEO, MAYA)),
            at=NOW - timedelta(days=n * 7 // 2),
            shape=(chance.choice(SHAPES),),
            response=(chance.choice(RESPONSES),),
            landed=chance.choice(LANDINGS),
        )
        reaches.append(reach)
    kept = tuple(sorted(reaches, key=lambda r: (r.at, r.id)))
    return add(replace(Household(people=PEOPLE), reaches=kept), *entries)


def shown(page: QWidget) -> None:
    page.resize(1240, 900)
    page.show()
    QApplication.processEvents()


def look_back_ms(household: Household) -> float:
    """The slowest of five times in which the page is shown anew, at its widest range."""
    page = LookBackPage(theme.light())
    shown(page)
    page.ranges[-1].setChecked(True)
    slowest = 0.0
    for n in range(5):
        start = perf_counter()
        page.show_household(replace(household, name=str(n)), TODAY)
        QApplication.processEvents()
        slowest = max(slowest, perf_counter() - start)
    return slowest * 1000


def journal_key_ms(household: Household) -> list[float]:
    page = JournalPage(theme.light())
    shown(page)
    page.show_household(household, TODAY)
    QApplication.processEvents()
    durations = []
    for typed in ("lampposts", "fox laughed", "worried", "walk 1", "zebra"):
        for end in range(1, len(typed) + 1):
            start = perf_counter()
            page.search.setText(typed[:end])
            QApplication.processEvents()
            durations.append((perf_counter() - start) * 1000)
    return durations


def export_s(household: Household) -> float:
    items = chosen(index(household, None, lambda _: ()), first=date.min, last=TODAY)[:BOOK]
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        file = QSaveFile(str(Path(folder) / "journal.pdf"))
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        for _ in write_pdf(file, book(household, items, items[0].day, items[-1].day)):
            pass
        file.commit()
        return perf_counter() - start


def main() -> None:
    make_application(["kinweek"])
    household = ten_years()
    keys = journal_key_ms(household)
    sys.stdout.write(f"look_back_ms {look_back_ms(household):.0f}\n")
    sys.stdout.write(f"journal_key_ms_p95 {quantiles(keys, n=20)[-1]:.0f}\n")
    sys.stdout.write(f"export_3000_s {export_s(household):.2f}\n")


if __name__ == "__main__":
    main()
