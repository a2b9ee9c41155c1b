"""Where the family's data is, its backups with a way back, and whether everything can be read."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.restoring import Contents, Preview
from planner.storage import BackupInfo
from ui.column import Card, Column, clear
from ui.family_fields import button
from ui.labels import label, recolour
from ui.passphrase_card import PassphraseCard
from ui.text import calendar_files as calendar_text
from ui.text import data as text
from ui.text import locking as locking_text
from ui.theme import Theme, text_font


class BackupLine(Card):
    """One backup: when, why, what is in it; opened, what going back to it would change."""

    preview_requested = Signal(object)  # Path
    restore_requested = Signal(object, str)  # Preview, when it was taken in words

    def __init__(self, info: BackupInfo, theme: Theme) -> None:
        super().__init__(theme)
        self._info = info
        self._preview: Preview | None = None
        self._readable = True
        self.taken = text.taken(info.taken)
        self.what = label(text.reason(info), theme.ink_2, 0.95)
        self.look = button(text.LOOK_INSIDE)
        self.look.setAccessibleName(f"{text.LOOK_INSIDE} {self.taken}")
        self.look.clicked.connect(lambda: self.preview_requested.emit(info.path))
        self.words = label("", theme.ink)
        self.safe = label(text.KEPT_FIRST, theme.ink_2, 0.95)
        self.restore = button(text.GO_BACK, "primary")
        self.leave = button(text.CANCEL, "quiet")
        self.restore.clicked.connect(self._restore)
        self.leave.clicked.connect(self._leave)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.taken, theme.ink, bold=True))
        words.addWidget(self.what)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.look)
        answers = QHBoxLayout()
        answers.addWidget(self.restore)
        answers.addWidget(self.leave)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.addLayout(row)
        for part in (self.words, self.safe):
            column.addWidget(part)
        column.addLayout(answers)
        self._open(opened=False)

    def show_contents(self, found: Contents | None) -> None:
        """Say how much is in it; None where it cannot be read."""
        words = text.UNREADABLE if found is None else text.contents(found)
        self.what.setText(f"{text.reason(self._info)} · {words}")
        self._readable = found is not None
        self.look.setEnabled(self._readable)

    def set_busy(self, *, busy: bool) -> None:
        for part in (self.look, self.restore):
            part.setEnabled(self._readable and not busy)

    def show_preview(self, preview: Preview) -> None:
        """Say what would change, and offer to do it."""
        self._preview = preview
        sentences = (text.difference(preview), text.unread(preview.unread))
        self.words.setText(" ".join(filter(None, sentences)))
        self._open(opened=True)
        self.restore.setFocus()

    def _open(self, *, opened: bool) -> None:
        for part in (self.words, self.safe, self.restore, self.leave):
            part.setVisible(opened)
        self.look.setVisible(not opened)

    def _leave(self) -> None:
        self._open(opened=False)
        self.look.setFocus()

    def _restore(self) -> None:
        assert self._preview is not None
        self.restore_requested.emit(self._preview, self.taken)


class DataPage(QWidget):
    """Shows a folder and its backups. It reads and writes nothing: that is asked for."""

    back_requested = Signal()
    backup_requested = Signal()
    check_requested = Signal()
    preview_requested = Signal(object)  # Path
    restore_requested = Signal(object, str)  # Preview, when it was taken in words
    calendar_file_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folder: Path | None = None
        self._infos: tuple[BackupInfo, ...] | None = None
        self._contents: dict[Path, Contents | None] = {}
        self._words = ""
        self.lines: dict[Path, BackupLine] = {}
        self.title = QLabel(text.TITLE)
        self.title.setFont(text_font(1.5, bold=True))
        self.back = QPushButton(text.BACK)
        self.back.clicked.connect(self.back_requested)
        self.passphrase = PassphraseCard(theme)
        self.area = Column()
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self._build()

    def _build(self) -> None:
        theme = self._theme
        recolour(self.title, theme.ink)
        self.area.body.removeWidget(self.passphrase)  # it stays as it is, with what is typed
        clear(self.area.body)
        body = self.area.body
        body.addWidget(self._card())
        body.addSpacing(8)
        body.addWidget(label(locking_text.HEADING, theme.ink, 1.25, bold=True))
        body.addWidget(self.passphrase)
        body.addSpacing(8)
        body.addWidget(label(calendar_text.HEADING, theme.ink, 1.25, bold=True))
        body.addWidget(label(calendar_text.HINT, theme.ink_2))
        self.calendar_file = button(calendar_text.OPEN)
        self.calendar_file.clicked.connect(self.calendar_file_requested)
        body.addWidget(self.calendar_file, 0, Qt.AlignmentFlag.AlignLeft)
        body.addSpacing(8)
        body.addWidget(label(text.BACKUPS, theme.ink, 1.25, bold=True))
        body.addWidget(label(text.BACKUPS_HINT, theme.ink_2))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        body.addLayout(self._list)
        body.addStretch(1)
        self.say(self._words)

    def _card(self) -> Card:
        """Where the data is, with what can be done for it at once."""
        theme = self._theme
        card = Card(theme)
        self.folder = label("", theme.ink, bold=True)
        self.folder.setAccessibleName(text.FOLDER)
        self.back_up = button(text.BACK_UP_NOW, "primary")
        self.check = button(text.CHECK)
        self.check.setToolTip(text.CHECK_HINT)
        self.said = label("", theme.ink)
        self.back_up.clicked.connect(self.backup_requested)
        self.check.clicked.connect(self.check_requested)
        row = QHBoxLayout()
        row.addWidget(self.back_up)
        row.addWidget(self.check)
        row.addStretch(1)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 14)
        inner.setSpacing(8)
        inner.addWidget(label(text.WHERE, theme.ink_2))
        inner.addWidget(self.folder)
        inner.addLayout(row)
        inner.addWidget(self.said)
        return card

    def show_data(self, folder: Path, infos: tuple[BackupInfo, ...]) -> None:
        """Show where the data is and these backups, newest first; a preview that is open is closed."""
        self._folder = folder
        self.folder.setText(str(folder))
        if infos != self._infos:
            self._infos = infos
            self._show_lines(infos)

    def _show_lines(self, infos: Iterable[BackupInfo]) -> None:
        clear(self._list)
        self.lines = {}
        for info in infos:
            line = BackupLine(info, self._theme)
            line.preview_requested.connect(self.preview_requested)
            line.restore_requested.connect(self.restore_requested)
            self.lines[info.path] = line
            self._list.addWidget(line)
            if info.path in self._contents:
                line.show_contents(self._contents[info.path])
        if not self.lines:
            self._list.addWidget(label(text.NO_BACKUPS, self._theme.ink_2))

    @property
    def unread(self) -> tuple[Path, ...]:
        """The backups shown of which nobody has said yet what is in them."""
        return tuple(path for path in self.lines if path not in self._contents)

    def show_contents(self, path: Path, found: Contents | None) -> None:
        """Say what is in this backup; None where it cannot be read."""
        self._contents[path] = found
        if path in self.lines:
            self.lines[path].show_contents(found)

    def show_preview(self, path: Path, preview: Preview) -> None:
        """Say below this backup what going back to it would change."""
        if path in self.lines:
            self.lines[path].show_preview(preview)
            self.area.reveal(self.lines[path])

    def say(self, words: str) -> None:
        """What came of the last wish, below the buttons."""
        self._words = words
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.Alert))

    def set_busy(self, *, busy: bool) -> None:
        """While something is being read or written, nothing else can be asked."""
        for part in (self.back_up, self.check, self.passphrase):
            part.setEnabled(not busy)
        for line in self.lines.values():
            line.set_busy(busy=busy)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.passphrase.set_theme(theme)
        self._build()
        if self._folder is not None and self._infos is not None:
            self.folder.setText(str(self._folder))
            self._show_lines(self._infos)
