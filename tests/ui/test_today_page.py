"""Today's page shows the day's cards by their hour and asks for what is pressed."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel

from activities.model import Activity, Catalogue, ForAge, Say
from planner.calendars.model import CalendarId
from planner.model import (
    SCHOOL_DAYS,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Person,
    PersonId,
    Span,
)
from planner.week import add, change
from tests.calendars import calendar, event, holiday
from ui import theme
from ui.text import today as text
from ui.today_card import first_words
from ui.today_page import TodayPage

LEO, MUM = PersonId("leo"), PersonId("mum")
SCHOOL = Busy(
    id=BusyId("1"),
    title="School",
    people=(LEO,),
    span=Span(weekdays=SCHOOL_DAYS, start=510, end=900),
)
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child", birthday=date(2017, 3, 14)),
        Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
    ),
    busy=(SCHOOL,),
)
DAY = date(2026, 11, 25)
ACTIVITY = Activity(
    id="walk",
    title="Worry walk",
    pathways=("reach",),
    summary="Walk until the worry has a name.",
    say=(Say(when="at the door", words="Shall we walk?"),),
    by_age={"8-10": ForAge(change="Longer.", words="What is it like in your legs?")},
)
LIBRARY = Catalogue(activities={"walk": ACTIVITY}, published=(ACTIVITY,))
LEFT = Qt.MouseButton.LeftButton


def entry(n, hour, **more):
    return Entry(
        id=EntryId(str(n)),
        day=more.pop("day", DAY),
        start=hour * 60,
        minutes=30,
        title=more.pop("title", "Worry walk"),
        people=(LEO, MUM),
        pathway="reach",
        **more,
    )


WALK = entry(1, 16, activity="walk")
STORY = entry(2, 19, title="Story catch")
FULL = add(FAMILY, WALK, STORY, entry(3, 16, title="Tomorrow", day=date(2026, 11, 26)))


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot):
    made = TodayPage(theme.light(), lambda: LIBRARY)
    made.resize(958, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(hour, minute=0):
    return datetime(2026, 11, 25, hour, minute)


def words(widget):
    return [part.text() for part in widget.findChildren(QLabel)]


def test_only_this_day_is_shown_by_the_hour(page):
    page.show_household(FULL, at(7))
    assert page.title.text() == "Wednesday 25 November"
    assert [card.entry for card in page.cards] == [WALK, STORY]


def test_a_card_says_when_who_what_and_what_to_say_first(page):
    page.show_household(FULL, at(7))
    shown = words(page.cards[0])
    assert "16:00–16:30" in shown
    assert "Reach out · Leo with Mum" in shown
    assert "Walk until the worry has a name." in shown
    assert "“What is it like in your legs?”" in shown


def test_without_words_for_the_age_the_first_words_of_the_library_stand():
    assert first_words(replace(ACTIVITY, by_age={}), WALK, FAMILY) == "Shall we walk?"


@pytest.mark.parametrize(
    ("now", "marks"),
    [
        (at(7), ["Next", ""]),
        (at(16, 10), ["Now", "Next"]),
        (at(18), ["", "Next"]),
        (at(23), ["", ""]),
    ],
)
def test_what_is_now_and_what_is_next_is_marked(page, now, marks):
    page.show_household(FULL, now)
    assert [card.shown.mark for card in page.cards] == marks


def test_what_is_done_is_ticked_and_no_longer_next(page):
    page.show_household(change(FULL, WALK, outcome="done"), at(7))
    assert "✓ Done" in words(page.cards[0])
    assert [card.shown.mark for card in page.cards] == ["", "Next"]
    assert page.cards[0].done.text() == text.NOT_DONE


def test_busy_times_stand_as_quiet_lines(page):
    page.show_household(FULL, at(7))
    assert {"08:30–15:00", "School · Leo"} <= set(words(page))


def test_lessons_with_short_breaks_are_one_line_that_says_how_many_more(page):
    lessons = tuple(
        Busy(
            id=BusyId(f"{n}"),
            title=f"Lesson {n}",
            people=(LEO,),
            span=Span(weekdays=SCHOOL_DAYS, start=480 + 50 * n, end=525 + 50 * n),
        )
        for n in range(6)
    )
    page.show_household(replace(FAMILY, busy=lessons), at(7))
    assert {"08:00–12:55", "Lesson 0, Lesson 1 and 4 more · Leo"} <= set(words(page))


def test_a_day_full_of_meetings_has_a_line_for_each_person_and_the_plans_stay_in_sight(page):
    meetings = tuple(
        Busy(
            id=BusyId(f"{n}"),
            title=f"Meeting {n}",
            people=(MUM,),
            span=Span(weekdays=SCHOOL_DAYS, start=480 + 60 * n, end=510 + 60 * n),
        )
        for n in range(7)
    )
    page.show_household(replace(FULL, busy=(SCHOOL, *meetings)), at(7))
    said = words(page)
    assert said.index("Mum") < said.index("Leo") < said.index("16:00–16:30")
    assert said[said.index("Mum") + 1].startswith("08:00–08:30 Meeting 0 · 09:00–09:30 Meeting 1")
    assert said[said.index("Leo") + 1] == "08:30–15:00 School"


def test_a_holiday_and_a_school_trip_of_the_calendars_stand_above_the_hours(page):
    trip = holiday("School trip", DAY, 3)
    school = calendar(trip, people=(FAMILY.people[0],), whole_days=True)
    bins = event("Bins", DAY, "7:30", end="8:00", busy=False)
    public = calendar(holiday("St Andrew", DAY), bins, people=FAMILY.people, id=CalendarId("8"))
    page.show_household(replace(FULL, calendars=(school, public)), at(7))
    said = words(page)
    assert said.index("All day until Fri 27 Nov") + 1 == said.index("School trip · Leo")
    assert said.index("All day") + 1 == said.index("St Andrew")
    assert said.index("07:30") + 1 == said.index("Bins")
    assert said.index("St Andrew") < said.index("Bins") < said.index("School · Leo")
    assert "00:00–00:00" not in said


def test_buttons_tell_which_entry_is_meant(page, qtbot):
    page.show_household(FULL, at(7))
    card = page.cards[1]
    for button, signal in (
        (card.done, page.done_toggled),
        (card.reflect, page.reflect_requested),
        (card.open, page.entry_shown),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.mouseClick(button, LEFT)
        assert heard.args == [STORY]


def test_a_day_without_plans_is_fine_and_leads_to_the_week(page, qtbot):
    page.show_household(FAMILY, at(7))
    assert text.NOTHING in words(page)
    with qtbot.waitSignal(page.week_requested):
        qtbot.mouseClick(page.week, LEFT)


def test_the_focus_stays_on_the_same_button_when_the_page_is_drawn_anew(page, qtbot):
    page.show_household(FULL, at(7))
    page.cards[1].done.setFocus()
    page.show_household(change(FULL, STORY, outcome="done"), at(7))
    assert page.focusWidget() is page.cards[1].done


def test_passing_minutes_alone_draw_nothing_anew(page):
    page.show_household(FULL, at(7))
    before = page.cards[0]
    page.show_household(FULL, at(7, 1))
    assert page.cards[0] is before


def test_midnight_turns_the_page(page):
    page.show_household(FULL, datetime(2026, 11, 26, 0, 0))
    assert page.title.text() == "Thursday 26 November"
    assert [card.entry.title for card in page.cards] == ["Tomorrow"]


def test_the_title_of_an_entry_is_as_large_again_as_usual_text(page):
    page.show_household(FULL, at(7))
    (title,) = (w for w in page.cards[1].findChildren(QLabel) if w.text() == "Story catch")
    assert title.font().pointSizeF() > 1.8 * page.font().pointSizeF()
