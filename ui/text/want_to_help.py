"""Words of the part for grown-ups who want to help: how to choose, and organisations listed neutrally."""

from datetime import date

from activities.help import Organisation
from ui.text import common, tr

TITLE = tr("If you want to help")
INTRO = tr(
    "For grown-ups who want to do something against the exploitation of children and adults. You can leave this "
    "closed; nothing else in Kinweek depends on it."
)
SHOW = tr("Show how to choose, and organisations")
HIDE = tr("Close this part")
WHO = tr(
    "Children of every kind are exploited, boys among them, and boys are often overlooked. People are exploited for "
    "their labour as well as for sex; poverty, care, migration and contacts online are part of it."
)
LAST_STEP = tr("The last step of our belief")
LAST_STEP_WORDS = tr(
    "Kinweek's founders hope that children who grow up with empathy make a world with less demand for exploitative "
    "sex. That is a belief and not a finding, and it says nothing about any one child."
)
CHOOSE = tr("How to choose")
CHOOSE_POINTS = (
    tr(
        "What a gift achieves is seldom measured in this field. Evaluators and public registers mostly look at "
        "money and management, not at whether the work helps."
    ),
    tr("Look for accounts of the last two years, and for a published evaluation from outside."),
    tr("Look for a published policy on safeguarding, and for survivors who have a say."),
    tr("Be wary of raids by volunteers, of rescue stories, and of pictures of suffering children."),
    tr("Time and skill may be worth more than money, near where you live."),
)
KEYS = ("whatworks2020", "ecpatboys")
ORGANISATIONS = tr("Organisations")
ORGANISATIONS_WORDS = (
    tr(
        "In order of the alphabet within four kinds. Being listed is no recommendation, and not being listed is no "
        "judgement. We take no money for this list, pass none on and gain nothing when you open an address."
    ),
)
UNREVIEWED = tr(
    "This list is a beginning: at the moment {count} of {total} organisations have not been held against our rules "
    "within the last six months. Their accounts and evaluations are for you to look up."
)
KINDS = {
    "prevention": tr("Prevention for children"),
    "survivors": tr("Support for survivors"),
    "systems": tr("Law and rights"),
    "funding": tr("Research and funding"),
}


def unreviewed(count: int, total: int) -> str:
    return UNREVIEWED.format(count=count, total=total)


def state(organisation: Organisation, *, reviewed: bool) -> str:
    """Whether anybody looked: `Reviewed on 3 May 2026`, `From memory; not checked yet`."""
    day = organisation.reviewed_on
    if reviewed and day is not None:
        return tr("Reviewed on {day}").format(day=_dated(day))
    if organisation.seen:
        return tr("Read at a source; not yet held against our rules")
    return tr("From memory; not checked yet")


def facts(organisation: Organisation) -> list[tuple[str, str]]:
    """The same facts for each; a fact that nobody has looked up is left out."""
    return [
        (tr("Worth knowing"), organisation.beside),
        (tr("Countries"), organisation.countries),
        (tr("Since"), organisation.founded),
        (tr("Registered"), organisation.registration),
        (tr("Accounts"), organisation.accounts),
        (tr("Evaluation"), organisation.evaluation),
    ]


def _dated(day: date) -> str:
    return f"{common.day_and_month(day)} {day.year}"
