"""Who may read private words: all grown-ups, or only who wrote them."""

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from planner.model import Household, PersonId, Readers
from ui.choices import ChipRow, chip
from ui.labels import label
from ui.text import readers as text
from ui.theme import Theme


def can_choose(household: Household, me: PersonId | None, by: PersonId | None) -> bool:
    """Whether there is somebody to keep it from, and it is known who writes."""
    return len(household.grown_ups) > 1 and (by or me) is not None


class ReadersRow(QWidget):
    """Two chips of which one is chosen."""

    def __init__(self, chosen: Readers, grown_ups: int, theme: Theme) -> None:
        super().__init__()
        names = text.names(grown_ups)
        self.chips = {reader: chip(words) for reader, words in names.items()}
        self._group = QButtonGroup(self)
        for reader, made in self.chips.items():
            self._group.addButton(made)
            made.setChecked(reader == chosen)
            made.setAccessibleDescription(text.QUESTION)
        row = ChipRow()
        row.show_chips([*self.chips.values()])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(text.QUESTION, theme.ink, bold=True))
        column.addWidget(row)

    @property
    def readers(self) -> Readers:
        return "me" if self.chips["me"].isChecked() else "grown-ups"
