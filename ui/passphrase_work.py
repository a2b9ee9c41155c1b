"""Sets, changes and removes the passphrase beside the window, and shows the recovery key that comes of it."""

from PySide6.QtCore import QObject

from planner.storage import Database, NotWritableError, StorageError, WrongPassphraseError
from planner.storage.keys import MEMORY, new_keys
from planner.storage.passphrase import (
    change_passphrase,
    confirm,
    new_recovery_key,
    seal_folder,
    unseal_folder,
)
from ui.data_work import DataWork
from ui.main_window import MainWindow
from ui.passphrase_card import Kind, PassphraseCard
from ui.preferring import keep
from ui.text import locking as text
from ui.text import window as window_text

SAID = {
    "set": text.IS_SET,
    "change": text.IS_CHANGED,
    "remove": text.IS_REMOVED,
    "recovery": text.RECOVERY_IS_NEW,
}


class PassphraseWork(QObject):
    """Does what the card asks for. `memory`: the KiB that trying one passphrase is to take."""

    def __init__(
        self, card: PassphraseCard, data: DataWork, window: MainWindow, *, memory: int = MEMORY
    ) -> None:
        super().__init__(card)
        self._card, self._data, self._window, self.memory = card, data, window, memory
        self._database = window.store.database
        card.asked.connect(self._ask)
        card.lock_requested.connect(window.parts.lock)
        card.lock_after_chosen.connect(self._lock_after)

    def show(self) -> None:
        """Show how things are."""
        self._card.show_state(
            sealed=self._database.sealer.key is not None,
            lock_after=self._window.preferences.lock_after,
            read_only=self._database.read_only,
        )

    def _lock_after(self, minutes: int | None) -> None:
        keep(self._window, lock_after=minutes)
        self.show()

    def _ask(self, kind: Kind, present: str, new: str) -> None:
        form = self._card.form
        assert form is not None
        form.say(text.SEALING)
        self._card.set_busy(busy=True)

        def then(answer: str | Exception | None) -> None:
            self._card.set_busy(busy=False)
            if isinstance(answer, Exception):
                wrong = isinstance(answer, WrongPassphraseError)
                form.refuse(text.PRESENT_WRONG if wrong else _refusal(answer), present=wrong)
                self.show()
                return
            self._card.close_form()
            self._card.say(SAID[kind])
            self.show()
            self._data.show()
            if answer:
                self._show_key(answer)

        self._data.ask(lambda: carried_out(self._database, kind, present, new, self.memory), then)

    def _show_key(self, key: str) -> None:
        from ui.recovery_dialog import RecoveryDialog  # noqa: PLC0415  (loads the printers)

        RecoveryDialog(key, self._database.folder, self._window.theme, parent=self._window).open()


def carried_out(database: Database, kind: Kind, present: str, new: str, memory: int) -> str | None:
    """Do it; the recovery key to be kept, if there is a new one. Raises StorageError."""
    if kind == "set":
        keys, key, recovery = new_keys(new, memory=memory)
        try:
            seal_folder(database, keys, key)
        except NotWritableError:
            if database.sealer.key is None:
                raise
            # The passphrase is set and the next opening goes on: this key is needed all the same.
        return recovery
    confirm(database, present)
    if kind == "recovery":
        return new_recovery_key(database)
    if kind == "change":
        change_passphrase(database, new)
    else:
        unseal_folder(database)
    return None


def _refusal(error: Exception) -> str:
    return window_text.refused(error) if isinstance(error, StorageError) else str(error)
