"""A person is taken out of the family: it is asked what becomes of their activities, and said what did."""

from collections.abc import Callable
from datetime import date

from planner.actions import Action
from planner.family import shares_of
from planner.model import Person, PersonId, RemovedId
from planner.removed import remove_person, tidy_removed
from ui.main_window import MainWindow
from ui.question import Question
from ui.text import common
from ui.text import removing as text
from ui.text import window as window_text

KEEP, GO, TO = "keep", "go", "to "


def ask_removal(window: MainWindow, person: Person, tell: Callable[[Action], None]) -> None:
    """Ask what becomes of this person's activities, if there are any; `tell` does what is answered."""
    household = window.session.household
    alone, shared = shares_of(household, person.id)
    if not alone + shared:
        _remove(window, person, tell, GO)
        return
    answers, hints = {KEEP: text.keep(person.name)}, {}
    if alone:
        hints[KEEP] = text.keep_hint(alone)
    for other in household.people:
        if other.id != person.id:
            answers[TO + other.id] = text.give(common.spoken_name(other))
    if alone:
        answers[GO] = text.go(person.name)
    question = Question(
        text.question(person.name),
        text.counted(person.name, alone, shared),
        answers,
        hints,
        text.note(person.name),
        window.theme,
        window,
    )
    question.answered.connect(lambda answer: _remove(window, person, tell, answer))
    question.finished.connect(question.deleteLater)
    question.open()


def _remove(
    window: MainWindow, person: Person, tell: Callable[[Action], None], answer: str
) -> None:
    before = window.session.household
    heir = before.person(PersonId(answer.removeprefix(TO))) if answer.startswith(TO) else None
    removed_id, today = RemovedId(window.new_id()), window.now().date()
    tell(
        remove_person(person, removed_id, today, heir=heir.id if heir else None, keep=answer != GO)
    )
    if window.session.household is before:
        return
    if heir is not None:
        words = text.given(person.name, common.spoken_name(heir))
    elif answer == KEEP:
        words = text.kept(person.name)
    else:
        words = text.removed(person.name, *shares_of(before, person.id))
    window.toast.show_words(words, window_text.UNDO)


def tidy(window: MainWindow, today: date) -> None:
    """Let go of whoever was removed long enough ago."""
    window.do(tidy_removed(today))
