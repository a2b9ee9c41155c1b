"""What Fill has learned, in plain sentences, each with a way to let Fill forget it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.learned import Lesson
from ui.column import clear
from ui.family_fields import Card, button
from ui.labels import label
from ui.text import learned as text
from ui.theme import Theme


class LearnedList(Card):
    """One line for each lesson."""

    forgotten = Signal(str)  # name of the lesson

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: tuple[Lesson, ...] | None = None
        self.lines: dict[str, QPushButton] = {}

    def show_lessons(self, lessons: tuple[Lesson, ...]) -> None:
        """Show these, or one sentence where nothing is learned yet."""
        if lessons == self._shown:
            return
        self._shown = lessons
        clear(self.column)
        self.lines = {}
        if not lessons:
            self.column.addWidget(label(text.NOTHING_YET, self._theme.ink_2))
        for lesson in lessons:
            self.column.addWidget(self._line(lesson))

    def _line(self, lesson: Lesson) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(text.sentence(lesson), self._theme.ink), 1)
        forget = button(text.FORGET)
        forget.setAccessibleName(text.forget(lesson))
        forget.clicked.connect(lambda: self.forgotten.emit(lesson.name))
        row.addWidget(forget)
        self.lines[lesson.name] = forget
        return line
