"""What an activity is: the words a parent reads before, while and after doing it with a child.

The six small values are named tuples: a dataclass takes a millisecond to make when the app starts,
a named tuple a seventh of that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

BANDS: Mapping[str, tuple[int, int]] = {  # first and last age in whole years, both included
    "2-4": (2, 4),
    "5-7": (5, 7),
    "8-10": (8, 10),
    "11-13": (11, 13),
    "14-17": (14, 17),
}
PATHWAYS = ("reach", "feel-with", "stay-close")
SETTINGS = (  # called moments in the app; car is any shared ride
    "bedtime",
    "meal",
    "car",
    "walk",
    "chore",
    "outdoors",
    "after-conflict",
    "after-school",
    "weekend",
    "screen-together",
    "at-a-distance",
)
HOURS = ("evening", "sunset", "sunday")  # for the few that make no sense at another time
FORMATS = ("talk", "game", "story", "art", "movement", "ritual", "service", "repair")
PARTICIPANTS = ("one-to-one", "siblings", "whole-family", "with-a-friend", "with-an-elder")
EFFORTS = (1, 2, 3)  # nothing to prepare, five minutes, plan ahead
CADENCES = ("ritual", "sometimes", "once-a-year")
FLAGS = (
    "sensitive",
    "physical",
    "grief",
    "role-reversal-risk",
    "food",
    "separation",
    "privacy",
)
REVIEW_FLAGS = frozenset(
    {"sensitive", "grief"}
)  # need a specialist's name before families see them
STATUSES = ("idea", "draft", "exemplar", "reviewed", "published", "retired")
SHOWN_STATUSES = frozenset({"published", "exemplar"})


class Skill(NamedTuple):
    """One of the eighteen things practised; ``name`` and ``definition`` are words for families."""

    id: str
    name: str
    definition: str
    pathway: str


def _skill(skill_id: str, name: str, pathway: str, definition: str) -> tuple[str, Skill]:
    return skill_id, Skill(id=skill_id, name=name, definition=definition, pathway=pathway)


SKILLS: Mapping[str, Skill] = dict(
    (
        _skill(
            "body-signals",
            "Body signals",
            "reach",
            "Notice what the body is saying before the feeling has a name.",
        ),
        _skill(
            "naming",
            "Naming feelings",
            "reach",
            "Put a word, a size and a cause to a feeling, or say that there is no word yet.",
        ),
        _skill(
            "all-feelings",
            "Every feeling allowed",
            "reach",
            "Treat all feelings as information, whoever has them; limits go on actions.",
        ),
        _skill(
            "calm-together",
            "Calming together",
            "reach",
            "Borrow calm from someone, and later lend it.",
        ),
        _skill(
            "reach-out",
            "Reaching out",
            "reach",
            "Ask for help or comfort, know whom to ask, and let care in.",
        ),
        _skill(
            "ride-it-out",
            "Riding it out",
            "reach",
            "Stay with boredom, longing, loss or anger until it changes, "
            "without escaping or exploding.",
        ),
        _skill(
            "choose-what-helps",
            "Choosing what helps",
            "reach",
            "Tell what numbs from what restores, and meet pressure with a plan.",
        ),
        _skill(
            "read-others",
            "Reading others",
            "feel-with",
            "Notice clues and hold more than one guess.",
        ),
        _skill(
            "other-shoes",
            "Their side of it",
            "feel-with",
            "Imagine another person's wants, fears and facts.",
        ),
        _skill(
            "listening",
            "Listening",
            "feel-with",
            "Attend so that the other person feels understood before being advised.",
        ),
        _skill(
            "care-in-action",
            "Care you can see",
            "feel-with",
            "Turn concern into something useful that the other person wants.",
        ),
        _skill(
            "respect-consent",
            "Respect and consent",
            "feel-with",
            "Honour limits, one's own and others'; nobody is a thing.",
        ),
        _skill(
            "speak-needs",
            "Saying what I need",
            "stay-close",
            "Say wants and limits honestly and kindly.",
        ),
        _skill(
            "repair",
            "Mending",
            "stay-close",
            "Own a harm, put right what can be put right, forgive at one's own pace.",
        ),
        _skill(
            "work-through",
            "Working it through",
            "stay-close",
            "Disagree, pause, and find a way both can live with.",
        ),
        _skill(
            "savour",
            "Savouring and thanks",
            "stay-close",
            "Show delight, gratitude and affection out loud.",
        ),
        _skill(
            "friendship-trust",
            "Friendship and trust",
            "stay-close",
            "Keep promises, confidences and friendships going.",
        ),
        _skill(
            "our-story",
            "Our story",
            "stay-close",
            "Make meaning together of what happened and who we are.",
        ),
    )
)


class Step(NamedTuple):
    """One thing to do; ``tip`` is an aside for the grown-up and may be empty."""

    text: str
    tip: str = ""


class Say(NamedTuple):
    """Words to say, and the moment for them."""

    when: str
    words: str


class Instead(NamedTuple):
    """What kind parents often say, what to try in its place, and the reason."""

    not_this: str
    try_this: str
    because: str


class ForAge(NamedTuple):
    """How the activity changes for one age band, and words that fit that age."""

    change: str
    words: str


class Trouble(NamedTuple):
    """What may go wrong, and what to do then."""

    if_this: str
    then_that: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Everything a screen shows of one activity; ids are those of the tuples of this module.

    ``pathways`` begins with the main one. ``skill`` is the main skill of the library, empty where a
    family named none for its own idea. Minutes are a usual range, weeks of ``cooldown_weeks`` pass
    before the activity is suggested again. ``adapt`` maps a situation (``autism``, ``two_homes``)
    to a sentence. ``hours`` is one of ``HOURS``, or empty for whenever the settings allow. ``own`` is
    true for what a family wrote itself.
    """

    id: str
    title: str
    pathways: tuple[str, ...]
    summary: str = ""
    child_invite: str = ""
    why_it_works: str = ""
    evidence: tuple[str, ...] = ()
    skill: str = ""
    also: tuple[str, ...] = ()
    bands: tuple[str, ...] = tuple(BANDS)
    settings: tuple[str, ...] = ()
    hours: str = ""
    format: str = "talk"
    participants: tuple[str, ...] = ("one-to-one",)
    effort: int = 1
    minutes_min: int = 10
    minutes_max: int = 20
    cadence: str = "sometimes"
    cooldown_weeks: int = 4
    materials: tuple[str, ...] = ()
    prep: str = ""
    plan_hint: str = ""
    steps: tuple[Step, ...] = ()
    say: tuple[Say, ...] = ()
    instead: tuple[Instead, ...] = ()
    by_age: Mapping[str, ForAge] = field(default_factory=dict, hash=False)
    adapt: Mapping[str, str] = field(default_factory=dict, hash=False)
    trouble: tuple[Trouble, ...] = ()
    reflect_parent: tuple[str, ...] = ()
    reflect_child: tuple[str, ...] = ()
    safety_note: str = ""
    flags: tuple[str, ...] = ()
    status: str = "published"
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong in a file: ``what`` for programs, ``detail`` in plain words for a person.

    ``field`` reads like ``steps[2].text``, counted from one; empty where the whole file is meant.
    """

    what: str
    file: str
    id: str
    field: str
    detail: str


class Catalogue(NamedTuple):
    """The library: every sound activity by id, and those a family may see, sorted by title."""

    activities: Mapping[str, Activity]
    published: tuple[Activity, ...]

    def get(self, activity_id: str) -> Activity | None:
        """Give one activity, or None for an id the library does not have (any more)."""
        return self.activities.get(activity_id)


def band_for(age_years: int) -> str | None:
    """Give the band of an age in completed years, or None outside the library's ages."""
    for band, (first, last) in BANDS.items():
        if first <= age_years <= last:
            return band
    return None
