"""A choice that is opened shows all it offers."""

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.family_fields import ChoiceField


@pytest.mark.parametrize("lines", [3, 9])
def test_an_opened_choice_shows_its_last_line_whole(qtbot, lines):
    field = ChoiceField()
    qtbot.addWidget(field)
    field.setStyleSheet(theme.style_sheet(theme.light()))
    field.addItems([f"Every {n} months" for n in range(lines)])
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    field.showPopup()
    QApplication.processEvents()
    shown = field.view()
    assert shown.visualRect(shown.model().index(lines - 1, 0)).bottom() < shown.viewport().height()
    field.hidePopup()
