"""Reads a calendar file in a process of its own, with a deadline, and tells how far it is.

What is taken reaches from a year back to two years ahead: what families look back on and plan for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from threading import Timer
from typing import Any

from planner.calendars.documents import event_of
from planner.calendars.model import CalendarEvent
from planner.errors import PlannerError, Problem

BACK, AHEAD = timedelta(days=365), timedelta(days=730)
DEADLINE_SECONDS = 45.0
WORKER = "planner.calendars.worker"

Progress = Callable[[int, int], None]
"""Told how many events are done, and of how many."""


class CalendarFileError(PlannerError):
    """A file that gives no calendar.

    `code` says why: `unreadable`, `folder`; `empty`, `packed`, `page` (of the web), `no-calendar`;
    `too-large`, `too-many`, `too-much`, `too-slow`, `cancelled`; `failed` if reading it broke off for
    no reason that is known.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code, self.detail = code, detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file holds between `since` and `until`, and what of it could not be used.

    `problem_count` is how many problems there are, also those that are not listed; `called_off`,
    `elsewhen` and `tasks` count what was left out on purpose: cancelled events, events of other
    years, and what is no event.
    """

    name: str
    since: date
    until: date
    events: tuple[CalendarEvent, ...]
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    called_off: int = 0
    elsewhen: int = 0
    tasks: int = 0


class Reader:
    """One file that is being read. `run` waits for the answer; `cancel` may be called from anywhere."""

    def __init__(self, path: Path, *, today: date, zone: str) -> None:
        """`zone` is the name of this computer's time zone, `""` to ask the system itself."""
        self._path, self._zone = path, zone
        self._since, self._until = today - BACK, today + AHEAD
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = ""

    def run(
        self, progress: Progress = lambda _done, _of: None, deadline: float = DEADLINE_SECONDS
    ) -> Found:
        """What the file holds. Raises CalendarFileError."""
        timer = Timer(deadline, self._stop, ["too-slow"])
        timer.daemon = True
        try:
            with self._start() as process:
                self._process = process
                timer.start()
                if self._stopped:
                    process.kill()
                answer = _last_answer(process, progress)
        except OSError as error:
            raise CalendarFileError("unreadable", error.strerror or "") from error
        finally:
            timer.cancel()
        if self._stopped:
            raise CalendarFileError(self._stopped)
        if "events" not in answer:
            raise CalendarFileError(answer.get("stopped") or _reason(process.returncode))
        return self._found(answer)

    def cancel(self) -> None:
        """Let go of the file; `run` then raises with the code `cancelled`."""
        self._stop("cancelled")

    def _stop(self, code: str) -> None:
        self._stopped = self._stopped or code
        if self._process is not None:
            self._process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        if not self._path.is_file():
            raise CalendarFileError("folder" if self._path.is_dir() else "unreadable")
        arguments = [self._since.isoformat(), self._until.isoformat(), self._zone]
        with self._path.open("rb") as file:
            return subprocess.Popen(  # noqa: S603  (our own interpreter, our own module)
                [sys.executable, "-P", "-m", WORKER, *arguments],
                stdin=file,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )

    def _found(self, answer: Mapping[str, Any]) -> Found:
        return Found(
            name=answer["name"],
            since=self._since,
            until=date.fromisoformat(answer["until"]),
            events=tuple(
                event_of(uid, row) for uid, rows in answer["events"].items() for row in rows
            ),
            problems=tuple(Problem(*each) for each in answer["problems"]),
            problem_count=answer["problem_count"],
            called_off=answer["called_off"],
            elsewhen=answer["elsewhen"],
            tasks=answer["tasks"],
        )


def _last_answer(process: subprocess.Popen[bytes], progress: Progress) -> dict[str, Any]:
    """The answer of the process, progress told; an empty one where it ended without."""
    assert process.stdout is not None
    for line in process.stdout:
        answer: dict[str, Any] = {}
        with suppress(ValueError):  # cut off when the process was stopped
            answer = json.loads(line)
        if "done" not in answer:
            return answer
        progress(answer["done"], answer["of"])
    return {}


def _reason(status: int | None) -> str:
    """Why a process ended without an answer: the system stops one that works too long by a signal."""
    return "too-slow" if status is not None and status < 0 else "failed"
