"""One card: what it says, how it says what became of it, and what a screen reader finds."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget

from planner.week import add
from ui import theme
from ui.entry_card import EntryCard, drag_zone

LIGHT = theme.light()


@pytest.fixture
def card(qtbot, british, family, entry):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(200, 200)
    made = EntryCard(ground, LIGHT)
    made.resize(120, 60)
    made.show_entry(entry(1, 2, "17:00", title="Worry walk"), family)
    ground.show()
    yield made
    ground.close()  # the name keeps the ground, and so the card, until here


def picture(card: EntryCard, size: QSize | None = None) -> QImage:
    if size:
        card.resize(size)
    return card.grab().toImage()


def inked(image: QImage, area: QRect, ground) -> int:
    """How many pixels of the area are clearly darker than the ground."""
    return sum(
        image.pixelColor(x, y).lightness() < ground.lightness() - 60
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def test_a_screen_reader_hears_day_times_title_people_pathway_and_state(card):
    found = QAccessible.queryAccessibleInterface(card)
    assert found.text(QAccessible.Text.Name) == (
        "Wednesday 25 November, 17:00 to 17:30, Worry walk, Leo with Mum, Reach out, planned"
    )


def test_a_card_for_one_person_alone_bears_a_lock_and_says_for_whom(card, family):
    before = picture(card)
    card.show_entry(replace(card.entry, only_for="sara"), family)

    assert picture(card) != before
    found = QAccessible.queryAccessibleInterface(card)
    assert "only for Mum" in found.text(QAccessible.Text.Name)


def test_a_screen_reader_finds_something_to_press_with_a_tick(card, family):
    found = QAccessible.queryAccessibleInterface(card)
    assert found.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
    assert found.state().checkable
    assert not found.state().checked
    card.show_entry(replace(card.entry, outcome="done"), family)
    assert QAccessible.queryAccessibleInterface(card).state().checked


def test_a_screen_readers_press_chooses_the_card(qtbot, grid):
    card = grid.card_of("1")
    actions = QAccessible.queryAccessibleInterface(card).actionInterface()
    assert "Press" in actions.actionNames()
    with qtbot.waitSignal(grid.entry_chosen) as heard:
        actions.doAction("Press")
    assert heard.args == [card.entry]
    assert grid.chosen == "1"


def test_a_screen_readers_tick_asks_and_leaves_the_tick_to_the_household(qtbot, grid):
    card = grid.card_of("1")
    with qtbot.waitSignal(grid.done_toggled) as heard:
        QAccessible.queryAccessibleInterface(card).actionInterface().doAction("Toggle")
    assert heard.args == [card.entry]
    assert not card.isChecked()


@pytest.mark.parametrize(
    ("outcome", "spoken"),
    [
        ("done", "done"),
        ("else", "did something else"),
        ("hard", "tried, and it was hard"),
        ("not-this-week", "not this week"),
    ],
)
def test_what_became_of_it_is_said_and_not_only_dimmed(card, family, outcome, spoken):
    before = picture(card)
    card.show_entry(replace(card.entry, outcome=outcome), family)
    assert card.accessibleName().endswith(spoken)
    corner = QRect(card.width() - 22, 3, 18, 20)
    assert inked(before, corner, LIGHT.hue("reach").tint) == 0
    assert inked(picture(card), corner, LIGHT.hue("reach").tint) > 0


def test_a_card_of_one_line_shows_its_title(card):
    image = picture(card, QSize(120, card.minimum_height()))
    row = QRect(22, 0, 90, card.height())
    assert inked(image, row, LIGHT.hue("reach").tint) > 40


def test_the_title_is_the_last_to_go(card, family):
    tall = picture(card, QSize(120, 60))
    low = picture(card, QSize(120, card.minimum_height()))
    below = QRect(10, card.minimum_height(), 100, 60 - card.minimum_height())
    assert inked(tall, below, LIGHT.hue("reach").tint) > 0
    assert low.height() < 60


def test_a_long_title_goes_on_in_a_second_line_before_the_times(card, family):
    size = QSize(110, 2 * card.minimum_height() - 2)
    card.show_entry(replace(card.entry, title="Worry walk around the lake"), family)
    lake = picture(card, size)
    card.show_entry(replace(card.entry, title="Worry walk around the hill"), family)
    assert picture(card, size) != lake


def test_while_it_is_dragged_the_times_come_before_a_second_line_of_title(card, family):
    size = QSize(110, 2 * card.minimum_height() - 2)
    card.show_entry(replace(card.entry, title="Worry walk around the lake"), family)
    card.second_line, card.times_first = "17:15–17:45", True
    before = picture(card, size)
    card.second_line = "17:30–18:00"
    card.update()
    assert picture(card, size) != before


def test_the_narrowest_card_still_begins_its_title(card, family):
    size = QSize(38, card.minimum_height())
    card.show_entry(replace(card.entry, title="Walk"), family)
    walk = picture(card, size)
    card.show_entry(replace(card.entry, title="Tea"), family)
    assert picture(card, size) != walk


def test_the_times_go_before_a_word_of_the_title_does(card, family):
    size = QSize(120, 40)
    long = replace(card.entry, title="Two sides of one and the same story")
    seen = []
    for entry in (
        long,
        replace(long, start=long.start + 15),
        replace(long, title="Two sides of one and the same quarrel"),
    ):
        card.show_entry(entry, family)
        seen.append(picture(card, size))
    assert seen[0] == seen[1]
    assert seen[0] != seen[2]


@pytest.mark.parametrize("size", [QSize(22, 100), QSize(26, 40), QSize(36, 34), QSize(36, 80)])
def test_a_card_between_many_others_still_shows_a_letter_of_its_title(card, family, size):
    nameless = replace(card.entry, title="", people=())
    card.show_entry(nameless, family)
    before = picture(card, size)
    card.show_entry(replace(nameless, title="Worry walk"), family)
    after = picture(card, size)
    edge = QRect(0, 0, 4, size.height())
    assert after.copy(edge) == before.copy(edge)
    inside = QRect(QPoint(5, 2), size - QSize(5, 4))
    tint = LIGHT.hue("reach").tint
    assert inked(after, inside, tint) > inked(before, inside, tint) + 10


def test_who_finds_no_room_on_a_card_is_counted(card, family):
    many = tuple(replace(family.people[0], id=f"p{n}", colour=n) for n in range(6))
    card.show_entry(
        replace(card.entry, people=tuple(p.id for p in many)), replace(family, people=many)
    )
    before = picture(card, QSize(44, 120))
    other = (*many[:5], replace(many[5], name="Zoe"))
    card.show_entry(card.entry, replace(family, people=other))
    assert picture(card) == before
    fewer = replace(card.entry, people=card.entry.people[:5])
    card.show_entry(fewer, replace(family, people=many))
    assert picture(card) != before


def test_while_it_is_dragged_a_low_card_tells_the_times(card, family):
    size = QSize(120, card.minimum_height())
    before = picture(card, size)
    card.second_line, card.times_first = "17:15–17:45", True
    assert picture(card, size) != before


def test_each_pathway_has_a_shape_and_not_only_a_colour(card, family):
    shapes = set()
    for pathway in ("reach", "feel-with", "stay-close", None):
        card.show_entry(replace(card.entry, title="", pathway=pathway), family)
        image = picture(card, QSize(120, card.minimum_height()))
        main = LIGHT.hue(pathway).main
        shapes.add(
            tuple(
                abs(image.pixelColor(x, y).lightness() - main.lightness()) < 12
                for y in range(card.height())
                for x in range(8, 22)
            )
        )
    assert len(shapes) == 4


def test_the_same_entry_again_changes_nothing(card, family):
    before = card.accessibleName()
    card.setAccessibleName("untouched")
    card.show_entry(card.entry, family)
    assert card.accessibleName() == "untouched" != before


def test_the_people_on_it_follow_the_family(card, family):
    renamed = tuple(replace(p, called="Mama") if p.id == "sara" else p for p in family.people)
    card.show_entry(card.entry, replace(family, people=renamed))
    assert "Leo with Mama" in card.accessibleName()


@pytest.mark.parametrize("height", [12, 18, 30, 200])
def test_every_card_has_an_upper_edge_a_body_and_a_lower_edge(height):
    box = QRect(QPoint(0, 0), QSize(100, height))
    zones = [drag_zone(box, y) for y in range(height)]
    assert sorted(set(zones)) == ["body", "bottom", "top"]
    assert zones.count("body") >= height // 2
    assert zones.index("body") == zones.count("top") == zones.count("bottom")


def test_a_card_of_somebody_who_left_still_shows(card, family, entry):
    alone = replace(family, people=family.people[:1])
    household = add(alone, entry(1, 2, "17:00"))
    card.show_entry(entry(1, 2, "17:00"), household)
    assert "Leo" in card.accessibleName()
    assert not picture(card).isNull()


def test_a_card_with_a_note_bears_a_sign_and_says_so(card, family):
    before = picture(card)
    card.show_entry(replace(card.entry, note="Bring the torch."), family)
    assert picture(card) != before
    found = QAccessible.queryAccessibleInterface(card)
    assert found.text(QAccessible.Text.Description) == "Has a note"
    card.show_entry(replace(card.entry, note=""), family)
    assert found.text(QAccessible.Text.Description) == ""
    assert picture(card) == before


@pytest.mark.parametrize(
    ("title", "size", "seen"),
    [
        ("Walk", QSize(120, 20), True),  # beside a title on its only line
        ("Worry walk by the long river", QSize(120, 20), False),  # never instead of the title
        ("Worry walk by the long river", QSize(160, 50), True),
        ("Worry walk " * 9, QSize(150, 72), True),  # behind the time
        ("Worry walk by the long river", QSize(70, 50), False),
    ],
)
def test_the_sign_of_a_note_takes_no_room_from_the_words(card, family, title, size, seen):
    card.show_entry(replace(card.entry, title=title), family)
    without = picture(card, size)
    card.show_entry(replace(card.entry, note="Bring the torch."), family)
    assert (picture(card, size) != without) is seen


def test_a_card_too_narrow_for_words_across_has_its_title_from_top_to_bottom(card):
    wide = picture(card, QSize(120, 60))
    narrow = picture(card, QSize(24, 60))
    assert inked(wide, QRect(40, 2, 60, 26), LIGHT.hue("reach").tint) > 0
    middle = QRect(8, 2, 14, 56)
    thirds = [middle.adjusted(0, 18 * n, 0, -18 * (2 - n)) for n in range(3)]
    assert all(inked(narrow, third, LIGHT.hue("reach").tint) > 5 for third in thirds)


def test_a_title_from_right_to_left_is_cut_at_its_left(card, family, entry):
    title = "ספר לי על היום שלך לפני השינה בבקשה ועוד קצת"
    card.show_entry(entry(1, 2, "17:00", title=title), family)
    image = picture(card, QSize(120, 22))
    # The upper halves of where the last letter and the first one would be; the dots lie lower.
    left, right = QRect(20, 0, 10, 12), QRect(104, 0, 10, 12)
    assert inked(image, right, LIGHT.hue("reach").tint) > 0
    assert inked(image, left, LIGHT.hue("reach").tint) == 0


def test_initials_on_a_card_follow_who_else_there_is(card, family, entry):
    line = entry(1, 2, "17:00", title="Walk")
    card.show_entry(line, family)
    alone = picture(card, QSize(120, 90))
    twin = replace(family.people[0], id="twin", name="Lea")
    card.show_entry(line, replace(family, people=(*family.people, twin)))
    assert picture(card) != alone
    card.show_entry(line, family)
    assert picture(card) == alone
