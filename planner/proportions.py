"""How sure a share is that was counted in few cases, and whether two shares differ by more than chance.

The score interval of E. B. Wilson, Probable inference, the law of succession, and statistical
inference, JASA 22 (1927) 209-212; for a difference method 10 of R. G. Newcombe, Interval estimation
for the difference between independent proportions, Statistics in Medicine 17 (1998) 873-890.
"""

from functools import lru_cache
from math import sqrt
from statistics import NormalDist

USUAL = 0.95


@lru_cache(maxsize=64)
def _z(confidence: float) -> float:
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def wilson(count: int, total: int, confidence: float = USUAL) -> tuple[float, float]:
    """Where the true share lies if `count` of `total` (at least 1) were counted."""
    z = _z(confidence)
    share, spread = count / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / total + spread / (4 * total))
    return max(0.0, middle - half), min(1.0, middle + half)


def difference(
    one: tuple[int, int], other: tuple[int, int], confidence: float = USUAL
) -> tuple[float, float]:
    """Where the difference of two shares lies, each given as (count, total) with a total of at least 1."""
    (low, high), (other_low, other_high) = wilson(*one, confidence), wilson(*other, confidence)
    share, other_share = one[0] / one[1], other[0] / other[1]
    gap = share - other_share
    return (
        gap - sqrt((share - low) ** 2 + (other_high - other_share) ** 2),
        gap + sqrt((high - share) ** 2 + (other_share - other_low) ** 2),
    )


def is_clearly_more(one: tuple[int, int], other: tuple[int, int], tries: int = 1) -> bool:
    """Whether the first share is larger by more than chance, also if it is the best of so many `tries`."""
    return difference(one, other, 1 - (1 - USUAL) / max(tries, 1))[0] > 0
