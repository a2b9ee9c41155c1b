"""Colours and sizes, light and dark, in one place. No other module names a colour."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Hue(NamedTuple):
    """A pathway's colour: `main` for edges and shapes, `tint` for grounds, `ink` for text on the tint."""

    main: QColor
    tint: QColor
    ink: QColor


class Theme(NamedTuple):
    """Every colour of the window. `people` are the grounds of the initials, with `on_people` on them."""

    dark: bool
    paper: QColor
    surface: QColor
    line: QColor
    ink: QColor
    ink_2: QColor
    ink_3: QColor
    primary: QColor
    on_primary: QColor
    busy: QColor
    busy_line: QColor
    focus: QColor
    today: QColor
    pathways: dict[str, Hue]
    people: tuple[QColor, ...]
    on_people: QColor

    def hue(self, pathway: str | None) -> Hue:
        """The colours of a pathway; grey for a plain line of the family's own."""
        return self.pathways.get(pathway or "", self.pathways[""])


def _hue(main: str, tint: str, ink: str) -> Hue:
    return Hue(main=QColor(main), tint=QColor(tint), ink=QColor(ink))


def light() -> Theme:
    return Theme(
        dark=False,
        paper=QColor("#FAF7F2"),
        surface=QColor("#FFFFFF"),
        line=QColor("#E8E1D7"),
        ink=QColor("#2A2732"),
        ink_2=QColor("#655F70"),
        ink_3=QColor("#978FA0"),
        primary=QColor("#B94A32"),
        on_primary=QColor("#FFFFFF"),
        busy=QColor("#EFEBE5"),
        busy_line=QColor("#DDD6CC"),
        focus=QColor("#2F6FDE"),
        today=QColor("#FDF8F6"),
        pathways={
            "reach": _hue("#B94A32", "#FBEAE4", "#7F2F1E"),
            "feel-with": _hue("#24736D", "#E1F1EE", "#154F4A"),
            "stay-close": _hue("#6152A3", "#ECE8F8", "#41367A"),
            "": _hue("#8A8294", "#F3EFE9", "#4A4553"),
        },
        people=tuple(
            QColor(c)
            for c in (
                "#3B6DB4", "#A26526", "#7B4A80", "#4C7A4F",
                "#A8485F", "#2F7C8C", "#6B6A2C", "#5A5F73",
            )
        ),
        on_people=QColor("#FFFFFF"),
    )  # fmt: skip


def dark() -> Theme:
    return Theme(
        dark=True,
        paper=QColor("#1C1A20"),
        surface=QColor("#242129"),
        line=QColor("#3A3641"),
        ink=QColor("#F1EDF5"),
        ink_2=QColor("#B6AFC0"),
        ink_3=QColor("#857E90"),
        primary=QColor("#F08A70"),
        on_primary=QColor("#2A120B"),
        busy=QColor("#2A2730"),
        busy_line=QColor("#3A3641"),
        focus=QColor("#8AB4FF"),
        today=QColor("#2B2429"),
        pathways={
            "reach": _hue("#F08A70", "#43291F", "#FFC9B8"),
            "feel-with": _hue("#66C2B8", "#1D3B38", "#B6ECE5"),
            "stay-close": _hue("#A99BF0", "#2F2A4C", "#D9D1FF"),
            "": _hue("#857E90", "#2E2A34", "#D5CFDD"),
        },
        people=tuple(
            QColor(c)
            for c in (
                "#3B6DB4", "#A26526", "#7B4A80", "#4C7A4F",
                "#A8485F", "#2F7C8C", "#6B6A2C", "#5A5F73",
            )
        ),
        on_people=QColor("#FFFFFF"),
    )  # fmt: skip


def chosen(wish: str = "system") -> Theme:
    """The theme for a wish of `light`, `dark` or `system` (what the desktop says; light if it is silent)."""
    hints = QGuiApplication.styleHints()
    is_dark = wish == "dark" or (wish == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    made = dark() if is_dark else light()
    if hints.accessibility().contrastPreference() != Qt.ContrastPreference.HighContrast:
        return made
    from ui.contrast import stronger  # noqa: PLC0415  (few families ask for it)

    return stronger(made)


def text_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The app's font, `scale` times its size; every size on the screen follows from the system's."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


FAMILIES = ["Inter", "Noto Sans", "Cantarell", "Open Sans"]
"""What a bare screen is given: the first of these that is installed."""


def ui_font(percent: int = 100) -> QFont:
    """The desktop's own font in this size; on a bare screen that names none, the calmest one installed."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if percent != 100:
        font.setPointSizeF(font.pointSizeF() * percent / 100)
    if font.family() in {"", "Sans Serif", "sans-serif", "Sans", "DejaVu Sans"}:
        font.setFamilies([*FAMILIES, font.family()])
    return font


def dress(app: QApplication, wish: str = "system") -> Theme:
    """Give the whole application the colours of this wish (`light`, `dark`, `system`)."""
    made = chosen(wish)
    app.setPalette(palette(made))
    app.setStyleSheet(style_sheet(made))
    return made


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own palette, so that menus, dialogs and editors follow it."""
    role = QPalette.ColorRole
    made = QPalette()
    for key, colour in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.paper),
        (role.Text, theme.ink),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.ink_3),
        (role.Highlight, theme.focus),
        (role.HighlightedText, theme.surface),
        (role.Link, theme.focus),
        (role.Mid, theme.line),
        (role.Light, theme.surface),
        (role.Dark, theme.line),
        (role.Accent, theme.primary),
    ):
        made.setColor(key, colour)
    disabled = QPalette.ColorGroup.Disabled
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(disabled, key, theme.ink_3)
    return made


def style_sheet(theme: Theme) -> str:
    """Buttons, fields and chips for the whole window. A widget picks its look by the property `kind`."""
    t = {
        name: getattr(theme, name).name()
        for name in (
            "paper", "surface", "line", "ink", "ink_2", "ink_3", "primary", "on_primary", "focus",
        )
    }  # fmt: skip
    return _SHEET % t


_SHEET = """
QPushButton { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s; border-radius: 8px;
  padding: 6px 12px; font-weight: 600; }
QPushButton:hover { border-color: %(ink_3)s; }
QPushButton:focus { border: 2px solid %(focus)s; padding: 5px 11px; }
QPushButton:disabled { color: %(ink_3)s; }
QPushButton[kind="primary"] { background: %(primary)s; color: %(on_primary)s; border-color: %(primary)s; }
QPushButton[kind="primary"]:focus { border-color: %(focus)s; }
QPushButton[kind="primary"]:disabled { background: %(line)s; color: %(ink_3)s; border-color: %(line)s; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: %(ink_2)s; }
QPushButton[kind="quiet"]:hover { color: %(ink)s; }
QPushButton[kind="quiet"]:disabled { color: %(ink_3)s; }
QPushButton[kind="quiet"]:focus { border-color: %(focus)s; }
QPushButton[kind="small"] { padding: 3px 9px; border-radius: 7px; }
QPushButton[kind="small"]:checked { background: %(ink)s; color: %(paper)s; border-color: %(ink)s; }
QPushButton[kind="small"]:focus { border: 2px solid %(focus)s; padding: 2px 8px; }
QPushButton[kind="chip"] { border-radius: 12px; color: %(ink_2)s; font-weight: 500; padding: 4px 12px; }
QPushButton[kind="chip"]:checked { background: %(ink)s; color: %(paper)s; border-color: %(ink)s; }
QPushButton[kind="chip"]:focus { border: 2px solid %(focus)s; padding: 3px 11px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox { background: %(surface)s; color: %(ink)s;
  border: 1px solid %(line)s; border-radius: 7px; padding: 5px 8px; selection-background-color: %(focus)s; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus,
QSpinBox:focus { border: 2px solid %(focus)s; padding: 4px 7px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QMenu { border: 1px solid %(line)s; padding: 4px 0; }
QMenu::item { padding: 4px 24px 4px 30px; }
QMenu::item:selected { background: %(focus)s; color: %(surface)s; }
QMenu::item:disabled { color: %(ink_3)s; background: transparent; }
QMenu::indicator { left: 9px; width: 12px; height: 12px; }
QMenu::indicator:unchecked { width: 10px; height: 10px; border: 1px solid %(ink_3)s; border-radius: 2px; }
QMenu::indicator:exclusive:unchecked { border-radius: 5px; }
QToolTip { background: %(surface)s; color: %(ink)s; border: 1px solid %(line)s; padding: 4px; }
QScrollArea { border: none; background: transparent; }
QScrollArea[kind="panel"] { border: 2px solid transparent; }
QScrollArea[kind="panel"]:focus { border-color: %(focus)s; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: %(line)s; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
"""
