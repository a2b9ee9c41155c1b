import json
import os
import shutil
import subprocess
import sys
import textwrap
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from planner import actions
from planner.preferences import load_preferences
from planner.week import add
from ui import icons, theme
from ui.app import local_now
from ui.notification import Notifier
from ui.preferring import keep_view, prefer
from ui.reminding import Reminders, begin_reminding
from ui.text import reminding as text

from .conftest import LEFT, LEO, NOW, SARA


class Clock:
    """A clock on the wall that a test can turn."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **more: int) -> None:
        self.now += timedelta(**more)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOW)  # 16:10


@pytest.fixture
def window(open_at, family, entry, clock):
    """A walk at 17:00 with a reminder a quarter of an hour before, and something of Sara's own."""
    made = open_at(
        add(
            family,
            entry(1, 2, "17:00", title="Worry walk", activity="worry-walk", remind=15),
            entry(
                2, 2, "18:00", title="Present for Leo", only_for=SARA, remind=15, note="the drum"
            ),
        )
    )
    made.now = clock
    return made


@pytest.fixture
def shown() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def reminders(window, shown) -> Reminders:
    return Reminders(window, lambda title, body: shown.append((title, body)))


def test_the_words_to_begin_with_come_before_the_entry(reminders, clock, shown):
    clock.turn(minutes=34)
    reminders.look()
    assert shown == []
    clock.turn(minutes=1)
    reminders.look()
    reminders.look()
    assert shown == [("Worry walk · 17:00", "To begin: “Shall we walk?”")]


def test_nothing_private_is_ever_shown(reminders, clock, shown):
    clock.turn(minutes=95)
    reminders.look()
    assert shown[-1] == ("Something for you · 18:00", "")
    assert "Present" not in str(shown)
    assert "drum" not in str(shown)


def test_what_was_slept_through_is_told_once_in_the_window(reminders, window, clock, shown):
    clock.turn(hours=5)
    reminders.look()
    assert shown == []
    assert window.notice.words == (
        "While nobody was here: Worry walk (Wed 25 Nov 17:00); Something for you (Wed 25 Nov 18:00)."
    )
    window.notice.hide()
    reminders.look()
    assert not window.notice.isVisible()


def test_a_message_that_is_there_already_stays_above_it(reminders, window, clock):
    window.show_notice("You are only looking here.")
    clock.turn(hours=5)
    reminders.look()
    assert window.notice.words.startswith("You are only looking here.\nWhile nobody was here")


def test_what_was_missed_while_closed_is_told_once_at_the_next_start(
    reminders, window, open_at, clock, shown
):
    window.close()
    window.store.close()
    clock.turn(days=1)
    again = open_at(window.session.household, clock.now)
    Reminders(again, lambda *note: shown.append(note))
    assert again.notice.words.startswith("While Kinweek was closed: Worry walk (Wed 25 Nov 17:00)")
    again.close()
    again.store.close()
    once_more = open_at(window.session.household, clock.now)
    Reminders(once_more, lambda *note: shown.append(note))
    assert once_more.notice is None
    assert shown == []


def test_nothing_is_shown_while_the_window_is_shut_and_it_is_told_when_it_opens(
    reminders, window, open_at, clock, shown
):
    clock.turn(minutes=5)
    reminders.look()
    keep_view(window)
    window.hide()  # as the lock does
    clock.turn(minutes=40)
    reminders.look()
    assert shown == []
    clock.turn(hours=3)
    window.store.close()
    again = open_at(window.session.household, clock.now)
    Reminders(again, lambda *note: shown.append(note))
    assert again.notice.words.startswith("While Kinweek was closed: Worry walk (Wed 25 Nov 17:00)")
    assert shown == []


def test_after_a_long_sleep_the_lock_comes_first(reminders, window, clock):
    prefer(window, lock_after=10)
    clock.turn(hours=5)
    reminders.look()
    assert window.notice is None
    reminders.look()  # nobody locked: somebody came back in time
    assert window.notice.words.startswith("While nobody was here: Worry walk")


def test_what_the_disk_does_not_keep_is_still_told_only_once(reminders, window, clock, shown):
    folder = window.store.database.folder
    (folder / "preferences.json").unlink()
    (folder / "preferences.json").mkdir()
    clock.turn(minutes=36)
    reminders.look()
    reminders.look()
    assert [title for title, _ in shown] == ["Worry walk · 17:00"]


def test_two_at_the_same_minute_are_both_told(reminders, window, entry, clock, shown):
    for number in (7, 8):
        window.add(entry(number, 2, "16:30", title=f"Tea {number}", remind=5), turn=False)
    clock.turn(minutes=15)
    reminders.look()
    assert sorted(title for title, _ in shown) == ["Tea 7 · 16:30", "Tea 8 · 16:30"]


def test_what_was_moved_deleted_or_done_before_its_reminder_is_not_told(
    reminders, window, entry, clock, shown
):
    moved, done, gone = (entry(n, 2, "16:30", title=f"Tea {n}", remind=5) for n in (7, 8, 9))
    window.session.apply(actions.keep_suggestions((moved, done, gone)))
    window.do(actions.move_entry(moved, day=moved.day, start=20 * 60))
    window.do(actions.set_outcome(done, "done"))
    window.do(actions.remove_entry(gone))
    clock.turn(minutes=15)
    reminders.look()
    assert shown == []


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system each time")
def test_the_clock_follows_the_family_into_another_zone(monkeypatch):
    with monkeypatch.context() as away:
        away.setenv("TZ", "UTC")
        at_home = local_now()
        away.setenv("TZ", "UTC-9")
        there = local_now()
    time.tzset()
    assert timedelta(hours=9) <= there - at_home < timedelta(hours=9, minutes=1)


def test_a_clock_set_back_reminds_of_nothing_and_then_goes_on(reminders, clock, shown):
    clock.turn(hours=-3)
    reminders.look()
    assert shown == []
    clock.turn(hours=3, minutes=40)
    reminders.look()
    assert [title for title, _ in shown] == ["Worry walk · 17:00"]


def test_switched_off_in_the_settings_nothing_comes_and_nothing_is_missed(
    reminders, window, clock, shown
):
    prefer(window, reminders="off")
    clock.turn(hours=5)
    reminders.look()
    assert shown == []
    assert window.notice is None


def test_until_when_was_told_is_kept_for_the_next_start(reminders, window, clock):
    clock.turn(minutes=40)
    reminders.look()
    found, _ = load_preferences(window.store.database.folder)
    assert found.reminded == clock.now


def test_the_form_asks_when_and_keeps_the_answer(qtbot, window):
    form = window.week.form
    walk = window.week.week_entries[0]
    window.week.edit(walk)
    assert form.remind.remind() == 15
    form.remind.setFocus()
    qtbot.keyClick(form.remind, Qt.Key.Key_Down)
    qtbot.mouseClick(form.ok, LEFT)
    assert window.session.household.weeks[walk.day - timedelta(days=2)].entries[0].remind == 30
    window.undo()
    assert window.week.week_entries[0].remind == 15


@pytest.mark.parametrize("remind", [None, -1, 0, 10, 45])
def test_every_choice_is_shown_as_it_is(window, remind):
    field = window.week.form.remind
    field.show_remind(remind)
    assert field.remind() == remind
    assert field.currentText()


def test_very_many_missed_ones_are_counted(family, entry):
    many = tuple(entry(n, 2, "17:00", title=f"Walk {n}", people=(LEO,)) for n in range(8))
    assert text.missed(many, at_start=True).endswith("; 3 more.")


def test_without_a_desktop_to_show_it_the_window_is_told(qtbot, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    notifier = Notifier(icons.icon("kinweek", theme.light().primary))
    with qtbot.waitSignal(notifier.refused) as refused:
        notifier.show("Worry walk · 17:00", "")
    assert refused.args == ["Worry walk · 17:00", ""]


def test_without_a_desktop_to_show_them_reminders_stay_in_the_window(
    qtbot, window, entry, clock, monkeypatch
):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    window.add(entry(7, 2, "17:00", title="Tea", remind=15), turn=False)
    begin_reminding(window)
    clock.turn(minutes=36)
    window.findChild(Reminders).look()
    qtbot.waitUntil(lambda: window.notice is not None and "\n" in window.notice.words)
    assert sorted(window.notice.words.splitlines()) == [
        "Tea · 17:00", "Worry walk · 17:00 To begin: “Shall we walk?”",
    ]  # fmt: skip


SERVICE = """
    import json, sys
    from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
    from PySide6.QtDBus import QDBusConnection

    @ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
    class Desktop(QObject):
        @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
        def Notify(self, app, replaces, icon, title, body, actions, hints, timeout):
            print(json.dumps([app, title, body]), flush=True)
            return 7

    app = QCoreApplication([])
    bus, desktop = QDBusConnection.sessionBus(), Desktop()
    slots = QDBusConnection.RegisterOption.ExportAllSlots
    assert bus.registerObject("/org/freedesktop/Notifications", desktop, slots)
    assert bus.registerService("org.freedesktop.Notifications")
    print("ready", flush=True)
    app.exec()
"""
BOTH = """
    import subprocess, sys
    service = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
    try:
        assert service.stdout.readline() == "ready\\n"
        from PySide6.QtCore import QCoreApplication
        from ui.notification import send
        app = QCoreApplication([])
        assert send("Worry walk · 17:00", "To begin: “1 < 2 & more”")
        print(service.stdout.readline(), end="", flush=True)
    finally:
        service.kill()
"""


HUNG = """
    import subprocess, sys, time
    service = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
    try:
        assert service.stdout.readline() == "ready\\n"
        from PySide6.QtCore import QCoreApplication
        from ui import notification
        app = QCoreApplication([])
        notification.PATIENCE_MS = 200
        begun = time.monotonic()
        assert not notification.send("Worry walk · 17:00", "")
        print(time.monotonic() - begun)
    finally:
        service.kill()
"""
NEEDS_A_BUS = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dbus-run-session"), reason="no session bus here"
)


def on_a_bus(both: str, service: str) -> str:
    """What this program prints that starts that service on a session bus of its own."""
    both, service = textwrap.dedent(both), textwrap.dedent(service)
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", both, service],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout


@NEEDS_A_BUS
def test_the_desktop_is_asked_as_its_service_wants_to_be_asked():
    assert json.loads(on_a_bus(BOTH, SERVICE)) == [
        "Kinweek", "Worry walk · 17:00", "To begin: “1 &lt; 2 &amp; more”",
    ]  # fmt: skip


@NEEDS_A_BUS
def test_a_desktop_that_does_not_answer_is_not_waited_for():
    assert float(on_a_bus(HUNG, SERVICE.replace("app.exec()", "import time; time.sleep(60)"))) < 5
