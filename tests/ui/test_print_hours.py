"""The week by the clock on paper: what takes the whole day, and words that are longer than a column."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from planner.model import Entry, EntryId, Household, Person, PersonId
from planner.sheet import week_sheet
from planner.week import add
from ui.paper import page_layout, page_rect
from ui.print_hours import HoursPlan, hour_plans
from ui.print_parts import inner

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]

MONDAY = date(2026, 11, 23)
LEO = Person(id=PersonId("leo"), name="Leo", role="child")
HOME = Household(people=(LEO,))


def entry(number: int, day: int, hour: float, title: str, **more) -> Entry:
    made = {"start": int(hour * 60), "minutes": 45, "people": (LEO.id,), **more}
    at = MONDAY + timedelta(days=day)
    return Entry(id=EntryId(str(number)), day=at, title=title, **made)


def plans(*entries: Entry) -> tuple[HoursPlan, ...]:
    page = inner(page_rect(page_layout("A4")))
    sheet = week_sheet(add(HOME, *entries), MONDAY)
    return hour_plans(page, page, sheet, QLocale("en_GB"), floor=9)


def test_what_takes_the_whole_day_stands_above_the_first_hour_and_takes_nobodys_room():
    trip = entry(1, 2, 0, "School trip", minutes=0, days=2)
    (plan,) = plans(trip, entry(2, 2, 7, "Breakfast talk"))
    first = plan.hours[0][1]
    cards = [(c.placed.source.title, c.box) for c in plan.cards]
    trips = [box for title, box in cards if title == "School trip"]
    (talk,) = (box for title, box in cards if title == "Breakfast talk")
    assert len(trips) == 2
    assert all(plan.columns[0].top() <= box.top() and box.bottom() <= first for box in trips)
    assert talk.top() >= first
    assert talk.width() == pytest.approx(trips[0].width())


def test_without_whole_days_the_hours_begin_at_the_top():
    (plan,) = plans(entry(1, 2, 7, "Breakfast talk"))
    assert plan.hours[0][1] == plan.columns[0].top()


def test_one_very_long_word_does_not_tear_a_day_apart():
    evenings = [
        entry(10 * day + n, day, 17 + n / 2, title)
        for day in range(7)
        for n, title in enumerate(("Build the den", "Read aloud", "Good night"))
    ]
    word = "Donaudampfschifffahrtsgesellschaftsschild"
    long = entry(999, 3, 17, f"Paint the {word}", minutes=90)
    found = plans(*evenings, long)
    assert len(found) <= 2
    shown = [c.placed.source.title for plan in found for c in plan.cards]
    assert len(shown) == len(evenings) + 1
