"""What all tests share: no screen, no files but their own, British English."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("kinweek", deadline=None)  # a busy machine is no fault of ours
settings.load_profile("kinweek")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that opens widgets, so that `-m "not gui"` always works."""
    for item in items:
        if {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.gui)


_finished: list[pytest.Session] = []


def pytest_sessionfinish(session: pytest.Session) -> None:
    _finished.append(session)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave with what the tests said, at once.

    Thousands of windows of tests are never closed one by one as the app closes its own. Where
    Python and Qt take them apart in no certain order at the very end, that crashes now and then.
    """
    if _finished and "PySide6.QtWidgets" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(_finished[0].exitstatus))


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches what belongs to the person who runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
