"""What stands in the files: lines of changes (journals) and whole pictures of all tables (snapshots).

A journal line is `checksum [format,number,[[table,id,document or null],...]]`: changes are numbered
1, 2, 3, ... and hold whole documents, so a later line stays good when an earlier one is lost.
A snapshot is the JSON of a TinyDB file, one document a line; its last table, `_meta`, says which
change it goes up to and holds the checksum of everything before it. Both are UTF-8.
A newer format keeps the checksums and the place of the format number, and changes the number.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

from planner.storage.values import Change, Document, NotJSONError, Tables

FORMAT = 1
META = "_meta"
_SLICE = 64  # documents written between two chances for other threads: about 0.3 ms
_CHECKSUM = re.compile(rb'([0-9a-f]{8})"\}\}\}\n')  # the last bytes of a snapshot
_CHECKSUM_SIZE = len(b'01234567"}}}\n')
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))

Stored = Sequence[tuple[str, str, Document | None]]  # one change, as a journal line has it
Put = tuple[str, str, Document | None, str]  # table, id, our own copy, its JSON text


class DamagedError(Exception):
    """The bytes are not what was written."""


# Named tuples here and in `recovery`: each starts the program a millisecond sooner than a dataclass.
class Snapshot(NamedTuple):
    """All tables as they were after change `number`, at the beginning of `generation`."""

    tables: Tables
    number: int
    generation: int
    format: int = FORMAT


class Journal(NamedTuple):
    """The good lines by number, and the bytes of the bad ones.

    `torn`: the bad bytes are the end of the file, as when the power goes in the middle of a line.
    `format` is the highest one met; lines of a newer format are not read.
    """

    changes: dict[int, Stored]
    bad: bytes = b""
    torn: bool = False
    format: int = FORMAT


def checked(change: Change) -> Put:
    """Our own copy of the change. NotJSONError if JSON would not give back exactly the same."""
    table, doc_id, document = change.table, change.doc_id, change.document
    where = f"Document {doc_id!r} of table {table!r} cannot be saved"
    if not (isinstance(table, str) and table and table != META):
        raise NotJSONError(f"{where}: give the table another name.")
    if not (isinstance(doc_id, str) and doc_id.isascii() and doc_id.isdigit() and doc_id[0] != "0"):
        raise NotJSONError(f'{where}: use a whole number as text for its id, such as "17".')
    if document is None:
        return table, doc_id, None, "null"
    try:
        text = _ENCODER.encode(document)
        text.encode()
        _ENCODER.encode(table).encode()
        own = json.loads(text)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotJSONError(f"{where}: {error}. Use only what JSON knows.") from error
    if own != document or not isinstance(own, dict):
        raise NotJSONError(
            f"{where}: JSON would give back something else. Use dicts with text keys."
        )
    return table, doc_id, own, text


def same(one: Document | None, other: Document | None) -> bool:
    """Whether both have the same JSON: 1, 1.0 and True are equal to Python, but not the same here."""
    return one == other and _ENCODER.encode(one) == _ENCODER.encode(other)


def _as_it_is(data: bytes) -> bytes:
    return data


def journal_line(
    number: int, puts: Iterable[Put], seal: Callable[[bytes], bytes] = _as_it_is
) -> bytes:
    """One change, ready to be appended; `seal` is done to what it says, below the checksum."""
    parts = ",".join(
        f'[{_ENCODER.encode(table)},"{doc_id}",{text}]' for table, doc_id, _, text in puts
    )
    payload = seal(f"[{FORMAT},{number},[{parts}]]".encode())
    return b"%08x %b\n" % (crc32(payload), payload)


def read_journal(data: bytes, unseal: Callable[[bytes], bytes] = _as_it_is) -> Journal:
    """Every line that is as it was written; the others as bytes. Never raises.

    `unseal` is the way back of what was done by `seal`; it may raise DamagedError.
    """
    changes: dict[int, Any] = {}
    bad: list[bytes] = []
    newest, good = FORMAT, True
    lines = data.split(b"\n")
    ended, rest = lines[:-1], lines[-1]
    for line in ended:
        payload = line[9:]
        good = line == b"%08x %b" % (crc32(payload), payload)
        try:
            payload = unseal(payload) if good else b""
        except DamagedError:
            good = False
        if not good:
            bad.append(line + b"\n")
            continue
        form, number, *content = json.loads(payload)
        newest = max(newest, form)
        if form <= FORMAT:
            changes[number] = content[0]
    if rest:
        bad.append(rest)
    return Journal(changes, b"".join(bad), torn=bool(rest) or not good, format=newest)


def apply_changes(tables: Tables, changes: Iterable[Sequence[Any]]) -> None:
    """Put and take away documents, in place. `changes`: (table, id, document or None, ...)."""
    for table, doc_id, document, *_ in changes:
        if document is not None:
            tables.setdefault(table, {})[doc_id] = document
        elif table in tables:
            tables[table].pop(doc_id, None)
            if not tables[table]:
                del tables[table]


def differences(
    before: Mapping[str, Mapping[str, Document]], after: Mapping[str, Mapping[str, Document]]
) -> list[Change]:
    """The changes that lead from one to the other."""
    gone = [
        Change(name, doc_id, None)
        for name, table in before.items()
        for doc_id in table.keys() - after.get(name, {}).keys()
    ]
    put = [
        Change(name, doc_id, document)
        for name, table in after.items()
        for doc_id, document in table.items()
        if not same(before.get(name, {}).get(doc_id), document)
    ]
    return gone + put


def snapshot_slices(snapshot: Snapshot) -> Iterator[bytes]:
    """The bytes of a snapshot file, a few documents at a time."""
    checksum, before = 0, "{"
    for name, table in snapshot.tables.items():
        before += f"{_ENCODER.encode(name)}:{{\n"
        ids = list(table)
        for first in range(0, len(ids), _SLICE):
            piece = ids[first : first + _SLICE]
            lines = ",\n".join(f'"{key}":{_ENCODER.encode(table[key])}' for key in piece)
            data = (before + lines).encode()
            checksum = crc32(data, checksum)
            yield data
            before = ",\n"
        before = "},\n"
    meta = (
        f'"format":{snapshot.format},"generation":{snapshot.generation},"change":{snapshot.number}'
    )
    data = f'{before}"{META}":{{"1":{{{meta},"checksum":"'.encode()
    yield b'%b%08x"}}}\n' % (data, crc32(data, checksum))


def read_snapshot(data: bytes) -> Snapshot:
    """What `snapshot_slices` wrote. DamagedError if a single bit differs.

    A snapshot of a newer format is read as far as TinyDB's shape goes; look at its `format`.
    """
    start = max(len(data) - _CHECKSUM_SIZE, 0)
    found = _CHECKSUM.fullmatch(data, start)
    if found is None or found[1] != b"%08x" % crc32(memoryview(data)[:start]):
        raise DamagedError("its checksum does not match what it holds")
    tables: Tables = json.loads(data)
    meta = tables.pop(META)["1"]
    return Snapshot(tables, meta["change"], meta["generation"], meta["format"])
