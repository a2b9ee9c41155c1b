"""A quarter of a minute after a time together, by mouse and by keys alone."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QWidget

from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from ui import theme
from ui.reflect_sheet import ReflectSheet

LEO, MAYA, MUM = PersonId("leo"), PersonId("maya"), PersonId("mum")
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child", birthday=date(2017, 3, 14)),
        Person(id=MAYA, name="Maya", role="child", birthday=date(2020, 9, 2)),
        Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
    )
)
NOW = datetime(2026, 11, 25, 20, 5)
WALK = Entry(
    id=EntryId("1"),
    day=date(2026, 11, 25),
    start=1155,
    minutes=15,
    title="Worry walk",
    people=(LEO, MUM),
    pathway="reach",
    outcome="done",
)
KEPT = Reflection(
    written=datetime(2026, 11, 25, 19, 40),
    closeness=4,
    feelings={LEO: ("left out", "flumpy")},
    helped=("listened",),
    line="Ten lampposts.",
)
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    made.setCentralWidget(QWidget())
    made.resize(1024, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def sheet(window):
    return ReflectSheet(window, theme.light())


@pytest.fixture
def told(sheet):
    """What the sheet told, in order."""
    heard = []
    sheet.saved.connect(lambda entry, reflection: heard.append(("saved", entry, reflection)))
    sheet.deleted.connect(lambda entry: heard.append(("deleted", entry)))
    sheet.again_requested.connect(lambda entry: heard.append(("again", entry)))
    sheet.skipped.connect(lambda: heard.append(("skipped",)))
    return heard


@pytest.fixture
def click(qtbot, sheet):
    """Presses the visible button with these words, where it really stands."""

    def clicked(words, among=None):
        buttons = (among or sheet).findChildren(QPushButton)
        (button,) = (b for b in buttons if b.text() == words and b.isVisible())
        qtbot.mouseClick(button, LEFT)

    return clicked


@pytest.fixture
def press(qtbot, window):
    def pressed(*keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(window.focusWidget() or window, key, modifier)

    return pressed


def face(sheet, value):
    return sheet.form.faces.faces[value - 1]


def words_of(sheet, child=0):
    return [made.text() for made in sheet.form.children_words[child].row.chips]


def test_a_reflection_by_mouse(sheet, told, click, qtbot):
    sheet.open_for(WALK, FAMILY, NOW)
    qtbot.mouseClick(face(sheet, 5), LEFT)
    click("left out")
    click("calm")
    click("I listened first")
    sheet.form.line.setPlainText("  Ten lampposts.  ")
    click("Save")
    expected = replace(KEPT, written=NOW, closeness=5, feelings={LEO: ("left out", "calm")})
    assert told == [("saved", WALK, expected)]
    assert sheet.isHidden()


def test_a_reflection_by_keys_alone(sheet, told, press):
    sheet.open_for(WALK, FAMILY, NOW)
    press(KEY.Key_4, KEY.Key_Tab, KEY.Key_Right, KEY.Key_Space, KEY.Key_Tab, KEY.Key_Return)
    press(KEY.Key_Tab, KEY.Key_S, KEY.Key_O)
    press(KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    (kind, _entry, reflection), *rest = told
    assert (kind, rest) == ("saved", [])
    assert reflection.closeness == 4
    assert reflection.feelings == {LEO: (words_of(sheet)[1],)}
    assert reflection.helped == ("listened",)
    assert reflection.line == "so"


def test_arrows_walk_over_the_faces_and_the_same_face_again_takes_it_back(sheet, press, qtbot):
    sheet.open_for(WALK, FAMILY, NOW)
    press(KEY.Key_Right, KEY.Key_Space)
    assert sheet.form.faces.value == 4
    press(KEY.Key_Space)
    assert sheet.form.faces.value is None
    qtbot.mouseClick(face(sheet, 1), LEFT)
    qtbot.mouseClick(face(sheet, 2), LEFT)
    assert sheet.form.faces.value == 2


def test_escape_skips_without_a_trace(sheet, told, press):
    sheet.open_for(WALK, FAMILY, NOW)
    press(KEY.Key_5, KEY.Key_Escape)
    assert told == [("skipped",)]
    sheet.open_for(WALK, FAMILY, NOW)
    assert sheet.form.reflection(NOW) is None


def test_escape_skips_from_the_text_too(sheet, told, qtbot):
    sheet.open_for(WALK, FAMILY, NOW)
    sheet.form.line.setFocus()
    qtbot.keyClick(sheet.form.line, KEY.Key_Escape)
    assert told == [("skipped",)]


def test_saving_nothing_is_a_skip(sheet, told, click):
    sheet.open_for(WALK, FAMILY, NOW)
    click("Save")
    assert told == [("skipped",)]


def test_again_keeps_what_was_said_and_asks_for_next_week(sheet, told, click, press):
    sheet.open_for(WALK, FAMILY, NOW)
    press(KEY.Key_5)
    click("Do it again next week")
    assert told == [("saved", WALK, Reflection(written=NOW, closeness=5)), ("again", WALK)]


def test_what_was_kept_is_filled_in_and_keeping_it_as_it_is_changes_nothing(sheet, told, click):
    entry = replace(WALK, reflection=KEPT)
    sheet.open_for(entry, FAMILY, NOW)
    assert words_of(sheet)[:2] == ["left out", "flumpy"]
    click("Save")
    assert told == [("skipped",)]


def test_a_change_to_what_was_kept_is_told_with_the_new_time(sheet, told, click):
    entry = replace(WALK, reflection=KEPT)
    sheet.open_for(entry, FAMILY, NOW)
    click("flumpy")
    click("We laughed")
    click("Save")
    changed = replace(
        KEPT, written=NOW, feelings={LEO: ("left out",)}, helped=("listened", "laughed")
    )
    assert told == [("saved", entry, changed)]


def test_delete_is_there_only_where_something_is_kept(sheet, told, click):
    sheet.open_for(WALK, FAMILY, NOW)
    assert sheet.delete.isHidden()
    entry = replace(WALK, reflection=KEPT)
    sheet.open_for(entry, FAMILY, NOW)
    click("Delete")
    assert told == [("deleted", entry)]


def test_taking_everything_back_is_a_deletion(sheet, told, click):
    entry = replace(WALK, reflection=replace(KEPT, closeness=None, feelings={}, helped=()))
    sheet.open_for(entry, FAMILY, NOW)
    sheet.form.line.clear()
    click("Save")
    assert told == [("deleted", entry)]


def test_feelings_of_somebody_who_is_no_longer_asked_about_stay(sheet, told, click):
    feelings = {PersonId("gone"): ("calm",)}
    entry = replace(WALK, reflection=Reflection(written=NOW, feelings=feelings))
    sheet.open_for(entry, FAMILY, NOW)
    click("We laughed")
    click("Save")
    assert told[0][2].feelings == feelings


def test_every_child_is_asked_about_with_words_of_the_own_age(sheet):
    sheet.open_for(replace(WALK, people=(LEO, MAYA, MUM)), FAMILY, NOW)
    assert "frustrated" in words_of(sheet, 0)
    assert "frustrated" not in words_of(sheet, 1)
    questions = [w.text() for w in sheet.findChildren(QLabel)]
    assert {"What did Leo feel?", "What did Maya feel?"} <= set(questions)


def test_a_time_of_grown_ups_asks_for_no_feelings(sheet):
    sheet.open_for(replace(WALK, people=(MUM,)), FAMILY, NOW)
    assert sheet.form.children_words == []


def test_more_shows_all_words_by_family_and_fewer_the_first_with_those_chosen(sheet, click):
    sheet.open_for(WALK, FAMILY, NOW)
    asked = sheet.form.children_words[0]
    click("more…")
    click("homesick")
    assert asked.chosen == ("homesick",)
    click("fewer…")
    assert words_of(sheet)[-2:] == ["homesick", "more…"]
    assert asked.chosen == ("homesick",)


def test_a_word_of_ones_own_is_kept_with_enter_or_as_it_stands(sheet, told, click, qtbot):
    sheet.open_for(WALK, FAMILY, NOW)
    click("more…")
    own = sheet.form.children_words[0].own
    own.setFocus()
    qtbot.keyClicks(own, "wobbly")
    qtbot.keyClick(own, KEY.Key_Return)
    assert not sheet.isHidden()
    qtbot.keyClicks(own, " zingy ")
    click("Save")
    assert told[0][2].feelings == {LEO: ("wobbly", "zingy")}


def test_own_words_from_before_are_offered_again(sheet, click):
    sheet.open_for(WALK, FAMILY, NOW, ("flumpy", "wobbly", "zingy"))
    assert words_of(sheet)[-3:] == ["flumpy", "wobbly", "more…"]
    click("more…")
    click("zingy")
    assert sheet.form.children_words[0].chosen == ("zingy",)


def test_tab_goes_round_inside_the_sheet(sheet, window, press):
    behind = QPushButton("behind", window.centralWidget())
    behind.show()
    sheet.open_for(WALK, FAMILY, NOW)
    seen = []
    for _ in range(12):
        press(KEY.Key_Tab)
        seen.append(window.focusWidget())
    assert all(sheet.isAncestorOf(widget) for widget in seen)
    assert {sheet.save, sheet.skip, sheet.again, sheet.form.line} <= set(seen)


def test_a_click_behind_the_sheet_reaches_nothing(sheet, window, told, qtbot):
    behind = QPushButton("behind", window.centralWidget())
    behind.setGeometry(0, 0, 60, 30)
    behind.show()
    behind.clicked.connect(lambda: told.append("behind"))
    sheet.open_for(WALK, FAMILY, NOW)
    qtbot.mouseClick(window.childAt(QPoint(20, 15)), LEFT, pos=QPoint(20, 15))
    assert told == []


def test_the_focus_goes_back_where_it_came_from(sheet, window, press):
    before = QPushButton("before", window.centralWidget())
    before.show()
    before.setFocus()
    sheet.open_for(WALK, FAMILY, NOW)
    press(KEY.Key_Escape)
    assert window.focusWidget() is before


def test_other_colours_lose_nothing_that_was_chosen(sheet, press):
    sheet.open_for(WALK, FAMILY, NOW)
    press(KEY.Key_5)
    sheet.set_theme(theme.dark())
    assert sheet.form.reflection(NOW) == Reflection(written=NOW, closeness=5)


def test_the_sheet_covers_the_window_and_its_buttons_stay_in_view(sheet, window):
    sheet.open_for(replace(WALK, people=(LEO, MAYA, MUM)), FAMILY, NOW)
    for child in sheet.form.children_words:
        child.more.click()
    assert sheet.size() == window.size()
    corner = sheet.save.mapTo(window, sheet.save.rect().bottomRight())
    assert window.rect().contains(corner)
