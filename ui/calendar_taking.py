"""Joins calendar files to the window: asks for one, has it read beside, shows it, and takes it in as one step."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.calendars import taking
from planner.calendars.model import Calendar, CalendarId
from planner.calendars.reading import CalendarFileError, Found, Reader
from ui.calendar_preview import Answers, CalendarPreview
from ui.calendar_sheet import CalendarSheet
from ui.calendar_zone import here
from ui.main_window import MainWindow
from ui.text import actions as action_text
from ui.text import calendars as text
from ui.text import common
from ui.text import window as window_text

AskFile = Callable[[QWidget], Path | None]
"""Asks which file to read; None for none."""


def ask_file(parent: QWidget) -> Path | None:
    """The system's window for opening a file."""
    chosen, _ = QFileDialog.getOpenFileName(parent, text.CHOOSE_FILE, str(Path.home()), text.FILES)
    return Path(chosen) if chosen else None


def do_with_calendar(window: MainWindow, wish: str, calendar: Calendar | None) -> None:
    """Do what was asked for on the Family page: `add`, `refresh`, `edit` or `remove`."""
    if wish == "edit" and calendar:
        edit_calendar(window, calendar)
    elif wish == "remove" and calendar:
        remove_calendar(window, calendar)
    else:
        add_calendar(window, known=calendar)


def add_calendar(
    window: MainWindow,
    path: Path | None = None,
    *,
    known: Calendar | None = None,
    ask: AskFile = ask_file,
) -> "Taking | None":
    """Take in a file, asked for if none is given; as a newer version of `known` if that is given."""
    path = path or ask(window)
    if path is None:
        return None
    made = Taking(window, path, known)
    made.begin()
    return made


class Taking(QObject):
    """One file from its reading to its answer. It outlives its window until the reading has ended."""

    _read = Signal(object)  # Found or CalendarFileError
    _progress = Signal(int, int)

    def __init__(self, window: MainWindow, path: Path, known: Calendar | None) -> None:
        self.sheet = CalendarSheet(window.theme, text.WINDOW, window)
        super().__init__(window)
        self._window, self._path, self._known = window, path, known
        self._reader = Reader(path, today=window.now().date(), zone=here())
        self._found: Found | None = None
        self._is_read = self._is_closed = False
        self._read.connect(self._show)
        self._progress.connect(self.sheet.show_progress)
        self.sheet.called_off.connect(self._cancel)
        self.sheet.chosen.connect(self._take)
        self.sheet.finished.connect(self._finished)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self._cancel)

    def begin(self) -> None:
        self.sheet.show_reading(self._path.name)
        self.sheet.open()
        read, progress, reader = self._read, self._progress, self._reader

        def run() -> None:
            answer: object
            try:
                answer = reader.run(progress=progress.emit)
            except CalendarFileError as error:
                answer = error
            read.emit(answer)

        QThreadPool.globalInstance().start(run)

    def _show(self, answer: Found | CalendarFileError) -> None:
        self._is_read = True
        if self._is_closed:
            self.deleteLater()
            return
        if isinstance(answer, CalendarFileError):
            self.sheet.show_stopped(text.stopped(answer, self._path.name))
            return
        self._found = answer
        household = self._window.session.household
        before = self._known or taking.known_as(household, answer)
        self._known = before
        usual = Answers(answer.name or self._path.stem, ())
        answers = _said_of(before) if before else usual
        made = CalendarPreview(household, answers, self._window.theme)
        calendar = self._calendar(answers)
        made.show_faults(text.faults(answer.problems, answer.problem_count))
        made.show_coming(calendar.events, self._window.now().date())
        changes = taking.changes(before, calendar)
        self.sheet.show_preview(
            made,
            summary=text.summary(answer, before, changes),
            left_out=text.left_out(answer),
            take=text.BRING_UP_TO_DATE if before else text.IMPORT,
        )

    def _calendar(self, answers: Answers) -> Calendar:
        assert self._found is not None
        known = self._known
        return taking.calendar_from(
            self._found,
            calendar_id=known.id if known else CalendarId(self._window.new_id()),
            name=answers.name,
            people=answers.people,
            taken=self._window.now().replace(microsecond=0),
            whole_days=answers.whole_days,
        )

    def _take(self, answers: Answers) -> None:
        calendar = self._calendar(answers)
        changes = taking.changes(self._known, calendar)
        if self._window.do(taking.take(calendar)):
            self.sheet.accept()
            self._window.toast.show_words(text.taken(calendar, changes), window_text.UNDO)

    def _cancel(self) -> None:
        self._reader.cancel()

    def _finished(self) -> None:
        self._is_closed = True
        self.sheet.deleteLater()
        if self._is_read:
            self.deleteLater()


def _said_of(calendar: Calendar) -> Answers:
    return Answers(calendar.name, calendar.people, calendar.whole_days)


def edit_calendar(window: MainWindow, calendar: Calendar) -> CalendarSheet:
    """Ask for another name or other people of a calendar, without its file."""
    sheet = CalendarSheet(window.theme, text.EDIT_WINDOW, window)
    preview = CalendarPreview(window.session.household, _said_of(calendar), window.theme)
    preview.show_coming(calendar.events, window.now().date())
    sheet.show_preview(preview, summary="", left_out="", take=common.SAVE)

    def save(answers: Answers) -> None:
        if window.do(taking.take(taking.called(calendar, *answers))):
            sheet.accept()

    sheet.chosen.connect(save)
    sheet.finished.connect(sheet.deleteLater)
    sheet.open()
    return sheet


def remove_calendar(window: MainWindow, calendar: Calendar) -> None:
    """Let a calendar go, with a way back at the foot of the window."""
    action = taking.remove(calendar)
    if window.do(action):
        window.toast.show_words(action_text.sentence(action), window_text.UNDO)
