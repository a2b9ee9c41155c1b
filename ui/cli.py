"""The command line: what was asked for, and who does it."""

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from planner.errors import PlannerError
from ui.text import cli as text

COMMANDS = ("print", "fill", "check", "import", "export", "backup", "restore")
LAYOUTS = (
    "fridge", "parts", "hours", "two-weeks", "month", "child",
    "activity", "cards", "reflection", "feelings",
)  # fmt: skip
PAPERS = ("A4", "A5", "Letter", "Legal", "Tabloid")
INKS = ("colour", "grey", "saving")
BAD_CALL = 2


class Parser(ArgumentParser):
    """Says what is wrong with a command line in one sentence, like everything else that goes wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_CALL, text.BAD_CALL.format(problem=message) + "\n")


def default_folder() -> Path:
    """Where this platform keeps a person's data."""
    from platformdirs import user_data_path  # noqa: PLC0415  (only where no folder was named)

    return user_data_path("kinweek", appauthor=False)


def cache_file() -> Path:
    """The library as read once, kept where the platform keeps what can be made again."""
    from platformdirs import user_cache_path  # noqa: PLC0415  (4 ms that --help does not need)

    return user_cache_path("kinweek", appauthor=False) / "library.json"


def parser(*, window_only: bool = False) -> ArgumentParser:
    """The whole command line, so that `--help` says it all; without the commands for a plain start."""
    main = Parser(prog="kinweek", description=text.DESCRIPTION)
    _shared(main, default=None)
    if window_only:
        main.set_defaults(command=None)
        return main
    commands = main.add_subparsers(dest="command", metavar="{" + ",".join(COMMANDS) + "}")
    made = {}
    for name, words in (
        ("print", text.PRINT),
        ("fill", text.FILL),
        ("check", text.CHECK),
        ("import", text.IMPORT),
        ("export", text.EXPORT),
        ("backup", text.BACKUP),
        ("restore", text.RESTORE),
    ):
        made[name] = commands.add_parser(name, help=words, description=words)
        _shared(made[name], default=SUPPRESS)
    _pages(made["print"])
    made["fill"].add_argument("--week", help=text.WEEK)
    made["fill"].add_argument("--keep", action="store_true", help=text.FILL_KEEP)
    made["fill"].add_argument("--seed", type=int, default=0, help=text.FILL_SEED)
    _calendars(made["import"], made["export"])
    made["export"].add_argument("--out", type=Path, help=text.EXPORT_OUT)
    made["restore"].add_argument("file", nargs="?", type=Path, help=text.RESTORE_FILE)
    made["restore"].add_argument("--yes", action="store_true", help=text.RESTORE_YES)
    return main


def _pages(page: ArgumentParser) -> None:
    """What can be said of a page to print."""
    page.add_argument("--week", help=text.WEEK)
    page.add_argument("--out", type=Path, default=Path("kinweek-week.pdf"), help=text.PRINT_OUT)
    page.add_argument("--layout", choices=LAYOUTS, default="fridge", help=text.PRINT_LAYOUT)
    page.add_argument("--paper", choices=PAPERS, help=text.PRINT_PAPER)
    way = page.add_mutually_exclusive_group()
    way.add_argument("--portrait", action="store_true", help=text.PRINT_PORTRAIT)
    way.add_argument("--landscape", action="store_true", help=text.PRINT_LANDSCAPE)
    page.add_argument("--ink", choices=INKS, default="colour", help=text.PRINT_INK)
    page.add_argument("--large", action="store_true", help=text.PRINT_LARGE)
    page.add_argument("--person", metavar="NAME", default="", help=text.PRINT_PERSON)
    page.add_argument("--activity", metavar="ID", default="", help=text.PRINT_ACTIVITY)


def _calendars(taken: ArgumentParser, given: ArgumentParser) -> None:
    """What can be said of a calendar file that comes in, and of one that goes out."""
    taken.add_argument("file", type=Path, help=text.IMPORT_FILE)
    taken.add_argument("--for", dest="people", metavar="NAMES", default="", help=text.IMPORT_FOR)
    taken.add_argument("--name", default="", help=text.IMPORT_NAME)
    taken.add_argument("--whole-days", action="store_true", help=text.IMPORT_WHOLE_DAYS)
    taken.add_argument("--dry-run", action="store_true", help=text.IMPORT_DRY_RUN)
    given.add_argument("--ics", action="store_true", help=text.EXPORT_ICS)
    given.add_argument("--week", help=text.EXPORT_WEEK)
    given.add_argument("--from", dest="first", metavar="DAY", help=text.EXPORT_FROM)
    given.add_argument("--to", dest="last", metavar="DAY", help=text.EXPORT_TO)
    given.add_argument("--notes", action="store_true", help=text.EXPORT_NOTES)
    given.add_argument("--own", action="store_true", help=text.EXPORT_OWN)
    given.add_argument("--ticks", action="store_true", help=text.EXPORT_TICKS)


def _shared(part: ArgumentParser, default: object) -> None:
    folder = text.DATA.format(folder="~/.local/share/kinweek")
    part.add_argument("--data", type=Path, metavar="DIR", default=default, help=folder)
    part.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", default=default, help=text.PASSPHRASE_FILE
    )
    part.add_argument(
        "--demo",
        action="store_true",
        default=SUPPRESS if default is SUPPRESS else False,
        help=text.DEMO,
    )


def has_display() -> bool:
    """Whether a window can be opened here at all."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks; the exit status: 0 done, 1 problems found, 2 it could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that knows no “ is no reason to stop
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if argv is None else argv
    named = {*COMMANDS, "-h", "--help"} & set(given)
    wish = parser(window_only=not named).parse_args(given)
    try:
        if wish.demo:
            from tempfile import TemporaryDirectory  # noqa: PLC0415  (only the demo)

            with TemporaryDirectory(prefix="kinweek-demo-") as folder:
                return _in_folder(wish, Path(folder))
        return _in_folder(wish, wish.data or default_folder())
    except PlannerError as error:
        sys.stderr.write(f"kinweek: {error}\n")
        return BAD_CALL
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _in_folder(wish: Namespace, folder: Path) -> int:
    if wish.demo:
        from ui.demo import make_demo  # noqa: PLC0415  (only the demo needs the sample family)

        make_demo(folder, cache_file(), datetime.now())  # noqa: DTZ005  (local wall-clock time)
    if wish.command is None and has_display():
        from ui.application import make_application  # noqa: PLC0415  (commands need no widgets)
        from ui.sitting import run  # noqa: PLC0415

        secret = None
        if wish.passphrase_file is not None:
            from ui.asking import passphrase_in  # noqa: PLC0415

            secret = passphrase_in(wish.passphrase_file)
        app = make_application(sys.argv[:1])
        return run(app, folder, cache_file, secret)
    from ui import commands  # noqa: PLC0415

    return commands.run(wish, folder, cache_file())
