"""The first run, with the hands of a parent: names typed, ticks clicked, and what comes out."""

from datetime import date
from itertools import count

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from planner.model import SCHOOL_DAYS, Household
from planner.start import default_free
from ui import theme
from ui.first_run import FirstRun
from ui.text import family as text

TODAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot, british):
    ids = count(1)
    shown = FirstRun(theme.light(), TODAY, lambda: str(next(ids)))
    qtbot.addWidget(shown)
    shown.resize(1440, 900)
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


@pytest.fixture
def fill_row(qtbot, page, click):
    """Type a name, and a birthday as the keys 14 03 2017, into the row with this number."""

    def filled(n: int, name: str, birthday: str = "") -> None:
        row = tuple(page.people.rows.values())[n]
        click(row.name)
        qtbot.keyClicks(row.name, name)
        if birthday:
            row.birthday.setFocus(Qt.FocusReason.TabFocusReason)
            qtbot.keyClicks(row.birthday, birthday)

    return filled


def finished(qtbot, page, click) -> Household:
    for _ in range(2):
        click(page.go_on)
    with qtbot.waitSignal(page.finished) as told:
        click(page.go_on)
    (household,) = told.args
    return household


@pytest.fixture
def of_two(fill_row):
    fill_row(0, "Leo", "14032017")
    fill_row(1, "Sara")


def test_it_begins_with_a_row_for_a_child_and_one_for_a_grown_up(page):
    assert [p.role for p in page.people.people()] == ["child", "grown-up"]
    assert next(iter(page.people.rows.values())).name.hasFocus()


def test_two_grown_ups_and_three_children_become_a_household(qtbot, page, click, fill_row):
    for more in (page.people.add_child, page.people.add_child, page.people.add_grown_up):
        click(more)
    fill_row(0, "Leo", "14032017")
    fill_row(1, "Sara")
    fill_row(2, "Maya", "02092020")
    fill_row(3, "Noa", "05012024")
    fill_row(4, "Jonas")

    household = finished(qtbot, page, click)

    assert [(p.name, p.role, p.birthday) for p in household.people] == [
        ("Leo", "child", date(2017, 3, 14)),
        ("Sara", "grown-up", None),
        ("Maya", "child", date(2020, 9, 2)),
        ("Noa", "child", date(2024, 1, 5)),
        ("Jonas", "grown-up", None),
    ]
    assert len({p.colour for p in household.people}) == 5
    leo = household.people[0]
    assert leo.free == default_free("child", age=9)
    titles = {household.person(b.people[0]).name: b.title for b in household.busy}
    assert titles == {"Leo": "School", "Sara": "Work", "Maya": "School", "Jonas": "Work"}
    assert [m.kind for m in household.moments] == ["bedtime", "bedtime", "bedtime", "meal"]
    assert household.moments[-1].people == tuple(p.id for p in household.people)
    assert dict(household.wishes.goals) == {"reach": 60, "feel-with": 60, "stay-close": 60}


def test_the_age_stands_beside_the_birthday(page, fill_row):
    fill_row(0, "Leo", "14032017")
    assert next(iter(page.people.rows.values())).age.text() == "9 years"


def test_a_birthday_nobody_typed_stays_open(qtbot, page, click, fill_row):
    fill_row(0, "Leo")
    row = next(iter(page.people.rows.values()))
    row.role.setFocus()
    qtbot.keyClick(row.role, Qt.Key.Key_Tab)
    assert row.birthday.hasFocus()
    qtbot.keyClick(row.birthday, Qt.Key.Key_Tab)
    assert row.remove.hasFocus()
    assert row.value().birthday is None
    assert row.birthday.text() == ""


@pytest.mark.parametrize("typed", ["14/03/2017", "14.3.2017", "14 3 17", "2017-03-14", "14032017"])
def test_a_birthday_may_be_typed_in_many_ways(page, fill_row, typed):
    fill_row(0, "Leo", typed)
    assert next(iter(page.people.rows.values())).value().birthday == date(2017, 3, 14)


def test_a_day_that_does_not_exist_is_named_and_nothing_goes_on(page, click, fill_row):
    fill_row(0, "Leo", "31/02/2017")
    fill_row(1, "Sara")
    click(page.go_on)
    assert page.step == 0
    assert "31/02/2017" in page.people.hint.text()


def test_a_birthday_is_picked_from_a_calendar_that_opens_near(qtbot, page, click):
    row = next(iter(page.people.rows.values()))
    arrow = QPoint(row.birthday.width() - 10, row.birthday.height() // 2)
    qtbot.mouseClick(row.birthday, LEFT, pos=arrow)
    calendar = row.birthday.calendar()
    assert calendar.yearShown() == 2020
    days = calendar.findChild(QTableView)
    qtbot.mouseClick(days.viewport(), LEFT, pos=days.visualRect(days.model().index(3, 3)).center())
    assert row.value().birthday.year == 2020
    assert row.age.text().endswith("years")


@pytest.mark.parametrize(
    ("name", "birthday", "words"),
    [
        ("", "", text.NAME_MISSING),
        ("Leo", "", "When was Leo born? Ideas are chosen by age."),
        ("Leo", "14032027", "The birthday of Leo is in the future. Please check it."),
    ],
)
def test_one_sentence_says_what_is_missing(page, click, fill_row, name, birthday, words):
    fill_row(1, "Sara")
    fill_row(0, name, birthday)
    click(page.go_on)
    assert (page.step, page.people.hint.text()) == (0, words)
    assert page.people.hint.isVisible()


def test_a_family_has_a_child_and_a_grown_up(page, click, of_two):
    child, grown_up = page.people.rows.values()
    click(grown_up.remove)
    click(page.go_on)
    assert page.people.hint.text() == "Add at least one grown-up."
    click(child.remove)
    click(page.people.add_grown_up)
    next(iter(page.people.rows.values())).name.setText("Sara")
    click(page.go_on)
    assert page.people.hint.text() == "Add at least one child."
    assert page.step == 0


def test_two_may_have_the_same_name(page, click, fill_row):
    fill_row(0, "Sam", "14032017")
    fill_row(1, "Sam")
    click(page.go_on)
    assert page.step == 1


def test_going_back_loses_nothing(qtbot, page, click, of_two):
    click(page.go_on)
    leo, sara = page.draft.people
    times = page.times.free[leo.id].lines[0].range.start
    click(page.times.usual[sara.id].tick)
    times.setFocus()
    times.setSelectedSection(times.Section.HourSection)
    qtbot.keyClicks(times, "1615")
    click(page.back)
    click(page.people.add_child)
    qtbot.keyClicks(tuple(page.people.rows.values())[2].name, "Noa")
    tuple(page.people.rows.values())[2].birthday.setFocus()
    qtbot.keyClicks(tuple(page.people.rows.values())[2].birthday, "05102026")

    household = finished(qtbot, page, click)

    assert household.people[0].free[0].start == 16 * 60 + 15
    assert [b.title for b in household.busy] == ["School"]
    bedtimes = [m.people for m in household.moments if m.kind == "bedtime"]
    assert set(bedtimes) == {(p.id,) for p in household.children}


def test_times_nobody_touched_follow_the_age(qtbot, page, click, of_two):
    click(page.go_on)
    click(page.back)
    row = next(iter(page.people.rows.values()))
    row.birthday.setFocus()
    row.birthday.selectAll()
    qtbot.keyClicks(row.birthday, "14032011")
    household = finished(qtbot, page, click)
    assert household.people[0].free == default_free("child", age=15)


def test_a_ride_is_asked_for_with_days_and_people(qtbot, page, click, of_two):
    click(page.go_on)
    ride = page.times.moments.lines[-1]
    click(ride.tick)
    click(ride.days.open)
    click(ride.days.chips.chips[4])
    household = finished(qtbot, page, click)
    assert household.moments[-1].kind == "car"
    assert household.moments[-1].span.weekdays == SCHOOL_DAYS[:4]
    assert household.moments[-1].people == tuple(p.id for p in household.people)


def test_a_bedtime_without_its_tick_is_none(qtbot, page, click, of_two):
    click(page.go_on)
    click(page.times.moments.lines[0].tick)
    household = finished(qtbot, page, click)
    assert [m.kind for m in household.moments] == ["meal"]


def test_an_end_before_the_start_is_not_taken(qtbot, page, click, of_two):
    click(page.go_on)
    line = page.times.free[page.draft.people[0].id].lines[0]
    line.range.end.setFocus()
    line.range.end.setSelectedSection(line.range.end.Section.HourSection)
    qtbot.keyClicks(line.range.end, "0900")
    click(page.go_on)
    assert page.draft.people[0].free == default_free("child", age=9)


def test_goals_and_quiet_days_are_wishes(qtbot, page, click, of_two):
    click(page.go_on)
    click(page.go_on)
    page.goals.minutes["reach"].setFocus()
    qtbot.keyClick(page.goals.minutes["reach"], Qt.Key.Key_Down)
    click(page.goals.quiet.chips[6])
    with qtbot.waitSignal(page.finished) as told:
        click(page.go_on)
    wishes = told.args[0].wishes
    assert (wishes.goals["reach"], wishes.quiet_days) == (45, (6,))


def test_the_sample_family_is_a_click_away(qtbot, page):
    with qtbot.waitSignal(page.sample_requested):
        qtbot.mouseClick(page.sample, LEFT)


def test_the_keys_alone_lead_through(qtbot, page):
    """Enter goes from field to field, Tab to the next, Space presses Continue."""
    child, grown_up = page.people.rows.values()
    qtbot.keyClicks(child.name, "Leo")
    qtbot.keyClick(child.name, Qt.Key.Key_Return)
    assert child.role.hasFocus()
    qtbot.keyClick(child.role, Qt.Key.Key_Tab)
    qtbot.keyClicks(child.birthday, "14032017")
    qtbot.keyClick(child.birthday, Qt.Key.Key_Tab)
    assert child.remove.hasFocus()
    qtbot.keyClick(child.remove, Qt.Key.Key_Tab)
    assert grown_up.name.hasFocus()
    qtbot.keyClicks(grown_up.name, "Sara")
    for expected in (
        grown_up.role,
        grown_up.remove,
        page.people.add_child,
        page.people.add_grown_up,
        page.sample,
        page.go_on,
    ):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    for _ in range(2):
        qtbot.keyClick(page.go_on, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.finished) as told:
        qtbot.keyClick(page.go_on, Qt.Key.Key_Space)
    assert [p.name for p in told.args[0].people] == ["Leo", "Sara"]


def test_other_colours_lose_nothing_that_was_typed(page, of_two, click):
    page.set_theme(theme.dark())
    assert [p.name for p in page.people.people()] == ["Leo", "Sara"]
    click(page.go_on)
    page.set_theme(theme.light())
    assert page.step == 1
    assert page.title.text() == text.WELCOME_TITLES[1]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_six_children_and_grandparents_fit_the_width(page, click, fill_row, size):
    page.resize(*size)
    for _ in range(5):
        click(page.people.add_child)
    for _ in range(3):
        click(page.people.add_grown_up)
    for n, row in enumerate(page.people.rows.values()):
        row.name.setText(f"Maximiliane-Wolfgangina von und zu Hohenburgheim {n}")
        row.birthday.show_birthday(date(2013 + n, 3, 14))
    click(page.go_on)
    QApplication.sendPostedEvents()
    assert page.step == 1
    inside = page.pane.widget()
    assert inside.minimumSizeHint().width() <= page.pane.viewport().width()
    assert page.go_on.visibleRegion().boundingRect().size() == page.go_on.size()
