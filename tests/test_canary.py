"""The screen library we build on is one that does not fall over."""

import os
import subprocess
import sys
from importlib.metadata import version

TEXTS = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText("a word")
"""


def test_twenty_thousand_words_on_a_label_do_not_end_the_program():
    """PySide6 6.12.0 loses a reference to None with each call on Python 3.11 (PYSIDE-3474)."""
    done = subprocess.run(
        [sys.executable, "-c", TEXTS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_version_with_that_fault_is_not_installed():
    major, minor, *_ = version("PySide6-Essentials").split(".")
    assert (int(major), int(minor)) < (6, 12)
