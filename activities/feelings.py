"""Words for feelings, and from which age on they are offered."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from activities.model import BANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """A word of one family of feelings, first offered in a band; intensity from 1 to 3."""

    family: str
    word: str
    first_band: str
    intensity: int  # 1 a breeze, 2 wind, 3 a storm


@cache
def all_words() -> tuple[Feeling, ...]:
    """Give every word of ``feelings.tsv`` in the order of the file: by family, then by age."""
    lines = Path(__file__).with_name("feelings.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return tuple(
        Feeling(family=family, word=word, first_band=band, intensity=int(intensity))
        for family, word, band, intensity in rows
    )


def words_for(band: str) -> tuple[Feeling, ...]:
    """Give the words of ``band`` and of all younger ones; KeyError for an unknown band."""
    oldest, _ = BANDS[band]
    return tuple(word for word in all_words() if BANDS[word.first_band][0] <= oldest)
