"""A person is taken out of the family: said at once what went along and what goes on, with a way back."""

from planner import actions
from planner.family import shares_of
from planner.model import Person
from ui.main_window import MainWindow
from ui.text import family as text
from ui.text import window as window_text


def remove_person(window: MainWindow, person: Person) -> bool:
    """Take this person out, as one step; whether it could be saved."""
    alone, shared = shares_of(window.session.household, person.id)
    removed = window.do(actions.remove_person(person))
    if removed:
        window.toast.show_words(text.removed(person.name, alone, shared), window_text.UNDO)
    return removed
