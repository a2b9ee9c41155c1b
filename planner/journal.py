"""Times together that are remembered, and which words for feelings to offer for them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from activities.feelings import all_words, words_for
from activities.model import BANDS, band_for
from planner.dates import WEEK_DAYS, age_on
from planner.model import Entry, Household, Person, PersonId

HELPED = ("listened", "named", "laughed", "sorry", "sat", "nothing")
"""What may have helped, as it is kept; the words for it belong to the screen."""

FIRST_WORDS: Mapping[str, tuple[str, ...]] = {
    "2-4": ("happy", "cross", "cuddly", "sad", "brave", "scared", "calm", "tired"),
    "5-7": ("proud", "angry", "loved", "left out", "curious", "worried", "calm", "embarrassed"),
    "8-10": (
        "proud", "frustrated", "understood", "left out", "curious", "worried", "calm",
        "embarrassed",
    ),
    "11-13": (
        "proud", "frustrated", "understood", "disappointed", "confident", "anxious", "calm",
        "awkward",
    ),
    "14-17": (
        "hopeful", "frustrated", "understood", "lonely", "confident", "anxious", "calm",
        "overwhelmed",
    ),
}  # fmt: skip
"""Eight words for a first look: eight families of feelings, as many easy ones as hard ones."""

FROM_BEFORE = 4
"""So many of the first words may be a child's own usual ones; the others keep the view wide."""

NO_AGE_BAND = "8-10"


def reflected(household: Household) -> Iterator[Entry]:
    """Every entry with a reflection, the newest first."""
    for monday in sorted(household.weeks, reverse=True):
        for entry in reversed(household.weeks[monday].entries):
            if entry.reflection is not None:
                yield entry


def band_on(child: Person, day: date) -> str:
    """The age band whose words fit this child on that day; the nearest one outside the library's ages."""
    if child.birthday is None:
        return NO_AGE_BAND
    age = age_on(child.birthday, day)
    return band_for(age) or (next(iter(BANDS)) if age < BANDS["2-4"][0] else "14-17")


def first_words(
    household: Household, child: Person, day: date, chosen: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Eight words to offer for this child: those `chosen`, up to four usual ones, a wide choice after.

    The same every time while nothing new is kept. More than eight only where more are chosen.
    """
    band = band_on(child, day)
    fitting = {feeling.word for feeling in words_for(band)}
    known = {feeling.word for feeling in all_words()}
    used = _usual_words(household, child.id)
    usual = [word for word in used if word in fitting or word not in known][:FROM_BEFORE]
    offered = dict.fromkeys((*chosen, *usual, *FIRST_WORDS[band]))
    return tuple(offered)[: max(len(FIRST_WORDS[band]), len(chosen))]


def families(band: str) -> Mapping[str, tuple[str, ...]]:
    """All words of an age, by family, in the library's order."""
    grouped: dict[str, list[str]] = {}
    for feeling in words_for(band):
        grouped.setdefault(feeling.family, []).append(feeling.word)
    return {family: tuple(words) for family, words in grouped.items()}


def own_words(household: Household) -> tuple[str, ...]:
    """The family's own words for feelings, those the library does not have, latest first."""
    known = {feeling.word for feeling in all_words()}
    used = (word for entry in reflected(household) for word in _feelings(entry))
    return tuple(dict.fromkeys(word for word in used if word not in known))


def again(entry: Entry) -> Entry:
    """The same a week later, not done yet and with nothing kept; it still bears the old id."""
    return replace(
        entry,
        day=entry.day + timedelta(days=WEEK_DAYS),
        outcome="planned",
        reflection=None,
        why="",
    )


def _feelings(entry: Entry) -> Iterator[str]:
    if entry.reflection is not None:
        for words in entry.reflection.feelings.values():
            yield from words


def _usual_words(household: Household, child: PersonId) -> list[str]:
    """The words kept for this child, the most frequent first; the latest first among equals."""
    counts = Counter(
        word
        for entry in reflected(household)
        if entry.reflection is not None
        for word in entry.reflection.feelings.get(child, ())
    )
    return [word for word, _ in counts.most_common()]
