"""The application before there is a window: its name, style, fonts and language."""

from threading import Thread

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui import theme


def make_application(argv: list[str]) -> QApplication:
    """The QApplication with its name, style, font and the desktop's language.

    The fonts are opened on a thread of their own, while the caller loads what else the window needs.
    """
    # As an argument: what `setStyle` returns makes PySide load every kind of style there is.
    app = QApplication([*argv, "-style", "fusion"])
    app.setApplicationName("kinweek")
    app.setApplicationDisplayName("Kinweek")
    app.setDesktopFileName("kinweek")
    app.setFont(theme.ui_font())
    fonts = [theme.text_font(), theme.text_font(bold=True)]
    Thread(target=lambda: [QFontMetricsF(font).height() for font in fonts]).start()
    locale = QLocale()
    if locale.language() != QLocale.Language.English:
        translator = QTranslator(app)
        if translator.load(
            locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ):
            app.installTranslator(translator)
    return app
