"""What turns a sorry into something else is stopped; an owning is not."""

import pytest

from planner.sorry import gives_reasons, stops_of


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        ("I shouted when you spilled the milk.", ()),
        ("I shouted but you were late", ("but",)),
        ("I shouted when you made me cross", ("you-made-me",)),
        ("I’m sorry if you felt hurt", ("if-you-felt",)),
        ("I am sorry you took it that way", ("sorry-you",)),
        ("Sorry that you were sad, BUT you made  me", ("but", "you-made-me", "sorry-you")),
        ("I forgot the button when you packed butter", ()),
        ("I was sorry. You cried.", ()),
    ],
)
def test_what_is_stopped_and_why(words, stops):
    assert stops_of(words) == stops


def test_reasons_are_seen_and_allowed():
    assert gives_reasons("I snapped because I was tired")
    assert not gives_reasons("I snapped when you asked")
