"""The bytes of a calendar file as its components and their lines, however badly they were written.

Follows RFC 5545 section 3.1 where the file does, and goes on where it does not: any usual encoding,
any line ending, stray lines, missing ends. Every step is linear in the size of the file.
"""

import codecs
import re
from binascii import a2b_qp
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

LONGEST_LINE = 100_000
"""Characters of a line that are kept; no title or rule is as long."""
DEEPEST = 8
UTF_16_SHARE = 4
"""A text of which every fourth byte or more is zero is UTF-16 without its mark."""
CHAPTERS = frozenset(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"))
"""Components that never stand inside of each other: where one begins, the last has ended."""

_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_BARE = re.compile(r"[A-Za-z0-9-]+")
_WHOLE = re.compile(r"(?:BEGIN|END|DTSTART|DTEND|DURATION|RECURRENCE-ID)[;:]", re.IGNORECASE)
"""Lines that nothing but a fold carries on."""


class Line(NamedTuple):
    """`DTSTART;TZID=Europe/Berlin:20260304T173000` in its parts; names are in capitals."""

    name: str
    params: dict[str, str]
    value: str


class Component(NamedTuple):
    """`BEGIN:name` at this line of the file, the lines in it and the components in it."""

    name: str
    at: int
    lines: list[str]
    inside: "list[Component]"

    def all(self, name: str) -> list[Line]:
        """The lines with this name, in their order."""
        return [parsed(line) for line in self.lines if _is(line, name)]

    def first(self, name: str) -> Line | None:
        return next((parsed(line) for line in self.lines if _is(line, name)), None)

    def text(self, name: str) -> str:
        """The value of the first line with this name in one line, without escapes; `""` if none."""
        found = self.first(name)
        return " ".join(unescaped(_plain(found)).split()) if found else ""


def _is(line: str, name: str) -> bool:
    return line[: len(name)].upper() == name and line[len(name) : len(name) + 1] in {":", ";"}


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 with or without its mark, else the old Windows letters."""
    if data.startswith(codecs.BOM_UTF8):
        text = data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace")
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    elif data[:400].count(0) * UTF_16_SHARE >= len(data[:400]) > 0:
        text = data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\0", "")


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Every line with the number of its first row, what was folded put together again.

    A row that is no property goes on with the one before it, but for a name alone of which the rest
    is folded; one after BEGIN, END or a time is given as it stands, and no reader finds a name in it.
    """
    at, parts, size, bare = 0, [""], 0, False
    # The line ends a file has. `str.splitlines` also knows some that may stand in a title.
    for number, ended in enumerate(StringIO(text, newline=None), 1):
        row = ended.rstrip("\n")
        if not row.strip():
            continue
        folded = row[0] in " \t"
        stray = not folded and not (_NAME.match(row) or _WHOLE.match(parts[0]))
        if folded and bare and row[1:2] in {":", ";"}:
            yield at, "".join(parts[:-1])
            at, parts, size = number - 1, [parts[-1].strip()], 0
        bare = False
        if (folded or stray) and parts[0]:
            size += len(row)
            if size < LONGEST_LINE:
                parts.append(row[1:] if folded else f" {row}")
                bare = stray and bool(_BARE.fullmatch(row))
            continue
        if parts[0]:
            yield at, "".join(parts)
        at, parts, size = number, [row[:LONGEST_LINE].lstrip()], len(row)
    if parts[0]:
        yield at, "".join(parts)


def components(text: str) -> Iterator[Component]:
    """The components of a file in the order in which they end, calendars and all.

    A component without its end ends where the next begins or the file does; an end without its
    beginning is nothing. Alarms and the halves of a zone stay inside of theirs.
    """
    open_ones: list[Component] = []
    for at, line in unfolded(text):
        word = line[:6].upper()
        if word == "BEGIN:":
            name = line[6:].strip().upper()
            if name in CHAPTERS and open_ones and open_ones[-1].name != "VCALENDAR":
                yield from _closed(open_ones, "VCALENDAR")
            if len(open_ones) < DEEPEST:
                open_ones.append(Component(name, at, [], []))
        elif word[:4] == "END:":
            name = line[4:].strip().upper()
            if any(each.name == name for each in open_ones):
                yield from _closed(open_ones, name, also=True)
        elif open_ones:
            open_ones[-1].lines.append(line)
    yield from _closed(open_ones, "")


def _closed(open_ones: list[Component], until: str, *, also: bool = False) -> Iterator[Component]:
    """Close the innermost components up to the one with this name, and that one too if `also`."""
    while open_ones and (also or open_ones[-1].name != until):
        done = open_ones.pop()
        if done.name in CHAPTERS or done.name == "VCALENDAR" or not open_ones:
            yield done
        else:
            open_ones[-1].inside.append(done)
        if done.name == until:
            return


def parsed(line: str) -> Line:
    """The parts of a line; one without a value has an empty one."""
    head, colon, value = line.partition(":")
    if '"' in head:
        cut = _end_of_head(line)
        head, colon, value = line[:cut], line[cut : cut + 1], line[cut + 1 :]
    if not colon:
        head, value = line, ""
    name, *params = _split(head) if '"' in head else head.split(";")
    pairs = (p.partition("=") for p in params[:50])
    return Line(
        name.strip().upper(),
        {k.strip().upper(): v.strip().strip('"') for k, _, v in pairs},
        value.strip(),
    )


def _end_of_head(line: str) -> int:
    """Where the first colon outside of quotes is; the first of all, or the end, where there is none."""
    quoted = False
    for n, letter in enumerate(line):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            return n
    return line.find(":") if ":" in line else len(line)


def _split(head: str) -> list[str]:
    """What semicolons outside of quotes part."""
    pieces = head.split('"')
    for n in range(0, len(pieces), 2):
        pieces[n] = pieces[n].replace(";", "\0")
    return '"'.join(pieces).split("\0")


def _plain(line: Line) -> str:
    """The value; of vCalendar 1.0, which old phones write, without its encoding."""
    if line.params.get("ENCODING", "").upper() != "QUOTED-PRINTABLE":
        return line.value
    data = a2b_qp(line.value.replace("= ", "").encode("ascii", "replace"))
    return data.decode(
        "utf-8" if line.params.get("CHARSET", "UTF-8").upper() == "UTF-8" else "cp1252", "replace"
    )


def unescaped(value: str) -> str:
    r"""A text value as it is read: `\\,`, `\\;` and `\\n` are what they stand for."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
