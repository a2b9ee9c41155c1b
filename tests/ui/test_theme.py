"""Colours that can be read by everybody, light and dark."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QPushButton

from ui import theme
from ui.contrast import stronger
from ui.entry_card import FADE
from ui.stamps import mix

THEMES = {"light": theme.light(), "dark": theme.dark()}
PATHWAYS = ["reach", "feel-with", "stay-close", ""]


@pytest.fixture(params=sorted(THEMES))
def look(request):
    return THEMES[request.param]


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_has_the_highest_contrast_there_is():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("ground", ["paper", "surface", "today", "busy"])
@pytest.mark.parametrize("ink", ["ink", "ink_2"])
def test_text_can_be_read_on_every_ground(look, ground, ink):
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


def test_words_on_the_main_button_can_be_read(look):
    assert contrast(look.on_primary, look.primary) >= 4.5


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_words_on_a_card_can_be_read(look, pathway):
    hue = look.hue(pathway)
    assert contrast(hue.ink, hue.tint) >= 4.5


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_words_on_a_card_that_is_over_can_still_be_read(look, pathway):
    hue = look.hue(pathway)
    faded, ground = mix(hue.ink, hue.tint, FADE), mix(hue.tint, look.surface, 0.35)
    assert contrast(faded, ground) >= 4.5


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_shapes_and_edges_stand_out(look, pathway):
    hue = look.hue(pathway)
    for ground in (look.surface, hue.tint, mix(hue.tint, look.surface, 0.35)):
        assert contrast(hue.main, ground) >= 3


@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_the_ring_of_the_focus_stands_out(look, ground):
    assert contrast(look.focus, getattr(look, ground)) >= 3


def test_initials_can_be_read(look):
    for ground in look.people:
        assert contrast(look.on_people, ground) >= 4.5  # they are small on a card


@pytest.mark.parametrize("kind", ["", "primary", "quiet"])
def test_a_button_that_cannot_be_pressed_looks_so(qtbot, qapp, look, kind):
    button = QPushButton("Undo")
    qtbot.addWidget(button)
    button.setProperty("kind", kind)
    qapp.setStyleSheet(theme.style_sheet(look))
    try:
        ready = button.grab().toImage()
        button.setEnabled(False)
        assert button.grab().toImage() != ready
    finally:
        qapp.setStyleSheet("")


def test_the_sheet_names_only_colours_of_the_theme(look):
    known = {getattr(look, n).name() for n in look._fields if isinstance(getattr(look, n), QColor)}
    assert set(re.findall(r"#[0-9a-f]{6}", theme.style_sheet(look))) <= known


def test_light_and_dark_can_be_wished_for(qapp):
    assert not theme.chosen("light").dark
    assert theme.chosen("dark").dark


def test_letters_follow_the_font_of_the_desktop(qapp):
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    try:
        small = theme.text_font(0.8).pointSizeF()
        qapp.setFont(larger)
        assert theme.text_font(0.8).pointSizeF() == pytest.approx(2 * small)
    finally:
        qapp.setFont(before)


@pytest.fixture
def strong(look):
    return stronger(look)


def test_with_more_contrast_every_word_is_at_seven_to_one(strong):
    pairs = [(strong.ink, g) for g in (strong.paper, strong.surface, strong.today, strong.busy)]
    pairs += [(strong.ink_2, strong.surface), (strong.on_primary, strong.primary)]
    pairs += [(hue.ink, hue.tint) for hue in strong.pathways.values()]
    assert [round(contrast(*pair), 1) for pair in pairs if contrast(*pair) < 7] == []


def test_with_more_contrast_every_line_and_shape_is_seen(strong):
    seen = [
        strong.line,
        strong.focus,
        strong.busy_line,
        *(h.main for h in strong.pathways.values()),
    ]
    assert [c.name() for c in seen if contrast(c, strong.surface) < 3] == []
    assert [c.name() for c in strong.people if contrast(strong.on_people, c) < 4.5] == []


def test_with_more_contrast_what_is_over_can_still_be_read(strong):
    for hue in strong.pathways.values():
        assert contrast(mix(hue.ink, hue.tint, FADE), hue.tint) >= 7


def test_a_menu_has_an_edge_on_black_ground(qtbot, qapp, strong):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setPalette(theme.palette(strong))
    menu.setStyleSheet(theme.style_sheet(strong))
    menu.addAction("Go to a day…")
    menu.resize(menu.sizeHint())
    image = menu.grab().toImage()
    for x, y in ((0, menu.height() // 2), (menu.width() - 1, menu.height() // 2)):
        assert contrast(image.pixelColor(x, y), strong.surface) >= 3
