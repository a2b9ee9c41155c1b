"""Help and safety: what to do when a child tells something serious, and where to turn. Works offline."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from activities.help import Directory, Helpline, directories, helplines
from ui.choices import ChipRow, chip
from ui.column import clear
from ui.labels import Quote, label, recolour
from ui.reading import Link, ReadingColumn, Section, bullets, steps
from ui.text import help as text
from ui.text.help_sections import SECTIONS, HelpSection, Part
from ui.theme import Theme

TWICE_MS = 3000
"""So long after the first Esc a second one leaves."""


class HelpPage(QWidget):
    """Reads from top to bottom or part by part. `left_quickly` asks the window to show the week."""

    left_quickly = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[tuple[Helpline, ...], tuple[Helpline, ...]] | None = None
        self.sections: dict[str, Section] = {}
        self.leave = QPushButton(text.LEAVE)
        self.leave.setProperty("kind", "primary")
        self.leave.setAccessibleName(text.LEAVE_SPOKEN)
        self.leave.clicked.connect(self.left_quickly)
        self.contents = ChipRow()
        self.contents.setAccessibleName(text.CONTENTS)
        self.area = ReadingColumn(theme, text.TITLE)
        self._escaped = QTimer(self, singleShot=True, interval=TWICE_MS)
        self._names = [
            label(text.AREA, theme.ink_2, 0.92, bold=True),
            label(text.TITLE, theme.ink, 1.5, bold=True),
            label(text.LEAVE_HINT, theme.ink_2, 0.88),
        ]
        self._arrange()

    def _arrange(self) -> None:
        area, title, hint = self._names
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(area)
        names.addWidget(title)
        hint.setWordWrap(False)
        way_out = QVBoxLayout()
        way_out.setSpacing(3)
        way_out.addWidget(self.leave)
        way_out.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 9)
        head.setSpacing(16)
        head.addLayout(names, 1)
        head.addLayout(way_out)
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 0, 20, 10)
        bar.addWidget(self.contents)
        self.contents.show_chips([self._way_to(s) for s in SECTIONS])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.area, 1)

    # what is shown

    def show_on(self, today: date) -> None:
        """Show the page with the numbers that are fresh today."""
        self.show_lines(*helplines(today))

    def show_lines(self, fresh: tuple[Helpline, ...], stale: tuple[Helpline, ...]) -> None:
        """Show the page with these numbers; of the stale ones only that there are some."""
        if self._lines == (fresh, stale):
            return
        self._lines = (fresh, stale)
        self._show_sections()

    def show_section(self, section: str) -> None:
        """Bring a part to the top: `tells`, `picture`, `dying`, `afraid` or `numbers`."""
        part = self.sections[section]
        self.area.to_top_of(part)
        QTimer.singleShot(0, part, lambda: self.area.to_top_of(part))  # once the words have wrapped
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_to(self, section: HelpSection) -> QPushButton:
        made = chip(section.short, checkable=False)
        made.setAccessibleName(section.title)
        made.clicked.connect(lambda: self.show_section(section.id))
        return made

    def _show_sections(self) -> None:
        body = self.area.body
        clear(body)
        body.addWidget(label(text.FIRST, self._theme.ink, 1.08, bold=True))
        self.sections = {section.id: self._section(section) for section in SECTIONS}
        for card in self.sections.values():
            body.addWidget(card)
        body.addStretch(1)

    def _section(self, section: HelpSection) -> Section:
        card = Section(section.title, self._theme)
        for part in section.parts:
            self._add_part(card, part)
        if section.id == "picture":
            self._add_places(card, text.PICTURE_PLACES, directories("picture"))
        if section.id == "numbers":
            self._add_places(card, text.PLACES, directories())
            self._add_lines(card)
        return card

    def _add_part(self, card: Section, part: Part) -> None:
        theme = self._theme
        if part.heading:
            card.heading(part.heading)
        if part.kind == "steps":
            card.body.addWidget(steps(part.lines, theme))
        elif part.kind == "points":
            card.body.addWidget(bullets(part.lines, theme))
        else:
            for line in part.lines:
                card.body.addWidget(self._line(part.kind, line))

    def _line(self, kind: str, words: str) -> QWidget:
        theme = self._theme
        if kind == "say":
            return Quote(words, theme.hue("reach").main, theme.ink)
        if kind == "avoid":
            return Quote(words, theme.line, theme.ink_2, struck=True)
        return label(words, theme.ink)

    def _add_places(self, card: Section, heading: str, places: tuple[Directory, ...]) -> None:
        card.heading(heading)
        for place in places:
            parts: list[QWidget] = [
                label(place.name, self._theme.ink, bold=True),
                label(place.about, self._theme.ink),
            ]
            if place.address:
                parts.append(Link(place.name, place.address, self._theme))
            card.entry(*parts)

    def _add_lines(self, card: Section) -> None:
        assert self._lines is not None
        fresh, stale = self._lines
        if fresh or stale:
            card.heading(text.COUNTRIES)
        for line in fresh:
            card.entry(*self._number(line))
        if stale:
            card.text(text.HIDDEN)

    def _number(self, line: Helpline) -> list[QWidget]:
        theme = self._theme
        parts: list[QWidget] = [
            label(text.line_name(line), theme.ink),
            label(line.number, theme.ink, 1.2, bold=True),
            label(text.line_facts(line), theme.ink_2),
        ]
        if line.checked_on is not None:
            parts.append(label(text.checked(line.checked_on), theme.ink_2, 0.92))
        if line.address:
            parts.append(Link(line.name, line.address, theme))
        return parts

    # keys

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # here Esc is the way out, whatever it is elsewhere
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif self._escaped.isActive():
            self._escaped.stop()
            self.left_quickly.emit()
        else:
            self._escaped.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top, with the keys on the text, so that Esc and the arrows work at once."""
        super().showEvent(event)
        self._escaped.stop()
        self.area.verticalScrollBar().setValue(0)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    # looks

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.area.theme = theme
        for name, colour in zip(self._names, (theme.ink_2, theme.ink, theme.ink_2), strict=True):
            recolour(name, colour)
        if self._lines is not None:
            self._show_sections()
