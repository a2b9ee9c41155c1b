"""The window that prints: the real pages beside the few choices there are."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.model import Household
from planner.sheet import WeekSheet
from ui.paper import (
    CREATOR,
    Draw,
    PrintError,
    draw_pages,
    page_layout,
    page_picture,
    page_rect,
    save_bytes,
    save_pages,
    save_picture,
)
from ui.print_asking import AskPath, AskPrinter, ask_path, ask_printer
from ui.print_choices import ChoiceColumn, PrintChoices, kept_choices, remembered_choices
from ui.print_command import look_of, title_of
from ui.print_html import weeks_html
from ui.print_jobs import Job
from ui.print_layouts import layout_named, pages_of
from ui.print_preview import PagePreview
from ui.text import printing as text
from ui.theme import Theme

__all__ = ["PrintChoices", "PrintDialog"]

SIDE_WIDTH = 34
"""Letters that the column of choices is wide, unless a choice needs more."""
PICTURE_WIDTH = 1754
"""Pixels: upright A4 at 150 dots to the inch, and nearly that for the others."""


class PrintDialog(QDialog):
    """Shows the pages, prints or saves them. `choices()` and `remembered()` say what was chosen.

    With only a `sheet` there are the layouts that need nothing else; a `job` offers all it has enough for.
    """

    page_printed = Signal()
    page_saved = Signal(Path)
    fridge_requested = Signal()

    def __init__(
        self,
        sheet: WeekSheet,
        *,
        theme: Theme,
        locale: QLocale,
        choices: PrintChoices,
        job: Job | None = None,
        remembered: Mapping[str, Mapping[str, Any]] | None = None,
        ask_path: AskPath = ask_path,
        ask_printer: AskPrinter = ask_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._locale, self._usual = locale, choices
        self._kept: Mapping[str, Mapping[str, Any]] = remembered or {}
        self._ask_path, self._ask_printer = ask_path, ask_printer
        self._pages: tuple[Draw, ...] = ()
        self._number = 0
        self.setWindowTitle(text.WINDOW)
        self.preview = PagePreview(theme, self)
        first = remembered_choices(self._kept, choices.layout, choices)
        self.column = ChoiceColumn(job or Job(sheet=sheet), first, self)
        self.message = _note("")
        self._build()
        self.column.changed.connect(self._changed)
        self.column.layout_changed.connect(self._turn_to_layout)
        self._changed()

    def choices(self) -> PrintChoices:
        return self.column.choices()

    def job(self) -> Job:
        """What is to be printed by the choices."""
        return self.column.job()

    def show_household(self, household: Household) -> None:
        """Take the family as it is now that something was printed: the next sheet may need another code."""
        self.column.show_household(household)

    def remembered(self) -> Mapping[str, Mapping[str, Any]]:
        """The choices of every layout that was looked at, for the next time."""
        return kept_choices(self._kept, self.choices())

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(self._gap() // 2)
        scroll = QScrollArea()
        scroll.setWidget(self.column)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        self.column.setAutoFillBackground(False)
        side.addWidget(scroll, 1)
        side.addWidget(_note(text.PRIVATE))
        side.addWidget(self.message)
        side.addLayout(self._buttons())
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        wish = SIDE_WIDTH * self.fontMetrics().averageCharWidth()
        holder.setFixedWidth(max(wish, holder.minimumSizeHint().width()))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*[self._gap() * 5 // 4] * 4)
        whole.setSpacing(self._gap() * 5 // 4)
        whole.addLayout(self._page_side(), 1)
        whole.addWidget(holder)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * 0.92))

    def _buttons(self) -> QGridLayout:
        """Printing on top, what saves below it, the ways out last."""
        grid = QGridLayout()
        grid.setSpacing(self._gap() // 2)
        self._html = _button(text.SAVE_HTML, "", self._save_html)
        for button, place in (
            (_button(text.PRINT, "primary", self._print), (0, 0, 1, 2)),
            (_button(text.SAVE, "", self._save), (1, 0, 1, 1)),
            (_button(text.SAVE_PICTURE, "", self._save_picture), (1, 1, 1, 1)),
            (self._html, (2, 0, 1, 2)),
            (_button(text.FROM_THE_FRIDGE, "quiet", self.fridge_requested.emit), (3, 0, 1, 1)),
            (_button(text.CLOSE, "quiet", self.reject), (3, 1, 1, 1)),
        ):
            grid.addWidget(button, *place)
        return grid

    def _page_side(self) -> QVBoxLayout:
        """The page, and below it the way to the others."""
        self._before = _button("‹", "", lambda: self._turn(-1))
        self._before.setAccessibleName(text.PAGE_BEFORE)
        self._after = _button("›", "", lambda: self._turn(1))
        self._after.setAccessibleName(text.NEXT_PAGE)
        self._which = QLabel()
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self._before, self._which, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(self.preview, 1)
        column.addLayout(row)
        return column

    def _gap(self) -> int:
        return self.fontMetrics().height()

    def _turn_to_layout(self, layout_id: str) -> None:
        """The choices made for that layout the last time; those made for this one are kept."""
        self._kept = kept_choices(self._kept, self._last)
        self.column.show_choices(remembered_choices(self._kept, layout_id, self._last))
        self._changed()

    def _changed(self) -> None:
        choices, job = self.choices(), self.column.job()
        layout = layout_named(choices.layout)
        look = look_of(choices.inks, large=choices.large, writing=choices.writing)
        self._last = choices
        self._pages = pages_of(layout, job, self._paper(), self._locale, look)
        self._number = 0
        self._html.setEnabled(layout.sheets is not None)
        self._show_page()

    def _layout(self) -> QPageLayout:
        choices = self.choices()
        return page_layout(choices.paper, landscape=choices.landscape)

    def _paper(self) -> QRectF:
        return page_rect(self._layout())

    def _turn(self, step: int) -> None:
        self._number = max(0, min(len(self._pages) - 1, self._number + step))
        self._show_page()

    def _show_page(self) -> None:
        self.message.setText("" if self._pages else text.NOTHING)
        shown = self._pages[self._number] if self._pages else None
        self.preview.show_page(self._layout(), shown)
        for widget in (self._before, self._which, self._after):
            widget.setVisible(len(self._pages) > 1)
        self._before.setEnabled(self._number > 0)
        self._after.setEnabled(self._number < len(self._pages) - 1)
        self._which.setText(text.page_of(self._number + 1, len(self._pages)))

    def _title(self) -> str:
        return title_of(layout_named(self.choices().layout), self.column.job(), self._locale)

    def _print(self) -> None:
        choices, job = self.choices(), self.column.job()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(self._layout())
        printer.setDocName(self._title())
        printer.setCreator(CREATOR)
        if not self._ask_printer(printer, self):
            return
        printer.setFullPage(True)  # a driver may have put its own margins back
        page = page_rect(printer.pageLayout())  # and the paper may be another now
        look = look_of(choices.inks, large=choices.large, writing=choices.writing)
        pages = pages_of(layout_named(choices.layout), job, page, self._locale, look)
        painter = QPainter()
        if not painter.begin(printer):
            self.message.setText(text.NOT_PRINTED)
            return
        draw_pages(painter, printer, pages)
        painter.end()
        self.page_printed.emit()

    def _save(self) -> None:
        self._saved_by(
            "pdf",
            lambda path: save_pages(
                path, self._layout(), self._pages, title=self._title(), locale=self._locale
            ),
        )

    def _save_picture(self) -> None:
        """One picture for each page; the second and later with their number in the name."""

        def save(path: Path) -> None:
            for number, draw in enumerate(self._pages):
                beside = path.with_stem(f"{path.stem}-{number + 1}") if number else path
                save_picture(beside, page_picture(self._layout(), PICTURE_WIDTH, draw))

        self._saved_by("png", save)

    def _save_html(self) -> None:
        job = self.column.job()
        sheets = layout_named(self.choices().layout).sheets
        if sheets is not None:
            page = weeks_html(sheets(job), self._locale, title=self._title())
            self._saved_by("html", lambda path: save_bytes(path, page.encode()))

    def _saved_by(self, ending: str, save: Callable[[Path], None]) -> None:
        """Ask where, save there, say so."""
        first = self.column.job().first
        path = self._ask_path(self, text.file_name(first, ending, self.choices().layout))
        if path is None:
            return
        try:
            save(path)
        except PrintError as error:
            self.message.setText(str(error))
            return
        self.message.setText(text.saved(path.name))
        self.page_saved.emit(path)


def _button(label: str, kind: str, asked: Callable[[], object]) -> QPushButton:
    button = QPushButton(label)
    button.setProperty("kind", kind)
    button.setAccessibleName(label.removesuffix("…"))
    button.setAutoDefault(kind == "primary")
    button.clicked.connect(asked)
    return button


def _note(words: str) -> QLabel:
    note = QLabel(words)
    note.setWordWrap(True)
    return note
