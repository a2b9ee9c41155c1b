"""Words about the passphrase: setting it, locking, unlocking, and the recovery key."""

from planner.storage import LockedError, StorageError, WrongPassphraseError
from ui.text import tr

# unlocking

LOCKED = tr("Kinweek is locked")
TYPE_PASSPHRASE = tr("Type the passphrase to open your family's week.")
TYPE_RECOVERY = tr("Type the recovery key you printed or saved. Spaces and small letters are fine.")
PASSPHRASE = tr("Passphrase")
RECOVERY = tr("Recovery key")
SHOW = tr("Show")
HIDE = tr("Hide")
SHOW_HINT = tr("Show what is typed")
UNLOCK = tr("Unlock")
OPENING = tr("Opening…")
USE_RECOVERY = tr("Use the recovery key instead")
USE_PASSPHRASE = tr("Use the passphrase instead")
WRONG = tr("This does not open it.")
NO_PASSPHRASE = tr("There is no passphrase yet. Set one under Family, Your data.")
NOT_OPENED = tr("Kinweek cannot open your family's data")
TRY_BACKUP = tr(
    "In a terminal, “kinweek restore” lists the backups in the folder, says what is in one, and goes back to it."
)
CLOSE = tr("Close")


def wait(seconds: int) -> str:
    """After a wrong one, counted down."""
    if seconds == 1:
        return tr("This does not open it. You can try again in 1 second.")
    return tr("This does not open it. You can try again in {seconds} seconds.").format(
        seconds=seconds
    )


def not_opened(error: StorageError) -> str:
    """Why a folder stays closed."""
    return WRONG if isinstance(error, WrongPassphraseError | LockedError) else str(error)


# your data

HEADING = tr("Passphrase")
OPEN_STATE = tr(
    "No passphrase is set. Whoever can use your account on this computer can read what is in the folder."
)
SEALED_STATE = tr(
    "A passphrase is set. Everything in the folder, backups too, can be read only with it or with the recovery key."
)
PLAIN_OUTSIDE = tr(
    "What you print, export or share leaves the folder as plain text that anybody can read."
)
PLAIN_FILE = tr("It is plain text that anybody can read.")
SET = tr("Set a passphrase…")
CHANGE = tr("Change it…")
REMOVE = tr("Remove it…")
NEW_RECOVERY = tr("New recovery key…")
LOCK_NOW = tr("Lock now")
LOCK_NOW_HINT = tr("Ctrl+L, on any page")
LOCK_AFTER = tr("Lock by itself when nobody touches it")
NEVER = tr("Never")

PRESENT = tr("Current passphrase")
NEW = tr("New passphrase")
AGAIN = tr("The same again")
ADVICE = tr(
    "Four words that have nothing to do with each other are easy to keep and hard to guess."
)
NOBODY_CAN_HELP = tr(
    "If you lose both the passphrase and the recovery key, nobody can open your family's data again: not "
    "we, not anybody. Every backup in the folder needs one of them too."
)
REMOVE_SAYS = tr(
    "Everything in the folder becomes readable for whoever can use your account on this computer. The "
    "recovery key is of no use any more."
)
NEW_RECOVERY_SAYS = tr("The recovery key you have now will open nothing any more.")
DO_SET = tr("Set the passphrase")
DO_CHANGE = tr("Change the passphrase")
DO_REMOVE = tr("Remove the passphrase")
DO_RECOVERY = tr("Make a new recovery key")
CANCEL = tr("Cancel")
LEAST_LETTERS = 8
TOO_SHORT = tr("Use at least 8 letters; a few words are best.")
NOT_THE_SAME = tr("The two are not the same. Type the new passphrase again.")
PRESENT_MISSING = tr("Type the current passphrase, or the recovery key.")
PRESENT_WRONG = tr("That is not the current passphrase.")
SEALING = tr("Every file is being written anew. This takes a moment.")
IS_SET = tr("The passphrase is set. Everything in the folder was written anew, backups too.")
IS_CHANGED = tr("From now on the new passphrase opens it. The recovery key stays as it is.")
IS_REMOVED = tr("There is no passphrase any more.")
RECOVERY_IS_NEW = tr("The new recovery key is made.")


def minutes(count: int) -> str:
    """A choice of how long to wait before locking."""
    return tr("After {count} minutes").format(count=count)


# the recovery key

KEEP_KEY = tr("Your recovery key")
KEY_SAYS = tr(
    "It opens your family's data if the passphrase is forgotten. It is shown only now: print it or save it "
    "on something else than this computer, and keep it where you keep passports."
)
PRINT = tr("Print…")
SAVE = tr("Save as a file…")
KEPT = tr("I have kept it")
PRINTED = tr("It was sent to the printer.")
SAVE_TITLE = tr("Save the recovery key")
SAVE_NAME = tr("kinweek recovery key.txt")
SAVE_FILES = tr("Text (*.txt)")
ON_PAPER = tr(
    "This key opens the family's data in Kinweek if the passphrase is forgotten. Keep it where you keep "
    "passports, and not beside the computer. Type it where Kinweek asks for the passphrase, under “Use the "
    "recovery key instead”."
)


def paper_title(folder: str) -> str:
    return tr("Kinweek recovery key for {folder}").format(folder=folder)


def saved(file: str) -> str:
    return tr("{file} is saved. Whoever has this file can open your family's data.").format(
        file=file
    )
