"""The program is killed in the middle of everything: what it had reported as saved is there."""

import os
import random
import signal
import sys
import threading
import time

import pytest

from planner.storage import open_folder
from tests.planner.storage.disk import clock
from tests.planner.storage.family import after, codes, state, step

ROUNDS = 120


def click_until_killed(folder, tell: int) -> None:
    """Click on and on, compact beside it, back up and reopen now and then; tell every click."""
    database = open_folder(folder, clock=clock)
    number = database.tables.get("meta", {}).get("1", {}).get("clicks", 0)
    while True:
        number += 1
        database.commit(step(number))
        os.write(tell, b"%d\n" % number)
        if number % 23 == 0:
            threading.Thread(target=database.compact).start()
        if number % 67 == 0:
            database.close()
            database = open_folder(folder, clock=clock)


def killed_child(folder, seconds: float) -> int:
    """The last click the child reported before it was killed; 0 for none."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            click_until_killed(folder, tell)
        finally:
            os._exit(1)
    os.close(tell)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    with os.fdopen(hear, "rb") as pipe:
        told = pipe.read().splitlines()
    return int(told[-1]) if told else 0


@pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL are POSIX")
def test_no_click_that_was_reported_saved_is_lost_to_a_kill(tmp_path):
    rng = random.Random()
    known = 0
    for _ in range(ROUNDS):
        known = max(known, killed_child(tmp_path / "kinweek", rng.uniform(0.001, 0.05)))
        database = open_folder(tmp_path / "kinweek", clock=clock)
        number = database.tables.get("meta", {}).get("1", {}).get("clicks", 0)
        assert known <= number <= known + 1
        assert state(database) == after(number)
        assert codes(database) <= {"torn-tail"}
        assert database.check() == ()
        known = number
        database.close()
    assert known > ROUNDS
