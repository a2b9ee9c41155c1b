"""Looking back shows sentences first and charts second, each chart also in words."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from planner.findings import Finding
from planner.look_back import WeekMinutes
from planner.model import Entry, EntryId, Household, Person, PersonId, ReachId, Reflection
from planner.reaches import Reach
from planner.week import add
from ui import theme
from ui.charts import WeekBars
from ui.look_back_page import LookBackPage
from ui.text import look_back as text

LEO, MAYA, MUM = PersonId("leo"), PersonId("maya"), PersonId("mum")
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child"),
        Person(id=MAYA, name="Maya", role="child"),
        Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
    )
)
TODAY = date(2026, 11, 25)
MONDAY = date(2026, 11, 23)
LIGHT = theme.light()
LEFT = Qt.MouseButton.LeftButton
PATHWAYS = ("reach", "feel-with", "stay-close")


def walk(back, *, feelings=("calm",)):
    return Entry(
        id=EntryId(str(back)),
        day=TODAY - timedelta(days=back),
        start=1140,
        minutes=20,
        title="Walk",
        people=(LEO, MUM),
        pathway=PATHWAYS[back % 3],
        outcome="done",
        reflection=Reflection(
            written=datetime(2026, 11, 25, 21), closeness=5, feelings={LEO: feelings}
        ),
    )


FULL = add(FAMILY, *(walk(7 * n) for n in range(10)))


@pytest.fixture(autouse=True)
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def page(qtbot):
    made = LookBackPage(LIGHT)
    made.resize(1234, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_household(FULL, TODAY)
    return made


def words(widget):
    return [part.text() for part in widget.findChildren(QLabel) if not part.isHidden()]


def shown(page):
    return [label.text() for label in page.sentences]


def test_sentences_hold_the_counts(page):
    assert "You have had 10 times together since 23 September." in shown(page)
    assert "For Leo you kept one word, “calm”, 10 times." in shown(page)


def test_fewer_weeks_count_less(page, qtbot):
    qtbot.mouseClick(page.ranges[0], LEFT)
    assert page.weeks == 4
    assert page.charts
    assert shown(page) == []
    qtbot.mouseClick(page.ranges[3], LEFT)
    assert "You have had 10 times together since 23 September." in shown(page)


def test_arrow_keys_and_space_choose_the_range(page, qtbot):
    page.ranges[1].setFocus()
    qtbot.keyClick(page.ranges[1], Qt.Key.Key_Right)
    qtbot.keyClick(page.ranges[2], Qt.Key.Key_Space)
    assert page.weeks == 52


def test_four_times_together_are_shown_but_not_spoken_of(page):
    page.show_household(add(FAMILY, *(walk(n) for n in range(4))), TODAY)
    assert text.LITTLE in words(page.area.widget())
    assert page.sentences == []
    assert page.charts


def test_a_family_without_times_is_met_kindly_and_without_charts(page):
    page.show_household(FAMILY, TODAY)
    assert text.NONE in words(page.area.widget())
    assert page.charts == []


def test_every_chart_says_the_same_in_words(page, qtbot):
    for card in page.charts:
        qtbot.mouseClick(card.words_button, LEFT)
        assert card.in_words
    together, alone, feelings = page.charts
    assert "Week from 23 November: 20 min; Reach out 20" in "\n".join(words(together))
    assert "Leo with Mum: 10\nMaya with Mum: 0" in words(alone)
    assert "calm: 10" in words(feelings)
    qtbot.mouseClick(together.words_button, LEFT)
    assert not together.in_words


def test_a_narrow_page_shows_one_column(page):
    page.resize(700, 900)
    columns = {page._grid.getItemPosition(n)[1] for n in range(page._grid.count())}
    assert columns == {0}


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (
            Finding(kind="close-from", count=8, total=11, minute=1140),
            "8 of the 11 times that felt very close began at 19:00 or later.",
        ),
        (
            Finding(kind="alone", count=2, total=12, people=(MAYA, MUM), since=date(2026, 8, 24)),
            "Maya and Mum have had 2 times alone since 24 August, and 10 with others.",
        ),
        (
            Finding(kind="alone", count=0, total=1, people=(MAYA, MUM), since=date(2025, 8, 24)),
            "Maya and Mum have had 1 time with others since 24 August 2025, none just the two yet.",
        ),
        (
            Finding(kind="feelings", count=3, total=9, people=(LEO,)),
            "For Leo you kept 3 different words for feelings, 9 in all.",
        ),
        (
            Finding(kind="helped", count=6, total=9, word="laughed"),
            "In 6 of 9 times that felt warm or very close, this helped: “We laughed”.",
        ),
    ],
)
def test_findings_read_as_sentences(finding, sentence):
    assert text.sentence(finding, FAMILY, TODAY) == sentence


@pytest.fixture
def bars(qtbot):
    weeks = (
        WeekMinutes(monday=MONDAY - timedelta(days=7), minutes={}),
        WeekMinutes(monday=MONDAY, minutes={"reach": 60, "stay-close": 60}),
    )
    made = WeekBars(weeks, 90, LIGHT)
    made.resize(400, 240)
    qtbot.addWidget(made)
    return made


def painted(widget):
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(LIGHT.surface)
    widget.render(image, renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def test_the_parts_of_a_bar_stand_in_their_colours_and_heights(bars):
    image, plot = painted(bars), bars.plot()
    left = int(1.5 * plot.step) - 12
    assert image.pixelColor(left, int(plot.base - 30 * plot.minute)) == LIGHT.hue("reach").main
    assert (
        image.pixelColor(left, int(plot.base - 100 * plot.minute)) == LIGHT.hue("stay-close").main
    )
    empty = int(0.5 * plot.step)
    assert image.pixelColor(empty, int(plot.base - 30 * plot.minute)) == LIGHT.surface


def test_a_place_in_the_chart_belongs_to_a_week(bars):
    assert bars.week_at(10).minutes == {}
    assert bars.week_at(390).monday == MONDAY
    assert bars.week_at(900) is None


def test_a_chart_can_be_heard(bars):
    assert bars.accessibleName() == text.TIME
    assert "Week from 23 November: 120 min; Reach out 60, Stay close 60" in (
        bars.accessibleDescription()
    )


def test_other_colours_keep_what_is_shown(page):
    before = shown(page)
    page.set_theme(theme.dark())
    assert shown(page) == before


def test_a_change_of_the_household_is_counted(page):
    page.show_household(add(FULL, replace(walk(1), outcome="hard")), TODAY)
    assert "You have had 11 times together since 23 September." in shown(page)


def test_a_sentence_opens_exactly_the_times_it_stands_on_and_back_leads_to_it(page, qtbot):
    sentence = next(s for s in page.sentences if "together" in s.text())
    qtbot.mouseClick(sentence, LEFT)
    assert [card.entry.id for card in page.list.cards] == [str(7 * n) for n in range(10)]
    with qtbot.waitSignal(page.entry_shown) as heard:
        qtbot.mouseClick(page.list.cards[0].week, LEFT)
    assert heard.args[0].id == "0"
    qtbot.mouseClick(page.list.back, LEFT)
    assert sentence.isVisible()
    assert page.focusWidget() is sentence


def test_a_sentence_opens_and_closes_by_keys(page, qtbot):
    qtbot.keyClick(page.sentences[0], Qt.Key.Key_Return)
    assert page.list.isVisible()
    qtbot.keyClick(page.list.back, Qt.Key.Key_Escape)
    assert page.area.isVisible()


def test_what_was_noticed_of_reaches_is_said_only_when_opened(page, qtbot):
    assert page.noticed is None
    reach = Reach(id=ReachId("9"), child=LEO, at=datetime(2026, 11, 24, 19), shape=("quiet",))
    page.show_household(replace(FULL, reaches=(reach,)), TODAY)
    assert not any("You noticed" in line for line in words(page))
    qtbot.mouseClick(page.noticed.button, LEFT)
    assert "You noticed one reach." in words(page)
    assert "November 2026: You noticed one reach by Leo." in words(page)
