"""All activities of the library, read from their files into one value."""

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from activities import model, schema
from activities.model import Activity, Catalogue, ForAge, Instead, Problem, Say, Step, Trouble

DATA = Path(__file__).with_name("data")


def load(
    folder: Path = DATA, *, cache: Path | None = None
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read every TOML file of ``folder``; what is wrong comes back as problems, nothing is raised.

    A file with a problem is left out. Reading TOML is slow, so the result is kept in the JSON file
    ``cache`` when one is named, and read from there as long as no file has changed. A cache that
    cannot be read or written only costs time.
    """
    if cache is None:
        documents, problems = _read(folder)
        return _catalogue(documents), problems
    mark = _fingerprint(folder)
    kept = _from_cache(cache, mark)
    if kept is None:
        kept = _read(folder)
        _to_cache(cache, mark, *kept)
    documents, problems = kept
    return _catalogue(documents), problems


def parse(
    text: str, name: str, *, own: bool = False
) -> tuple[Activity | None, tuple[Problem, ...]]:
    """Read one activity from TOML ``text`` of the file ``name``; None when there are problems.

    ``own`` is for what a family wrote: see ``schema.problems_of`` for what it may leave out.
    """
    document, problems = _parsed(text, name, own=own)
    return (None, problems) if document is None else (_activity(document, own=own), problems)


def read(
    document: Any, name: str, *, own: bool = False
) -> tuple[Activity | None, tuple[Problem, ...]]:
    """Make an activity of a parsed ``document``; None when there are problems, as in ``parse``."""
    problems = schema.problems_of(document, file=name, own=own)
    return (None if problems else _activity(document, own=own)), problems


def _parsed(
    text: str, name: str, *, own: bool = False
) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    import tomllib  # noqa: PLC0415 - five milliseconds of every start that the cache saves

    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        detail = f"cannot be read as TOML: {error}"
        return None, (Problem(what="syntax", file=name, id="", field="", detail=detail),)
    problems = schema.problems_of(document, file=name, own=own)
    return (None if problems else document), problems


def _read(folder: Path) -> tuple[tuple[dict[str, Any], ...], tuple[Problem, ...]]:
    documents: list[dict[str, Any]] = []
    problems: list[Problem] = []
    first_file: dict[str, str] = {}
    for path in _files(folder):
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (UnicodeDecodeError, OSError) as error:
            problems.append(_problem("unreadable", path.name, f"cannot be read: {error}"))
            continue
        document, found = _parsed(text, path.name)
        problems.extend(found)
        activity_id = document["id"] if document else found[0].id
        first = first_file.setdefault(activity_id, path.name)
        if activity_id and first != path.name:
            detail = f"'{activity_id}' is the id in {first} already"
            problems.append(_problem("duplicate", path.name, detail, activity_id=activity_id))
        elif document is not None:
            documents.append(document)
    if not documents and not problems:
        problems.append(_problem("empty", folder.name, "holds no activity"))
    return tuple(documents), tuple(problems)


def _problem(what: str, file: str, detail: str, *, activity_id: str = "") -> Problem:
    field = "id" if activity_id else ""
    return Problem(what=what, file=file, id=activity_id, field=field, detail=detail)


def _catalogue(documents: Iterable[Mapping[str, Any]]) -> Catalogue:
    found = [_activity(document) for document in documents]
    shown = [activity for activity in found if activity.status in model.SHOWN_STATUSES]
    shown.sort(key=lambda activity: (activity.title.casefold(), activity.id))
    return Catalogue(
        activities={activity.id: activity for activity in found}, published=tuple(shown)
    )


def _activity(document: Mapping[str, Any], *, own: bool = False) -> Activity:
    """Build an activity from a document without problems; what it leaves out keeps its default."""
    values: dict[str, Any] = {key: document[key] for key in _AS_THEY_ARE if key in document}
    values |= {key: document[key].strip() for key in _TEXTS if key in document}
    values |= {key: tuple(document[key]) for key in _TUPLES if key in document}
    if not values.get("participants", True):
        del values["participants"]  # nobody named is nobody left out
    for key, kind in _ROWS.items():
        values[key] = tuple(kind(**row) for row in document.get(key, ()))
    values["by_age"] = {
        band: ForAge(**document["by_age"][band])
        for band in model.BANDS
        if band in document.get("by_age", ())
    }
    if document.get("ages"):
        values["bands"] = tuple(band for band in model.BANDS if band in document["ages"])
    if "skills" in document:
        values["skill"] = document["skills"]["primary"]
        values["also"] = tuple(document["skills"]["also"])
        # Files list pathways in any order; a card takes the colour of the first.
        main = model.SKILLS[document["skills"]["primary"]].pathway
        values["pathways"] = tuple(sorted(document["pathways"], key=lambda each: each != main))
    if "duration" in document:
        values["minutes_min"] = document["duration"]["min"]
        values["minutes_max"] = document["duration"]["max"]
    reflect = document.get("reflect", {"parent": (), "child": ()})
    safety = document.get("safety", {"note": "", "flags": ()})
    return Activity(
        **values,
        adapt=document.get("adapt", {}),
        reflect_parent=tuple(reflect["parent"]),
        reflect_child=tuple(reflect["child"]),
        safety_note=safety["note"],
        flags=tuple(safety["flags"]),
        status=_status(document),
        own=own,
    )


_AS_THEY_ARE = ("hours", "format", "effort", "cadence", "cooldown_weeks", "id")
_TEXTS = ("title", "summary", "child_invite", "why_it_works", "prep", "plan_hint")
_TUPLES = ("evidence", "pathways", "settings", "participants", "materials")
_ROWS = {"steps": Step, "say": Say, "instead": Instead, "trouble": Trouble}


def _status(document: Mapping[str, Any]) -> str:
    """Give the status; an exemplar that still waits for its specialist counts as a draft."""
    meta = document.get("meta", {})
    flags = document.get("safety", {"flags": ()})["flags"]
    status = str(meta.get("status", "published"))
    waits = not meta.get("reviewed_by") and not model.REVIEW_FLAGS.isdisjoint(flags)
    return "draft" if waits and status == "exemplar" else status


def _files(folder: Path) -> list[Path]:
    """Give the files of activities in the order of their names; hidden ones are editors' own."""
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith("."))


def _fingerprint(folder: Path) -> str:
    """Give a word that changes with any file of the folder, and with the code that checks them."""
    here = Path(__file__).parent
    marks = [os.fsencode(folder.absolute())]
    for path in (*_files(folder), *sorted(here.glob("*.py")), here / "evidence.tsv"):
        try:
            seen = path.stat()
        except OSError:
            marks.append(os.fsencode(f"{path.name}:unreadable"))
        else:
            marks.append(os.fsencode(f"{path.name}:{seen.st_size}:{seen.st_mtime_ns}"))
    return f"kinweek-library-{len(marks)}-{zlib.crc32(b'/'.join(marks)):08x}"


def _from_cache(
    cache: Path, mark: str
) -> tuple[tuple[dict[str, Any], ...], tuple[Problem, ...]] | None:
    """Give what was kept under this very ``mark``, whole; None for any other file."""
    try:
        head, _, body = cache.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != _head(mark, body):
        return None
    kept = json.loads(body.decode())
    return tuple(kept["documents"]), tuple(Problem(**problem) for problem in kept["problems"])


def _to_cache(
    cache: Path, mark: str, documents: tuple[dict[str, Any], ...], problems: tuple[Problem, ...]
) -> None:
    kept = {"documents": documents, "problems": [asdict(problem) for problem in problems]}
    body = json.dumps(kept, ensure_ascii=False).encode()
    beside = cache.with_name(f"{cache.name}.{os.getpid()}.new")
    # A full or read-only disk is no reason to stop: the next start reads the files again.
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head(mark, body) + b"\n" + body)
        beside.replace(cache)
    with suppress(OSError):
        beside.unlink(missing_ok=True)


def _head(mark: str, body: bytes) -> bytes:
    return f"{mark} {zlib.crc32(body):08x}".encode()
