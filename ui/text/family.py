"""Words of the first run and of the Family page: people, free and busy times, moments, how much is enough."""

from datetime import date

from PySide6.QtCore import QLocale

from planner.dates import age_on, months_on
from planner.model import EVERY_DAY, SCHOOL_DAYS, WEEKEND, Busy, Household, Moment, Person, Weeks
from planner.start import NOON
from ui.text import common, tr, wishes

# the first run
WELCOME_TITLES = (
    tr("Who is in your family?"),
    tr("When are you usually free?"),
    tr("What would be enough?"),
)
WELCOME_HINTS = (
    tr(
        "Names and birthdays let Kinweek pick what fits. Everything stays on this computer; nothing "
        "is sent anywhere."
    ),
    tr("Roughly is fine. These are guesses to start from, and you can change them at any time."),
    tr("A few small moments are plenty. These are wishes, not targets; change them at any time."),
)
NEXT_HINTS = (tr("Next: when you are free"), tr("Next: what would be enough"), "")
CONTINUE = tr("Continue")
FINISH = tr("Show our week")
BACK = tr("Back")
SAMPLE = tr("Look around with a sample family")
HONEST_NOTE = tr(
    "This app offers ideas for time together. It is not therapy, diagnosis or crisis help and was "
    "not tested as a treatment. If you are worried about a child's safety, mood, development or "
    "behaviour, talk to a doctor, school or helpline."
)
WHICH_MOMENTS = tr("Which moments do you have?")
WHICH_MOMENTS_HINT = tr("Times you are together anyway. Small ideas fit well there.")

# people
PEOPLE = tr("People")
ROLE = tr("Role")
ROLE_NAMES = {"child": tr("Child"), "grown-up": tr("Grown-up")}
NAME = tr("Name")
BIRTHDAY = tr("Birthday")
PRONOUN = tr("How sentences speak of this child")
CALLED = tr("What the children say")
CALLED_HINT = tr("Children say: Mum")
NO_BIRTHDAY = "—"
ADD_CHILD = tr("+ Child")
ADD_GROWN_UP = tr("+ Grown-up")
REMOVE_SIGN = "×"
MINUS, PLUS = "−", "+"
LESS, MORE = tr("Less"), tr("More")
NAME_MISSING = tr("Everyone needs a name. Give one, or remove the row.")
MISSING_ROLES = {
    "child": tr("Add at least one child."),
    "grown-up": tr("Add at least one grown-up."),
}

# times
FREE = tr("Free times")
FREE_HINT = tr("When somebody is usually at home with time to spare. Busy times are taken off.")
WEEKDAYS = tr("Weekdays")
WEEKEND_DAYS = tr("Weekend")
EVERY = tr("Every day")
NO_DAYS = tr("No days")
TO = "–"
FROM_TIME = tr("From")
UNTIL_TIME = tr("Until")
END_FIRST = tr("The end has to come after the start.")
ANOTHER_TIME = tr("+ Free time")
NEVER_FREE = tr("No free times yet.")
SCHOOL = tr("School or nursery")
WORK = tr("Work")
SCHOOL_TITLE = tr("School")
WORK_TITLE = tr("Work")

# busy times
BUSY = tr("Busy times")
BUSY_HINT = tr("School, work, clubs: the week shows them, and nothing is suggested then.")
NO_BUSY = tr("No busy times yet.")
ADD_BUSY = tr("+ Busy time")
TITLE = tr("What")
TITLE_HINT = tr("Swimming")
WHO = tr("Who")
DAYS = tr("Days")
TIMES = tr("Time")
FIRST_DAY = tr("From a date on")
LAST_DAY = tr("Until a date")
SAVE_NEW = tr("Add")
BUSY_TITLE_MISSING = tr("Give it a name, then it can be kept.")
BUSY_PEOPLE_MISSING = tr("Choose who is busy then.")
DAYS_MISSING = tr("Choose at least one day.")
DATES_CROSSED = tr("The last day has to come after the first.")

# moments
MOMENTS = tr("Moments")
DINNER = tr("Dinner together")
BREAKFAST = tr("Breakfast together")
RIDE = tr("A ride together")
ANOTHER_RIDE = tr("+ Another ride")

# wishes
ENOUGH = tr("What would be enough")
ENOUGH_HINT = tr("A few small moments are plenty. Suggestions stop when you reach these.")
MEANINGS = {
    "reach": tr("Feel it, name it, turn to someone."),
    "feel-with": tr("Notice what it is like to be the other person, and act like it."),
    "stay-close": tr("Say what is true, mend what breaks, keep each other."),
}
MINUTES_A_WEEK = tr(" min a week")
DAY_MAX = tr("At most in a day")
WEEK_MAX = tr("At most in a week")
IDEAS = tr(" ideas")
IDEA = tr(" idea")
QUIET_DAYS = tr("Quiet days")
QUIET_DAYS_HINT = tr("Nothing is suggested on these days.")
NEVER = tr("Never suggested")
NEVER_NONE = tr("Nothing is left out. In Activities you can choose what is never suggested.")
SUGGEST_AGAIN = tr("Suggest again")
GONE_ACTIVITY = tr("An activity that is no longer in the library")

# the page
FAMILY = tr("Family")
SAMPLE_LINE = tr("This is a sample family.")
START_OWN = tr("Start with your own family")


def step_of(step: int, steps: int) -> str:
    return tr("Step {step} of {steps}").format(step=step, steps=steps)


def remove_person(name: str) -> str:
    return tr("Remove {name}").format(name=name) if name else tr("Remove this row")


def of_person(what: str, name: str) -> str:
    """What a screen reader says of a field: `Birthday, Leo`."""
    return f"{what}, {name}" if name else what


def birthday_missing(name: str) -> str:
    return tr("When was {name} born? Ideas are chosen by age.").format(name=name)


def born_later(name: str) -> str:
    return tr("The birthday of {name} is in the future. Please check it.").format(name=name)


def age(birthday: date | None, today: date) -> str:
    """`9 years`, `1 year`, for babies `4 months`; nothing for a day to come."""
    if birthday is None or birthday > today:
        return ""
    years = age_on(birthday, today)
    if years >= 2:
        return tr("{years} years").format(years=years)
    months = months_on(birthday, today)
    return tr("1 month") if months == 1 else tr("{months} months").format(months=months)


def birthday_hint(example: str) -> str:
    return tr("Type it, like {example}, or open the calendar with F4.").format(example=example)


def no_such_day(typed: str) -> str:
    return tr("“{typed}” is not a day. Please type the birthday again.").format(typed=typed)


def age_room() -> str:
    """The longest age there is, to leave room for."""
    return tr("{months} months").format(months=23)


def weekday_name(weekday: int, *, short: bool = True) -> str:
    kind = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday + 1, kind)


def days_line(weekdays: tuple[int, ...]) -> str:
    """`Every day`, `Mon–Fri`, `Sat, Sun`, `Mon, Wed`."""
    days = tuple(sorted(set(weekdays)))
    if not days:
        return NO_DAYS
    if days == EVERY_DAY:
        return EVERY
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{weekday_name(days[0])}–{weekday_name(days[-1])}"
    return ", ".join(weekday_name(d) for d in days)


def span_name(weekdays: tuple[int, ...]) -> str:
    """What a line of free time is called: `Weekdays`, `Weekend`, or its days."""
    known = {SCHOOL_DAYS: WEEKDAYS, WEEKEND: WEEKEND_DAYS}
    return known.get(tuple(sorted(weekdays))) or days_line(weekdays)


def time_range(start: int, end: int) -> str:
    return f"{common.clock(start)}–{common.clock(end)}"


def days_and_weeks(weekdays: tuple[int, ...], weeks: Weeks) -> str:
    """`Mon–Fri`, `Sat, Sun, every other week`."""
    days = days_line(weekdays)
    return days if weeks == "all" else f"{days}, {wishes.EVERY_OTHER}"


def change_days(days: str) -> str:
    """Spoken: the days, and that they can be changed."""
    return tr("Days: {days}. Press to change.").format(days=days)


def busy_names(household: Household, busy: Busy) -> str:
    return common.people_line(household, busy.people)


def busy_times(busy: Busy) -> str:
    """`Mon–Fri, 08:00–15:00 · from 1 Sep 2026`."""
    days = days_and_weeks(busy.span.weekdays, busy.span.weeks)
    times = f"{days}, {time_range(busy.span.start, busy.span.end)}"
    dates = []
    if busy.first:
        dates.append(tr("from {day}").format(day=_dated(busy.first)))
    if busy.last:
        dates.append(tr("until {day}").format(day=_dated(busy.last)))
    return common.SEPARATOR.join((times, " ".join(dates))) if dates else times


def _dated(day: date) -> str:
    return f"{common.day_and_month(day, short=True)} {day.year}"


def edit_what(title: str) -> str:
    return tr("Edit {title}").format(title=title)


def delete_what(title: str) -> str:
    return tr("Delete {title}").format(title=title)


def bedtime_of(name: str) -> str:
    return tr("Bedtime, {name}").format(name=name)


def moment_name(moment: Moment, people: tuple[Person, ...]) -> str:
    """`Dinner together`, `Bedtime, Leo`, `A walk · Leo, Sara`."""
    names = ", ".join(p.name for p in people if p.id in moment.people)
    if moment.kind == "bedtime":
        return bedtime_of(names)
    if moment.kind == "meal":
        return BREAKFAST if moment.span.start < NOON else DINNER
    if moment.kind == "car":
        return RIDE
    words = common.MOMENT_NAMES.get(moment.kind, moment.kind)
    return common.SEPARATOR.join((words[:1].upper() + words[1:], names))


def suggest_again(title: str) -> str:
    return tr("Suggest {title} again").format(title=title)


def minutes_for(pathway: str) -> str:
    return tr("Minutes a week for {pathway}").format(pathway=pathway)
