"""One family hands its activities to another: everything arrives, or the file is named as it is wrong."""

from dataclasses import replace

import pytest

from activities.model import Activity, Step
from planner.shared_activities import LARGEST, Fault, read, to_take_in, written

FORT = Activity(
    id="pillow-fort",
    title="Pillow fort “Zoë”",
    pathways=("stay-close",),
    steps=(Step("Build.\nTogether.", "No shoes."),),
    own=True,
)
SOUP = Activity(id="moon-soup", title="Moon soup", pathways=("reach",), own=True)
GOOD = 'id = "walk"\ntitle = "Walk"\npathways = ["reach"]\n'


@pytest.mark.parametrize("several", [(FORT,), (FORT, SOUP)])
def test_what_one_family_writes_another_reads(several):
    assert read(written(several).encode()) == (several, ())


def test_a_single_activity_is_a_file_as_the_library_has_them():
    assert written((SOUP,)).startswith('schema_version = 1\nid = "moon-soup"\n')


def test_nobody_hears_what_was_put_away():
    assert read(written((replace(SOUP, status="retired"),)).encode()) == ((SOUP,), ())


def test_one_bad_activity_keeps_the_good_one_out_too():
    text = f"[[activities]]\n{GOOD}[[activities]]\nid = 'b'\ntitle = 'Bees'\npathways = ['up']\n"
    found, faults = read(text.encode())

    assert found == ()
    assert [(f.number, f.title, f.field, f.what) for f in faults] == [
        (2, "Bees", "pathways[1]", "unknown-id")
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ("missing", 1, "id")),
        (b"id = ", ("syntax", 0, "")),
        (b"\xff\xfe", ("syntax", 0, "")),
        (b"x" * (LARGEST + 1), ("too-long", 0, "")),
        (b"activities = []", ("empty", 0, "")),
        (b"activities = 7", ("empty", 0, "")),
        (b"activities = [1]", ("type", 1, "")),
        (b"author = 'Anna'\n[[activities]]\n" + GOOD.encode(), ("unknown-key", 0, "author")),
        (f"[[activities]]\n{GOOD}[[activities]]\n{GOOD}".encode(), ("duplicate", 2, "id")),
        ((GOOD + "steps = [{tip = 'a'}]").encode(), ("missing", 1, "steps[1].text")),
    ],
)
def test_a_bad_file_says_what_and_where(content, expected):
    found, faults = read(content)

    assert found == ()
    assert expected in [(f.what, f.number, f.field) for f in faults]


def test_a_syntax_fault_names_its_line():
    _, (fault,) = read(GOOD.encode() + b"steps = oops")

    assert isinstance(fault, Fault)
    assert "line 4" in fault.detail


def test_what_the_family_has_already_is_not_taken_twice():
    assert to_take_in((FORT, SOUP), (replace(FORT, status="retired"),), ()) == (SOUP,)


def test_another_activity_of_the_same_id_does_not_write_over_ours():
    theirs = replace(FORT, title="Pillow fort")
    (taken,) = to_take_in((theirs,), (FORT,), ())

    assert taken == replace(theirs, id="pillow-fort-2")


def test_an_id_of_the_library_is_left_to_the_library():
    (taken,) = to_take_in((SOUP,), (), {"moon-soup"})

    assert taken.id == "moon-soup-2"


def test_an_id_in_other_letters_is_made_anew():
    (taken,) = to_take_in((replace(SOUP, id="Mond & Suppe"),), (), ())

    assert taken.id == "moon-soup"
