"""How long to wait after a wrong passphrase: longer each time, also after Kinweek was closed in between.

The count stands in `wrong-passphrases.json` beside the data. It slows down whoever tries at the
window; whoever copies the folder is slowed down by Argon2 alone.
"""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from planner.storage.files import DISK, Files, write_new

FILE = "wrong-passphrases.json"
LONGEST = 60
"""Seconds; who has tried so often is not told to wait for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How many wrong ones there were in a row, and when the last one was (local time)."""

    wrong: int = 0
    last: datetime | None = None

    @property
    def seconds(self) -> int:
        """How long to wait after the last one: 0, 1, 2, 4, ... seconds."""
        return min(LONGEST, 2 ** min(self.wrong - 1, 10)) if self.wrong else 0

    def left(self, now: datetime) -> int:
        """Seconds that are still to be waited. A clock that was put back makes it no longer."""
        if self.last is None or now < self.last:
            return self.seconds
        rest = self.last + timedelta(seconds=self.seconds) - now
        return max(0, -(-rest // timedelta(seconds=1)))


def after_wrong(patience: Patience, now: datetime) -> Patience:
    return Patience(wrong=patience.wrong + 1, last=now)


def load_patience(folder: Path, *, files: Files = DISK) -> Patience:
    """What was kept of earlier tries; none where nothing can be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        document = json.loads(files.read(folder / FILE))
        last = datetime.fromisoformat(document["last"])
        if type(document["wrong"]) is int and document["wrong"] > 0 and last.tzinfo is None:
            return Patience(wrong=document["wrong"], last=last)
    return Patience()


def save_patience(folder: Path, patience: Patience, *, files: Files = DISK) -> None:
    """Keep it for the next start, as far as the disk takes it: waiting in this window goes on anyway."""
    path = folder / FILE
    with contextlib.suppress(OSError):
        if patience.last is None:
            files.remove(path)
        else:
            document = {"wrong": patience.wrong, "last": patience.last.isoformat()}
            write_new(files, path, json.dumps(document).encode(), over=True)
