"""What a sheet of paper may tell: everything the family does, nothing it keeps to itself."""

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta

import pytest

from planner.model import (
    OUTCOMES,
    Entry,
    EntryId,
    Household,
    Outcome,
    Person,
    PersonId,
    Reflection,
    Ritual,
    RitualId,
)
from planner.rituals import with_ritual
from planner.sheet import SheetLine, WeekSheet, week_sheet, without_done
from planner.week import add, entries_between

MONDAY = date(2026, 11, 23)
LEO = Person(id=PersonId("leo"), name="Leo", role="child")
MAYA = Person(id=PersonId("maya"), name="Maya", role="child")
SARAH = Person(id=PersonId("sarah"), name="Sarah", role="grown-up", called="Mum")
FAMILY = Household(people=(SARAH, LEO, MAYA))
SECRET = "nobody passing the fridge may read this"


def entry(
    title: str = "Worry walk",
    *,
    day: int = 0,
    start: int = 1050,
    people: tuple[Person, ...] = (LEO, SARAH),
    outcome: Outcome = "planned",
) -> Entry:
    return Entry(
        id=EntryId(f"{title}-{day}-{start}"),
        day=MONDAY + timedelta(days=day),
        start=start,
        minutes=20,
        title=title,
        people=tuple(person.id for person in people),
        pathway="reach",
        outcome=outcome,
    )


def sheet_of(*entries: Entry, first: date = MONDAY) -> WeekSheet:
    return week_sheet(add(FAMILY, *entries), first)


def lines_of(sheet: WeekSheet) -> list[SheetLine]:
    return [line for day in sheet.days for line in day.lines]


def test_a_line_says_when_what_and_who_as_the_children_say_it():
    (line,) = lines_of(sheet_of(entry(people=(SARAH, LEO))))

    assert (line.start, line.title, line.people) == (1050, "Worry walk", ("Leo", "Mum"))
    assert line.pathway == "reach"


def test_the_lines_of_a_day_stand_in_the_order_of_the_day():
    sheet = sheet_of(entry("Story", start=1170), entry("Pancakes", start=540))

    assert [line.title for line in sheet.days[0].lines] == ["Pancakes", "Story"]


def test_a_week_that_begins_on_sunday_has_its_own_seven_days():
    sunday = MONDAY - timedelta(days=1)
    sheet = sheet_of(
        entry("Before", day=-1), entry("Within", day=5), entry("After", day=6), first=sunday
    )

    assert [day.day for day in sheet.days] == [sunday + timedelta(days=n) for n in range(7)]
    assert [line.title for line in lines_of(sheet)] == ["Before", "Within"]


def test_everyone_is_said_when_the_whole_family_takes_part():
    sheet = sheet_of(entry("All", people=(LEO, MAYA, SARAH)), entry("Two", people=(LEO, MAYA)))

    assert [(line.title, line.everyone) for line in lines_of(sheet)] == [
        ("All", True),
        ("Two", False),
    ]


def test_one_person_alone_is_called_by_name():
    alone = add(Household(people=(LEO,)), entry(people=(LEO,)))

    assert not lines_of(week_sheet(alone, MONDAY))[0].everyone


def test_somebody_who_is_no_longer_there_is_not_named():
    gone = replace(FAMILY, people=(SARAH, MAYA))

    assert lines_of(week_sheet(add(gone, entry(people=(LEO, SARAH))), MONDAY))[0].people == ("Mum",)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_tick_says_that_it_happened_and_not_how(outcome):
    lines = lines_of(sheet_of(entry(outcome=outcome)))

    expected = {"done": [True], "hard": [True], "not-this-week": []}.get(outcome, [False])
    assert [line.done for line in lines] == expected


def test_what_is_done_can_be_left_out():
    sheet = sheet_of(entry("Done", outcome="done"), entry("To come"))

    assert [line.title for line in lines_of(without_done(sheet))] == ["To come"]
    assert without_done(sheet).children == sheet.children


def test_the_children_and_the_sentence_come_along():
    sheet = week_sheet(FAMILY, MONDAY, say="  I am glad\nyou told me. ")

    assert sheet.children == ("Leo", "Maya")
    assert sheet.say == "I am glad you told me."


def test_a_title_of_several_lines_becomes_one():
    assert lines_of(sheet_of(entry("Bake\n for\ta neighbour")))[0].title == "Bake for a neighbour"


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_private_word_reaches_the_sheet(outcome):
    words = Reflection(
        written=datetime(2026, 11, 24, 20, 0),
        closeness=2,
        feelings={LEO.id: (SECRET,)},
        helped=(SECRET,),
        line=SECRET,
    )
    told = replace(
        entry(outcome=outcome),
        note=SECRET,
        why=SECRET,
        moment=SECRET,
        activity=SECRET,
        reflection=words,
    )

    assert SECRET not in str(asdict(sheet_of(told)))


@pytest.mark.parametrize("child", [None, LEO])
def test_what_is_for_one_person_alone_stands_on_no_sheet(child):
    alone = replace(entry("Buy the present"), only_for=SARAH.id)
    only = child.id if child else None

    sheet = week_sheet(add(FAMILY, alone, entry("Story")), MONDAY, only=only)

    assert [line.title for line in lines_of(sheet)] == ["Story"]


@pytest.mark.parametrize("link", [{"reach": "201"}, {"thread": "301"}])
def test_what_mends_something_between_two_people_stands_on_no_sheet(link):
    mending = replace(entry("Go back to it"), **link)

    assert lines_of(sheet_of(mending)) == []


def test_a_ritual_for_one_person_alone_stands_on_no_sheet():
    own = replace(entry("My walk"), only_for=SARAH.id)
    household = with_ritual(
        FAMILY, Ritual(id=RitualId("1"), first=own, rule="FREQ=WEEKLY;BYDAY=MO")
    )

    assert [e.only_for for e in entries_between(household, MONDAY)] == [SARAH.id]
    assert lines_of(week_sheet(household, MONDAY)) == []
