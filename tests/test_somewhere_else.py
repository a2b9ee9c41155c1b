"""Kinweek works wherever it is started, whatever else lies in that folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = Path(sys.executable)
COMMAND = PYTHON.with_name("kinweek.exe" if sys.platform == "win32" else "kinweek")
WEEK = {
    "format": "fill-instance/1",
    "id": "small",
    "people": [
        {"id": "ida", "role": "child", "name": "Ida", "months": 60},
        {"id": "dad", "role": "caregiver", "name": "Dad"},
    ],
    "free": {"ida": [[600, 900]], "dad": [[600, 900]]},
    "meals": [],
    "rides": [],
    "bed": {},
    "care": {},
    "home": {},
    "light": [],
    "energy": {},
    "prefer": [],
    "activities": [
        {
            "id": "walk",
            "title": "A walk",
            "kind": "talk",
            "pathway": "reach",
            "skills": [],
            "age": [24, 120],
            "minutes": [10, 30],
            "form": "one_to_one",
            "settings": ["home"],
            "effort": 1,
            "cooldown": 3,
            "baby_ok": False,
        }
    ],
    "blocked": [],
    "goals": {
        "unit": "minutes",
        "pathways": {"reach": 60},
        "gap": 15,
        "day_max_count": 2,
        "day_max_minutes": 45,
        "week_max": 3,
        "quiet_days": [],
        "new_per_week": 2,
        "couples": [],
        "focus": [],
    },
    "history": [],
    "fixed": [],
    "previous": [],
    "now": 0,
}


@pytest.fixture
def elsewhere(tmp_path):
    """A folder with somebody else's `ui` in it, which is broken."""
    folder = tmp_path / "elsewhere"
    (folder / "ui").mkdir(parents=True)
    (folder / "ui" / "__init__.py").write_text("raise RuntimeError('the wrong ui')\n")
    return folder


def started(folder, *command):
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PYTHONSAFEPATH"}}
    return subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_command_finds_its_own_ui(elsewhere):
    done = started(elsewhere, str(COMMAND), "--demo", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Everything can be read")


def test_the_command_writes_into_the_folder_it_was_started_in(elsewhere):
    done = started(elsewhere, str(COMMAND), "--demo", "export", "--out", "family.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((elsewhere / "family.json").read_text(encoding="utf-8"))["entries"]


def test_fill_works_as_a_program_of_its_own(elsewhere):
    (elsewhere / "week.json").write_text(json.dumps(WEEK), encoding="utf-8")
    done = started(elsewhere, str(PYTHON), "-m", "planner.fill", "week.json")
    assert (done.returncode, done.stderr) == (0, "")
    entries = json.loads(done.stdout)["entries"]
    assert {e["activity"] for e in entries} == {"walk"}


def test_the_library_checks_itself_from_anywhere(elsewhere):
    done = started(elsewhere, str(PYTHON), "-m", "activities")
    assert (done.returncode, done.stderr) == (0, "")
