"""What Kinweek does without a window: print, fill, check, import, export, backup, restore."""

import os
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
from planner.model import Entry, EntryId, Household, PrintedSheet
from planner.own_activities import with_own
from planner.preferences import load_preferences
from planner.printed import remembering
from planner.session import Session
from planner.storage import (
    FolderBusyError,
    NewerFormatError,
    NotWritableError,
)
from planner.store import Store
from planner.suggest import suggest
from ui import data_commands
from ui.command_folder import CommandError, local_now, open_family, refuse_folder, say, week_of
from ui.text import cli as text
from ui.text import fill as fill_text
from ui.text.common import people_line
from ui.text.week import when_line


def run(wish: Namespace, folder: Path, cache: Path) -> int:
    """Carry out one command; its exit status."""
    library, _ = catalogue.load(cache=cache)
    if wish.command is None:
        return _without_a_screen(wish, folder, library)
    steps: dict[str, Callable[[Namespace, Path, Catalogue], int]] = {
        "print": _print,
        "fill": _fill,
        "check": data_commands.check,
        "import": data_commands.import_,
        "export": data_commands.export,
        "backup": data_commands.backup,
        "restore": data_commands.restore,
    }
    return steps[wish.command](wish, folder, library)


def _print(wish: Namespace, folder: Path, library: Catalogue) -> int:
    refuse_folder(wish.out)
    way = (True if wish.landscape else None) if not wish.portrait else False
    household, store = _open_to_remember(wish, folder)
    with closing(store):
        printed = _save_pdf(
            household,
            week_of(wish),
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
            preferences=load_preferences(folder, read_only=True)[0],
        )
        if printed:
            Session(household, store).note(lambda h: remembering(h, printed, local_now()))
    say(text.WRITTEN.format(file=wish.out))
    return 0


def _open_to_remember(wish: Namespace, folder: Path) -> tuple[Household, Store]:
    """Open for writing, so that what is printed can be noted; for reading only where that cannot be."""
    try:
        return open_family(wish, folder, write=True)
    except (FolderBusyError, NewerFormatError, NotWritableError):
        return open_family(wish, folder)


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
        household, store = open_family(wish, folder)
        store.close()
    except CommandError:
        from planner.sample_private import sample_family  # noqa: PLC0415  (few families need it)

        household = sample_family(monday, library.activities)
        now = datetime.combine(monday, time(6))
    library = with_own(library, household)
    out = Path("kinweek-week.pdf").absolute()
    _save_pdf(_filled(household, monday, library, now), monday, library, out)
    say(text.NO_DISPLAY.format(file=out))
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
    household, store = open_family(wish, folder, write=wish.keep)
    monday = week_of(wish)
    known = with_own(library, household).activities
    found = suggest(household, monday, known, now=local_now(), seed=wish.seed)
    entries = fill_text.explained(found, household)
    for entry in entries:
        say(f"{when_line(entry)}  {entry.title}  ({people_line(household, entry.people)})")
        say(f"    {entry.why}")
    for sentence in fill_text.not_met(found, household):
        say(f"– {sentence}")
    if not entries:
        say(text.NO_SUGGESTIONS)
    elif wish.keep:
        tables = store.database.tables  # what cannot be read has an id as well, and stays
        kept = with_ids(entries, {*tables.get("entries", ()), *tables.get("reflections", ())})
        Session(household, store).apply(actions.keep_suggestions(kept))
        say(text.KEPT.format(count=len(kept)))
    store.close()
    return 0
