"""Which time zone this computer is in."""

from PySide6.QtCore import QTimeZone


def here() -> str:
    """The zone's name, like `Europe/Berlin`, on every platform."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
