"""The week over AT-SPI, heard and ticked from another process, as a screen reader on Linux does it."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

ROOT = Path(__file__).parents[2]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
GIO = ("/usr/bin/python3", "-c", "from gi.repository import Gio")
SECONDS = 60


def missing() -> str:
    """What this computer lacks for a listener, or nothing."""
    if sys.platform != "linux":
        return "AT-SPI is for Linux"
    lacking = [tool for tool in ("dbus-run-session", "xvfb-run") if which(tool) is None]
    if lacking or not LAUNCHER.exists():
        return "no AT-SPI bus, or no display to be made"
    if (
        not Path(GIO[0]).exists()
        or subprocess.run(GIO, capture_output=True, check=False).returncode
    ):
        return "the system's Python has no D-Bus"
    return ""


def test_a_listener_in_another_process_reads_the_card_and_ticks_it(tmp_path):
    if lack := missing():
        pytest.skip(lack)
    run = ["dbus-run-session", "--", "xvfb-run", "-a", str(ROOT / "tests/at_spi/run")]
    done = subprocess.run(
        [*run, sys.executable, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    heard = (tmp_path / "heard").read_text(encoding="utf-8").splitlines()
    said = "Wednesday 25 November, 19:15 to 19:30, Two sides of a story, Leo with Mum, Feel with, "
    assert heard == [
        "Wednesday 25 November, 1 activity",
        said + "planned",
        "check box",
        "focusable",
        "toggle press setfocus",
        said + "done",
        "focusable checked",
    ], done.stderr
    assert (tmp_path / "outcome").read_text(encoding="utf-8") == "done"
