"""Words of a child's month: headings, what the grown-up is asked, and what the child may do."""

from datetime import date

from PySide6.QtCore import QLocale

from planner.model import Household, Person
from planner.month_pages import Heading, MonthPage, Stage
from ui.text import common, tr
from ui.text.pronouns import begun, spoken

HEADING_NAMES: dict[Heading, str] = {
    "showed": tr("What you showed us"),
    "brave": tr("A brave thing you said"),
    "mended": tr("Something we mended"),
    "word": tr("A word you found"),
    "learned": tr("Something I learned from you"),
    "question": tr("A question for you"),
}
STAGE_HINTS: dict[Stage, str] = {
    "small": tr("Three sentences are enough, each with room for a picture. Read it at bedtime."),
    "dictated": tr("Write down one line just as it is said to you, and leave room for a picture."),
    "half": tr("Half of it is not yours to write: leave three lines to the child."),
    "together": tr("Write it together, or not at all. Offer it once; no is fine."),
    "own": tr(
        "It can be a page the child makes about a grown-up instead. A page of their own, for nobody "
        "else, is better on paper: Kinweek keeps none."
    ),
}
RULES = tr(
    "Specific, true, seen. Nothing embarrassing, nothing of the body, nobody else’s secrets, no marks."
)
FRIEND = tr("Would {he} be glad if a friend read this?")
ASKED = tr(
    "Is one of them hard, and got through? Is there one where you were wrong? Both are asked, not required."
)
FROM_MONTH = tr("From this month")
WITH_WORDS = tr("with what you wrote")
NOTHING = tr("A month can be just lived.")
ADD = tr("Add a line")
WORDS = tr("In one sentence")
HEADING = tr("Heading")
STRIKE = tr("Strike")
STRUCK_NOTE = tr(
    "A struck line is deleted, not hidden. “Undo” can bring it back until Kinweek is closed."
)
ABOUT = tr("About whom?")
NOT_THIS_MONTH = tr("Not this month")
PRINT = tr("Print…")
READ = tr("Read together")
BACK = tr("Back to writing")
KEEP = tr("Keep")
EARLIER, LATER = tr("Month before"), tr("Month after")
INTO_MONTH = tr("Into the child’s month")
FULL = tr("Six lines are enough for a month.")
NOTHING_KEPT = tr("Nothing of this month is kept.")
CAME_BACK = tr("I had missed something, and we came back to it.")
MENDED = tr("Something was hard between us, and we mended it.")
PAGE = tr("A child’s month")
FOR_YOU = tr("Yours to write or draw")


def title(child: Person, month: date) -> str:
    """`Leo’s March`."""
    name = QLocale().standaloneMonthName(month.month)
    return tr("{name}’s {month}").format(name=common.spoken_name(child), month=name)


def page_title(page: MonthPage, household: Household) -> str:
    """The title on paper: of the child, or of whom the child made it about."""
    person = household.person(page.about or page.child)
    return title(person, page.month) if person else PAGE


def friend(child: Person) -> str:
    return FRIEND.format(he=spoken(child).he)


def open_page(child: Person) -> str:
    return tr("{name}’s month…").format(name=common.spoken_name(child))


def kept(child: Person) -> str:
    return tr("A line in {name}’s month.").format(name=common.spoken_name(child))


def refuses(child: Person) -> str:
    """Beside the page that is read together: what the child may do."""
    return tr("{he} may strike, change or add a line, or say no to all of it.").format(
        he=begun(spoken(child).he)
    )


def strike(words: str) -> str:
    return tr("Strike: {words}").format(words=words)
