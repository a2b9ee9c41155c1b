"""Words after which a note is left alone: nothing is offered, counted or said about it, only the way to help."""

HARM = (
    "abuse", "beaten", "blood", "bruise", "burnt ", "choke", "cut himself", "cut herself",
    "cutting himself", "cutting herself", "dead ", "die ", "died ", "dying", "grope", "harm",
    "hit him", "hit her", "hit me", "hit them", "hurt herself", "hurt himself", "hurt themself",
    "kicked her", "kicked him", "kicked me", "kill", "knife", "naked", "nude", "overdose", "porn", "punch", "rape ", "raped ",
    "sex ", "sexual", "strangle", "suicid", "threat", "touched her", "touched him", "touched me",
    "touched them", "weapon",
)  # fmt: skip
"""Beginnings of words, whole words where a space follows, in the form of `activities.search.plain`.

One too many costs a family nothing but a sentence; so the list is generous.
"""


def speaks_of_harm(*notes: str) -> bool:
    """Whether any of these notes has one of the words."""
    return any(f" {word}" in _spaced(note) for note in notes if note for word in HARM)


def _spaced(note: str) -> str:
    """`" he said no "`: the words alone, with a space around each."""
    from activities.search import plain  # noqa: PLC0415  (read with the family at the start)

    letters = "".join(c if c.isalnum() else " " for c in plain(note))
    return f" {' '.join(letters.split())} "
