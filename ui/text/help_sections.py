"""What the page for the serious moments says, part by part, in the order one needs it."""

from typing import NamedTuple

from ui.text import tr
from ui.text.help import TITLE


class Part(NamedTuple):
    """A piece of a section: `kind` is text, steps, points, say (words to use) or avoid (better not)."""

    kind: str
    lines: tuple[str, ...]
    heading: str = ""


class HelpSection(NamedTuple):
    id: str
    short: str
    title: str
    parts: tuple[Part, ...]


TELLS = HelpSection(
    id="tells",
    short=tr("A child tells you"),
    title=TITLE,
    parts=(
        Part(
            "text",
            (
                tr(
                    "You do not have to know what comes next. A calm grown-up who listens is already help. "
                    "Telling is hard, and this child has chosen you."
                ),
            ),
        ),
        Part(
            "steps",
            (
                tr(
                    "Stay calm, and listen. Put down what you are doing. Breathe before you answer."
                ),
                tr("Let them use their own words, at their own pace. Silence is all right."),
                tr(
                    "Do not press for details. Asking more is the work of people trained for it. "
                    "“Tell me what happened” is enough."
                ),
                tr(
                    "Say that you believe them, that telling was right, and that it is not their fault."
                ),
                tr(
                    "Do not promise to keep it secret. Say whom you will tell, and why: so that they are safe."
                ),
                tr(
                    "Say what you will do next, in words for their age. Promise only what you can keep."
                ),
            ),
            tr("While they are talking"),
        ),
        Part(
            "say",
            (
                tr("I believe you. I'm glad you told me."),
                tr("It is not your fault. None of it."),
                tr(
                    "I can't keep this one to myself, because I want you to be safe. "
                    "I'll tell only people who can help."
                ),
                tr("I don't know yet what happens next. I'll find out, and I'll tell you."),
            ),
            tr("Words you can use"),
        ),
        Part(
            "avoid",
            (
                tr("Why didn't you tell me before?"),
                tr("Are you sure that is what happened?"),
                tr("I promise I won't tell anybody."),
            ),
            tr("Better left unsaid"),
        ),
        Part(
            "points",
            (
                tr(
                    "Do not confront the person it is about, and do not let them know that the child has told. "
                    "It could make things worse for the child."
                ),
                tr(
                    "Write down what the child said, in the child's own words, with the day and the time, as "
                    "soon as you can. Keep it somewhere private that this person cannot reach."
                ),
                tr(
                    "Tell those whose work it is: the child protection service where you live, the police, or a "
                    "child helpline. You need no proof, and you need not be certain."
                ),
                tr(
                    "Laws about who must report differ from country to country, and from state to state. If in "
                    "doubt, ring a child-protection helpline and ask."
                ),
                tr("If the child may be hurt or ill, get medical help today."),
                tr(
                    "It may be about somebody you love. You do not have to settle today what is true. You keep the "
                    "child safe, and you ask for help."
                ),
                tr(
                    "Get support for yourself as well. This is heavy, and nobody should carry it alone."
                ),
            ),
            tr("Afterwards"),
        ),
    ),
)
PICTURE = HelpSection(
    id="picture",
    short=tr("Threats with a picture"),
    title=tr("Threats with a picture"),
    parts=(
        Part(
            "text",
            (
                tr(
                    "Somebody threatens to show others a sexual picture of the child, real or made up, unless he "
                    "pays, sends more or does as he is told. It happens to girls and boys. Where it is about money, "
                    "it is teenage boys above all."
                ),
            ),
        ),
        Part(
            "steps",
            (
                tr(
                    "Say that it is not his fault. The one who threatens is doing wrong, and he is not."
                ),
                tr(
                    "Stay with him. Shame after a threat like this can be dangerous, tonight most of all. If he says "
                    "things are hopeless, read the next part too."
                ),
                tr("Stop replying. No pleading, no bargaining."),
                tr("Do not pay, and send nothing more. Paying rarely ends it."),
                tr(
                    "Do not delete the account or the messages. Keep user names, messages and payment details. Do "
                    "not save, copy or forward the picture itself, not even as proof."
                ),
                tr("Report the account to the platform, and block it."),
                tr("Use one of the services below to stop the picture from spreading."),
                tr("Go to the police. Take the names and messages with you."),
            ),
            tr("What to do"),
        ),
        Part(
            "say",
            (
                tr("You are not in trouble with me. We'll do this together."),
                tr("There is a way through this, and a life after it. I'm staying right here."),
            ),
            tr("Words you can use"),
        ),
    ),
)
DYING = HelpSection(
    id="dying",
    short=tr("Not wanting to live"),
    title=tr("When a child speaks of not wanting to live"),
    parts=(
        Part(
            "text",
            (
                tr(
                    "Take it seriously every time, also when it comes as a joke or in anger. If they have hurt "
                    "themselves or taken something, ring the emergency number now, even if they seem well."
                ),
                tr(
                    "A child who hurts himself and does not want to die needs help as well. See a doctor with him."
                ),
            ),
        ),
        Part(
            "steps",
            (
                tr(
                    "Ask plainly. Asking does not put the thought into their head; many are relieved."
                ),
                tr("Listen. Do not argue, and do not say what it would do to the family."),
                tr("Stay. Do not leave them alone, and share the watch with another grown-up."),
                tr(
                    "Put out of reach what could be used for harm: medicines, also the everyday ones, blades, "
                    "weapons, and whatever they have thought of."
                ),
                tr(
                    "Call today. The emergency number, if there is a plan or you cannot keep them safe; otherwise "
                    "a crisis line or a doctor. Ask what to do tonight."
                ),
                tr("Do not keep it secret. Tell them so, and tell them who will know."),
            ),
            tr("What to do"),
        ),
        Part(
            "say",
            (
                tr("Are you thinking of ending your life?"),
                tr("Thank you for telling me. I'm not going anywhere."),
                tr("We don't have to solve everything tonight. We'll get through tonight."),
            ),
            tr("Words you can use"),
        ),
        Part(
            "avoid",
            (tr("Don't be silly."), tr("Think of what you'd be doing to us.")),
            tr("Better left unsaid"),
        ),
    ),
)
AFRAID = HelpSection(
    id="afraid",
    short=tr("Afraid at home"),
    title=tr("If you are afraid at home"),
    parts=(
        Part(
            "text",
            (
                tr(
                    "If somebody at home frightens you or a child, you are not to blame for it. You can ask for help "
                    "before you know what you want to do."
                ),
            ),
        ),
        Part(
            "points",
            (
                tr("In danger now: get out if you can, and ring the emergency number."),
                tr(
                    "Talk to a service for domestic abuse before you leave or say that you will; that time can be "
                    "the most dangerous. They can help you plan it."
                ),
                tr(
                    "Use a device this person cannot reach: a friend's phone, a computer at a library or at work."
                ),
                tr(
                    "The activities for mending a quarrel are for ordinary quarrels. They are not for somebody who "
                    "hurts or frightens you."
                ),
                tr(
                    "If it is yourself you are afraid of: put the child somewhere safe, leave the room, and ring "
                    "somebody. Helplines take such calls too."
                ),
            ),
            tr("What may help"),
        ),
        Part(
            "points",
            (
                tr(
                    "Whoever can use your account on this computer can read what you write here, unless a passphrase "
                    "is set under Family, Your data. Somebody who frightens you may make you tell it, and notes on a "
                    "computer may be asked for in court. Keep plans and notes about this somewhere else."
                ),
                tr("Kinweek does not write down that this page was open."),
                tr(
                    "An address you open from here is opened by your browser, and the browser keeps a history of its "
                    "own."
                ),
                tr(
                    "“Leave quickly” shows the week instead. It cannot undo what somebody has already seen over "
                    "your shoulder."
                ),
            ),
            tr("About this computer"),
        ),
    ),
)
NUMBERS = HelpSection(
    id="numbers",
    short=tr("Numbers"),
    title=tr("Numbers and directories"),
    parts=(
        Part(
            "text",
            (
                tr(
                    "A person answers, though it may take a while. You can be silent. You can hang up."
                ),
                tr(
                    "Most of what is said stays there. If somebody is in serious danger, they may have to pass it on; "
                    "you can ask about that at the start."
                ),
                tr(
                    "Boys ring child helplines about how they feel less often than girls do. It is an ordinary thing "
                    "to do, and the lines are there for boys as well."
                ),
            ),
            tr("What happens when you ring"),
        ),
    ),
)
SECTIONS = (TELLS, PICTURE, DYING, AFRAID, NUMBERS)
