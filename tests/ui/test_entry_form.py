"""Writing an entry: by hand or from the library, by mouse or by keyboard; Esc leaves no trace."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSpinBox

from ui import theme
from ui.entry_form import EntryForm
from ui.text import week as text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(qtbot, british, library, qapp):
    qapp.setStyleSheet(theme.style_sheet(theme.light()))
    made = EntryForm(theme.light())
    qtbot.addWidget(made)
    made.set_library(library.published)
    made.resize(340, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def draft(form, entry, family):
    new = entry(0, 5, "10:00", title="", pathway=None, people=("leo", "sara"))
    form.show_entry(new, family, new=True)
    QApplication.processEvents()
    return new


def chip(form, name):
    return next(c for c in form._chips.values() if c.text() == name)


def test_a_long_title_is_chosen_whole_and_seen_from_its_beginning(form, entry, family):
    long = "Reading aloud with Grandma in the evening, all of us on the sofa"
    form.show_entry(entry(1, 2, "17:05", title=long), family, new=False)
    assert form.title.selectedText() == long
    assert form.title.cursorPosition() == 0


def test_every_field_shows_what_the_entry_has(form, entry, family):
    shown = entry(1, 2, "17:05", 40, title="Swimming", pathway="stay-close", note="Towels")
    form.show_entry(shown, family, new=False)
    assert form.value() == shown
    assert form.ok.text() == text.SAVE


def test_time_and_length_can_be_read_and_are_not_cut_off(form, draft):
    for field in (form.start, form.minutes):
        option = QStyleOptionSpinBox()
        field.initStyleOption(option)
        words = field.style().subControlRect(
            QStyle.ComplexControl.CC_SpinBox, option, QStyle.SubControl.SC_SpinBoxEditField, field
        )
        assert words.width() >= field.fontMetrics().horizontalAdvance(field.text())
        assert field.lineEdit().width() >= field.fontMetrics().horizontalAdvance(field.text())


def test_typing_and_enter_add_it(qtbot, form, draft):
    qtbot.keyClicks(form.title, "Kite")
    with qtbot.waitSignal(form.saved) as heard:
        qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert heard.args == [replace(draft, title="Kite"), True]


def test_a_name_is_needed_and_asked_for_kindly(qtbot, form, draft):
    with qtbot.assertNotEmitted(form.saved):
        qtbot.mouseClick(form.ok, LEFT)
    assert form.hint.text() == text.TITLE_MISSING
    assert form.title.hasFocus()


def test_an_activity_of_the_library_brings_its_length_and_pathway(qtbot, form, draft):
    qtbot.keyClicks(form.title, "worry")
    popup = form.title.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    found = form.value()
    assert (found.title, found.activity) == ("Worry walk", "worry-walk")
    assert (found.minutes, found.pathway) == (20, "reach")


def test_a_changed_title_is_the_familys_own_again(qtbot, form, entry, family):
    form.show_entry(
        entry(1, 2, "17:00", title="Worry walk", activity="worry-walk"), family, new=False
    )
    assert form.value().activity == "worry-walk"
    form.title.setText("Worry run")
    assert form.value().activity is None


def test_people_are_ticked_by_a_click(qtbot, form, draft):
    qtbot.mouseClick(chip(form, "Dad"), LEFT)
    qtbot.mouseClick(chip(form, "Leo"), LEFT)
    assert form.value().people == ("sara", "jonas")


def test_every_change_is_told_at_once(qtbot, form, draft):
    for change in (
        lambda: form.day.setDate(QDate(2026, 11, 27)),
        lambda: qtbot.keyClick(form.minutes, Qt.Key.Key_Up),
        lambda: qtbot.mouseClick(chip(form, "Maya"), LEFT),
        lambda: qtbot.keyClicks(form.title, "K"),
    ):
        with qtbot.waitSignal(form.changed) as heard:
            change()
        assert heard.args == [form.value()]


def test_a_length_goes_by_five_minutes(qtbot, form, draft):
    qtbot.keyClick(form.minutes, Qt.Key.Key_Up)
    assert form.value().minutes == 35


def test_escape_asks_for_nothing_to_be_kept(qtbot, form, draft):
    qtbot.keyClicks(form.title, "Kite")
    with qtbot.waitSignal(form.cancelled), qtbot.assertNotEmitted(form.saved):
        qtbot.keyClick(form.title, Qt.Key.Key_Escape)


def test_tab_goes_from_the_title_to_add(qtbot, form, draft):
    seen = []
    for _ in range(20):
        field = QApplication.focusWidget()
        seen.append(field)
        if field is form.cancel:
            break
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    expected = [form.title, form.day, form.start, form.minutes, form.when.all_day]
    expected += [form.repeats.way, *form._chips.values(), form.pathway, form.only_for.choice]
    expected += [form.remind, form.note, form.ok, form.cancel]
    assert list(dict.fromkeys(seen)) == expected


def test_every_field_has_a_name_for_a_screen_reader(form, draft):
    for field in (form.title, form.day, form.start, form.minutes, form.pathway, form.note):
        assert field.accessibleName()
    assert [c.accessibleName() for c in form._chips.values()] == ["Leo", "Maya", "Mum", "Dad"]


@pytest.mark.parametrize("only_for", [None, "sara", "jonas", "gone"])
def test_an_entry_for_one_person_alone_shows_whom_it_is_for(form, entry, family, only_for):
    shown = entry(1, 2, "10:00", title="A letter", only_for=only_for)
    form.show_entry(shown, family, new=False)
    assert form.value() == shown


def test_with_one_grown_up_a_tick_keeps_an_entry_to_oneself(qtbot, form, entry, family):
    alone = replace(family, people=tuple(p for p in family.people if p.id != "jonas"))
    form.show_entry(entry(1, 2, "10:00", title="A letter"), alone, new=False)
    form.only_for.tick.setFocus()
    with qtbot.waitSignal(form.changed):
        qtbot.keyClick(form.only_for.tick, Qt.Key.Key_Space)
    assert form.value().only_for == "sara"
    assert not form.only_for.choice.isVisible()


def test_with_two_grown_ups_it_is_said_for_whom(form, entry, family):
    form.show_entry(entry(1, 2, "10:00", title="A letter"), family, new=False)
    choice = form.only_for.choice
    names = [choice.itemText(n) for n in range(choice.count())]
    assert len(names) == 3
    assert "Mum" in names[1]
    assert not form.only_for.tick.isVisible()


def test_enter_in_the_list_takes_the_title_with_its_length_and_the_next_one_adds_it(
    qtbot, form, draft
):
    saved = []
    form.saved.connect(lambda entry, new: saved.append(entry))
    qtbot.keyClicks(form.title, "worr")
    popup = form.title.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert saved == []
    assert (form.title.text(), form.minutes.value()) == ("Worry walk", 20)
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert [(e.title, e.minutes, e.activity) for e in saved] == [("Worry walk", 20, "worry-walk")]


def test_enter_adds_what_was_typed_while_the_list_is_only_shown(qtbot, form, draft):
    qtbot.keyClicks(form.title, "worr")
    popup = form.title.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    with qtbot.waitSignal(form.saved) as told:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert told.args[0].title == "worr"
