"""Words of the page that looks back: sentences first, then what the charts show, also in words."""

from collections.abc import Mapping
from datetime import date

from planner.findings import ENOUGH, Finding
from planner.look_back import FeelingCounts, WeekMinutes
from planner.model import Household, Person, PersonId
from ui.text import common, journal, reflect, tr

TITLE = tr("Look back")
RANGES: tuple[tuple[int | None, str], ...] = (
    (4, tr("4 weeks")),
    (13, tr("13 weeks")),
    (52, tr("52 weeks")),
    (None, tr("Everything")),
)
RANGE = tr("How far to look back")
LITTLE = tr("There is only a little here yet.")
LITTLE_HINT = tr(
    "Once five or more times together are marked done, this page says what they have in common. "
    "There is no hurry."
)
NONE = tr("Nothing is marked done in these weeks.")
NONE_HINT = tr("Some weeks are like that. Times together appear here once they are marked done.")
TIME = tr("Time together")
TIME_HINT = tr("minutes a week, by what it was for")
ALONE = tr("Just the two")
ALONE_HINT = tr("times with one child and one grown-up")
HELPED = tr("What helped")
HELPED_HINT = tr("in times that felt warm or very close")
MOMENTS = tr("Moments that felt very close")
MOMENTS_HINT = tr("how many of the times kept at each")
OPENS = tr("Shows the times this stands on")
HINT = tr("Choose a sentence to see the times it stands on.")
BACK = tr("Back to the sentences")
PRINT = tr("Print…")
NOTICED_CLOSED, NOTICED_OPENED = tr("What you noticed"), tr("Hide what you noticed")
IN_WORDS = tr("In words")
AS_CHART = tr("As a chart")
THIS_WEEK = tr("now")


def last_weeks(weeks: int | None) -> str:
    if weeks is None:
        return tr("everything so far")
    return tr("last {weeks} weeks").format(weeks=weeks)


def times(count: int) -> str:
    return tr("1 time") if count == 1 else tr("{count} times").format(count=count)


def dated(day: date, today: date) -> str:
    """`24 August`, with the year where it is not this one."""
    words = common.day_and_month(day)
    return words if day.year == today.year else f"{words} {day.year}"


def sentence(finding: Finding, household: Household, today: date) -> str:
    """A finding in plain words."""
    names = [_name(household, person) for person in finding.people]
    since = dated(finding.since, today) if finding.since else ""
    if finding.kind == "alone":
        return _alone(finding, names, since)
    if finding.kind == "feelings":
        return _feelings(finding, names[0])
    pattern = {
        "together": tr("You have had {count} times together since {since}."),
        "close-from": tr(
            "{count} of the {total} times that felt very close began at {clock} or later."
        ),
        "close-before": tr(
            "{count} of the {total} times that felt very close began before {clock}."
        ),
        "close-moment": tr("{moment}: {count} of {total} times felt very close."),
        "helped": tr(
            "In {count} of {total} times that felt warm or very close, this helped: “{word}”."
        ),
    }[finding.kind]
    return pattern.format(
        count=finding.count,
        total=finding.total,
        since=since,
        clock=common.clock(finding.minute),
        moment=moment(finding.word),
        word=reflect.HELPED_NAMES.get(finding.word, finding.word),
    )


def highest(minutes: int) -> str:
    """What the highest bar on paper stands for."""
    return tr("the most in a week: {minutes} min").format(minutes=minutes)


def of_month(month: date, words: str) -> str:
    """A month before what is said of it: `November 2026: You noticed one reach by Leo.`."""
    return tr("{month}: {words}").format(month=journal.month(month), words=words)


def moment(name: str) -> str:
    """`Bedtime`."""
    words = common.MOMENT_NAMES.get(name, name)
    return words[:1].upper() + words[1:]


def others(count: int) -> str:
    return tr("The other one") if count == 1 else tr("The other {count}").format(count=count)


def _alone(finding: Finding, names: list[str], since: str) -> str:
    both = common.listed(names)
    others = finding.total - finding.count
    if finding.count == 0:
        return tr(
            "{both} have had {others} with others since {since}, none just the two yet."
        ).format(both=both, others=times(others), since=since)
    return tr("{both} have had {count} alone since {since}, and {others} with others.").format(
        both=both, count=times(finding.count), since=since, others=others
    )


def _feelings(finding: Finding, name: str) -> str:
    if finding.count == 1:
        return tr("For {name} you kept one word, “{word}”, {total} times.").format(
            name=name, word=finding.word, total=finding.total
        )
    if finding.word:
        return tr(
            "For {name} you kept {count} different words for feelings; “{word}” most often, {most} times."
        ).format(name=name, count=finding.count, word=finding.word, most=finding.most)
    return tr("For {name} you kept {count} different words for feelings, {total} in all.").format(
        name=name, count=finding.count, total=finding.total
    )


def _name(household: Household, person_id: PersonId) -> str:
    person = household.person(person_id)
    return common.spoken_name(person) if person else ""


def pair(household: Household, child: PersonId, grown_up: PersonId) -> str:
    return tr("{child} with {grown_up}").format(
        child=_name(household, child), grown_up=_name(household, grown_up)
    )


def goal(minutes: int) -> str:
    return tr("your goal, {minutes} min").format(minutes=minutes)


def week_number(monday: date) -> str:
    return str(monday.isocalendar().week)


def week_words(week: WeekMinutes) -> str:
    """`Week from 16 November: 75 min; Reach out 20, Stay close 55`."""
    total = sum(week.minutes.values())
    day = common.day_and_month(week.monday)
    if not total:
        return tr("Week from {day}: nothing marked done").format(day=day)
    parts = ", ".join(
        f"{name} {week.minutes[pathway]}"
        for pathway, name in common.PATHWAY_NAMES.items()
        if week.minutes.get(pathway)
    )
    return tr("Week from {day}: {total} min; {parts}").format(day=day, total=total, parts=parts)


def weeks_in_words(weeks: tuple[WeekMinutes, ...], goal_minutes: int) -> str:
    """The chart of weeks for those who read rather than look."""
    lines = [week_words(week) for week in weeks if week.minutes]
    if goal_minutes:
        lines.append(goal(goal_minutes).capitalize())
    return "\n".join(lines)


def total_minutes(pathway: str, minutes: int) -> str:
    return tr("{name}, {minutes} min").format(name=common.PATHWAY_NAMES[pathway], minutes=minutes)


def counts_in_words(rows: tuple[tuple[str, int], ...]) -> str:
    return "\n".join(tr("{name}: {count}").format(name=name, count=count) for name, count in rows)


def pairs_shown(
    counts: Mapping[tuple[PersonId, PersonId], int], household: Household
) -> tuple[tuple[str, int], ...]:
    return tuple((pair(household, *ids), count) for ids, count in counts.items())


def helped_shown(counts: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    return tuple((reflect.HELPED_NAMES.get(name, name), count) for name, count in counts)


def moments_shown(counts: Mapping[str, tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """`Bedtime, of 12` and how many of these felt very close; moments of which too little is known are left out."""
    known = [(m, close, total) for m, (close, total) in counts.items() if total >= ENOUGH]
    known.sort(key=lambda row: (-row[1], row[0]))
    return tuple(
        (tr("{moment}, of {total}").format(moment=moment(name), total=total), close)
        for name, close, total in known
    )


def feelings_title(child: Person) -> str:
    return tr("Words for what {name} felt").format(name=child.name)


def feelings_hint(counts: FeelingCounts) -> str:
    if len(counts.words) == 1:
        return tr("kept {times}, one word").format(times=times(counts.total))
    return tr("kept {times}, {count} different words").format(
        times=times(counts.total), count=len(counts.words)
    )


def further_words(count: int) -> str:
    if count == 1:
        return tr("and 1 more word")
    return tr("and {count} more words").format(count=count)
