"""The text of a rule, read and written: the same rule, and nothing but what rituals can do."""

from datetime import date

import pytest
from hypothesis import given, settings

from planner.rituals_rule import BadRuleError, Rule, rule_from, rule_text
from tests.drawn_rituals import rules


@settings(max_examples=300)
@given(rules())
def test_a_rule_is_read_as_it_was_written(rule):
    assert rule_from(rule_text(rule)) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Rule(frequency="daily")),
        ("FREQ=WEEKLY;BYDAY=FR", Rule(frequency="weekly", weekdays=(4,))),
        (
            "freq=weekly;wkst=su;interval=2;byday=th,tu,th",
            Rule(frequency="weekly", interval=2, weekdays=(1, 3), week_start=6),
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", Rule(frequency="monthly", month_day=-1)),
        ("FREQ=MONTHLY;BYDAY=+3FR", Rule(frequency="monthly", nth=3, weekdays=(4,))),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=-1TH",
            Rule(frequency="yearly", month=11, nth=-1, weekdays=(3,)),
        ),
        ("FREQ=DAILY;UNTIL=20261218", Rule(frequency="daily", until=date(2026, 12, 18))),
        ("FREQ=DAILY;UNTIL=20261218T235959", Rule(frequency="daily", until=date(2026, 12, 18))),
    ],
)
def test_the_usual_ways_of_writing_are_understood(text, rule):
    assert rule_from(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "every friday",
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20261218",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=DAILY;BYHOUR=5",
        "FREQ=DAILY;UNTIL=20261218T120000",
        "FREQ=DAILY;UNTIL=someday",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=1FR,3FR",
        "FREQ=MONTHLY;BYDAY=0FR",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1FR",
        "FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTHDAY=3",
        "FREQ=YEARLY;BYMONTH=3",
        "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYSETPOS=1;BYMONTHDAY=1",
    ],
)
def test_what_rituals_cannot_do_is_refused(text):
    with pytest.raises(BadRuleError):
        rule_from(text)
