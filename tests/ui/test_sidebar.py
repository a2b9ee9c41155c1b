"""The left edge: the pages by mouse and keyboard, and who had somebody to themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.balance import one_to_one_times
from ui import theme
from ui.sidebar import Sidebar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sidebar(qtbot, british):
    made = Sidebar(theme.light())
    qtbot.addWidget(made)
    made.resize(206, 800)
    made.fit_window(1440)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize("page", ["today", "activities", "journal", "look-back", "family", "why"])
def test_a_click_asks_for_the_page(qtbot, sidebar, page):
    with qtbot.waitSignal(sidebar.page_chosen) as heard:
        qtbot.mouseClick(sidebar.buttons[page], LEFT)
    assert heard.args == [page]


def test_the_present_page_is_marked_and_told(sidebar):
    sidebar.show_page("journal")
    assert [p for p, b in sidebar.buttons.items() if b.isChecked()] == ["journal"]


def test_space_opens_the_page_that_has_the_focus(qtbot, sidebar):
    sidebar.buttons["today"].setFocus()
    with qtbot.waitSignal(sidebar.page_chosen) as heard:
        qtbot.keyClick(sidebar.buttons["today"], Qt.Key.Key_Space)
    assert heard.args == ["today"]


def test_every_child_has_a_row_that_can_be_read_aloud(sidebar, family, entry):
    alone = entry(1, 2, "17:00", people=("leo", "sara"), outcome="done")
    planned = entry(2, 3, "17:00", people=("leo", "jonas"))
    sidebar.one_to_one.show_times(family, one_to_one_times((alone, planned), family))
    assert sidebar.one_to_one.accessibleName() == (
        "Leo: 1 one-to-one times done, 1 planned; Maya: 0 one-to-one times done, 0 planned"
    )


def test_a_narrow_window_shows_signs_with_their_names_in_tips(sidebar):
    sidebar.fit_window(900)
    assert sidebar.width() == 66
    assert sidebar.buttons["today"].toolTip() == sidebar.buttons["today"].accessibleName()
    sidebar.fit_window(1440)
    assert sidebar.width() > 66
    assert sidebar.buttons["today"].toolTip() == ""


def test_no_name_of_a_page_is_cut_off(sidebar):
    for button in sidebar.buttons.values():
        assert button.width() >= button.sizeHint().width()


def test_a_dark_evening_changes_the_ground_of_the_page(sidebar):
    sidebar.show_page("week")
    QApplication.processEvents()
    before = sidebar.buttons["week"].grab().toImage()
    sidebar.set_theme(theme.dark())
    assert sidebar.buttons["week"].grab().toImage() != before
