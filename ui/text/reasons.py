"""Why Fill suggests something: the one fact that speaks most for it, as a sentence without praise or blame."""

from collections.abc import Mapping

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
from planner.fill.instance import BEDTIME, CAR, HOME, MEAL, OUTDOOR
from planner.model import Household
from ui.text import common, tr

TWO_WEEKS = 14
HOURS_FROM = 120
"""Minutes from which a stretch is told in hours."""

FREE: Mapping[str, tuple[str, str]] = {
    HOME: (
        tr("You are all free then for {long}."),
        tr("{names} are free then for {long}."),
    ),
    OUTDOOR: (
        tr("You are all free in daylight then, for {long}."),
        tr("{names} are free in daylight then, for {long}."),
    ),
    MEAL: (tr("It fits a meal you all share."), tr("It fits a meal {names} share.")),
    CAR: (tr("It fits a ride you all share."), tr("It fits a ride {names} share.")),
    BEDTIME: (
        tr("It fits bedtime: {names} have time then."),
        tr("It fits bedtime: {names} have time then."),
    ),
}
"""For each setting: of everybody, and of some."""
LONGEST: Mapping[str, tuple[str, str]] = {
    HOME: (
        tr("The longest free stretch you all share: {long}."),
        tr("The longest free stretch {names} share: {long}."),
    ),
    OUTDOOR: (
        tr("The longest free stretch of daylight you all share: {long}."),
        tr("The longest free stretch of daylight {names} share: {long}."),
    ),
}


def sentence(reason: Reason, household: Household) -> str:
    facts = reason.facts
    if isinstance(facts, DyadFacts):
        names = {str(p.id): common.spoken_name(p) for p in household.people}
        return _pair(names.get(facts.child, ""), names.get(facts.caregiver, ""), facts.days)
    if isinstance(facts, TogetherFacts):
        return _together(facts, household)
    if isinstance(facts, TimeFacts):
        return _time(facts, household)
    if isinstance(facts, PathwayFacts):
        return _pathway(facts)
    if isinstance(facts, SkillFacts):
        return _skill(SKILLS[facts.skill].name, facts.days)
    return _rest(facts)


def _names(who: tuple[str, ...], household: Household) -> str:
    return common.listed([common.spoken_name(p) for p in household.people if p.id in who])


def _together(facts: TogetherFacts, household: Household) -> str:
    never, last = (
        tr("Nothing noted yet that {names} did together."),
        tr("{names} last did something together {ago}."),
    )
    if len(facts.who) == len(household.people):
        never, last = (
            tr("Nothing noted yet that you all did together."),
            tr("You all last did something together {ago}."),
        )
        if len(facts.who) == 2:
            never, last = (
                tr("Nothing noted yet that you two did together."),
                tr("You two last did something together {ago}."),
            )
    names = _names(facts.who, household)
    if facts.days is None:
        return never.format(names=names)
    return last.format(names=names, ago=_ago(facts.days))


def _time(facts: TimeFacts, household: Household) -> str:
    is_everybody = 2 < len(facts.who) == len(household.people)
    words = LONGEST.get(facts.setting) if facts.longest else None
    everybody, some = words or FREE[facts.setting]
    return (everybody if is_everybody else some).format(
        names=_names(facts.who, household), long=_long(facts.minutes)
    )


def _long(minutes: int) -> str:
    """`90 minutes`, `3 hours`, `4 hours and 55 minutes`."""
    hours, rest = divmod(minutes, 60)
    if minutes <= HOURS_FROM:
        return tr("{minutes} minutes").format(minutes=minutes)
    if not rest:
        return tr("{hours} hours").format(hours=hours)
    return tr("{hours} hours and {minutes} minutes").format(hours=hours, minutes=rest)


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


def _rest(facts: RitualFacts | LikingFacts | NewFacts) -> str:
    if isinstance(facts, RitualFacts):
        words = tr("You have done it {count} times in the last eight weeks.")
        return words.format(count=facts.count)
    if isinstance(facts, LikingFacts):
        words = tr("Noted {count} times how close it felt; Fill takes it as “{closeness}” so far.")
        if facts.times_rated == 1:
            words = tr("Noted once how close it felt; Fill takes it as “{closeness}” so far.")
        closeness = common.CLOSENESS_NAMES[round(facts.rating / 100) - 1].lower()
        return words.format(count=facts.times_rated, closeness=closeness)
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
