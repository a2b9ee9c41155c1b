"""Asks which days go into a calendar file, and how much of them, and saves it where the family says."""

import os
from collections.abc import Callable
from datetime import UTC, date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.calendars.clocks import zone_named
from planner.calendars.export import calendar_file, contents
from planner.calendars.wishes import Wish
from planner.dates import WEEK_DAYS
from planner.model import Household
from ui.calendar_zone import here
from ui.family_fields import Tick, button, chip_button
from ui.labels import label
from ui.main_window import MainWindow
from ui.number_fields import calm, with_calendar
from ui.text import calendar_files as text
from ui.text import common
from ui.theme import Theme

SUFFIX = ".ics"
LETTERS = 62

AskPath = Callable[[QWidget, str], Path | None]
"""Asks where to save, with a file name to offer; None for nowhere."""


def ask_path(parent: QWidget, name: str) -> Path | None:
    """The system's window for saving a file; the name always ends in `.ics`."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, text.SAVE_AS, str(Path.home() / name), text.FILES
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


class DayField(QDateEdit):
    """A day, typed or chosen in a small calendar."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__(common.qdate(day))
        with_calendar(self)
        calm(self)
        self.setAccessibleName(name)

    def day(self) -> date:
        found = self.date()
        return date(found.year(), found.month(), found.day())


class SavingSheet(QDialog):
    """Which days of a household, and what besides titles, times and names. `wish()` says what was chosen."""

    chosen = Signal(object)  # Wish

    def __init__(self, household: Household, first: date, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._household, self._first = household, first
        self.setWindowTitle(text.WINDOW)
        self.week = chip_button(text.THIS_WEEK)
        self.range = chip_button(text.RANGE)
        self.everything = chip_button(text.EVERYTHING)
        self.which = QButtonGroup(self)
        self.days = QWidget()
        self.first = DayField(text.FIRST, first)
        self.last = DayField(text.LAST, first + timedelta(days=WEEK_DAYS - 1))
        self.ticks, self.notes = Tick(text.TICKS, theme), Tick(text.NOTES, theme)
        self.own = Tick(text.OWN, theme)
        self.hint = label("", theme.ink, bold=True)
        self.save = button(text.SAVE, "primary")
        self.save.setDefault(True)
        self._build(theme)
        self.week.setChecked(True)
        self._follow()

    def _build(self, theme: Theme) -> None:
        ways, days = QHBoxLayout(), QHBoxLayout(self.days)
        days.setContentsMargins(0, 0, 0, 0)
        for way in (self.week, self.range, self.everything):
            self.which.addButton(way)
            ways.addWidget(way)
            way.toggled.connect(self._follow)
        ways.addStretch(1)
        days.addWidget(self.first)
        days.addWidget(label("–", theme.ink))
        days.addWidget(self.last)
        days.addStretch(1)
        leave = button(common.CANCEL, "quiet")
        leave.clicked.connect(self.reject)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(leave)
        answers.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(label(text.WHICH_DAYS, theme.ink, bold=True))
        column.addLayout(ways)
        column.addWidget(self.days)
        column.addSpacing(8)
        column.addWidget(label(text.BESIDES, theme.ink, bold=True))
        for tick in (self.ticks, self.notes, self.own):
            column.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(text.NEVER, theme.ink_2))
        column.addStretch(1)
        column.addWidget(self.hint)
        column.addLayout(answers)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._follow)
        self.own.toggled.connect(self._follow)
        self.save.clicked.connect(lambda: self.chosen.emit(self.wish()))
        width = self.fontMetrics().averageCharWidth() * LETTERS
        self.setMinimumWidth(width)
        self.resize(width, column.heightForWidth(width))

    def wish(self) -> Wish:
        first, end = self._first, self._first + timedelta(days=WEEK_DAYS)
        if self.range.isChecked():
            first, end = self.first.day(), self.last.day() + timedelta(days=1)
        everything = self.everything.isChecked()
        return Wish(
            first=None if everything else first,
            end=None if everything else end,
            ticks=self.ticks.isChecked(),
            notes=self.notes.isChecked(),
            own=self.own.isChecked(),
        )

    def _follow(self) -> None:
        """Let only what can be saved be saved, and say why the rest cannot."""
        for field in (self.first, self.last):
            field.setEnabled(self.range.isChecked())
        self.days.setVisible(not self.everything.isChecked())
        wrong = ""
        if self.range.isChecked() and self.last.day() < self.first.day():
            wrong = text.DATES_CROSSED
        elif not contents(self._household, self.wish()).count:
            wrong = text.NOTHING
        self.hint.setText(wrong)
        self.hint.setVisible(bool(wrong))
        self.save.setEnabled(not wrong)


def save_calendar(window: MainWindow, *, ask: AskPath = ask_path) -> SavingSheet:
    """Ask what to save, then where, and say at the foot of the window what came of it."""
    household = window.session.household
    sheet = SavingSheet(household, window.first, window.theme, window)

    def save(wish: Wish) -> None:
        path = ask(sheet, text.file_name(wish.first))
        if path is None:
            return
        try:
            written(path, household_bytes(window, wish))
        except OSError as error:
            window.toast.show_words(text.not_saved(error.strerror or str(error)))
        else:
            window.toast.show_words(text.saved(path.name, contents(household, wish).count))
        sheet.accept()

    sheet.chosen.connect(save)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
    return sheet


def household_bytes(window: MainWindow, wish: Wish) -> bytes:
    return calendar_file(
        window.session.household,
        wish,
        zone=zone_named(here()),
        stamp=window.now().astimezone(UTC),
        name=text.NAME,
    )


def written(path: Path, content: bytes) -> None:
    """Put the content into the file, all or nothing. Raises OSError."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
