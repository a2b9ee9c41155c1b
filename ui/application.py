"""The application before there is a window: its name, style, fonts and language."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from ui import theme


def make_application(argv: list[str]) -> QApplication:
    """The QApplication with its name, style, font and the desktop's language."""
    # As an argument: what `setStyle` returns makes PySide load every kind of style there is.
    app = QApplication([*argv, "-style", "fusion"])
    app.setApplicationName("kinweek")
    app.setApplicationDisplayName("Kinweek")
    app.setDesktopFileName("kinweek")
    app.setFont(theme.ui_font())
    locale = QLocale()
    if locale.language() != QLocale.Language.English:
        follow_language(app, locale)
    return app


def follow_language(app: QApplication, locale: QLocale) -> None:
    """Let Qt's own words be in this language; ours are English, so the window runs as English does."""
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    translator = QTranslator(app)
    if translator.load(
        locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(translator)
