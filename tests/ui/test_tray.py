"""The icon beside the desktop's clock: a reach can be noticed from anywhere, and it says nothing itself."""

from PySide6.QtWidgets import QApplication

from ui.over import is_asking
from ui.tray import Tray


def test_a_reach_is_noticed_from_the_menu(window):
    forward = []
    tray = Tray(window, lambda: forward.append(window))
    tray.noticing.trigger()
    QApplication.processEvents()
    assert is_asking(window.body)
    assert forward == [window]


def test_the_menu_says_who_by_what_the_family_said_and_nothing_more(window):
    tray = Tray(window, lambda: None)
    tray.menu.aboutToShow.emit()
    assert tray.noticing.text() == "A child reached"
    assert tray.toolTip() == ""
