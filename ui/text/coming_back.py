"""Words of the page for coming back: what is open, what was noticed, and how long it is kept."""

from planner.model import Household
from planner.reaches import Noticed, Reach, ReachMonth, open_returns
from ui.text import common, tr
from ui.text.reach import GUESS_NAMES, LANDING_NAMES, RESPONSE_NAMES, SHAPE_NAMES

TITLE = tr("Coming back")
AREA = tr("For grown-ups")
VIEWS = {
    "reaches": tr("Reaches"),
    "mending": tr("Mending"),
    "dictionary": tr("Dictionary"),
}
VIEWS_NAME = tr("Parts of this page")
EMPTY = tr("Some reaches look like trouble. Start with one.")
EMPTY_HINT = tr(
    "A stomach ache, a picked fight, “watch this”, silence in the doorway: when you notice one, Ctrl+M "
    "keeps it in four taps. One that was missed can be gone back to, days later too."
)
OPEN = tr("Open")
WENT_BACK = tr("We went back")
SHOW = tr("Show in the week")
LET_BE = tr("Let it be")
LATELY = tr("Noticed lately")
WEEK_CLOSED, WEEK_OPENED = tr("What you noticed this week"), tr("Hide this week")
MONTHS_CLOSED, MONTHS_OPENED = tr("Month by month"), tr("Hide the months")
NO_MONTHS = tr("Nothing was noticed in a month yet.")
KEPT_FOR = tr("How long are reaches kept one by one?")
KEPT_HINT = tr("After that a month becomes one sentence, and the rest is deleted.")
MONTH_CHOICES = {"3": tr("3 months"), "6": tr("6 months"), "12": tr("A year"), "0": tr("For good")}
NUMBERS = (
    tr("no reaches"), tr("one reach"), tr("two reaches"), tr("three reaches"), tr("four reaches"),
    tr("five reaches"), tr("six reaches"), tr("seven reaches"),
)  # fmt: skip
COUNTS = (
    tr("none"), tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"), tr("seven"),
)  # fmt: skip
HOUR_NAMES = {
    "morning": tr("in the morning"),
    "school-day": tr("around midday"),
    "afternoon": tr("in the afternoon"),
    "evening": tr("in the evening"),
    "night": tr("late"),
}


def _count(number: int) -> str:
    return COUNTS[number] if number < len(COUNTS) else str(number)


def week_sentence(counts: Noticed) -> str:
    """`You noticed five reaches. You met three, came back to one. One is open.`, of what is not none."""
    if not counts.reaches:
        return tr("You noticed no reaches this week, or wrote none down. Either is fine.")
    number = counts.reaches
    many = NUMBERS[number] if number < len(NUMBERS) else tr("{n} reaches").format(n=number)
    parts = [tr("You noticed {many}.").format(many=many)]
    met = tr("met {n}").format(n=_count(counts.met)) if counts.met else ""
    back = tr("came back to {n}").format(n=_count(counts.came_back)) if counts.came_back else ""
    if met or back:
        parts.append(tr("You {what}.").format(what=", ".join(p for p in (met, back) if p)))
    if counts.open:
        is_are = tr("is") if counts.open == 1 else tr("are")
        count = _count(counts.open)
        words = tr("{n} {is_are} open.").format(n=count[0].upper() + count[1:], is_are=is_are)
        parts.append(words)
    return " ".join(parts)


def month_sentence(month: ReachMonth, household: Household) -> str:
    """What you noticed of one child in a month: how, when, and what eased; never how often compared."""
    child = household.person(month.child)
    name = common.spoken_name(child) if child else ""
    number = month.noticed
    many = NUMBERS[number] if number < len(NUMBERS) else tr("{n} reaches").format(n=number)
    parts = [tr("You noticed {many} by {name}.").format(many=many, name=name)]
    shapes = [SHAPE_NAMES.get(s, s).casefold() for s in month.shapes]
    if shapes:
        parts.append(tr("Often: {shapes}.").format(shapes=common.listed(shapes)))
    hours = [HOUR_NAMES.get(h, h) for h in month.hours]
    if hours:
        parts.append(tr("Mostly {hours}.").format(hours=common.listed(hours)))
    eased = [RESPONSE_NAMES.get(r, r).casefold() for r in month.eased]
    if eased:
        parts.append(tr("What eased: {eased}.").format(eased=common.listed(eased)))
    return " ".join(parts)


def when(reach: Reach) -> str:
    """`Wed 25 Nov, 16:10`."""
    minute = reach.at.hour * 60 + reach.at.minute
    return f"{common.weekday_and_date(reach.at.date())}, {common.clock(minute)}"


def head(reach: Reach, household: Household) -> str:
    """`Leo · Wed 25 Nov, 16:10`."""
    child = household.person(reach.child)
    return common.SEPARATOR.join(((common.spoken_name(child) if child else ""), when(reach)))


def told(reach: Reach) -> str:
    """Everything that was tapped, in one line."""
    parts = [SHAPE_NAMES.get(s, s) for s in reach.shape]
    parts += [GUESS_NAMES.get(g, g) for g in (reach.feeling, reach.need) if g]
    parts += [RESPONSE_NAMES.get(r, r) for r in reach.response]
    parts += [LANDING_NAMES[reach.landed]] if reach.landed in LANDING_NAMES else []
    return common.SEPARATOR.join(parts)


def open_today(waiting: int) -> str:
    """`One to go back to`: what is open, for whoever looks at today."""
    if waiting == 1:
        return tr("One to go back to, when you like")
    return tr("{count} to go back to, when you like").format(count=_count(waiting).capitalize())


def waiting_for_time(household: Household) -> tuple[str, ...]:
    """What Fill says of open returns, in words a passer-by may read; one line for each child."""
    shared = {
        reach.child: entry
        for reach, entry in reversed(open_returns(household))
        if reach.readers == "grown-ups"
    }
    lines = []
    for child_id, entry in shared.items():
        child = household.person(child_id)
        name = common.spoken_name(child) if child else ""
        if entry is None:
            lines.append(tr("A few minutes with {name} wait for a time.").format(name=name))
        else:
            day = common.weekday_and_date(entry.day)
            lines.append(
                tr("A few minutes with {name} come first: {day}, {time}.").format(
                    name=name, day=day, time=common.clock(entry.start)
                )
            )
    return tuple(lines)
