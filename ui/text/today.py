"""Words of the page that shows today alone."""

from planner.model import Busy, Entry, Household
from ui.text import common, tr
from ui.text.week import busy_label, hours, times

MARK_DONE = tr("Mark done")
NOT_DONE = tr("Not done yet")
REFLECT = tr("Reflect…")
OPEN = tr("Open")
TO_THE_WEEK = tr("Go to the week")
NOW = tr("Now")
NEXT = tr("Next")
TRY_SAYING = tr("Try saying")
FROM_THE_FRIDGE = tr("From the fridge…")
NOTHING = tr("Nothing planned today. That is fine.")
NOTHING_HINT = tr(
    "A day without a plan is a day too. If you would like something small, look at the week."
)


def when(entry: Entry) -> str:
    """`19:15–19:30`, `All day`."""
    return hours(entry)


def busy(busy_time: Busy, household: Household) -> tuple[str, str]:
    """`08:30–15:00` and `School · Leo, Maya`."""
    span = busy_time.span
    names = [common.spoken_name(p) for p in household.people if p.id in busy_time.people]
    return times(span.start, span.end - span.start), busy_label(busy_time.title, names)


def state(entry: Entry) -> str:
    """`✓ Done`, `Did something else`; nothing for what is still planned."""
    if entry.outcome == "planned":
        return ""
    words = common.OUTCOME_NAMES[entry.outcome]
    return f"✓ {words}" if entry.outcome == "done" else words


def about(button: str, entry: Entry) -> str:
    """`Mark done: Worry walk`."""
    return tr("{button}: {title}").format(button=button.rstrip("…"), title=entry.title)
