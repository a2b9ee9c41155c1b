"""The window over a real folder: a wish is on the disk before it is on the screen, and can be taken back."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from planner import actions
from planner.model import Household
from planner.storage import StorageError
from planner.store import open_store
from planner.week import add, entries_between
from tests.ui.conftest import MONDAY
from ui import app, theme
from ui.text import window as text

LEFT = Qt.MouseButton.LeftButton
MOD = Qt.KeyboardModifier


@pytest.fixture
def on_disk(window, tmp_path):
    """The household as somebody else would read it from the folder now."""

    def read():
        store = window.session._saver
        return open_store(store.database.folder, clock=datetime.now, read_only=True)[0]

    return read


@pytest.fixture
def shown(window):
    def entries():
        return entries_between(window.session.household, window.first)

    return entries


def test_a_dragged_card_is_on_the_disk_and_comes_back_with_ctrl_z(
    qtbot, window, on_window, shown, on_disk
):
    hand = on_window
    hand.drag(hand.on(1), hand.on(1) + hand.at(5, "17:00") - hand.at(2, "17:00"))
    assert [(e.title, e.day.weekday()) for e in shown()] == [("Story catch", 4), ("Worry walk", 5)]
    assert on_disk() == window.session.household
    assert hand.card(1).parentWidget() is window.week.grid.columns[5]
    qtbot.keyClick(window.week.grid, Qt.Key.Key_Z, MOD.ControlModifier)
    assert hand.card(1).parentWidget() is window.week.grid.columns[2]
    assert on_disk() == window.session.household
    qtbot.keyClick(window.week.grid, Qt.Key.Key_Z, MOD.ControlModifier | MOD.ShiftModifier)
    assert hand.card(1).parentWidget() is window.week.grid.columns[5]


def test_undo_says_in_its_tip_what_it_would_take_back(window, on_window):
    hand, header = on_window, window.week.header
    assert not header.undo.isEnabled()
    hand.drag(hand.on(1), hand.on(1) + hand.at(5, "17:00") - hand.at(2, "17:00"))
    assert header.undo.toolTip() == "Undo: “Worry walk” moved"
    window.undo()
    assert header.redo.toolTip() == "Redo: “Worry walk” moved"


def test_delete_asks_nothing_and_offers_a_way_back(qtbot, window, on_window, shown):
    on_window.click(on_window.on(1))
    qtbot.keyClick(on_window.card(1), Qt.Key.Key_Delete)
    assert [e.title for e in shown()] == ["Story catch"]
    assert window.toast.isVisible()
    assert window.toast.words == "“Worry walk” deleted."
    qtbot.mouseClick(window.toast.findChild(QPushButton), LEFT)
    assert [e.title for e in shown()] == ["Worry walk", "Story catch"]


def test_after_a_drag_delete_means_what_was_dragged(qtbot, window, on_window, shown):
    hand = on_window
    hand.click(hand.on(2))
    hand.drag(hand.on(1), hand.on(1) + hand.at(5, "17:00") - hand.at(2, "17:00"))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Delete)
    assert [e.title for e in shown()] == ["Story catch"]


def test_space_ticks_and_unticks(qtbot, window, on_window, shown):
    on_window.click(on_window.on(1))
    qtbot.keyClick(on_window.card(1), Qt.Key.Key_Space)
    assert shown()[0].outcome == "done"
    assert on_window.card(1).isChecked()
    qtbot.keyClick(on_window.card(1), Qt.Key.Key_Space)
    assert shown()[0].outcome == "planned"


def test_keys_move_and_stretch_the_card_and_keep_the_focus_on_it(qtbot, window, on_window, shown):
    on_window.click(on_window.on(1))
    for key, keys in (
        (Qt.Key.Key_Right, MOD.ControlModifier),
        (Qt.Key.Key_Down, MOD.ControlModifier),
        (Qt.Key.Key_Down, MOD.ShiftModifier),
    ):
        qtbot.keyClick(on_window.card(1), key, keys)
    walk = shown()[0]
    assert (walk.day.weekday(), walk.start, walk.minutes) == (3, 17 * 60 + 15, 45)
    assert on_window.card(1).hasFocus()


def test_ctrl_copies_what_was_done_as_something_still_planned(qtbot, window, on_window, shown):
    hand = on_window
    window.toggle_done(hand.card(1).entry)
    hand.drag(
        hand.on(1), hand.on(1) + hand.at(3, "17:00") - hand.at(2, "17:00"), MOD.ControlModifier
    )
    walks = [(e.day.weekday(), e.outcome) for e in shown() if e.title == "Worry walk"]
    assert walks == [(2, "done"), (3, "planned")]


def test_the_edges_stretch(window, on_window, shown):
    hand = on_window
    hand.drag(hand.on(2, "bottom"), hand.at(4, "20:00"))
    hand.drag(hand.on(2, "top"), hand.at(4, "17:30"))
    story = shown()[1]
    assert (story.start, story.minutes) == (17 * 60 + 30, 150)


@pytest.mark.parametrize(
    ("key", "keys", "weeks"),
    [
        (Qt.Key.Key_PageUp, MOD.NoModifier, -1),
        (Qt.Key.Key_PageDown, MOD.NoModifier, 1),
        (Qt.Key.Key_Left, MOD.AltModifier, -1),
        (Qt.Key.Key_Right, MOD.AltModifier, 1),
    ],
)
def test_keys_turn_the_week_and_ctrl_t_comes_back(qtbot, window, key, keys, weeks):
    here = window.first
    qtbot.keyClick(window, key, keys)
    assert window.first == here + timedelta(weeks=weeks)
    qtbot.keyClick(window, Qt.Key.Key_T, MOD.ControlModifier)
    assert window.first == here


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home])
def test_keys_of_the_week_belong_to_the_page_that_is_shown(qtbot, window, key):
    window.turn(3)
    first = window.first
    window.show_page("why")
    qtbot.keyClick(window.pages.currentWidget(), key)
    assert window.first == first


def test_ctrl_t_and_ctrl_n_lead_to_the_week_from_every_page(qtbot, window):
    window.turn(3)
    window.show_page("why")
    qtbot.keyClick(window, Qt.Key.Key_T, MOD.ControlModifier)
    assert (window.page, window.first) == ("week", MONDAY)
    window.show_page("why")
    qtbot.keyClick(window, Qt.Key.Key_N, MOD.ControlModifier)
    assert window.page == "week"
    assert window.focusWidget() is window.week.form.title
    assert window.focusWidget().isVisible()


def test_no_key_leads_past_the_first_questions(qtbot, open_at):
    window = open_at(Household())
    window.join_late()
    focused = window.focusWidget()
    for key in (Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_K, Qt.Key.Key_Comma):
        qtbot.keyClick(window, key, MOD.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_M, MOD.ControlModifier | MOD.ShiftModifier)
    assert window.page == "first-run"
    assert window.focusWidget() is focused
    assert QApplication.activePopupWidget() is None


def test_undo_turns_to_the_week_in_which_it_shows(window, on_window):
    here = window.first
    window.do(actions.remove_entry(on_window.card(1).entry))
    window.turn(3)
    window.undo()
    assert window.first == here


def test_undo_stays_where_a_trip_is_seen_that_began_the_week_before(open_at, family, entry):
    trip = replace(entry(1, -2, "17:00"), days=4, start=0, minutes=0)
    window = open_at(add(family, trip))
    window.change(trip, replace(trip, days=6))
    window.undo()
    assert window.first == MONDAY
    assert [e.days for e in window.week._days] == [4]


def test_ctrl_n_begins_after_now_and_is_added_by_enter(qtbot, window, shown):
    qtbot.keyClick(window, Qt.Key.Key_N, MOD.ControlModifier)
    qtbot.keyClicks(window.week.form.title, "Kite")
    qtbot.keyClick(window.week.form.title, Qt.Key.Key_Return)
    (kite,) = [e for e in shown() if e.title == "Kite"]
    assert (kite.day, kite.start) == (window.now().date(), 17 * 60)
    assert window.week.chosen == kite
    assert window.week.grid.card_of(kite.id).hasFocus()


def test_f2_renames_on_the_card_and_the_change_is_one_step(qtbot, window, on_window, shown):
    on_window.click(on_window.on(1))
    qtbot.keyClick(on_window.card(1), Qt.Key.Key_F2)
    qtbot.keyClicks(window.focusWidget(), "Worry run")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert shown()[0].title == "Worry run"
    assert on_window.card(1).hasFocus()
    window.undo()
    assert shown()[0].title == "Worry walk"
    assert window.session.undoable is None


def test_a_title_longer_than_its_card_is_renamed_from_its_beginning(qtbot, window, on_window):
    on_window.click(on_window.on(1))
    qtbot.keyClick(on_window.card(1), Qt.Key.Key_F2)
    field = window.focusWidget()
    assert field.selectedText() == "Worry walk"
    assert field.cursorPosition() == 0
    qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_esc_leaves_the_title_as_it_was(qtbot, window, on_window, shown):
    on_window.click(on_window.on(1))
    qtbot.keyClick(on_window.card(1), Qt.Key.Key_F2)
    qtbot.keyClicks(window.focusWidget(), "Worry run")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert shown()[0].title == "Worry walk"
    assert window.session.undoable is None
    assert on_window.card(1).hasFocus()


def test_the_week_is_one_stop_on_the_way_by_tab(qtbot, window):
    cards = window.week.grid.cards()
    seen = []
    field = window.sidebar.buttons["week"]
    field.setFocus()
    for _ in range(60):
        field = window.focusWidget()
        if field in seen:
            break
        seen.append(field)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert len([f for f in seen if f in cards or f is window.week.grid]) == 1
    header = window.week.header
    order = [window.sidebar.buttons["week"], header.today, header.fill, cards[0]]
    assert [seen.index(f) for f in order] == sorted(seen.index(f) for f in order)
    assert [f for f in seen if not f.accessibleName()] == []


def test_a_full_disk_is_said_and_changes_nothing(window, on_window, shown, monkeypatch):
    before = window.session.household

    def refuse(_before, _after):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(window.session._saver, "save", refuse)
    hand = on_window
    hand.drag(hand.on(1), hand.on(1) + hand.at(5, "17:00") - hand.at(2, "17:00"))
    assert window.toast.words == "Not saved. The disk is full."
    assert window.session.household is before
    assert window.session.undoable is None
    assert hand.card(1).parentWidget() is window.week.grid.columns[2]


def test_an_undo_that_cannot_be_saved_is_no_undo(window, on_window, monkeypatch):
    window.do(actions.remove_entry(on_window.card(1).entry))
    after = window.session.household

    def refuse(_before, _after):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(window.session._saver, "save", refuse)
    window.undo()
    assert window.session.household is after
    assert window.session.undoable is not None
    assert window.toast.words == "Not saved. The disk is full."


def test_a_folder_that_is_open_elsewhere_can_be_looked_at(
    qtbot, british, tmp_path, library, window
):
    folder = window.session._saver.database.folder
    household, store = open_store(folder, clock=datetime.now, read_only=True)
    second = app.open_window(
        store,
        type(window.session)(household, store),
        theme.light(),
        library=lambda: library,
        clock=window.now,
    )
    qtbot.addWidget(second)
    second.show()
    assert second.notice.words == text.READ_ONLY
    assert len(second.week.grid.cards()) == 2
    second.toggle_done(second.week.grid.cards()[0].entry)
    assert second.toast.words.startswith("Not saved")
    assert second.session.household is household
    store.close()


def test_at_midnight_another_day_is_today(window, monkeypatch):
    window.now = lambda: datetime(2026, 11, 26, 0, 0)
    window.tick()
    assert window.week.grid.now.date().day == 26
    x = window.week.grid.now_line.geometry().center().x()
    assert window.week.grid.scale.day_at(x) == 3


def test_after_days_of_sleep_the_line_is_where_the_time_is(window):
    grid = window.week.grid
    window.now = lambda: datetime(2026, 11, 28, 9, 30)
    window.tick()
    middle = grid.now_line.geometry().center()
    assert grid.scale.day_at(middle.x()) == 5
    assert middle.y() == pytest.approx(grid.scale.y(9 * 60 + 30), abs=2)
    window.turn(-1)
    assert not grid.now_line.isVisible()


def test_the_week_that_is_over_makes_room_for_the_next(window):
    window.now = lambda: datetime(2026, 12, 3, 9, 30)
    window.tick()
    assert window.first == datetime(2026, 11, 30).date()
    assert window.week.grid.now_line.isVisible()


def test_another_week_stays_when_this_one_is_over(window):
    window.turn(-1)
    window.now = lambda: datetime(2026, 11, 30, 0, 0)
    window.tick()
    assert window.first == datetime(2026, 11, 16).date()


def test_a_week_in_which_somebody_writes_stays_when_it_is_over(window):
    window.week.draft(datetime(2026, 11, 28).date(), 9 * 60, 30)
    window.now = lambda: datetime(2026, 11, 30, 0, 0)
    window.tick()
    assert window.first == datetime(2026, 11, 23).date()
    assert window.week.grid.now.date().day == 30


def test_the_week_begins_where_the_country_begins_it(open_at, family, entry, british):
    QLocale.setDefault(QLocale("en_US"))
    window = open_at(add(family, entry(1, 6, "10:00")))
    assert window.first.weekday() == 6
    assert window.first == datetime(2026, 11, 22).date()
    assert window.week.header.span.text().endswith(" 22–28")
    window.turn(1)
    assert window.week.grid.card_of("1").parentWidget() is window.week.grid.columns[0]


def test_a_folder_without_a_family_begins_with_the_first_run(open_at):
    window = open_at(Household())
    assert window.page == "first-run"
    assert not window.sidebar.isVisible()


def test_the_sidebar_opens_every_page_and_week_comes_back(qtbot, window):
    for page, button in window.sidebar.buttons.items():
        qtbot.mouseClick(button, LEFT)
        assert window.page == page
        assert window.pages.currentWidget().isVisible()
        assert window.windowTitle() == text.title(page)
    qtbot.mouseClick(window.sidebar.buttons["week"], LEFT)
    assert window.pages.currentWidget() is window.week


def test_light_and_dark_change_everything_at_once(window, on_window):
    on_window.click(on_window.on(1))
    window.set_theme(theme.dark())
    assert window.week.grid.theme == theme.dark()
    assert window.sidebar.brand.theme == theme.dark()
    window.set_theme(theme.light())
    assert window.week.chosen is not None


@pytest.mark.parametrize("size", [(1024, 700), (800, 600), (1440, 900)])
def test_the_week_keeps_its_parts_in_any_window(window, size):
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert window.week.grid.scale.column > 40
    assert window.week.side.geometry().right() < window.week.width()
