"""The parts of the form for an activity: a name over each field, a hint, and what is to be mended."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from activities.model import SKILLS
from ui.choices import ChipRow, chip
from ui.family_fields import ChoiceField
from ui.labels import label, recolour
from ui.number_fields import STEP, NumberField, with_buttons
from ui.text import activity_editor as text
from ui.theme import Theme

LONGEST = 600
BAR = 3


class Mend(QWidget):
    """A sentence beside a field with a bar at its side; hidden while all is well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = label("", theme.ink, 0.92, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(BAR + 8, 1, 0, 1)
        row.addWidget(self.words)
        self.hide()

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self.words, theme.ink)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, BAR, self.height(), self._theme.focus)


class Field(QWidget):
    """A name, a hint if need be, the control itself, and what is to be mended in it."""

    def __init__(self, name: str, control: QWidget, theme: Theme, hint: str = "") -> None:
        super().__init__()
        self.control, self._hint = control, hint
        self._name = label(name, theme.ink, 0.95, bold=True)
        self._name.setBuddy(control)
        self._below: QLabel | None = label(hint, theme.ink_2, 0.92) if hint else None
        self.mend = Mend(theme)
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._name)
        if self._below is not None:
            column.addWidget(self._below)
        column.addWidget(control)
        column.addWidget(self.mend)

    def show_problem(self, words: str) -> None:
        self.mend.show_words(words)
        self.control.setAccessibleDescription(words or self._hint)

    def set_theme(self, theme: Theme) -> None:
        recolour(self._name, theme.ink)
        if self._below is not None:
            recolour(self._below, theme.ink_2)
        self.mend.set_theme(theme)


class Chips(ChipRow):
    """Some of several, or just one of them. Arrows go along, Space chooses."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str], *, one: bool = False, free: bool = True) -> None:
        """`one`: a new choice lets go of the other; `free`: it may be let go without another."""
        super().__init__()
        self._one, self._free = one, free
        self.by_key = {key: chip(words) for key, words in names.items()}
        for key, made in self.by_key.items():
            made.clicked.connect(lambda on, k=key: self._clicked(k, on=on))
        self.show_chips([*self.by_key.values()])

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, made in self.by_key.items() if made.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        for key, made in self.by_key.items():
            made.setChecked(key in keys)

    def _clicked(self, key: str, *, on: bool) -> None:
        if self._one and (on or not self._free):
            self.choose((key,))
        self.changed.emit()

    @property
    def stops(self) -> list[QAbstractButton]:
        return [*self.by_key.values()]

    def show_icons(self, icons: Mapping[str, QIcon], size: QSize) -> None:
        for key, icon in icons.items():
            self.by_key[key].setIcon(icon)
            self.by_key[key].setIconSize(size)


class MinutesField(QWidget):
    """From so many minutes to so many; the longer time goes along when the shorter one passes it."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.least, self.most = (
            NumberField(1, LONGEST, STEP, text.MINUTES_SUFFIX) for _ in range(2)
        )
        self._to = label(text.TO, theme.ink_2)
        self._to.setWordWrap(False)
        for box, name in ((self.least, text.SHORTEST), (self.most, text.LONGEST)):
            box.setAccessibleName(name)
            box.valueChanged.connect(self.changed)
        self.least.valueChanged.connect(self.most.setMinimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (with_buttons(self.least), self._to, with_buttons(self.most)):
            row.addWidget(part)
        row.addStretch(1)

    @property
    def minutes(self) -> tuple[int, int]:
        return self.least.value(), self.most.value()

    def show_minutes(self, least: int, most: int) -> None:
        self.most.setMinimum(1)
        self.most.show_number(most)
        self.least.show_number(least)

    @property
    def stops(self) -> list[QWidget]:
        return [self.least, self.most]

    def set_theme(self, theme: Theme) -> None:
        recolour(self._to, theme.ink_2)


class SkillField(QWidget):
    """One of the skills of a pathway, or none; below it what the skill is."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.box = ChoiceField()
        self._meaning = label("", theme.ink_2, 0.92)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._meaning)
        self.box.setAccessibleName(text.SKILL)
        self.box.currentIndexChanged.connect(self._changed)
        self.show_pathway("", "")

    @property
    def skill(self) -> str:
        chosen = self.box.currentData()
        return chosen if isinstance(chosen, str) else ""

    def show_pathway(self, pathway: str, skill: str) -> None:
        """Offer the skills of this pathway, of all where it is empty; `skill` is chosen if it is there."""
        blocked = self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(text.NO_SKILL, "")
        for each in SKILLS.values():
            if pathway in {"", each.pathway}:
                self.box.addItem(each.name, each.id)
        self.box.setCurrentIndex(max(0, self.box.findData(skill)))
        self.box.blockSignals(blocked)
        self._show_meaning()

    def _changed(self) -> None:
        self._show_meaning()
        self.changed.emit()

    def _show_meaning(self) -> None:
        meaning = SKILLS[self.skill].definition if self.skill else ""
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
        self.box.setAccessibleDescription(meaning)

    @property
    def stops(self) -> list[QWidget]:
        return [self.box]

    def set_theme(self, theme: Theme) -> None:
        recolour(self._meaning, theme.ink_2)
