"""Each wrong passphrase makes the next try wait longer."""

from datetime import datetime, timedelta

import pytest

from planner.patience import (
    FILE,
    LONGEST,
    Patience,
    after_wrong,
    load_patience,
    save_patience,
)

NOW = datetime(2026, 11, 25, 20, 0)


def tried(times, now=NOW):
    patience = Patience()
    for _ in range(times):
        patience = after_wrong(patience, now)
    return patience


def test_the_first_try_waits_for_nothing():
    assert Patience().left(NOW) == 0


def test_every_wrong_one_makes_the_wait_longer_up_to_a_minute():
    assert [tried(n).left(NOW) for n in range(1, 9)] == [1, 2, 4, 8, 16, 32, LONGEST, LONGEST]
    assert tried(5000).left(NOW) == LONGEST


def test_waiting_ends_by_itself():
    assert tried(3).left(NOW + timedelta(seconds=1, milliseconds=200)) == 3
    assert tried(3).left(NOW + timedelta(seconds=4)) == 0


def test_putting_the_clock_back_makes_nobody_wait_longer_than_that():
    assert tried(3).left(NOW - timedelta(days=300)) == 4


def test_closing_kinweek_does_not_shorten_the_wait(tmp_path):
    save_patience(tmp_path, tried(4))
    assert load_patience(tmp_path) == tried(4)
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_the_right_one_takes_the_count_away(tmp_path):
    save_patience(tmp_path, tried(4))
    save_patience(tmp_path, Patience())
    assert load_patience(tmp_path) == Patience()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "noise", [b"rust", b"[]", b'{"wrong": -1, "last": "2026-11-25"}', b'{"wrong": 2, "last": 3}']
)
def test_a_file_that_cannot_be_read_counts_for_nothing(tmp_path, noise):
    (tmp_path / FILE).write_bytes(noise)
    assert load_patience(tmp_path) == Patience()


def test_a_disk_that_refuses_is_no_reason_to_stop(tmp_path):
    save_patience(tmp_path / "gone", tried(2))
    assert load_patience(tmp_path / "gone") == Patience()
