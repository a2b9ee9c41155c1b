"""How sentences speak of a person: he, she, they, or by name where nobody has said."""

from typing import NamedTuple

from planner.model import Household, Person, Pronoun
from ui.text import common, tr


class Spoken(NamedTuple):
    """`he reached`, `came to him`, `his words`: the three forms a sentence needs."""

    he: str
    him: str
    his: str


FORMS: dict[Pronoun, Spoken] = {
    "he": Spoken(tr("he"), tr("him"), tr("his")),
    "she": Spoken(tr("she"), tr("her"), tr("her")),
    "they": Spoken(tr("they"), tr("them"), tr("their")),
}
PRONOUN_NAMES: dict[Pronoun, str] = {
    "": tr("By name"),
    "he": tr("he"),
    "she": tr("she"),
    "they": tr("they"),
}


def spoken(person: Person) -> Spoken:
    """The forms for this person; their name where no pronoun is given."""
    name = common.spoken_name(person)
    return FORMS.get(person.pronoun) or Spoken(name, name, tr("{name}’s").format(name=name))


def begun(words: str) -> str:
    """The words with a capital, for the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def reached(household: Household) -> str:
    """`He reached` where that is clear, else the name, else `A child reached`; "" without a child."""
    children = household.children
    if not children:
        return ""
    pronouns = {child.pronoun for child in children}
    if len(children) == 1:
        return tr("{he} reached").format(he=begun(spoken(children[0]).he))
    if len(pronouns) == 1 and "" not in pronouns:
        return tr("{he} reached").format(he=begun(FORMS[pronouns.pop()].he))
    return tr("A child reached")
