"""Words of the library: its search, its cards and the activity in full beside them."""

from activities.model import BANDS, SKILLS, Activity
from planner.model import Entry, Household, Person
from ui.text import common, tr

HEADING = tr("Activities")
SEARCH_NAME = tr("Search activities")
CLEAR_SEARCH = tr("Clear the search")
CLEAR_FILTERS = tr("Clear filters")
ANY_MOMENT = tr("Any moment")
ANY_SKILL = tr("Any skill")
YOURS = tr("Yours")
YOURS_HINT = tr("Activities your family wrote or changed")
DRAFTS = tr("Drafts")
DRAFTS_ABOUT = tr(
    "Waiting for a specialist’s eye: drafts touch on hard things, and Kinweek never suggests them."
)
PUT_AWAY = tr("Put away")
PUT_AWAY_ABOUT = tr("Activities of your own that you put away. You can bring each one back.")
EMPTY_SHELF_HINT = tr("Press the chip again to see the other activities.")
NEW = tr("New activity")
MORE = "⋯"
MORE_NAME = tr("Import and export")
IMPORT = tr("Import from a file…")
EXPORT_ALL = tr("Export all of yours…")
EDIT = common.EDIT
CHANGE_COPY = tr("Change a copy")
CHANGE_COPY_HINT = tr("Make it your own; the library’s stays as it is.")
DUPLICATE = tr("Duplicate")
ARCHIVE = tr("Put away")
ARCHIVE_HINT = tr("It leaves the activities and Fill my week; your weeks keep it.")
BRING_BACK = tr("Bring back")
EXPORT = tr("Export…")
PRINT = tr("Print…")
PRINT_HINT = tr("As a sheet of its own, or as cards to cut out")
EXPORT_HINT = tr("Save it as a file for another family.")
YOUR_OWN = tr("your own")
NO_PREPARATION = tr("Nothing to prepare")
NOT_LATELY = tr("Not done lately")
NOT_LATELY_HINT = tr("Not in your plan or done in the last four weeks")
LOVED = tr("Loved")
LOVED_HINT = tr("You felt close when you did it")
ORDER = tr("Order")
ORDER_NAMES = {
    "title": tr("By title"),
    "shortest": tr("Shortest first"),
    "longest-ago": tr("Not done for longest"),
}
RESULTS = tr("Activities found")
NOTHING_FOUND = tr("Nothing here fits all of that.")
NOTHING_FOUND_HINT = tr("Try another word, or take a filter away.")
SHOW_ALL = tr("Show all activities")
NOTHING_CHOSEN = tr("Nothing chosen")
NOTHING_CHOSEN_HINT = tr("Choose an activity to see what to do and what to say.")
PANEL = tr("The chosen activity")

AGES = tr("Ages")
TAKES = tr("Takes")
BEST_AT = tr("Best at")
LAST_TIME = tr("Last time")
WHY_IT_WORKS = tr("Why it works")
INVITE = tr("Words to invite")
YOU_NEED = tr("What you need")
HOW = tr("How")
AT_EACH_AGE = tr("At each age")
TRY_SAYING = tr("Try saying")
INSTEAD_OF = tr("Instead of")
WHEN_IT_GOES_WRONG = tr("When it goes wrong")
MADE_TO_FIT = tr("Made to fit")
GOOD_TO_KNOW = tr("Good to know")
ADD = tr("Add to week")
NEVER_SUGGEST = tr("Never suggest")
SUGGEST_AGAIN = tr("Suggest again")
NEVER_SUGGEST_HINT = tr("Fill my week leaves this one out. You can still add it yourself.")
SUGGEST_AGAIN_HINT = tr("Fill my week may bring this one up again.")
NEVER_SUGGESTED = tr("not suggested")

STRENGTH_NAMES = {
    "strong": tr("strong"),
    "moderate": tr("moderate"),
    "suggestive": tr("suggestive"),
    "theory": tr("theory"),
}
SITUATION_NAMES = {
    "autism": tr("Autism"),
    "adhd": tr("ADHD"),
    "anxious": tr("A worried child"),
    "sensory": tr("When senses fill up fast"),
    "language_or_aac": tr("Few words, or a device that speaks"),
    "mobility": tr("Moving differently"),
    "siblings": tr("Brothers and sisters"),
    "at_a_distance": tr("At a distance"),
    "two_homes": tr("Two homes"),
    "family_and_culture": tr("Your family and culture"),
    "prison_hospital_deployment": tr("Prison, hospital or service away"),
}


def sentence_case(words: str) -> str:
    """`a ride together` as the beginning of a line: `A ride together`."""
    return words[:1].upper() + words[1:]


def search_hint(count: int) -> str:
    return tr("Search {count} activities").format(count=count)


def count(shown: int, total: int) -> str:
    """`142` where all are shown, else `23 of 142`."""
    if shown == total:
        return str(total)
    return tr("{shown} of {total}").format(shown=shown, total=total)


def count_spoken(shown: int, total: int) -> str:
    return tr("{count} activities").format(count=count(shown, total))


def fits(child: Person, age: int) -> str:
    return tr("Fits {name}, {age}").format(name=child.name, age=age)


def at_most(minutes: int) -> str:
    return tr("≤ {minutes} min").format(minutes=minutes)


def at_most_spoken(minutes: int) -> str:
    return tr("At most {minutes} minutes").format(minutes=minutes)


def moment_chip(moment: str | None) -> str:
    """The chip that opens the list of moments."""
    words = sentence_case(common.MOMENT_NAMES[moment]) if moment else tr("Moment")
    return f"{words} ▾"


def moment_spoken(moment: str | None) -> str:
    words = common.MOMENT_NAMES[moment] if moment else tr("any")
    return tr("Moment: {moment}").format(moment=words)


def skill_chip(skill: str | None) -> str:
    """The chip that opens the list of skills."""
    return f"{SKILLS[skill].name if skill else tr('Skill')} ▾"


def skill_spoken(skill: str | None) -> str:
    name = SKILLS[skill].name if skill else tr("any")
    return tr("Skill: {skill}").format(skill=name)


def card_head(activity: Activity) -> str:
    """`Feel with`, or `Feel with · your own`."""
    name = common.PATHWAY_NAMES[activity.pathways[0]]
    return common.SEPARATOR.join((name, YOUR_OWN)) if activity.own else name


def number_range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def ages(bands: tuple[str, ...]) -> str:
    """Bands side by side become one range: `2–7, 14–17`."""
    runs: list[tuple[int, int]] = []
    for first, last in (BANDS[band] for band in bands):
        if runs and runs[-1][1] + 1 == first:
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
    return ", ".join(number_range(first, last) for first, last in runs)


def minutes(activity: Activity) -> str:
    """`10–20 min`."""
    span = number_range(activity.minutes_min, activity.minutes_max)
    return tr("{minutes} min").format(minutes=span)


def takes(activity: Activity) -> str:
    """`10–20 min, one-to-one or siblings`."""
    company = [common.PARTICIPANT_NAMES[who] for who in activity.participants]
    if len(company) > 1:
        last = company.pop()
        company = [tr("{first} or {last}").format(first=", ".join(company), last=last)]
    return ", ".join((minutes(activity), *company))


def moments(activity: Activity) -> str:
    return ", ".join(common.MOMENT_NAMES[moment] for moment in activity.settings)


def first_moment(activity: Activity) -> str:
    return common.MOMENT_NAMES[activity.settings[0]] if activity.settings else ""


def ago(days: int) -> str:
    """Days for two weeks, then weeks, months and years."""
    if days < 14:
        return common.days_ago(days)
    if days < 60:
        return tr("{count} weeks ago").format(count=days // 7)
    if days < 365:
        return tr("{count} months ago").format(count=days // 30)
    if days < 730:
        return tr("over a year ago")
    return tr("{count} years ago").format(count=days // 365)


def done_with(household: Household, entry: Entry, days: int) -> str:
    """`with Leo, 4 days ago`: the children, or whoever else was there."""
    people = [p for p in household.people if p.id in entry.people]
    children = [p.name for p in people if p.role == "child"]
    names = children or [common.spoken_name(p) for p in people]
    if not names:
        return ago(days)
    return tr("with {names}, {ago}").format(names=common.listed(names), ago=ago(days))


def last_time(household: Household, entry: Entry) -> str:
    """`Leo with Dad, 16 Nov · warm`."""
    day = common.day_and_month(entry.day, short=True)
    who = common.people_line(household, entry.people)
    closeness = entry.reflection.closeness if entry.reflection else None
    felt = common.CLOSENESS_NAMES[closeness - 1].lower() if closeness else ""
    first = tr("{who}, {day}").format(who=sentence_case(who), day=day) if who else day
    return common.SEPARATOR.join(part for part in (first, felt) if part)


def spoken_card(activity: Activity, done: str) -> str:
    """What a screen reader says of a card."""
    parts = (
        activity.title,
        card_head(activity),
        activity.summary,
        tr("ages {ages}").format(ages=ages(activity.bands)),
        minutes(activity),
        moments(activity),
        done,
    )
    return ", ".join(part.rstrip(".") for part in parts if part)


def evidence(strength: str, count: int) -> str:
    """`Evidence: moderate · 2 sources`."""
    sources = tr("1 source") if count == 1 else tr("{count} sources").format(count=count)
    found = tr("Evidence: {strength}").format(strength=STRENGTH_NAMES[strength])
    return common.SEPARATOR.join((found, sources))


def with_tip(step: str, tip: str) -> str:
    """A step and, on a line of its own, the aside for the grown-up."""
    return f"{step}\n{tr('Tip: {tip}').format(tip=tip)}" if tip else step


def bullet(words: str) -> str:
    return f"• {words}"


def for_ages(band: str, names: list[str]) -> str:
    """`8–10 years · Leo`: the children of the family who are of that age now."""
    years = tr("{ages} years").format(ages=number_range(*BANDS[band]))
    return common.SEPARATOR.join((years, common.listed(names))) if names else years
