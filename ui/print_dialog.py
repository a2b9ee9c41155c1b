"""The window that prints the week: the real page beside the few choices there are."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.sheet import WeekSheet, without_done
from ui.paper import CREATOR, PAPERS, Paper, PrintError, draw_pages, page_layout, page_rect
from ui.print_week import page_image, save_pdf, week_pages
from ui.text import printing as text
from ui.theme import Theme, text_font

AskPath = Callable[[QWidget, str], Path | None]
"""Asks where to save, with a file name to offer; None if nowhere."""
AskPrinter = Callable[[QPrinter, QWidget], bool]
"""Lets the family choose a printer and its settings; False if they would rather not."""


SIDE_WIDTH = 30
"""Letters that the column of choices is wide, unless a choice needs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoices:
    """What was chosen, so that the window opens with it the next time."""

    paper: Paper
    landscape: bool = True
    leave_out_done: bool = False


def ask_path(parent: QWidget, name: str) -> Path | None:
    """The system's window for saving a file; the name always ends in `.pdf`."""
    start = str(Path.home() / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, text.SAVE, start, text.PDF_FILES)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """The system's print window."""
    return QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted


class PagePreview(QWidget):
    """The page itself, as large as there is room, on a quiet ground."""

    def __init__(self, theme: Theme, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._locale = locale
        self._sheet: WeekSheet | None = None
        self._choices = PrintChoices(paper="A4")
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 240)
        self.setAccessibleName(text.PREVIEW)

    def show_page(self, sheet: WeekSheet, choices: PrintChoices) -> None:
        self._sheet, self._choices = sheet, choices
        self._picture = None
        self.update()

    def page_place(self) -> QRectF:
        """Where the page stands in this widget."""
        gap = self.fontMetrics().height()
        room = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        layout = page_layout(self._choices.paper, landscape=self._choices.landscape)
        size = page_rect(layout).size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        return place

    def sizeHint(self) -> QSize:
        return QSize(56, 40) * self.fontMetrics().height()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.busy)
        painter.drawRoundedRect(self.rect(), 10, 10)
        if self._sheet is not None:
            place = self.page_place()
            painter.drawImage(place, self._page(self._sheet, place))
            painter.setPen(QPen(self._theme.busy_line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
        painter.end()

    def _page(self, sheet: WeekSheet, place: QRectF) -> QImage:
        """The picture in the screen's own pixels, drawn anew only when the size or the page changes."""
        width = max(1, round(place.width() * self.devicePixelRatioF()))
        if self._picture is None or self._picture.width() != width:
            self._picture = page_image(
                sheet,
                paper=self._choices.paper,
                landscape=self._choices.landscape,
                locale=self._locale,
                width_px=width,
            )
        return self._picture


class PrintDialog(QDialog):
    """Shows the page, prints it or saves it as a PDF. `choices()` says what was chosen."""

    page_printed = Signal()
    page_saved = Signal(Path)

    def __init__(
        self,
        sheet: WeekSheet,
        *,
        theme: Theme,
        locale: QLocale,
        choices: PrintChoices,
        ask_path: AskPath = ask_path,
        ask_printer: AskPrinter = ask_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._locale = locale
        self._ask_path, self._ask_printer = ask_path, ask_printer
        self.setWindowTitle(text.WINDOW)
        self.preview = PagePreview(theme, locale, self)
        self._build(choices)
        self._show_page()

    def choices(self) -> PrintChoices:
        return PrintChoices(
            paper=next(paper for paper, chip in self._papers.items() if chip.isChecked()),
            landscape=self._landscape.isChecked(),
            leave_out_done=self._left_out.isChecked(),
        )

    def _build(self, choices: PrintChoices) -> None:
        self._papers: dict[Paper, QPushButton] = {
            paper: _chip(text.PAPER_NAMES[paper], choices.paper == paper) for paper in PAPERS
        }
        self._landscape = _chip(text.LANDSCAPE, choices.landscape)
        self._portrait = _chip(text.PORTRAIT, not choices.landscape)
        self._ticked = _chip(text.WITH_TICK, not choices.leave_out_done)
        self._left_out = _chip(text.LEFT_OUT, choices.leave_out_done)
        self.message = _note("")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap() // 2)
        self._add_group(column, text.PAPER, list(self._papers.values()))
        self._add_group(column, text.WAY, [self._landscape, self._portrait])
        self._add_group(column, text.DONE, [self._ticked, self._left_out])
        column.addWidget(_note(text.PRIVATE))
        column.addStretch(1)
        column.addWidget(self.message)
        for label, kind, asked in (
            (text.PRINT, "primary", self._print),
            (text.SAVE, "", self._save),
            (text.CLOSE, "quiet", self.reject),
        ):
            column.addWidget(_button(label, kind, asked))
        wish = SIDE_WIDTH * self.fontMetrics().averageCharWidth()
        side.setFixedWidth(max(wish, side.minimumSizeHint().width()))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*[self._gap() * 5 // 4] * 4)
        whole.setSpacing(self._gap() * 5 // 4)
        whole.addWidget(self.preview, 1)
        whole.addWidget(side)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * 0.92))

    def _add_group(self, column: QVBoxLayout, title: str, chips: list[QPushButton]) -> None:
        """A title and chips of which one is chosen; arrow keys move between them."""
        heading = QLabel(title)
        heading.setFont(text_font(bold=True))
        column.addWidget(heading)
        row = QHBoxLayout()
        row.setSpacing(self._gap() // 2)
        group = QButtonGroup(self)
        for chip in chips:
            chip.setAccessibleDescription(title)
            group.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        group.buttonToggled.connect(self._toggled)
        column.addLayout(row)
        column.addSpacing(self._gap() // 2)

    def _gap(self) -> int:
        return self.fontMetrics().height()

    def _toggled(self, _chip: QAbstractButton, on: bool) -> None:  # noqa: FBT001
        if on:
            self._show_page()

    def _show_page(self) -> None:
        self.message.clear()
        self.preview.show_page(self._shown(), self.choices())

    def _shown(self) -> WeekSheet:
        return without_done(self._sheet) if self._left_out.isChecked() else self._sheet

    def _print(self) -> None:
        choices, sheet = self.choices(), self._shown()
        days = [day.day for day in sheet.days]
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(choices.paper, landscape=choices.landscape))
        printer.setDocName(text.page_title(days[0], days[-1], self._locale))
        printer.setCreator(CREATOR)
        if not self._ask_printer(printer, self):
            return
        printer.setFullPage(True)  # a driver may have put its own margins back
        painter = QPainter()
        if not painter.begin(printer):
            self.message.setText(text.NOT_PRINTED)
            return
        page = page_rect(printer.pageLayout())
        draw_pages(painter, printer, week_pages(page, sheet, self._locale))
        painter.end()
        self.page_printed.emit()

    def _save(self) -> None:
        choices, sheet = self.choices(), self._shown()
        path = self._ask_path(self, text.file_name(sheet.days[0].day))
        if path is None:
            return
        try:
            save_pdf(
                path, sheet, paper=choices.paper, landscape=choices.landscape, locale=self._locale
            )
        except PrintError as error:
            self.message.setText(str(error))
            return
        self.message.setText(text.saved(path.name))
        self.page_saved.emit(path)


def _chip(label: str, checked: bool) -> QPushButton:  # noqa: FBT001
    chip = _button(label, "chip")
    chip.setCheckable(True)
    chip.setChecked(checked)
    return chip


def _button(label: str, kind: str, asked: Callable[[], None] | None = None) -> QPushButton:
    button = QPushButton(label)
    button.setProperty("kind", kind)
    button.setAccessibleName(label.removesuffix("…"))
    button.setAutoDefault(kind == "primary")
    if asked:
        button.clicked.connect(asked)
    return button


def _note(words: str) -> QLabel:
    note = QLabel(words)
    note.setWordWrap(True)
    return note
