"""The week as a picture: every card in its place, and one of them the way in by keyboard."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip

from planner.drag import Slot
from planner.model import Household
from planner.week import add, entries_between
from ui import theme


@pytest.fixture
def show(page, family):
    """`show(entries...)`: the same week with only these entries; the cards that show them."""

    def shown(*entries, first=page.first, now=page.grid.now):
        page.show_week(add(family, *entries), first, now)
        QApplication.processEvents()
        return page.grid.cards()

    return shown


def test_a_card_stands_on_its_day_and_at_its_time(show, grid, entry):
    (card,) = show(entry(1, 3, "10:00", 90))
    assert card.parentWidget() is grid.columns[3]
    assert card.y() == pytest.approx(grid.scale.y(600), abs=2)
    assert card.height() == pytest.approx(grid.scale.y(90), abs=3)


def test_the_last_quarter_of_an_hour_of_a_day_is_drawn_in_full(show, grid, entry):
    (card,) = show(entry(1, 3, "23:45", 15))
    assert card.height() >= card.minimum_height()
    assert card.geometry().bottom() <= grid.height()
    assert grid.slot_box(Slot(3, 23 * 60 + 55, 5)).height() >= card.minimum_height()


def test_a_card_alone_takes_the_whole_width_of_its_day(show, grid, entry):
    crowd = [entry(n, 3, "10:00", 60) for n in (1, 2)]
    *_, lone = show(*crowd, entry(3, 3, "15:00"))
    assert lone.width() == pytest.approx(grid.columns[3].width(), abs=10)


def test_overlapping_cards_stand_side_by_side_and_leave_a_gap(show, entry):
    one, other = show(entry(1, 3, "10:00", 60), entry(2, 3, "10:30", 60))
    assert not one.geometry().intersects(other.geometry())
    assert one.geometry().right() + 1 < other.geometry().left()


def test_short_neighbours_that_only_look_as_if_they_overlap_do_not_cover_each_other(show, entry):
    one, other = show(entry(1, 3, "10:00", 5), entry(2, 3, "10:05", 5))
    assert not one.geometry().intersects(other.geometry())


def test_a_quarter_of_an_hour_is_tall_enough_for_its_title(show, entry):
    (card,) = show(entry(1, 3, "10:00", 15))
    assert card.height() >= card.minimum_height()


def test_what_runs_past_midnight_stands_on_both_days(show, grid, entry):
    head, tail = show(entry(1, 3, "23:00", 120))
    assert (head.parentWidget(), tail.parentWidget()) == (grid.columns[3], grid.columns[4])
    assert head.geometry().bottom() <= grid.height()
    assert tail.y() <= 2
    assert tail.height() == pytest.approx(grid.scale.y(60), abs=3)


def test_what_began_on_the_evening_before_the_week_ends_on_its_first_day(show, grid, entry):
    (tail,) = show(entry(1, -1, "23:00", 120))
    assert tail.parentWidget() is grid.columns[0]


def test_another_week_is_shown_in_the_same_cards(show, page, grid, entry):
    before = show(entry(1, 3, "10:00"), entry(2, 3, "12:00"))
    after = show(entry(3, 10, "11:00"), first=page.first + timedelta(days=7))
    assert after[0] is before[0]
    assert before[1].isHidden()


def test_a_card_of_which_nothing_changed_is_not_painted_again(show, grid, entry, qtbot):
    one, other = entry(1, 3, "10:00"), entry(2, 3, "12:00")
    (card, _) = show(one, other)
    before = card.accessibleName()
    show(one, entry(2, 3, "12:30"))
    assert grid.card_of(one.id) is card
    assert card.accessibleName() == before


def test_only_one_card_is_reached_by_tab(show, grid, entry):
    cards = show(*(entry(n, n, "10:00") for n in range(1, 6)))

    def stops():
        return [c for c in cards if c.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops() == [cards[0]]
    grid.choose(cards[3].entry.id)
    assert stops() == [cards[3]]
    assert not grid.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_empty_week_can_still_be_reached_by_tab(show, grid):
    show()
    assert grid.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_when_the_chosen_card_is_gone_the_nearest_one_takes_the_focus(show, grid, entry):
    early, late, last = entry(1, 0, "09:00"), entry(2, 3, "12:00"), entry(3, 3, "15:00")
    show(early, late, last)
    grid.choose(late.id, take_focus=True)
    show(early, last)
    assert grid.card_of(last.id).hasFocus()


def test_a_card_is_dimmed_in_the_minute_in_which_it_is_over(show, grid, entry):
    (card,) = show(entry(1, 2, "16:00", 30))
    bright = card.grab().toImage()
    grid.pass_time(grid.now.replace(hour=16, minute=29))
    assert card.grab().toImage() == bright
    grid.pass_time(grid.now.replace(hour=16, minute=30))
    assert card.grab().toImage() != bright


def test_what_began_before_midnight_is_not_over_until_it_has_ended(show, grid, entry):
    night = entry(1, 2, "23:30", 60)
    bright = [card.grab().toImage() for card in show(night)]
    after = grid.now + timedelta(days=1)
    show(night, now=after.replace(hour=0, minute=20))
    assert [card.grab().toImage() for card in grid.cards()] == bright
    show(night, now=after.replace(hour=0, minute=40))
    assert [card.grab().toImage() for card in grid.cards()] != bright


def test_the_line_of_now_stands_in_today_only(show, grid, page, entry):
    show()
    assert grid.now_line.isVisible()
    assert grid.now_line.geometry().center().x() == pytest.approx(grid.scale.x(2.5), abs=4)
    assert grid.now_line.geometry().center().y() == pytest.approx(grid.scale.y(970), abs=2)
    show(first=page.first + timedelta(days=7))
    assert not grid.now_line.isVisible()


def test_todays_column_has_another_ground(show, grid):
    show()
    picture = grid.grab().toImage()
    ratio = picture.devicePixelRatio()

    def ground(day):
        at = QPoint(int(grid.scale.x(day + 0.5)), int(grid.scale.y(20 * 60 + 30)))
        return picture.pixelColor(at * ratio)

    assert ground(2) == grid.theme.today
    assert ground(3) == grid.theme.surface


def test_the_kept_picture_of_the_ground_is_the_same_and_follows_every_change(show, grid, page):
    show()
    once, again = grid.grab().toImage(), grid.grab().toImage()
    assert once == again == grid.grab().toImage()
    show(first=page.first + timedelta(days=7))
    next_week = grid.grab().toImage()
    assert next_week != once  # no today in it
    page.show_week(replace(page.grid.household, busy=()), page.first, page.grid.now)
    assert grid.grab().toImage() != once
    page.set_theme(theme.dark())
    assert grid.grab().toImage().pixelColor(5, 5) == theme.dark().surface


@pytest.mark.parametrize("monday", [date(2026, 3, 23), date(2026, 10, 19)])
def test_the_weeks_of_23_and_25_hours_look_like_any_other(show, grid, entry, monday):
    clocks = [entry(n, n, "17:00") for n in range(7)]
    shift = monday - clocks[0].day
    moved = [type(e).__call__(**_fields(e, shift)) for e in clocks]
    cards = show(*moved, first=monday, now=datetime(2026, 10, 25, 3, 30))
    assert {c.y() for c in cards} == {cards[0].y()}
    assert grid.height() == int(grid.scale.hour * 24)


def _fields(entry, shift):
    return {name: getattr(entry, name) for name in type(entry).__slots__} | {
        "day": entry.day + shift
    }


def test_a_suggestion_is_drawn_as_a_ghost(page, grid, entry):
    page.show_suggestions((entry(9, 5, "10:00", title="Bake"),))
    card = grid.card_of("9")
    assert card.ghost
    assert card.accessibleName().endswith("suggested")


def test_pointing_at_a_card_tells_what_is_cut_off_on_it(show, grid, entry, qtbot):
    (card,) = show(entry(1, 3, "10:00", title="A very long title indeed", note="Bring the map"))
    at = card.mapTo(grid, card.rect().center())
    QApplication.sendEvent(
        card, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), grid.mapToGlobal(at))
    )
    assert QToolTip.text().splitlines() == [
        "A very long title indeed",
        "10:00–10:30",
        "Leo with Mum",
        "Bring the map",
    ]
    QToolTip.hideText()


def test_what_a_tip_says_is_as_it_was_typed_and_fits_the_screen(show, grid, entry, qapp):
    note = "Listen first. " * 40
    (card,) = show(entry(1, 3, "10:00", title="Bake <b>bread</b> & eat", note=note))
    at = card.mapTo(grid, card.rect().center())
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), grid.mapToGlobal(at))
    QApplication.sendEvent(card, help_event)
    (shown,) = (w for w in qapp.topLevelWidgets() if w.inherits("QTipLabel") and w.isVisible())
    read = QTextDocument()
    read.setHtml(shown.text())
    assert read.toPlainText().splitlines()[:2] == ["Bake <b>bread</b> & eat", "10:00–10:30"]
    assert shown.width() < 700
    QToolTip.hideText()


def test_a_larger_font_makes_the_hours_taller(show, grid, entry, qapp):
    before_font, before = qapp.font(), grid.scale
    (card,) = show(entry(1, 3, "10:00", 15))
    larger = QFont(before_font)
    larger.setPointSizeF(before_font.pointSizeF() * 1.5)
    try:
        qapp.setFont(larger)
        QApplication.processEvents()
        assert grid.scale.hour > 1.3 * before.hour
        assert card.height() >= card.minimum_height()
    finally:
        qapp.setFont(before_font)
        QApplication.processEvents()
    assert grid.scale.hour == before.hour


def test_zoom_keeps_to_its_limits(grid):
    grid.set_zoom(99)
    assert grid.zoom == 3.0
    grid.set_zoom(0)
    assert grid.zoom == 0.6


def test_a_slot_and_the_card_in_it_have_the_same_place(show, grid, entry):
    (card,) = show(entry(1, 3, "10:00", 60))
    box = grid.slot_box(Slot(3, 600, 60))
    assert box == card.geometry().translated(grid.columns[3].pos())


def test_nobody_and_nothing_is_a_week_too(page, grid):
    page.show_week(Household(), page.first, grid.now)
    assert grid.cards() == ()
    assert entries_between(Household(), page.first) == ()
    assert grid.columns[0].accessibleName() == "Monday 23 November, nothing planned"
