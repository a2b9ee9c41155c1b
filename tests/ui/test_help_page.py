"""Something serious: the page is calm, complete, works at once, and can be left at once."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from activities.help import Helpline, helplines
from ui import theme
from ui.help_page import HelpPage
from ui.reading import Link
from ui.text import help as text

TODAY = date(2026, 11, 25)
LINE = Helpline(
    country="Nowhere",
    name="The Listening Line",
    audience="child",
    number="12 34",
    hours="day and night",
    checked_on=date(2026, 10, 3),
    checked_by=("Sara", "Jonas"),
    method="called",
)


class Browser(QObject):
    """Takes the addresses that would open in the browser."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def take(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser():
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def page(qtbot):
    made = HelpPage(theme.light())
    made.show_on(TODAY)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    qtbot.waitExposed(made)
    settle()
    return made


def settle():
    """Let what is new find its place; words that wrap need a few rounds."""
    for _ in range(6):
        QApplication.processEvents()


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_both_names_of_the_page_stand_on_it(page):
    shown = words(page)
    assert "When a child tells you something serious" in shown
    assert "Help and safety" in shown


CORE = [
    "own words",
    "Do not press for details",
    "believe",
    "not their fault",
    "Do not promise to keep it secret",
    "Do not confront",
    "Write down what the child said",
    "who must report",
    "support for yourself",
    "Do not pay",
    "Do not delete the account",
    "not save, copy or forward the picture",
    "Stay with him",
    "takeitdown.ncmec.org",
    "Ask plainly",
    "Do not leave them alone",
    "out of reach",
    "asked for in court",
    "You can hang up",
    "findahelpline.com",
    "116 111",
]


def test_nothing_that_matters_is_missing(page):
    shown = words(page)
    assert [core for core in CORE if core not in shown] == []


def test_leave_quickly_is_in_view_wherever_one_reads(page, qtbot):
    bar = page.area.verticalScrollBar()
    for place in (0, bar.maximum()):
        bar.setValue(place)
        with qtbot.waitSignal(page.left_quickly):
            qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)
        assert not page.leave.visibleRegion().isEmpty()


def test_esc_twice_leaves(page, qtbot):
    qtbot.keyClick(page.area, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left_quickly):
        qtbot.keyClick(page.area, Qt.Key.Key_Escape)


def test_esc_once_stays(page, qtbot):
    with qtbot.assertNotEmitted(page.left_quickly):
        qtbot.keyClick(page.area, Qt.Key.Key_Escape)


def test_a_key_held_down_counts_once(page, qtbot):
    kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(kind, Qt.Key.Key_Escape, none, "", True)
    with qtbot.assertNotEmitted(page.left_quickly):
        qtbot.keyPress(page.area, Qt.Key.Key_Escape)
        for _ in range(5):
            QApplication.sendEvent(page.area, held)


@pytest.mark.parametrize("where", ["leave", "a chip", "a link", "the words"])
def test_esc_twice_leaves_from_anywhere_on_the_page(page, qtbot, where):
    spots = {
        "leave": page.leave,
        "a chip": page.contents.chips[1],
        "a link": page.findChildren(Link)[0].button,
        "the words": page.sections["tells"].findChildren(QLabel)[3],
    }
    qtbot.keyClick(spots[where], Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left_quickly):
        qtbot.keyClick(spots[where], Qt.Key.Key_Escape)


def test_esc_is_the_way_out_even_where_the_window_uses_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    page = HelpPage(theme.light())
    page.show_on(TODAY)
    QVBoxLayout(window).addWidget(page)
    taken = []
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: taken.append("window"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(page.area.hasFocus)
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left_quickly):
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert taken == []


def test_keys_go_to_the_words_as_soon_as_the_page_is_there(page):
    assert page.focusWidget() is page.area


def test_a_part_comes_to_the_top_with_one_click(page, qtbot):
    qtbot.mouseClick(page.contents.chips[2], Qt.MouseButton.LeftButton)
    part = page.sections["dying"]
    assert 0 <= part.mapTo(page.area, part.rect().topLeft()).y() <= 12
    assert page.focusWidget() is part


def test_in_this_edition_directories_stand_alone(page):
    _, stale = helplines(TODAY)
    shown = words(page.sections["numbers"])
    assert text.HIDDEN in shown
    for line in stale:
        assert line.number not in shown.replace("116 111", "")


def test_a_checked_number_is_shown_with_its_day(page):
    page.show_lines((LINE,), ())
    settle()
    shown = words(page.sections["numbers"])
    assert "12 34" in shown
    assert "Nowhere: The Listening Line" in shown
    assert "for children and young people · day and night" in shown
    assert "2026" in shown
    assert text.HIDDEN not in shown


def test_directories_stand_above_checked_numbers(page):
    page.show_lines((LINE,), ())
    settle()
    shown = words(page.sections["numbers"])
    assert shown.index("findahelpline.com") < shown.index("12 34")


def test_an_address_opens_only_when_asked(page, qtbot, browser):
    link = page.findChildren(Link)[0]
    page.area.ensureWidgetVisible(link)
    assert browser.opened == []
    qtbot.mouseClick(link.button, Qt.MouseButton.LeftButton)
    assert browser.opened == ["https://takeitdown.ncmec.org"]


def test_every_address_can_be_read_and_typed_by_hand(page):
    for link in page.findChildren(Link):
        shown = link.findChildren(QLabel)[0].text()
        assert link.address.removesuffix("/") == f"https://{shown}"


def test_nothing_is_cut_off_in_a_small_window_with_large_letters(qtbot, qapp):
    before = QApplication.font()
    large = QApplication.font()
    large.setPointSizeF(14)
    qapp.setFont(large)
    try:
        page = HelpPage(theme.dark())
        page.show_on(TODAY)
        qtbot.addWidget(page)
        page.resize(960, 640)
        page.show()
        qtbot.waitExposed(page)
        settle()
        content = page.area.widget()
        assert content.width() <= page.area.viewport().width()
        for label in page.sections["tells"].findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
    finally:
        qapp.setFont(before)


def test_another_theme_keeps_the_words(page):
    before = words(page)
    page.set_theme(theme.dark())
    settle()
    assert words(page) == before


def test_the_activities_name_the_page_as_it_is_called():
    data = Path(__file__).parents[2] / "activities" / "data"
    texts = [path.read_text(encoding="utf-8") for path in data.glob("*.toml")]
    assert sum(text.TITLE in words for words in texts) > 20
    assert any(text.AREA in words for words in texts)
