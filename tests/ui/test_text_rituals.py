"""How a ritual comes again, in the words a family reads on its card, in its form and in the list."""

from datetime import date

import pytest

from planner.model import Entry, EntryId, Ritual, RitualId, Term
from ui.text.rituals import NO_TERMS, sentence

FRIDAY = date(2026, 11, 27)
MONDAY = date(2026, 11, 23)
TERM = Term(first=date(2026, 9, 7), last=date(2026, 12, 18))


def said(rule: str, day: date, *, in_term: bool = False, skipped: tuple[date, ...] = ()) -> str:
    first = Entry(id=EntryId("1"), day=day, start=0, minutes=1, title="Story")
    ritual = Ritual(id=RitualId("1"), first=first, rule=rule, in_term=in_term, skipped=skipped)
    return sentence(ritual, (TERM,))


@pytest.mark.usefixtures("british")
@pytest.mark.parametrize(
    ("rule", "day", "words"),
    [
        ("FREQ=DAILY;COUNT=2", FRIDAY, "Every day, twice."),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", MONDAY, "Every other week on weekdays."),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR,SA,SU",
            MONDAY,
            "Every other week, all seven days.",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR,SU;WKST=SU",
            FRIDAY,
            "Every other week on Sunday, Monday and Friday.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-3FR",
            date(2026, 11, 13),
            "Every month on the third Friday from the end.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-5SU",
            date(2026, 11, 1),
            "Every month on the fifth Sunday from the end. Months without a fifth one are left out.",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-31",
            date(2026, 12, 1),
            "Every month on the 31st day from the end. Months without a 31st are left out.",
        ),
        (
            "FREQ=YEARLY;BYMONTH=5;BYDAY=5SU",
            date(2027, 5, 30),
            "Every year on the fifth Sunday of May. Years without a fifth one are left out.",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-29",
            date(2028, 2, 1),
            "Every year on the 29th day from the end of February. Only leap years have that day.",
        ),
    ],
)
def test_a_rule_is_said_as_it_is(rule, day, words):
    assert said(rule, day) == words


@pytest.mark.usefixtures("british")
def test_one_whose_only_time_was_taken_out_says_that_none_is_left():
    words = said("FREQ=WEEKLY;BYDAY=FR;COUNT=1", FRIDAY, skipped=(FRIDAY,))
    assert words == "Every Friday, none left."


@pytest.mark.usefixtures("british")
def test_term_time_that_nobody_has_said_yet_is_no_term_time():
    first = Entry(id=EntryId("1"), day=FRIDAY, start=0, minutes=1, title="Story")
    ritual = Ritual(id=RitualId("1"), first=first, rule="FREQ=WEEKLY", in_term=True)
    assert sentence(ritual, (TERM,)) == "Every Friday, in term time."
    assert sentence(ritual, ()) == f"Every Friday, in term time. {NO_TERMS}"
