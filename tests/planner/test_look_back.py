"""Looking back says only what can be counted again by hand."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner import look_back
from planner.findings import ENOUGH, findings
from planner.model import (
    HAPPENED,
    OUTCOMES,
    Entry,
    EntryId,
    Household,
    Person,
    PersonId,
    Reflection,
)
from planner.week import add

LEO, MAYA, MUM, DAD = (PersonId(name) for name in ("leo", "maya", "mum", "dad"))
FAMILY = Household(
    people=(
        Person(id=LEO, name="Leo", role="child"),
        Person(id=MAYA, name="Maya", role="child"),
        Person(id=MUM, name="Sara", role="grown-up", called="Mum"),
        Person(id=DAD, name="Jonas", role="grown-up", called="Dad"),
    )
)
TODAY = date(2026, 11, 25)
WORDS = ("calm", "left out", "proud", "worried")
REFLECTIONS = st.none() | st.builds(
    Reflection,
    written=st.just(datetime(2026, 11, 25, 21)),
    closeness=st.none() | st.integers(1, 5),
    feelings=st.dictionaries(
        st.sampled_from((LEO, MAYA)),
        st.lists(st.sampled_from(WORDS), min_size=1, unique=True).map(tuple),
    ),
    helped=st.lists(st.sampled_from(("listened", "laughed", "nothing")), unique=True).map(tuple),
)
ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.just(EntryId("")),
        day=st.integers(-80, 10).map(lambda n: TODAY + timedelta(days=n)),
        start=st.integers(0, 1439),
        minutes=st.sampled_from((10, 15, 45)),
        title=st.just("Walk"),
        people=st.sets(st.sampled_from((LEO, MAYA, MUM, DAD))).map(lambda ids: tuple(sorted(ids))),
        pathway=st.sampled_from((None, "reach", "feel-with", "stay-close")),
        moment=st.sampled_from((None, "bedtime", "car")),
        outcome=st.sampled_from(OUTCOMES),
        reflection=REFLECTIONS,
    ),
    max_size=40,
)


def family(entries):
    return add(FAMILY, *(replace(e, id=EntryId(str(n))) for n, e in enumerate(entries)))


def walk(back, *, hour=19, people=(LEO, MUM), closeness=None, feelings=(), helped=()):
    """A walk `back` days ago, with Leo's feelings."""
    return Entry(
        id=EntryId(""),
        day=TODAY - timedelta(days=back),
        start=hour * 60,
        minutes=15,
        title="Walk",
        people=people,
        pathway="reach",
        outcome="done",
        reflection=Reflection(
            written=datetime(2026, 11, 25, 21),
            closeness=closeness,
            feelings={LEO: feelings} if feelings else {},
            helped=helped,
        ),
    )


def found(entries, kind, weeks=13):
    household = family(entries)
    first = look_back.first_day(household, TODAY, weeks)
    return [f for f in findings(household, first, TODAY) if f.kind == kind]


def together(entries, first):
    return [
        e
        for e in entries
        if first <= e.day <= TODAY and e.outcome in HAPPENED and len(e.people) > 1
    ]


def test_four_weeks_are_this_one_and_the_three_before():
    assert look_back.first_day(FAMILY, TODAY, 4) == date(2026, 11, 2)


def test_everything_begins_in_the_week_of_the_first_time_together():
    alone = replace(walk(400), people=(MUM,))
    assert look_back.first_day(family([walk(30), alone]), TODAY, None) == date(2026, 10, 26)
    assert look_back.first_day(FAMILY, TODAY, None) == date(2026, 11, 23)


@given(ENTRIES, st.sampled_from((4, 13, None)))
def test_times_and_minutes_agree_with_a_plain_count(entries, weeks):
    household = family(entries)
    first = look_back.first_day(household, TODAY, weeks)
    times = look_back.times_together(household, first, TODAY)
    assert len(times) == len(together(entries, first))
    counted = look_back.minutes_by_week(times, first, TODAY)
    assert [w.monday for w in counted] == [
        first + timedelta(days=7 * n) for n in range(len(counted))
    ]
    for week in counted:
        for pathway in ("reach", "feel-with", "stay-close"):
            assert week.minutes.get(pathway, 0) == sum(
                e.minutes
                for e in together(entries, first)
                if e.pathway == pathway and 0 <= (e.day - week.monday).days < 7
            )


@given(ENTRIES)
def test_one_to_one_and_feelings_agree_with_a_plain_count(entries):
    household = family(entries)
    first = look_back.first_day(household, TODAY, 13)
    times = look_back.times_together(household, first, TODAY)
    for (child, grown_up), count in look_back.one_to_one(times, household).items():
        assert count == sum(set(e.people) == {child, grown_up} for e in together(entries, first))
    named = [
        word
        for e in together(entries, first)
        if e.reflection
        for word in e.reflection.feelings.get(LEO, ())
    ]
    counts = look_back.feelings(times, LEO)
    assert dict(counts.words) == {word: named.count(word) for word in named}
    assert counts.total == len(named)


@given(ENTRIES)
def test_every_finding_is_true_and_stands_on_five_entries(entries):
    household = family(entries)
    first = look_back.first_day(household, TODAY, 13)
    times = together(entries, first)
    close = [e for e in times if e.reflection and e.reflection.closeness == 5]
    warm = [e for e in times if e.reflection and (e.reflection.closeness or 0) >= 4]
    for f in findings(household, first, TODAY):
        if f.kind == "together":
            assert f.count == len(times)
            assert f.since == min(e.day for e in times)
        elif f.kind == "close-from":
            assert (f.count, f.total) == (sum(e.start >= f.minute for e in close), len(close))
        elif f.kind == "close-before":
            assert (f.count, f.total) == (sum(e.start < f.minute for e in close), len(close))
        elif f.kind == "alone":
            pair = set(f.people)
            assert f.count == sum(set(e.people) == pair for e in times)
            assert f.total == sum(pair <= set(e.people) for e in times)
        elif f.kind == "helped":
            told = [set(e.reflection.helped) - {"nothing"} for e in warm]
            assert f.count == sum(f.word in helped for helped in told)
            assert f.total == sum(map(bool, told))
        elif f.kind == "feelings":
            words = [e.reflection.feelings.get(f.people[0], ()) for e in times if e.reflection]
            assert sum(map(bool, words)) >= ENOUGH
            flat = [word for some in words for word in some]
            assert (f.count, f.total) == (len(set(flat)), len(flat))
            if f.word:
                assert f.most == flat.count(f.word)
                assert all(flat.count(w) < f.most for w in flat if w != f.word)
        elif f.kind == "close-moment":
            said = [e for e in times if e.moment == f.word and e.reflection]
            said = [e.reflection.closeness for e in said if e.reflection.closeness]
            assert (f.count, f.total) == (said.count(5), len(said))
        if f.kind != "feelings":
            assert (len(f.counted), len(f.counted) + len(f.others)) == (f.count, f.total)
            assert f.total >= ENOUGH


def test_evenings_are_named_when_the_close_times_gather_there():
    evenings = [walk(n, hour=20, closeness=5) for n in range(8)]
    others = [walk(n, hour=10, closeness=5 if n < 3 else 2) for n in range(12)]
    (finding,) = found(evenings + others, "close-from")
    assert (finding.count, finding.total) == (8, 11)
    assert 10 * 60 < finding.minute <= 20 * 60


def test_nothing_is_said_of_evenings_when_every_time_was_in_the_evening():
    assert not found([walk(n, closeness=5 if n % 2 else 3) for n in range(20)], "close-from")


def test_the_pair_with_the_fewest_times_alone_is_named_once():
    everyone = (LEO, MAYA, MUM, DAD)
    entries = [walk(n, people=everyone) for n in range(8)]
    entries += [walk(20 + n, people=(LEO, MUM)) for n in range(9)]
    entries += [walk(40 + n, people=(MAYA, DAD)) for n in range(9)]
    entries += [walk(50 + n, people=(LEO, DAD)) for n in range(9)]
    entries += [walk(60, people=(MAYA, MUM)), walk(61, people=(MAYA, MUM))]
    (finding,) = found(entries, "alone")
    assert (finding.people, finding.count, finding.total) == ((MAYA, MUM), 2, 10)


def test_small_differences_between_pairs_are_left_alone():
    entries = [walk(n, people=(LEO, MAYA, MUM)) for n in range(8)]
    entries += [walk(20 + n, people=(LEO, MUM)) for n in range(5)]
    entries += [walk(40 + n, people=(MAYA, MUM)) for n in range(4)]
    assert not found(entries, "alone")


def test_somebody_who_is_seldom_there_is_not_pointed_at():
    entries = [walk(n, people=(LEO, MUM)) for n in range(9)]
    assert not found([*entries, walk(10, people=(LEO, MUM, DAD))], "alone")


def test_no_word_is_called_the_most_frequent_when_two_are():
    entries = [walk(n, feelings=("calm", "proud")) for n in range(5)]
    (finding,) = found(entries, "feelings")
    assert (finding.count, finding.total, finding.word) == (2, 10, "")


def test_four_times_are_too_few_for_any_sentence():
    entries = [walk(n, closeness=5, feelings=("calm",), helped=("laughed",)) for n in range(4)]
    household = family(entries)
    assert findings(household, date(2026, 9, 1), TODAY) == ()


def test_a_moment_is_named_where_its_times_clearly_felt_closer():
    at_bedtime = [replace(walk(n, closeness=5 if n else 3), moment="bedtime") for n in range(10)]
    others = [replace(walk(n, closeness=5 if n < 3 else 3), moment="car") for n in range(20)]
    (finding,) = found(at_bedtime + others, "close-moment")
    assert (finding.word, finding.count, finding.total) == ("bedtime", 9, 10)
    assert len(finding.counted) == 9
    assert not found(at_bedtime[:6] + others[:6], "close-moment")


def test_what_another_grown_up_keeps_for_themself_is_not_counted():
    hers = [walk(n, feelings=("calm",)) for n in range(6)]
    hers = [replace(e, reflection=replace(e.reflection, by=MUM, readers="me")) for e in hers]
    household = family(hers)
    first = look_back.first_day(household, TODAY, 13)
    assert {f.kind for f in findings(household, first, TODAY, MUM)} >= {"feelings"}
    assert {f.kind for f in findings(household, first, TODAY, DAD)} == {"together"}
