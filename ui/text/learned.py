"""What Fill has learned, one plain sentence for each line: how often it was noted, and how close it felt."""

from planner.learned import Lesson
from planner.question import KIND
from ui.text import common, tr

LEARNED = tr("What Fill has learned")
HINT = tr(
    "From what you note after an activity, the newest most. “Not this week” never counts against "
    "anything."
)
NOTHING_YET = tr("Nothing yet. When you note how close something felt, it stands here.")
FORGET = tr("Forget")


def name_of(lesson: Lesson) -> str:
    """`Belly Boat`, or of a kind `Everything of the kind “story”`."""
    if not lesson.name.startswith(KIND):
        return lesson.title
    kind = common.FORMAT_NAMES.get(lesson.title, lesson.title)
    return tr("Everything of the kind “{kind}”").format(kind=kind)


def sentence(lesson: Lesson) -> str:
    """`Belly Boat: noted 3 times; Fill takes it as “very close” so far.`, drawn to the middle as it is."""
    closeness = common.CLOSENESS_NAMES[round(lesson.rating / 100) - 1].lower()
    words = tr("{name}: noted {count} times; Fill takes it as “{closeness}” so far.")
    if lesson.noted == 1:
        words = tr("{name}: noted once; Fill takes it as “{closeness}” so far.")
    return words.format(name=name_of(lesson), count=lesson.noted, closeness=closeness)


def forget(lesson: Lesson) -> str:
    return tr("Forget: {sentence}").format(sentence=sentence(lesson))
