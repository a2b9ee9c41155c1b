"""The commands for the data as a whole: check, import, export, backup, restore."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from activities.model import Catalogue
from planner.model import Household
from planner.preferences import load_preferences
from planner.restoring import preview
from planner.session import Session
from planner.storage import (
    NewerFormatError,
    UnreadableError,
    backup_reader,
    backups,
    open_folder,
)
from planner.store import WRITTEN_BY_NEWER, open_store, tables_of
from ui.asking import with_passphrase
from ui.command_folder import CommandError, local_now, open_family, refuse_folder, say
from ui.text import cli as text
from ui.text import data as data_text

PRIVATE = 0o600


def check(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    household, store = open_family(wish, folder)
    facts = store.database.check()
    store.close()
    if store.newer:
        say(WRITTEN_BY_NEWER.format(folder=folder))
    _, unread = load_preferences(folder, read_only=True)
    for problem in (*store.problems, *unread):
        say(text.problem(problem.code, problem.where, problem.detail))
    for fact in dict.fromkeys((*store.database.report, *facts)):
        say(data_text.fact(fact))
    if store.newer or store.problems or unread or store.database.report or facts:
        return 1
    entries = [e for week in household.weeks.values() for e in week.entries]
    words = sum(e.reflection is not None for e in entries)
    say(text.ALL_WELL.format(entries=len(entries), reflections=words, people=len(household.people)))
    return 0


def import_(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    from ui.app import new_id  # noqa: PLC0415  (only where there is a calendar)
    from ui.calendar_commands import taken_in  # noqa: PLC0415

    household, store = open_family(wish, folder, write=not wish.dry_run)
    try:
        said, action = taken_in(wish, household, local_now(), new_id())
        for line in said:
            say(line)
        if wish.dry_run:
            say(text.NOTHING_TAKEN)
        else:
            Session(household, store).apply(action)
    finally:
        store.close()
    return 0


def export(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    household, store = open_family(wish, folder)
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
    refuse_folder(wish.out)
    beside = wish.out.with_name(f".{wish.out.name}.new")
    try:
        beside.touch(mode=PRIVATE)
        beside.write_bytes(content)
        beside.replace(wish.out)
    except OSError as error:
        raise CommandError(
            text.CANNOT_WRITE.format(file=wish.out, reason=error.strerror)
        ) from error
    say(text.WRITTEN.format(file=wish.out))
    return 0


def backup(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    _household, store = open_family(wish, folder, write=True)
    path = store.database.backup("by-hand")
    store.close()
    say(text.WRITTEN.format(file=path))
    return 0


def restore(wish: Namespace, folder: Path, _library: Catalogue) -> int:
    if wish.file is None:
        try:
            found = backups(folder)
        except OSError as error:
            raise CommandError(text.NO_FAMILY.format(folder=folder)) from error
        for info in found:
            say(f"{info.taken:%Y-%m-%d %H:%M}  {data_text.reason(info)}  {info.path}")
        if not found:
            say(text.NO_BACKUPS.format(folder=folder))
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
    say(text.HOLDS.format(file=wish.file, contents=data_text.contents(chosen.contents)))
    say(text.NOT_COMPARED if now is None else data_text.difference(chosen))
    if chosen.unread:
        say(data_text.unread(chosen.unread))
    if not wish.yes:
        say(text.SAY_YES)
        return 0
    database = open_folder(folder, clock=local_now, secret=secret)
    try:
        database.restore(wish.file)
    finally:
        database.close()
    say(text.RESTORED.format(file=wish.file))
    return 0
