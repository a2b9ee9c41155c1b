"""Lock, unlock, lock by itself: what a family with a passphrase sees, and what stays on the disk and in memory."""

import gc
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from activities.model import Activity, Catalogue
from planner import actions
from planner.model import Entry, Household
from planner.patience import FILE as PATIENCE
from planner.preferences import Preferences, save_preferences
from planner.session import Session
from planner.storage import LockedError, UnreadableError, open_folder
from planner.storage.keys import new_keys
from planner.storage.passphrase import seal_folder
from planner.store import open_store
from planner.week import entries_between
from tests.builders import by_title, week_of
from ui import single
from ui.activity_files import export_activities
from ui.idle import Idle
from ui.sitting import Sitting, open_folder_here, run
from ui.text import locking as text

LEFT = Qt.MouseButton.LeftButton
PASSPHRASE = "three quiet geese"
QUICK = 32  # KiB, the least Argon2 takes; families have 64 MiB
PRIVATE = (b"Kite with the north wind", b"title", b"geese", b"Maya")


class Clock:
    now = datetime(2026, 3, 4, 18, 15)

    def __call__(self):
        return self.now


def household() -> Household:
    return week_of("""
        x Mon 17:00-17:30 Kite with the north wind (leo, sara)
        _ Tue 19:30-19:50 Read (maya, jonas)
    """)


def sealed(folder, clock) -> str:
    """A family that has lived in this folder for a day and then set a passphrase; the recovery key."""
    kept, store = open_store(folder, clock=clock)
    Session(kept, store).apply(actions.start_family(household()))
    store.database.backup("daily")
    keys, key, recovery = new_keys(PASSPHRASE, memory=QUICK)
    seal_folder(store.database, keys, key)
    store.close()
    return recovery


def readable(folder):
    """The files in which a private word can be read."""
    found = {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name for name, data in found.items() if any(word in data for word in PRIVATE)}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kinweek"


@pytest.fixture
def recovery(folder, clock):
    return sealed(folder, clock)


@pytest.fixture
def sitting(qtbot, qapp, folder, clock):
    font, sheet, palette = qapp.font(), qapp.styleSheet(), qapp.palette()
    made = Sitting(qapp, folder, lambda: Catalogue({}, ()), clock)
    yield made
    made.close()
    for window in (made.window, made.door and made.door.window):
        if window is not None:
            window.close()
            window.deleteLater()
    gc.unfreeze()
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.fixture
def asked(sitting, recovery, qtbot):
    """The question, as at a start."""
    sitting.ask()
    return shown(sitting, qtbot)


@pytest.fixture
def unlocked(sitting, recovery, folder, clock, qtbot):
    """The family's window, opened with the passphrase."""
    window = sitting.show(*open_store(folder, clock=clock, secret=PASSPHRASE))
    qtbot.waitUntil(lambda: window.findChild(Idle) is not None)
    return window


def shown(sitting, qtbot):
    qtbot.waitUntil(lambda: sitting.door.shutting is None)
    question = sitting.door.window
    qtbot.waitUntil(question.isVisible)
    return question


def enter(question, qtbot, words):
    qtbot.keyClicks(question.field.line, words)
    qtbot.mouseClick(question.unlock, LEFT)


def words_of(window):
    return " ".join(
        [part.text() for kind in (QLabel, QLineEdit) for part in window.findChildren(kind)]
    )


def test_a_folder_with_a_passphrase_does_not_open_by_itself(recovery, folder):
    with pytest.raises(LockedError):
        open_folder_here(folder)


def test_the_question_shows_nothing_of_the_family(asked, folder):
    assert asked.windowTitle() == "Kinweek"
    assert text.LOCKED in words_of(asked)
    assert not any(name in words_of(asked) for name in ("Leo", "Maya", str(folder)))


def test_the_passphrase_opens_the_familys_window(asked, sitting, qtbot):
    enter(asked, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert sitting.window.session.household == household()
    assert sitting.window.isVisible()
    assert not asked.isVisible()


def test_enter_is_as_good_as_the_button(asked, sitting, qtbot):
    qtbot.keyClicks(asked.field.line, PASSPHRASE)
    qtbot.keyClick(asked.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sitting.window is not None)


def test_the_recovery_key_opens_it_however_it_is_typed(asked, sitting, recovery, qtbot):
    qtbot.mouseClick(asked.other, LEFT)
    assert text.TYPE_RECOVERY in words_of(asked)
    enter(asked, qtbot, recovery.lower().replace("-", " "))
    qtbot.waitUntil(lambda: sitting.window is not None)


def test_what_is_typed_is_dots_until_somebody_asks_to_see_it(asked, qtbot):
    qtbot.keyClicks(asked.field.line, "geese")
    assert asked.field.line.displayText() != "geese"
    qtbot.mouseClick(asked.field.show_button, LEFT)
    assert asked.field.line.displayText() == "geese"


def test_a_wrong_one_is_one_sentence_and_each_makes_the_next_wait_longer(
    asked, sitting, clock, qtbot
):
    for seconds in (1, 2, 4):
        enter(asked, qtbot, "umbrella")
        qtbot.waitUntil(lambda: bool(asked.message.text()))
        assert asked.message.text() == text.wait(seconds)
        qtbot.keyClicks(asked.field.line, PASSPHRASE)
        assert not asked.unlock.isEnabled()
        qtbot.keyClick(asked.field.line, Qt.Key.Key_Return)
        assert sitting.window is None
        asked.field.take()
        for _ in range(seconds):
            asked._tick()
    enter(asked, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)


def test_closing_kinweek_does_not_shorten_the_wait(asked, sitting, clock, qtbot, folder):
    enter(asked, qtbot, "umbrella")
    qtbot.waitUntil((folder / PATIENCE).exists)
    asked.close()
    sitting.ask()
    assert not sitting.door.window.unlock.isEnabled()
    assert sitting.door.window.message.text() == text.wait(1)


def test_the_right_one_takes_the_wait_away_for_good(asked, sitting, qtbot, folder):
    enter(asked, qtbot, "umbrella")
    qtbot.waitUntil((folder / PATIENCE).exists)
    asked._tick()
    enter(asked, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert not (folder / PATIENCE).exists()


def test_the_window_goes_on_while_the_passphrase_is_tried(asked, sitting, qtbot):
    enter(asked, qtbot, PASSPHRASE)
    assert asked.unlock.text() == text.OPENING
    assert sitting.window is None
    qtbot.waitUntil(lambda: sitting.window is not None)


def test_damaged_keys_are_said_in_a_sentence(asked, folder, qtbot):
    for name in ("keys.json", "keys-copy.json"):
        (folder / name).write_bytes(b"rust")
    enter(asked, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: "nothing was changed" in asked.message.text())


def test_a_family_with_a_lock_on_another_program_can_still_look(
    asked, sitting, folder, clock, qtbot
):
    other = open_folder(folder, clock=clock, secret=PASSPHRASE)
    enter(asked, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert sitting.window.store.database.read_only
    other.close()


def test_ctrl_l_leaves_nothing_but_the_question(unlocked, sitting, folder, clock, qtbot):
    QTest.keyClick(unlocked, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not unlocked.isVisible()
    question = shown(sitting, qtbot)
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert visible == [question]
    open_folder(folder, clock=clock, secret=PASSPHRASE).close()  # nobody holds it any more


def test_ctrl_l_without_a_passphrase_says_where_to_set_one(sitting, folder, clock, qtbot):
    kept, store = open_store(folder, clock=clock)
    Session(kept, store).apply(actions.start_family(household()))
    window = sitting.show(household(), store)
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.words == text.NO_PASSPHRASE
    assert sitting.door is None


def test_unlocking_brings_back_the_page_and_the_week(unlocked, sitting, qtbot):
    unlocked.turn(2)
    unlocked.show_page("journal")
    first = unlocked.first
    del unlocked
    sitting.lock()
    enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert sitting.window.page == "journal"
    assert sitting.window.first == first


def test_locked_again_and_again_it_goes_on(unlocked, sitting, qtbot, folder):
    del unlocked
    for _ in range(3):
        entry = by_title(sitting.window.session.household, "Read")
        sitting.window.toggle_done(entry)
        outcome = by_title(sitting.window.session.household, "Read").outcome
        sitting.lock()
        enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
        qtbot.waitUntil(lambda: sitting.window is not None)
        assert by_title(sitting.window.session.household, "Read").outcome == outcome
    assert readable(folder) == set()


def test_the_family_leaves_memory(sitting, recovery, folder, clock, qtbot):
    sitting.show(*open_store(folder, clock=clock, secret=PASSPHRASE))
    qtbot.waitUntil(lambda: sitting.window.findChild(Idle) is not None)
    for page in ("today", "activities", "journal", "look-back", "family", "why", "data"):
        sitting.window.show_page(page)
        QApplication.processEvents()
    sitting.window.fill()
    sitting.window.reflect(by_title(sitting.window.session.household, "Read"))

    def left():
        gc.unfreeze()  # else they are not looked through
        return [o for o in gc.get_objects() if isinstance(o, Entry) and "north wind" in o.title]

    assert left()
    sitting.lock()
    shown(sitting, qtbot)
    qtbot.waitUntil(lambda: not left())


def test_what_is_at_work_when_it_is_locked_ends_first(unlocked, sitting, folder, clock, qtbot):
    unlocked.show_page("data")
    page = unlocked._opened["data"].widget
    qtbot.mouseClick(page.back_up, LEFT)
    unlocked.show_page("week")
    unlocked.fill()
    sitting.lock()
    shown(sitting, qtbot)
    database = open_folder(folder, clock=clock, secret=PASSPHRASE)
    assert database.check() == ()
    assert len(list((folder / "backups").iterdir())) == 2
    database.close()
    assert readable(folder) == set()


def test_a_name_half_typed_is_saved_before_it_is_locked(unlocked, sitting, qtbot):
    unlocked.show_page("family")
    row = unlocked._opened["family"].widget.people.rows["maya"]
    row.name.setFocus()
    row.name.selectAll()
    qtbot.keyClicks(row.name, "Maja")
    del unlocked, row
    sitting.lock()
    enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert "Maja" in {p.name for p in sitting.window.session.household.people}


def test_words_of_a_reflection_being_written_are_kept(unlocked, sitting, qtbot, folder):
    unlocked.reflect(by_title(unlocked.session.household, "Kite with the north wind"))
    qtbot.keyClicks(unlocked._sheet.form.line, "He told me about the bus.")
    del unlocked
    sitting.lock()
    enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    kept = by_title(sitting.window.session.household, "Kite with the north wind").reflection
    assert kept.line == "He told me about the bus."
    assert readable(folder) == set()


def test_an_entry_being_written_is_kept(unlocked, sitting, qtbot):
    unlocked.week.draft(unlocked.now().date(), 17 * 60, 30)
    qtbot.keyClicks(unlocked.week.form.title, "Paper boats")
    del unlocked
    sitting.lock()
    enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert by_title(sitting.window.session.household, "Paper boats")


def test_a_dialog_that_is_open_goes_with_the_window(unlocked, sitting, qtbot):
    unlocked.parts.print_week(unlocked)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    sitting.lock()
    shown(sitting, qtbot)
    assert QApplication.activeModalWidget() is None


def test_a_backup_from_before_the_passphrase_is_gone_back_to(unlocked, sitting, folder, qtbot):
    unlocked.do(actions.remove_entry(by_title(unlocked.session.household, "Read")))
    unlocked.show_page("data")
    page = unlocked._opened["data"].widget
    qtbot.waitUntil(lambda: len(page.lines) == 1 and not page.unread)
    (line,) = page.lines.values()
    assert line.what.text() == "Made by itself · 4 people, 2 entries, 0 reflections"
    qtbot.mouseClick(line.look, LEFT)
    qtbot.waitUntil(line.restore.isVisible)
    qtbot.mouseClick(line.restore, LEFT)
    qtbot.waitUntil(lambda: unlocked.session.household == household())
    assert readable(folder) == set()


def test_a_folder_sealed_before_there_was_a_family_begins_with_the_first_run(
    sitting, folder, clock, qtbot
):
    _, store = open_store(folder, clock=clock)
    keys, key, _ = new_keys(PASSPHRASE, memory=QUICK)
    seal_folder(store.database, keys, key)
    store.close()
    sitting.ask()
    enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    assert sitting.window.page == "first-run"
    sitting.window.do(actions.start_family(household()))
    assert readable(folder) == set()


def touch(window):
    """A key as the desktop sends it, to the window and not to a field."""
    QApplication.sendEvent(
        window.windowHandle(),
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier),
    )


@pytest.fixture
def idle(unlocked, sitting):
    unlocked.preferences = Preferences(lock_after=5)
    found = unlocked.findChild(Idle)
    found.look()
    return found


def test_nobody_there_for_the_chosen_minutes_locks_it(idle, sitting, clock, qtbot):
    clock.now += timedelta(minutes=4, seconds=59)
    idle.look()
    assert sitting.door is None
    clock.now += timedelta(seconds=1)
    idle.look()
    assert sitting.door is not None
    shown(sitting, qtbot)


def test_a_key_a_click_or_the_mouse_begins_the_minutes_anew(idle, unlocked, sitting, clock, qtbot):
    for _ in range(3):
        clock.now += timedelta(minutes=4)
        touch(unlocked)
        idle.look()
    clock.now += timedelta(minutes=4)
    QTest.mouseMove(unlocked.windowHandle(), QPoint(300, 300))
    QApplication.processEvents()
    idle.look()
    assert sitting.door is None


def test_a_night_of_sleep_counts(idle, sitting, clock, qtbot):
    clock.now += timedelta(hours=9)
    idle.look()
    assert sitting.door is not None
    shown(sitting, qtbot)


def test_without_the_wish_it_never_locks_by_itself(unlocked, sitting, clock):
    found = unlocked.findChild(Idle)
    for _ in range(3):
        clock.now += timedelta(hours=9)
        found.look()
    assert sitting.door is None


def test_a_second_start_on_a_locked_folder_brings_the_question_forward(asked, folder, qtbot):
    asked.showMinimized()
    assert single.raise_first_window(folder)
    qtbot.waitUntil(lambda: not asked.isMinimized())


def test_the_colours_follow_the_desktop_while_it_is_locked(asked, sitting, folder):
    save_preferences(folder, Preferences(theme="dark"))
    sitting.recolour()
    assert asked._theme.dark


def test_nothing_private_can_be_read_after_a_day_with_locks(unlocked, sitting, folder, qtbot):
    unlocked.do(actions.remove_entry(by_title(unlocked.session.household, "Read")))
    unlocked.store.database.compact()
    unlocked.store.database.backup("by-hand")
    assert entries_between(unlocked.session.household, unlocked.first)
    del unlocked
    sitting.lock()
    enter(shown(sitting, qtbot), qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: sitting.window is not None)
    sitting.lock()
    shown(sitting, qtbot)
    assert readable(folder) == set()
    assert {p.stat().st_mode & 0o777 for p in folder.rglob("*") if p.is_file()} == {0o600}


def test_what_is_exported_from_a_sealed_folder_is_said_to_be_plain(unlocked, tmp_path):
    activity = Activity(
        id="kite", title="Kite", pathways=("reach",), summary="Up.", minutes_min=5, minutes_max=9
    )
    export_activities(unlocked, (activity,), ask=lambda _window, name: tmp_path / name)
    assert unlocked.toast.words.endswith(text.PLAIN_FILE)


def test_a_folder_that_cannot_be_read_says_so_in_a_window(qapp, folder, clock, tmp_path):
    folder.mkdir()
    (folder / "journal-000001.jsonl").write_bytes(b"rust" * 99)
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append(words_of(dialog))
        dialog.accept()

    QTimer.singleShot(200, look)
    with pytest.raises(UnreadableError):
        run(qapp, folder, lambda: tmp_path / "library.json")
    assert "nothing was changed" in seen[0]
    qapp.setStyleSheet("")
