"""Choosing, previewing, saving and printing, with a hand in place of the system's windows."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton

from planner.sheet import without_done
from tests.ui.test_print_week import picture, text_of, week_of
from ui import theme
from ui.print_dialog import PrintChoices, PrintDialog
from ui.print_week import page_image
from ui.text import printing as text

pytestmark = [pytest.mark.gui, pytest.mark.qt_log_ignore("propagateSizeHints")]

BRITISH = QLocale("en_GB")
SHEET = week_of("Swim", "Bake", "Huddle", "Story")
A4 = PrintChoices(paper="A4")


@pytest.fixture
def open_dialog(qtbot):
    def opened(choices=A4, *, path=None, ask_printer=lambda _printer, _parent: False):
        dialog = PrintDialog(
            SHEET,
            theme=theme.light(),
            locale=BRITISH,
            choices=choices,
            ask_path=lambda _parent, _name: path,
            ask_printer=ask_printer,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def button(dialog: PrintDialog, label: str) -> QPushButton:
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.text() == label)
    return found


@pytest.fixture
def press(qtbot):
    return lambda dialog, label: qtbot.mouseClick(button(dialog, label), Qt.MouseButton.LeftButton)


def test_it_opens_with_what_was_chosen_before(open_dialog):
    choices = PrintChoices(paper="Letter", landscape=False, leave_out_done=True)

    assert open_dialog(choices).choices() == choices


def test_each_choice_is_a_click(open_dialog, press):
    dialog = open_dialog()
    for label in (text.PAPER_NAMES["Letter"], text.PORTRAIT, text.LEFT_OUT):
        press(dialog, label)

    assert dialog.choices() == PrintChoices(paper="Letter", landscape=False, leave_out_done=True)


def test_the_arrow_keys_choose_too(open_dialog, qtbot):
    dialog = open_dialog()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    button(dialog, text.LANDSCAPE).setFocus()
    qtbot.keyClick(button(dialog, text.LANDSCAPE), Qt.Key.Key_Right)

    assert not dialog.choices().landscape


def test_the_preview_is_the_page(open_dialog):
    dialog = open_dialog()
    preview = dialog.preview
    place = preview.page_place().toAlignedRect()

    shown = preview.grab(place).toImage()
    page = picture(SHEET, width=round(preview.page_place().width()))

    middle = page.rect().adjusted(4, 4, -4, -4)
    assert abs(darkness(shown, middle) - darkness(page, middle)) < 0.01
    assert darkness(page, middle) > 0.02


def darkness(image, rect) -> float:
    """The mean blackness of part of a picture, 0 to 1."""
    points = [
        (x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom())
    ]
    return 1 - sum(image.pixelColor(x, y).lightness() for x, y in points) / 255 / len(points)


@pytest.mark.parametrize("label", [text.PORTRAIT, text.PAPER_NAMES["Letter"]])
def test_the_preview_takes_the_form_of_the_paper(open_dialog, press, label):
    dialog = open_dialog()
    before = dialog.preview.page_place()
    press(dialog, label)
    after = dialog.preview.page_place()

    assert before.width() / before.height() != pytest.approx(
        after.width() / after.height(), rel=0.01
    )


def test_saving_writes_the_page_and_says_so(open_dialog, press, qtbot, tmp_path):
    path = tmp_path / "fridge.pdf"
    dialog = open_dialog(path=path)

    with qtbot.waitSignal(dialog.page_saved) as signal:
        press(dialog, text.SAVE)

    assert signal.args == [path]
    assert all(title in text_of(PdfReader(path)) for title in ("Swim", "Bake", "Huddle", "Story"))
    assert "fridge.pdf" in dialog.message.text()


def test_what_is_done_can_be_left_off_the_paper(open_dialog, press, tmp_path):
    path = tmp_path / "fridge.pdf"
    dialog = open_dialog(path=path)
    press(dialog, text.LEFT_OUT)
    press(dialog, text.SAVE)

    gone = {line.title for day in SHEET.days for line in day.lines if line.done}
    assert gone
    assert not [title for title in gone if title in text_of(PdfReader(path))]
    assert without_done(SHEET) != SHEET


def test_a_folder_that_takes_no_file_is_told_and_the_window_stays(open_dialog, press, tmp_path):
    dialog = open_dialog(path=tmp_path / "gone" / "fridge.pdf")
    press(dialog, text.SAVE)

    assert "could not be saved" in dialog.message.text()
    assert dialog.isVisible()


def test_thinking_better_of_it_writes_nothing(open_dialog, press, tmp_path):
    dialog = open_dialog(path=None)
    press(dialog, text.SAVE)
    press(dialog, text.PRINT)

    assert list(tmp_path.iterdir()) == []
    assert dialog.message.text() == ""


@pytest.mark.parametrize("landscape", [True, False])
def test_printing_hands_the_same_page_to_the_printer(
    open_dialog, press, qtbot, tmp_path, landscape
):
    path = tmp_path / "printed.pdf"

    def to_file(printer: QPrinter, _parent) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    dialog = open_dialog(PrintChoices(paper="Letter", landscape=landscape), ask_printer=to_file)
    with qtbot.waitSignal(dialog.page_printed):
        press(dialog, text.PRINT)

    (page,) = PdfReader(path).pages
    size = (round(page.mediabox.width), round(page.mediabox.height))
    assert size == ((792, 612) if landscape else (612, 792))
    assert all(title in text_of(PdfReader(path)) for title in ("Swim", "Bake", "Huddle", "Story"))


@pytest.mark.qt_log_ignore("propagateSizeHints", "QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(open_dialog, press, tmp_path):
    def to_nowhere(printer: QPrinter, _parent) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
        return True

    dialog = open_dialog(ask_printer=to_nowhere)
    press(dialog, text.PRINT)

    assert dialog.message.text() == text.NOT_PRINTED


def test_every_button_has_a_name_for_those_who_do_not_see_it(open_dialog):
    dialog = open_dialog()

    assert all(b.accessibleName() for b in dialog.findChildren(QPushButton))


def test_the_picture_is_drawn_once_for_a_size(open_dialog):
    dialog = open_dialog()
    preview = dialog.preview
    preview.grab()
    first = preview._picture
    preview.grab()

    assert preview._picture is first
    assert (
        first.width()
        == page_image(SHEET, paper="A4", locale=BRITISH, width_px=first.width()).width()
    )


def test_a_saved_page_has_a_name_with_its_date():
    assert Path(text.file_name(SHEET.days[0].day)).name == "Our week 2026-11-23.pdf"
