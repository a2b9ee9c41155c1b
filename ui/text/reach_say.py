"""One sentence to say when going back to a reach that was missed, fitted to age and to how it looked.

The grown-up goes first and owns the miss; no "but", no why, no praise, and a shrug is an answer.
Two for each look and age, in the order in which they are offered.
"""

from ui.text import tr

SMALL = {
    "asked": (
        tr("You called me and I didn’t come. I’m here now. Show me?"),
        tr("You wanted me before. I was slow. Here I am."),
    ),
    "came-close": (
        tr("You came to me and I was busy. Do you want a cuddle now?"),
        tr("You were close to me before. Come here again?"),
    ),
    "showed": (
        tr("You wanted to show me something. Show me now? I’m looking."),
        tr("I didn’t look before. My eyes are all yours."),
    ),
    "body": (
        tr("You said it hurts. I didn’t look. Where does it hurt? Show me."),
        tr("Something in you hurt before. I’m listening now."),
    ),
    "fight": (
        tr("That was a big, loud feeling before, and I got loud too. I love you, loud or quiet."),
        tr("You were so cross. I didn’t help. Shall we sit together a bit?"),
    ),
    "quiet": (
        tr("You were hiding before. I’ll sit here. You can come when you like."),
        tr("You got very quiet, and I went on talking. I’m quiet now too."),
    ),
    "joke": (
        tr("You were being so silly before. I think there was something in it. Shall we play?"),
        tr("You wanted me to laugh and I didn’t. Do it again?"),
    ),
    "told": (
        tr("Somebody told me it was a hard day. I’m here. Lap or no lap?"),
        tr("I heard about today. Do you want to show me, or just sit?"),
    ),
    "other": (
        tr("You wanted something from me before, and I missed it. I’m here now."),
        tr("I wasn’t really looking before. I am now."),
    ),
}
MIDDLE = {
    "asked": (
        tr("You asked me something and I didn’t really answer. Can I have another go?"),
        tr("You asked, and I was somewhere else. I’m all here now."),
    ),
    "came-close": (
        tr(
            "You came and stood by me before, and I went on with what I was doing. What was it like?"
        ),
        tr("I think you wanted company earlier. I’d like some too."),
    ),
    "showed": (
        tr("You showed me something and I didn’t look properly. Will you show me again?"),
        tr("I gave it half a look. You can have the whole one now."),
    ),
    "body": (
        tr("You said something hurt and I said you were fine. What was it like?"),
        tr("You told me it hurt and I was too quick. Tell me the long version?"),
    ),
    "fight": (
        tr(
            "We got into a fight earlier, and I think something else was going on. I missed it. What was it?"
        ),
        tr("I answered the shouting and not you. I’d like to hear you now."),
    ),
    "quiet": (
        tr(
            "You went quiet, and I left it there. I may be wrong: was it tired, cross or something else?"
        ),
        tr("I saw you go quiet and said nothing. You don’t have to talk. Can I sit here?"),
    ),
    "joke": (
        tr(
            "You made a joke before, and I wonder if part of it was true. I’d rather know than not know."
        ),
        tr("I laughed, or I told you off. Either way I didn’t ask. What was in that joke?"),
    ),
    "screen": (
        tr("You sent me something and I didn’t answer properly. Tell me now?"),
        tr("I saw it and let it go by. I don’t need a reason to want to hear it."),
    ),
    "told": (
        tr(
            "Someone told me today was hard. You don’t have to say it all. I wanted you to know I know."
        ),
        tr("I heard about it from someone else. I’d like to hear your side, when you like."),
    ),
    "other": (
        tr("You wanted something from me earlier and I missed it. What was it like?"),
        tr("I got that wrong earlier. Again, please?"),
    ),
}
OLDER = {
    "asked": (
        tr(
            "You asked me something and I brushed past it. I’d like to answer properly, if you still want it."
        ),
        tr("Your question before: I gave it half an ear. Try me again?"),
    ),
    "came-close": (
        tr("You came by earlier and I stayed in my own head. Company now? Talking optional."),
        tr("I had the feeling you wanted something when you stood there. No rush. I’m around."),
    ),
    "showed": (
        tr(
            "You wanted me to see something and I barely looked. Show me? I’ll put mine away first."
        ),
        tr("I gave it half a look. I’d like to see it properly."),
    ),
    "body": (
        tr("You said you felt rough and I moved on. How is it now?"),
        tr("I was too quick about how you felt. Tell me the boring version."),
    ),
    "fight": (
        tr("I think that row was about something else. I answered the tone. What was under it?"),
        tr("I got that wrong. I’d like to hear what you were actually saying."),
    ),
    "quiet": (
        tr("You’ve gone quiet, and I let it pass. You don’t owe me words. I’m not going anywhere."),
        tr("I may be wrong: when you went quiet, was it tired, fed up or something else?"),
    ),
    "joke": (
        tr("That joke earlier: some of it sounded true. I’d rather know than not know."),
        tr("I laughed it off. If there was something in it, I’m up for hearing it."),
    ),
    "screen": (
        tr("I saw what you sent and hardly answered. What did you make of it?"),
        tr("Your message deserved more than “ok”. Is this a fix, a feel, or a just-so-you-know?"),
    ),
    "told": (
        tr(
            "I heard today was rough. You don’t have to go through it. I wanted you to know I know."
        ),
        tr("Someone mentioned it to me. I’d rather have it from you, whenever that is."),
    ),
    "other": (
        tr("I missed something from you earlier. If you still want it, I’m here."),
        tr("I wasn’t listening before. I am now."),
    ),
}
SNAPPED = {
    "small": tr("I was too loud. That was not your fault. I’m sorry."),
    "middle": tr("I snapped at you. That was mine, not yours. I’m sorry."),
    "older": tr("I snapped, and you didn’t earn it. I’m sorry."),
}


def sentences(shape: str, age: int | None, *, snapped: bool = False) -> tuple[str, ...]:
    """What could be said, the best first; after snapping the sorry comes before anything else."""
    stage = "middle" if age is None or 5 <= age < 12 else "small" if age < 5 else "older"
    table = {"small": SMALL, "middle": MIDDLE, "older": OLDER}[stage]
    fitting = table.get(shape, table["other"])
    return (SNAPPED[stage], *fitting) if snapped else fitting
