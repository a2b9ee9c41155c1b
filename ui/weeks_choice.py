"""Every week, or every other one: for two homes and for shifts."""

from planner.model import Weeks
from ui.family_fields import ChoiceField
from ui.number_fields import calm
from ui.text import wishes as text


class WeeksChoice(ChoiceField):
    """Offers the weeks by what this week is, so that nobody has to count them."""

    def __init__(self, this_week: Weeks) -> None:
        super().__init__()
        self.setAccessibleName(text.WEEKS)
        self._weeks: tuple[Weeks, ...] = tuple(text.weeks_names(this_week))
        self.addItems(list(text.weeks_names(this_week).values()))
        calm(self)

    def weeks(self) -> Weeks:
        return self._weeks[self.currentIndex()]

    def show_weeks(self, weeks: Weeks) -> None:
        self.setCurrentIndex(self._weeks.index(weeks))
