"""What undo and redo say: one short phrase for each thing a family can do."""

from planner.actions import Action
from ui.text import tr

PHRASES = {
    "start-family": tr("starting with this family"),
    "restore": tr("going back to the backup of {about}"),
    "add": tr("“{about}” added"),
    "keep": tr("{about} suggestions kept"),
    "copy-week": tr("a week copied: {about} entries"),
    "lay-template": tr("“{about}” laid over a week"),
    "save-template": tr("the week “{about}” kept as a pattern"),
    "remove-template": tr("the pattern “{about}” deleted"),
    "change": tr("“{about}” edited"),
    "move": tr("“{about}” moved"),
    "resize": tr("“{about}” made longer or shorter"),
    "remove": tr("“{about}” deleted"),
    "ritual": tr("“{about}” comes again"),
    "move-following": tr("“{about}” moved, this one and those after it"),
    "move-all": tr("“{about}” moved, all of them"),
    "resize-following": tr("“{about}” made longer or shorter, this one and those after it"),
    "resize-all": tr("“{about}” made longer or shorter, all of them"),
    "change-following": tr("“{about}” edited, this one and those after it"),
    "change-all": tr("“{about}” edited, all of them"),
    "remove-following": tr("“{about}” deleted, this one and those after it"),
    "remove-all": tr("“{about}” deleted, all of them"),
    "stop": tr("“{about}” stopped"),
    "terms": tr("term times changed"),
    "planned": tr("“{about}” planned again"),
    "done": tr("“{about}” done"),
    "else": tr("“{about}” became something else"),
    "hard": tr("“{about}” tried"),
    "not-this-week": tr("“{about}” not this week"),
    "reflect": tr("reflection on “{about}”"),
    "unreflect": tr("reflection on “{about}” deleted"),
    "person": tr("{about} changed"),
    "remove-person": tr("{about} removed"),
    "bring-back": tr("{about} brought back"),
    "forget-person": tr("{about} deleted for good"),
    "tidy-removed": tr("who was removed a month ago deleted for good"),
    "busy": tr("busy time “{about}”"),
    "remove-busy": tr("busy time “{about}” deleted"),
    "rota": tr("shifts of {about}"),
    "remove-rota": tr("shifts of {about} deleted"),
    "moments": tr("moments changed"),
    "wishes": tr("wishes changed"),
    "from-fridge": tr("{about} from the fridge"),
    "hard-week": tr("hard week: everything rests"),
    "hard-week-over": tr("weeks as usual again"),
    "save-activity": tr("activity “{about}” kept"),
    "archive-activity": tr("activity “{about}” put away"),
    "unarchive-activity": tr("activity “{about}” brought back"),
    "calendar": tr("calendar “{about}” taken in"),
    "remove-calendar": tr("calendar “{about}” removed"),
    "import-activities": tr("activities imported: {about}"),
    "keep-reach": tr("kept what you noticed"),
    "plan-return": tr("going back to it planned"),
    "let-reach-be": tr("let it be"),
    "remove-reach": tr("something noticed deleted"),
    "tidy-reaches": tr("what was kept long enough let go"),
    "keep-thread": tr("thread kept"),
    "answer-check": tr("answer kept"),
    "forget-words": tr("words deleted, the mending kept"),
    "remove-thread": tr("thread deleted"),
    "keep-month-page": tr("a child’s month kept"),
    "no-month-page": tr("a child’s month let go"),
    "keep-moment": tr("a moment kept"),
    "keep-sign": tr("a line of the dictionary kept"),
    "renew-sign": tr("a guess renewed"),
    "remove-sign": tr("a line of the dictionary deleted"),
}

ONE = {
    "keep": tr("a suggestion kept"),
    "copy-week": tr("a week copied: one entry"),
    "import-activities": tr("one activity imported"),
}
"""The same where it is one."""


SPOKEN_OF = frozenset(
    {
        "remove",
        "stop",
        "keep",
        "not-this-week",
        "else",
        "hard",
        "done",
        "unreflect",
        "remove-person",
        "bring-back",
        "forget-person",
        "remove-busy",
        "remove-rota",
        "archive-activity",
        "copy-week",
        "lay-template",
        "save-template",
        "remove-template",
        "import-activities",
        "restore",
    }
)
"""Steps that are followed by a line at the foot of the window with a way back."""


def is_spoken_of(action: Action) -> bool:
    return action.code in SPOKEN_OF or action.code.endswith(("-all", "-following"))


def phrase(action: Action) -> str:
    """`“Swimming” done`: what the action did, as undo and redo name it."""
    phrases = ONE if action.code in ONE and action.about == "1" else PHRASES
    return phrases[action.code].format(about=action.about)


def sentence(action: Action) -> str:
    """The phrase as a sentence of its own, for the line at the foot of the window."""
    words = phrase(action)
    return tr("{words}.").format(words=words[0].upper() + words[1:])
