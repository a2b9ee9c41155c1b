"""What every command shares: the family of a folder, the week that is meant, and what is said."""

import sys
from argparse import Namespace
from datetime import date, datetime
from pathlib import Path

from planner.dates import week_named
from planner.errors import PlannerError
from planner.model import Household
from planner.storage import (
    NewerFormatError,
)
from planner.store import WRITTEN_BY_NEWER, Store, open_store
from ui.asking import with_passphrase
from ui.text import cli as text


class CommandError(PlannerError):
    """A command that cannot be carried out; the message is the one sentence to print."""


def local_now() -> datetime:
    return datetime.now()  # noqa: DTZ005  (local wall-clock time)


def open_family(wish: Namespace, folder: Path, *, write: bool = False) -> tuple[Household, Store]:
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


def week_of(wish: Namespace) -> date:
    if wish.week is None:
        return week_named(local_now().date().isoformat())
    try:
        return week_named(wish.week)
    except ValueError as error:
        raise CommandError(text.BAD_WEEK.format(week=wish.week)) from error


def refuse_folder(out: Path) -> None:
    if out.is_dir():
        raise CommandError(text.CANNOT_WRITE.format(file=out, reason=text.IS_FOLDER))


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
