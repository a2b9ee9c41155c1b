from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from planner.preferences import FILE, Preferences, load_preferences
from ui import theme
from ui.habits import first_weekday, take_habits, time_format
from ui.number_fields import TimeField
from ui.preferring import keep, prefer
from ui.text import common
from ui.text import preferences as text

from .conftest import MONDAY, NOW

pytestmark = pytest.mark.usefixtures("as_before")


def closed(window) -> None:
    window.close()
    window.store.close()


def test_the_week_comes_back_as_it_was_left(open_at, family):
    before = open_at(family)
    before.turn(3)
    before.week.grid.set_zoom(1.5)
    QApplication.processEvents()
    before.week.area.verticalScrollBar().setValue(400)
    closed(before)
    after = open_at(family, NOW + timedelta(hours=20))
    assert after.first == before.first
    assert after.week.grid.zoom == 1.5
    assert after.week.area.verticalScrollBar().value() == pytest.approx(400, abs=2)


def test_after_more_than_a_day_the_current_week_is_shown(open_at, family):
    before = open_at(family)
    before.turn(3)
    closed(before)
    assert open_at(family, NOW + timedelta(hours=25)).first == MONDAY


def test_weeks_begin_on_the_chosen_day_in_the_heading_and_the_fields(open_at, family):
    window = open_at(family)
    prefer(window, first_weekday=6)
    assert window.first == date(2026, 11, 22)
    window.show_page("family")
    assert first_weekday() == 6
    window.show_page("week")
    window.show_day(NOW.date())
    assert window.first == date(2026, 11, 22)
    assert window.week.first == date(2026, 11, 22)


def test_the_chosen_clock_is_on_the_cards_and_in_the_fields(open_at, family):
    window = open_at(family)
    prefer(window, clock=12)
    assert common.clock(17 * 60) == "5:00 pm"
    assert TimeField().displayFormat() == "h:mm Ap"
    prefer(window, clock=None)
    assert common.clock(17 * 60) == "17:00"


@pytest.mark.parametrize(
    ("locale", "wish", "expected"),
    [
        ("en_GB", 24, "HH:mm"),
        ("en_GB", 12, "h:mm Ap"),
        ("en_US", 24, "HH:mm"),
        ("fi_FI", 12, "h.mm Ap"),
        ("fi_FI", None, "H.mm"),
    ],
)
def test_a_clock_keeps_the_signs_of_its_language(qapp, locale, wish, expected):
    take_habits(Preferences(clock=wish))
    assert time_format(QLocale(locale)) == expected


def test_larger_text_is_seen_at_once_on_the_page_that_is_shown(open_at, family):
    window = open_at(family)
    window.show_page("family")
    size = window.font().pointSizeF()
    prefer(window, text_size=150)
    assert window.page == "family"
    assert window.pages.currentWidget().font().pointSizeF() == pytest.approx(1.5 * size, rel=0.2)
    assert window.sidebar.buttons["family"].isChecked()


def test_a_dark_window_is_dark_in_every_part(open_at, family):
    window = open_at(family)
    prefer(window, theme="dark")
    assert window.theme.dark
    assert window.week.grid.theme.dark
    assert QApplication.palette().window().color() == theme.dark().paper


def test_a_message_that_stays_true_outlives_a_new_size(open_at, family):
    window = open_at(family)
    window.show_notice("You are only looking here.")
    prefer(window, text_size=120)
    QApplication.processEvents()
    assert window.notice.words == "You are only looking here."
    assert window.notice.isVisible()


def test_choices_are_on_disk_at_once(open_at, family):
    window = open_at(family)
    prefer(window, entry_minutes=45, lock_after=10)
    found, _ = load_preferences(window.store.database.folder)
    assert (found.entry_minutes, found.lock_after) == (45, 10)


def test_a_window_that_only_looks_writes_nothing(open_at, family, tmp_path):
    open_at(family)
    looking = open_at(family, read_only=True)
    prefer(looking, clock=12)
    looking.close()
    assert not (tmp_path / "family" / FILE).exists()


def test_a_disk_that_refuses_is_named_and_nothing_changes(open_at, family, tmp_path):
    window = open_at(family)
    (tmp_path / "family" / f"{FILE}.tmp").mkdir()
    (tmp_path / "family" / f"{FILE}.tmp" / "in the way").touch()
    assert not keep(window, clock=12)
    assert window.preferences == Preferences()
    assert window.toast.words.startswith(text.not_kept("")[:20])


def test_what_is_half_typed_outlives_other_colours(qtbot, open_at, family):
    window = open_at(family)
    window.week.draft(MONDAY, 600, 30)
    qtbot.keyClicks(window.week.form.title, "Pancakes")
    prefer(window, theme="dark")
    assert window.week.form.title.text() == "Pancakes"
