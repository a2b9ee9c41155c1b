"""Somebody who works in shifts says so in a few clicks, and the calendar knows from then on."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QLocale, Qt

from planner.free import busy_on
from planner.model import BusyId, Household, Rota, Shift, Turn
from tests.builders import FAMILY, JONAS, LEO, MONDAY, SARA, moment, span
from ui import theme
from ui.moments_editor import MomentsEditor
from ui.rota_editor import RotaEditor
from ui.text import rota as text
from ui.times_editor import TimesEditor

LEFT = Qt.MouseButton.LeftButton
HOME = Household(people=FAMILY)
NURSE = Rota(
    id=BusyId("r"),
    person=SARA.id,
    first=MONDAY,
    shifts=(Shift("Day", 420, 1170), Shift("Night", 1260, 780)),
    turns=(Turn(0, 2), Turn(1, 2), Turn(None, 4)),
)


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(900, 900)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def editor(qtbot):
    made = RotaEditor(theme.light(), lambda: "new")
    made.show_household(HOME, MONDAY)
    return shown(qtbot, made)


def saved(qtbot, editor):
    with qtbot.waitSignal(editor.rota_changed) as heard:
        qtbot.mouseClick(editor.form.save, LEFT)
    return heard.args[0]


def test_two_early_two_late_two_nights_and_four_off_take_two_clicks(qtbot, editor):
    qtbot.mouseClick(editor.add, LEFT)
    rota = saved(qtbot, editor)
    assert rota.person == SARA.id
    assert [shift.name for shift in rota.shifts] == ["Early", "Late", "Night"]
    assert rota.turns == (Turn(0, 2), Turn(1, 2), Turn(2, 2), Turn(None, 4))
    assert rota.first == MONDAY


def test_three_weeks_of_early_late_and_night_are_one_choice(qtbot, editor):
    qtbot.mouseClick(editor.add, LEFT)
    qtbot.keyClick(editor.form.ready, Qt.Key.Key_Down)
    rota = saved(qtbot, editor)
    assert rota.length == 21
    worked = Household(people=FAMILY, rotas=(rota,))
    assert [b.title for b in busy_on(worked, MONDAY)] == ["Early"]
    assert busy_on(worked, date(2026, 3, 7)) == ()


def test_a_round_is_changed_turn_by_turn(qtbot, editor):
    qtbot.mouseClick(editor.add, LEFT)
    form = editor.form
    qtbot.keyClick(form.turns[0].days, Qt.Key.Key_Up)
    qtbot.mouseClick(form.turns[1].remove, LEFT)
    qtbot.mouseClick(form.then, LEFT)
    qtbot.keyClick(form.turns[-1].shift, Qt.Key.Key_Home)
    assert form.ready.currentText() == text.OWN_PATTERN
    rota = saved(qtbot, editor)
    assert text.heading(rota, HOME) == "Sara · 3 early, 2 night, 4 off, 2 early"


def test_the_hours_of_a_night_end_on_the_next_day(qtbot, editor):
    editor.show_household(replace(HOME, rotas=(NURSE,)), MONDAY)
    qtbot.mouseClick(editor.lines["r"].edit, LEFT)
    day, night = editor.form.hours[:2]
    assert not night._next_day.isHidden()
    assert day._next_day.isHidden()
    night.end.setTime(night.start.time().addSecs(3600))
    assert night._next_day.isHidden()
    assert saved(qtbot, editor).shifts[1] == Shift("Night", 1260, 1320)


def test_what_is_coming_is_told_before_it_is_saved(qtbot, editor):
    editor.show_household(replace(HOME, rotas=(NURSE,)), MONDAY)
    qtbot.mouseClick(editor.lines["r"].edit, LEFT)
    assert editor.form.coming.text().startswith(
        "Coming: Mon, Tue day; Wed, Thu night; Fri, Sat, Sun, Mon off;"
    )
    editor.form.first.setDate(QDate(2026, 3, 1))
    assert editor.form.coming.text().startswith("Coming: Mon day; Tue, Wed night; Thu, Fri")


def test_only_days_off_are_no_shifts(qtbot, editor):
    qtbot.mouseClick(editor.add, LEFT)
    for field in tuple(editor.form.turns[:-1]):
        qtbot.mouseClick(field.remove, LEFT)
    with qtbot.assertNotEmitted(editor.rota_changed):
        qtbot.mouseClick(editor.form.save, LEFT)
    assert editor.form.coming.text() == text.ONLY_OFF


def test_escape_leaves_no_trace(qtbot, editor):
    qtbot.mouseClick(editor.add, LEFT)
    with qtbot.assertNotEmitted(editor.rota_changed):
        qtbot.keyClick(editor.form.who, Qt.Key.Key_Escape)
    assert editor.form is None
    assert editor.add.isVisible()


def test_a_rota_is_deleted_by_its_button(qtbot, editor):
    editor.show_household(replace(HOME, rotas=(NURSE,)), MONDAY)
    with qtbot.waitSignal(editor.rota_removed) as heard:
        qtbot.mouseClick(editor.lines["r"].delete, LEFT)
    assert heard.args == [NURSE, "Sara"]


def test_free_time_can_be_every_other_week(qtbot):
    editor = TimesEditor(theme.light())
    dad = replace(JONAS, free=(span("16:00-20:00"),))
    editor.show_people((dad,), MONDAY)
    shown(qtbot, editor)
    line = editor.cards[JONAS.id][2].lines[0]
    qtbot.mouseClick(line.days.open, LEFT)
    with qtbot.waitSignal(editor.person_changed) as heard:
        qtbot.keyClick(line.days.choice, Qt.Key.Key_Down)
        line.days.choice.activated.emit(line.days.choice.currentIndex())
    (free,) = heard.args[0].free
    assert free.falls_on(MONDAY)
    assert not free.falls_on(date(2026, 3, 9))
    assert "every other week" in line.days.open.text()


def test_a_bedtime_can_be_in_this_home_every_other_week(qtbot):
    editor = MomentsEditor(theme.light(), with_days=True)
    editor.show_moments((moment("bedtime", "19:30-20:00", LEO),), (LEO, SARA), MONDAY)
    shown(qtbot, editor)
    line = editor.lines[0]
    qtbot.mouseClick(line.days.open, LEFT)
    with qtbot.waitSignal(editor.moments_changed) as heard:
        line.days.choice.setCurrentIndex(2)
        line.days.choice.activated.emit(2)
    (bedtime,) = heard.args[0]
    assert not bedtime.span.falls_on(MONDAY)
    assert bedtime.span.falls_on(date(2026, 3, 9))
