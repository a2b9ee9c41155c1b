"""In the whole window: a family's own activities are kept, found, put away, and shared as files."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from activities.model import Activity, Catalogue
from activities.search import index
from planner import actions
from planner.model import Household, Person, PersonId
from planner.own_activities import with_activities
from planner.session import Session
from planner.shared_activities import Fault, written
from planner.store import open_store
from ui import theme
from ui.activity_choice import NO_PAST, Choice, found
from ui.activity_files import export_activities, import_activities
from ui.app import open_window
from ui.text import activity_editor as text

NOW = datetime(2026, 11, 25, 9)
FORT = Activity(id="pillow-fort", title="Pillow fort", pathways=("stay-close",), own=True)
SOUP = Activity(id="moon-soup", title="Moon soup", pathways=("reach",), own=True)
WALK = Activity(
    id="worry-walk", title="Worry walk", pathways=("reach",), skill="naming", evidence=("rose2012",)
)
SAD = Activity(id="sad-walk", title="Sad walk", pathways=("reach",), status="draft")
LIBRARY = Catalogue(activities={a.id: a for a in (WALK, SAD)}, published=(WALK,))
SARA = Person(id=PersonId("sara"), name="Sara", role="grown-up")


@pytest.fixture
def window(qtbot, tmp_path):
    household, store = open_store(tmp_path / "data", clock=lambda: NOW)
    session = Session(household, store)
    family = with_activities(Household(people=(SARA,)), FORT)
    session.apply(actions.start_family(family))
    made = open_window(store, session, theme.light(), library=lambda: LIBRARY, clock=lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_page("activities")
    yield made
    made.close()
    store.close()


@pytest.fixture
def page(window):
    return window._opened["activities"].widget


@pytest.fixture
def click(qtbot):
    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def titles(page):
    return [a.title for a in page.grid.cards.shown]


def choose(page, title):
    row = titles(page).index(title)
    page.grid.setCurrentIndex(page.grid.cards.index(row))
    page._show_panel()


def own(window):
    return {a.id: a for a in window.session.household.own}


def test_an_own_activity_stands_among_the_cards(page):
    assert titles(page) == ["Pillow fort", "Worry walk"]


def test_a_new_activity_is_written_kept_and_chosen(window, page, qtbot, click):
    click(page.filters.loved)
    click(page.filters.new)
    qtbot.keyClicks(page.editor.title, "Worry Walk")
    click(page.editor.pathway.by_key["reach"])
    click(page.editor.ok)

    assert own(window)["worry-walk-2"].title == "Worry Walk"
    assert page.chosen.id == "worry-walk-2"
    assert page.panel.isVisible()


def test_escape_from_the_form_changes_nothing(window, page, qtbot, click):
    before = window.session.household
    click(page.filters.new)
    qtbot.keyClicks(page.editor.title, "Worry Walk")
    qtbot.keyClick(page.editor.title, Qt.Key.Key_Escape)

    assert window.session.household is before
    assert page.grid.hasFocus()


def test_a_copy_of_the_librarys_is_the_familys_own(window, page, click):
    choose(page, "Worry walk")
    click(page.panel.copy)
    click(page.editor.ok)
    copy = own(window)["worry-walk-our-way"]

    assert (copy.skill, copy.evidence, copy.own) == ("naming", (), True)
    assert titles(page) == ["Pillow fort", "Worry walk", "Worry walk, our way"]


def test_an_own_activity_is_changed_in_its_place(window, page, qtbot, click):
    choose(page, "Pillow fort")
    click(page.panel.edit)
    qtbot.keyClicks(page.editor.title, "Cave")
    click(page.editor.ok)

    assert own(window)["pillow-fort"].title == "Cave"
    assert len(own(window)) == 1


def test_only_own_activities_can_be_changed_in_place(page):
    choose(page, "Worry walk")

    assert page.panel.edit.isHidden()
    assert page.panel.archive.isHidden()
    assert page.panel.copy.isVisible()


def test_put_away_offers_a_way_back(window, page, click):
    choose(page, "Pillow fort")
    click(page.panel.archive)
    assert titles(page) == ["Worry walk"]
    assert window.toast.words == "Activity “Pillow fort” put away."

    window.undo()
    assert titles(page) == ["Pillow fort", "Worry walk"]


def test_what_was_put_away_waits_on_its_shelf(window, page, click):
    choose(page, "Pillow fort")
    click(page.panel.archive)
    click(page.filters.shelves["put-away"])
    assert titles(page) == ["Pillow fort"]
    assert page.panel.add.isHidden()

    click(page.panel.archive)
    assert own(window)["pillow-fort"].status == "published"
    assert page.filters.shelves["put-away"].isHidden()
    assert titles(page) == ["Pillow fort", "Worry walk"]


def test_drafts_are_shown_only_on_their_shelf(page, click):
    page.filters.search.setText("walk")
    assert titles(page) == ["Worry walk"]

    click(page.filters.shelves["drafts"])
    assert titles(page) == ["Sad walk"]
    assert "specialist" in page.filters.about_shelf.text()
    assert page.filters.about_shelf.isVisible()
    assert page.panel.copy.isHidden()

    click(page.filters.shelves["drafts"])
    assert titles(page) == ["Worry walk"]
    assert page.filters.about_shelf.isHidden()


def test_one_shelf_closes_the_other(window, page, click):
    window.do(actions.archive_activity(FORT))
    click(page.filters.shelves["drafts"])
    click(page.filters.shelves["put-away"])

    assert page.filters.shelf == "put-away"


def test_no_drafts_no_shelf(qtbot, window, page):
    assert page.filters.shelves["put-away"].isHidden()
    assert page.filters.shelves["drafts"].isVisible()


def test_yours_shows_what_the_family_wrote(page, click):
    click(page.filters.yours)

    assert titles(page) == ["Pillow fort"]


def test_a_skill_is_picked_from_its_list(page):
    action = next(a for a in page.filters.skill.menu_of_items.actions() if a.data() == "naming")
    action.trigger()

    assert titles(page) == ["Worry walk"]
    assert page.filters.skill.accessibleName() == "Skill: Naming feelings"


def test_skill_and_own_narrow_further():
    library = index((FORT, WALK))

    assert found(library, Choice(skill="naming"), NO_PAST) == (WALK,)
    assert found(library, Choice(skill="naming", own=True), NO_PAST) == ()


def test_own_activities_are_offered_while_an_entry_is_typed(window):
    window.show_page("week")
    window.week.draft(date(2026, 11, 25), 600, 30)
    assert "Pillow fort" in window.week.form._activities

    window.week.stop_editing()
    window.do(actions.save_activity(SOUP))
    window.week.draft(date(2026, 11, 25), 600, 30)
    assert "Moon soup" in window.week.form._activities
    assert "Sad walk" not in window.week.form._activities


def test_a_file_goes_from_one_family_to_another(window, page, tmp_path):
    path = tmp_path / "fort.toml"
    export_activities(window, (FORT, SOUP), ask=lambda *_: path)
    assert path.read_text(encoding="utf-8") == written((FORT, SOUP))

    import_activities(window, page, ask=lambda *_: path)
    assert own(window).keys() == {"pillow-fort", "moon-soup"}
    assert window.toast.words == "One activity imported."
    assert list(tmp_path.glob("*.new")) == []


def test_a_single_activity_offers_its_own_name(window, tmp_path):
    offered = []
    export_activities(window, (FORT,), ask=lambda _, name: offered.append(name))

    assert offered == ["pillow-fort.toml"]


def test_a_bad_file_changes_nothing_and_says_why(window, page, tmp_path, qtbot):
    path = tmp_path / "anna.toml"
    bad = '[[activities]]\nid = "bees"\ntitle = "Bees"\npathways = ["up"]\n'
    path.write_text(written((SOUP, FORT)) + bad, encoding="utf-8")
    before = window.session.household
    import_activities(window, page, ask=lambda *_: path)

    assert window.session.household is before
    assert "anna.toml" in page._faults.heading.text()
    (line,) = page._faults.lines
    assert line.text().startswith("• “Bees”, pathways 1 (pathways[1]): 'up' is not known")
    qtbot.keyClick(page._faults.back, Qt.Key.Key_Escape)
    assert page.grid.isVisible()


def test_the_same_file_twice_is_taken_once(window, page, tmp_path):
    path = tmp_path / "fort.toml"
    path.write_text(written((FORT,)), encoding="utf-8")
    before = window.session.household
    import_activities(window, page, ask=lambda *_: path)

    assert window.session.household is before
    assert "already" in window.toast.words


def test_no_file_chosen_is_nothing_done(window, page):
    before = window.session.household
    import_activities(window, page, ask=lambda *_: None)
    export_activities(window, (FORT,), ask=lambda *_: None)

    assert window.session.household is before
    assert not window.toast.isVisible()


def test_a_file_that_cannot_be_read_or_written_is_told(window, page, tmp_path):
    import_activities(window, page, ask=lambda *_: tmp_path / "none.toml")
    assert window.toast.words.startswith("The file could not be read.")

    export_activities(window, (FORT,), ask=lambda *_: tmp_path / "none" / "fort.toml")
    assert window.toast.words.startswith("The file could not be written.")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("syntax", "is odd"), "The file: is odd"),
        (Fault("missing", "is missing", 2, "", "id"), "Activity 2, id: is missing"),
        (
            Fault("missing", "is missing", 1, "Bees", "steps[3].text"),
            "“Bees”, steps 3 (steps[3].text): is missing",
        ),
        (Fault("unknown-key", "is new", field="author"), "author: is new"),
    ],
)
def test_a_fault_says_where(fault, words):
    assert text.fault(fault) == words


def test_everything_new_can_be_read_aloud(page):
    panel, filters = page.panel, page.filters
    buttons = (panel.edit, panel.copy, panel.archive, panel.export, panel.block)

    assert all(each.accessibleName() for each in (*buttons, filters.more, *filters.chips))
    assert filters.new.text()
