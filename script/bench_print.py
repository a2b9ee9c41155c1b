"""How long pages take: each layout planned and drawn, a month as a PDF, a choice in the print window.

Prints milliseconds: medians of as many rounds as the argument says, 7 without. `page_` is the sample
family's week, `full_` one with 60 entries a week; nothing is kept from one round to the next. `choice_`
is from the click on a paper, an ink or a size until the page on the screen is another.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QPushButton

from activities import catalogue
from activities.model import Catalogue
from planner.model import EntryId, Household
from planner.sample import sample_household
from planner.sheet import week_sheet
from planner.week import add
from ui import theme
from ui.lettering import words
from ui.paper import page_layout, page_picture, page_rect, save_pages
from ui.print_choices import PrintChoices
from ui.print_command import activities_of, look_of
from ui.print_dialog import PrintDialog
from ui.print_jobs import Job
from ui.print_layouts import LAYOUTS, Layout, layout_named, pages_of
from ui.text import printing as text

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 23)
PREVIEW, FULL = 900, 60
BRITISH = QLocale("en_GB")
LOOK = look_of("colour", large=False, writing=True)


def median_ms(rounds: int, step: Callable[[], object], *, cold: bool = True) -> float:
    times = []
    for _ in range(rounds):
        if cold:
            words.cache_clear()
        begin = time.perf_counter()
        step()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def full_weeks(family: Household) -> Household:
    """Nine weeks of `FULL` entries each, no title twice."""
    known = [entry for week in family.weeks.values() for entry in week.entries]
    made = (
        replace(
            known[n % len(known)],
            id=EntryId(str(9000 + n)),
            title=f"{known[n % len(known)].title} {n}",
            day=MONDAY + timedelta(days=7 * (n // FULL - 4) + n % 7),
            start=7 * 60 + n * 97 % (13 * 60) // 15 * 15,
            reflection=None,
        )
        for n in range(9 * FULL)
    )
    return add(replace(family, weeks={}), *made)


def job_of(family: Household, library: Catalogue) -> Job:
    return Job(
        sheet=week_sheet(family, MONDAY, say="That sounds hard."),
        household=family,
        activities=activities_of(family, MONDAY, library)[:1],
    )


def drawn(layout: Layout, job: Job) -> None:
    paper = page_layout("A4", landscape=layout.landscape)
    pages = pages_of(layout, job, page_rect(paper), BRITISH, LOOK)
    page_picture(paper, PREVIEW, pages[0])


def saved_month(job: Job, folder: Path) -> None:
    paper = page_layout("A4")
    pages = pages_of(layout_named("month"), job, page_rect(paper), BRITISH, LOOK)
    save_pages(folder / "month.pdf", paper, pages, title="month", locale=BRITISH)


def choice_ms(job: Job, layout: str) -> float:
    """The slowest of some clicks in the window."""
    dialog = PrintDialog(
        job.sheet,
        theme=theme.light(),
        locale=BRITISH,
        choices=PrintChoices(paper="A4", layout=layout),
        job=job,
    )
    dialog.resize(1240, 780)
    dialog.show()
    QApplication.processEvents()
    slowest = 0.0
    for label in (text.PAPER_NAMES["A5"], text.INK_NAMES["grey"], text.LARGE_PRINT, text.PORTRAIT):
        chip = next(b for b in dialog.findChildren(QPushButton) if b.text() == label)
        begin = time.perf_counter()
        chip.click()
        dialog.preview.repaint()
        slowest = max(slowest, (time.perf_counter() - begin) * 1000)
    dialog.close()
    return slowest


def main() -> None:
    app = QApplication([])
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    library, _ = catalogue.load()
    family = sample_household(FRIDAY, library.activities)
    jobs = {"page": job_of(family, library), "full": job_of(full_weeks(family), library)}
    for name, job in jobs.items():
        for layout in LAYOUTS if name == "page" else [one for one in LAYOUTS if one.sheets]:
            found = median_ms(rounds, lambda layout=layout, job=job: drawn(layout, job))  # type: ignore[misc]
            print(f"{name}_{layout.id} {found:.0f} ms")
        with tempfile.TemporaryDirectory() as folder:
            found = median_ms(rounds, lambda job=job: saved_month(job, Path(folder)))  # type: ignore[misc]
        print(f"{name}_month_pdf {found:.0f} ms")
        for layout_id in ("fridge", "month"):
            print(f"{name}_choice_{layout_id} {choice_ms(job, layout_id):.0f} ms")
    del app


if __name__ == "__main__":
    main()
