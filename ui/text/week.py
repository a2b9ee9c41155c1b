"""Words of the week: headings, cards, the panel beside them."""

from datetime import date

from planner.model import Entry, Household
from planner.whole_days import last_day
from ui.text import common, only_for, tr

TODAY = tr("Today")
PREVIOUS = tr("Previous week")
NEXT = tr("Next week")
GO_TO = tr("Go to a day…")
UNDO = tr("Undo")
REDO = tr("Redo")
PRINT = tr("Print…")
FILL = tr("Fill my week")
MORE_OF_WEEK = tr("More for this week")
HARD_WEEK = tr("A hard week: let everything rest")
FROM_THE_FRIDGE = tr("From the fridge: type in what is ticked…")
DISCARD = tr("Discard")
ANOTHER = tr("Try another")
KEEP = tr("Keep")
NEW = tr("New entry")
MARK_DONE = tr("Mark done")
NOT_DONE = tr("Not done yet")
REFLECT = tr("Reflect…")
READ_REFLECTION = tr("Your reflection…")
MORE = tr("More")
MORE_HINT = tr("More for this entry")
DELETE = tr("Delete")
EDIT = tr("Edit")
ADD = tr("Add")
SAVE = tr("Save")
CANCEL = tr("Cancel")
SWAP = tr("Choose another…")
WHEN = tr("When")
WHO = tr("Who")
WHY_NOW = tr("Why now")
MOMENT = tr("Moment")
NOTE = tr("Note")
OUTCOME = tr("It was")
HOW = tr("How")
TRY_SAYING = tr("Try saying")
INSTEAD_OF = tr("Instead of")
BY_AGE = tr("At this age")
GRID = tr("Week")
PANEL = tr("About this entry")
NOTHING_CHOSEN = tr("Nothing chosen")
NOTHING_CHOSEN_HINT = tr(
    "Choose a card to see what to do and what to say. Click free time and type, or drag over it, to "
    "plan something of your own."
)
EMPTY_WEEK = tr("An empty week is fine.")
EMPTY_WEEK_HINT = tr(
    "Fill my week suggests a few small things for your free time. Nothing is saved until you keep it."
)
ENTRY_TITLE = tr("What")
ENTRY_TITLE_HINT = tr("Type, or pick from the library")
DAY = tr("Day")
STARTS = tr("Starts")
MINUTES = tr("Minutes")
MINUTES_SUFFIX = tr(" min")
PEOPLE = tr("With")
PATHWAY = tr("For")
NO_PATHWAY = tr("No pathway")
TITLE_MISSING = tr("Give it a name, then it can be added.")
GHOST = tr("suggested")
RITUAL = tr("ritual")
HAS_NOTE = tr("Has a note")
ONE_TO_ONE = tr("One-to-one this week")
NONE_YET = tr("none yet")
START_TO_END = tr("{start} to {end}")
UNTIL_DAY = tr("{words} until {day}")


def progress(minutes: int, goal: int) -> str:
    return tr("{minutes} of {goal} min").format(minutes=minutes, goal=goal)


def progress_spoken(pathway: str, minutes: int, goal: int) -> str:
    return tr("{pathway}: {minutes} of {goal} minutes this week").format(
        pathway=pathway, minutes=minutes, goal=goal
    )


def undo_of(what: str) -> str:
    return tr("Undo: {what}").format(what=what)


def redo_of(what: str) -> str:
    return tr("Redo: {what}").format(what=what)


def times(start: int, minutes: int) -> str:
    return f"{common.clock(start)}–{common.clock(start + minutes)}"


def hours(entry: Entry) -> str:
    """`10:00–11:30`, `All day`, `All day until Sun 29 Nov`."""
    if entry.days > 1:
        return UNTIL_DAY.format(words=common.ALL_DAY, day=common.weekday_and_date(last_day(entry)))
    return common.ALL_DAY if entry.all_day else times(entry.start, entry.minutes)


def card_line(entry: Entry) -> str:
    """The second line of a card: `10:00 · 90 min`."""
    if entry.all_day:
        return hours(entry)
    return common.SEPARATOR.join((common.clock(entry.start), common.duration(entry.minutes)))


def when_line(entry: Entry) -> str:
    if entry.all_day:
        return ", ".join((common.weekday_and_date(entry.day), hours(entry)))
    return tr("{day}, {start} · {minutes} min").format(
        day=common.weekday_and_date(entry.day),
        start=common.clock(entry.start),
        minutes=entry.minutes,
    )


def spoken_card(entry: Entry, household: Household, *, ghost: bool = False) -> str:
    """What a screen reader says of a card: day, times, title, people, pathway, state."""
    state = GHOST if ghost else common.OUTCOME_NAMES[entry.outcome].lower()
    parts = [
        common.long_date(entry.day),
        hours(entry)
        if entry.all_day
        else START_TO_END.format(start=common.clock(entry.start), end=common.clock(entry.end)),
        entry.title,
        common.people_line(household, entry.people),
        common.PATHWAY_NAMES.get(entry.pathway or "", ""),
        only_for.of_entry(entry, household),
        RITUAL if entry.ritual else "",
        state,
    ]
    return ", ".join(p for p in parts if p)


def card_tip(entry: Entry, household: Household) -> str:
    """All of a card that may be cut off on it, a line each."""
    who = common.people_line(household, entry.people)
    alone = only_for.of_entry(entry, household)
    lines = (
        entry.title,
        hours(entry),
        repeats(entry, household),
        who,
        alone,
        entry.note,
        entry.why,
    )
    return "\n".join(line for line in lines if line)


def repeats(entry: Entry, household: Household) -> str:
    """How the entry's ritual comes again, in a sentence; nothing if it has none."""
    if entry.ritual is None:
        return ""
    from ui.text import rituals  # noqa: PLC0415  (few weeks begin with one)

    return rituals.of_entry(entry, household)


def spoken_day(day: date, count: int) -> str:
    if count == 0:
        return tr("{day}, nothing planned").format(day=common.long_date(day))
    if count == 1:
        return tr("{day}, 1 activity").format(day=common.long_date(day))
    return tr("{day}, {count} activities").format(day=common.long_date(day), count=count)


def one_to_one_spoken(name: str, done: int, planned: int) -> str:
    return tr("{name}: {done} one-to-one times done, {planned} planned").format(
        name=name, done=done, planned=planned
    )


def busy_label(title: str, names: list[str]) -> str:
    return common.SEPARATOR.join((title, ", ".join(names))) if names else title


def busy_conflict(names: list[str], title: str) -> str:
    words = tr("{names} has {title} then") if len(names) == 1 else tr("{names} have {title} then")
    return words.format(names=common.listed(names), title=title)


def week_title(first: date) -> str:
    span, year = common.week_span(first)
    return f"{span} {year}"


def at_age(band: str) -> str:
    """`For 8 to 10 years`."""
    first, last = band.split("-")
    return tr("For {first} to {last} years").format(first=first, last=last)


GO_ON = tr("Go on writing")


def not_saved(title: str) -> str:
    return tr("“{title}” was not saved.").format(title=title)


WHEN_IT_GOES_WRONG = tr("When it goes wrong")
GOOD_TO_KNOW = tr("Good to know")


def keep_all(count: int) -> str:
    return tr("Keep all {count}").format(count=count) if count > 1 else tr("Keep it")
