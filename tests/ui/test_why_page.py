"""The page that says why: beliefs with their verdicts, sources on request, help one click away."""

from datetime import date
from itertools import chain

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from activities.evidence import STATUSES, STRENGTHS, known
from activities.help import KINDS, organisations
from ui import theme
from ui.belief_table import BeliefTable
from ui.reading import Fold, Link
from ui.text import want_to_help as help_text
from ui.text import why as text
from ui.why_page import WhyPage

TODAY = date(2026, 11, 25)
ALL = (*text.BELIEFS, *text.LAST_STEP)


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
    made = WhyPage(theme.light())
    made.show_on(TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 800)
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


def open_fold(qtbot, fold):
    qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    settle()


def test_each_belief_stands_with_its_verdict_and_what_is_said_of_it(page):
    shown = words(page)
    for belief in text.BELIEFS:
        assert belief.words in shown
        assert belief.verdict in shown
        assert belief.says in shown


def test_the_untested_part_is_named_as_such(page):
    assert "Never tested" in words(page)
    assert "one part has never been tested" in words(page)


def test_what_the_app_is_not_is_said_in_full(page):
    assert "It is not therapy, diagnosis or crisis help" in words(page)


def test_the_page_claims_nothing_it_may_not(page, qtbot):
    for fold in page.findChildren(Fold):
        open_fold(qtbot, fold)
    shown = words(page).lower().replace("unproven", "")
    claims = ("proven", "protects your son", "rewires", "oxytocin", "causes", "prevents")
    assert [claim for claim in claims if claim in shown] == []


def test_sources_are_folded_away_until_asked_for(page, qtbot):
    table = page.findChild(BeliefTable)
    assert "Zahl-Olsen" not in words(page)
    fold = next(f for f in table.findChildren(Fold) if "Encouraging" in f.button.accessibleName())
    open_fold(qtbot, fold)
    assert "Zahl-Olsen" in words(page)
    assert "Strong evidence · title and summary seen." in words(page)
    open_fold(qtbot, fold)
    assert "Zahl-Olsen" not in words(page)


def test_every_source_named_is_in_the_table_of_evidence():
    keys = [*chain.from_iterable(b.keys for b in ALL), *text.BELIEF_KEYS, *help_text.KEYS]
    assert [source.key for source in known(keys)] == keys


def test_every_source_named_comes_with_what_to_keep_in_mind():
    keys = {*chain.from_iterable(b.keys for b in ALL), *text.BELIEF_KEYS, *help_text.KEYS}
    assert keys == set(text.CAUTIONS)


def test_every_strength_status_and_kind_has_words():
    assert set(text.STRENGTHS) == set(STRENGTHS)
    assert set(text.STATUSES) == set(STATUSES)
    assert set(help_text.KINDS) == set(KINDS)


def test_studies_that_disagree_are_shown_as_well(page, qtbot):
    for fold in page.findChildren(Fold):
        open_fold(qtbot, fold)
    assert "It contradicts us in part." in words(page)
    assert "It speaks against expecting much from closeness alone." in words(page)


def test_exploitation_is_spoken_of_only_where_somebody_opened_that_part(page, qtbot):
    before = words(page).lower()
    assert "exploitative" not in before
    assert "sex" not in before
    open_fold(qtbot, page.helping)
    assert "exploitative" in words(page)


def test_nothing_is_claimed_about_the_last_step():
    assert all(belief.says == "" for belief in text.LAST_STEP)


def test_organisations_are_listed_by_kind_with_what_to_know_beside(page, qtbot):
    open_fold(qtbot, page.helping)
    shown = words(page)
    places = [shown.index(o.name) for o in organisations()]
    assert places == sorted(places)
    assert all(o.beside in shown for o in organisations())


def test_a_list_nobody_reviewed_says_so(page, qtbot):
    open_fold(qtbot, page.helping)
    total = len(organisations())
    assert help_text.unreviewed(total, total) in words(page)
    assert "From memory; not checked yet" in words(page)


def test_help_is_one_click_away(page, qtbot):
    with qtbot.waitSignal(page.help_requested):
        qtbot.mouseClick(page.serious, Qt.MouseButton.LeftButton)


def test_help_is_named_as_the_page_is_called(page):
    names = [b.text() for b in page.findChildren(QPushButton)]
    assert names.count("When a child tells you something serious") == 2


def test_a_source_opens_only_when_asked(page, qtbot, browser):
    fold = page.findChild(BeliefTable).findChildren(Fold)[0]
    open_fold(qtbot, fold)
    assert browser.opened == []
    link = fold.findChildren(Link)[0]
    page.area.ensureWidgetVisible(link)
    qtbot.mouseClick(link.button, Qt.MouseButton.LeftButton)
    assert browser.opened == ["https://doi.org/10.1037/cou0000176"]


def test_the_table_has_columns_where_there_is_room_and_none_where_there_is_not(page):
    table = page.findChild(BeliefTable)
    head = next(label for label in table.findChildren(QLabel) if label.text() == text.HEADS[2])
    assert head.isVisible()
    page.resize(420, 800)
    settle()
    assert not head.isVisible()
    page.resize(1100, 800)
    settle()
    assert head.isVisible()


def test_buttons_of_sources_say_what_they_are_about(page):
    names = [f.button.accessibleName() for f in page.findChild(BeliefTable).findChildren(Fold)]
    assert len(set(names)) == len(names)


def test_another_theme_keeps_the_words(page):
    before = words(page)
    page.set_theme(theme.dark())
    settle()
    assert words(page) == before
