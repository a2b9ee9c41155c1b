"""The page for the fridge, read back from its PDF and looked at as a picture."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QImage

from planner.model import Entry, EntryId, Household, Person, PersonId, Reflection
from planner.sheet import SheetDay, SheetLine, WeekSheet, week_sheet
from planner.week import add
from ui.lettering import line_count, printable, shortened, words
from ui.paper import MARGIN, PrintError, page_layout, page_rect, paper_for
from ui.print_fit import WAYS, Plan, plan_week
from ui.print_look import Look
from ui.print_split import plan_pages
from ui.print_week import page_image, save_pdf

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("qapp")]

MONDAY = date(2026, 11, 23)
BRITISH = QLocale("en_GB")
LOOKS = [("A4", True), ("A4", False), ("Letter", True), ("Letter", False)]
POINTS = {"A4": (595, 842), "Letter": (612, 792)}
LONG = "The forest walk where we find five different leaves and name them all together"


def week_of(*titles: str, day: int | None = None, first: date = MONDAY) -> WeekSheet:
    """A week with these titles, spread over its days or all on one."""
    lines: list[list[SheetLine]] = [[] for _ in range(7)]
    for number, title in enumerate(titles):
        at = number % 7 if day is None else day
        lines[at].append(
            SheetLine(
                start=8 * 60 + number % 60 * 10,
                title=title,
                people=("Leo", "Mum"),
                everyone=number % 4 == 0,
                pathway=("reach", "feel-with", "stay-close", None)[number % 4],
                done=number % 3 == 0,
            )
        )
    days = tuple(
        SheetDay(day=first + timedelta(days=n), lines=tuple(on_day))
        for n, on_day in enumerate(lines)
    )
    return WeekSheet(days=days, children=("Leo", "Maya"), say="That sounds hard.")


def saved(folder: Path, sheet: WeekSheet, paper="A4", landscape=True, locale=BRITISH) -> PdfReader:
    path = folder / "week.pdf"
    save_pdf(path, sheet, paper=paper, landscape=landscape, locale=locale)
    return PdfReader(path)


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def letters_of(reader: PdfReader) -> str:
    """Without any space: a broken line or word is then no difference."""
    return re.sub(r"\s", "", text_of(reader))


def room_of(*, landscape: bool = True) -> QRectF:
    page = page_rect(page_layout("A4", landscape=landscape))
    return page.adjusted(MARGIN, 25, -MARGIN, -MARGIN)


def plan_of(sheet: WeekSheet, *, landscape: bool = True) -> Plan:
    return plan_week(room_of(landscape=landscape), sheet, BRITISH)


def boxes_of(plan: Plan) -> list[tuple[QRectF, QRectF]]:
    """Each entry's whole box with the cell it belongs to."""
    boxes = []
    for cell, entries in zip(plan.cells, plan.entries, strict=False):
        for placed in entries:
            whole = placed.shape
            for part in (*placed.blocks, *placed.rings):
                whole = whole.united(part.box)
            boxes.append((whole, cell))
    return boxes


@pytest.mark.parametrize(("paper", "landscape"), LOOKS)
@pytest.mark.parametrize("count", [0, 1, 12, 40])
def test_every_entry_of_a_week_is_on_one_page(tmp_path, paper, landscape, count):
    sheet = week_of(*(f"Title{n:02}end" for n in range(count)))

    reader = saved(tmp_path, sheet, paper, landscape)

    assert len(reader.pages) == 1
    text = letters_of(reader)
    assert [text.count(f"Title{n:02}end") for n in range(count)] == [1] * count


@pytest.mark.parametrize(("paper", "landscape"), LOOKS)
def test_a_page_has_the_size_and_the_way_that_were_asked_for(tmp_path, paper, landscape):
    box = saved(tmp_path, week_of("Swim"), paper, landscape).pages[0].mediabox

    size = POINTS[paper][::-1] if landscape else POINTS[paper]
    assert (round(box.width), round(box.height)) == size


ODD = st.text(
    st.sampled_from("aäbcdefgßéñøłžЖяΩfil ft tt-/&'’“”…–.,!?0123456789()☺☀❤"),
    min_size=1,
    max_size=90,
).map(lambda text: " ".join(text.split()))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    titles=st.lists(ODD, max_size=40),
    look=st.sampled_from(LOOKS),
    day=st.one_of(st.none(), st.integers(0, 6)),
)
def test_any_week_keeps_each_title_once_and_inside_the_page(tmp_path, titles, look, day):
    marked = [f"Nr{n:02} {title}" for n, title in enumerate(titles)]
    sheet = week_of(*marked, day=day)

    reader = saved(tmp_path, sheet, *look)

    assert len(reader.pages) == 1
    found = letters_of(reader)
    for title in marked:
        assert found.count(title[:4]) == 1
    for block in (b for day in plan_of(sheet).entries for p in day for b in p.blocks[:1]):
        assert block.text.text.removesuffix("…").strip() in {
            printable(title)[: len(block.text.text.removesuffix("…"))].strip() for title in marked
        }
    assert_inside(reader)


def assert_inside(reader: PdfReader) -> None:
    """Every piece of text begins within the margins of the page."""
    box = reader.pages[0].mediabox
    edge = MARGIN / 25.4 * 72 - 2
    places = []

    def note(text, matrix, text_matrix, *_):
        if text.strip():
            x, y = text_matrix[4], text_matrix[5]
            places.append(
                (
                    matrix[0] * x + matrix[2] * y + matrix[4],
                    matrix[1] * x + matrix[3] * y + matrix[5],
                )
            )

    reader.pages[0].extract_text(visitor_text=note)
    assert places
    for x, y in places:
        assert edge <= x <= float(box.width) - edge
        assert edge <= y <= float(box.height) - edge


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("day", [None, 5])
@pytest.mark.parametrize("count", [1, 12, 40, 60])
def test_no_entry_leaves_its_day_or_stands_on_another(count, day, landscape):
    sheet = week_of(*([LONG, "Swim"] * count)[:count], day=day)
    area = room_of(landscape=landscape)
    pages = [boxes_of(plan) for _, plan in plan_pages(area, area, sheet, BRITISH, Look())]

    assert sum(len(boxes) for boxes in pages) == count
    for boxes in pages:
        assert all(cell.adjusted(0, 0, 0.1, 0.1).contains(box) for box, cell in boxes)
        for (above, cell), (below, other) in pairwise(boxes):
            assert cell != other or above.bottom() <= below.top() + 0.2


@pytest.mark.parametrize("landscape", [True, False])
def test_every_block_of_text_fills_no_more_than_its_box(landscape):
    plan = plan_of(week_of(*[LONG, "Swim", "Donaudampfschifffahrt"] * 9), landscape=landscape)

    for block in (b for day in plan.entries for p in day for b in p.blocks):
        lines = line_count(block.text, points=block.points, width=block.box.width())
        assert lines * block.text.pitch * block.points * 25.4 / 72 <= block.box.height() + 0.01


def test_a_quiet_week_is_printed_larger_than_a_full_one():
    quiet, full = plan_of(week_of("Swim", "Bake")), plan_of(week_of(*[LONG] * 40))

    assert quiet.points > 12 > full.points >= 6.5


def test_the_writing_boxes_stay_for_a_usual_week_and_give_way_to_a_very_full_one():
    assert plan_of(week_of(*["Two sides of a story"] * 20)).foot.height() > 30
    assert plan_of(week_of(*[LONG] * 60)).foot.isEmpty()


def test_no_way_to_share_out_the_page_goes_below_nine_points():
    assert all(way.floor >= 9 for way in WAYS)


def test_a_word_is_left_whole_by_smaller_text_and_broken_only_where_that_is_hopeless():
    whole, broken = (plan_of(week_of(word)) for word in ("Schmetterlinge", "A" * 70))

    lines = [plan.entries[0][0].blocks[0] for plan in (whole, broken)]
    counts = [line_count(b.text, points=b.points, width=b.box.width()) for b in lines]
    assert counts[0] == 1 < counts[1]


def test_long_words_are_broken_rather_than_the_week_spread_over_more_pages(tmp_path):
    day = ("Klassenfahrt", "Frühstücksgespräch über die Gefühle von gestern Abend", "Lesen")
    den = "Gemeinsam ein Baumhaus mit vielen Donaudampfschifffahrtsgesellschaftsschildern bauen"
    week = week_of(
        *(
            title
            for title in (*day, den, "Vorlesen mit Oma", "Ausflug ins Technikmuseum")
            for _ in range(7)
        )
    )
    reader = saved(tmp_path, week)
    assert len(reader.pages) == 1
    assert letters_of(reader).count("".join(den.split())) == 7


def test_twelve_entries_on_one_day_keep_their_whole_titles():
    plan = plan_of(week_of(*[LONG] * 12, day=5))

    assert plan.points > 7.5
    assert [placed.blocks[0].text.text for placed in plan.entries[5]] == [LONG] * 12


def test_the_words_of_the_page_can_be_searched_for(tmp_path):
    text = text_of(saved(tmp_path, week_of("Find five flowers")))

    assert "Find five flowers" in text
    assert "23–29 November 2026 · week 48" in text
    assert "Reach out" in text
    assert "That sounds hard." in text


def test_a_week_that_begins_on_sunday_has_no_number(tmp_path):
    sheet = week_of("Swim", first=date(2026, 11, 22))

    text = text_of(saved(tmp_path, sheet, locale=QLocale("en_US")))

    assert "November 22–28, 2026" in text
    assert "week" not in text.replace("Our week", "").replace("This week", "")


def test_a_time_is_written_as_the_family_writes_it(tmp_path):
    sheet = week_of("Swim")

    assert "08:00" in text_of(saved(tmp_path, sheet))
    assert "8:00 AM" in text_of(saved(tmp_path, sheet, locale=QLocale("en_US"))).replace(
        "\u00a0", " "
    )


def test_the_fonts_travel_with_the_page(tmp_path):
    reader = saved(tmp_path, week_of("Swim ☺"))

    fonts = [f.get_object() for f in reader.pages[0]["/Resources"]["/Font"].get_object().values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "/ToUnicode" in font


def test_the_page_says_what_it_is(tmp_path):
    about = saved(tmp_path, week_of()).metadata

    assert (about.title, about.creator) == ("Our week, 23–29 November 2026", "Kinweek")


def test_no_private_word_is_printed(tmp_path):
    leo = Person(id=PersonId("leo"), name="Leo", role="child")
    words_kept = Reflection(
        written=datetime(2026, 11, 24, 20, 0),
        feelings={leo.id: ("secretfeeling",)},
        helped=("secrethelp",),
        line="secretline",
    )
    kept = Entry(
        id=EntryId("1"),
        day=MONDAY,
        start=1050,
        minutes=20,
        title="Worry walk",
        people=(leo.id,),
        note="secretnote",
        why="secretwhy",
        outcome="hard",
        reflection=words_kept,
    )
    let_go = replace(kept, id=EntryId("2"), title="secretentry", outcome="not-this-week")
    household = add(Household(people=(leo,)), kept, let_go)

    text = letters_of(saved(tmp_path, week_sheet(household, MONDAY)))

    assert "Worrywalk" in text
    assert "secret" not in text
    assert "hard" not in text


def picture(sheet: WeekSheet, landscape: bool = True, width: int = 700) -> QImage:
    return page_image(sheet, paper="A4", landscape=landscape, locale=BRITISH, width_px=width)


@pytest.mark.parametrize("landscape", [True, False])
def test_the_page_needs_no_colour_and_keeps_its_margins_white(landscape):
    page = picture(week_of(*["Bake for a neighbour"] * 12), landscape)
    data = bytes(page.constBits())
    blue, green, red = data[0::4], data[1::4], data[2::4]

    assert blue == green == red
    assert min(red) < 40
    edge = int(9.5 / page_rect(page_layout("A4", landscape=landscape)).width() * page.width())
    rows = [red[n : n + page.width()] for n in range(0, len(red), page.width())]
    assert set(b"".join(rows[:edge] + rows[-edge:])) == {255}
    assert {value for row in rows for value in row[:edge] + row[-edge:]} == {255}


def test_a_done_entry_looks_different_from_one_to_come():
    sheet = week_of("Swim")
    (line,) = sheet.days[0].lines
    to_come = replace(sheet.days[0], lines=(replace(line, done=not line.done),))

    assert picture(sheet) != picture(replace(sheet, days=(to_come, *sheet.days[1:])))


def test_the_three_pathways_and_a_plain_line_have_four_shapes():
    sheet = week_of("Swim")
    (line,) = sheet.days[0].lines
    seen = []
    for pathway in ("reach", "feel-with", "stay-close", None):
        day = replace(sheet.days[0], lines=(replace(line, pathway=pathway),))
        seen.append(bytes(picture(replace(sheet, days=(day, *sheet.days[1:]))).constBits()))

    assert len(set(seen)) == 4


def test_a_family_without_children_or_sentence_gets_wider_boxes(tmp_path):
    text = text_of(saved(tmp_path, replace(week_of("Swim"), children=(), say="")))

    assert "How was today" not in text
    assert "try saying" not in text
    assert "A moment we want to keep" in text


def test_many_children_are_all_named(tmp_path):
    names = tuple(f"Child{n}" for n in range(9))

    text = text_of(saved(tmp_path, replace(week_of("Swim"), children=names)))

    assert [name for name in names if name not in text] == []


def test_a_long_title_is_shortened_with_an_ellipsis_that_still_fits():
    short = shortened(words(LONG, bold=True), points=10, width=30, most=2)

    assert short.text.endswith("…")
    assert LONG.startswith(short.text[:-1])
    assert line_count(short, points=10, width=30) == 2


def test_an_emoji_without_a_font_is_left_out_and_a_letter_never_is():
    nowhere = "\U000f0000"  # private use: no font on any computer draws it

    assert printable(f"Pancakes {nowhere} for all") == "Pancakes for all"
    assert printable(nowhere) == "…"
    assert printable("Привет שלום 水 Ω") == "Привет שלום 水 Ω"


def test_control_signs_and_halves_of_letters_do_not_reach_the_page():
    assert printable("Swim\x07\ud800 far\ufe0f") == "Swim far"


def test_hebrew_stands_at_the_right_edge_of_its_column():
    left, right = (
        picture(replace(week_of(), days=(SheetDay(day=MONDAY, lines=(line,)), *week_of().days[1:])))
        for line in (SheetLine(start=600, title="Swim"), SheetLine(start=600, title="ים"))
    )

    assert ink_centre(left) < ink_centre(right)


def ink_centre(page: QImage) -> float:
    """The middle of what is dark in the first line of the first day, in pixels from the left."""
    dark = [
        x for x in range(50, 115) for y in range(81, 95) if page.pixelColor(x, y).lightness() < 128
    ]
    return sum(dark) / len(dark)


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en_US", "Letter"),
        ("es_MX", "Letter"),
        ("fr_CA", "Letter"),
        ("en_GB", "A4"),
        ("de_DE", "A4"),
    ],
)
def test_the_paper_is_the_one_that_is_sold_there(locale, paper):
    assert paper_for(QLocale(locale)) == paper


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path):
    with pytest.raises(PrintError, match=r"could not be saved in “.*gone”"):
        save_pdf(tmp_path / "gone" / "week.pdf", week_of(), paper="A4", locale=BRITISH)


def test_a_page_that_cannot_be_swapped_in_leaves_nothing_behind(tmp_path):
    taken = tmp_path / "week.pdf"
    taken.mkdir()

    with pytest.raises(PrintError):
        save_pdf(taken, week_of(), paper="A4", locale=BRITISH)

    assert list(tmp_path.iterdir()) == [taken]


def test_a_saved_page_takes_the_place_of_the_last_one(tmp_path):
    saved(tmp_path, week_of("Swim"))

    assert "Bake" in text_of(saved(tmp_path, week_of("Bake")))
    assert [path.name for path in tmp_path.iterdir()] == ["week.pdf"]


def test_the_page_is_drawn_without_anything_of_a_window():
    code = "import sys, ui.print_week; print([m for m in sys.modules if 'Widgets' in m or 'Support' in m])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
