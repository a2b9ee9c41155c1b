"""Rules and rituals for tests, drawn at random."""

from datetime import date, timedelta

from hypothesis import strategies as st

from planner.rituals_rule import Rule

REPEATS = ("daily", "weekly", "weekly", "monthly", "yearly")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Any rule there can be."""
    frequency = draw(st.sampled_from(REPEATS))
    way = draw(st.sampled_from(("plain", "date", "nth")))
    month = draw(st.integers(1, 12))
    by: dict[str, object] = {}
    if frequency == "weekly":
        by["weekdays"] = tuple(draw(st.sets(st.integers(0, 6), max_size=4).map(sorted)))
        by["week_start"] = draw(st.sampled_from((0, 0, 6, 2)))
    elif frequency != "daily" and way == "date":
        length = LENGTHS[month - 1] if frequency == "yearly" else 31
        by["month_day"] = draw(st.integers(1, length)) * draw(st.sampled_from((1, 1, -1)))
    elif frequency != "daily" and way == "nth":
        by["nth"] = draw(st.sampled_from((1, 2, 3, 4, 5, -1, -2)))
        by["weekdays"] = (draw(st.integers(0, 6)),)
    if frequency == "yearly" and way != "plain":
        by["month"] = month
    end = draw(st.sampled_from(("never", "count", "until")))
    if end == "count":
        by["count"] = draw(st.integers(1, 60))
    if end == "until":
        by["until"] = date(2026, 1, 1) + timedelta(days=draw(st.integers(0, 4000)))
    return Rule(frequency=frequency, interval=draw(st.sampled_from((1, 1, 2, 3, 5))), **by)
