"""The language of the desktop: days and numbers follow it, the window runs as its own words do."""

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator

from ui.application import follow_language


@pytest.fixture
def arabic(qapp):
    follow_language(qapp, QLocale("ar_EG"))
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_english_words_run_from_left_to_right_on_every_desktop(arabic):
    assert arabic.layoutDirection() == Qt.LayoutDirection.LeftToRight
