"""The line at the foot of the window: it says what happened, offers a way back and goes by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui import announce, theme
from ui.notice import Notice
from ui.toast import Toast

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ground(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    yield made
    made.close()


@pytest.fixture
def toast(ground):
    return Toast(ground, theme.light())


def test_it_stands_in_the_middle_of_the_foot(toast, ground):
    toast.show_words("“Worry walk” deleted.", "Undo")
    box = toast.geometry()
    assert abs(box.center().x() - ground.rect().center().x()) <= 1
    assert box.bottom() < ground.rect().bottom()
    assert box.top() > ground.height() * 0.8


def test_it_follows_when_the_window_changes(toast, ground):
    toast.show_words("“Worry walk” deleted.", "Undo")
    ground.resize(700, 500)
    QApplication.processEvents()
    assert abs(toast.geometry().center().x() - 350) <= 1
    assert toast.geometry().bottom() < 500


def test_its_button_asks_for_the_way_back_and_closes_it(qtbot, toast):
    toast.show_words("“Worry walk” deleted.", "Undo")
    with qtbot.waitSignal(toast.asked):
        qtbot.mouseClick(toast.findChild(QPushButton), LEFT)
    assert not toast.isVisible()


def test_without_a_way_back_there_is_no_button(toast):
    toast.show_words("Not saved.")
    assert not toast.findChild(QPushButton).isVisible()


def test_it_goes_by_itself(toast):
    toast.show_words("“Worry walk” deleted.", "Undo")
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_a_long_sentence_keeps_to_the_window(toast, ground):
    toast.show_words("A sentence about a disk that is full. " * 8)
    assert toast.width() <= ground.width() - 40
    assert ground.rect().contains(toast.geometry())


def test_a_screen_reader_finds_the_sentence(toast):
    toast.show_words("“Worry walk” deleted.", "Undo")
    assert toast.accessibleName() == toast.words == "“Worry walk” deleted."


def test_a_notice_is_told_to_those_who_do_not_see_it(qtbot, ground, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(announce, "announce", lambda _widget, words: said.append(words))
    notice = Notice(theme.light())
    notice.setParent(ground)
    notice.show_words("Changes are not saved.")
    assert said == ["Changes are not saved."]


def test_a_notice_stays_until_it_is_closed(qtbot, ground):
    notice = Notice(theme.light())
    notice.setParent(ground)
    notice.show_words("Changes are not saved.")
    assert notice.isVisible()
    assert notice.accessibleName() == notice.words == "Changes are not saved."
    qtbot.mouseClick(notice.findChild(QPushButton), LEFT)
    assert not notice.isVisible()
