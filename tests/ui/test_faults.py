"""A fault nobody thought of: where it was is written down, no word of the family, and it is said once."""

import stat
import sys

import pytest

from ui.sitting import catch_everything
from ui.text import window as text


def fail(words):
    raise ValueError(words)


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path / "kinweek.log"


def happen(words="Leo cried at bedtime"):
    try:
        fail(words)
    except ValueError:
        sys.excepthook(*sys.exc_info())


def test_the_log_says_where_and_nothing_of_the_family(log):
    said = []
    catch_everything(log, said.append)
    happen()
    written = log.read_text()
    assert "ValueError" in written
    assert "in fail" in written
    assert "Leo" not in written
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert said == [text.unexpected("kinweek.log")]


def test_a_fault_that_comes_again_and_again_is_said_once(log):
    said = []
    catch_everything(log, said.append)
    for _ in range(5):
        happen()
    assert len(said) == 1
    assert log.read_text().count("ValueError\n") == 1


def test_where_nothing_can_be_written_it_is_said_all_the_same(log):
    said = []
    catch_everything(log.parent / "gone" / log.name, said.append)
    happen()
    assert said == [text.unexpected("kinweek.log")]
