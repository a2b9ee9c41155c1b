"""The household as documents and back: nothing lost, nothing misunderstood."""

import copy
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given

from planner.checked import BadValueError
from planner.documents import (
    entry_document,
    entry_from,
    family_document,
    family_from,
    reflection_document,
    reflection_from,
)
from planner.model import Household, PersonId, Reflection, Wishes
from planner.store import household_from, tables_of
from tests.builders import FAMILY, LEO, MAYA, SARA, busy, entry, moment, span
from tests.drawn import entries, few, households, reflections

BEAR = entry(
    "x Wed 19:00-19:20 bear (maya, sara)",
    activity="what-the-bear-didnt-say",
    pathway="feel-with",
    moment="bedtime",
    note="the blue book",
    why="Maya and Mum last had time alone 3 days before this week.",
)
WARM = Reflection(
    written=datetime(2026, 3, 4, 21, 10, 7),
    closeness=4,
    feelings={MAYA.id: ("sad", "cuddly"), PersonId("gone"): ()},
    helped=("listened",),
    line="“Again!”",
)
HOME = Household(
    name="Berg",
    known_by="49c1b4ddf9b1",
    sample=True,
    people=FAMILY,
    busy=(busy("School", "8:00-15:00", LEO, MAYA, first=date(2026, 1, 7), last=date(2026, 7, 1)),),
    moments=(moment("bedtime", "19:30-20:00", MAYA),),
    wishes=Wishes(day_max=1, quiet_days=(6,), blocked=frozenset({"kite"})),
)
PERSON = {
    "id": "leo",
    "name": "Leo",
    "role": "child",
    "free": [{"weekdays": [0], "start": 0, "end": 9}],
}
BUSY = family_document(HOME)["busy"][0]
MOMENT = family_document(HOME)["moments"][0]


@few
@given(households())
def test_a_whole_household_comes_back_as_it_was(household):
    written = json.loads(json.dumps(tables_of(household)))
    assert household_from(written) == (household, ())


@given(entries("7", ("leo", "sara")))
def test_an_entry_comes_back_as_it_was(one):
    document = json.loads(json.dumps(entry_document(one)))
    assert entry_from("7", document, one.reflection) == one


@given(reflections(("leo", "sara")))
def test_private_words_come_back_as_they_were(words):
    assert reflection_from(json.loads(json.dumps(reflection_document(words)))) == words


def test_what_is_empty_takes_no_room_but_the_title_always_stands():
    assert entry_document(entry("_ Wed 00:00-00:20 x", title="")) == {
        "title": "",
        "day": "2026-03-04",
        "start": 0,
        "minutes": 20,
        "outcome": "planned",
    }


def test_the_words_of_a_reflection_are_not_in_the_entry():
    assert "Again" not in json.dumps(entry_document(entry("x Wed 19:00-19:20 x", reflection=WARM)))


def test_an_empty_document_is_a_family_with_the_usual_wishes():
    assert family_from({}) == Household()


def test_an_entry_without_an_outcome_is_planned():
    document = entry_document(BEAR)
    del document["outcome"]
    assert entry_from("1", document, None).outcome == "planned"


@pytest.mark.parametrize("missing", ["day", "start", "minutes", "title"])
def test_an_entry_cannot_be_without_these(missing):
    document = entry_document(BEAR)
    del document[missing]
    with pytest.raises(BadValueError, match=missing):
        entry_from("1", document, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "2026-02-29"), ("day", "yesterday"), ("day", 20260304), ("day", None),
        ("start", -1), ("start", 1440), ("start", 9.5), ("start", "9:00"), ("start", True),
        ("minutes", 0), ("minutes", 1441), ("minutes", -15), ("minutes", None),
        ("title", None), ("title", 3), ("people", "leo"), ("people", [1]), ("people", [None]),
        ("people", None), ("activity", 3), ("pathway", ["reach"]), ("moment", {}), ("note", 3),
        ("why", None), ("outcome", "perfect"), ("outcome", None), ("outcome", []),
    ],
)  # fmt: skip
def test_a_bad_value_of_an_entry_is_named(field, value):
    with pytest.raises(BadValueError, match=f"^{field}: "):
        entry_from("1", {**entry_document(BEAR), field: value}, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("written", None), ("written", ""), ("written", "in the evening"), ("written", 3),
        ("written", "2026-03-04T21:10:00+01:00"), ("closeness", 0), ("closeness", 6),
        ("closeness", True), ("closeness", "close"), ("feelings", []), ("feelings", {"leo": "sad"}),
        ("feelings", {"leo": [3]}), ("helped", "listened"), ("helped", [None]), ("line", 3),
        ("line", None),
    ],
)  # fmt: skip
def test_a_bad_value_of_private_words_is_refused(field, value):
    with pytest.raises(BadValueError):
        reflection_from({**reflection_document(WARM), field: value})


@pytest.mark.parametrize(
    "document",
    [
        {"name": 3}, {"sample": "yes"}, {"sample": 1},
        {"people": {}}, {"people": ["Leo"]}, {"people": [None]}, {"people": [[]]},
        {"people": [{**PERSON, "role": "dog"}]}, {"people": [{**PERSON, "role": ["child"]}]},
        {"people": [{**PERSON, "birthday": "2016-02-30"}]}, {"people": [{**PERSON, "birthday": 9}]},
        {"people": [{**PERSON, "name": None}]}, {"people": [{**PERSON, "id": 1}]},
        {"people": [{**PERSON, "colour": "red"}]}, {"people": [{**PERSON, "colour": True}]},
        {"people": [{**PERSON, "free": [3]}]}, {"people": [{**PERSON, "free": "always"}]},
        {"people": [{**PERSON, "free": [{"weekdays": [7], "start": 0, "end": 9}]}]},
        {"people": [{**PERSON, "free": [{"weekdays": [True], "start": 0, "end": 9}]}]},
        {"people": [{**PERSON, "free": [{"weekdays": ["Mon"], "start": 0, "end": 9}]}]},
        {"people": [{**PERSON, "free": [{"weekdays": [0], "start": 10, "end": 9}]}]},
        {"people": [{**PERSON, "free": [{"weekdays": [0], "start": 0, "end": 1441}]}]},
        {"people": [{**PERSON, "free": [{"weekdays": [0], "start": 0}]}]},
        {"busy": [3]}, {"busy": [{**BUSY, "span": None}]}, {"busy": [{**BUSY, "people": "leo"}]},
        {"busy": [{**BUSY, "first": "soon"}]}, {"busy": [{**BUSY, "title": 3}]},
        {"moments": ["bedtime"]}, {"moments": [{**MOMENT, "kind": None}]},
        {"moments": [{**MOMENT, "people": [3]}]}, {"moments": [{**MOMENT, "span": []}]},
        {"wishes": []}, {"wishes": {"goals": []}}, {"wishes": {"goals": {"reach": "much"}}},
        {"wishes": {"goals": {"reach": -1}}}, {"wishes": {"day_max": "two"}},
        {"wishes": {"day_max": -1}}, {"wishes": {"week_max": 1000}},
        {"wishes": {"quiet_days": [7]}}, {"wishes": {"quiet_days": ["Sun"]}},
        {"wishes": {"quiet_days": [False]}}, {"wishes": {"quiet_days": 6}},
        {"wishes": {"blocked": "kite"}}, {"wishes": {"blocked": [3]}},
    ],
    ids=lambda document: json.dumps(document)[:70],
)  # fmt: skip
def test_a_family_with_a_bad_value_is_refused(document):
    with pytest.raises(BadValueError):
        family_from(document)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a document."""
    if path:
        yield path
    inside: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, child in inside:
        yield from places_in(child, (*path, key))


def with_value(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    made = copy.deepcopy(document)
    at = made
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return made


STRANGE = (None, "", "x", 3, -1, 1.5, True, [], {}, [None], [[]], {"x": None}, "2026-03-04")
FULL = family_document(HOME)


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_whatever_stands_in_the_family_is_refused_or_kept(value):
    for path in places_in(FULL):
        if path == ("wishes",) and isinstance(value, dict):
            continue  # wishes that are not there are the usual ones
        document = with_value(FULL, path, value)
        try:
            household = family_from(document)
        except BadValueError:
            continue
        again = json.loads(json.dumps(family_document(household)))
        assert again == document, path
        assert json.dumps(again, sort_keys=True) == json.dumps(document, sort_keys=True), path


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_whatever_stands_in_an_entry_is_refused_or_kept(value):
    full = entry_document(BEAR)
    for path in places_in(full):
        document = with_value(full, path, value)
        try:
            found = entry_from("1", document, None)
        except BadValueError:
            continue
        kept = entry_document(found)
        assert {k: v for k, v in document.items() if v not in (None, "", [])} == {
            k: v for k, v in kept.items() if v not in (None, "", [])
        }, path


def test_free_hours_come_back_in_the_order_they_were_given():
    hours = (span("18:00-20:00", (5,)), span("9:00-10:00", (0, 1)))
    household = Household(people=(type(SARA)(id=SARA.id, name="S", role="grown-up", free=hours),))
    assert family_from(family_document(household)).people[0].free == hours
