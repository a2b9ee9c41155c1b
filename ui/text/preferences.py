"""Words of the settings: a title for each row, and a line that says what it does."""

from PySide6.QtCore import QLocale

from ui.text import common, tr

TITLE = tr("Settings")
BACK = tr("Back to Family")
OPEN_PAGE = tr("Settings…")
OPEN_PAGE_HINT = tr("First day of the week, clock, size of the text, colours, reminders.")
AT_ONCE = tr(
    "Every choice holds at once, and only on this computer. None of them is part of your family's "
    "data, so Undo leaves them alone."
)

WEEK = tr("The week")
LOOK = tr("How it looks")
REMINDING = tr("Reminders")
HERE = tr("On this computer")

FIRST_WEEKDAY = (
    tr("Weeks begin on"),
    tr("For the week, the calendars and the printed page. Numbers of weeks need a Monday."),
)
CLOCK = (tr("Clock"), tr("How times are written, here and on paper."))
BEGINS = (
    tr("The day begins at"),
    tr("Earlier hours are left out of the week, unless something lies in them."),
)
ENDS = (
    tr("The day ends at"),
    tr("Later hours are left out of the week, unless something lies in them."),
)
ENTRY_MINUTES = (
    tr("New entries last"),
    tr("For something of your own; an activity from the library brings its own length."),
)
THEME = (tr("Colours"), tr("Light, dark, or whatever your desktop shows at the moment."))
THEMES = {
    "system": tr("As the desktop"),
    "light": tr("Light"),
    "dark": tr("Dark"),
}
TEXT_SIZE = (tr("Size of the text"), tr("Beside the size your desktop has for everything."))
REMINDERS = (
    tr("Remind of"),
    tr(
        "A short note from your desktop with the words to begin with. It never shows notes or "
        "reflections. Reminders come while Kinweek is running; what was missed is told once, "
        "at the next start."
    ),
)
REMIND = {
    "off": tr("Nothing"),
    "chosen": tr("Entries that ask for it"),
    "all": tr("Every entry"),
}
REMIND_BEFORE = (
    tr("How long before"),
    tr("For entries that have no reminder of their own. One can be chosen where it is edited."),
)
ME = (
    tr("Who I am"),
    tr("What one grown-up keeps to themself is only shown to them."),
)
NOBODY_SAID = tr("Not said")
LOCK_AFTER = (
    tr("Lock when idle"),
    tr("Asks for the passphrase again. It needs one: see Family, Your data."),
)
NEVER = tr("Never")


def not_kept(reason: str) -> str:
    return tr("This choice could not be saved: {reason}.").format(reason=reason)


def as_usual(words: str) -> str:
    return tr("As usual here ({words})").format(words=words)


def weekday(number: int) -> str:
    return QLocale().standaloneDayName(number + 1)


def hours_of_clock(hours: int) -> str:
    return tr("{hours} hours").format(hours=hours)


def hour(number: int) -> str:
    return (
        tr("{time}, midnight").format(time=common.clock(0))
        if number in {0, 24}
        else common.clock(60 * number)
    )


def percent(number: int) -> str:
    return tr("As the desktop") if number == 100 else tr("{number} %").format(number=number)


def before(minutes: int) -> str:
    if minutes == 0:
        return tr("When it begins")
    return tr("{minutes} minutes before").format(minutes=minutes)


def idle(minutes: int | None) -> str:
    if minutes is None:
        return NEVER
    if minutes == 1:
        return tr("After 1 minute")
    return tr("After {minutes} minutes").format(minutes=minutes)
