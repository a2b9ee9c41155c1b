from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import template_documents
from planner.clashes import clashes
from planner.errors import Problem, UnknownKeptError
from planner.model import (
    Entry,
    EntryId,
    Household,
    Person,
    PersonId,
    Reflection,
    Ritual,
    RitualId,
    TemplateId,
)
from planner.session import Session
from planner.store import open_store
from planner.templates import (
    copies,
    copy_week,
    laid,
    lay_template,
    remove_template,
    save_template,
    template_of,
)
from planner.week import add, entries_between

MONDAY = date(2026, 11, 23)
NEXT = MONDAY + timedelta(days=7)
LEO, SARA = PersonId("leo"), PersonId("sara")
SCHOOL = TemplateId("7")


def entry(number: int, day: int, start: int = 17 * 60, **more) -> Entry:
    """Entry `number` on that day of the week."""
    return Entry(
        **{"title": f"Entry {number}", "people": (LEO, SARA), **more},
        id=EntryId(str(number)), day=MONDAY + timedelta(days=day), start=start, minutes=30,
    )  # fmt: skip


@pytest.fixture
def family() -> Household:
    people = (
        Person(id=LEO, name="Leo", role="child"),
        Person(id=SARA, name="Sara", role="grown-up"),
    )
    done = replace(
        entry(2, 4),
        outcome="done",
        why="Nothing else this week.",
        reflection=Reflection(written=datetime(2026, 11, 27), line="He held my hand."),
    )
    return add(Household(people=people), entry(1, 2, note="the blue book"), done)


def kept(entries: tuple[Entry, ...], first: int = 100) -> tuple[Entry, ...]:
    """The copies with ids, as a window gives them."""
    return tuple(replace(e, id=EntryId(str(first + n))) for n, e in enumerate(entries))


def test_a_copied_week_has_the_same_plan_on_the_same_weekdays(family):
    assert [(e.day, e.start, e.title, e.people, e.note) for e in copies(family, MONDAY, NEXT)] == [
        (date(2026, 12, 2), 17 * 60, "Entry 1", (LEO, SARA), "the blue book"),
        (date(2026, 12, 4), 17 * 60, "Entry 2", (LEO, SARA), ""),
    ]


def test_what_became_of_it_and_private_words_are_never_copied(family):
    for each in copies(family, MONDAY, NEXT):
        assert (each.outcome, each.reflection, each.why) == ("planned", None, "")


def test_what_repeats_by_itself_is_not_copied(family):
    ritual = Ritual(id=RitualId("5"), first=entry(5, 0), rule="FREQ=WEEKLY;BYDAY=MO")
    family = replace(family, rituals=(ritual,))
    assert len(entries_between(family, MONDAY)) == 3
    assert len(copies(family, MONDAY, NEXT)) == 2


def test_whole_days_and_days_past_the_week_keep_their_length(family):
    family = add(family, replace(entry(3, 5), start=0, minutes=0, days=3))
    assert copies(family, MONDAY, NEXT)[-1].days == 3


@given(st.integers(-400, 400), st.integers(0, 6), st.integers(0, 6))
def test_every_entry_keeps_its_weekday_wherever_the_weeks_begin(weeks, first_day, to_day):
    family = add(Household(), *(entry(n, n) for n in range(7)))
    first = MONDAY - timedelta(days=first_day)
    to = MONDAY + timedelta(days=7 * weeks + to_day)
    for each in copies(add(family, *(entry(9 + n, n - 7) for n in range(7))), first, to):
        assert 0 <= (each.day - to).days < 7
    found = copies(family, MONDAY, to)
    assert sorted(e.day.weekday() for e in found) == list(range(7))


def test_a_copy_is_one_step_and_touches_nothing_that_is_there(family):
    there = replace(entry(8, 9), title="Was there")
    session = Session(add(family, there), _Nowhere())
    before = session.household
    session.apply(copy_week(kept(copies(before, MONDAY, NEXT))))
    assert [e.title for e in entries_between(session.household, NEXT)] == [
        "Entry 1", "Was there", "Entry 2",
    ]  # fmt: skip
    assert entries_between(session.household, MONDAY) == entries_between(before, MONDAY)
    session.undo()
    assert session.household == before


def test_what_would_be_in_the_way_is_known_before(family):
    family = add(family, replace(entry(8, 9), title="Was there"))
    found = copies(family, MONDAY, NEXT)
    assert clashes(family, NEXT, found) == {found[0].id: ((LEO, SARA), "Was there")}


def test_a_template_is_laid_over_any_week_with_those_who_are_still_there(family):
    template = template_of(family, MONDAY, SCHOOL, "School week")
    later = replace(family, people=family.people[:1])
    found = laid(later, template, date(2027, 3, 7))  # a Sunday
    assert [(e.day, e.people) for e in found] == [
        (date(2027, 3, 10), (LEO,)),
        (date(2027, 3, 12), (LEO,)),
    ]


def test_a_template_keeps_no_private_word(family):
    template = template_of(family, MONDAY, SCHOOL, "School week")
    assert all(e.reflection is None and e.outcome == "planned" for e in template.entries)


def test_what_is_for_somebody_alone_goes_with_them(family):
    family = add(family, entry(6, 1, only_for=SARA))
    template = template_of(family, MONDAY, SCHOOL, "School week")
    assert len(laid(family, template, NEXT)) == 3
    assert len(laid(replace(family, people=family.people[:1]), template, NEXT)) == 2


def test_templates_are_saved_laid_renamed_and_removed_each_as_a_step(tmp_path, family):
    kept_household, store = open_store(tmp_path, clock=lambda: datetime(2026, 11, 25))
    session = Session(kept_household, store)
    template = template_of(family, MONDAY, SCHOOL, "School week")
    session.apply(save_template(template))
    session.apply(save_template(replace(template, name="Usual week")))
    session.apply(lay_template(template, kept(laid(session.household, template, NEXT))))
    wanted = session.household
    store.close()
    again, store = open_store(tmp_path, clock=lambda: datetime(2026, 11, 25))
    assert again == wanted
    assert [t.name for t in again.templates] == ["Usual week"]
    session = Session(again, store)
    session.apply(remove_template(again.templates[0]))
    assert session.household.templates == ()
    session.undo()
    assert session.household == wanted
    store.close()


def test_removing_what_is_not_there_is_a_bad_call(family):
    template = template_of(family, MONDAY, SCHOOL, "School week")
    with pytest.raises(UnknownKeptError):
        remove_template(template).step(family)


def test_a_template_that_cannot_be_read_is_named_and_the_others_are_read(family):
    template = template_of(family, MONDAY, SCHOOL, "School week")
    documents = {
        "7": template_documents.document(template),
        "8": {"name": 3},
        "9": {"name": "Bad", "entries": [{"id": "1", "title": "x", "day": "soon"}]},
    }
    found = list(template_documents.values(documents))
    assert [f for f in found if not isinstance(f, Problem)] == [template]
    assert [f.where for f in found if isinstance(f, Problem)] == ["8", "9"]


class _Nowhere:
    def save(self, before: Household, after: Household) -> None:
        pass
