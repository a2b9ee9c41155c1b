"""Whatever a family does with its rituals, another program's calendar has each of their times and no other."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from recurring_ical_events import of

from planner import rituals_actions, week
from planner.calendars.export import calendar_file
from planner.calendars.wishes import Wish
from planner.model import Household, RitualId, Term
from planner.rituals_rule import rule_text
from planner.rituals_series import SCOPES, Repeat
from planner.terms import with_terms
from planner.whole_days import with_days
from tests.builders import FAMILY, MONDAY, entry
from tests.drawn_rituals import rules

STAMP = datetime(2026, 3, 1, 8, tzinfo=UTC)
SINCE, UNTIL = date(2026, 1, 1), date(2027, 5, 1)
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "")
DEEDS = (
    "move",
    "shift",
    "shorten",
    "out",
    "gone",
    "done",
    "days",
    "repeat",
    "terms",
    "end",
    "else",
)
SCHOOL = (
    Term(first=date(2026, 2, 16), last=date(2026, 3, 27)),
    Term(first=date(2026, 4, 13), last=date(2026, 7, 17)),
)


@st.composite
def homes(draw):
    """A family with two rituals by any rules, and up to six things that it did with them."""
    new_id = map(str, count(100))
    home = Household(people=FAMILY)
    if draw(st.booleans()):
        home = with_terms(home, SCHOOL)
    for _ in range(draw(st.integers(1, 2))):
        start = draw(st.sampled_from((0, 150, 17 * 60, 23 * 60 + 50)))
        one = replace(
            entry("_ Mon 19:00-19:20 Story (leo, sara)", entry_id=next(new_id)), start=start
        )
        if draw(st.integers(0, 4)) == 0:
            one = with_days(one, one.day, draw(st.integers(1, 3)))
        repeat = Repeat(rule_text(draw(rules())), draw(st.booleans()))
        home = did(home, rituals_actions.begin_ritual, one, repeat, RitualId(next(new_id)))
    for deed in draw(st.lists(st.sampled_from(DEEDS), max_size=6)):
        given_by = [e for e in week.entries_between(home, MONDAY, 250) if e.ritual]
        if given_by:
            one, scope = draw(st.sampled_from(given_by)), draw(st.sampled_from(SCOPES))
            home = after(home, deed, one, scope, RitualId(next(new_id)), draw)
    return home


def did(home, make, *how):
    """The household after this, or as it was where the rule gives no day."""
    try:
        return make(*how).step(home)
    except ValueError:
        return home


def after(home, deed, one, scope, new_id, draw):
    if deed == "terms":
        return with_terms(home, draw(st.sampled_from(((), SCHOOL, SCHOOL[1:]))))
    if deed == "out":
        return did(home, rituals_actions.remove_occurrence, one, scope, new_id)
    if deed in {"repeat", "end"}:
        repeat = Repeat(rule_text(draw(rules())), draw(st.booleans())) if deed == "repeat" else None
        return did(home, rituals_actions.repeat_differently, one, one, repeat, scope, new_id)
    if deed in {"gone", "done", "else"}:
        outcome = {"gone": "not-this-week"}.get(deed, deed)
        return week.change(home, one, outcome=outcome)
    days = timedelta(draw(st.integers(-9, 9)))
    changed = {
        "move": lambda: replace(one, day=one.day + days),
        "shift": lambda: one if one.all_day else replace(one, start=(one.start + 610) % 1440),
        "shorten": lambda: one if one.all_day else replace(one, minutes=5, title="Short"),
        "days": lambda: with_days(one, one.day + days, 2),
    }[deed]()
    return did(home, rituals_actions.change_occurrence, one, changed, scope, new_id)


def here(home):
    """Start, end and title of everything in these days, whole days as dates."""
    found = []
    for e in week.entries_between(home, SINCE, (UNTIL - SINCE).days):
        if e.outcome != "not-this-week":
            begin, end = e.day, e.day + timedelta(days=e.days)
            if not e.all_day:
                begin = datetime.combine(e.day, time()) + timedelta(minutes=e.start)
                end = begin + timedelta(minutes=e.minutes)
            found.append((str(begin), str(end), e.title))
    return sorted(found)


def there(data):
    """The same as another program reads it."""
    found = []
    for e in of(Calendar.from_ical(data)).between(SINCE - timedelta(7), UNTIL + timedelta(7)):
        begin, end = (
            m.replace(tzinfo=None) if isinstance(m, datetime) else m for m in (e.start, e.end)
        )
        if str(SINCE) <= str(begin) < str(UNTIL):
            found.append((str(begin), str(end), str(e["SUMMARY"]).removesuffix(" (Leo, Mum)")))
    return sorted(found)


def written(home, zone, **wish):
    where = ZoneInfo(zone) if zone else None
    return calendar_file(home, Wish(**wish), zone=where, stamp=STAMP, name="Our week")


@settings(max_examples=100, deadline=None)
@given(homes(), st.sampled_from(ZONES), st.booleans())
def test_each_time_is_there_and_no_other(home, zone, bounded):
    days = {"first": SINCE, "end": UNTIL} if bounded else {}
    assert there(written(home, zone, **days)) == here(home)
