"""What the family says Fill may ask of it: each change is told with the whole new value."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt

from activities.model import Catalogue
from planner.model import Busy, BusyId, Household, Reflection, Wishes, weeks_of
from planner.week import add
from tests.builders import FAMILY, JONAS, LEO, MONDAY, SARA, activity, entry, library, span
from ui import theme
from ui.busy_editor import BusyForm
from ui.family_page import FamilyPage
from ui.fill_wishes import FillWishes
from ui.text import family as family_text
from ui.text import learned as learned_text
from ui.text import wishes as text

LEFT = Qt.MouseButton.LeftButton
HOME = Household(people=FAMILY)
SUNDAY = date(2026, 3, 8)


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def asking(qtbot):
    made = FillWishes(theme.light())
    qtbot.addWidget(made)
    made.show_household(HOME, MONDAY)
    made.resize(900, 500)
    made.show()
    return made


def told(qtbot, signal, step):
    with qtbot.waitSignal(signal) as heard:
        step()
    return heard.args[0]


def click(qtbot, widget):
    qtbot.mouseClick(widget, LEFT, pos=QPoint(8, widget.height() // 2))


def test_every_child_has_a_chip_with_every_grown_up(asking):
    assert len(asking.pairs) == 4
    assert all(chip.isChecked() for chip in asking.pairs.values())
    assert asking.pairs[LEO.id, SARA.id].text() == "Leo with Mum"


def test_a_pair_is_left_out_and_taken_in_again(qtbot, asking):
    chip = asking.pairs[LEO.id, JONAS.id]
    wishes = told(qtbot, asking.wishes_changed, lambda: click(qtbot, chip))
    assert wishes == Wishes(apart=frozenset({(LEO.id, JONAS.id)}))
    wishes = told(qtbot, asking.wishes_changed, lambda: click(qtbot, chip))
    assert wishes == Wishes()


def test_a_hard_time_is_until_sunday_unless_another_day_is_said(qtbot, asking):
    wishes = told(qtbot, asking.wishes_changed, lambda: click(qtbot, asking.hard.tick))
    assert wishes.hard_until == SUNDAY
    later = QDate(2026, 3, 22)
    wishes = told(qtbot, asking.wishes_changed, lambda: asking.hard.day.setDate(later))
    assert wishes.hard_until == date(2026, 3, 22)
    wishes = told(qtbot, asking.wishes_changed, lambda: click(qtbot, asking.hard.tick))
    assert wishes.hard_until is None


def test_a_hard_time_that_is_over_is_not_ticked_any_more(asking):
    asking.show_household(replace(HOME, wishes=Wishes(hard_until=date(2026, 3, 1))), MONDAY)
    assert not asking.hard.tick.isChecked()


def test_a_loss_has_a_day(qtbot, asking):
    wishes = told(qtbot, asking.wishes_changed, lambda: click(qtbot, asking.loss.tick))
    assert wishes.loss == MONDAY


def test_tiny_ones_can_be_none(qtbot, asking):
    asking.tiny.setFocus()
    wishes = told(qtbot, asking.wishes_changed, lambda: asking.tiny.setValue(0))
    assert wishes.tiny_max == 0


def test_showing_wishes_tells_of_nothing(qtbot, asking):
    with qtbot.assertNotEmitted(asking.wishes_changed, wait=0):
        shown = Wishes(
            tiny_max=1, hard_until=SUNDAY, loss=MONDAY, apart=frozenset({(LEO.id, SARA.id)})
        )
        asking.show_household(replace(HOME, wishes=shown), MONDAY)
    assert asking.wishes() == shown


def test_every_other_week_is_said_by_what_this_week_is(qtbot):
    away = Busy(id=BusyId("1"), title="At Dad's", people=(LEO.id,), span=span("00:00-24:00"))
    form = BusyForm(away, HOME, MONDAY, theme.light())
    qtbot.addWidget(form)
    assert form.value() == away
    form.weeks.setCurrentText(text.THIS_AND_EVERY_OTHER)
    busy = told(qtbot, form.saved, form.save.click)
    assert busy.span == replace(away.span, weeks=weeks_of(MONDAY))
    assert busy.span.falls_on(MONDAY)
    assert text.EVERY_OTHER in family_text.busy_times(busy)
    again = BusyForm(busy, HOME, MONDAY, theme.light())
    qtbot.addWidget(again)
    assert again.weeks.currentText() == text.THIS_AND_EVERY_OTHER


# on the page

TALK = activity("Talk")
CLOSE = Reflection(written=datetime(2026, 3, 2, 20), closeness=5)
NOTED = add(HOME, entry("x Mon 16:00-16:20 Talk (leo, sara)", activity="talk", reflection=CLOSE))


@pytest.fixture
def page(qtbot):
    ideas = library(TALK)
    made = FamilyPage(
        theme.light(), lambda: "1", lambda: Catalogue(activities=ideas, published=(TALK,))
    )
    qtbot.addWidget(made)
    made.show_household(NOTED, SUNDAY)
    return made


def test_own_time_is_kept_apart_from_free_time(qtbot, page):
    assert set(page.own_time.cards) == {SARA.id, JONAS.id}
    free = page.own_time.cards[SARA.id][2]
    person = told(qtbot, page.person_changed, free.add.click)
    assert (person.free, len(person.own_time)) == (SARA.free, 1)


def test_what_was_learned_can_be_forgotten(qtbot, page):
    wishes = told(qtbot, page.wishes_changed, page.learned.lines["talk"].click)
    assert wishes.forgotten == {"talk": SUNDAY}
    page.show_household(replace(NOTED, wishes=wishes), SUNDAY)
    assert page.learned.lines == {}


def test_a_lesson_is_a_plain_sentence(page):
    (lesson,) = page.learned._shown
    assert learned_text.sentence(lesson).startswith("Talk: noted once;")
