"""Words of the sheet for a reach: what it looked like, what it may have been, what became of it."""

from collections.abc import Mapping
from datetime import date

from planner.model import Person
from planner.reaches import FEELINGS, HEAVY, NEEDS
from ui.text import common, tr

SHAPE_NAMES = {
    "asked": tr("Asked straight out"),
    "came-close": tr("Came close, hovered"),
    "showed": tr("“Look at this”"),
    "body": tr("A tummy ache, a sore foot"),
    "fight": tr("Picked a fight"),
    "quiet": tr("Went quiet"),
    "joke": tr("A joke with an edge"),
    "screen": tr("Through a screen"),
    "told": tr("Someone told me"),
    "other": tr("Something else"),
}
SMALL_NAMES = {
    **SHAPE_NAMES,
    "asked": tr("Called or cried for me"),
    "came-close": tr("Climbed on me, followed me"),
    "body": tr("“It hurts”"),
    "fight": tr("Hit out, threw, screamed"),
    "quiet": tr("Hid, went still"),
    "joke": tr("Went silly"),
}
TEEN_NAMES = {
    **SHAPE_NAMES,
    "asked": tr("Asked, more or less"),
    "came-close": tr("Hung about in the doorway"),
    "body": tr("A headache, too tired"),
    "quiet": tr("Went quiet, shut the door"),
    "screen": tr("A message, a link, a meme"),
}
NOT_FOR_SMALL = frozenset({"screen"})
FEELING_NAMES = {
    "glad": tr("Glad"),
    "calm": tr("Calm"),
    "close": tr("Close"),
    "keen": tr("Keen"),
    "sad": tr("Sad"),
    "angry": tr("Angry"),
    "scared": tr("Scared"),
    "small": tr("Small, ashamed"),
    "fog": tr("Foggy, flat, far away"),
    "not-sure": tr("Not sure"),
}
NEED_NAMES = {
    "comfort": tr("Comfort"),
    "company": tr("Company"),
    "help": tr("Help"),
    "to-be-seen": tr("To be seen"),
    "space": tr("Space"),
    "limit": tr("A limit"),
}
GUESS_NAMES = {**FEELING_NAMES, **NEED_NAMES}
GUESSES = (*FEELINGS, *NEEDS)
RESPONSE_NAMES = {
    "stayed": tr("Stayed with the feeling"),
    "helped": tr("Helped with the problem"),
    "room": tr("Gave room, stayed near"),
    "kind-limit": tr("Set a limit kindly"),
    "missed": tr("Missed it"),
    "brushed-off": tr("Brushed it off"),
    "snapped": tr("Snapped"),
    "could-not": tr("Couldn’t just then"),
}
LANDING_NAMES = {
    "closer": tr("Came closer"),
    "eased": tr("Eased"),
    "nothing-yet": tr("Nothing yet"),
    "away": tr("Moved away"),
    "not-known": tr("Don’t know"),
}
BACK_NAMES = {
    "tonight": tr("Tonight"),
    "tomorrow": tr("Tomorrow"),
    "weekend": tr("At the weekend"),
    "let-be": tr("Let it be"),
}

WHO = tr("Who reached?")
SHAPE = tr("How did it look?")
GUESS = tr("What might it have been?")
RESPONSE = tr("What did I do?")
LANDED = tr("How did it land?")
BACK = tr("Go back to it?")
NEED_HINT = tr("or something needed")
LINE = tr("A line to remember, if you like")
ONLY_ME = tr("Only for me")
ONLY_ME_SPOKEN = tr("Only for me: no other grown-up reads this")
HELP = tr("If it is serious…")
HELP_SPOKEN = tr("If it is serious: help and safety")
KEEP = tr("Keep")
MEND = tr("Mend it…")
MEND_SPOKEN = tr("Keep this and mend it with a thread")
SAYING = tr("Something to say")
ANOTHER = tr("Another sentence")
OWN_WORDS = tr("My own words")
KEPT = tr("Kept.")
PRIVATE = tr("Stays on this computer and out of every print. Nothing is kept before “Keep”.")
NOT_ANSWERED = tr("not said")
KIND_WORD = tr("You noticed. That is the half that comes first.")
HEAVY_WEEK = tr("This looks like a heavy week for you too.")
HEAVY_HELP = tr("Help for grown-ups")
SERIOUS = tr("That sounds serious. Kinweek offers no words of its own here.")
SERIOUS_HELP = tr("Where to turn")
TRAY = tr("Open Kinweek")


def title(child: Person) -> str:
    return tr("{name} reached").format(name=common.spoken_name(child))


def shapes(age: int | None) -> Mapping[str, str]:
    """What a reach can look like at this age, in the words of that age."""
    if age is not None and age < 5:
        return {k: w for k, w in SMALL_NAMES.items() if k not in NOT_FOR_SMALL}
    return TEEN_NAMES if age is not None and age >= 12 else SHAPE_NAMES


def return_title(child: Person) -> str:
    """What the card in the week says: nothing that a passer-by would wonder at."""
    return tr("A few minutes with {name}").format(name=common.spoken_name(child))


def planned(day: date, start: int) -> str:
    return tr("In your week on {day} at {time}").format(
        day=common.weekday_and_date(day), time=common.clock(start)
    )


def is_heavy(response: tuple[str, ...]) -> bool:
    return not HEAVY.isdisjoint(response)
