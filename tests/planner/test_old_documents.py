"""What was written before there was a wish for it is still read."""

from planner.documents import family_document, family_from
from planner.model import Household, Span, Wishes
from tests.builders import LEO


def test_a_family_written_before_there_were_these_wishes_is_read():
    old = family_document(Household(people=(LEO,)))
    for wish in ("tiny_max", "apart", "hard_until", "loss", "forgotten"):
        del old["wishes"][wish]
    del old["people"][0]["own_time"]
    old["people"][0]["free"] = [{"weekdays": [0], "start": 900, "end": 960}]
    read = family_from(old)
    assert read.wishes == Wishes()
    assert read.people[0].own_time == ()
    assert read.people[0].free == (Span(weekdays=(0,), start=900, end=960),)
