"""Words of the Mending Thread: five knots, what each asks, and why some words are stopped."""

from datetime import date

from planner.model import Household, Person, PersonId
from planner.threads import Thread
from ui.text import common, tr
from ui.text.pronouns import begun, spoken

MEND = tr("Mend something")
TITLE = tr("Mending thread")
HARD_STOP = tr("First: was anyone hit, hurt, threatened, or afraid for their safety?")
HARD_STOP_WHY = tr(
    "If so, this is not for a thread: sorry is not a safety plan. The next page says where to turn."
)
YES, NO = tr("Yes, or I’m not sure"), tr("No")
WHO = tr("Who wants to mend?")
HURT = tr("With whom?")
TIED, NOT_TIED = tr("tied"), tr("not tied")
PACE = tr("Whoever was hurt sets the pace. Any knot can be skipped.")
KNOT_NAMES = {
    "cool": tr("Cool"),
    "own": tr("Own"),
    "land": tr("Land"),
    "right": tr("Make right"),
    "check": tr("Check back"),
}
KNOT_QUESTIONS = {
    "cool": tr("How long do you both need first?"),
    "own": tr("What did I do?"),
    "land": tr("What was it like for the other? Say it, don’t write it."),
    "right": tr("What would put it right, small and soon?"),
    "check": tr("And the day after?"),
}
COOLING = {
    "0": tr("We’re calm now"),
    "10": tr("10 minutes"),
    "30": tr("Half an hour"),
    "60": tr("An hour"),
    "180": tr("A few hours"),
    "720": tr("Overnight"),
}
COOL_HINT = tr("Kinweek waits and says nothing meanwhile.")
DEED_NAMES = {
    "shouted": tr("shouted"),
    "snapped": tr("snapped"),
    "did-not-listen": tr("didn’t listen"),
    "forgot": tr("forgot"),
    "broke-a-promise": tr("broke a promise"),
    "laughed": tr("laughed at you"),
    "took": tr("took something of yours"),
    "pushed-away": tr("sent you away"),
    "blamed": tr("blamed you"),
}
DEED = tr("or in your own words: I …")
WHEN = tr("… when")
WHEN_HINT = tr("you spilled the milk")
SENTENCE_EMPTY = tr("I … when …")
STOPS = {
    "but": tr("Everything before “but” is gone once it is said. Stop before it."),
    "you-made-me": tr("“You made me” hands it back. What did I do?"),
    "if-you-felt": tr("“If you felt” doubts that it happened. It happened."),
    "sorry-you": tr("“Sorry you…” is about the other. This knot is about me."),
}
REASONS = tr("Reasons can wait. It is stronger without one.")
PICTURE_NAMES = {
    "cross-face": tr("I was cross"),
    "sad-face": tr("It made somebody sad"),
    "loud": tr("It got loud"),
    "broken": tr("Something broke"),
    "alone": tr("Somebody was left out"),
    "hands": tr("My hands did it"),
    "door": tr("I went away"),
    "together": tr("I want us back together"),
}
PICTURES_HINT = tr("Point, no need to write.")
SEEN_LINE = tr("One line the child hears from both of you")
SEEN_EXAMPLE = tr(
    "We were both cross about money. We’ve sorted the next step. None of it is about you."
)
LAND_HINT = tr("Whatever comes back is right. A shrug is an answer.")
SAID = tr("I said it")
AMENDS = tr("One small thing, soon")
AMENDS_HINT = tr("Glue the wing back on together")
IF_THIS, THEN_THAT = tr("Next time, if"), tr("then I")
IF_HINT, THEN_HINT = tr("we are late in the morning"), tr("say “two minutes” and step outside")
PUT_INTO_WEEK = tr("Put it into the week")
WHEN_NAMES = {
    "tonight": tr("Tonight"),
    "tomorrow": tr("Tomorrow"),
    "weekend": tr("At the weekend"),
}
LIMIT = tr("A limit that still stands is for another talk. This one is for the mending.")
CHECK_HINT = tr(
    "Tomorrow and in a week Today asks once: did the sorry work, is anything left over? “Not yet” and "
    "“wants it left alone” are good answers."
)
NEXT, SKIP = tr("Next knot"), tr("Skip")
KEEP = tr("Keep the thread")
HELP = tr("If it is serious…")
PRIVATE = tr("Stays on this computer and out of every print. Nothing is kept before “Keep”.")
REPEATED = tr("The sorry is working and the plan is not. Three things could change:")
WAYS = {
    "hour": (
        tr("The hour"),
        tr("it is that time of day again"),
        tr("start ten minutes sooner, or leave it for tomorrow"),
    ),
    "trigger": (
        tr("The trigger"),
        tr("I see it coming"),
        tr("put the phone away, lower my voice, or sit down first"),
    ),
    "help": (
        tr("The help"),
        tr("I am at the end of my rope"),
        tr("swap with somebody, or ring a friend, before I answer"),
    ),
}
KEPT = tr("The thread is kept.")
GO_ON = tr("Go on with it")
CHECK_QUESTION = tr("Did the sorry work? Is anything left over?")
ANSWER_NAMES = {
    "mended": tr("Mended"),
    "partly": tr("Partly"),
    "not-yet": tr("Not yet"),
    "left-alone": tr("Wants it left alone"),
}
AGAIN = tr("Ask once more in a month?")
IN_A_MONTH, NEVER = tr("In a month"), tr("Never")
FORGET_QUESTION = tr("Keep the words, or only the seam?")
MENDED_HINT = tr("Mended. Its words can be deleted now, under “Coming back”.")
FORGET = tr("Delete the words")
KEEP_WORDS = tr("Keep them")
SHELF = tr("Things we came back from")
NO_SHELF = tr("Nothing here yet. Threads that end, in any way, fold away to this shelf.")
STATE_NAMES = {
    "open": tr("Open"),
    "mended": tr("Mended"),
    "left-alone": tr("Left alone, as wished"),
}


def left_alone(person: Person) -> str:
    """`He wants it left alone`."""
    he = spoken(person).he
    verb = tr("want") if person.pronoun == "they" else tr("wants")
    return tr("{he} {wants} it left alone").format(he=begun(he), wants=verb)


def sentence(deed: str, when: str) -> str:
    """Give what is to be said, such as `I shouted when you spilled the milk.`, as far as it is built."""
    if not deed and not when:
        return SENTENCE_EMPTY
    did = DEED_NAMES.get(deed, deed).strip() or "…"
    return (
        tr("I {did} when {moment}.").format(did=did, moment=when.strip().rstrip("."))
        if when.strip()
        else tr("I {did}.").format(did=did)
    )


def landing(feeling: str) -> str:
    """What is to be said, with the word that was chosen."""
    return tr("I think it was {feeling} for you. Have I got it right?").format(
        feeling=feeling or "…"
    )


def plan(if_this: str, then_that: str) -> str:
    return tr("If {this}, then I {that}.").format(this=if_this.strip(), that=then_that.strip())


def between(household: Household, thread: Thread) -> str:
    """`Mum and Leo`."""
    people = [household.person(p) for p in (*thread.who, *thread.hurt)]
    return common.listed([common.spoken_name(p) for p in people if p is not None])


def card_title(household: Household, hurt: tuple[PersonId, ...]) -> str:
    """What the card in the week says: nothing that a passer-by would wonder at."""
    people = [p for p in (household.person(i) for i in hurt) if p is not None]
    names = common.listed([common.spoken_name(p) for p in people])
    return tr("A few minutes with {names}").format(names=names)


def ratio(grown_ups: int, children: int) -> str:
    """Only ever shown to a grown-up, and only as a sentence."""
    return tr("Threads by grown-ups: {grown_ups}. By children: {children}.").format(
        grown_ups=grown_ups, children=children
    )


def since(day: date) -> str:
    return tr("from {day}").format(day=common.weekday_and_date(day))


def cooling_until(day: date, minute: int) -> str:
    return tr("Cooling until {day}, {time}").format(
        day=common.weekday_and_date(day), time=common.clock(minute)
    )


def told(thread: Thread) -> tuple[str, ...]:
    """What a thread says, line by line; nothing where its words were deleted."""
    own = sentence(thread.deed, thread.when) if thread.deed or thread.when else ""
    pictures = common.SEPARATOR.join(PICTURE_NAMES.get(p, p) for p in thread.pictures)
    plans = plan(thread.if_this, thread.then_that) if thread.if_this and thread.then_that else ""
    return tuple(words for words in (own, pictures, thread.line, thread.amends, plans) if words)
