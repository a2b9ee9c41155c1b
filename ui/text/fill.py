"""What Fill says: one true sentence for each suggestion, and what it could not find."""

from dataclasses import replace
from datetime import date, timedelta

from activities.model import SKILLS
from planner.fill.explain import (
    DyadFacts,
    LikingFacts,
    NewFacts,
    PathwayFacts,
    Reason,
    RitualFacts,
    SkillFacts,
    TimeFacts,
    TogetherFacts,
)
from planner.fill.instance import WEEK_MINUTES, Instance
from planner.fill.rules import age_fits
from planner.fill.unmet import Help, PathwayWish, Unmet
from planner.hard_times import is_gentle
from planner.model import DAY_MINUTES, Entry, Household, PersonId
from planner.suggest import Proposal
from ui.text import common, tr, week

TITLE = tr("A week for you")
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
NOT_MET = tr("What did not fit")
CANCEL = common.CANCEL
CANCEL_SPOKEN = tr("Stop looking")
STALE = tr("Something has changed since these were suggested.")
AGAIN = tr("Fill again")
AGAIN_HINT = tr("Most of what still fits stays as it is; what you hold stays in any case")
RESTING = tr("A hard week: only small things you know. Everything else rests.")
NOTHING_HARD = tr(
    "A hard week: nothing is asked of you. A small ritual you have done before may come here; "
    "everything else rests."
)
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
TWO_WEEKS = 14


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


def sentence(reason: Reason, household: Household) -> str:
    """The fact that speaks most for a suggestion, as one sentence without praise or blame."""
    facts = reason.facts
    if isinstance(facts, DyadFacts):
        names = {str(p.id): common.spoken_name(p) for p in household.people}
        return _pair(names.get(facts.child, ""), names.get(facts.caregiver, ""), facts.days)
    if isinstance(facts, TogetherFacts):
        return _together(facts)
    if isinstance(facts, PathwayFacts):
        return _pathway(facts)
    if isinstance(facts, SkillFacts):
        return _skill(SKILLS[facts.skill].name, facts.days)
    return _rest(facts)


def _together(facts: TogetherFacts) -> str:
    if facts.days is None:
        return tr("Nothing noted yet that you all did together.")
    return tr("You all last did something together {ago}.").format(ago=_ago(facts.days))


def _pathway(facts: PathwayFacts) -> str:
    name = common.PATHWAY_NAMES[facts.pathway]
    if facts.without == 0:
        return tr("Nothing else for {pathway} this week.").format(pathway=name)
    return tr("The rest of the week has {minutes} of {goal} minutes for {pathway}.").format(
        minutes=facts.without, goal=facts.target, pathway=name
    )


def _pair(child: str, grown_up: str, days: int | None) -> str:
    if days is None:
        return tr("{child} and {grown_up} have no time alone noted yet.").format(
            child=child, grown_up=grown_up
        )
    return tr("{child} and {grown_up} last had time alone {ago}.").format(
        child=child, grown_up=grown_up, ago=_ago(days)
    )


def _skill(skill: str, days: int | None) -> str:
    if days is None:
        return tr("“{skill}” has not been practised yet.").format(skill=skill)
    return tr("“{skill}” was last practised {ago}.").format(skill=skill, ago=_ago(days))


def _rest(facts: RitualFacts | LikingFacts | NewFacts | TimeFacts) -> str:
    if isinstance(facts, RitualFacts):
        words = tr("You have done it {count} times in the last eight weeks.")
        return words.format(count=facts.count)
    if isinstance(facts, LikingFacts):
        words = tr("Noted {count} times how close it felt; Fill takes it as “{closeness}” so far.")
        if facts.times_rated == 1:
            words = tr("Noted once how close it felt; Fill takes it as “{closeness}” so far.")
        closeness = common.CLOSENESS_NAMES[round(facts.rating / 100) - 1].lower()
        return words.format(count=facts.times_rated, closeness=closeness)
    if isinstance(facts, NewFacts):
        return _new(facts)
    words = tr("You are all free then for {minutes} minutes.")
    if facts.longest:
        words = tr("The longest free stretch you share: {minutes} minutes.")
    return words.format(minutes=facts.minutes)


def _new(facts: NewFacts) -> str:
    if facts.kind_rating is None:
        return tr("New: you have not tried it yet.")
    kind = common.FORMAT_NAMES.get(facts.kind, facts.kind)
    return tr("New; others of its kind ({kind}) felt good to you.").format(kind=kind)


def _ago(days: int) -> str:
    """`3 days ago` before the week that is filled begins; whole weeks from two on."""
    if days == 1:
        return tr("a day before this week")
    if days < TWO_WEEKS:
        return tr("{days} days before this week").format(days=days)
    return tr("{weeks} weeks before this week").format(weeks=days // 7)


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
    "nothing-on-offer": tr("the library has nothing for these people"),
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
    if found.kind == "day-count":
        return tr("Room for {amount} on {day} would help.").format(amount=found.amount, day=day)
    return tr("Room for {amount} minutes on {day} would help.").format(amount=found.amount, day=day)


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
