"""How an entry comes again: chosen by mouse and keys, and told in a plain sentence."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from planner.model import Term
from planner.preferences import Preferences
from planner.rituals_repeat import Repeat
from ui import theme
from ui.habits import take_habits
from ui.ritual_fields import RepeatFields
from ui.text import common

LEFT = Qt.MouseButton.LeftButton
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
TERM = Term(first=date(2026, 9, 7), last=date(2026, 12, 18))


@pytest.fixture
def fields(qtbot, british):
    made = RepeatFields(theme.light())
    qtbot.addWidget(made)
    made.resize(330, 420)
    made.show()
    made.show_repeat(None, FRIDAY, ())
    return made


def choose(qtbot, field, words: str) -> None:
    """Pick from a choice as the arrow keys do."""
    while field.currentText() != words:
        before = field.currentIndex()
        qtbot.keyClick(field, Qt.Key.Key_Down)
        assert field.currentIndex() != before, [field.itemText(n) for n in range(field.count())]


def test_at_first_nothing_repeats_and_nothing_more_is_asked(fields):
    assert fields.value() is None
    assert not fields.touched
    assert not any(
        part.isVisible() for part in (fields.interval, fields.days, fields.ends, fields.words)
    )


@pytest.mark.parametrize(
    ("words", "rule", "sentence"),
    [
        ("Every day", "FREQ=DAILY", "Every day."),
        ("Every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday."),
        ("Every week on …", "FREQ=WEEKLY;BYDAY=FR", "Every Friday."),
        ("Every month on the 27th", "FREQ=MONTHLY;BYMONTHDAY=27", "Every month on the 27th."),
        (
            "Every month on the fourth Friday",
            "FREQ=MONTHLY;BYDAY=4FR",
            "Every month on the fourth Friday.",
        ),
        (
            "Every month on the last Friday",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "Every month on the last Friday.",
        ),
        (
            "Every year on 27 November",
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=27",
            "Every year on 27 November.",
        ),
    ],
)
def test_each_way_has_its_rule_and_its_sentence(qtbot, fields, words, rule, sentence):
    choose(qtbot, fields.way, words)
    assert fields.value() == Repeat(rule)
    assert fields.words.text() == sentence
    assert fields.touched


@pytest.mark.parametrize(
    ("day", "words", "hint"),
    [
        (date(2027, 1, 31), "Every month on the 31st", "Months without a 31st are left out."),
        (date(2027, 1, 31), "Every month on the last day", ""),
        (date(2028, 2, 29), "Every year on 29 February", "Only leap years have that day."),
        (date(2028, 2, 29), "Every year on the last day of February", ""),
    ],
)
def test_days_that_are_not_always_there_say_so_and_the_last_day_is_offered(
    qtbot, fields, day, words, hint
):
    fields.show_repeat(None, day, ())
    choose(qtbot, fields.way, words)
    assert fields.words.text() == f"{words}. {hint}".strip()


def test_every_other_week_on_two_days_until_a_day(qtbot, fields):
    choose(qtbot, fields.way, "Every week on …")
    qtbot.keyClick(fields.interval, Qt.Key.Key_Up)
    qtbot.mouseClick(fields.days.chips[0], LEFT)
    choose(qtbot, fields.ends, "Until a day")
    fields.until.setDate(common.qdate(date(2027, 1, 31)))
    repeat = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=MO;UNTIL=20270131T235959"
    assert fields.value() == Repeat(repeat)
    assert fields.words.text() == (
        "Every other week on Monday and Friday until 31 January 2027, 9 times."
    )


@pytest.mark.parametrize(
    ("week_start", "comes"),
    [(0, "MO,TU,SU;WKST=MO"), (6, "MO,TU,SU;WKST=SU")],
)
def test_every_other_week_is_the_week_as_the_family_sees_it(qtbot, fields, week_start, comes):
    take_habits(Preferences(first_weekday=week_start))
    fields.show_repeat(None, date(2026, 11, 29), ())
    choose(qtbot, fields.way, "Every week on …")
    qtbot.keyClick(fields.interval, Qt.Key.Key_Up)
    for day in (0, 1):
        qtbot.mouseClick(fields.days.chips[day], LEFT)
    take_habits(Preferences())
    assert fields.value() == Repeat(f"FREQ=WEEKLY;INTERVAL=2;BYDAY={comes}")


def test_weeks_that_were_counted_from_another_day_still_are_when_the_end_is_chosen(qtbot, fields):
    fields.show_repeat(Repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;WKST=TU"), MONDAY, ())
    choose(qtbot, fields.ends, "A number of times")
    assert fields.value() == Repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;WKST=TU;COUNT=10")


def test_times_in_term_time_are_counted_without_the_holidays(qtbot, fields):
    fields.show_repeat(None, FRIDAY, (TERM,))
    choose(qtbot, fields.way, "Every week on …")
    choose(qtbot, fields.ends, "A number of times")
    qtbot.mouseClick(fields.in_term, LEFT, pos=fields.in_term.rect().center() / 4)
    assert fields.words.text() == "Every Friday until 18 December, in term time, 4 times."


def test_term_time_without_known_terms_says_where_they_are_kept(qtbot, fields):
    choose(qtbot, fields.way, "Every day")
    qtbot.keyClick(fields.in_term, Qt.Key.Key_Space)
    assert fields.words.text().endswith("Until then it comes all year.")


def test_no_weekday_at_all_is_said_in_a_sentence(qtbot, fields):
    choose(qtbot, fields.way, "Every week on …")
    qtbot.mouseClick(fields.days.chips[4], LEFT)
    assert fields.fault() == fields.words.text() == "Choose at least one day."


def test_an_end_before_the_beginning_is_said_in_a_sentence(qtbot, fields):
    choose(qtbot, fields.way, "Every day")
    choose(qtbot, fields.ends, "Until a day")
    fields.until.setDate(common.qdate(date(2026, 1, 1)))
    assert fields.words.text() == "It would end before it begins."


def test_a_day_that_is_not_chosen_says_when_the_ritual_begins(qtbot, fields):
    choose(qtbot, fields.way, "Every week on …")
    qtbot.mouseClick(fields.days.chips[1], LEFT)
    qtbot.mouseClick(fields.days.chips[4], LEFT)
    assert fields.words.text() == "Every Tuesday. It begins on Tuesday 1 December."


def test_another_day_of_the_entry_is_followed(qtbot, fields):
    choose(qtbot, fields.way, "Every week on …")
    fields.show_day(date(2026, 11, 28))
    assert fields.words.text() == "Every Saturday."
    choose(qtbot, fields.way, "Every month on the last Saturday")
    fields.show_day(date(2026, 12, 2))
    assert fields.words.text() == "Every month on the 2nd."


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=3;COUNT=7",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;WKST=MO",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;WKST=TU",
        "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20270131T235959",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=-4",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=4FR",
    ],
)
def test_what_is_shown_is_what_is_kept_while_nothing_is_chosen(fields, rule):
    fields.show_repeat(Repeat(rule, in_term=True), FRIDAY, ())
    assert fields.value() == Repeat(rule, in_term=True)
    assert not fields.touched


def test_what_is_chosen_and_taken_back_is_no_change(qtbot, fields):
    fields.show_repeat(Repeat("FREQ=DAILY"), FRIDAY, ())
    qtbot.keyClick(fields.way, Qt.Key.Key_Down)
    assert fields.touched
    qtbot.keyClick(fields.way, Qt.Key.Key_Up)
    assert not fields.touched
