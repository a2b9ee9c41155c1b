"""A screen reader in small: finds the card of a story over AT-SPI, reads it, ticks it and reads it again.

Runs in the system's Python, which has GObject's D-Bus. Writes what it heard into `heard` of the folder.
"""

import sys
import time
from pathlib import Path

from gi.repository import Gio, GLib

ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
FOCUSABLE, CHECKED = 11, 4
WAIT_MS = 5000


def listen():
    """The bus of screen readers, switched on."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        on = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", PROPERTIES, "Set", on, None, 0, WAIT_MS, None
        )
    address = session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, WAIT_MS, None
    )[0]
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None
    )


def ask(bus, where, interface, method, given=None):
    answer = bus.call_sync(*where, interface, method, given, None, 0, WAIT_MS, None)
    return answer.unpack()[0] if answer.n_children() else None


def name_of(bus, where):
    return ask(bus, where, PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")))


def path_to(bus, where, words, depth=0):
    """The things from the window down to the one whose name has these words."""
    if words in name_of(bus, where):
        return [where]
    if depth < 12:
        for child in ask(bus, where, ACCESSIBLE, "GetChildren"):
            found = path_to(bus, child, words, depth + 1)
            if found:
                return [where, *found]
    return []


def states(bus, where):
    low = ask(bus, where, ACCESSIBLE, "GetState")[0]
    return [
        word for bit, word in ((FOCUSABLE, "focusable"), (CHECKED, "checked")) if low >> bit & 1
    ]


def until(question):
    """The first answer that is not empty, or the last one after a while."""
    for _ in range(100):
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    return answer


def main():
    bus, folder = listen(), Path(sys.argv[1])
    path = until(lambda: path_to(bus, ROOT, "Two sides of a story"))
    card, day = path[-1], path[-2]
    heard = [name_of(bus, day), name_of(bus, card), ask(bus, card, ACCESSIBLE, "GetRoleName")]
    heard.append(" ".join(states(bus, card)))
    actions = [a[0].lower() for a in ask(bus, card, ACTION, "GetActions")]
    heard.append(" ".join(actions))
    ask(bus, card, ACTION, "DoAction", GLib.Variant("(i)", (actions.index("toggle"),)))
    until(lambda: "checked" in states(bus, card))
    heard += [name_of(bus, card), " ".join(states(bus, card))]
    (folder / "heard").write_text("\n".join(heard), encoding="utf-8")


if __name__ == "__main__":
    main()
