"""Words of the sheet on which a time together is remembered."""

from planner.model import Entry, Household
from ui.text import common, tr

HOW_CLOSE = tr("How close did it feel?")
MORE = tr("more…")
FEWER = tr("fewer…")
WHAT_HELPED = tr("What helped?")
REMEMBER = tr("Something to remember")
REMEMBER_HINT = tr("A sentence, a look, something that was said")
OWN_WORD = tr("A word of your own")
OWN_WORDS = tr("Your own words")
SKIP = tr("Skip")
AGAIN = tr("Do it again next week")
PRIVATE = tr("It stays on this computer and out of every print.")
HELPED_NAMES = {
    "listened": tr("I listened first"),
    "named": tr("We named it"),
    "laughed": tr("We laughed"),
    "sorry": tr("I said sorry"),
    "sat": tr("We just sat"),
    "nothing": tr("Nothing yet"),
}
FAMILY_NAMES = {
    "glad": tr("Glad"),
    "calm": tr("Calm"),
    "close": tr("Close"),
    "keen": tr("Keen"),
    "sad": tr("Sad"),
    "angry": tr("Angry"),
    "scared": tr("Scared"),
    "small": tr("Small"),
    "fog": tr("In a fog"),
}


def question(entry: Entry) -> str:
    return tr("How was “{title}”?").format(title=entry.title)


def head(entry: Entry, household: Household) -> str:
    """`Done · Wed 25 Nov · Leo with Mum`."""
    parts = (
        common.OUTCOME_NAMES[entry.outcome],
        common.weekday_and_date(entry.day),
        common.people_line(household, entry.people),
    )
    return common.SEPARATOR.join(p for p in parts if p)


def feelings_of(name: str) -> str:
    return tr("What did {name} feel?").format(name=name)


def more_words(name: str) -> str:
    return tr("More words for what {name} felt").format(name=name)


def fewer_words(name: str) -> str:
    return tr("Fewer words for what {name} felt").format(name=name)


def own_word_for(name: str) -> str:
    return tr("A word of your own for what {name} felt").format(name=name)


def answer(question_asked: str, word: str) -> str:
    """What a screen reader says of a choice: `How close did it feel? Warm`."""
    return f"{question_asked} {word}"
