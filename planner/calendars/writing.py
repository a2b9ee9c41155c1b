"""Lines of a calendar file (RFC 5545 section 3.1): escaped, folded, and ended as every reader wants them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

LONGEST = 75
"""Bytes of a line; what is longer is folded."""


def text(value: str) -> str:
    """A text value with what would end it escaped; control characters are left away."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    for found, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(found, written)
    return "".join(letter for letter in value if letter >= " " and letter != "\x7f")


def wall(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def day(which: date) -> str:
    return f"{which:%Y%m%d}"


def instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def file_of(lines: Iterable[str]) -> bytes:
    """The bytes of a file with these lines."""
    return b"".join(_folded(line.encode()) for line in lines)


def _folded(line: bytes) -> bytes:
    """The line in pieces of at most `LONGEST` bytes, never cut inside of a letter."""
    pieces = []
    room = LONGEST
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:  # goes on with the letter before
            cut -= 1
        pieces.append(line[:cut])
        line, room = line[cut:], LONGEST - 1
    return b"\r\n ".join([*pieces, line]) + b"\r\n"
