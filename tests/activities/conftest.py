"""A small activity as text, sound in every field, for tests to spoil in one place."""

import pytest

KITE = """
schema_version = 1
id = "kite"
title = "The Borrowed Kite"
summary = "Fly a kite that neither of you can fly alone."
child_invite = "I need somebody to hold the other end."
why_it_works = "Two people and one string have to talk to each other."
evidence = ["rose2012"]
pathways = ["reach", "feel-with"]
ages = ["5-7", "8-10"]
settings = ["outdoors"]
format = "movement"
participants = ["one-to-one"]
effort = 2
cadence = "sometimes"
cooldown_weeks = 4
materials = ["A kite"]
prep = "Look out of the window for wind."
plan_hint = "If it blows on Saturday, then we go up the hill."
steps = [
    { text = "Hold the string.", tip = "Gloves help." },
    { text = "Run." },
    { text = "Wind it up." },
]
say = [{ when = "Start", words = "Ready?" }, { when = "End", words = "Again?" }]
instead = [
    { not_this = "Not like that!", try_this = "Show me.", because = "It is a kite." },
    { not_this = "Let me.", try_this = "Need a hand?", because = "He will ask." },
]
trouble = [
    { if_this = "No wind", then_that = "Run." },
    { if_this = "He says no", then_that = "Fly it alone." },
    { if_this = "You are tired", then_that = "Sit on the hill." },
]

[skills]
primary = "reach-out"
also = ["listening"]

[duration]
min = 10
max = 30

[by_age]
"5-7" = { change = "A short string.", words = "Hold tight." }
"8-10" = { change = "He launches.", words = "You call it." }

[adapt]
autism = "Say when it ends."
adhd = "Let him run."
anxious = "Try it on the ground."
siblings = "Swap ends."

[reflect]
parent = ["Who held on?"]
child = ["What did the kite see?"]

[safety]
note = "Keep away from power lines."
flags = []

[meta]
version = 1
status = "published"
author = "A neighbour"
reviewed_by = []
review_due_months = 24
reading_age = 11
"""


@pytest.fixture(scope="session")
def kite():
    return KITE


@pytest.fixture
def spoilt():
    """Give the kite's text with one part replaced, which has to be there."""

    def replaced(old, new):
        assert KITE.count(old) == 1
        return KITE.replace(old, new)

    return replaced
