"""The Family page: every change is told with the whole new value, and nothing is kept by itself."""

from dataclasses import replace
from datetime import date
from itertools import count
from types import MappingProxyType

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from activities.model import Catalogue
from planner import family
from planner.model import (
    EVERY_DAY,
    SCHOOL_DAYS,
    WEEKEND,
    Busy,
    BusyId,
    Household,
    Moment,
    Person,
    PersonId,
    Span,
    Wishes,
)
from ui import theme
from ui.family_page import FamilyPage
from ui.text import family as text

TODAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton
LEO, SARA = PersonId("leo"), PersonId("sara")
AFTERNOONS = Span(weekdays=SCHOOL_DAYS, start=15 * 60, end=20 * 60)
DAYTIME = Span(weekdays=SCHOOL_DAYS, start=8 * 60, end=15 * 60)
SCHOOL = Busy(id=BusyId("school"), title="School", people=(LEO,), span=DAYTIME)
BEDTIME = Moment(kind="bedtime", people=(LEO,), span=Span(weekdays=EVERY_DAY, start=1200, end=1230))
WALK = Moment(kind="walk", people=(LEO, SARA), span=Span(weekdays=WEEKEND, start=600, end=660))
HOUSEHOLD = Household(
    people=(
        Person(id=LEO, name="Leo", role="child", birthday=date(2017, 3, 14), free=(AFTERNOONS,)),
        Person(id=SARA, name="Sara", role="grown-up", called="Mum", colour=1, free=(AFTERNOONS,)),
    ),
    busy=(SCHOOL,),
    moments=(BEDTIME, WALK),
    wishes=Wishes(),
)


@pytest.fixture
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def read():
    """How often the library was asked for."""
    return []


@pytest.fixture
def page(qtbot, british, read):
    def library() -> Catalogue:
        read.append(True)
        return Catalogue(activities=MappingProxyType({}), published=())

    ids = count(100)
    shown = FamilyPage(theme.light(), lambda: str(next(ids)), library)
    qtbot.addWidget(shown)
    shown.show_household(HOUSEHOLD, TODAY)
    shown.resize(1100, 900)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.fixture
def click(qtbot, page):
    def clicked(widget: QWidget) -> None:
        def reach() -> None:
            page.pane.ensureWidgetVisible(widget)
            assert widget.visibleRegion().contains(widget.rect().center())

        qtbot.waitUntil(reach)
        qtbot.mouseClick(widget, LEFT, pos=QPoint(8, widget.height() // 2))

    return clicked


def told(qtbot, signal, step):
    with qtbot.waitSignal(signal) as heard:
        step()
    return heard.args[0]


def retype(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_a_name_is_one_step_when_the_field_is_left(qtbot, page):
    heard = []
    page.person_changed.connect(heard.append)
    row = page.people.rows[LEO]
    retype(qtbot, row.name, "Leonard")
    assert heard == []
    qtbot.keyClick(row.name, Qt.Key.Key_Tab)
    assert heard == [replace(HOUSEHOLD.people[0], name="Leonard")]


def test_what_the_children_say_can_be_changed(qtbot, page):
    row = page.people.rows[SARA]
    retype(qtbot, row.called, "Mama")
    person = told(qtbot, page.person_changed, lambda: qtbot.keyClick(row.called, Qt.Key.Key_Return))
    assert (person.called, person.free) == ("Mama", (AFTERNOONS,))


def test_how_sentences_speak_of_a_child_is_chosen_beside_the_birthday(qtbot, page):
    field = page.people.rows[LEO].pronoun
    field.setFocus()
    person = told(qtbot, page.person_changed, lambda: qtbot.keyClicks(field, "she"))
    assert person.pronoun == "she"


def test_an_empty_name_is_not_kept(qtbot, page):
    row = page.people.rows[LEO]
    with qtbot.assertNotEmitted(page.person_changed):
        row.name.setFocus()
        row.name.selectAll()
        qtbot.keyClick(row.name, Qt.Key.Key_Delete)
        qtbot.keyClick(row.name, Qt.Key.Key_Tab)
    assert page.people.hint.text() == text.NAME_MISSING


def test_a_birthday_in_the_future_is_refused_with_a_sentence(qtbot, page):
    row = page.people.rows[LEO]
    with qtbot.assertNotEmitted(page.person_changed):
        row.birthday.setFocus()
        row.birthday.selectAll()
        qtbot.keyClicks(row.birthday, "14032030")
        qtbot.keyClick(row.birthday, Qt.Key.Key_Tab)
    assert "in the future" in page.people.hint.text()


def test_a_new_child_is_told_once_it_has_a_name(qtbot, page, click):
    with qtbot.assertNotEmitted(page.person_changed):
        click(page.people.add_child)
    row = tuple(page.people.rows.values())[-1]
    qtbot.keyClicks(row.name, "Maya")
    person = told(qtbot, page.person_changed, lambda: qtbot.keyClick(row.name, Qt.Key.Key_Tab))
    assert (person.id, person.name, person.role, person.colour) == ("100", "Maya", "child", 2)
    assert person.free


def test_a_row_without_a_name_stays_while_other_things_change(page, click):
    click(page.people.add_grown_up)
    page.show_household(family.with_wishes(HOUSEHOLD, Wishes(day_max=1)), TODAY)
    assert [p.name for p in page.people.people()] == ["Leo", "Sara", ""]


def test_a_person_goes_without_a_question(qtbot, page, click):
    row = page.people.rows[SARA]
    person = told(qtbot, page.person_removed, lambda: click(row.remove))
    page.show_household(family.without_person(HOUSEHOLD, person.id), TODAY)
    assert list(page.people.rows) == [LEO]
    assert list(page.times.cards) == [LEO]
    assert page.people.hint.text() == "Add at least one grown-up."


def test_what_is_being_typed_stays_while_the_page_is_shown_again(qtbot, page):
    row = page.people.rows[LEO]
    retype(qtbot, row.name, "Leon")
    page.show_household(family.with_busy(HOUSEHOLD, replace(SCHOOL, title="Nursery")), TODAY)
    assert row.name.text() == "Leon"


def test_undo_elsewhere_is_seen(page):
    page.show_household(
        family.with_person(HOUSEHOLD, replace(HOUSEHOLD.people[0], name="Lea")), TODAY
    )
    assert page.people.rows[LEO].name.text() == "Lea"


def test_free_hours_are_told_with_the_person(qtbot, page, click):
    line = page.times.cards[LEO][2].lines[0]
    line.range.start.setFocus()
    line.range.start.setSelectedSection(line.range.start.Section.HourSection)
    person = told(
        qtbot,
        page.person_changed,
        lambda: (
            qtbot.keyClicks(line.range.start, "1630"),
            qtbot.keyClick(line.range.start, Qt.Key.Key_Return),
        ),
    )
    assert person.free == (replace(AFTERNOONS, start=16 * 60 + 30),)


def test_turning_a_time_with_the_arrows_is_one_step(qtbot, page):
    heard = []
    page.person_changed.connect(heard.append)
    field = page.times.cards[LEO][2].lines[0].range.start
    field.setFocus()
    field.setSelectedSection(field.Section.MinuteSection)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: bool(heard))
    assert [p.free[0].start for p in heard] == [15 * 60 + 15]


def test_the_days_of_free_time_open_below_it(qtbot, page, click):
    line = page.times.cards[LEO][2].lines[0]
    click(line.days.open)
    person = told(qtbot, page.person_changed, lambda: click(line.days.chips.chips[4]))
    assert person.free[0].weekdays == (0, 1, 2, 3)
    assert line.days.open.text() == "Mon–Thu"


def test_free_time_can_be_added_and_taken_away(qtbot, page, click):
    free = page.times.cards[LEO][2]
    person = told(qtbot, page.person_changed, lambda: click(free.add))
    assert len(person.free) == 2
    page.show_household(family.with_person(HOUSEHOLD, person), TODAY)
    person = told(qtbot, page.person_changed, lambda: click(free.lines[0].remove))
    assert len(person.free) == 1


def test_a_busy_time_is_added_with_everything(qtbot, page, click):
    click(page.busy.add)
    form = page.busy.form
    qtbot.keyClicks(form.title, "Swimming")
    click(form.people[LEO])
    for day in SCHOOL_DAYS[1:]:
        click(form.days.chips[day])
    click(form.first.tick)
    form.last.day.setDate(form.first.day.date())
    busy = told(qtbot, page.busy_changed, lambda: click(form.save))
    assert busy == Busy(
        id=BusyId("100"),
        title="Swimming",
        people=(LEO,),
        span=replace(DAYTIME, weekdays=(0,)),
        first=TODAY,
    )


@pytest.mark.parametrize(
    ("title", "who", "words"),
    [("", True, text.BUSY_TITLE_MISSING), ("Swimming", False, text.BUSY_PEOPLE_MISSING)],
)
def test_a_busy_time_says_what_is_missing(qtbot, page, click, title, who, words):
    click(page.busy.add)
    form = page.busy.form
    qtbot.keyClicks(form.title, title)
    if who:
        click(form.people[LEO])
    with qtbot.assertNotEmitted(page.busy_changed):
        click(form.save)
    assert form.hint.text() == words


def test_a_busy_time_is_changed_in_its_place(qtbot, page, click):
    click(page.busy.lines[SCHOOL.id].edit)
    assert not page.busy.lines[SCHOOL.id].isVisible()
    form = page.busy.form
    retype(qtbot, form.title, "Big school")
    busy = told(qtbot, page.busy_changed, lambda: qtbot.keyClick(form.title, Qt.Key.Key_Return))
    assert busy == replace(SCHOOL, title="Big school")


def test_escape_leaves_no_trace(qtbot, page, click):
    click(page.busy.lines[SCHOOL.id].edit)
    qtbot.keyClicks(page.busy.form.title, "x")
    with qtbot.assertNotEmitted(page.busy_changed):
        qtbot.keyClick(page.busy.form.title, Qt.Key.Key_Escape)
    assert page.busy.form is None
    assert page.busy.lines[SCHOOL.id].isVisible()


def test_a_busy_time_is_deleted(qtbot, page, click):
    line = page.busy.lines[SCHOOL.id]
    assert told(qtbot, page.busy_removed, lambda: click(line.delete)) == SCHOOL


def test_dinner_is_a_tick_and_other_moments_stay(qtbot, page, click):
    dinner = next(m for m in page.moments.lines if m.tick.text() == text.DINNER)
    moments = told(qtbot, page.moments_changed, lambda: click(dinner.tick))
    assert {m.kind for m in moments} == {"bedtime", "walk", "meal"}
    assert {BEDTIME, WALK} < set(moments)


def test_a_later_bedtime_keeps_its_length(qtbot, page):
    field = page.moments.lines[0].start
    field.setFocus()
    field.setSelectedSection(field.Section.HourSection)
    moments = told(
        qtbot,
        page.moments_changed,
        lambda: (qtbot.keyClicks(field, "2045"), qtbot.keyClick(field, Qt.Key.Key_Return)),
    )
    assert (moments[0].span.start, moments[0].span.end) == (1245, 1275)


def test_one_idea_more_a_day_is_a_wish(qtbot, page):
    page.goals.day_max.setFocus()
    wishes = told(
        qtbot,
        page.wishes_changed,
        lambda: (
            qtbot.keyClick(page.goals.day_max, Qt.Key.Key_Up),
            qtbot.keyClick(page.goals.day_max, Qt.Key.Key_Return),
        ),
    )
    assert wishes == replace(Wishes(), day_max=Wishes().day_max + 1)


def test_a_blocked_activity_can_come_back(qtbot, page, click):
    blocked = replace(HOUSEHOLD.wishes, blocked=frozenset({"gone", "other"}))
    page.show_household(family.with_wishes(HOUSEHOLD, blocked), TODAY)
    wishes = told(qtbot, page.wishes_changed, lambda: click(page.blocked.lines["gone"]))
    assert wishes.blocked == {"other"}


def test_the_library_is_not_read_while_nothing_is_blocked(page, read):
    assert read == []


def test_a_sample_family_offers_a_way_to_your_own(qtbot, page, click):
    assert not page.start_own.isVisible()
    page.show_household(replace(HOUSEHOLD, sample=True), TODAY)
    with qtbot.waitSignal(page.start_over_requested):
        click(page.start_own)


def test_the_wheel_scrolls_and_changes_nothing(qtbot, page):
    """A field nobody is in lets the wheel pass."""
    field = page.goals.minutes["reach"]
    page.people.rows[LEO].name.setFocus()
    page.pane.ensureWidgetVisible(field)
    wheel(field)
    assert field.value() == 60


def wheel(field: QWidget) -> None:
    at = QPointF(field.rect().center())
    QApplication.sendEvent(
        field,
        QWheelEvent(
            at,
            QPointF(field.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_everything_to_press_or_type_has_a_spoken_name(page):
    fields = [
        w
        for w in page.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and not isinstance(w, QLabel)
        and not w.objectName().startswith("qt_")
    ]
    assert len(fields) > 20
    nameless = [w for w in fields if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []


def test_other_colours_show_the_same_family(page):
    page.set_theme(theme.dark())
    assert [p.name for p in page.people.people()] == ["Leo", "Sara"]
