"""Choosing with one key or one click: five faces in a row, and chips that wrap like words."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import icons
from ui.flow import FlowLayout
from ui.text import common
from ui.theme import Theme, text_font

FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
FACE = 24
PAD = 9


def chip(words: str, *, checkable: bool = True) -> QPushButton:
    """A small round button that stays down when chosen."""
    made = QPushButton(words)
    made.setProperty("kind", "chip")
    made.setCheckable(checkable)
    made.setAccessibleName(words.rstrip("…"))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


class Walk(QObject):
    """Makes buttons one stop for Tab, with the arrow keys going from one to the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttons: list[QAbstractButton] = []

    def take(self, buttons: list[QAbstractButton]) -> None:
        """Walk over these from now on; the first chosen one is where Tab stops."""
        for button in self.buttons:
            button.removeEventFilter(self)
        self.buttons = buttons
        for button in buttons:
            button.installEventFilter(self)
        self.stop_at(next((b for b in buttons if b.isChecked()), buttons[0] if buttons else None))

    def stop_at(self, stop: QAbstractButton | None) -> None:
        for button in self.buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def step(self, button: QAbstractButton, by: int) -> QAbstractButton:
        """Go on to the next button, from the last to the first; the one that has the focus now."""
        target = self.buttons[(self.buttons.index(button) + by) % len(self.buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QAbstractButton):
            if event.type() == QEvent.Type.FocusIn:
                self.stop_at(watched)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                by = (event.key() in FORTH) - (event.key() in BACK)
                if by:
                    self.step(watched, by)
                    return True
        return super().eventFilter(watched, event)


class ChipRow(QWidget):
    """Chips in lines. Tab goes in and out, arrows go from chip to chip, Space chooses."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=7)
        self._walk = Walk(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> list[QAbstractButton]:
        return list(self._walk.buttons)

    def show_chips(self, chips: list[QAbstractButton]) -> None:
        """Show these; chips that were shown before and are not among them are let go."""
        while self._flow.count():
            self._flow.takeAt(0)
        for made in chips:
            self._flow.addWidget(made)
            made.show()
        self._walk.take(chips)
        self.updateGeometry()


class FaceButton(QAbstractButton):
    """One face with its word; the chosen one stands on a ground with a stronger line and bold word."""

    def __init__(self, value: int, pathway: str | None, theme: Theme) -> None:
        super().__init__()
        self._value, self._pathway, self._theme = value, pathway, theme
        self.setText(common.CLOSENESS_NAMES[value - 1])
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(text_font(0.92, bold=True))
        width = words.horizontalAdvance(self.text()) + 12
        return QSize(int(width), int(words.height()) + FACE + 2 * PAD + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, hue, chosen = self._theme, self._theme.hue(self._pathway), self.isChecked()
        ink = hue.ink if chosen else theme.ink_2
        line = hue.main if chosen else theme.ink_3 if self.underMouse() else theme.line
        width = 2 if chosen or self.hasFocus() else 1
        inset = width / 2
        painter.setPen(QPen(theme.focus if self.hasFocus() else line, width))
        painter.setBrush(hue.tint if chosen else theme.surface)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 8, 8)
        picture = icons.pixmap(f"face-{self._value}", ink)
        left = (self.width() - FACE) / 2
        painter.drawPixmap(QRectF(left, PAD, FACE, FACE), picture, QRectF(picture.rect()))
        painter.setFont(text_font(0.92, bold=chosen))
        painter.setPen(ink)
        words = self.rect().adjusted(0, PAD + FACE + 2, 0, -PAD + 4)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class FaceRow(QWidget):
    """How close it felt: one of five, or none. Arrows and 1 to 5 choose; the same again takes it back."""

    changed = Signal()

    def __init__(self, question: str, pathway: str | None, theme: Theme) -> None:
        super().__init__()
        self.faces = [FaceButton(n, pathway, theme) for n in range(1, 6)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for face in self.faces:
            face.setAccessibleDescription(question)
            face.clicked.connect(lambda on, f=face: self._only(f if on else None))
            row.addWidget(face, 1)
        self._walk = Walk(self)
        self._walk.take([*self.faces])
        self._walk.stop_at(self.faces[2])

    @property
    def value(self) -> int | None:
        return next((n + 1 for n, face in enumerate(self.faces) if face.isChecked()), None)

    def show_value(self, value: int | None) -> None:
        self._only(None if value is None else self.faces[value - 1])
        self._walk.stop_at(self.faces[(value or 3) - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= len(self.faces):
            self._only(self.faces[number - 1])
            self.faces[number - 1].setFocus()
        else:
            super().keyPressEvent(event)

    def _only(self, chosen: FaceButton | None) -> None:
        for face in self.faces:
            face.setChecked(face is chosen)
        self.changed.emit()
