"""Words of a child's dictionary: what he does, what it may mean, and how to ask gently."""

from datetime import date

from planner.model import Person
from ui.text import common, tr
from ui.text.pronouns import begun, spoken

SIGN, MEANING = tr("When {he}…"), tr("it may mean…")
SIGN_HINT, MEANING_HINT = tr("goes silly at the table"), tr("wants it to be over")
MEANS = tr("it means…")
STATE = tr("How do I know?")
KEEP, NEW = tr("Keep"), tr("New line")
ASK = tr("How to ask")
RENEW = tr("It still holds")
FADED = tr("Faded: a guess older than three months. Children change.")
PRINT = tr("Print {his} words…")
EMPTY = tr("A line needs nothing but a look: something shown, and a guess.")
HANDED_ON = tr(
    "Only {his} own words are ever printed, for a sitter, a grandparent or another home. Guesses stay here."
)
ONLY_ME = tr("Only for me")
PRINTED_NOTE = tr("In the child’s own words. Children change: ask before you trust a line.")


def title(child: Person) -> str:
    return tr("{name}’s dictionary").format(name=common.spoken_name(child))


def sign_head(child: Person) -> str:
    return SIGN.format(he=spoken(child).he)


def state_names(child: Person) -> dict[str, str]:
    """A guess, asked about, or confirmed or rewritten by the child."""
    forms = spoken(child)
    return {
        "guess": tr("A guess"),
        "asked": tr("I asked"),
        "his-words": tr("{his} words").format(his=begun(forms.his)),
    }


def prompt(child: Person) -> str:
    return tr("What did {name} show this week and not say?").format(name=common.spoken_name(child))


def check_sentence(sign: str, meaning: str) -> str:
    """A gentle way to ask, to be said: a guess among others, with a way out."""
    did = sign.strip() or tr("went quiet")
    guess = meaning.strip() or tr("tired")
    return tr("I may be wrong. About “{sign}”: was it {meaning}, or something else?").format(
        sign=did, meaning=guess
    )


def updated(day: date) -> str:
    return tr("written {day}").format(day=common.weekday_and_date(day))


def print_words(child: Person) -> str:
    return PRINT.format(his=spoken(child).his)


def handed_on(child: Person) -> str:
    return HANDED_ON.format(his=spoken(child).his)


def own_words_title(child: Person) -> str:
    return tr("How {name} says it").format(name=common.spoken_name(child))
