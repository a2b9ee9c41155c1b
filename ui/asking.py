"""Where a command gets the passphrase of a locked folder from: a file that was named, or the terminal."""

import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TypeVar

from planner.errors import PlannerError
from planner.storage import LockedError
from ui.text import cli as text

Answer = TypeVar("Answer")


class NoPassphraseError(PlannerError):
    """The file that was named cannot be read; the message is the one sentence to print."""


def passphrase_in(path: Path) -> str:
    """The first line of this file, without its end. Raises NoPassphraseError."""
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or text.NOT_TEXT
        raise NoPassphraseError(text.CANNOT_READ.format(file=path, reason=reason)) from error
    return words.partition("\n")[0].removesuffix("\r")


def with_passphrase(
    work: Callable[[str | None], Answer],
    path: Path | None,
    *,
    ask: Callable[[str], str] = getpass,
) -> Answer:
    """Do the work without a passphrase, and with one only if it turns out to be needed.

    It comes from the file `path`, else it is asked for where there is a terminal. LockedError with a
    sentence about the two ways where there is neither.
    """
    try:
        return work(None)
    except LockedError as error:
        if path is not None:
            return work(passphrase_in(path))
        if not sys.stdin.isatty():
            raise LockedError(text.LOCKED) from error
        return work(ask(text.ASK_PASSPHRASE))
