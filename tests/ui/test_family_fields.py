"""The small fields the family's pages are made of."""

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox

from ui import theme
from ui.family_fields import ChoiceField


def shown(field: ChoiceField) -> str:
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    return option.currentText


@pytest.mark.parametrize("words", ["Child", "Grown-up", "By name", "As usual here (Monday)"])
def test_a_choice_as_wide_as_it_wishes_shows_all_its_words(qtbot, words):
    field = ChoiceField()
    qtbot.addWidget(field)
    field.setStyleSheet(theme.style_sheet(theme.light()))
    field.addItem(words)
    field.resize(field.sizeHint())
    assert shown(field) == words


def test_a_choice_too_long_for_its_field_ends_with_an_ellipsis(qtbot):
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItem("As planned now, from 23 November")
    field.resize(field.sizeHint())
    assert shown(field) == "As planned now, from 23 November"
    field.resize(field.width() // 2, field.height())
    assert shown(field).startswith("As plan")
    assert shown(field).endswith("…")
    assert field.currentText() == "As planned now, from 23 November"
