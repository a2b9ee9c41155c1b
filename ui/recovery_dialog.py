"""Shows the recovery key once: to be printed or saved, and kept somewhere safe."""

import os
from pathlib import Path

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QShowEvent,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.storage.files import DISK, write_new
from ui.column import Card
from ui.family_fields import button
from ui.labels import label
from ui.paper import CREATOR, MARGIN, Draw, draw_pages, page_layout, paper_for
from ui.print_asking import AskPath, AskPrinter, ask_printer
from ui.print_flow import Piece, draw_column, flowed, shaped
from ui.text import locking as text
from ui.text import printing as print_text
from ui.theme import Theme, text_font

POINTS = 13.0
WIDTH_IN_LETTERS = 68
KEY_SIZE = 1.5


def ask_path(parent: QWidget, name: str) -> Path | None:
    """The system's window for saving a file."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, text.SAVE_TITLE, str(Path.home() / name), text.SAVE_FILES
    )
    return Path(chosen) if chosen else None


def page_of(key: str, folder: Path) -> Draw:
    """One sheet with the key and what it is for."""
    pieces = shaped(
        (
            Piece(text=text.paper_title(str(folder)), bold=True, scale=1.4),
            Piece(text=key, bold=True, scale=1.6, before=2.0),
            Piece(text=text.ON_PAPER, before=2.0),
        )
    )

    def draw(painter: QPainter, page: QRectF) -> None:
        room = page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        (column, *_) = flowed(pieces, (room.width(), room.height()), POINTS)
        draw_column(painter, column, QPointF(room.topLeft()))

    return draw


class RecoveryDialog(QDialog):
    """The key, large; it is nowhere else. Escape does not close it: it is shown only once."""

    key_printed = Signal()
    key_saved = Signal(Path)

    def __init__(
        self,
        key: str,
        folder: Path,
        theme: Theme,
        *,
        ask_path: AskPath = ask_path,
        ask_printer: AskPrinter = ask_printer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._folder = key, folder
        self._ask_path, self._ask_printer = ask_path, ask_printer
        self.setWindowTitle(text.KEEP_KEY)
        self.key = label(key, theme.ink)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(text_font(KEY_SIZE).pointSizeF())
        self.key.setFont(font)
        self.key.setAccessibleName(text.KEEP_KEY)
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message = label("", theme.ink)
        self.print, self.save = button(text.PRINT), button(text.SAVE)
        self.kept = button(text.KEPT, "primary")
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.kept.clicked.connect(self.accept)
        for each in (self.print, self.save, self.kept):
            each.setAutoDefault(False)  # Enter must not close what is shown once
        self._build(theme)
        self.print.setFocus()

    def _build(self, theme: Theme) -> None:
        card = Card(theme)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 18, 16, 18)
        inside.addWidget(self.key)
        answers = QHBoxLayout()
        answers.addWidget(self.print)
        answers.addWidget(self.save)
        answers.addStretch(1)
        answers.addWidget(self.kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(text.KEEP_KEY, theme.ink, 1.5, bold=True))
        column.addWidget(label(text.KEY_SAYS, theme.ink_2))
        column.addWidget(card)
        column.addWidget(label(text.NOBODY_CAN_HELP, theme.ink))
        column.addWidget(self.message)
        column.addStretch(1)
        column.addLayout(answers)
        # Qt would ask for the height that the words take in the narrowest of widths.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._column = column
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS)

    def _fit(self) -> None:
        """Be as high as the words need at this width."""
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self.message, QAccessible.Event.Alert))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.minimumWidth(), 0)
        self._fit()

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(paper_for(QLocale()), landscape=False))
        printer.setDocName(text.KEEP_KEY)
        printer.setCreator(CREATOR)
        if not self._ask_printer(printer, self):
            return
        printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(printer):
            self._say(print_text.NOT_PRINTED)
            return
        draw_pages(painter, printer, [page_of(self._key, self._folder)])
        painter.end()
        self._say(text.PRINTED)
        self.key_printed.emit()

    def _save(self) -> None:
        path = self._ask_path(self, text.SAVE_NAME)
        if path is None:
            return
        words = (text.paper_title(str(self._folder)), self._key, text.ON_PAPER)
        try:
            write_new(DISK, path, (os.linesep * 2).join(words).encode(), over=True)
        except OSError:
            self._say(print_text.not_saved(str(path.parent)))
            return
        self._say(text.saved(path.name))
        self.key_saved.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
