"""Your data: backups are listed, looked into and gone back to, and a check says how all is."""

from datetime import datetime, timedelta
from typing import get_args

import pytest
from PySide6.QtCore import Qt

from activities.model import Catalogue
from planner import actions
from planner.model import Household
from planner.session import Session
from planner.storage import backups
from planner.storage.values import FactCode
from planner.store import open_store
from tests.builders import by_title, week_of
from ui import theme
from ui.app import open_window
from ui.text import data as text
from ui.text import window as window_text

LEFT = Qt.MouseButton.LeftButton
START = datetime(2026, 3, 2, 18, 15)
WEEK = week_of("""
    x Mon 17:00-17:30 Kite (leo, sara)
    _ Tue 19:30-19:50 Read (maya, jonas)
""")


class Clock:
    now = START

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kinweek"


def window_over(folder, clock, qtbot, *, read_only=False):
    household, store = open_store(folder, clock=clock, read_only=read_only)
    made = open_window(
        store,
        Session(household, store),
        theme.light(),
        library=lambda: Catalogue({}, ()),
        clock=clock,
    )
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def window(folder, clock, qtbot):
    household, store = open_store(folder, clock=clock)
    Session(household, store).apply(actions.start_family(WEEK))
    store.database.backup("daily")
    store.close()
    clock.now += timedelta(days=1)
    made = window_over(folder, clock, qtbot)
    made.do(actions.remove_entry(by_title(WEEK, "Read")))
    yield made
    made.store.close()


@pytest.fixture
def page(window, qtbot):
    return opened(window, qtbot)


def opened(window, qtbot):
    window.show_page("family")
    qtbot.mouseClick(window._opened["family"].widget.data, LEFT)
    page = window._opened["data"].widget
    assert window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: not page.unread)
    return page


def line(page, reason):
    return next(made for made in page.lines.values() if made.what.text().startswith(reason))


def test_the_folder_and_what_is_in_each_backup_are_shown(page, folder):
    assert page.folder.text() == str(folder)
    (only,) = page.lines.values()
    assert only.what.text() == "Made by itself · 4 people, 2 entries, 0 reflections"


def test_back_up_now_makes_one_and_lists_it(page, folder, qtbot):
    qtbot.mouseClick(page.back_up, LEFT)
    qtbot.waitUntil(lambda: len(page.lines) == 2 and not page.unread)
    assert page.said.text() == text.BACKED_UP
    assert line(page, "Made by you").what.text().endswith("4 people, 1 entry, 0 reflections")
    assert [info.reason for info in backups(folder)] == ["by-hand", "daily"]


def test_looking_inside_says_what_would_change_and_changes_nothing(page, window, qtbot):
    only = line(page, "Made by itself")
    before = window.session.household
    qtbot.mouseClick(only.look, LEFT)
    qtbot.waitUntil(only.restore.isVisible)
    assert only.words.text() == "Compared with now: 1 entry would come back."
    qtbot.mouseClick(only.leave, LEFT)
    assert only.look.isVisible()
    assert window.session.household is before


def test_going_back_is_one_step_with_a_backup_before_and_an_undo_after(page, window, folder, qtbot):
    only = line(page, "Made by itself")
    now = window.session.household
    qtbot.mouseClick(only.look, LEFT)
    qtbot.waitUntil(only.restore.isVisible)
    qtbot.mouseClick(only.restore, LEFT)
    qtbot.waitUntil(lambda: window.session.household == WEEK)
    assert window.toast.words == "Going back to the backup of Mon 2 Mar 2026, 18:15."
    assert "before-restore" in {info.reason for info in backups(folder)}
    window.undo()
    assert window.session.household == now


def test_a_backup_that_is_the_same_says_so(page, window, qtbot):
    window.undo()
    window.session.apply(actions.start_family(WEEK))
    only = line(page, "Made by itself")
    qtbot.mouseClick(only.look, LEFT)
    qtbot.waitUntil(only.restore.isVisible)
    assert only.words.text() == text.SAME


def test_a_damaged_backup_says_so_and_cannot_be_chosen(window, folder, qtbot):
    (info,) = backups(folder)
    info.path.write_bytes(b"rust")
    page = opened(window, qtbot)
    only = line(page, "Made by itself")
    assert only.what.text().endswith(text.UNREADABLE)
    assert not only.look.isEnabled()


def test_a_check_says_that_all_is_well(page, qtbot):
    qtbot.mouseClick(page.check, LEFT)
    qtbot.waitUntil(lambda: "All is well" in page.said.text())
    assert "4 people, 1 entry, 0 reflections" in page.said.text()


def test_a_check_says_in_plain_words_what_is_damaged(page, folder, qtbot):
    (info,) = backups(folder)
    info.path.write_bytes(b"rust")
    qtbot.mouseClick(page.check, LEFT)
    qtbot.waitUntil(lambda: text.FACTS["damaged"] in page.said.text())
    assert page.said.text().endswith(f"(backups/{info.path.name})")


def test_looking_only_refuses_a_backup_in_a_sentence(window, folder, clock, qtbot):
    second = window_over(folder, clock, qtbot, read_only=True)
    page = opened(second, qtbot)
    qtbot.mouseClick(page.back_up, LEFT)
    qtbot.waitUntil(lambda: page.said.text() == window_text.LOOKING)
    assert len(backups(folder)) == 1


def test_a_new_folder_has_no_backups_and_says_when_the_first_comes(folder, clock, qtbot):
    household, store = open_store(folder, clock=clock)
    Session(household, store).apply(actions.start_family(Household(people=WEEK.people)))
    store.close()
    window = window_over(folder, clock, qtbot)
    page = opened(window, qtbot)
    assert page.lines == {}
    assert text.NO_BACKUPS in {made.text() for made in page.findChildren(type(page.said))}
    window.store.close()


def test_other_colours_keep_what_is_shown(page, window, qtbot):
    window.set_theme(theme.dark())
    assert [made.what.text() for made in page.lines.values()] == [
        "Made by itself · 4 people, 2 entries, 0 reflections"
    ]


def test_every_fact_has_a_sentence():
    assert set(text.FACTS) == set(get_args(FactCode))
