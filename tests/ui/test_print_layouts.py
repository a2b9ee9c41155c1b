"""Every layout on every paper, read back from its PDF: nothing lost, nothing hidden, nothing private."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QImage

from activities.model import Activity, ForAge, Instead, Say, Step
from planner.model import (
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    MonthPageId,
    Person,
    PersonId,
    Reflection,
    Span,
)
from planner.month_pages import MonthLine, MonthPage
from planner.sheet import SheetPerson, week_sheet
from planner.week import add
from tests.calendars import calendar, holiday
from tests.calendars import family as family_with
from tests.ui.pdf_boxes import overlapping, text_boxes
from ui.paper import MARGIN, PAPERS, page_layout, page_picture, page_rect, save_pages
from ui.print_html import weeks_html
from ui.print_jobs import Job, sheets_of
from ui.print_language import with_language
from ui.print_layouts import LAYOUTS, layout_named, pages_of, possible
from ui.print_look import Look, draw_pattern
from ui.print_look_back import looked_back
from ui.print_people import LINES, PlacedRing, draw_ring, ring_of
from ui.text import printing as text

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]

MONDAY = date(2026, 11, 23)
BRITISH = QLocale("en_GB")
LEO = Person(id=PersonId("leo"), name="Leo", role="child", birthday=date(2017, 3, 14))
MUM = Person(id=PersonId("sara"), name="Sara", role="grown-up", called="Mum")
SCHOOL = Busy(
    id=BusyId("school"),
    title="secretbusy",
    people=(LEO.id,),
    span=Span(weekdays=(0, 1, 2, 3, 4), start=510, end=900),
)
SECRET = Reflection(written=datetime(2026, 11, 24, 20), helped=("secrethelp",), line="secretline")
WALK = Activity(
    id="walk",
    title="Worry walk",
    pathways=("reach",),
    summary="Walk to the corner and name one worry each.",
    steps=(Step("Put on shoes."), Step("Name yours first.", "Small is fine.")),
    say=(Say("At the corner", "I am glad you told me."),),
    instead=(Instead("Do not worry.", "Tell me more.", "Worry grows when it is hushed."),),
    by_age={"5-7": ForAge("Draw it.", "Show me."), "8-10": ForAge("Rate it.", "How big?")},
)
WEEK_LAYOUTS = [layout.id for layout in LAYOUTS if layout.sheets]
TITLES = st.text(st.sampled_from("abcdefghijkäßéœ Ж Ωfil-–'’!?.0123 "), max_size=70)
ENTRIES = st.lists(
    st.tuples(
        TITLES,
        st.integers(0, 6),
        st.integers(0, 95).map(lambda n: n * 15),
        st.sampled_from((5, 15, 45, 180)),
    ),
    max_size=60,
)
LOOKS = st.builds(
    Look,
    inks=st.sampled_from(("colour", "grey", "saving")),
    large=st.booleans(),
    writing=st.booleans(),
)


def family(entries) -> Household:
    """Leo and his mother with these entries, each marked by a number, and much that is private."""
    made = [
        Entry(
            id=EntryId(str(n)),
            day=MONDAY + timedelta(days=day),
            start=start,
            minutes=minutes,
            title=" ".join(f"Nr{n:02}x {title}".split()),
            people=(LEO.id, MUM.id)[: 1 + n % 2],
            pathway=("reach", "feel-with", "stay-close", None)[n % 4],
            note="secretnote",
            why="secretwhy",
            outcome=("planned", "done")[n % 2],
            reflection=SECRET if n % 2 else None,
        )
        for n, (title, day, start, minutes) in enumerate(entries)
    ]
    let_go = Entry(
        id=EntryId("let-go"),
        day=MONDAY,
        start=600,
        minutes=15,
        title="secretentry",
        people=(LEO.id,),
        outcome="not-this-week",
    )
    alone = replace(let_go, id=EntryId("alone"), outcome="planned", only_for=MUM.id)
    return add(Household(people=(LEO, MUM), busy=(SCHOOL,)), *made, let_go, alone)


def job_of(household: Household) -> Job:
    sheet = week_sheet(household, MONDAY, say="That sounds hard.")
    looking = looked_back(household, 4, MONDAY + timedelta(days=6), None)
    line = MonthLine(heading="showed", words="The snail had eyes.")
    page = MonthPage(id=MonthPageId("1"), child=household.people[0].id, month=MONDAY, lines=(line,))
    return Job(
        sheet=sheet, household=household, activities=(WALK,), looking=looking, month_page=page
    )


def printed(
    folder, layout_id, job, paper="A4", landscape=True, look=None, locale=BRITISH
) -> PdfReader:
    layout = page_layout(paper, landscape=landscape)
    pages = pages_of(layout_named(layout_id), job, page_rect(layout), locale, look or Look())
    path = folder / "page.pdf"
    save_pages(path, layout, pages, title="Our week", locale=locale)
    return PdfReader(path)


def letters_of(reader: PdfReader) -> str:
    return re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))


def assert_well_set(reader: PdfReader, smallest: float) -> None:
    """Inside the margins, nothing on anything else, nothing too small, fonts inside the file."""
    edge = MARGIN / 25.4 * 72
    for page in reader.pages:
        boxes = text_boxes(page)
        assert boxes
        assert overlapping(boxes) == []
        for box in boxes:
            assert box.left >= edge - 1
            assert box.right <= float(page.mediabox.width) - edge + 1.5
            assert box.bottom >= edge - 3
            assert box.top <= float(page.mediabox.height) - edge + 1
            assert box.size >= smallest - 0.05
        for font in page["/Resources"]["/Font"].get_object().values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"].get_object())


@pytest.mark.parametrize("layout_id", WEEK_LAYOUTS)
@settings(
    max_examples=14,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # making a failure small takes minutes
)
@given(entries=ENTRIES, paper=st.sampled_from(list(PAPERS)), landscape=st.booleans(), look=LOOKS)
def test_any_week_is_on_any_paper_whole(tmp_path, layout_id, entries, paper, landscape, look):
    job = job_of(family(entries))

    reader = printed(tmp_path, layout_id, job, paper, landscape, look)

    found = letters_of(reader)
    titles = [line.title for day in job.sheet.days for line in day.lines]
    assert [found.count(title.split()[0]) for title in titles] == [1] * len(titles)
    assert "secret" not in found
    assert [t for t in titles if re.sub(r"\s", "", t) not in found] == []
    assert_well_set(reader, look.floor)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", ["A4", "A5", "Tabloid"])
@pytest.mark.parametrize("layout_id", ["activity", "cards", "reflection", "feelings"])
def test_sheets_without_a_week_are_set_well_too(tmp_path, layout_id, paper, large):
    look = Look(large=large)

    for landscape in (True, False):
        reader = printed(tmp_path, layout_id, job_of(family([])), paper, landscape, look)
        assert_well_set(reader, look.floor)


@pytest.mark.parametrize("layout_id", ["fridge", "parts", "hours", "two-weeks", "month", "child"])
def test_a_usual_week_has_one_page(tmp_path, layout_id):
    entries = [("Two sides of a story", n % 7, 960 + n % 3 * 60, 20) for n in range(12)]

    assert len(printed(tmp_path, layout_id, job_of(family(entries))).pages) == 1


def test_sixty_entries_with_long_titles_go_on_on_a_second_page_that_says_so(tmp_path):
    entries = [
        ("The forest walk with five different leaves " * 2, n % 7, 600, 20) for n in range(60)
    ]

    reader = printed(tmp_path, "fridge", job_of(family(entries)))

    assert len(reader.pages) > 1
    first, second = (" ".join(page.extract_text().split()) for page in reader.pages[:2])
    assert "Continued on page 2" in first
    assert "Our week, continued" in second


def test_large_print_is_nowhere_smaller_than_fourteen_points(tmp_path):
    entries = [("Bake", n, 960, 20) for n in range(7)]

    reader = printed(tmp_path, "fridge", job_of(family(entries)), look=Look(large=True))

    sizes = [box.size for page in reader.pages for box in text_boxes(page)]
    assert min(sizes) >= 14 - 0.05


def test_an_activity_keeps_to_one_page_and_its_cards_to_another(tmp_path):
    job = job_of(family([]))

    for layout_id in ("activity", "cards"):
        reader = printed(tmp_path, layout_id, job, landscape=False)
        assert len(reader.pages) == 1
        assert "Namemyworst" not in letters_of(reader)
        assert "Putonshoes." in letters_of(reader)
        assert "Iamgladyoutoldme." in letters_of(reader)


def test_feelings_are_the_words_of_the_childs_age(tmp_path):
    small = replace(LEO, birthday=date(2023, 3, 14))
    young = replace(family([]), people=(small, MUM))

    assert "relieved" in letters_of(printed(tmp_path, "feelings", job_of(family([]))))
    assert "relieved" not in letters_of(printed(tmp_path, "feelings", job_of(young)))


def test_a_childs_sheet_has_only_what_the_child_takes_part_in(tmp_path):
    week = family([("Bake", 0, 960, 20)])
    (bake,) = (e for e in week.weeks[MONDAY].entries if "Bake" in e.title)
    mums = add(week, replace(bake, title="Mumonly", people=(MUM.id,)))

    assert "Mumonly" not in letters_of(printed(tmp_path, "child", job_of(mums)))
    assert "Mumonly" in letters_of(printed(tmp_path, "fridge", job_of(mums)))


def test_a_layout_is_offered_only_where_there_is_something_for_it():
    only_week = Job(sheet=week_sheet(Household(), MONDAY))
    grown_ups = Job(sheet=only_week.sheet, household=Household(people=(MUM,)))

    offered = [layout.id for layout in LAYOUTS if possible(layout, only_week)]
    assert offered == ["fridge", "parts", "hours"]
    assert not possible(layout_named("child"), grown_ups)
    assert possible(layout_named("reflection"), grown_ups)


def test_the_file_says_its_language_once(tmp_path):
    reader = printed(tmp_path, "fridge", job_of(family([])))
    content = (tmp_path / "page.pdf").read_bytes()

    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert with_language(content, "de") == content


def test_something_else_than_a_pdf_is_refused():
    with pytest.raises(ValueError, match="trailer"):
        with_language(b"not a pdf", "de")


def colours_of(picture: QImage) -> set[bool]:
    """Whether there are points of some colour, and points of none."""
    data = bytes(picture.constBits())
    return {
        blue == green == red
        for blue, green, red in zip(data[::4], data[1::4], data[2::4], strict=True)
    }


@pytest.mark.parametrize(
    ("inks", "coloured"), [("colour", True), ("grey", False), ("saving", False)]
)
def test_colour_is_used_only_where_it_was_asked_for(inks, coloured):
    job, layout = job_of(family([("Bake", 0, 960, 20)])), page_layout("A5")
    look = Look(inks=inks, colours={"reach": QColor(185, 74, 50)})
    (draw,) = layout_named("hours").pages(job, page_rect(layout), BRITISH, look)

    assert (False in colours_of(page_picture(layout, 300, draw))) is coloured


@pytest.mark.parametrize("kind", ["reach", "feel-with", "stay-close", "busy"])
def test_a_pattern_keeps_to_its_box(kind):
    box = QRectF(60, 40, 70, 50)
    layout = page_layout("A5", landscape=True)
    picture = page_picture(
        layout, 420, lambda painter, _page: draw_pattern(painter, box, kind, Look())
    )

    scale = 420 / page_rect(layout).width()
    dark = [
        (x / scale, y / scale)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < 250
    ]
    assert len(dark) > 50
    assert all(box.adjusted(-1.1, -1.1, 1.1, 1.1).contains(x, y) for x, y in dark)


class Outline(HTMLParser):
    """The headings, list items and ticks of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ticks: list[bool] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "input":
            self.ticks.append("checked" in dict(attrs))


def test_a_screen_reader_finds_each_day_and_each_entry():
    household = family([("<b>Bake</b> & eat", 0, 960, 20), ("Swim", 0, 1020, 20)])
    page = weeks_html((week_sheet(household, MONDAY),), BRITISH, title="Our week")
    outline = Outline()
    outline.feed(page)

    assert (outline.tags.count("h1"), outline.tags.count("h2"), outline.tags.count("li")) == (
        1,
        7,
        2,
    )
    assert outline.ticks == [False, True]
    assert "&lt;b&gt;Bake&lt;/b&gt; &amp; eat" in page
    assert 'lang="en-GB"' in page
    assert "secret" not in page


def test_a_holiday_is_read_out_without_a_box_to_tick():
    household = family_with(calendar(holiday("Easter", MONDAY)))
    page = weeks_html((week_sheet(household, MONDAY),), BRITISH, title="Our week")
    outline = Outline()
    outline.feed(page)
    assert (outline.tags.count("li"), outline.ticks) == (1, [])
    assert "<li>Easter, " in page


def test_the_layouts_have_names_and_ids_of_their_own():
    assert len({layout.id for layout in LAYOUTS}) == len(LAYOUTS) == len(text.LAYOUT_NAMES)
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)


ODD = st.text(st.sampled_from("aéßЖΩשלוםمرحبا水曜日の散歩☺❤👩‍👧 -–’.!?0123456789"), max_size=40)
ODD_ENTRIES = st.lists(
    st.tuples(ODD, st.integers(0, 6), st.integers(0, 95).map(lambda n: n * 15), st.just(20)),
    max_size=14,
)


def assert_margins_are_white(layout_id, job, look, locale, *, landscape) -> None:
    """Nothing is drawn where printers do not reach; lines that run two ways are told by their ink alone."""
    layout = page_layout("A4", landscape=landscape)
    for draw in pages_of(layout_named(layout_id), job, page_rect(layout), locale, look):
        page = page_picture(layout, 600, draw)
        edge = int((MARGIN - 2) / page_rect(layout).width() * page.width())
        red = bytes(page.constBits())[2::4]
        rows = [red[n : n + page.width()] for n in range(0, len(red), page.width())]
        assert set(b"".join(rows[:edge] + rows[-edge:])) == {255}
        assert {value for row in rows for value in row[:edge] + row[-edge:]} == {255}


@pytest.mark.parametrize("layout_id", WEEK_LAYOUTS)
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(
    entries=ODD_ENTRIES,
    locale=st.sampled_from(("en_US", "he_IL", "ar_EG", "ja_JP", "de_DE")),
    look=LOOKS,
    landscape=st.booleans(),
)
def test_any_script_in_any_country_is_set_well(
    tmp_path, layout_id, entries, locale, look, landscape
):
    job = job_of(family(entries))

    reader = printed(tmp_path, layout_id, job, "A4", landscape, look, QLocale(locale))

    found = letters_of(reader)
    assert [found.count(f"Nr{n:02}x") for n in range(len(entries))] == [1] * len(entries)
    assert "secret" not in found
    assert min(box.size for page in reader.pages for box in text_boxes(page)) >= look.floor - 0.05
    assert_margins_are_white(layout_id, job, look, QLocale(locale), landscape=landscape)


@pytest.mark.parametrize("layout_id", [layout.id for layout in LAYOUTS])
def test_pages_are_turned_round_where_people_read_from_right_to_left(tmp_path, layout_id):
    job = job_of(family([("Bake", 0, 960, 20)]))
    left, right = (
        printed(tmp_path, layout_id, job, locale=QLocale(locale)) for locale in ("en_GB", "he_IL")
    )
    boxes = [text_boxes(reader.pages[0]) for reader in (left, right)]
    starts = [min(box.left for box in found) for found in boxes]
    ends = [left.pages[0].mediabox.width - max(box.right for box in found) for found in boxes]

    if layout_id != "cards":  # whose lines to cut along reach over the margins
        assert_margins_are_white(layout_id, job, Look(), QLocale("he_IL"), landscape=True)
    assert starts[0] == pytest.approx(MARGIN / 25.4 * 72, abs=12)
    assert ends[1] == pytest.approx(MARGIN / 25.4 * 72, abs=12)


@pytest.mark.parametrize("inks", ["colour", "grey", "saving"])
def test_two_people_have_two_rings_in_every_ink(inks):
    look = Look(inks=inks, people=(QColor(59, 109, 180), QColor(183, 116, 42)))
    page = page_layout("A5")

    def ring(colour: int) -> bytes:
        letters = ring_of(SheetPerson(name="Leo", initials="L", colour=colour))
        placed = PlacedRing(ring=letters, box=QRectF(20, 20, 10, 8), points=14)
        picture = page_picture(page, 400, lambda painter, _: draw_ring(painter, placed, look))
        return bytes(picture.constBits())

    assert len({ring(colour) for colour in range(len(LINES))}) == len(LINES)


@pytest.mark.parametrize("layout_id", WEEK_LAYOUTS)
@pytest.mark.parametrize("first", [date(2027, 3, 22), date(2026, 10, 19)])
def test_days_of_23_and_25_hours_keep_every_entry_at_its_time(tmp_path, layout_id, first):
    """Clocks change on Sunday 28 March 2027 and 25 October 2026."""
    made = tuple(
        Entry(
            id=EntryId(str(n)),
            day=first + timedelta(days=6),
            start=start,
            minutes=60,
            title=f"Nr{n}x",
            people=(LEO.id,),
        )
        for n, start in enumerate((60, 120, 150, 180, 1410))
    )
    household = add(Household(people=(LEO, MUM)), *made)
    job = Job(sheet=week_sheet(household, first), household=household)

    found = letters_of(printed(tmp_path, layout_id, job))

    for n, time in enumerate(("01:00", "02:00", "02:30", "03:00", "23:30")):
        assert found.count(f"Nr{n}x") == 1
        assert time in found


def test_one_page_for_screen_readers_has_the_weeks_of_all_children(tmp_path):
    maya = replace(LEO, id=PersonId("maya"), name="Maya")
    household = family([("Bake", 0, 960, 20)])
    household = replace(household, people=(LEO, maya, MUM))
    page = weeks_html(
        sheets_of(Job(sheet=week_sheet(household, MONDAY), household=household), "child"),
        BRITISH,
        title="Weeks",
    )
    outline = Outline()
    outline.feed(page)

    assert [outline.tags.count(tag) for tag in ("h1", "h2", "h3")] == [1, 2, 14]
    assert page.index("Leo’s week") < page.index("Maya’s week")
    assert "secret" not in page


@pytest.mark.parametrize("count", [0, 1, 12, 40, 60])
@pytest.mark.parametrize("layout_id", WEEK_LAYOUTS)
def test_the_pages_are_as_many_as_the_last_one_says(tmp_path, layout_id, count):
    job = job_of(family([("Two sides of a story", n % 7, 420 + n * 12, 20) for n in range(count)]))
    reader = printed(tmp_path, layout_id, job, landscape=layout_named(layout_id).landscape)

    said = [
        re.findall(r"page (\d+) of (\d+)", " ".join(page.extract_text().split()))
        for page in reader.pages
    ]
    pages = len(reader.pages)
    expected = [[(str(n + 1), str(pages))] for n in range(pages)] if pages > 1 else [[]]
    assert said == expected
