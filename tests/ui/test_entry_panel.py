"""The chosen card in full: what to do, what to say, and what can be done with it."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from activities.model import SKILLS, Activity, ForAge, Instead, Say, Step, Trouble
from planner.model import OUTCOMES, Reflection
from ui import theme
from ui.entry_panel import EntryPanel
from ui.text import common
from ui.text import week as text

LEFT = Qt.MouseButton.LeftButton
WALK = Activity(
    id="worry-walk",
    title="Worry walk",
    pathways=("reach",),
    skill="name-it",
    summary="Walk until the worry has a name.",
    steps=(Step(text="Put your shoes on."),),
    say=(Say(when="at the door", words="Shall we walk?"),),
    instead=(
        Instead(not_this="Stop worrying.", try_this="Where does it sit?", because="It stays."),
    ),
    by_age={
        "5-7": ForAge(change="Shorter.", words="Is it a big one?"),
        "8-10": ForAge(change="Longer.", words="What is it like in your legs?"),
    },
    trouble=(Trouble(if_this="He runs ahead", then_that="Let him."),),
    safety_note="Stay off the road.",
)


@pytest.fixture
def panel(qtbot, british):
    made = EntryPanel(theme.light())
    qtbot.addWidget(made)
    made.resize(340, 800)
    made.show()
    return made


@pytest.fixture
def walk(entry):
    return entry(1, 2, "17:00", title="Worry walk", activity="worry-walk", why="It suits Leo.")


@pytest.fixture
def words(panel):
    def shown():
        return [w.text() for w in panel.findChildren(QLabel) if not w.isHidden()]

    return shown


@pytest.fixture
def known_skill():
    return next(s for s in SKILLS.values() if s.pathway == "reach")


def test_it_says_what_when_who_and_why(panel, walk, family, words, known_skill):
    panel.show_entry(walk, replace(WALK, skill=known_skill.id), family)
    assert f"Reach out · {known_skill.name}" in words()
    assert {"Worry walk", "Wed 25 Nov, 17:00 · 30 min", "Leo with Mum", "It suits Leo."} <= set(
        words()
    )


def test_it_says_what_to_do_what_to_say_and_what_to_do_when_it_goes_wrong(
    panel, walk, family, words
):
    panel.show_entry(walk, replace(WALK, skill=""), family)
    assert {"Put your shoes on.", "“Shall we walk?”", "“Where does it sit?”", "Let him."} <= set(
        words()
    )
    assert "Stay off the road." in words()


def test_what_is_better_not_said_is_struck_through(panel, walk, family):
    panel.show_entry(walk, replace(WALK, skill=""), family)
    (found,) = [w for w in panel.findChildren(QLabel) if w.text() == "“Stop worrying.”"]
    assert found.font().strikeOut()


def test_words_are_for_the_age_of_the_children_who_take_part(panel, walk, family, words):
    panel.show_entry(walk, replace(WALK, skill=""), family)
    assert "“What is it like in your legs?”" in words()
    assert "“Is it a big one?”" not in words()


def test_a_line_of_the_familys_own_shows_what_there_is(panel, entry, family, words):
    panel.show_entry(
        entry(1, 2, "17:00", title="Swimming", pathway=None, note="Towels"), None, family
    )
    assert {"Swimming", "Towels"} <= set(words())
    assert text.HOW not in words()


@pytest.mark.parametrize(
    ("outcome", "kept", "label", "signal"),
    [
        ("planned", False, text.MARK_DONE, "done_toggled"),
        ("done", False, text.REFLECT, "reflect_requested"),
        ("hard", True, text.READ_REFLECTION, "reflect_requested"),
    ],
)
def test_the_main_button_is_the_next_step(qtbot, panel, walk, family, outcome, kept, label, signal):
    reflection = Reflection(written=datetime(2026, 11, 25, 21)) if kept else None
    panel.show_entry(replace(walk, outcome=outcome, reflection=reflection), None, family)
    assert panel.done.text() == label
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        qtbot.mouseClick(panel.done, LEFT)
    assert heard.args[0].id == walk.id


def test_the_menu_names_every_outcome_and_ticks_the_present_one(panel, walk, family):
    panel.show_entry(replace(walk, outcome="hard"), None, family)
    items = [a for a in panel.menu().actions() if a.isCheckable()]
    assert [a.text() for a in items] == [common.OUTCOME_NAMES[o] for o in OUTCOMES]
    assert [a.text() for a in items if a.isChecked()] == [common.OUTCOME_NAMES["hard"]]


def test_an_outcome_chosen_in_the_menu_is_asked_for(qtbot, panel, walk, family):
    panel.show_entry(walk, None, family)
    menu = panel.menu()
    with qtbot.waitSignal(panel.outcome_chosen) as heard:
        menu.actions()[4].trigger()
    assert heard.args == [walk, "not-this-week"]


def test_delete_stands_in_the_menu_without_a_question(qtbot, panel, walk, family):
    panel.show_entry(walk, None, family)
    with qtbot.waitSignal(panel.removed) as heard:
        panel.menu().actions()[-1].trigger()
    assert heard.args == [walk]


def test_the_place_in_the_text_stays_when_the_same_entry_changes(panel, walk, family):
    panel.resize(340, 300)
    panel.show_entry(walk, replace(WALK, skill=""), family)
    QApplication.processEvents()
    bar = panel.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(120)
    panel.show_entry(replace(walk, outcome="done"), replace(WALK, skill=""), family)
    QApplication.processEvents()
    assert bar.value() == 120


@pytest.mark.parametrize("width", [220, 270, 340])
def test_no_word_is_cut_off_in_a_narrow_panel(panel, walk, family, width):
    panel.resize(width, 800)
    panel.show_entry(walk, replace(WALK, skill=""), family)
    QApplication.processEvents()
    for found in panel.findChildren(QLabel):
        assert found.height() >= found.heightForWidth(found.width())
    for button in (panel.done, panel.edit, panel.more):
        assert button.width() >= button.minimumSizeHint().width()


def test_nothing_can_be_done_while_nothing_is_chosen(panel, walk, family):
    panel.show_entry(walk, None, family)
    panel.show_nothing(empty_week=False)
    assert not panel.done.isVisible()
