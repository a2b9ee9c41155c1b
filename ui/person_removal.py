"""A person is taken out of the family: said at once what went along and what goes on, with a way back."""

from collections.abc import Callable

from planner.family import shares_of
from planner.model import Person
from ui.main_window import MainWindow
from ui.text import family as text
from ui.text import window as window_text


def telling_shares(window: MainWindow, person: Person, remove: Callable[[], None]) -> None:
    """Let `remove` take this person out, then say what became of their activities."""
    before = window.session.household
    remove()
    if window.session.household is not before:
        alone, shared = shares_of(before, person.id)
        window.toast.show_words(text.removed(person.name, alone, shared), window_text.UNDO)
