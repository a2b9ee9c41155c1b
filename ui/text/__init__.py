"""Every word the family reads, one module for each page, and the door to their translations."""

from PySide6.QtCore import QCoreApplication


def tr(source: str) -> str:
    """The sentence in the family's language; the English source where there is no translation.

    Sentences with values use named fields: `tr("{done} of {goal} min").format(done=5, goal=60)`.
    """
    return QCoreApplication.translate("Kinweek", source)
