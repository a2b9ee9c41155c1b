"""A time and a length, or whole days until a last one: what the fields show is what the entry gets."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from planner.whole_days import with_days
from ui import theme
from ui.text import common
from ui.when_fields import WhenFields


@pytest.fixture
def when(qtbot, british):
    made = WhenFields(theme.light())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def swim(entry):
    return entry(1, 2, "17:05", 40)


def test_a_tick_makes_it_take_the_whole_day(qtbot, when, swim):
    when.show_entry(swim)
    with qtbot.waitSignal(when.changed):
        qtbot.keyClick(when.all_day, Qt.Key.Key_Space)
    assert when.on(swim, swim.day) == with_days(swim, swim.day, 1)
    assert not when.start.isVisible()
    assert when.until.isVisible()


def test_without_the_tick_it_has_the_time_it_had(qtbot, when, swim):
    trip = with_days(swim, swim.day, 3)
    when.show_entry(trip)
    assert when.on(trip, trip.day) == trip
    qtbot.keyClick(when.all_day, Qt.Key.Key_Space)
    assert when.on(trip, trip.day) == swim


def test_the_last_day_goes_along_with_the_first(when, swim):
    trip = with_days(swim, swim.day, 3)
    when.show_entry(trip)
    for days in (4, -9):
        first = trip.day + timedelta(days)
        when.show_first(first)
        assert when.on(trip, first).days == 3


def test_the_last_day_is_never_before_the_first(when, swim):
    trip = with_days(swim, swim.day, 3)
    when.show_entry(trip)
    when.until.setDate(common.qdate(trip.day - timedelta(5)))
    assert when.on(trip, trip.day).days == 1
