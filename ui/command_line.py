"""What can be said on the command line, in one place; `--help` says it all."""

from argparse import SUPPRESS, ArgumentParser
from pathlib import Path
from typing import NoReturn

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


def parser() -> ArgumentParser:
    """The whole command line."""
    main = Parser(prog="kinweek", description=text.DESCRIPTION)
    _shared(main, default=None)
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
