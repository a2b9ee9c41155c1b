"""The examples of RFC 5545 (section 3.8.5.3) that are within what rituals can say, with the days given there."""

from datetime import date
from itertools import islice

import pytest

from planner.rituals_days import days_between
from planner.rituals_rule import rule_from

EXAMPLES = (
    ("FREQ=DAILY;COUNT=10", "1997: 9/2 9/3 9/4 9/5 9/6 9/7 9/8 9/9 9/10 9/11."),
    ("FREQ=DAILY;INTERVAL=2", "1997: 9/2 9/4 9/6 9/8 9/10 9/12 9/14 9/16 9/18 9/20 9/22 9/24"),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997: 9/2 9/12 9/22 10/2 10/12."),
    ("FREQ=WEEKLY;COUNT=10", "1997: 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4."),
    (
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "1997: 9/2 9/16 9/30 10/14 10/28 11/11 11/25 12/9 12/23 1998: 1/6 1/20 2/3 2/17",
    ),
    (
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        "1997: 9/2 9/4 9/9 9/11 9/16 9/18 9/23 9/25 9/30 10/2.",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
        (
            "1997: 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 "
            "11/10 11/12 11/14 11/24 11/26 11/28 12/8 12/10 12/12 12/22."
        ),
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "1997: 9/2 9/4 9/16 9/18 9/30 10/2 10/14 10/16.",
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        "1997: 9/5 10/3 11/7 12/5 1998: 1/2 2/6 3/6 4/3 5/1 6/5.",
    ),
    ("FREQ=MONTHLY;UNTIL=19971224;BYDAY=1FR", "1997: 9/5 10/3 11/7 12/5."),
    ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997: 9/22 10/20 11/17 12/22 1998: 1/19 2/16."),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997: 9/28 10/29 11/28 12/29 1998: 1/29 2/26"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "1997: 3/30 1998: 3/29 1999: 3/28 2000: 3/26"),
    ("FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;COUNT=4", "1998: 4/5 1999: 4/4 2000: 4/2 2001: 4/1."),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997: 8/5 8/10 8/19 8/24."),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997: 8/5 8/17 8/19 8/31."),
    ("FREQ=MONTHLY;BYMONTHDAY=30;COUNT=5", "2007: 1/30 3/30 4/30 5/30 6/30."),
)
"""A rule, and its first days as in the RFC; with a full stop they are all there are."""


def days_in(words: str) -> list[date]:
    """`1997: 12/22 1998: 1/19` as days."""
    found, year = [], 0
    for word in words.rstrip(".").split():
        if word.endswith(":"):
            year = int(word[:-1])
        else:
            month, day = word.split("/")
            found.append(date(year, int(month), int(day)))
    return found


@pytest.mark.parametrize(("text", "words"), EXAMPLES)
def test_a_rule_falls_on_the_days_of_its_example(text, words):
    expected = days_in(words)
    found = days_between(rule_from(text), expected[0], expected[0], date(2030, 1, 1))
    assert list(islice(found, len(expected) + words.endswith("."))) == expected
