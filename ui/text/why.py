"""Words of the page that says why: the belief, what is known of it and what is not, and the limits."""

from typing import NamedTuple

from activities.evidence import Source
from ui.text import common, tr

TITLE = tr("Why this matters")
SERIOUS = tr("When a child tells you something serious")
BELIEF = tr("What we believe")
BELIEF_WORDS = (
    tr(
        "We started from a belief: that boys whose feelings are welcomed grow into men who do not need to numb, "
        "use or dominate. Parts of that belief are well supported, parts are plausible and one part has never been "
        "tested. We tell you which is which."
    ),
    tr(
        "Girls are meant as well. Boys and girls differ very little in the feelings they show, and least of all at "
        "home. And some families teach a child when not to show a feeling, because it keeps the child safe; they "
        "know why."
    ),
)
BELIEF_KEYS = ("chaplin2013", "dunbar2021", "nelson2012")
KNOWN = tr("What is known, plausible and untested")
KNOWN_HINT = tr(
    "The activities themselves have not been tried out in a study. What follows is about the ideas behind them."
)
HEADS = (tr("A part of the belief"), tr("How well it is known"), tr("What we say"))
NOTHING_SAID = tr("Nothing.")
LIMITS = tr("Limits")
LIMITS_WORDS = (
    tr(
        "This app offers ideas for time together. It is not therapy, diagnosis or crisis help and was not tested as "
        "a treatment. If you are worried about a child's safety, mood, development or behaviour, talk to a doctor, "
        "school or helpline."
    ),
)
SHOW_SOURCES = tr("Show sources ({count})")
HIDE_SOURCES = tr("Hide sources")


class Belief(NamedTuple):
    """A part of the belief: `standing` is known, plausible or untested; `keys` are its sources."""

    words: str
    standing: str
    verdict: str
    because: str
    says: str
    keys: tuple[str, ...]


BELIEFS = (
    Belief(
        tr("Boys are told to “man up”"),
        "plausible",
        tr("In part"),
        tr(
            "Rules about toughness exist and matter. Parents control boys and girls almost alike, as far as it was "
            "observed; about feelings, small studies find some difference, above all in fathers."
        ),
        tr("Many boys learn, somewhere, that some feelings are not for them."),
        ("wong2017", "roberts1999", "chaplin2005", "endendijk2016", "chaplin2013"),
    ),
    Belief(
        tr("Encouraging a child's feelings and taking them seriously helps the child to cope"),
        "known",
        tr("Well supported"),
        tr(
            "33 studies of courses for parents, taken together. An app of activities is not the same as a course."
        ),
        tr(
            "Parents can learn to respond to feelings, and on average children do somewhat better when they do."
        ),
        ("zahlolsen2023", "havighurst2013", "wilson2016", "tikonline2024"),
    ),
    Belief(
        tr("Reach out: a child who is met learns to lean on people, and has less need to numb"),
        "plausible",
        tr("Plausible, and thin"),
        tr(
            "One study followed 65 teenagers day by day. Other studies see one moment only, or find weak links over "
            "time; one contradicts us in part."
        ),
        tr("Knowing how to turn to people gives a child another option when life hurts."),
        ("hersh2009", "honkalampi2022", "visser2012", "yap2017", "mes2024", "ppu2022"),
    ),
    Belief(
        tr("Feel with: empathy can be learnt"),
        "known",
        tr("Well supported for adults"),
        tr("For children, programmes in schools have smaller effects, and they fade sooner."),
        tr("Empathy can grow, with practice, over years."),
        ("tvberkhout2016", "malti2016", "connolly2018"),
    ),
    Belief(
        tr("… and it grows when a boy's own feelings are seen"),
        "plausible",
        tr("Moderate support"),
        tr("Families followed over years, mostly mothers. Not trials."),
        tr("Children who are met with empathy tend to pass it on."),
        ("stern2024", "zhou2002", "taylor2013"),
    ),
    Belief(
        tr("Stay close: practice with feelings leads to better bonds later"),
        "plausible",
        tr("Moderate support"),
        tr(
            "For friendship and skill with feelings. For men's marriages, small studies, moving as they are."
        ),
        tr("Skills learnt in family and friendship seem to carry into love."),
        ("allen2020", "waldinger2016", "chervonsky2017"),
    ),
    Belief(
        tr("… and, in the end, fewer people are used or dominated"),
        "untested",
        tr("Never tested"),
        tr("This is the hope behind Kinweek. It is set out under “If you want to help”."),
        "",
        (),
    ),
)
LAST_STEP = (
    Belief(
        tr("Empathy lowers the buying of exploitative sex"),
        "untested",
        tr("Suggestive at best, and contested"),
        tr(
            "Surveys of the whole population describe it differently from the study most often named."
        ),
        "",
        ("farley2017", "monto2014", "natsal3_2015"),
    ),
    Belief(
        tr("People content in their relationships create less demand for it"),
        "untested",
        tr("Never tested"),
        tr("Two searches found no study of it."),
        "",
        ("pathway3gap", "natsal3_2015"),
    ),
)
CAUTIONS = {
    "wong2017": tr("Adults, at one moment; much depends on which rules are meant."),
    "roberts1999": tr("One of five small samples, followed for two years."),
    "chaplin2005": tr("60 families."),
    "endendijk2016": tr("About control and room to decide, not about talk of feelings."),
    "chaplin2013": tr("It does not say that boys feel less."),
    "zahlolsen2023": tr(
        "Mostly young children and mothers, compared with families on a waiting list; courses with a leader."
    ),
    "havighurst2013": tr(
        "54 families of a clinic; its developers ran the trial; both groups improved in some things."
    ),
    "wilson2016": tr("What fathers said of themselves, ten weeks later."),
    "tikonline2024": tr(
        "What parents said, compared with a waiting list; calls of support were part of it."
    ),
    "hersh2009": tr("65 teenagers, and a complicated pattern."),
    "honkalampi2022": tr("50 of the 52 look at one moment and cannot tell which came first."),
    "visser2012": tr("It speaks against expecting much from closeness alone."),
    "yap2017": tr("Small links; warmth is one of many. Our summary is in part from memory."),
    "mes2024": tr("It contradicts us in part."),
    "ppu2022": tr("Adults, at one moment; few of them had a problem with it."),
    "tvberkhout2016": tr(
        "Mostly students and health workers, for six months at most; weaker for children."
    ),
    "malti2016": tr("Programmes in schools, not at home."),
    "connolly2018": tr("A short course in schools, and its effect faded."),
    "stern2024": tr("Observed and not a trial; fathers were not looked at."),
    "zhou2002": tr("Mostly mothers."),
    "taylor2013": tr("Observed and not a trial."),
    "farley2017": tr(
        "Found by adverts in one city; the first author campaigns on the subject; critics call it unrepresentative. "
        "It is about empathy for one group of people, at one moment."
    ),
    "monto2014": tr("It counts against the idea of a type of person."),
    "natsal3_2015": tr("One moment in time. Paying for sex is not the same as exploitation."),
    "dunbar2021": tr("Black families in the USA; what helped some was harder on others."),
    "nelson2012": tr("What mothers in the USA expected, in one study."),
    "allen2020": tr("165 people."),
    "waldinger2016": tr("81 white men in the USA, born in the 1910s and 1920s; not conclusive."),
    "chervonsky2017": tr("Adults, links only. Skill is what helps, not venting."),
    "pathway3gap": tr("Plausible and unproven."),
    "whatworks2020": tr("A reason to be modest about what a gift achieves."),
    "ecpatboys": tr("A review of what others found."),
}
"""What to keep in mind with each source that the page names."""
STANDINGS = {
    "known": tr("well supported"),
    "plausible": tr("plausible, or in part"),
    "untested": tr("not tested, or contested"),
}
STRENGTHS = {
    "strong": tr("Strong evidence"),
    "moderate": tr("Moderate evidence"),
    "suggestive": tr("A first hint"),
    "theory": tr("An idea, not a finding"),
}
STATUSES = {
    "verified": tr("title and summary seen"),
    "partly": tr("seen in part"),
    "memory": tr("from memory, not checked yet"),
    "searched, not found": tr("looked for, not found"),
}


def show_sources(count: int) -> str:
    return SHOW_SOURCES.format(count=count)


def we_say(belief: Belief) -> str:
    return tr("“{words}”").format(words=belief.says) if belief.says else NOTHING_SAID


def surety(source: Source) -> str:
    """`Moderate evidence · title and summary seen. 165 people.`."""
    parts = (STRENGTHS[source.strength], STATUSES[source.status])
    words = common.SEPARATOR.join(parts)
    caution = CAUTIONS.get(source.key, "")
    return f"{words}. {caution}" if caution else f"{words}."


def doi_address(doi: str) -> str:
    return f"https://doi.org/{doi}"
