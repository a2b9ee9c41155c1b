"""Words of writing an activity down: its fields, what to mend in them, and files from other families."""

import re

from planner.shared_activities import Fault
from ui.text import common, tr

NEW = tr("New activity")
EDIT = tr("Edit your activity")
COPY = tr("Your version of “{title}”")
INTRO = tr("A name and what it is for are enough. Everything else can wait, or stay empty.")
KEPT = tr(
    "What is not asked here, such as words for each age, stays as it was in the activity you began from."
)
SAVE = common.SAVE
CANCEL = common.CANCEL
SAVE_HINT = tr("Ctrl+Enter saves, Esc leaves everything as it was.")

TITLE = tr("Name")
TITLE_HINT = tr("Pillow fort parliament")
PATHWAY = tr("What it is for")
SKILL = tr("What it practises")
NO_SKILL = tr("Nothing in particular")
SUMMARY = tr("In one sentence")
SUMMARY_HINT = tr("What happens, so that you remember it in a month")
AGES = tr("Ages")
AGES_HINT = tr("None chosen means any age.")
MOMENTS = tr("Good moments")
MOMENTS_HINT = tr("Up to three. Fill my week suggests it only where a moment is chosen.")
COMPANY = tr("Who takes part")
COMPANY_HINT = tr("None chosen means one-to-one.")
MINUTES = tr("How long")
SHORTEST = tr("At least")
LONGEST = tr("At most")
TO = tr("to")
MINUTES_SUFFIX = tr(" min")
EFFORT = tr("Preparation")
EFFORT_NAMES = {1: tr("Nothing to prepare"), 2: tr("Five minutes"), 3: tr("Plan ahead")}
CADENCE = tr("How often")
CADENCE_NAMES = {
    "sometimes": tr("Now and then"),
    "ritual": tr("As a ritual"),
    "once-a-year": tr("Once a year"),
}
MATERIALS = tr("What you need")
MATERIAL = tr("Thing")
ADD_MATERIAL = tr("Add a thing")
STEPS = tr("How it goes")
STEPS_HINT = tr("Enter begins the next step, Alt with an arrow key moves one.")
STEP = tr("Step")
TIP = tr("Tip for the grown-up, if there is one")
ADD_STEP = tr("Add a step")
SAY = tr("Words to say")
SAY_WHEN = tr("When, such as: He says nothing")
SAY_WORDS = tr("The words")
ADD_SAY = tr("Add words")
MOVE_UP, MOVE_DOWN, REMOVE = "↑", "↓", "×"

NOTHING_IMPORTED = tr("Nothing was taken from “{file}”")
MEND_FIRST = tr(
    "This is what needs mending in the file first. Your own activities are as they were."
)
BACK = tr("Back to the activities")
ALL_KNOWN = tr("You have everything in “{file}” already.")
SAVED_AS = tr("Saved as “{file}”.")
NOT_WRITTEN = tr("The file could not be written. {reason}")
NOT_READ = tr("The file could not be read. {reason}")
EXPORT_TITLE = tr("Save activities for another family")
IMPORT_TITLE = tr("Take in activities from a file")
FILES = tr("Kinweek activities (*.toml)")
SEVERAL_FILE = tr("our-activities.toml")

_PROBLEMS = {
    ("title", "too-few"): tr("Give it a name, then it can be saved."),
    ("title", "too-long"): tr("A little shorter, please: 40 letters are the most."),
    ("pathways", "too-few"): tr("Choose one of the three."),
    ("summary", "too-long"): tr("A little shorter, please: 110 letters are the most."),
    ("settings", "too-many"): tr("Three moments are the most."),
    ("duration", "range"): tr(
        "That is a very wide range. The most is twice the shorter time and 15 minutes."
    ),
    ("materials", "too-many"): tr("Four things are the most."),
    ("steps", "too-many"): tr("Eight steps are the most."),
    ("say", "too-many"): tr("Five are the most."),
}
_ROW_PROBLEMS = {
    "twice": tr("Number {number} is there twice."),
    "too-long": tr("Number {number} has more than 25 words; fewer are easier to say."),
    "no-words": tr("Number {number} still needs its words."),
}
_OTHER = tr("Something here does not fit: {detail}.")

_FIELDS = {
    "title": tr("name"),
    "pathways": tr("pathways"),
    "summary": tr("summary"),
    "ages": tr("ages"),
    "settings": tr("moments"),
    "participants": tr("who takes part"),
    "duration": tr("minutes"),
    "materials": tr("things needed"),
    "steps": tr("steps"),
    "say": tr("words to say"),
    "skills": tr("skills"),
}
_PLACE = re.compile(r"([^.\[]+)(?:\[(\d+)\])?")


def field_of(place: str) -> tuple[str, int]:
    """`steps[2].text` as its field and the number in it: (`steps`, 2); 0 where there is none."""
    found = _PLACE.match(place)
    return (found[1], int(found[2] or 0)) if found else ("", 0)


def problem(what: str, place: str, detail: str) -> str:
    """What to mend in a field, in a sentence to stand beside it."""
    name, number = field_of(place)
    if number and what in _ROW_PROBLEMS:
        return _ROW_PROBLEMS[what].format(number=number)
    return _PROBLEMS.get((name, what)) or _OTHER.format(detail=detail)


def fault(found: Fault) -> str:
    """`“Worry walk”, steps 2 (steps[2].text): is empty`: where in the file, and what."""
    name, number = field_of(found.field)
    place = " ".join(filter(None, (_FIELDS.get(name, name), str(number or ""))))
    if found.field and found.field != place:
        place = tr("{place} ({field})").format(place=place, field=found.field)
    who = ""
    if found.number:
        who = tr("“{title}”") if found.title else tr("Activity {number}")
        who = who.format(title=found.title, number=found.number)
    where = ", ".join(filter(None, (who, place))) or tr("The file")
    return tr("{where}: {what}").format(where=where, what=found.detail)


def heading(title: str, *, new: bool, copy: bool) -> str:
    return COPY.format(title=title) if copy else NEW if new else EDIT


def copied_title(title: str) -> str:
    """A title for the family's own version, the same where the longer one would not fit."""
    ours = tr("{title}, our way").format(title=title)
    return ours if len(ours) <= 40 else title


def numbered(name: str, number: int) -> str:
    return tr("{name} {number}").format(name=name, number=number)


def move_up(name: str, number: int) -> str:
    return tr("Move {name} {number} up").format(name=name.lower(), number=number)


def move_down(name: str, number: int) -> str:
    return tr("Move {name} {number} down").format(name=name.lower(), number=number)


def remove(name: str, number: int) -> str:
    return tr("Remove {name} {number}").format(name=name.lower(), number=number)
