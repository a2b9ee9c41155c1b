"""Your data: a passphrase is set, changed and taken away, and the recovery key is shown once."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton

from activities.model import Catalogue
from planner import actions
from planner.preferences import load_preferences
from planner.session import Session
from planner.storage import LockedError, WrongPassphraseError, open_folder
from planner.store import open_store
from tests.builders import by_title, week_of
from ui import theme
from ui.app import PARTS, open_window
from ui.passphrase_work import PassphraseWork
from ui.recovery_dialog import RecoveryDialog
from ui.text import locking as text

LEFT = Qt.MouseButton.LeftButton
FIRST, SECOND = "three quiet geese", "an umbrella for two"
QUICK = 32  # KiB, the least Argon2 takes; families have 64 MiB
NOW = datetime(2026, 3, 4, 18, 15)
WEEK = week_of("""
    x Mon 17:00-17:30 Kite (leo, sara)
    _ Tue 19:30-19:50 Read (maya, jonas)
""")
PRIVATE = (b"Kite", b"title", b"geese", b"umbrella", b"Maya")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kinweek"


@pytest.fixture
def locked():
    return []


@pytest.fixture
def window(folder, locked, qtbot):
    household, store = open_store(folder, clock=lambda: NOW)
    Session(household, store).apply(actions.start_family(WEEK))
    store.database.backup("daily")
    made = open_window(
        store,
        Session(WEEK, store),
        theme.light(),
        library=lambda: Catalogue({}, ()),
        clock=lambda: NOW,
        parts=PARTS._replace(lock=lambda: locked.append(True)),
    )
    qtbot.addWidget(made)
    made.resize(1024, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    store.close()


@pytest.fixture
def card(window, qtbot):
    window.show_page("data")
    page = window._opened["data"].widget
    page.passphrase.findChild(PassphraseWork).memory = QUICK
    qtbot.waitUntil(lambda: not page.unread)
    return page.passphrase


def fill_in(card, qtbot, kind, **typed):
    qtbot.mouseClick(card.opens[kind], LEFT)
    QApplication.processEvents()
    for name, words in typed.items():
        qtbot.keyClicks(card.form.fields[getattr(text, name)].line, words)
    qtbot.mouseClick(card.form.do, LEFT)


def key_shown(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RecoveryDialog))
    dialog = QApplication.activeModalWidget()
    key = dialog.key.text()
    qtbot.mouseClick(dialog.kept, LEFT)
    assert not dialog.isVisible()
    return key


@pytest.fixture
def recovery(card, qtbot):
    """A passphrase was set through the card; the key that was shown."""
    fill_in(card, qtbot, "set", NEW=FIRST, AGAIN=FIRST)
    return key_shown(qtbot)


def opens(folder, secret):
    open_folder(folder, clock=lambda: NOW, secret=secret, read_only=True).close()


def readable(folder):
    found = {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name for name, data in found.items() if any(word in data for word in PRIVATE)}


def test_without_a_passphrase_it_says_who_can_read_the_files(card):
    assert card.state.text() == text.OPEN_STATE
    assert card.opens["set"].isVisible()
    assert not card.lock.isVisible()


def test_setting_one_warns_first_that_nobody_can_help(card, qtbot):
    qtbot.mouseClick(card.opens["set"], LEFT)
    words = [made.text() for made in card.form.findChildren(type(card.state))]
    assert text.NOBODY_CAN_HELP in words


def test_a_passphrase_that_is_set_seals_everything_and_shows_the_recovery_key_once(
    card, recovery, window, folder
):
    assert card.said.text() == text.IS_SET
    assert card.state.text() == text.SEALED_STATE
    assert card.form is None
    assert readable(folder) == set()
    with pytest.raises(LockedError):
        opens(folder, None)
    opens(folder, FIRST)
    opens(folder, recovery)


def test_the_family_goes_on_while_and_after_it_is_sealed(card, qtbot, window, folder):
    fill_in(card, qtbot, "set", NEW=FIRST, AGAIN=FIRST)
    window.do(actions.remove_entry(by_title(WEEK, "Read")))
    key_shown(qtbot)
    window.undo()
    window.store.database.backup("by-hand")
    assert window.store.database.check() == ()
    assert readable(folder) == set()
    household, store = open_store(folder, clock=lambda: NOW, secret=FIRST, read_only=True)
    assert household == WEEK
    store.close()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"NEW": "geese", "AGAIN": "geese"}, text.TOO_SHORT),
        ({"NEW": FIRST, "AGAIN": SECOND}, text.NOT_THE_SAME),
        ({}, text.TOO_SHORT),
    ],
)
def test_what_is_not_right_yet_is_said_and_nothing_is_done(card, qtbot, folder, typed, words):
    fill_in(card, qtbot, "set", **typed)
    assert card.form.hint.text() == words
    opens(folder, None)


def test_another_passphrase_takes_the_place_of_the_first(card, recovery, qtbot, folder):
    fill_in(card, qtbot, "change", PRESENT=FIRST, NEW=SECOND, AGAIN=SECOND)
    qtbot.waitUntil(lambda: card.said.text() == text.IS_CHANGED)
    opens(folder, SECOND)
    opens(folder, recovery)
    with pytest.raises(WrongPassphraseError):
        opens(folder, FIRST)


def test_who_forgot_the_passphrase_can_change_it_with_the_recovery_key(
    card, recovery, qtbot, folder
):
    fill_in(card, qtbot, "change", PRESENT=recovery, NEW=SECOND, AGAIN=SECOND)
    qtbot.waitUntil(lambda: card.said.text() == text.IS_CHANGED)
    opens(folder, SECOND)


@pytest.mark.parametrize("kind", ["change", "remove", "recovery"])
def test_nobody_passing_by_can_change_anything_without_it(card, recovery, qtbot, folder, kind):
    typed = {"NEW": SECOND, "AGAIN": SECOND} if kind == "change" else {}
    fill_in(card, qtbot, kind, PRESENT="umbrella", **typed)
    qtbot.waitUntil(lambda: card.form.hint.text() == text.PRESENT_WRONG)
    assert card.window().focusWidget() is card.form.fields[text.PRESENT].line
    opens(folder, FIRST)
    opens(folder, recovery)


def test_without_the_passphrase_of_now_nothing_is_asked(card, recovery, qtbot):
    fill_in(card, qtbot, "remove")
    assert card.form.hint.text() == text.PRESENT_MISSING


def test_taken_away_everything_is_plain_again(card, recovery, qtbot, folder, window):
    fill_in(card, qtbot, "remove", PRESENT=FIRST)
    qtbot.waitUntil(lambda: card.said.text() == text.IS_REMOVED)
    assert card.opens["set"].isVisible()
    opens(folder, None)
    assert window.store.database.check() == ()


def test_a_lost_recovery_key_is_replaced_by_a_new_one(card, recovery, qtbot, folder):
    fill_in(card, qtbot, "recovery", PRESENT=FIRST)
    key = key_shown(qtbot)
    assert key != recovery
    opens(folder, key)
    with pytest.raises(WrongPassphraseError):
        opens(folder, recovery)


def test_a_disk_that_refuses_is_said_and_what_was_typed_stays(card, qtbot, folder):
    (folder / "keys.json.tmp").mkdir()  # stands in the way of the keys
    fill_in(card, qtbot, "set", NEW=FIRST, AGAIN=FIRST)
    qtbot.waitUntil(lambda: "Not saved" in card.form.hint.text())
    assert card.form.fields[text.NEW].line.text() == FIRST
    opens(folder, None)


def test_escape_leaves_everything_as_it_is(card, qtbot):
    qtbot.mouseClick(card.opens["set"], LEFT)
    qtbot.keyClick(card.form.fields[text.NEW].line, Qt.Key.Key_Escape)
    assert card.form is None
    assert card.opens["set"].hasFocus()


def test_lock_now_and_lock_by_itself_are_asked_for(card, recovery, qtbot, locked, folder, window):
    qtbot.mouseClick(card.lock, LEFT)
    assert locked == [True]
    card.after.setFocus()
    for _ in range(2):
        qtbot.keyClick(card.after, Qt.Key.Key_Down)
    assert window.preferences.lock_after == 5
    assert load_preferences(folder)[0].lock_after == 5


def test_other_colours_keep_what_is_typed(card, qtbot, window):
    qtbot.mouseClick(card.opens["set"], LEFT)
    qtbot.keyClicks(card.form.fields[text.NEW].line, "three")
    window.set_theme(theme.dark())
    assert card.isVisible()
    assert card.form.fields[text.NEW].line.text() == "three"


KEY = "ES43-STCV-LRG7-KZAE-Y7E7-VLML-YY4V-2YUJ"


def dialog_with(tmp_path, qtbot, **asks):
    made = RecoveryDialog(KEY, tmp_path, theme.light(), **asks)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_recovery_key_is_saved_for_its_owner_alone(tmp_path, qtbot):
    path = tmp_path / "key.txt"
    dialog = dialog_with(tmp_path, qtbot, ask_path=lambda _parent, _name: path)
    with qtbot.waitSignal(dialog.key_saved):
        qtbot.mouseClick(dialog.save, LEFT)
    assert KEY in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600
    assert dialog.message.text() == text.saved("key.txt")


def test_a_place_that_takes_no_file_is_said(tmp_path, qtbot):
    dialog = dialog_with(tmp_path, qtbot, ask_path=lambda _p, _n: tmp_path / "gone" / "key.txt")
    qtbot.mouseClick(dialog.save, LEFT)
    assert str(tmp_path / "gone") in dialog.message.text()


def test_the_recovery_key_is_printed(tmp_path, qtbot):
    def to_file(printer, _parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "key.pdf"))
        return True

    dialog = dialog_with(tmp_path, qtbot, ask_printer=to_file)
    with qtbot.waitSignal(dialog.key_printed):
        qtbot.mouseClick(dialog.print, LEFT)
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_no_slip_of_a_finger_closes_what_is_shown_once(tmp_path, qtbot, key):
    asked = []
    dialog = dialog_with(tmp_path, qtbot, ask_path=lambda *_: asked.append(1))
    dialog.key.setFocus()
    qtbot.keyClick(dialog, key)
    assert dialog.isVisible()
    assert all(isinstance(b, QPushButton) for b in (dialog.print, dialog.save, dialog.kept))
