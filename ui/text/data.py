"""Words about the family's data: where it is, its backups, going back to one, and whether all is well."""

import re
from datetime import datetime

from planner.restoring import NOTHING, Contents, Preview
from planner.storage import BackupInfo, Fact
from ui.text import common, tr

TITLE = tr("Your data")
WHERE = tr(
    "Everything about your family is in this folder, for you alone. Nothing is sent anywhere."
)
OPEN_PAGE = tr("Backups and your data…")
OPEN_PAGE_HINT = tr("Where it is, its backups, and whether everything is well.")
BACK = tr("Back to Family")
FOLDER = tr("Folder")
BACKUPS = tr("Backups")
BACKUPS_HINT = tr(
    "Kinweek keeps one a day for a week, one a month for a year, and the last twelve that you made "
    "or that were made before something big. Copy the folder to another disk now and then: a backup on the same disk goes with it."
)
NO_BACKUPS = tr("There is no backup yet. The first is made by itself today.")
BACK_UP_NOW = tr("Back up now")
BACKED_UP = tr("The backup is made and was read back.")
LOOK_INSIDE = tr("Look inside…")
GO_BACK = tr("Go back to this backup")
CANCEL = tr("Leave everything as it is")
READING = tr("Reading…")
UNREADABLE = tr("cannot be read; choose another one")
KEPT_FIRST = tr("What is here now is backed up first, and Undo brings it back.")
CHECK = tr("Check everything")
CHECK_HINT = tr("Reads every file again, backups too, and changes nothing.")
ALL_WELL = tr("All is well: {contents} can be read, and so can every backup.")
SAME = tr("It holds exactly what is here now.")
FAMILY_OTHER = tr("the family's people, times or wishes would be different")
OWN_OTHER = tr("your own activities would be different")

REASONS = {
    "daily": tr("Made by itself"),
    "by-hand": tr("Made by you"),
    "before-restore": tr("Before going back to a backup"),
    "before-migration": tr("Before an update of the data"),
    "before-changed-elsewhere": tr("When something else changed the files"),
}

FACTS = {
    "repaired": tr("A damaged file was read from its second copy. Nothing is lost."),
    "torn-tail": tr("The end of a file was never finished, as after a power cut. It is set aside."),
    "lost-change": tr(
        "A saved change cannot be read from any file. Look at the last days, or go back to a backup."
    ),
    "damaged": tr("A file is damaged. Make a backup now and copy the folder to another disk."),
    "restored-from-backup": tr(
        "Only a backup could be read. What was changed after it may be missing."
    ),
    "newer-format": tr("A newer Kinweek wrote this. Install it to make changes."),
    "stray-file": tr("A file here is not ours, perhaps a copy by a sync service. It is not read."),
    "not-renewed": tr("Damage was read around, but clean files could not be written yet."),
}


def reason(info: BackupInfo) -> str:
    """Why this backup was made; what the file's name says where that is not known."""
    code = re.sub(r"-\d+$", "", info.reason)
    return REASONS.get(code, code)


def taken(moment: datetime) -> str:
    """`Tue 24 Nov 2026, 18:15`."""
    day = common.weekday_and_date(moment.date())
    return f"{day} {moment.year}, {common.clock(moment.hour * 60 + moment.minute)}"


def contents(found: Contents) -> str:
    """`4 people, 212 entries, 30 reflections`."""
    parts = [
        _counted(found.people, tr("1 person"), tr("{count} people")),
        _counted(found.entries, tr("1 entry"), tr("{count} entries")),
        _counted(found.reflections, tr("1 reflection"), tr("{count} reflections")),
    ]
    if found.activities:
        parts.append(
            _counted(
                found.activities, tr("1 activity of your own"), tr("{count} activities of your own")
            )
        )
    return ", ".join(parts)


def difference(preview: Preview) -> str:
    """What would change, as a sentence."""
    change = preview.difference
    if change == NOTHING:
        return SAME
    parts = []
    entry, entries = tr("1 entry"), tr("{count} entries")
    words, many_words = tr("1 reflection"), tr("{count} reflections")
    for one, many, counts in (
        (entry, entries, (change.entries_come, change.entries_go, change.entries_other)),
        (
            words,
            many_words,
            (change.reflections_come, change.reflections_go, change.reflections_other),
        ),
    ):
        for count, verb in zip(
            counts,
            (tr("{what} would come back"), tr("{what} would go"), tr("{what} would be as it was")),
            strict=True,
        ):
            if count:
                parts.append(verb.format(what=_counted(count, one, many)))
    parts += [FAMILY_OTHER] * change.family + [OWN_OTHER] * change.activities
    return tr("Compared with now: {parts}.").format(parts="; ".join(parts))


def unread(count: int) -> str:
    """What of a backup would stay behind; nothing where all of it can be understood."""
    if not count:
        return ""
    return tr("{count} things in it cannot be understood and would stay out.").format(count=count)


def fact(found: Fact, *, detail: bool = True) -> str:
    """One sentence, with the file it is about, and with what was found in it."""
    words = FACTS[found.code]
    parts = (found.file, found.detail) if detail else (found.file,)
    about = ": ".join(filter(None, parts))
    return tr("{words} ({about})").format(words=words, about=about) if about else words


def problems(count: int) -> str:
    return tr(
        "{count} things cannot be understood. They are kept; “kinweek check” in a terminal lists them."
    ).format(count=count)


def all_well(found: Contents) -> str:
    return ALL_WELL.format(contents=contents(found))


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
