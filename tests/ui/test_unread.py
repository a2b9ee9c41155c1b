"""What stands in the folder and cannot be read is told once the week is on the screen."""

from datetime import timedelta

import pytest

from activities.model import Catalogue
from planner import actions
from planner.documents import entry_document
from planner.session import Session
from planner.storage import Change, open_folder
from planner.store import open_store
from tests.builders import MONDAY, NEXT_MONDAY, NOW, entry, week_of
from ui import theme
from ui.app import open_window
from ui.text import window as text
from ui.unread import read_the_rest

FAMILY = week_of("_ Tue 19:30-19:50 Read (maya, jonas)")
SOON = {**entry_document(entry("_ Sun 09:00-09:20 nap", monday=NEXT_MONDAY)), "start": "soon"}


@pytest.fixture
def folder(tmp_path):
    empty, store = open_store(tmp_path / "kinweek", clock=lambda: NOW)
    Session(empty, store).apply(actions.start_family(FAMILY))
    store.close()
    return tmp_path / "kinweek"


def put(folder, *changes):
    database = open_folder(folder, clock=lambda: NOW)
    database.commit(changes)
    database.close()


def opened(qtbot, folder, **how):
    household, store = open_store(folder, clock=lambda: NOW, **how)
    window = open_window(
        store, Session(household, store), theme.light(),
        library=lambda: Catalogue({}, ()), clock=lambda: NOW,
    )  # fmt: skip
    qtbot.addWidget(window, before_close_func=lambda _: store.close())
    window.show()
    return window


def test_it_is_told_in_the_window(qtbot, folder):
    put(folder, Change("entries", "50", SOON))
    window = opened(qtbot, folder)
    assert window.notice is None
    read_the_rest(window)
    assert window.notice.words == text.some_unreadable(1)


def test_years_are_read_without_holding_up_the_window(qtbot, folder, monkeypatch):
    monkeypatch.setattr("ui.unread.AT_ONCE", 0)
    years = (
        entry("_ Sun 09:00-09:20 nap", entry_id=f"{100 + n}", monday=MONDAY + timedelta(weeks=n))
        for n in range(50)
    )
    put(folder, *(Change("entries", e.id, entry_document(e)) for e in years))
    put(folder, Change("entries", "50", SOON))
    window = opened(qtbot, folder)
    read_the_rest(window)
    assert window.notice is None
    qtbot.waitUntil(lambda: window.notice is not None)


def test_nothing_is_said_when_all_is_well(qtbot, folder):
    window = opened(qtbot, folder)
    read_the_rest(window)
    assert window.notice is None


def test_whoever_may_only_read_is_told_that_first(qtbot, folder):
    put(folder, Change("entries", "50", SOON))
    window = opened(qtbot, folder, read_only=True)
    read_the_rest(window)
    assert window.notice.words == text.READ_ONLY
