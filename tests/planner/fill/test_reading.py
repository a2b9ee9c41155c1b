"""A week is read with care: what is wrong is said in one sentence, with its place."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.fill.__main__ import main
from planner.fill.instance import InstanceError
from planner.fill.reading import read_instance
from tests.planner.fill.families import family
from tests.planner.fill.test_rules import small_family


def with_value(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The small family with one value changed."""
    described: Any = small_family()
    place = described
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return described


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("format",), "fill-instance/9", "format: must be 'fill-instance/1'"),
        (("people", 0, "role"), "aunt", "people[0].role: is 'aunt'"),
        (("people", 0, "months"), "five", "people[0].months: must be a whole number"),
        (("people", 1, "id"), "ida", "people: the id 'ida' comes twice"),
        (("activities", 1, "id"), "walk", "activities: the id 'walk' comes twice"),
        (("activities", 0, "settings"), ["moon"], "activities[0].settings: 'moon' is none of"),
        (("activities", 0, "minutes"), [30, 10], "activities[0].minutes: is 10"),
        (("activities", 0, "effort"), 6, "activities[0].effort: is 6"),
        (("activities", 0, "baby_ok"), "yes", "activities[0].baby_ok: must be true or false"),
        (("free", "ida"), [[600]], "free.ida[0]: must have 2 parts"),
        (("free", "ida"), [[700, 600]], "free.ida[0]: ends at 600, before it starts at 700"),
        (("free",), [], "free: must be an object"),
        (("meals",), [[600, 630, ["aunt"]]], "meals: nobody has the id 'aunt'"),
        (("goals", "unit"), "hours", "goals.unit: is 'hours'"),
        (("goals", "gap"), True, "goals.gap: must be a whole number"),
        (("goals", "quiet_days"), [7], "goals.quiet_days: is 7"),
        (("goals", "pathways"), {"reach": -1}, "goals.pathways.reach: is -1"),
        (("blocked",), [3], "blocked: must be a list of texts"),
        (("history",), "none", "history: must be a list"),
        (("now",), -5, "now: is -5"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    path: tuple[str | int, ...], value: Any, said: str
) -> None:
    with pytest.raises(InstanceError) as caught:
        read_instance(with_value(path, value))
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("key", ["id", "people", "free", "activities", "goals"])
def test_what_is_needed_must_be_there(key: str) -> None:
    described = small_family()
    del described[key]
    with pytest.raises(InstanceError, match=f"{key}: is missing"):
        read_instance(described)


@given(st.data())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_nothing_but_a_clear_refusal_comes_of_a_broken_file(data: st.DataObject) -> None:
    described: Any = family(data.draw(st.integers(0, 50)), activities=3)
    place, key = described, data.draw(st.sampled_from(sorted(described)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        keys = sorted(place) if isinstance(place, dict) else range(len(place))
        key = data.draw(st.sampled_from(list(keys)))
    place[key] = data.draw(st.sampled_from([None, -1, 10**30, 0.5, [], {}, [[]], True]))
    with suppress(InstanceError):
        assert read_instance(described).id


def test_the_command_writes_a_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    described = tmp_path / "week.json"
    described.write_text(json.dumps(small_family()), encoding="utf-8")
    assert main([str(described)]) == 0
    written = json.loads(capsys.readouterr().out)
    assert (written["format"], written["instance"]) == ("fill-plan/1", "small")
    assert {"activity", "who", "start", "minutes", "setting"} == set(written["entries"][0])


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b"[" * 100_000, b'{"format": "fill-instance/1"}'],
)
def test_the_command_refuses_bad_input_in_one_sentence(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    described = tmp_path / "week.json"
    described.write_bytes(content)
    assert main([str(described)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["not/there.json"]])
def test_the_command_says_what_it_needs(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.endswith(".\n")
