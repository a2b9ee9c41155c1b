"""How long pages take: each layout of the sample family planned and drawn, and a month saved as a PDF.

Prints milliseconds (medians of the number of rounds given as argument, 7 without).
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from activities import catalogue
from planner.sample import sample_household
from planner.sheet import week_sheet
from ui.paper import page_layout, page_picture, page_rect, save_pages
from ui.print_command import activities_of, look_of
from ui.print_jobs import Job
from ui.print_layouts import LAYOUTS, Layout, layout_named

FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 23)
PREVIEW = 900


def median_ms(rounds: int, step: Callable[[], object]) -> float:
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        step()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    library, _ = catalogue.load()
    family = sample_household(FRIDAY, library.activities)
    job = Job(
        sheet=week_sheet(family, MONDAY),
        household=family,
        activities=activities_of(family, MONDAY, library)[:1],
    )
    look, locale = look_of("colour", large=False, writing=True), QLocale("en_GB")

    def drawn(layout: Layout) -> None:
        paper = page_layout("A4", landscape=layout.landscape)
        pages = layout.pages(job, page_rect(paper), locale, look)
        page_picture(paper, PREVIEW, pages[0])

    for layout in LAYOUTS:
        found = median_ms(rounds, lambda layout=layout: drawn(layout))  # type: ignore[misc]
        print(f"page_{layout.id} {found:.0f} ms")

    with tempfile.TemporaryDirectory() as folder:

        def month() -> None:
            paper = page_layout("A4")
            pages = layout_named("month").pages(job, page_rect(paper), locale, look)
            save_pages(Path(folder) / "month.pdf", paper, pages, title="month", locale=locale)

        print(f"month_pdf {median_ms(rounds, month):.0f} ms")
    del app


if __name__ == "__main__":
    main()
