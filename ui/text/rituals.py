"""Words of rituals: how they come again, until when, and which of them a change is meant for."""

from datetime import date

from PySide6.QtCore import QLocale

from planner.dates import ONE_DAY, WEEK_DAYS
from planner.model import EVERY_DAY, SCHOOL_DAYS, Entry, Household, Ritual, Term
from planner.rituals import days_of, ritual_with
from planner.rituals_days import FEBRUARY, SHORTEST_MONTH, complete
from planner.rituals_rule import Rule, rule_from
from planner.rituals_series import Scope
from planner.rituals_shift import RARE
from ui.text import common, tr

NEVER = tr("Never")
EVERY = tr("Every")
WEEKDAYS_OF = tr("On these days")
ENDS = tr("Ends")
AFTER_TIMES = tr("A number of times")
ENDS_NAMES = (
    ("goes-on", tr("Goes on")),
    ("until", tr("Until a day")),
    ("times", AFTER_TIMES),
)
EVERY_WEEK = tr("Every week on …")
TIMES_SUFFIX = tr(" times")
LAST_DAY = tr("Last day")
HOW_OFTEN = tr("How often")
IN_TERM = tr("In term time only")
NO_TERMS = tr("No term times are known yet: add them under Family. Until then it comes all year.")
NO_DAYS = tr("Choose at least one day.")
NEVER_COMES = tr("It would end before it begins.")

THIS = tr("Only this one")
FOLLOWING = tr("This one and those after it")
ALL = tr("All of them")
SCOPE_NAMES: dict[Scope, str] = {"this": THIS, "following": FOLLOWING, "all": ALL}
KEPT_HINT = tr("What you ticked or wrote about stays as it is.")
GOES_TOO = tr("What you ticked or wrote about here goes with it.")
ELSE_KEPT = tr("With the other two answers it stays as it is.")

RITUALS = tr("Rituals")
RITUALS_HINT = tr(
    "What comes again by itself. Begin one in the week: open an entry and choose how it repeats."
)
NO_RITUALS = tr("No rituals yet.")
STOP = tr("Stop")
STOP_HINT = tr("It comes no more; what has been stays.")
OVER = tr("It has ended.")
TERMS = tr("Term times")
TERMS_HINT = tr("Rituals “in term time only” rest outside of these days.")
ADD_TERM = tr("+ Term")
FIRST = tr("First day of term")
LAST = tr("Last day of term")
REMOVE_TERM = tr("Remove this term")

NTH = {1: tr("first"), 2: tr("second"), 3: tr("third"), 4: tr("fourth"), 5: tr("fifth"),
       -1: tr("last"), -2: tr("last but one")}  # fmt: skip
UNITS = {
    "daily": (tr(" day"), tr(" days")),
    "weekly": (tr(" week"), tr(" weeks")),
    "monthly": (tr(" month"), tr(" months")),
    "yearly": (tr(" year"), tr(" years")),
}
FEW_TIMES = (tr("none left"), tr("once"), tr("twice"))
MOST_COUNTED = 400
"""Times that are counted for a sentence; more are not worth a number."""


def unit(frequency: str, interval: int) -> str:
    return UNITS[frequency][interval > 1]


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def weekday(number: int) -> str:
    """The name of a weekday, Monday = 0."""
    return common.day_name(date(2001, 1, 1) + number * ONE_DAY)


def repeating(rule: Rule, start: date) -> str:
    """How a rule comes again, without its end: `Every other week on Friday`."""
    rule = complete(rule, start)
    if rule.frequency == "daily":
        return tr("Every day") if rule.interval == 1 else _every(rule)
    if rule.frequency == "weekly":
        return _weekly(rule)
    if rule.frequency == "monthly":
        often = tr("Every month") if rule.interval == 1 else _every(rule)
        return tr("{often} on {day}").format(often=often, day=_day_of_month(rule))
    often = tr("Every year") if rule.interval == 1 else _every(rule)
    return tr("{often} on {day}").format(often=often, day=_day_of_year(rule))


def _every(rule: Rule) -> str:
    return tr("Every {count}{unit}").format(
        count=rule.interval, unit=unit(rule.frequency, rule.interval)
    )


def _weekly(rule: Rule) -> str:
    if rule.interval == 1:
        if rule.weekdays == EVERY_DAY:
            return tr("Every day")
        if rule.weekdays == SCHOOL_DAYS:
            return tr("Every weekday")
        return tr("Every {days}").format(days=_listed(rule))
    often = tr("Every other week") if rule.interval == 2 else _every(rule)
    if rule.weekdays == EVERY_DAY:
        return tr("{often}, all seven days").format(often=often)
    days = tr("weekdays") if rule.weekdays == SCHOOL_DAYS else _listed(rule)
    return tr("{often} on {day}").format(often=often, day=days)


def _listed(rule: Rule) -> str:
    """The weekdays in the order in which they come in the rule's weeks."""
    in_order = sorted(rule.weekdays, key=lambda day: (day - rule.week_start) % WEEK_DAYS)
    return common.listed([weekday(day) for day in in_order])


def _day_of_month(rule: Rule) -> str:
    if rule.month_day == -1:
        return tr("the last day")
    if rule.month_day is not None and rule.month_day < 0:
        return tr("the {nth} day from the end").format(nth=ordinal(-rule.month_day))
    if rule.month_day is not None:
        return tr("the {nth}").format(nth=ordinal(rule.month_day))
    return _numbered(rule)


def _numbered(rule: Rule) -> str:
    nth, day = rule.nth or 1, weekday(rule.weekdays[0])
    if nth in NTH:
        return tr("the {nth} {day}").format(nth=NTH[nth], day=day)
    return tr("the {nth} {day} from the end").format(nth=NTH[-nth], day=day)


def _day_of_year(rule: Rule) -> str:
    month = date(2000, rule.month or 1, 1)
    if rule.month_day is not None and rule.month_day > 0:
        return common.day_and_month(month.replace(day=rule.month_day))
    day = _day_of_month(rule)
    name = QLocale().standaloneMonthName(month.month)
    return tr("{day} of {month}").format(day=day, month=name)


def missing(rule: Rule, start: date) -> str:
    """What a family should know about a day that not every month or year has; or nothing."""
    rule = complete(rule, start)
    monthly, day = rule.frequency == "monthly", rule.month_day or 0
    if rule.month == FEBRUARY and abs(day) > SHORTEST_MONTH:
        return tr("Only leap years have that day.")
    if monthly and abs(day) > SHORTEST_MONTH:
        return tr("Months without a {nth} are left out.").format(nth=ordinal(abs(day)))
    if abs(rule.nth or 0) == RARE:
        months, years = tr("Months"), tr("Years")
        return tr("{such} without a fifth one are left out.").format(
            such=months if monthly else years
        )
    return ""


def sentence(ritual: Ritual, terms: tuple[Term, ...], *, from_here: bool = False) -> str:
    """A ritual's rule in plain words: `Every Friday until 18 December, 5 times`.

    `from_here`: it is seen from one of its later days, and only what comes from then on is counted.
    """
    rule, start = rule_from(ritual.rule), ritual.first.day
    words = for_days(repeating(rule, start), ritual.first.days)
    if rule.until is not None:
        words = tr("{words} until {day}").format(words=words, day=day_in_words(rule.until, start))
    if ritual.in_term:
        words = tr("{words}, in term time").format(words=words)
    if rule.until is not None or rule.count is not None:
        words = tr("{words}, {times}").format(words=words, times=times(how_often(ritual, terms)))
        words = tr("{words} from here on").format(words=words) if from_here else words
    unknown = NO_TERMS if ritual.in_term and not terms else ""
    parts = (tr("{words}.").format(words=words), missing(rule, start), unknown)
    return " ".join(part for part in parts if part)


def of_entry(entry: Entry, household: Household) -> str:
    """How this entry comes again, in plain words; nothing if it does not."""
    ritual = ritual_with(household, entry.ritual)
    return sentence(ritual, household.terms) if ritual else ""


def for_days(words: str, days: int) -> str:
    """`Every Saturday, for 2 days`; the words alone for what has hours."""
    if days == 0:
        return words
    if days == 1:
        return tr("{words}, all day").format(words=words)
    return tr("{words}, for {days} days").format(words=words, days=days)


def how_often(ritual: Ritual, terms: tuple[Term, ...]) -> int:
    """How many times it comes, but for those taken out; `MOST_COUNTED` may also mean more."""
    days = days_of(ritual, ritual.first.day, date.max, terms)
    found = 0
    for day in days:
        found += day not in ritual.skipped
        if found == MOST_COUNTED:
            break
    return found


def times(count: int) -> str:
    if count < len(FEW_TIMES):
        return FEW_TIMES[count]
    if count == MOST_COUNTED:
        return tr("more than {count} times").format(count=count - 1)
    return tr("{count} times").format(count=count)


def day_in_words(day: date, near: date) -> str:
    """`18 December`, with the year where it is another one."""
    words = common.day_and_month(day)
    return words if day.year == near.year else f"{words} {day.year}"


def begins_on(day: date) -> str:
    return tr("It begins on {day}.").format(day=common.long_date(day))


QUESTIONS = {
    "move": tr("Move which of them?"),
    "resize": tr("Change how long: which of them?"),
    "remove": tr("Delete which of them?"),
    "change": tr("Change which of them?"),
}


def then(repeat: str) -> str:
    """What a ritual becomes when the change is meant for more than one."""
    return tr("Then {repeat}.").format(repeat=repeat[0].lower() + repeat[1:])


def of_ritual(what: str, title: str) -> str:
    """What a screen reader says of a button: `Stop, Story`."""
    return f"{what}, {title}"


def next_time(entry: Entry) -> str:
    """`Next: Fri 27 Nov, 19:00`, or without the time for whole days."""
    day = common.weekday_and_date(entry.day)
    if entry.all_day:
        return tr("Next: {day}").format(day=day)
    return tr("Next: {day}, {start}").format(day=day, start=common.clock(entry.start))
