"""Words of the page for the serious moments: what to do, what to say, where to turn."""

from datetime import date

from activities.help import Helpline
from ui.text import common, tr

AREA = tr("Help and safety")
TITLE = tr("When a child tells you something serious")
LEAVE = tr("Leave quickly")
LEAVE_HINT = tr("or press Esc twice")
LEAVE_SPOKEN = tr("Leave quickly: shows the week instead of this page")
FIRST = tr(
    "Is somebody in danger now? Ring your local emergency number first. The rest of this page can wait."
)
CONTENTS = tr("Parts of this page")
PLACES = tr("Where to begin")
PICTURE_PLACES = tr("Services that can stop a picture")
COUNTRIES = tr("By country")
HIDDEN = tr(
    "Numbers change. Kinweek shows the number of a single country only while two people have checked it within "
    "the last 180 days. The others are hidden; the directories above lead to them."
)
AUDIENCES = {
    "child": tr("for children and young people"),
    "adult": tr("for adults"),
    "both": tr("for children and adults"),
}


def line_name(line: Helpline) -> str:
    """`Nowhere: The Listening Line`."""
    return tr("{country}: {name}").format(country=line.country, name=line.name)


def line_facts(line: Helpline) -> str:
    """`for children and young people · 24 hours · free`."""
    parts = (AUDIENCES[line.audience], line.channel, line.hours, line.languages, line.cost)
    return common.SEPARATOR.join(part for part in parts if part)


def checked(day: date) -> str:
    words = f"{common.day_and_month(day)} {day.year}"
    return tr("Checked on {day}").format(day=words)
