"""Every claim of the library leads to a source, and says how sure it is."""

import pytest

from activities import catalogue
from activities.evidence import STATUSES, STRENGTHS, known, sources, sources_of, strongest
from activities.model import Activity


def resting_on(*keys):
    return Activity(id="kite", title="Kite", pathways=("reach",), evidence=keys)


def test_each_source_has_a_finding_and_a_citation():
    assert all(source.finding and source.citation for source in sources().values())


def test_strength_and_status_are_words_the_app_knows():
    assert {source.strength for source in sources().values()} == set(STRENGTHS)
    assert {source.status for source in sources().values()} == set(STATUSES)


def test_what_is_still_unchecked_stands_by_itself():
    source = sources()["durlak2011"]
    assert (source.status, source.unchecked) == ("verified", "DOI memory")


def test_a_source_without_a_doi_has_none():
    assert sources()["casel"].doi == ""
    assert sources()["chaplin2013"].doi == "10.1037/a0030737"


def test_no_doi_is_a_dash_or_an_address():
    assert all(not s.doi or s.doi.startswith("10.") for s in sources().values())


def test_findings_are_plain_text():
    assert not [key for key, source in sources().items() if "*" in source.finding]


def test_an_activity_leads_to_its_sources_in_its_own_order():
    found = sources_of(resting_on("rose2012", "chaplin2013"))
    assert [source.key for source in found] == ["rose2012", "chaplin2013"]


def test_a_familys_own_idea_needs_no_source():
    assert sources_of(resting_on()) == ()


def test_a_source_that_was_taken_out_of_the_table_is_passed_over():
    assert [s.key for s in known(["gone1999", "rose2012"])] == ["rose2012"]


@pytest.mark.parametrize(
    ("keys", "strength"),
    [
        (("sidebyside", "rose2012"), "moderate"),
        (("rose2012", "chaplin2013"), "strong"),
        (("casel",), "theory"),
        ((), None),
    ],
)
def test_the_surest_source_counts(keys, strength):
    assert strongest(sources_of(resting_on(*keys))) == strength


def test_all_activities_of_the_library_find_all_their_sources():
    library, _ = catalogue.load()
    for activity in library.published:
        assert len(sources_of(activity)) == len(activity.evidence)
