"""A family looks for something to do: types, narrows down, reads, adds."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from activities.model import SETTINGS, Activity, Catalogue, ForAge, Say, Step
from activities.search import index
from planner.model import (
    Entry,
    EntryId,
    Household,
    Person,
    PersonId,
    Reflection,
    Ritual,
    RitualId,
    Wishes,
)
from planner.week import add
from ui import theme
from ui.activities_page import ActivitiesPage
from ui.activity_cards import wrapped
from ui.activity_choice import Choice, found, past_of
from ui.activity_panel import STRENGTHS, strengths, strongest
from ui.text import activities as text

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("This plugin does not support")]

TODAY = date(2026, 11, 25)
LEO, MAYA, MUM = PersonId("leo"), PersonId("maya"), PersonId("mum")
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child", birthday=date(2017, 5, 1)),
        Person(id=MAYA, name="Maya", role="child", birthday=date(2020, 5, 1)),
        Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
    )
)
WALK = Activity(
    id="worry-walk",
    title="Worry walk",
    pathways=("reach",),
    summary="Walk side by side and let the worry come out.",
    bands=("8-10", "11-13"),
    settings=("walk",),
    minutes_min=15,
    minutes_max=30,
)
STORY = Activity(
    id="two-sides",
    title="Two sides of a story",
    pathways=("feel-with",),
    summary="Retell a quarrel twice.",
    bands=("5-7", "8-10"),
    settings=("bedtime", "car"),
    minutes_min=10,
    minutes_max=15,
    skill="other-shoes",
    evidence=("rose2012", "way2013"),
    steps=(Step("Pick a quarrel."), Step("Swap sides.", "Be slow.")),
    by_age={"5-7": ForAge("Use toys.", "What does bear want?")},
    participants=("one-to-one", "siblings"),
)
ROSE = Activity(
    id="rose",
    title="Rose, thorn, bud",
    pathways=("stay-close",),
    summary="One good thing, one hard thing, one hope.",
    settings=("meal",),
    participants=("whole-family",),
    effort=2,
    minutes_min=10,
    minutes_max=20,
)
LIBRARY = (ROSE, STORY, WALK)


def catalogue(*activities: Activity) -> Catalogue:
    return Catalogue(activities={a.id: a for a in activities}, published=activities)


def done(activity: Activity, days_ago: int, *, people=(LEO, MUM), outcome="done", closeness=None):
    day = TODAY - timedelta(days=days_ago)
    words = Reflection(written=datetime(2026, 11, 1), closeness=closeness) if closeness else None
    return Entry(
        id=EntryId(f"{activity.id}-{days_ago}"),
        day=day,
        start=1080,
        minutes=15,
        title=activity.title,
        people=people,
        activity=activity.id,
        outcome=outcome,
        reflection=words,
    )


@pytest.fixture
def open_page(qtbot):
    def opened(household=FAMILY, library=LIBRARY, width=1234):
        books = catalogue(*library)
        page = ActivitiesPage(theme.light(), lambda: books)
        qtbot.addWidget(page)
        page.setStyleSheet(theme.style_sheet(theme.light()))
        page.resize(width, 800)
        page.show_household(household, TODAY)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        return page

    return opened


@pytest.fixture
def click(qtbot):
    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def titles(page: ActivitiesPage) -> list[str]:
    return [activity.title for activity in page.grid.cards.shown]


def card_at(page: ActivitiesPage, row: int) -> QPoint:
    return page.grid.visualRect(page.grid.cards.index(row)).center()


def words_in(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel)]


def test_everything_is_shown_at_first_in_the_order_of_titles(open_page):
    page = open_page()

    assert titles(page) == ["Rose, thorn, bud", "Two sides of a story", "Worry walk"]
    assert page.filters.count.text() == "3"


def test_an_activity_that_waits_for_review_is_not_among_the_cards(qtbot):
    books = Catalogue(activities={a.id: a for a in LIBRARY}, published=(ROSE,))
    page = ActivitiesPage(theme.light(), lambda: books)
    qtbot.addWidget(page)
    page.show_household(FAMILY, TODAY)

    assert titles(page) == ["Rose, thorn, bud"]


def test_typing_narrows_the_cards(open_page, qtbot):
    page = open_page()

    qtbot.keyClicks(page.filters.search, "quarrel")

    assert titles(page) == ["Two sides of a story"]
    assert page.filters.count.text() == "1 of 3"


@pytest.mark.parametrize(
    ("chip", "expected"),
    [
        (lambda bar: bar.pathways["reach"], ["Worry walk"]),
        (lambda bar: bar.children_chips[MAYA], ["Rose, thorn, bud", "Two sides of a story"]),
        (lambda bar: bar.short, ["Two sides of a story"]),
        (lambda bar: bar.companies["whole-family"], ["Rose, thorn, bud"]),
        (lambda bar: bar.no_preparation, ["Two sides of a story", "Worry walk"]),
    ],
)
def test_a_chip_narrows_the_cards_and_lets_go_again(open_page, click, chip, expected):
    page = open_page()

    click(chip(page.filters))
    assert titles(page) == expected

    click(chip(page.filters))
    assert len(titles(page)) == 3


def test_two_pathways_add_up_and_another_chip_narrows_both(open_page, click):
    page = open_page()
    click(page.filters.pathways["reach"])
    click(page.filters.pathways["stay-close"])
    assert titles(page) == ["Rose, thorn, bud", "Worry walk"]

    click(page.filters.no_preparation)

    assert titles(page) == ["Worry walk"]


def test_one_to_one_lets_go_of_whole_family(open_page, click):
    page = open_page()
    click(page.filters.companies["whole-family"])

    click(page.filters.companies["one-to-one"])

    assert titles(page) == ["Two sides of a story", "Worry walk"]


def test_what_fits_both_children_fits_each(open_page, click):
    page = open_page()
    click(page.filters.children_chips[LEO])
    click(page.filters.children_chips[MAYA])

    assert titles(page) == ["Rose, thorn, bud", "Two sides of a story"]


def test_a_moment_is_picked_from_the_chips_menu(open_page, click):
    page = open_page()
    click(page.filters.moment)
    menu = page.filters.moment.menu_of_items
    assert menu.isVisible()

    menu.actions()[1 + SETTINGS.index("bedtime")].trigger()
    menu.close()

    assert titles(page) == ["Two sides of a story"]
    assert page.filters.moment.text() == "Bedtime ▾"
    assert page.filters.moment.isChecked()


def test_not_done_lately_leaves_out_the_last_four_weeks(open_page, click):
    page = open_page(add(FAMILY, done(ROSE, 27), done(WALK, 28)))

    click(page.filters.not_lately)

    assert titles(page) == ["Two sides of a story", "Worry walk"]


def test_what_a_ritual_brought_counts_as_done_lately(open_page, click):
    page = open_page()
    first = Entry(
        id=EntryId("900"), day=date(2026, 11, 20), start=600, minutes=15,
        title=WALK.title, activity=WALK.id,
    )  # fmt: skip
    daily = Ritual(id=RitualId("900"), first=first, rule="FREQ=DAILY")
    page.show_household(replace(page._household, rituals=(daily,)), TODAY)
    click(page.filters.not_lately)
    assert titles(page) == ["Rose, thorn, bud", "Two sides of a story"]


def test_what_was_given_up_does_not_count_as_done_lately():
    household = add(
        FAMILY, done(ROSE, 2, outcome="not-this-week"), done(WALK, 2, outcome="planned")
    )

    assert past_of(household, TODAY).lately == {"worry-walk"}


def test_loved_is_what_a_reflection_called_warm_or_very_close(open_page, click):
    page = open_page(add(FAMILY, done(ROSE, 40, closeness=4), done(WALK, 41, closeness=3)))

    click(page.filters.loved)

    assert titles(page) == ["Rose, thorn, bud"]


def test_shortest_first_and_not_done_for_longest(open_page):
    page = open_page(add(FAMILY, done(STORY, 3), done(ROSE, 30)))

    page.filters.order.setCurrentIndex(1)
    assert titles(page) == ["Two sides of a story", "Rose, thorn, bud", "Worry walk"]

    page.filters.order.setCurrentIndex(2)
    assert titles(page) == ["Worry walk", "Rose, thorn, bud", "Two sides of a story"]


def test_clear_filters_leaves_the_words_in_the_search_box(open_page, qtbot, click):
    page = open_page()
    qtbot.keyClicks(page.filters.search, "one")
    click(page.filters.short)

    click(page.filters.clear)

    assert page.filters.search.text() == "one"
    assert titles(page) == ["Rose, thorn, bud"]
    assert not page.filters.clear.isVisible()


def test_where_nothing_fits_there_is_a_way_back(open_page, qtbot, click):
    page = open_page()
    click(page.filters.short)
    qtbot.keyClicks(page.filters.search, "zzzz")
    assert page.nothing.isVisible()

    click(page.nothing.show_all)

    assert len(titles(page)) == 3
    assert page.grid.isVisible()


def test_a_clicked_card_is_read_in_the_panel(open_page, qtbot):
    page = open_page()

    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=card_at(page, 1))
    qtbot.waitUntil(lambda: page.panel.activity is STORY)

    words = words_in(page.panel)
    assert "Feel with · their side of it" in words
    assert "10–15 min, one-to-one or siblings" in words
    assert "Swap sides.\nTip: Be slow." in words
    assert "5–7 years · Maya" in words


def test_the_text_ends_where_the_panel_ends(open_page, qtbot):
    say = tuple(Say("When it is quiet", "What was the worst bit of it for you?") for _ in range(40))
    page = open_page(library=(replace(STORY, say=say, safety_note="Stop if it hurts."),))
    last = next(w for w in page.panel.findChildren(QLabel) if w.text() == "Stop if it hurts.")
    content = last.parentWidget()
    qtbot.waitUntil(lambda: content.height() > page.panel.height())

    assert content.height() - last.geometry().bottom() < 40


def test_the_place_in_the_text_stays_when_the_household_changes(open_page, qtbot):
    say = tuple(Say("When it is quiet", "What was the worst bit of it for you?") for _ in range(40))
    page = open_page(library=(replace(STORY, say=say),))
    bar = page.panel.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)

    page.show_household(Household(people=FAMILY.people[:2]), TODAY)

    assert bar.value() == 300


def test_the_strongest_source_counts():
    a_strong_one = next(key for key, strength in strengths().items() if strength == "strong")
    a_theory = next(key for key, strength in strengths().items() if strength == "theory")

    assert strongest((a_theory, a_strong_one)) == "strong"
    assert strongest((a_theory, "unheard-of")) == "theory"
    assert strongest(("unheard-of",)) is None


def test_every_strength_of_the_table_has_its_place_and_its_word():
    assert set(strengths().values()) == set(STRENGTHS) == set(text.STRENGTH_NAMES)


def test_the_panel_tells_of_the_last_time(open_page):
    page = open_page(add(FAMILY, done(ROSE, 9, closeness=4)))

    assert any("Leo with Mum" in w and w.endswith("warm") for w in words_in(page.panel))


def test_a_card_says_with_whom_it_was_last_done(open_page):
    page = open_page(add(FAMILY, done(ROSE, 4)))

    spoken = page.grid.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Rose, thorn, bud, Stay close")
    assert spoken.endswith("with Leo, 4 days ago")


def test_add_to_week_asks_for_the_chosen_activity(open_page, qtbot, click):
    page = open_page()

    with qtbot.waitSignal(page.add_requested) as asked:
        click(page.panel.add)

    assert asked.args == [ROSE]


@pytest.mark.parametrize("blocked", [False, True])
def test_never_suggest_is_a_toggle(open_page, qtbot, click, blocked):
    ids = frozenset({"rose"} if blocked else ())
    page = open_page(Household(people=FAMILY.people, wishes=Wishes(blocked=ids)))
    assert page.panel.block.text() == (text.SUGGEST_AGAIN if blocked else text.NEVER_SUGGEST)

    with qtbot.waitSignal(page.blocked_toggled) as asked:
        click(page.panel.block)

    assert asked.args == ["rose", not blocked]


def test_the_keyboard_leads_from_typing_to_adding(open_page, qtbot):
    page = open_page()
    page.filters.search.setFocus()
    qtbot.waitUntil(page.filters.search.hasFocus)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    qtbot.waitUntil(page.grid.hasFocus)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)

    with qtbot.waitSignal(page.add_requested) as asked:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)

    assert asked.args == [STORY]


def test_up_from_the_first_row_leads_back_to_the_search(open_page, qtbot):
    page = open_page()
    page.grid.setFocus()

    qtbot.keyClick(page.grid, Qt.Key.Key_Up)

    qtbot.waitUntil(page.filters.search.hasFocus)


@pytest.mark.parametrize("in_results", [False, True])
def test_escape_empties_the_search(open_page, qtbot, in_results):
    page = open_page()
    qtbot.keyClicks(page.filters.search, "rose")

    qtbot.keyClick(page.grid if in_results else page.filters.search, Qt.Key.Key_Escape)

    assert len(titles(page)) == 3


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_ctrl_f_and_slash_go_to_the_search(open_page, qtbot, key, modifier):
    page = open_page()
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)

    qtbot.keyClick(page.grid, key, modifier)

    qtbot.waitUntil(page.filters.search.hasFocus)


def test_a_slash_can_be_typed_into_the_search(open_page, qtbot):
    page = open_page()
    page.filters.search.setFocus()
    qtbot.waitUntil(page.filters.search.hasFocus)

    qtbot.keyClicks(page.filters.search, "a/b")

    assert page.filters.search.text() == "a/b"


def test_search_filters_and_choice_stay_when_the_page_is_left(open_page, qtbot, click):
    page = open_page()
    click(page.filters.pathways["reach"])
    click(page.filters.pathways["feel-with"])
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=card_at(page, 1))
    page.hide()

    page.show_household(add(FAMILY, done(ROSE, 1)), TODAY)
    page.show()

    assert titles(page) == ["Two sides of a story", "Worry walk"]
    assert page.chosen is WALK


def test_what_was_picked_is_chosen_again_when_the_search_lets_it_back_in(open_page, qtbot):
    page = open_page()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=card_at(page, 2))
    qtbot.keyClicks(page.filters.search, "rose")
    assert page.chosen is ROSE

    page.filters.search.clear()

    assert page.chosen is WALK


def test_a_childs_chip_stays_pressed_over_a_birthday(open_page, click):
    page = open_page()
    click(page.filters.children_chips[LEO])

    page.show_household(FAMILY, date(2027, 5, 1))

    assert page.filters.children_chips[LEO].text() == "Fits Leo, 10"
    assert page.filters.children_chips[LEO].isChecked()


def test_a_baby_without_a_band_gets_no_chip(open_page):
    baby = Person(id=PersonId("bo"), name="Bo", role="child", birthday=date(2026, 1, 1))
    page = open_page(Household(people=(*FAMILY.people, baby)))

    assert list(page.filters.children_chips) == [LEO, MAYA]


@pytest.mark.parametrize(("width", "columns"), [(1234, 3), (958, 2), (400, 1)])
def test_cards_stand_in_as_many_columns_as_are_wide_enough(open_page, width, columns):
    many = tuple(
        Activity(id=f"a{n}", title=f"Game {n}", pathways=("reach",), summary="Short.")
        for n in range(7)
    )
    page = open_page(library=many, width=width)
    rects = [page.grid.visualRect(page.grid.cards.index(n)) for n in range(7)]

    assert [r.top() for r in rects].count(rects[0].top()) == columns
    assert rects[columns].top() > rects[0].top()


def test_every_control_can_be_read_aloud(open_page):
    page = open_page()
    controls = (
        page.filters.search,
        page.filters.order,
        page.grid,
        page.panel.add,
        page.panel.block,
    )

    assert all(each.accessibleName() for each in (*controls, *page.filters.chips))


def test_dark_colours_reach_the_panel(open_page):
    page = open_page()

    page.set_theme(theme.dark())

    title = next(each for each in page.panel.findChildren(QLabel) if each.text() == ROSE.title)
    assert title.palette().windowText().color() == theme.dark().ink


CHOICES = st.builds(
    Choice,
    typed=st.sampled_from(("", "one", "walk quarrel", "zz")),
    pathways=st.frozensets(st.sampled_from(("reach", "feel-with", "stay-close"))),
    bands=st.frozensets(st.sampled_from(("5-7", "8-10"))),
    short=st.booleans(),
    moment=st.sampled_from((None, "bedtime", "meal")),
    not_lately=st.booleans(),
    order=st.sampled_from(("title", "shortest", "longest-ago")),
)


@given(CHOICES)
def test_another_order_finds_the_same_activities(choice):
    past = past_of(add(FAMILY, done(ROSE, 3)), TODAY)
    books = index(LIBRARY)
    by_title = found(books, Choice(**{**_fields(choice), "order": "title"}), past)

    assert sorted(a.id for a in found(books, choice, past)) == sorted(a.id for a in by_title)


def _fields(choice: Choice) -> dict[str, object]:
    return {name: getattr(choice, name) for name in Choice.__slots__}


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=14), max_size=30), st.integers(1, 4))
def test_words_on_a_card_never_leave_its_width(words, most):
    font = theme.text_font()
    lines = wrapped(" ".join(words), font, 120, most)

    assert len(lines) <= most
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 121 for line in lines)
