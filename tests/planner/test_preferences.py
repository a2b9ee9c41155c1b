import json
import stat
import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import Problem
from planner.preferences import (
    FILE,
    Preferences,
    View,
    first_shown,
    load_preferences,
    preferences_bytes,
    preferences_from,
    save_preferences,
)
from planner.storage import open_folder

NOW = datetime(2026, 11, 25, 16, 10)
CHOSEN = Preferences(
    first_weekday=6,
    clock=12,
    hours=(6, 22),
    theme="dark",
    text_size=125,
    entry_minutes=45,
    reminders="chosen",
    remind_before=15,
    reminded=NOW,
    me="2",
    lock_after=5,
    printing={"fridge": {"paper": "A4", "large": True}},
    view=View(week=date(2026, 11, 23), top=420, zoom=1.21, closed=NOW),
)


def test_a_new_folder_has_the_usual_preferences(tmp_path):
    assert load_preferences(tmp_path) == (Preferences(), ())


def test_what_was_chosen_is_there_at_the_next_start(tmp_path):
    save_preferences(tmp_path, CHOSEN)
    assert load_preferences(tmp_path) == (CHOSEN, ())


def test_the_file_is_for_its_owner_alone(tmp_path):
    save_preferences(tmp_path, CHOSEN)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_what_a_newer_kinweek_wrote_survives(tmp_path):
    (tmp_path / FILE).write_text('{"clock": 24, "moon": {"shown": true}}')
    found, problems = load_preferences(tmp_path)
    save_preferences(tmp_path, found._replace(clock=12))
    assert json.loads((tmp_path / FILE).read_text()) == {"clock": 12, "moon": {"shown": True}}
    assert problems == ()


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_file_is_set_aside_and_named(tmp_path, broken):
    (tmp_path / FILE).write_bytes(broken)
    found, problems = load_preferences(tmp_path)
    assert found == Preferences()
    assert [p.where for p in problems] == [FILE]
    assert (tmp_path / "preferences-unread-1.json").read_bytes() == broken
    assert not (tmp_path / FILE).exists()


def test_a_second_broken_file_takes_nothing_from_the_first(tmp_path):
    for words in (b"one", b"two"):
        (tmp_path / FILE).write_bytes(words)
        load_preferences(tmp_path)
    assert (tmp_path / "preferences-unread-1.json").read_bytes() == b"one"
    assert (tmp_path / "preferences-unread-2.json").read_bytes() == b"two"


def test_looking_alone_leaves_a_broken_file_where_it_is(tmp_path):
    (tmp_path / FILE).write_bytes(b"{")
    load_preferences(tmp_path, read_only=True)
    assert (tmp_path / FILE).read_bytes() == b"{"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("first_weekday", 7),
        ("first_weekday", True),
        ("clock", 13),
        ("clock", True),
        ("hours", [22, 6]),
        ("hours", "all"),
        ("theme", "pink"),
        ("theme", []),
        ("text_size", 5),
        ("reminded", "yesterday"),
        ("reminded", "2026-11-25T16:10:00+00:00"),
        ("me", 3),
        ("printing", {"fridge": 1}),
        ("view", "week"),
    ],
)
def test_one_bad_value_costs_no_other(name, value):
    found, problems = preferences_from(json.dumps({"lock_after": 5, name: value}).encode())
    assert found == Preferences(lock_after=5)
    assert problems == (Problem("preferences", name, repr(value)),)


def test_one_bad_value_of_the_view_costs_no_other():
    found, _ = preferences_from(b'{"view": {"week": "2026-11-23", "zoom": "large", "top": -1}}')
    assert found.view == View(week=date(2026, 11, 23))


@given(
    st.dictionaries(
        st.sampled_from([*Preferences._fields, "else"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
            lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
            max_leaves=5,
        ),
    )
)
def test_any_document_is_read_and_comes_back_the_same(document):
    found, _ = preferences_from(json.dumps(document).encode())
    assert preferences_from(preferences_bytes(found)) == (found, ())


def test_a_damaged_disk_gives_the_usual_ones_and_takes_nothing_away(tmp_path):
    (tmp_path / FILE).mkdir()
    found, problems = load_preferences(tmp_path)
    assert found == Preferences()
    assert [p.where for p in problems] == [FILE]
    assert (tmp_path / FILE).is_dir()


def test_the_store_has_nothing_to_say_of_the_file(tmp_path):
    save_preferences(tmp_path, CHOSEN)
    database = open_folder(tmp_path, clock=lambda: NOW)
    assert database.report == ()
    assert database.check() == ()
    database.close()
    assert load_preferences(tmp_path) == (CHOSEN, ())


def test_reading_costs_less_than_a_millisecond(tmp_path):
    save_preferences(tmp_path, CHOSEN)
    times = []
    for _ in range(20):
        begin = time.perf_counter()
        load_preferences(tmp_path)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.001


def test_within_a_day_the_week_comes_back_as_it_was_left():
    assert first_shown(CHOSEN, datetime(2026, 11, 26, 16, 0)) == CHOSEN.view


@pytest.mark.parametrize("now", [datetime(2026, 11, 26, 16, 11), datetime(2026, 11, 24)])
def test_a_day_later_and_before_a_wrong_clock_the_current_week_is_shown(now):
    shown = first_shown(CHOSEN, now)
    assert (shown.week, shown.top, shown.zoom) == (None, None, 1.21)
