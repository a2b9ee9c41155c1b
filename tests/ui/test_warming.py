from importlib.util import find_spec

import shiboken6
from PySide6.QtCore import QObject

from ui import warming


def test_everything_is_loaded_one_after_another_and_the_window_answers_in_between(
    qtbot, monkeypatch
):
    loaded = []
    monkeypatch.setattr(warming, "PAUSE_MS", 1)
    monkeypatch.setattr(warming, "import_module", loaded.append)
    window = QObject()
    warming.warm_up(window)
    assert loaded == list(warming.MODULES[:1])
    qtbot.waitUntil(lambda: loaded == list(warming.MODULES))


def test_nothing_more_is_loaded_once_the_window_is_gone(qtbot, monkeypatch):
    loaded = []
    monkeypatch.setattr(warming, "PAUSE_MS", 1)
    monkeypatch.setattr(warming, "import_module", loaded.append)
    window = QObject()
    warming.warm_up(window)
    shiboken6.delete(window)
    later = QObject()
    warming.warm_up(later)
    qtbot.waitUntil(lambda: loaded[-1] == warming.MODULES[-1])
    assert loaded == [warming.MODULES[0], *warming.MODULES]


def test_what_is_loaded_ends_with_the_pages():
    assert all(find_spec(name) for name in warming.MODULES)
    assert warming.MODULES[-1] == "ui.pages"
