"""Where to save a page and which printer to take: the system's own windows ask."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.text import printing as text

AskPath = Callable[[QWidget, str], Path | None]
"""Asks where to save, with a file name to offer; None if nowhere."""
AskPrinter = Callable[[QPrinter, QWidget], bool]
"""Lets the family choose a printer and its settings; False if they would rather not."""

FILE_KINDS = {".pdf": text.PDF_FILES, ".png": text.PICTURES, ".html": text.HTML_FILES}


def ask_path(parent: QWidget, name: str) -> Path | None:
    """The system's window for saving a file; the name always ends as the one that is offered."""
    ending = Path(name).suffix
    start = str(Path.home() / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, text.SAVE_AS, start, FILE_KINDS[ending])
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """The system's print window."""
    return QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
