"""Words of what Fill may ask of the family: tiny things, time alone, own time, hard times, other homes."""

from planner.model import Weeks
from ui.text import tr

ASKING = tr("What Fill may ask of you")
ASKING_HINT = tr("Fill only suggests. These say where it should hold back.")
TINY_MAX = tr("Tiny ones in a day, besides")
TINY_HINT = tr("Five minutes or less. They do not count towards the most in a day.")
ALONE = tr("Time alone, the two of them")
ALONE_HINT = tr("Fill looks for time alone for these pairs. Leave out whom it should not ask.")
HARD_UNTIL = tr("A hard time, until")
HARD_HINT = tr(
    "Until the end of that week Fill asks for three small rituals you know, at the most. "
    "Everything else rests, and nothing is missed."
)
LOSS = tr("We lost somebody or something dear, on")
LOSS_HINT = tr("For six weeks Fill suggests nothing new, only what you have done before.")
OWN_TIME = tr("Time of one's own")
OWN_TIME_HINT = tr("Hours a grown-up wants to themself. Fill keeps them free.")
NO_OWN_TIME = tr("None kept free yet.")
ADD_OWN_TIME = tr("+ Own time")
WEEKS = tr("Weeks")
EVERY_WEEK = tr("Every week")
THIS_AND_EVERY_OTHER = tr("Every other week, this week too")
NEXT_AND_EVERY_OTHER = tr("Every other week, from next week on")
EVERY_OTHER = tr("every other week")


def weeks_names(this_week: Weeks) -> dict[Weeks, str]:
    """The choices in words, for somebody in a week of these."""
    other: Weeks = "odd" if this_week == "even" else "even"
    return {"all": EVERY_WEEK, this_week: THIS_AND_EVERY_OTHER, other: NEXT_AND_EVERY_OTHER}
