"""When somebody is reminded of an entry: as the settings say, never, or so many minutes before."""

from planner.reminders import NEVER
from ui.family_fields import ChoiceField
from ui.number_fields import calm
from ui.text import preferences as preferences_text
from ui.text import reminding as text

USUAL = (0, 5, 10, 15, 30, 60, 120)


class RemindField(ChoiceField):
    """A choice of minutes; one that is not among the usual ones is added when it is shown."""

    def __init__(self) -> None:
        super().__init__()
        calm(self)
        self.addItem(text.AS_SETTINGS, None)
        self.addItem(text.NEVER, NEVER)
        for minutes in USUAL:
            self.addItem(preferences_text.before(minutes), minutes)

    def show_remind(self, remind: int | None) -> None:
        if self.findData(remind) < 0 and remind is not None:
            self.addItem(preferences_text.before(remind), remind)
        self.setCurrentIndex(0 if remind is None else self.findData(remind))

    def remind(self) -> int | None:
        minutes: int | None = self.currentData()
        return minutes
