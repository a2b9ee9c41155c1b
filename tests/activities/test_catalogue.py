"""A folder of files becomes a catalogue; what is broken is left out and named."""

import pytest

from activities.__main__ import main
from activities.catalogue import load
from activities.model import ForAge, Instead, Say, Step, Trouble


@pytest.fixture
def folder(tmp_path, kite):
    (tmp_path / "kite.toml").write_text(kite, encoding="utf-8")
    return tmp_path


def whats(problems):
    return [(problem.file, problem.what) for problem in problems]


def test_the_kite_arrives_with_all_it_has(folder):
    catalogue, problems = load(folder)
    kite = catalogue.get("kite")
    assert problems == ()
    assert (kite.skill, kite.also) == ("reach-out", ("listening",))
    assert (kite.minutes_min, kite.minutes_max, kite.effort) == (10, 30, 2)
    assert kite.bands == ("5-7", "8-10")
    assert kite.steps[:2] == (Step(text="Hold the string.", tip="Gloves help."), Step(text="Run."))
    assert kite.say[0] == Say(when="Start", words="Ready?")
    assert kite.instead[1] == Instead(
        not_this="Let me.", try_this="Need a hand?", because="He will ask."
    )
    assert kite.by_age["8-10"] == ForAge(change="He launches.", words="You call it.")
    assert kite.adapt["siblings"] == "Swap ends."
    assert kite.trouble[0] == Trouble(if_this="No wind", then_that="Run.")
    assert kite.reflect_child == ("What did the kite see?",)
    assert (kite.safety_note, kite.flags, kite.own) == ("Keep away from power lines.", (), False)


def test_bands_go_from_young_to_old_however_they_were_written(folder, spoilt):
    text = spoilt('ages = ["5-7", "8-10"]', 'ages = ["8-10", "5-7"]')
    (folder / "kite.toml").write_text(text, encoding="utf-8")
    assert load(folder)[0].get("kite").bands == ("5-7", "8-10")


def test_the_main_skills_pathway_comes_first(folder, spoilt):
    text = spoilt('["reach", "feel-with"]', '["feel-with", "reach"]')
    (folder / "kite.toml").write_text(text, encoding="utf-8")
    assert load(folder)[0].get("kite").pathways == ("reach", "feel-with")


def test_an_unknown_id_gives_nothing(folder):
    assert load(folder)[0].get("dragon") is None


def test_a_broken_file_is_left_out_and_the_others_stay(folder):
    (folder / "broken.toml").write_text("title =", encoding="utf-8")
    catalogue, problems = load(folder)
    assert list(catalogue.activities) == ["kite"]
    assert whats(problems) == [("broken.toml", "syntax")]


def test_a_file_that_is_not_utf8_is_a_problem(folder):
    (folder / "latin.toml").write_bytes('title = "Café"'.encode("latin-1"))
    assert whats(load(folder)[1]) == [("latin.toml", "unreadable")]


def test_a_folder_called_like_a_file_is_a_problem(folder):
    (folder / "shelf.toml").mkdir()
    assert whats(load(folder)[1]) == [("shelf.toml", "unreadable")]


def test_the_mark_some_editors_put_first_does_no_harm(folder, kite):
    (folder / "kite.toml").write_text(kite, encoding="utf-8-sig")
    assert load(folder)[1] == ()


def test_the_lock_files_of_editors_are_passed_over(folder):
    (folder / ".#kite.toml").write_text("somebody@home", encoding="utf-8")
    assert load(folder)[1] == ()


def test_an_id_used_twice_is_a_problem_of_the_second_file(folder, kite):
    (folder / "later.toml").write_text(kite, encoding="utf-8")
    catalogue, problems = load(folder)
    assert whats(problems) == [("later.toml", "file-name"), ("later.toml", "duplicate")]
    assert list(catalogue.activities) == ["kite"]


def test_a_folder_without_activities_is_a_problem(tmp_path):
    catalogue, problems = load(tmp_path / "nowhere")
    assert catalogue.published == ()
    assert whats(problems) == [("nowhere", "empty")]


def test_families_see_what_is_published_sorted_by_title(folder, kite):
    for name, title in (("ant", "zebra Walk"), ("bee", "Alphabet Soup")):
        text = kite.replace('"kite"', f'"{name}"').replace("The Borrowed Kite", title)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    titles = [activity.title for activity in load(folder)[0].published]
    assert titles == ["Alphabet Soup", "The Borrowed Kite", "zebra Walk"]


@pytest.mark.parametrize("status", ["idea", "draft", "reviewed", "retired"])
def test_what_is_not_published_is_kept_but_not_shown(folder, spoilt, status):
    text = spoilt('"published"', f'"{status}"')
    (folder / "kite.toml").write_text(text, encoding="utf-8")
    catalogue, _ = load(folder)
    assert catalogue.published == ()
    assert catalogue.get("kite").status == status


@pytest.mark.parametrize(
    ("flags", "reviewers", "shown"),
    [("[]", "[]", 1), ('["grief"]', "[]", 0), ('["grief"]', '["Dr Lind"]', 1)],
)
def test_an_exemplar_is_shown_once_its_specialist_has_read_it(
    folder, kite, flags, reviewers, shown
):
    text = kite.replace('"published"', '"exemplar"').replace("flags = []", f"flags = {flags}")
    text = text.replace("reviewed_by = []", f"reviewed_by = {reviewers}")
    (folder / "kite.toml").write_text(text, encoding="utf-8")
    catalogue, problems = load(folder)
    assert problems == ()
    assert len(catalogue.published) == shown
    assert catalogue.get("kite").status == ("exemplar" if shown else "draft")


def test_a_contributor_reads_one_line_for_each_problem(folder, spoilt, capsys):
    (folder / "kite.toml").write_text(spoilt("effort = 2", "effort = 9"), encoding="utf-8")
    assert main(folder) == 1
    assert capsys.readouterr().out == "kite.toml: effort: is 9; it may be 1 to 3\n"


def test_a_sound_folder_is_met_with_silence(folder, capsys):
    assert main(folder) == 0
    assert capsys.readouterr().out == ""
