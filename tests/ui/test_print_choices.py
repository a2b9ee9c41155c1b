"""Choosing another layout, turning pages, keeping choices, and printing it all without a window."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QPushButton

from activities.model import Catalogue
from planner.model import Household
from planner.week import add
from tests.ui.test_print_layouts import BRITISH, MONDAY, WALK, family, job_of
from ui import theme
from ui.print_choices import PrintChoices, kept_choices, remembered_choices
from ui.print_command import NotPrintedError, Order, activities_of, save_order, save_week
from ui.print_dialog import PrintDialog
from ui.print_layouts import LAYOUTS
from ui.text import printing as text

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("propagateSizeHints")]

ENTRIES = [("Bake", n % 7, 960 + n % 3 * 60, 20) for n in range(9)]
LIBRARY = Catalogue(activities={WALK.id: WALK}, published=(WALK,))
A4 = PrintChoices(paper="A4")
FROM_THE_WEEK = [layout for layout in LAYOUTS if layout.needs not in {"look-back", "month-page"}]


@pytest.fixture
def open_dialog(qtbot):
    def opened(*, path=None, remembered=None):
        job = job_of(family(ENTRIES))
        dialog = PrintDialog(
            job.sheet,
            theme=theme.light(),
            locale=BRITISH,
            choices=A4,
            job=job,
            remembered=remembered,
            ask_path=lambda _parent, _name: path,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


@pytest.fixture
def press(qtbot):
    def pressed(dialog, name):
        (button,) = (b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return pressed


def choose(dialog, name: str) -> None:
    chooser = next(c for c in dialog.findChildren(QComboBox) if c.accessibleName() == text.LAYOUT)
    chooser.setCurrentText(name)


@pytest.mark.parametrize("layout", FROM_THE_WEEK, ids=lambda layout: layout.id)
def test_every_layout_is_shown_and_saved(open_dialog, press, tmp_path, layout):
    path = tmp_path / "page.pdf"
    dialog = open_dialog(path=path)
    choose(dialog, layout.name)
    press(dialog, text.SAVE.removesuffix("…"))

    assert dialog.choices().layout == layout.id
    assert dialog.choices().landscape == layout.landscape
    assert len(PdfReader(path).pages) >= 1


def test_choices_come_back_with_their_layout(open_dialog, press):
    dialog = open_dialog()
    press(dialog, text.PAPER_NAMES["A5"])
    press(dialog, text.INK_NAMES["saving"])
    choose(dialog, text.LAYOUT_NAMES["month"])
    press(dialog, text.PAPER_NAMES["Tabloid"])
    choose(dialog, text.LAYOUT_NAMES["fridge"])

    assert (dialog.choices().paper, dialog.choices().inks) == ("A5", "saving")
    again = open_dialog(remembered=dialog.remembered())
    choose(again, text.LAYOUT_NAMES["month"])
    assert again.choices().paper == "Tabloid"


def test_what_is_remembered_is_plain_and_nonsense_in_it_is_ignored():
    kept = kept_choices({}, PrintChoices(paper="Legal", large=True))

    assert kept["fridge"]["paper"] == "Legal"
    assert remembered_choices(kept, "fridge", A4) == PrintChoices(paper="Legal", large=True)
    assert (
        remembered_choices({"fridge": {"paper": "A9", "x": 1, "large": "yes"}}, "fridge", A4) == A4
    )


def test_large_print_makes_more_pages_that_can_be_turned(open_dialog, press):
    dialog = open_dialog()
    press(dialog, text.PAPER_NAMES["A5"])
    press(dialog, text.LARGE_PRINT)
    first = dialog.preview.grab().toImage()
    press(dialog, text.NEXT_PAGE)

    assert dialog.preview.grab().toImage() != first
    press(dialog, text.PAGE_BEFORE)
    assert dialog.preview.grab().toImage() == first


def test_a_picture_and_a_page_for_screen_readers_are_saved(open_dialog, press, tmp_path):
    picture, page = tmp_path / "week.png", tmp_path / "week.html"
    press(open_dialog(path=picture), text.SAVE_PICTURE.removesuffix("…"))
    press(open_dialog(path=page), text.SAVE_HTML.removesuffix("…"))

    image = QImage(str(picture))
    assert image.width() > image.height() > 1000
    assert page.read_text(encoding="utf-8").count("<li>") == len(ENTRIES)


def test_a_sheet_to_write_on_has_no_page_for_screen_readers(open_dialog):
    dialog = open_dialog()
    choose(dialog, text.LAYOUT_NAMES["reflection"])

    (button,) = (b for b in dialog.findChildren(QPushButton) if b.text() == text.SAVE_HTML)
    assert not button.isEnabled()


@pytest.mark.parametrize("layout", FROM_THE_WEEK, ids=lambda layout: layout.id)
def test_the_command_prints_every_layout(qapp, tmp_path, layout):
    out = tmp_path / "out.pdf"

    save_order(
        family(ENTRIES),
        MONDAY,
        LIBRARY,
        out,
        Order(layout=layout.id, paper="Letter", activity="walk"),
    )

    size = PdfReader(out).pages[0].mediabox
    assert (size.width > size.height) == layout.landscape


def test_the_command_still_prints_a_week_in_one_call(qapp, tmp_path):
    save_week(family(ENTRIES), MONDAY, LIBRARY, tmp_path / "a.pdf", None, landscape=False)

    size = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert size.height > size.width


@pytest.mark.parametrize(
    ("household", "order", "sentence"),
    [
        (family(ENTRIES), Order(person="Grandad"), "Nobody in this family"),
        (family(ENTRIES), Order(layout="cards"), "No activity of the library"),
        (family(ENTRIES), Order(layout="cards", activity="swim"), "has no activity"),
        (Household(), Order(layout="child"), "no child"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence(qapp, tmp_path, household, order, sentence):
    with pytest.raises(NotPrintedError, match=sentence):
        save_order(household, MONDAY, LIBRARY, tmp_path / "out.pdf", order)

    assert list(tmp_path.glob("*.pdf")) == []


def test_a_month_that_begins_on_a_sunday_is_whole(qapp, tmp_path):
    out = tmp_path / "month.pdf"
    save_order(family(ENTRIES), date(2026, 11, 22), LIBRARY, Path(out), Order(layout="month"))

    words = PdfReader(out).pages[0].extract_text().split()
    assert {"1", "30"} <= set(words)
    assert QLocale("en_GB").standaloneMonthName(11) in words


def test_an_activity_that_is_for_one_person_alone_is_not_named_among_the_weeks():
    household = family([])
    (alone,) = (e for e in household.weeks[MONDAY].entries if e.only_for)
    walk = replace(alone, activity=WALK.id)

    assert activities_of(add(household, walk), MONDAY, LIBRARY) == ()
    assert activities_of(add(household, replace(walk, only_for=None)), MONDAY, LIBRARY) == (WALK,)
