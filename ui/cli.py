"""The command line: what was asked for, and who does it."""

import os
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import PlannerError

if TYPE_CHECKING:  # what a plain start does not need
    from argparse import Namespace

BAD_CALL = 2


def default_folder() -> Path:
    """Where this platform keeps a person's data."""
    from platformdirs import user_data_path  # noqa: PLC0415  (only where no folder was named)

    return user_data_path("kinweek", appauthor=False)


def cache_file() -> Path:
    """The library as read once, kept where the platform keeps what can be made again."""
    from platformdirs import user_cache_path  # noqa: PLC0415  (4 ms that --help does not need)

    return user_cache_path("kinweek", appauthor=False) / "library.json"


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
    try:
        match given:
            case [] if has_display():
                return _window(default_folder())
            case ["--data", folder] if has_display() and not folder.startswith("-"):
                return _window(Path(folder))
        from ui.command_line import parser  # noqa: PLC0415  (a plain start needs none)

        wish = parser().parse_args(given)
        if wish.demo:
            from tempfile import TemporaryDirectory  # noqa: PLC0415  (only the demo)

            with TemporaryDirectory(prefix="kinweek-demo-") as made:
                return _in_folder(wish, Path(made))
        return _in_folder(wish, wish.data or default_folder())
    except PlannerError as error:
        sys.stderr.write(f"kinweek: {error}\n")
        return BAD_CALL
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _in_folder(wish: "Namespace", folder: Path) -> int:
    if wish.demo:
        from ui.demo import make_demo  # noqa: PLC0415  (only the demo needs the sample family)

        make_demo(folder, cache_file(), datetime.now())  # noqa: DTZ005  (local wall-clock time)
    if wish.command is None and has_display():
        secret = None
        if wish.passphrase_file is not None:
            from ui.asking import passphrase_in  # noqa: PLC0415

            secret = passphrase_in(wish.passphrase_file)
        return _window(folder, secret)
    from ui import commands  # noqa: PLC0415

    return commands.run(wish, folder, cache_file())


def _window(folder: Path, secret: str | None = None) -> int:
    from ui.application import make_application  # noqa: PLC0415  (commands need no widgets)
    from ui.sitting import run  # noqa: PLC0415

    return run(make_application(sys.argv[:1]), folder, cache_file, secret)
