"""Finding an activity while the parent is still typing, accents and small slips forgiven.

The index keeps, for every word of the library, one whole number whose bits say which activities
have that word. A typed word is compared with the words only, never with the texts, and numbers are
joined with ``&`` and ``|``: that is quick enough for every key press with thousands of activities.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import compress
from operator import and_, or_

from activities.model import SKILLS, Activity

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'\N{RIGHT SINGLE QUOTATION MARK}")
_ZERO_AND_ONE = bytes.maketrans(b"01", b"\x00\x01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Activities by title, and for each of their words the bits of those that have it."""

    activities: tuple[Activity, ...]
    titles: Mapping[str, int]  # words of titles
    words: Mapping[str, int]  # words of everything searched, titles as well
    letters: Mapping[str, int]  # which letters each of the words has, see _letters


def index(activities: Iterable[Activity]) -> Index:
    """Prepare ``activities`` for ``search``; make it once, and again when activities change."""
    ordered = tuple(sorted(activities, key=lambda activity: (plain(activity.title), activity.id)))
    words = _bits(map(_searched, ordered))
    return Index(
        activities=ordered,
        titles=_bits([activity.title] for activity in ordered),
        words=words,
        letters={word: _letters(word) for word in words},
    )


def search(
    library: Index,
    typed: str = "",
    *,
    pathways: frozenset[str] = frozenset(),
    skill: str | None = None,
    band: str | None = None,
    longest: int | None = None,
    moment: str | None = None,
    participants: str | None = None,
    effort: int | None = None,
) -> tuple[Activity, ...]:
    """Give the activities that have every typed word and pass every filter that is set.

    Words count in title, summary, steps and names of skills; the beginning or any part of a word
    is enough. Those with every word in the title come first, each part in the order of titles. Only
    when nothing at all is found, words with a slip count (see ``slips``). ``pathways`` looks at the
    main pathway, ``skill`` at the main and the other skills; an activity never takes longer than
    ``longest`` minutes and never more than ``effort``.
    """
    in_title, elsewhere = _found(library, words_of(typed))
    passes = _filters(pathways, skill, band, longest, moment, participants, effort)
    found = (*_picked(library, in_title), *_picked(library, elsewhere))
    return tuple(activity for activity in found if all(test(activity) for test in passes))


def plain(text: str) -> str:
    """Give ``text`` without case, accents and apostrophes, as it is compared."""
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return bare.translate(_APOSTROPHES)


def words_of(text: str) -> tuple[str, ...]:
    """Give the plain words of ``text``, runs of letters and digits."""
    return tuple(_WORD.findall(plain(text)))


def slips(typed: str) -> int:
    """Give how many slips a typed word may have: one from four letters on, two from eight."""
    return (len(typed) >= 4) + (len(typed) >= 8)


def near(typed: str, word: str, most: int) -> bool:
    """Say whether ``typed`` is the beginning of ``word`` with ``most`` slips at the most.

    A slip is a letter missing, too many or wrong, or two neighbours swapped: the optimal string
    alignment distance (Boytsov 2011, ACM J. Experimental Algorithmics 16), its last row's least.
    """
    word = word[: len(typed) + most]  # whatever comes later is not typed yet
    if len(word) < len(typed) - most:
        return False
    two_back: list[int] = []
    row = list(range(len(word) + 1))
    for i, letter in enumerate(typed, 1):
        this = [i]
        for j, other in enumerate(word, 1):
            cost = min(row[j] + 1, this[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, two_back[j - 2] + 1)
            this.append(cost)
        if min(this) > most:
            return False
        two_back, row = row, this
    return min(row) <= most


def _searched(activity: Activity) -> list[str]:
    skills = (SKILLS[skill].name for skill in (activity.skill, *activity.also) if skill)
    steps = (text for step in activity.steps for text in step)
    return [activity.title, activity.summary, *steps, *skills]


def _bits(texts: Iterable[Iterable[str]]) -> dict[str, int]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    count = 0
    for place, parts in enumerate(texts):
        count = place + 1
        for word in {word for part in parts for word in words_of(part)}:
            places[word].append(place)
    return {word: _number(found, count) for word, found in places.items()}


def _number(places: Iterable[int], count: int) -> int:
    """Give the number with a bit for each place; bytes first, since numbers would be copied."""
    bits = bytearray(count // 8 + 1)
    for place in places:
        bits[place // 8] |= 1 << place % 8
    return int.from_bytes(bits, "little")


def _letters(word: str) -> int:
    """Give the letters as bits; the few that share one only make the first sieve coarser."""
    return reduce(or_, (1 << ord(letter) % 64 for letter in word), 0)


def _found(library: Index, typed: tuple[str, ...]) -> tuple[int, int]:
    """Give the bits of activities with all words in the title, and of the others found."""
    everything = (1 << len(library.activities)) - 1
    for matching in (_containing, _resembling):
        matches = [matching(library, word) for word in typed]
        found = reduce(and_, (_any(library.words, words) for words in matches), everything)
        if found:
            titles = reduce(and_, (_any(library.titles, words) for words in matches), found)
            return titles, found & ~titles
    return 0, 0


def _any(bits: Mapping[str, int], words: Iterable[str]) -> int:
    return reduce(or_, (bits.get(word, 0) for word in words), 0)


def _containing(library: Index, typed: str) -> list[str]:
    return [word for word in library.words if typed in word]


def _resembling(library: Index, typed: str) -> list[str]:
    most = slips(typed)
    if not most:
        return _containing(library, typed)
    has = _letters(typed)
    # A letter the word lacks is a slip of its own; counting those first spares most of the work.
    likely = [
        word for word, letters in library.letters.items() if (has & ~letters).bit_count() <= most
    ]
    return [word for word in likely if typed in word or near(typed, word, most)]


def _picked(library: Index, bits: int) -> Iterable[Activity]:
    digits = f"{bits:0{len(library.activities)}b}".encode().translate(_ZERO_AND_ONE)
    return compress(library.activities, reversed(digits))


def _filters(
    pathways: frozenset[str],
    skill: str | None,
    band: str | None,
    longest: int | None,
    moment: str | None,
    participants: str | None,
    effort: int | None,
) -> tuple[Callable[[Activity], bool], ...]:
    tests: tuple[tuple[bool, Callable[[Activity], bool]], ...] = (
        (bool(pathways), lambda activity: activity.pathways[0] in pathways),
        (skill is not None, lambda activity: skill == activity.skill or skill in activity.also),
        (band is not None, lambda activity: band in activity.bands),
        (longest is not None, lambda activity: activity.minutes_max <= (longest or 0)),
        (moment is not None, lambda activity: moment in activity.settings),
        (participants is not None, lambda activity: participants in activity.participants),
        (effort is not None, lambda activity: activity.effort <= (effort or 0)),
    )
    return tuple(test for is_set, test in tests if is_set)
