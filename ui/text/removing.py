"""Words for taking somebody out of the family, and for bringing them back."""

from datetime import date

from planner.removed import KEPT
from ui.text import common, tr

LATELY = tr("Recently removed")
LATELY_HINT = tr(
    "With everything that went along. After {days} days it is deleted for good."
).format(days=KEPT.days)
BRING_BACK = tr("Bring back")
LET_GO = tr("Delete for good")


def question(name: str) -> str:
    return tr("What becomes of {name}’s activities?").format(name=name)


def counted(name: str, alone: int, shared: int) -> str:
    """How many there are: `12 are Leo’s alone, 30 are with others too`."""
    if not shared:
        return tr("{count} in all, {name}’s alone.").format(count=alone, name=name)
    if not alone:
        return tr("{count} in all, each with others too.").format(count=shared)
    words = tr("{alone} are {name}’s alone, {shared} are with others too.")
    return words.format(alone=alone, name=name, shared=shared)


def keep(name: str) -> str:
    return tr("Keep them all, without {name}").format(name=name)


def keep_hint(alone: int) -> str:
    return tr("Those of nobody else stay, with nobody.") if alone else ""


def give(heir: str) -> str:
    return tr("Give them to {heir}").format(heir=heir)


def go(name: str) -> str:
    return tr("Those that are {name}’s alone go too").format(name=name)


def note(name: str) -> str:
    words = tr(
        "Busy times and what was written about {name} go in any case. For {days} days everything can "
        "be brought back: Family, Recently removed."
    )
    return words.format(name=name, days=KEPT.days)


def kept(name: str) -> str:
    return tr("{name} removed. Their activities go on.").format(name=name)


def given(name: str, heir: str) -> str:
    return tr("{name} removed. {heir} has their activities now.").format(name=name, heir=heir)


def removed(name: str, alone: int, shared: int) -> str:
    """What became of a person's activities when those that were theirs alone went along."""
    said = [tr("{name} removed.").format(name=name)]
    if alone:
        words = tr("{count} activities that were theirs alone went along.")
        said.append(
            words.format(count=alone) if alone > 1 else tr("One that was theirs alone too.")
        )
    if shared:
        words = tr("{count} go on without them.")
        said.append(words.format(count=shared) if shared > 1 else tr("One goes on without them."))
    return " ".join(said)


def when(on: date, until: date, activities: int) -> str:
    """`Removed Mon 23 Nov, with 12 activities`, and until when they are kept."""
    words = tr("Removed {day}")
    if activities:
        one = tr("Removed {day}, with one activity")
        words = tr("Removed {day}, with {count} activities") if activities > 1 else one
    said = words.format(day=common.weekday_and_date(on), count=activities)
    return tr("{said}. Kept until {day}.").format(said=said, day=common.weekday_and_date(until))


def of_person(what: str, name: str) -> str:
    """What a screen reader says of a button: `Bring back, Leo`."""
    return f"{what}, {name}"
