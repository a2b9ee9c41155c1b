"""Asks what goes into the journal's book, and writes it bit by bit, so that it can be stopped."""

from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QWidget,
)

from planner.model import Household, PersonId
from planner.remembered import Item, chosen, writer_of
from ui.calendar_saving import AskPath, DayField
from ui.choices import ChipRow, chip
from ui.family_fields import Tick, button
from ui.journal_book import Book, book, markdown
from ui.journal_pdf import write_pdf
from ui.labels import label
from ui.over import Over
from ui.text import common
from ui.text import journal_export as text
from ui.theme import Theme

SLICE = 0.03
"""Seconds of writing between two looks at the mouse."""


def ask_path(parent: QWidget, name: str) -> Path | None:
    """The system's window for saving a file; the name keeps its ending."""
    suffix = Path(name).suffix
    offered, kinds = str(Path.home() / name), text.FILES[suffix[1:]]
    found, _ = QFileDialog.getSaveFileName(parent, text.SAVE_AS, offered, kinds)
    if not found:
        return None
    path = Path(found)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def write_markdown(device: QIODevice, made: Book) -> Generator[int, None, None]:
    """Write the book as plain text; tells after each piece how many are done."""
    for count, words in enumerate(markdown(made)):
        device.write(words.encode())
        yield count


WRITERS: dict[str, Callable[[QIODevice, Book], Generator[int, None, None]]] = {
    "pdf": write_pdf,
    "md": write_markdown,
}


class Writing(QObject):
    """A book on its way into a file. The file is there when all of it is written, or not at all."""

    moved = Signal(int)
    ended = Signal(str)
    """Why it could not be written; "" where it could."""

    def __init__(self, path: Path, made: Book, suffix: str, parent: QObject) -> None:
        super().__init__(parent)
        self._file = QSaveFile(str(path))
        self._steps: Generator[int, None, None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._made, self._write = made, WRITERS[suffix]

    def start(self) -> None:
        if not self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            self.ended.emit(self._file.errorString())
            return
        self._steps = self._write(self._file, self._made)
        self._timer.start()

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        for count in self._steps or ():
            if perf_counter() > until:
                self.moved.emit(count)
                return
        self._timer.stop()
        self.ended.emit("" if self._file.commit() else self._file.errorString())

    def stop(self) -> None:
        """Leave no file, and one that was there before as it was."""
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()  # ends the page that is being painted before its file goes
        self._file.cancelWriting()
        self._file.commit()


class ExportSheet(Over):
    """People, days, format. `ask` is asked for a path when there is something to save."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        *,
        household: Household,
        items: tuple[Item, ...],
        me: PersonId | None,
        ask: AskPath = ask_path,
    ) -> None:
        super().__init__(window, theme, note=text.PLAIN)
        self._household, self._items, self._me, self._ask = household, items, me, ask
        self.setAccessibleName(text.WINDOW)
        days = [item.day for item in items]
        self.first, self.last = DayField(text.FIRST, min(days)), DayField(text.LAST, max(days))
        self.people: dict[PersonId, QAbstractButton] = {
            p.id: chip(common.spoken_name(p)) for p in household.people
        }
        self.formats = {"pdf": chip(text.PDF), "md": chip(text.MARKDOWN)}
        self.private = Tick(text.PRIVATE, theme)
        self.hint = label("", theme.ink, bold=True)
        self.bar = QProgressBar()
        self.cancel, self.save = button(common.CANCEL, "quiet"), button(text.SAVE, "primary")
        self.writing: Writing | None = None
        self._build()
        self._follow()

    def _build(self) -> None:
        theme = self.theme
        self.body.addWidget(label(text.WINDOW, theme.ink, 1.45, bold=True))
        for question, chips in ((text.WHOSE, self.people), (text.FORMAT, self.formats)):
            row = ChipRow()
            row.show_chips([*chips.values()])
            self.body.addWidget(label(question, theme.ink, bold=True))
            self.body.addWidget(row)
        group = QButtonGroup(self)
        for way in self.formats.values():
            group.addButton(way)
        self.formats["pdf"].setChecked(True)
        line = QHBoxLayout()
        line.addWidget(self.first)
        line.addWidget(label("–", theme.ink))
        line.addWidget(self.last)
        line.addStretch(1)
        self.body.addWidget(label(text.DAYS, theme.ink, bold=True))
        self.body.addLayout(line)
        mine = any(i.private and self._me and writer_of(i) == self._me for i in self._items)
        self.private.setVisible(mine)
        for part in (self.private, self.hint, self.bar):
            self.body.addWidget(part)
        self.bar.hide()
        self.bar.setAccessibleName(text.WRITING)
        for made in self.people.values():
            made.toggled.connect(self._follow)
        self.private.toggled.connect(self._follow)
        self.first.dateChanged.connect(self._follow)
        self.last.dateChanged.connect(self._follow)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self._save)
        self.foot.addWidget(self.cancel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.save)

    def open_sheet(self) -> None:
        self.open_over(next(iter(self.people.values()), self.save))

    def items(self) -> tuple[Item, ...]:
        """What is chosen, oldest first."""
        return chosen(
            self._items,
            first=self.first.day(),
            last=self.last.day(),
            people=frozenset(p for p, made in self.people.items() if made.isChecked()),
            private_of=self._me if self.private.isChecked() else None,
        )

    def _follow(self) -> None:
        crossed = self.last.day() < self.first.day()
        count = 0 if crossed else len(self.items())
        words = text.DATES_CROSSED if crossed else text.counted(count) if count else text.NOTHING
        self.hint.setText(words)
        self.save.setEnabled(count > 0)

    def _save(self) -> None:
        suffix = next(name for name, made in self.formats.items() if made.isChecked())
        first, last = self.first.day(), self.last.day()
        path = self._ask(self, text.file_name(first, last, suffix))
        if path is not None:
            self._write(path, suffix, first, last)

    def _write(self, path: Path, suffix: str, first: date, last: date) -> None:
        items = self.items()
        self.bar.setRange(0, len(items))
        self.bar.show()
        self.save.setEnabled(False)
        made = book(self._household, items, first, last)
        self.writing = Writing(path, made, suffix, self)
        self.writing.moved.connect(self.bar.setValue)
        self.writing.ended.connect(lambda wrong: self._ended(path, len(items), wrong))
        self.writing.start()
        self.place_soon()

    def _ended(self, path: Path, count: int, wrong: str) -> None:
        self.writing = None
        self.told.emit(text.not_saved(wrong) if wrong else text.saved(path.name, count))
        self.close_over()

    def _cancel(self) -> None:
        self.close_over()

    def close_over(self) -> None:
        """Stop what is being written, if anything is, and close."""
        if self.writing is not None:
            self.writing.stop()
            self.writing = None
            self.told.emit(text.STOPPED)
        super().close_over()
