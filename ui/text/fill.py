"""What Fill says: one true sentence for each suggestion, and what it could not find."""

from dataclasses import replace
from datetime import date, timedelta

from planner.fill.instance import WEEK_MINUTES, Instance
from planner.fill.rules import age_fits
from planner.fill.unmet import Help, PathwayWish, Unmet
from planner.hard_times import is_gentle
from planner.model import DAY_MINUTES, Entry, Household, PersonId
from planner.suggest import Proposal
from ui.text import common, tr, week
from ui.text.reasons import sentence

TITLE = tr("A week for you")
SUGGESTIONS = tr("Suggestions")
HINT = tr("Suggestions around what is already planned. Nothing is saved until you keep it.")
NONE = tr("There is nothing to suggest for this week.")
NONE_HINT = tr(
    "Look at Family: when you are free, which moments you have, and how much is enough in a week."
)
KEEP = tr("Keep")
KEEP_ONE = tr("Keep this one")
SWAP = tr("Swap")
DROP = tr("Drop")
HOLD = tr("Hold")
LOCK = tr("Hold on to this one when trying another")
LOCKED = tr("held")
INSTEAD = tr("Instead of “{title}”")
NOTHING_ELSE = tr("Nothing else fits there.")
BACK = tr("Back")
THINKING = tr("Looking for good times…")
STILL_LOOKING = tr("Still looking for a better week…")
TAKE_THESE = tr("These will do")
NOT_MET = tr("What did not fit")
CANCEL = common.CANCEL
CANCEL_SPOKEN = tr("Stop looking")
STALE = tr("Something has changed since these were suggested.")
AGAIN = tr("Fill again")
AGAIN_HINT = tr("Most of what still fits stays as it is; what you hold stays in any case")
RESTING = tr("A hard week: only small things you know. Everything else rests.")
NOTHING_HARD = tr(
    "A hard week: nothing is asked of you, and nothing new is suggested. If something small would "
    "help, there are rituals of two or three minutes among the activities."
)
LOOK_AT_RITUALS = tr("Look at small rituals")
ADD_BIRTHDAY = tr("Add a birthday")
NOTHING_GENTLE = tr(
    "Nothing new for a while after a loss, and nothing you know fits this week. That is all right."
)
NOTHING_PAST = tr("This week is over. There is nothing to suggest for it.")
NOTHING_FREE = tr("Nobody has free time this week. Under Family you can say when you are free.")
NOTHING_ROOM = tr("The week has as much as you wished for. Under Family you can make more room.")
NOTHING_AGE = tr(
    "The library has nothing for this age. What you think of yourselves can be planned at any time, "
    "and kept under Activities."
)
NOTHING_PEOPLE = tr("Suggestions need at least one child and one grown-up.")


def people_title(household: Household) -> str:
    """`A week for the four of you`, in a number word up to six."""
    words = {
        2: tr("A week for the two of you"),
        3: tr("A week for the three of you"),
        4: tr("A week for the four of you"),
        5: tr("A week for the five of you"),
        6: tr("A week for the six of you"),
    }
    return words.get(len(household.people), TITLE)


def summary(count: int) -> str:
    if count == 1:
        return tr(
            "1 suggestion around what is already planned. Nothing is saved until you keep it."
        )
    return tr(
        "{count} suggestions around what is already planned. Nothing is saved until you keep it."
    ).format(count=count)


def why_nothing(proposal: Proposal, household: Household) -> str:
    """Why there is no suggestion, and what would help."""
    asked = proposal.instance
    times = (*asked.free.values(), *asked.bed.values(), asked.meals, asked.rides)
    reasons = (
        (not (asked.children and asked.caregivers), NOTHING_PEOPLE),
        (asked.now >= WEEK_MINUTES, NOTHING_PAST),
        (not _has_something_for_the_age(asked), NOTHING_AGE),
        (proposal.resting, NOTHING_HARD),
        (is_gentle(household, proposal.first), NOTHING_GENTLE),
        (len(asked.fixed) >= asked.goals.week_max, NOTHING_ROOM),
        (not any(times), NOTHING_FREE),
    )
    return next((words for is_so, words in reasons if is_so), f"{NONE} {NONE_HINT}")


def without_birthday(household: Household) -> str:
    """What it means for suggestions that a birthday is not known; empty if all are."""
    names = [common.spoken_name(p) for p in household.children if p.birthday is None]
    if not names:
        return ""
    return tr(
        "For {names}, whose birthday is not known, only what fits every age is suggested."
    ).format(names=common.listed(names))


def _has_something_for_the_age(asked: Instance) -> bool:
    return any(age_fits(a, child) for child in asked.children for a in asked.activities)


def clash(found: tuple[tuple[PersonId, ...], str], household: Household) -> str:
    """`Leo has Football then`, of a suggestion that is in the way of something."""
    people, title = found
    names = [common.spoken_name(p) for p in household.people if p.id in people]
    return week.busy_conflict(names, title)


def explained(proposal: Proposal, household: Household) -> tuple[Entry, ...]:
    """The suggested entries, each with its sentence."""
    return tuple(
        replace(s.entry, why=sentence(s.reason, household) if s.reason else "")
        for s in proposal.suggestions
    )


def not_met(proposal: Proposal, household: Household) -> tuple[str, ...]:
    """For every wish that could not be met: which, why, and the one change that would help."""
    names = {str(p.id): common.spoken_name(p) for p in household.people}
    return tuple(_unmet(one, names, proposal) for one in proposal.unmet)


def _unmet(one: Unmet, names: dict[str, str], proposal: Proposal) -> str:
    wish = one.wish
    if isinstance(wish, PathwayWish):
        what = tr("{pathway} has {minutes} of {goal} minutes").format(
            pathway=common.PATHWAY_NAMES[wish.pathway], minutes=wish.reached, goal=wish.target
        )
    else:
        what = tr("No time alone for {child} and {grown_up}").format(
            child=names.get(wish.child, ""), grown_up=names.get(wish.caregiver, "")
        )
    rule = RULES.get(one.rule, "")
    words = f"{what}: {rule}." if rule else f"{what}."
    if one.help is not None:
        words = f"{words} {_help(one.help, names, proposal)}"
    return words


RULES = {
    "nothing-on-offer": tr("nothing is on offer for that"),
    "nobody-for-it": tr("there is nobody it could be for this week"),
    "blocked": tr("what would fit is never to be suggested"),
    "age": tr("nothing fits the age"),
    "no-common-time": tr("no free time that they share"),
    "quiet-day": tr("the only time is on a quiet day"),
    "past": tr("the time that would fit is over"),
    "nobody-watches": tr("nobody would be with the youngest"),
    "cool-down": tr("what would fit was done not long ago"),
    "day-full": tr("the days are full"),
    "week-full": tr("the week is full"),
    "time-taken": tr("the time they share is taken"),
    "asks-too-much": tr("there was time, but another entry would ask for more than it gives"),
}
ROOM_ON = {
    "day-count": tr("Room for {amount} on {day} would help."),
    "day-long": tr("Room for {amount} suggestions on {day} would help."),
    "day-tiny": tr("Room for {amount} tiny ones on {day} would help."),
    "day-minutes": tr("Room for {amount} minutes on {day} would help."),
}


def _help(found: Help, names: dict[str, str], proposal: Proposal) -> str:
    day = "" if found.day is None else common.day_name(_day(proposal.first, found.day))
    if found.kind == "unblock" and found.activity:
        return tr("Letting “{activity}” be suggested again would help.").format(
            activity=_title(proposal, found.activity)
        )
    if found.kind == "open-day":
        return tr("Opening {day}, a quiet day, would help.").format(day=day)
    if found.kind == "watch" and found.child and found.start is not None:
        start = found.start % DAY_MINUTES
        return tr(
            "Somebody with {child} on {day} from {start} for {minutes} minutes would help."
        ).format(
            child=names.get(found.child, ""),
            day=common.day_name(_day(proposal.first, found.start // DAY_MINUTES)),
            start=common.clock(start),
            minutes=found.minutes,
        )
    if found.kind == "week-count":
        return tr("Room for {amount} in the week would help.").format(amount=found.amount)
    if found.kind in ROOM_ON:
        return ROOM_ON[found.kind].format(amount=found.amount, day=day)
    return ""


def _day(first: date, n: int) -> date:
    return first + timedelta(days=n)


def _title(proposal: Proposal, activity: str) -> str:
    known = {a.id: a.title for a in proposal.instance.activities}
    return known.get(activity, activity)


def swap_heading(title: str) -> str:
    return INSTEAD.format(title=title)


def row_line(entry: Entry, household: Household) -> str:
    """`Wed 19:15 · Leo with Mum`."""
    when = f"{common.day_name(entry.day, short=True)} {common.clock(entry.start)}"
    return common.SEPARATOR.join((when, common.people_line(household, entry.people)))
