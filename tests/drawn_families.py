"""Small libraries and families with wishes, drawn by hypothesis, for what Fill is asked."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from activities.model import BANDS, Activity
from planner.model import (
    DAY_MINUTES,
    EVERY_DAY,
    OUTCOMES,
    Entry,
    EntryId,
    Household,
    Moment,
    Person,
    PersonId,
    Span,
    Wishes,
)
from planner.week import add
from tests.builders import MONDAY, activity, library, span
from tests.drawn import busy_times, moments_of, near_days, pathways, some_of, spans, weekdays

_quarters = st.integers(28, 84).map(lambda q: q * 15)  # 7:00 to 21:00


@st.composite
def free_hours(draw: st.DrawFn) -> tuple[Span, ...]:
    found = []
    for _ in range(draw(st.integers(1, 2))):
        start = draw(_quarters)
        end = min(DAY_MINUTES, start + draw(st.integers(1, 24)) * 15)
        found.append(Span(weekdays=draw(weekdays) or EVERY_DAY, start=start, end=end))
    return tuple(found)


@st.composite
def small_libraries(draw: st.DrawFn) -> dict[str, Activity]:
    """A dozen activities, some of which may never be suggested."""
    bands = tuple(BANDS)
    made = []
    for number in range(draw(st.integers(4, 12))):
        first = draw(st.integers(0, 3))
        low = draw(st.sampled_from((5, 10, 15)))
        made.append(
            activity(
                f"Idea {number}",
                pathways=(draw(pathways),),
                bands=bands[first : draw(st.integers(first + 1, 5))],
                settings=draw(
                    st.sampled_from(
                        (
                            ("after-school",),
                            ("bedtime",),
                            ("meal",),
                            ("car",),
                            ("walk",),
                            ("chore",),
                        )
                    )
                ),
                participants=draw(
                    st.sampled_from((("one-to-one",), ("whole-family",), ("with-a-friend",)))
                ),
                minutes_min=low,
                minutes_max=low + draw(st.sampled_from((0, 5, 15, 30))),
                effort=draw(st.integers(1, 3)),
                cadence=draw(st.sampled_from(("ritual", "sometimes", "sometimes", "once-a-year"))),
                cooldown_weeks=draw(st.integers(0, 4)),
                flags=draw(st.sampled_from(((), (), (), ("sensitive",), ("physical",)))),
                status=draw(st.sampled_from(("published", "published", "exemplar", "draft"))),
            )
        )
    return library(*made)


@st.composite
def planning_families(draw: st.DrawFn, ideas: Iterable[str]) -> Household:
    """A family in the week of MONDAY with free hours, moments, wishes and some entries already."""
    people = []
    for n in range(draw(st.integers(1, 3))):
        birthday = MONDAY - timedelta(days=draw(st.integers(100, 16 * 365)))
        people.append(
            Person(
                id=PersonId(f"child{n}"),
                name=f"C{n}",
                role="child",
                birthday=birthday,
                free=draw(free_hours()),
            )
        )
    people += [
        Person(
            id=PersonId(f"grown{n}"),
            name=f"G{n}",
            role="grown-up",
            free=draw(free_hours()),
            own_time=draw(st.just(()) | st.lists(spans(), max_size=1).map(tuple)),
        )
        for n in range(draw(st.integers(1, 2)))
    ]
    ids = tuple(p.id for p in people)
    pairs = [
        (c.id, g.id) for c in people for g in people if (c.role, g.role) == ("child", "grown-up")
    ]
    ideas = sorted(ideas)
    made = Household(
        people=tuple(people),
        busy=tuple(draw(busy_times(f"b{n}", ids)) for n in range(draw(st.integers(0, 2)))),
        moments=(
            Moment(kind="bedtime", people=ids, span=span("19:00-20:00")),
            Moment(kind="meal", people=ids, span=span("18:00-18:30")),
            *draw(moments_of(ids)),
        ),
        wishes=Wishes(
            day_max=draw(st.integers(0, 3)),
            tiny_max=draw(st.integers(0, 2)),
            week_max=draw(st.integers(0, 8)),
            apart=draw(st.frozensets(st.sampled_from(pairs), max_size=2)),
            hard_until=draw(st.none() | st.none() | near_days),
            loss=draw(st.none() | st.none() | near_days),
            quiet_days=draw(weekdays),
            blocked=frozenset(draw(st.sets(st.sampled_from(ideas), max_size=2))),
        ),
    )
    placed = []
    for n, day in zip(count(1), draw(st.lists(st.integers(-30, 6), max_size=5)), strict=False):
        idea = draw(st.none() | st.sampled_from(ideas))
        placed.append(
            Entry(
                id=EntryId(str(n)),
                day=MONDAY + timedelta(days=day),
                start=draw(_quarters),
                minutes=draw(st.sampled_from((15, 30, 60))),
                title="Something",
                people=draw(some_of(ids)),
                activity=idea,
                pathway="reach" if idea else None,
                outcome=draw(st.sampled_from(OUTCOMES)) if day < 0 else "planned",
            )
        )
    return add(made, *placed)
