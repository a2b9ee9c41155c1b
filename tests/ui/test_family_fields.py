"""The small fields the family's pages are made of."""

from PySide6.QtWidgets import QStyleOptionComboBox

from ui.family_fields import ChoiceField


def shown(field: ChoiceField) -> str:
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    return option.currentText


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
