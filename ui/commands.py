"""What Kinweek does without a window: print, fill, check, import, export, backup, restore."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from activities import catalogue
from activities.model import Catalogue
from planner import actions
from planner.dates import week_named
from planner.errors import PlannerError
from planner.model import Entry, EntryId, Household, PrintedSheet
from planner.own_activities import with_own
from planner.preferences import load_preferences
from planner.printed import remembering
from planner.restoring import preview
from planner.sample import sample_household
from planner.session import Session
from planner.storage import (
    FolderBusyError,
    NewerFormatError,
    NotWritableError,
    UnreadableError,
    backup_reader,
    backups,
    open_folder,
)
from planner.store import WRITTEN_BY_NEWER, Store, open_store, tables_of
from planner.suggest import suggest
from ui.asking import with_passphrase
from ui.text import cli as text
from ui.text import data as data_text
from ui.text import fill as fill_text
from ui.text.common import people_line
from ui.text.week import when_line

PRIVATE = 0o600


class CommandError(PlannerError):
    """A command that cannot be carried out; the message is the one sentence to print."""


def local_now() -> datetime:
    return datetime.now()  # noqa: DTZ005  (local wall-clock time)


def run(wish: Namespace, folder: Path, cache: Path) -> int:
    """Carry out one command; its exit status."""
    library, _ = catalogue.load(cache=cache)
    if wish.command is None:
        return _without_a_screen(wish, folder, library)
    steps: dict[str, Callable[[Namespace, Path, Catalogue], int]] = {
        "print": _print,
        "fill": _fill,
        "check": _check,
        "import": _import,
        "export": _export,
        "backup": _backup,
        "restore": _restore,
    }
    return steps[wish.command](wish, folder, library)


def _open(wish: Namespace, folder: Path, *, write: bool = False) -> tuple[Household, Store]:
    """The folder's household; read-only unless something is to be written. It has to be there already."""
    if not any(any(folder.glob(name)) for name in ("snapshot-*.json", "journal-*.jsonl")):
        raise CommandError(text.NO_FAMILY.format(folder=folder))
    household, store = with_passphrase(
        lambda secret: open_store(folder, clock=local_now, read_only=not write, secret=secret),
        wish.passphrase_file,
    )
    if write and store.newer:
        raise NewerFormatError(WRITTEN_BY_NEWER.format(folder=folder))
    return household, store


def _week(wish: Namespace) -> date:
    if wish.week is None:
        return week_named(local_now().date().isoformat())
    try:
        return week_named(wish.week)
    except ValueError as error:
        raise CommandError(text.BAD_WEEK.format(week=wish.week)) from error


def _print(wish: Namespace, folder: Path, library: Catalogue) -> int:
    _refuse_folder(wish.out)
    way = (True if wish.landscape else None) if not wish.portrait else False
    household, store = _open_to_remember(wish, folder)
    with closing(store):
        printed = _save_pdf(
            household,
            _week(wish),
            with_own(library, household),
            wish.out,
            layout=wish.layout,
            paper=wish.paper,
            landscape=way,
            inks=wish.ink,
            large=wish.large,
            person=wish.person,
            activity=wish.activity,
            remembered=not store.database.read_only,
        )
        if printed:
            Session(household, store).note(lambda h: remembering(h, printed, local_now()))
    _say(text.WRITTEN.format(file=wish.out))
    return 0


def _open_to_remember(wish: Namespace, folder: Path) -> tuple[Household, Store]:
    """Open for writing, so that what is printed can be noted; for reading only where that cannot be."""
    try:
        return _open(wish, folder, write=True)
    except (FolderBusyError, NewerFormatError, NotWritableError):
        return _open(wish, folder)


def _save_pdf(
    household: Household, monday: date, library: Catalogue, out: Path, **order: Any
) -> tuple[PrintedSheet, ...]:
    """Write the page, and say what to remember of it; what `order` may hold stands with `ui.print_command.Order`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.print_command import Order, save_order  # noqa: PLC0415  (Qt only where it is needed)

    return save_order(household, monday, library, out, Order(**order))


def _without_a_screen(wish: Namespace, folder: Path, library: Catalogue) -> int:
    """The main job where no window can open: this week filled and printed.

    It takes the family in the data folder, or the sample family as of Monday where there is none,
    and writes nothing but the page.
    """
    monday = week_named(local_now().date().isoformat())
    now = local_now()
    try:
        household, store = _open(wish, folder)
        store.close()
    except CommandError:
        household = sample_household(monday, library.activities)
        now = datetime.combine(monday, time(6))
    library = with_own(library, household)
    out = Path("kinweek-week.pdf").absolute()
    _save_pdf(_filled(household, monday, library, now), monday, library, out)
    _say(text.NO_DISPLAY.format(file=out))
    return 0


def _filled(household: Household, monday: date, library: Catalogue, now: datetime) -> Household:
    """The household with this week's suggestions kept, in memory only."""
    found = suggest(household, monday, library.activities, now=now)
    used = (e.id for week in household.weeks.values() for e in week.entries)
    entries = with_ids(fill_text.explained(found, household), used)
    return actions.keep_suggestions(entries).step(household) if entries else household


def with_ids(entries: tuple[Entry, ...], used: Iterable[str]) -> tuple[Entry, ...]:
    """The suggestions as entries with ids that are not used yet."""
    first = max(map(int, used), default=0) + 1
    return tuple(replace(e, id=EntryId(str(first + n))) for n, e in enumerate(entries))


def _fill(wish: Namespace, folder: Path, library: Catalogue) -> int:
    household, store = _open(wish, folder, write=wish.keep)
    monday = _week(wish)
    known = with_own(library, household).activities
    found = suggest(household, monday, known, now=local_now(), seed=wish.seed)
    entries = fill_text.explained(found, household)
    for entry in entries:
        _say(f"{when_line(entry)}  {entry.title}  ({people_line(household, entry.people)})")
        _say(f"    {entry.why}")
    for sentence in fill_text.not_met(found, household):
        _say(f"– {sentence}")
    if not entries:
        _say(text.NO_SUGGESTIONS)
    elif wish.keep:
        tables = store.database.tables  # what cannot be read has an id as well, and stays
        kept = with_ids(entries, {*tables.get("entries", ()), *tables.get("reflections", ())})
        Session(household, store).apply(actions.keep_suggestions(kept))
        _say(text.KEPT.format(count=len(kept)))
    store.close()
    return 0


def _check(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    household, store = _open(wish, folder)
    facts = store.database.check()
    store.close()
    if store.newer:
        _say(WRITTEN_BY_NEWER.format(folder=folder))
    _, unread = load_preferences(folder, read_only=True)
    for problem in (*store.problems, *unread):
        _say(text.problem(problem.code, problem.where, problem.detail))
    for fact in dict.fromkeys((*store.database.report, *facts)):
        _say(data_text.fact(fact))
    if store.newer or store.problems or unread or store.database.report or facts:
        return 1
    entries = [e for week in household.weeks.values() for e in week.entries]
    words = sum(e.reflection is not None for e in entries)
    _say(
        text.ALL_WELL.format(entries=len(entries), reflections=words, people=len(household.people))
    )
    return 0


def _import(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    from ui.app import new_id  # noqa: PLC0415  (only where there is a calendar)
    from ui.calendar_commands import taken_in  # noqa: PLC0415

    household, store = _open(wish, folder, write=not wish.dry_run)
    try:
        said, action = taken_in(wish, household, local_now(), new_id())
        for line in said:
            _say(line)
        if wish.dry_run:
            _say(text.NOTHING_TAKEN)
        else:
            Session(household, store).apply(action)
    finally:
        store.close()
    return 0


def _export(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    household, store = _open(wish, folder)
    store.close()
    if store.database.sealer.key is not None:
        sys.stderr.write(text.PLAIN_EXPORT + "\n")
    if wish.ics:
        from ui.calendar_commands import exported  # noqa: PLC0415  (only where there is a calendar)

        content = exported(wish, household, local_now())
    else:
        plain = wish.out is None and sys.stdout.encoding.lower() not in {"utf-8", "utf8"}
        words = json.dumps(tables_of(household), ensure_ascii=plain, indent=1) + "\n"
        content = words.encode()
    if wish.out is None:
        sys.stdout.write(content.decode())
        return 0
    _refuse_folder(wish.out)
    beside = wish.out.with_name(f".{wish.out.name}.new")
    try:
        beside.touch(mode=PRIVATE)
        beside.write_bytes(content)
        beside.replace(wish.out)
    except OSError as error:
        raise CommandError(
            text.CANNOT_WRITE.format(file=wish.out, reason=error.strerror)
        ) from error
    _say(text.WRITTEN.format(file=wish.out))
    return 0


def _backup(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    _household, store = _open(wish, folder, write=True)
    path = store.database.backup("by-hand")
    store.close()
    _say(text.WRITTEN.format(file=path))
    return 0


def _restore(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    if wish.file is None:
        try:
            found = backups(folder)
        except OSError as error:
            raise CommandError(text.NO_FAMILY.format(folder=folder)) from error
        for info in found:
            _say(f"{info.taken:%Y-%m-%d %H:%M}  {data_text.reason(info)}  {info.path}")
        if not found:
            _say(text.NO_BACKUPS.format(folder=folder))
        return 0
    secret, read = with_passphrase(
        lambda secret: (secret, backup_reader(folder, secret)), wish.passphrase_file
    )
    try:
        now, store = open_store(folder, clock=local_now, read_only=True, secret=secret)
        store.close()
        if store.newer and wish.yes:
            raise NewerFormatError(WRITTEN_BY_NEWER.format(folder=folder))
    except UnreadableError:  # a lost family is what backups are for
        now = None
    chosen = preview(wish.file, now or Household(), read)
    _say(text.HOLDS.format(file=wish.file, contents=data_text.contents(chosen.contents)))
    _say(text.NOT_COMPARED if now is None else data_text.difference(chosen))
    if chosen.unread:
        _say(data_text.unread(chosen.unread))
    if not wish.yes:
        _say(text.SAY_YES)
        return 0
    database = open_folder(folder, clock=local_now, secret=secret)
    try:
        database.restore(wish.file)
    finally:
        database.close()
    _say(text.RESTORED.format(file=wish.file))
    return 0


def _refuse_folder(out: Path) -> None:
    if out.is_dir():
        raise CommandError(text.CANNOT_WRITE.format(file=out, reason=text.IS_FOLDER))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
