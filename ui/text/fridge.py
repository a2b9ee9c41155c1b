"""Words of the page on which the ticks and words of a printed sheet are typed in."""

from datetime import date, datetime

from planner.fridge import Row
from planner.model import Entry, Household, PrintedSheet
from ui.text import common, printing, tr

TITLE = tr("From the fridge")
HOW = tr(
    "Space or 1: ✓ done · 2: → something else · 3: ≈ it was hard · 4: – not this week · "
    "0: no mark · letters: what was written on paper"
)
HOW_ON = tr(
    "Up, Down, Enter: from row to row · Ctrl+D: the rest is done · Ctrl+Enter: keep all · Esc: leave"
)
CODE = tr("Code on the sheet")
CODE_HINT = tr("such as 48-F1-K")
NO_SUCH_CODE = tr("No sheet has this code. It stands at the top of the page, after the dates.")
SHEETS = tr("Sheet")
KEEP = tr("Keep all")
NOTHING_NEW = tr("Nothing to keep yet. Mark a row first.")
LEAVE = tr("Back to the week")
REST_DONE = tr("The rest is done")
WORDS = tr("What was written on paper")
PRIVATE = tr("Words go to the reflection of the entry. They are private and never printed.")
EMPTY = tr("This sheet has no rows.")
UNKNOWN = tr("Nobody noted what was on this sheet, so this is the week as it is planned now.")
DELETED = tr("deleted since; marking it as done puts it back")
MARKS = {
    "done": (tr("✓"), tr("Done")),
    "else": (tr("→"), tr("Did something else")),
    "hard": (tr("≈"), tr("Tried, and it was hard")),
    "not-this-week": (tr("–"), tr("Not this week")),
}
"""The sign and the word of each outcome."""


def keep(count: int) -> str:
    """`Keep all 9`."""
    return tr("Keep all {count}").format(count=count) if count else KEEP


def sheet_name(sheet: PrintedSheet, household: Household) -> str:
    """`Fridge week, 23 November · 48-F1-K`; with the child's name on a child's own."""
    layout = printing.LAYOUT_NAMES.get(sheet.layout, sheet.layout)
    person = household.person(sheet.only) if sheet.only else None
    if person:
        layout = printing.child_week(common.spoken_name(person))
    name = tr("{layout}, from {day}").format(layout=layout, day=common.day_and_month(sheet.first))
    return common.SEPARATOR.join((name, sheet.code))


def planned_name(sheet: PrintedSheet) -> str:
    return tr("As planned now, from {day}").format(day=common.day_and_month(sheet.first))


def printed_on(printed: datetime) -> str:
    return tr("Printed on {day}, {time}. Rows say what was changed since.").format(
        day=common.long_date(printed.date()), time=common.clock(printed.hour * 60 + printed.minute)
    )


def day_name(day: date) -> str:
    return common.long_date(day)


def when_and_who(entry: Entry, household: Household) -> str:
    """`17:30 · Leo with Mum`."""
    who = common.people_line(household, entry.people)
    return common.SEPARATOR.join(p for p in (_time(entry), who) if p)


def _time(entry: Entry) -> str:
    return common.ALL_DAY if entry.all_day else common.clock(entry.start)


def fates(row: Row, household: Household) -> str:
    """What became of a row since it was printed, "" if nothing."""
    if row.entry is None:
        return DELETED
    now = row.entry
    said = {
        "moved": tr("now {day}, {time}").format(
            day=common.weekday_and_date(now.day), time=_time(now)
        ),
        "renamed": tr("now “{title}”").format(title=now.title),
        "people": tr("now with {people}").format(
            people=common.people_line(household, now.people) or tr("nobody")
        ),
    }
    return common.SEPARATOR.join(said[fate] for fate in row.fates)


def spoken_row(row: Row, household: Household, outcome: str) -> str:
    """What a screen reader says of a row: day, time, people, title, mark, what changed."""
    mark = MARKS[outcome][1] if outcome in MARKS else tr("not marked")
    parts = (
        common.long_date(row.printed.day),
        when_and_who(row.printed, household),
        row.printed.title,
        mark,
        fates(row, household),
    )
    return ", ".join(part for part in parts if part)


def spoken_mark(mark: str, title: str) -> str:
    return tr("{mark}: {title}").format(mark=mark, title=title)
