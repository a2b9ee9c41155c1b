"""Words of the settings."""

from ui.text import tr


def not_kept(reason: str) -> str:
    return tr("This choice could not be saved: {reason}.").format(reason=reason)
