"""Busy times on the week: they can be told apart, and say whose they are and what they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from planner.busy_blocks import blocks
from planner.week import add
from tests.builders import JONAS, LEO, MAYA, SARA, busy
from ui.busy_picture import Look, box_of, letters_of, rows
from ui.week_ground import Scale

SCHOOL = busy("School", "08:30-15:00", LEO, MAYA)
CALL, TALK = busy("Call", "09:00-10:00", SARA), busy("Talk", "09:00-10:30", JONAS)


@pytest.fixture
def show(page):
    """`show(busy times...)`: this week with only these."""

    def shown(*times):
        household = replace(page.household, busy=times)
        page.show_week(household, page.first, page.grid.now)
        QApplication.processEvents()
        return page.grid

    return shown


def ground_at(grid, minute, share, day=1):
    """The colours in a small square of the week around this minute and part of a day."""
    x, y = grid.scale.x(day + share), grid.scale.y(minute)
    picture = grid.grab().toImage()
    fine = picture.devicePixelRatio()
    return {
        picture.pixelColor((QPointF(x + a, y + b) * fine).toPoint()).name()
        for a in range(-7, 7)
        for b in range(-7, 7)
    }


def tip_at(grid, minute, share, day=1):
    at = QPointF(grid.scale.x(day + share), grid.scale.y(minute)).toPoint()
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, at, grid.mapToGlobal(at))
    QApplication.sendEvent(grid, help_event)
    return QToolTip.text()


def test_what_is_side_by_side_is_hatched_where_somebody_is_busy_and_plain_where_nobody_is(show):
    grid = show(SCHOOL, CALL, TALK)
    stripe = grid.theme.busy.name()
    assert stripe in ground_at(grid, 14 * 60, 1 / 6)
    assert stripe not in ground_at(grid, 14 * 60, 3 / 6)
    assert stripe not in ground_at(grid, 14 * 60, 5 / 6)
    assert stripe in ground_at(grid, 9 * 60 + 45, 3 / 6)


def test_a_block_among_others_has_the_colour_of_the_person_at_its_top(show):
    grid = show(SCHOOL, CALL, TALK)
    mum = grid.theme.people[SARA.colour].name()
    assert mum in ground_at(grid, 9 * 60 + 10, 2.3 / 6)
    assert mum not in ground_at(grid, 9 * 60 + 10, 4.3 / 6)


def test_the_pointer_is_told_what_somebody_is_busy_with_and_until_when(show):
    grid = show(SCHOOL, CALL, TALK)
    assert tip_at(grid, 9 * 60 + 30, 3 / 6) == "09:00 to 10:00 · Call · Mum"
    assert tip_at(grid, 9 * 60 + 30, 1 / 6) == "08:30 to 15:00 · School · Leo, Maya"


def test_in_a_short_break_the_pointer_is_told_what_is_around_it(show):
    grid = show(busy("Maths", "08:00-08:45", LEO), busy("Art", "08:50-09:30", LEO))
    assert tip_at(grid, 8 * 60 + 47, 0.5) == (
        "08:00 to 08:45 · Maths · Leo\n08:50 to 09:30 · Art · Leo"
    )


def test_another_persons_busy_time_does_not_wait_for_the_next_start_to_be_seen(show):
    before = show(SCHOOL).grab().toImage()
    assert show(SCHOOL, CALL).grab().toImage() != before
    assert show(SCHOOL).grab().toImage() == before


def test_a_long_title_is_broken_over_lines_before_it_is_cut_and_names_stay(qapp):
    letters = letters_of(qapp.font().toString())
    wide = letters.metrics.horizontalAdvance("Parents' evening in")
    title = "Parents' evening in the great hall of the school"
    found = rows(title, ("Leo", "Maya"), letters, wide, 4)
    assert found[0] == "Parents' evening in"
    assert found[-1] == "Leo, Maya"
    assert rows(title, (), letters, wide, 1)[0].endswith("…")


def test_every_block_lies_in_its_share_of_the_day(qapp):
    del qapp
    day = blocks((SCHOOL, CALL, TALK), [p.id for p in (LEO, MAYA, SARA, JONAS)])
    boxes = [box_of(block, 0, Scale(48, 50, 120)) for block in day]
    assert sorted((b.left(), b.right()) for b in boxes) == [(50, 90), (90, 130), (130, 170)]


def test_people_without_a_place_in_the_palette_share_its_colours(page):
    many = tuple(replace(LEO, id=f"p{n}", name=f"{n}", colour=n) for n in range(12))
    look = Look(page.grid.theme, many, 1.0)
    assert len({colour for _, colour in look.faces.values()}) == len(page.grid.theme.people)


def test_words_stand_below_the_cards_that_would_hide_them(page, grid, entry):
    lone = busy("Physiotherapy", "10:00-12:00", SARA)
    ink = grid.theme.ink_2.name()

    def hours_of_words(*entries):
        household = add(replace(page.household, busy=(lone,), weeks={}), *entries)
        page.show_week(household, page.first, grid.now)
        QApplication.processEvents()
        grid.columns[4].hide()  # only what lies behind the cards
        found = [hour for hour in (10, 11) if ink in ground_at(grid, hour * 60 + 14, 0.25, day=4)]
        grid.columns[4].show()
        return found

    assert hours_of_words() == [10]
    assert hours_of_words(entry(1, 4, "10:00", 60)) == [11]
    assert hours_of_words(*(entry(n, 4, "10:00", 60) for n in range(1, 4))) == [11]
    assert hours_of_words(entry(1, 4, "10:00", 60), entry(2, 4, "11:00", 60)) == []


def test_two_people_of_one_initial_are_told_apart_by_two_letters_and_nobody_else_changes(page):
    milo = replace(MAYA, id="milo", name="milo ", colour=5)
    look = Look(page.grid.theme, (LEO, MAYA, milo, SARA), 1.0)
    assert [letters for letters, _ in look.faces.values()] == ["L", "Ma", "Mi", "S"]
    look = Look(page.grid.theme, (LEO, MAYA, SARA), 1.0)
    assert [letters for letters, _ in look.faces.values()] == ["L", "M", "S"]
