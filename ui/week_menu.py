"""What is seldom asked of a week, behind a button with three dots: to let everything rest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton

from ui.text import week as text

THREE_DOTS = "⋯"


class WeekMenu(QPushButton):
    """Opens the menu; says what was chosen in it."""

    hard_week_toggled = Signal(bool)
    fridge_requested = Signal()

    def __init__(self) -> None:
        super().__init__(THREE_DOTS)
        self.setProperty("kind", "quiet")
        self.setAccessibleName(text.MORE_OF_WEEK)
        self.setToolTip(text.MORE_OF_WEEK)
        self.menu_of_week = QMenu(self)
        self.hard_week = self.menu_of_week.addAction(text.HARD_WEEK)
        self.hard_week.setCheckable(True)
        self.hard_week.triggered.connect(self.hard_week_toggled)
        self.fridge = self.menu_of_week.addAction(text.FROM_THE_FRIDGE)
        self.fridge.triggered.connect(self.fridge_requested)
        self.clicked.connect(
            lambda: self.menu_of_week.popup(self.mapToGlobal(self.rect().bottomLeft()))
        )

    def show_hard_week(self, *, hard: bool) -> None:
        """Tick the menu while the family is in a hard time."""
        self.hard_week.setChecked(hard)
