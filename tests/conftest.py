"""What all tests share: no screen, no files but their own, British English."""

import os
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


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches what belongs to the person who runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
