"""A parent writes an activity down, mostly without the mouse, and only Save keeps it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from activities.model import Activity, ForAge, Say, Step
from ui import theme
from ui.activity_editor import ActivityEditor
from ui.text import activity_editor as text

KEY = Qt.Key
FORT = Activity(
    id="pillow-fort",
    title="Pillow fort",
    pathways=("stay-close", "reach"),
    skill="repair",
    summary="Build a fort and pass one law.",
    bands=("5-7", "8-10"),
    settings=("weekend",),
    participants=("siblings",),
    steps=(Step("Build."), Step("Speak.", "Let them."), Step("Vote.")),
    say=(Say("Nobody starts", "The chair has a question."),),
    by_age={"5-7": ForAge("Use toys.", "What does bear want?")},
    materials=("Pillows",),
    safety_note="Mind the lamp.",
    own=True,
)


@pytest.fixture
def editor(qtbot):
    made = ActivityEditor(theme.light())
    qtbot.addWidget(made)
    made.setStyleSheet(theme.style_sheet(theme.light()))
    made.resize(900, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_activity(None, new=True)
    return made


@pytest.fixture
def click(qtbot):
    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def typed(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def saved(editor, qtbot, click):
    with qtbot.waitSignal(editor.saved) as caught:
        click(editor.ok)
    return caught.args


def mending(editor):
    return {n: f.mend.words.text() for n, f in editor.fields.items() if f.mend.isVisible()}


def test_a_name_and_a_pathway_are_enough(editor, qtbot, click):
    typed(qtbot, "Moon soup")
    click(editor.pathway.by_key["reach"])
    activity, new = saved(editor, qtbot, click)

    assert new
    assert activity == Activity(id="new", title="Moon soup", pathways=("reach",), own=True)


def test_nothing_typed_is_told_beside_the_fields(editor, qtbot, click):
    with qtbot.assertNotEmitted(editor.saved):
        click(editor.ok)

    assert mending(editor).keys() == {"title", "pathways"}
    assert editor.title.hasFocus()
    assert "name" in editor.title.accessibleDescription()


def test_a_mended_field_says_nothing_any_more(editor, qtbot, click):
    click(editor.ok)
    typed(qtbot, "Moon soup")

    assert mending(editor).keys() == {"pathways"}


@pytest.mark.parametrize(
    ("field", "spoil"),
    [
        ("title", lambda e: e.title.setText("Long " * 10)),
        ("summary", lambda e: e.summary.setPlainText("long " * 40)),
        ("settings", lambda e: e.moments.choose(("meal", "car", "walk", "chore"))),
        ("duration", lambda e: e.minutes.show_minutes(5, 300)),
        ("materials", lambda e: e.materials.show_values((("Pan",),) * 2)),
        ("steps", lambda e: e.steps.show_values(tuple((f"Step {n}", "") for n in range(9)))),
        ("say", lambda e: e.say.show_values((("Late", ""),))),
        ("say", lambda e: e.say.show_values((("Late", "word " * 26),))),
    ],
)
def test_each_rule_of_the_library_has_friendly_words(editor, qtbot, click, field, spoil):
    editor.show_activity(FORT, new=False)
    spoil(editor)
    with qtbot.assertNotEmitted(editor.saved):
        click(editor.ok)

    assert mending(editor).keys() == {field}
    assert "does not fit" not in mending(editor)[field]


def test_an_activity_opened_and_saved_is_the_same(editor, qtbot, click):
    editor.show_activity(FORT, new=False)

    assert saved(editor, qtbot, click) == [FORT, False]


def test_escape_leaves_no_trace(editor, qtbot):
    typed(qtbot, "Moon soup")
    with qtbot.waitSignal(editor.cancelled), qtbot.assertNotEmitted(editor.saved):
        press(qtbot, KEY.Key_Escape)
    editor.show_activity(None, new=True)

    assert editor.title.text() == ""


def test_steps_are_written_moved_and_taken_away_by_keys(editor, qtbot, click):
    editor.steps.add.setFocus()
    press(qtbot, KEY.Key_Space)
    typed(qtbot, "First")
    press(qtbot, KEY.Key_Return)
    typed(qtbot, "Second")
    press(qtbot, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.steps.values == (("Second", ""), ("First", ""))

    press(qtbot, KEY.Key_Return)
    press(qtbot, KEY.Key_Backspace)
    assert editor.steps.values == (("Second", ""), ("First", ""))
    assert editor.steps.rows[0].boxes[0].hasFocus()


def test_a_button_that_reached_the_end_hands_on_the_focus(editor, qtbot, click):
    editor.show_activity(FORT, new=False)
    second = editor.steps.rows[1]
    click(second.up)

    assert editor.steps.values[0] == ("Speak.", "Let them.")
    assert second.down.hasFocus()


def test_a_row_is_taken_away_by_its_button(editor, click):
    editor.show_activity(FORT, new=False)
    click(editor.steps.rows[0].remove)

    assert [words for words, _ in editor.steps.values] == ["Speak.", "Vote."]
    assert editor.steps.rows[0].remove.accessibleName() == "Remove step 1"


def test_a_tip_has_a_box_only_where_there_is_one(editor):
    editor.show_activity(FORT, new=False)

    assert [row.boxes[1].isHidden() for row in editor.steps.rows] == [True, False, True]


def test_ctrl_enter_saves_from_anywhere(editor, qtbot):
    editor.show_activity(FORT, new=False)
    editor.steps.rows[0].boxes[0].setFocus()
    with qtbot.waitSignal(editor.saved):
        press(qtbot, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_tab_goes_through_everything_as_it_stands(editor, qtbot, click):
    editor.show_activity(FORT, new=False)
    click(editor.steps.add)
    qtbot.waitUntil(editor.steps.rows[-1].isVisible)
    editor.title.setFocus()
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        press(qtbot, KEY.Key_Tab)
    inside = [each for each in seen if editor.area.isAncestorOf(each)]
    field = [next(f for f in editor.fields.values() if f.isAncestorOf(each)) for each in inside]

    assert seen[-2:] == [editor.ok, editor.cancel]
    assert {row.remove for row in editor.steps.rows} <= set(seen)
    assert list(dict.fromkeys(field)) == [*editor.fields.values()]


def test_only_skills_of_the_pathway_are_offered(editor, click):
    click(editor.pathway.by_key["feel-with"])
    names = [editor.skill.box.itemData(n) for n in range(editor.skill.box.count())]

    assert "listening" in names
    assert "naming" not in names


def test_a_skill_chosen_first_brings_its_pathway(editor):
    editor.skill.box.setCurrentIndex(editor.skill.box.findData("listening"))

    assert editor.pathway.chosen == ("feel-with",)
    assert editor.skill.skill == "listening"


def test_another_pathway_lets_go_of_the_skill(editor, qtbot, click):
    editor.show_activity(FORT, new=False)
    click(editor.pathway.by_key["feel-with"])
    activity, _ = saved(editor, qtbot, click)

    assert (activity.pathways, activity.skill) == (("feel-with", "reach"), "")


def test_a_ritual_may_come_again_at_once(editor, qtbot, click):
    editor.show_activity(FORT, new=False)
    click(editor.cadence.by_key["ritual"])

    assert saved(editor, qtbot, click)[0].cooldown_weeks == 0


def test_the_longer_time_goes_along_with_the_shorter(editor):
    editor.minutes.show_minutes(10, 20)
    editor.minutes.least.setValue(45)

    assert editor.minutes.minutes == (45, 45)


def test_what_is_not_asked_is_said_to_stay(editor):
    editor.show_activity(FORT, new=False)
    kept = editor._kept.isVisible()
    editor.show_activity(None, new=True)

    assert (kept, editor._kept.isVisible()) == (True, False)


def test_dark_colours_keep_what_is_typed(editor, qtbot):
    typed(qtbot, "Moon soup")
    editor.set_theme(theme.dark())

    assert editor.title.text() == "Moon soup"
    assert editor.heading.palette().windowText().color() == theme.dark().ink


def test_long_steps_are_seen_whole(editor, qtbot):
    editor.show_activity(None, new=True)
    editor.steps.show_values((("word " * 60, ""),))
    box = editor.steps.rows[0].boxes[0]
    qtbot.waitUntil(lambda: box.height() > 3 * box.fontMetrics().lineSpacing())

    assert box.document().size().height() * box.fontMetrics().lineSpacing() < box.height()


def test_a_copy_has_a_title_that_fits():
    assert text.copied_title("Advice Desk") == "Advice Desk, our way"
    assert text.copied_title("x" * 39) == "x" * 39
