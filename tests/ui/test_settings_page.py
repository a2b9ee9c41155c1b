import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea

from planner.preferences import Preferences, load_preferences
from ui import theme
from ui.settings_page import SettingsPage
from ui.settings_rows import SECTIONS

from .conftest import LEFT, SARA

ROWS = [row for _heading, rows in SECTIONS for row in rows]


pytestmark = pytest.mark.usefixtures("as_before")


@pytest.fixture
def page(qtbot, british, family) -> SettingsPage:
    made = SettingsPage(theme.light())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_preferences(Preferences(), family)
    return made


def shown(window) -> SettingsPage:
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def choose(qtbot, page: SettingsPage, name: str, downs: int) -> None:
    """Go to a row and choose what stands some lines below, by keyboard."""
    field = page.fields[name]
    field.setFocus()
    for _ in range(downs):
        qtbot.keyClick(field, Qt.Key.Key_Down)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_has_a_name_a_line_and_more_than_one_choice(page, row, family):
    field = page.fields[row.name]
    assert field.accessibleName() == row.title
    assert field.accessibleDescription() == row.explains.strip() != ""
    assert field.count() == len({words for _, words in row.choices(family)}) > 1


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_choice_of_a_row_is_shown_as_it_was_made(page, row, family):
    for value, words in row.choices(family):
        after = Preferences()._replace(**row.changes(Preferences(), value))
        page.show_preferences(after, family)
        assert page.fields[row.name].currentText() == words


def test_choosing_asks_with_what_changes(qtbot, page):
    with qtbot.waitSignal(page.preference_chosen) as asked:
        choose(qtbot, page, "first_weekday", 1)
    assert asked.args == ["first_weekday", {"first_weekday": 0}]


def test_choosing_what_is_chosen_asks_nothing(qtbot, page):
    with qtbot.assertNotEmitted(page.preference_chosen):
        page.fields["theme"].activated.emit(0)


def test_only_grown_ups_can_say_who_they_are(page):
    field = page.fields["me"]
    assert [field.itemText(n) for n in range(field.count())] == ["Not said", "Mum", "Dad"]


def test_the_settings_are_found_from_the_family(qtbot, open_at, family):
    window = open_at(family)
    window.show_page("family")
    button = window.pages.currentWidget().settings
    area = window.pages.currentWidget().findChild(QScrollArea)
    area.ensureWidgetVisible(button)
    qtbot.mouseClick(button, LEFT)
    assert window.page == "settings"
    assert window.sidebar.buttons["family"].isChecked()
    qtbot.keyClick(shown(window), Qt.Key.Key_Escape)
    assert window.page == "family"


def test_a_key_opens_them_from_anywhere(qtbot, open_at, family):
    window = open_at(family)
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "settings"


def test_what_is_chosen_holds_at_once_and_at_the_next_start(qtbot, open_at, family):
    window = open_at(family)
    window.show_page("settings")
    choose(qtbot, shown(window), "clock", 2)
    QApplication.processEvents()
    assert window.preferences.clock == 12
    assert "12" in shown(window).fields["clock"].currentText()
    assert load_preferences(window.store.database.folder)[0].clock == 12


def test_the_focus_stays_on_the_row_when_all_is_made_anew(qtbot, open_at, family):
    window = open_at(family)
    window.show_page("settings")
    choose(qtbot, shown(window), "text_size", 1)
    QApplication.processEvents()
    assert window.preferences.text_size == 110
    assert window.focusWidget() is shown(window).fields["text_size"]


def test_who_i_am_is_kept_as_a_person(qtbot, open_at, family):
    window = open_at(family)
    window.show_page("settings")
    choose(qtbot, shown(window), "me", 1)
    assert window.preferences.me == SARA


def test_all_of_it_fits_a_small_window_with_large_text(qtbot, british, family):
    font = QApplication.font()
    font.setPointSizeF(14)
    QApplication.setFont(font)
    page = SettingsPage(theme.light())
    qtbot.addWidget(page)
    page.resize(950, 660)
    page.show()
    page.show_preferences(Preferences(), family)
    QApplication.processEvents()
    for field in page.findChildren(QComboBox):
        room = field.width() - 40
        assert field.fontMetrics().horizontalAdvance(field.currentText()) <= room
        assert field.mapTo(page, field.rect().topRight()).x() <= page.width()
