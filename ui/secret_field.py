"""A field for a passphrase: dots, and a button that shows what is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.text import locking as text


class SecretField(QWidget):
    """Keeps what is typed to itself; `take` gives it once."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.returnPressed.connect(self.entered)
        self.show_button = QPushButton()
        self.show_button.setProperty("kind", "quiet")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._show_plain)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        self.setFocusProxy(self.line)
        self.rename(name)
        self._show_plain(plain=False)

    def rename(self, name: str) -> None:
        self.line.setAccessibleName(name)
        self.show_button.setAccessibleName(f"{text.SHOW_HINT}: {name}")

    def take(self) -> str:
        """What is typed. The field is empty and dotted from now on."""
        typed = self.line.text()
        self.line.clear()
        self.show_button.setChecked(False)
        return typed

    def _show_plain(self, plain: bool) -> None:  # noqa: FBT001
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_button.setText(text.HIDE if plain else text.SHOW)
        self.show_button.setToolTip(text.SHOW_HINT)
