"""Where each line of text stands on a page of a PDF, read from what the page draws.

Every letter has a place of its own in these files, so a line's box is exact but for its last letter.
"""

import re
from typing import NamedTuple

from pypdf import PageObject

LAST_LETTER, ABOVE, BELOW = 0.2, 0.7, 0.18  # ems
_PART = re.compile(
    rb"(?:(?P<cm>(?:-?[\d.]+\s+){6})cm|(?P<tm>(?:-?[\d.]+\s+){6})Tm"
    rb"|(?P<td>(?:-?[\d.]+\s+){2})Td|(?P<size>[\d.]+) Tf|\b(?P<word>q|Q|BT|ET))\b"
)


class Box(NamedTuple):
    """Points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    size: float


def text_boxes(page: PageObject) -> list[Box]:
    """A box for each piece of text that the page draws in one go."""
    matrix, kept, boxes = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), [], []
    text, size, places = matrix, 1.0, []
    for part in _PART.finditer(page.get_contents().get_data()):
        word = part["word"]
        if word == b"q":
            kept.append(matrix)
        elif word == b"Q":
            matrix = kept.pop()
        elif word == b"BT":
            places = []
        elif word == b"ET" and places:
            boxes.append(_box(places, size, text, matrix))
        elif part["cm"]:
            matrix = _times(_numbers(part["cm"]), matrix)
        elif part["tm"]:
            text = _numbers(part["tm"])
        elif part["size"]:
            size = float(part["size"])
        elif part["td"]:
            x, y = _numbers(part["td"])
            before = places[-1] if places else (0.0, 0.0)
            places.append((before[0] + x, before[1] + y))
    return boxes


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    """Pairs of boxes that share more than a hair of the page."""
    ordered = sorted(boxes, key=lambda box: box.left)
    pairs = []
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.left >= one.right - 0.3:
                break
            if min(one.top, other.top) - max(one.bottom, other.bottom) > 0.3:
                pairs.append((one, other))
    return pairs


def _numbers(text: bytes) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split())


def _times(one, other):
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _box(places, size, text, matrix) -> Box:
    whole = _times(text, matrix)
    em = size * abs(whole[3])
    xs = [whole[0] * x + whole[4] for x, _ in places]
    base = whole[3] * places[0][1] + whole[5]
    return Box(min(xs), base - BELOW * em, max(xs) + LAST_LETTER * em, base + ABOVE * em, em)
