"""What Kinweek says in a terminal."""

from ui.text import tr

DESCRIPTION = tr(
    "Kinweek, a family week with room for feelings. Without a command it opens the window."
)
DATA = tr("the folder with the family's data (default: {folder})")
DEMO = tr("use the sample family in a temporary folder; nothing of yours is touched")
PASSPHRASE_FILE = tr("a file with the passphrase in its first line (default: it is asked for)")
ASK_PASSPHRASE = tr("Passphrase: ")
LOCKED = tr(
    "Your family's data is locked. Do this in a terminal, which asks for the passphrase, or add "
    "--passphrase-file FILE."
)
CANNOT_READ = tr("{file} cannot be read: {reason}.")
NOT_TEXT = tr("it is no text")
PLAIN_EXPORT = tr(
    "What is exported is plain text that anybody can read. Keep it as safe as you keep the passphrase."
)
WEEK = tr("the week, like 2026-W48 or a date in it (default: this week)")
PRINT = tr("print a week to a PDF file")
PRINT_OUT = tr("the PDF file to write")
PRINT_PAPER = tr("paper (default: what is usual in your country)")
PRINT_PORTRAIT = tr("upright")
PRINT_LANDSCAPE = tr("sideways (each layout has a way of its own)")
PRINT_LAYOUT = tr("what to print (default: the week for the fridge)")
PRINT_INK = tr("colour, grey, or saving ink")
PRINT_LARGE = tr("large letters, 14 points and up")
PRINT_PERSON = tr("whose week or sheet (default: everybody it is for)")
PRINT_ACTIVITY = tr("the activity to print, as its file is named (default: those of the week)")
FILL = tr("suggest activities for a week and print the suggestions")
FILL_KEEP = tr("put the suggestions into the week")
FILL_SEED = tr("another number, another week")
CHECK = tr("read everything, report what is wrong")
EXPORT = tr("write all data as readable JSON")
EXPORT_OUT = tr("the file to write (default: the terminal)")
EXPORT_ICS = tr("write the entries as a calendar file instead, without reflections")
EXPORT_WEEK = tr("with --ics: only this week, like 2026-W48 or a date in it")
EXPORT_FROM = tr("with --ics: from this day on, like 2026-11-23")
EXPORT_TO = tr("with --ics: up to this day and with it")
EXPORT_NOTES = tr("with --ics: notes as well")
EXPORT_OWN = tr("with --ics: what is for one person alone as well")
EXPORT_TICKS = tr("with --ics: a ✓ before what happened")
IMPORT = tr("take a calendar file (.ics) in as busy time, or bring it up to date")
IMPORT_FILE = tr("the calendar file")
IMPORT_FOR = tr("whose calendar it is, like Leo,Sara")
IMPORT_NAME = tr("what to call it (default: what the file says)")
IMPORT_WHOLE_DAYS = tr("whole-day events keep them busy too")
IMPORT_DRY_RUN = tr("only say what would be taken in")
FOR_WHOM = tr("Say whose calendar {file} is: --for {names}.")
NOBODY_CALLED = tr("Nobody here is called “{name}”; there are {names}.")
NOTHING_TAKEN = tr("Nothing was changed.")
BAD_DAY = tr("“{day}” is not a day; write it like 2026-11-25.")
BACKUP = tr("write a verified backup now")
RESTORE = tr("say what a backup would change; with --yes go back to it")
RESTORE_FILE = tr("the backup file; without it the backups are listed")
RESTORE_YES = tr("do it; without it, only what would change is said")
HOLDS = tr("{file} holds {contents}.")
SAY_YES = tr(
    "Nothing was changed. Add --yes to go back to it; what is there now is backed up first."
)
NOT_COMPARED = tr("What is there now cannot be read, so it cannot be compared.")
ALL_WELL = tr(
    "Everything can be read: {entries} entries, {reflections} reflections, {people} people."
)
NO_FAMILY = tr("There is no family in {folder} yet. Open the window once, or add --demo.")
NO_DISPLAY = tr("There is no screen here, so the week was printed to {file}.")
NO_SUGGESTIONS = tr("There is nothing to suggest for this week.")
KEPT = tr("{count} suggestions are in the week now.")
WRITTEN = tr("{file} is written.")
BAD_CALL = tr("kinweek: {problem}; kinweek --help says what can be asked.")
BAD_WEEK = tr("“{week}” is not a week; write it like 2026-W48 or 2026-11-25.")
NO_BACKUPS = tr("There are no backups in {folder} yet.")
RESTORED = tr("Restored from {file}. What was there before is in the newest backup.")
CANNOT_WRITE = tr("{file} cannot be written: {reason}.")
IS_FOLDER = tr("it is a folder")
BAD_BACKUP = tr("{file} cannot be used as a backup: {reason}")


def problem(code: str, where: str, detail: str) -> str:
    """One line of `kinweek check`."""
    kinds = {
        "entry": tr("entry"),
        "reflection": tr("reflection"),
        "preferences": tr("settings"),
        "ritual": tr("ritual"),
        "term": tr("term"),
    }
    return tr("{kind} {where}: cannot be read ({detail})").format(
        kind=kinds.get(code, code), where=where, detail=detail
    )
