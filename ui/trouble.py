"""A window that says why the family's data cannot be opened, where there is no other window to say it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from ui.family_fields import button
from ui.labels import label
from ui.text import locking as text
from ui.text import window as window_text
from ui.theme import Theme

WIDTH_IN_LETTERS = 68


def trouble(reason: str, theme: Theme) -> QDialog:
    """The sentence, a hint where the backups are, and a button to close it."""
    made = QDialog()
    made.setWindowTitle(window_text.APP)
    close = button(text.CLOSE, "primary")
    close.clicked.connect(made.accept)
    says = label(reason, theme.ink)
    says.setAccessibleName(reason)
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 22, 24, 20)
    column.setSpacing(12)
    column.addWidget(label(text.NOT_OPENED, theme.ink, 1.5, bold=True))
    column.addWidget(says)
    column.addWidget(label(text.TRY_BACKUP, theme.ink_2))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    column.addStretch(1)
    column.addLayout(row)
    width = made.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS
    # Qt would ask for the height that the words take in the narrowest of widths.
    column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    made.setMinimumSize(width, column.totalHeightForWidth(width))
    made.resize(made.minimumSize())
    made.setWindowModality(Qt.WindowModality.NonModal)
    close.setFocus()
    return made
