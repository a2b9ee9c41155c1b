import builtins
import collections
import dataclasses
import marshal
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ui import kept_bytecode

INSIDE = "shibokensupport/inside.py"
SOURCE = b"made = 'once'\n"
PLAIN = builtins.compile, re.compile


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield tmp_path / "__pycache__" / "kept.marshal"
    kept_bytecode.settle()


def compiled(file, source=SOURCE, name=INSIDE):
    kept_bytecode.install(file)
    code = compile(source, name, "exec")
    kept_bytecode.settle()
    return code


def made_value(file):
    kept_bytecode.install(file)

    @dataclasses.dataclass(frozen=True, slots=True)
    class Cup:
        tea: str
        sugar: int = 0

    spoon = collections.namedtuple("spoon", ["length"])  # noqa: PYI024
    kept_bytecode.settle()
    return Cup, spoon


def kept(file):
    return set(marshal.loads(file.read_bytes()[kept_bytecode.SUM :]))


def test_what_was_compiled_once_is_read_the_next_time(file):
    first = compiled(file)
    saved = file.stat().st_ino
    again = compiled(file)
    assert again == first
    assert again is not first
    assert file.stat().st_ino == saved


def test_another_source_of_the_same_name_is_compiled(file):
    compiled(file)
    for _ in range(2):
        names = {}
        exec(compiled(file, b"made = 'anew'\n"), names)
        assert names["made"] == "anew"


def test_values_are_made_of_what_was_kept(file, monkeypatch):
    made_value(file)
    saved = file.stat().st_ino
    monkeypatch.setattr(builtins, "compile", None)
    cup, spoon = made_value(file)
    assert cup("green", 1) == cup("green", 1) != cup("green")
    assert repr(cup("green")).endswith("Cup(tea='green', sugar=0)")
    with pytest.raises(dataclasses.FrozenInstanceError):
        cup("green").tea = "black"
    assert spoon(3).length == 3
    assert file.stat().st_ino == saved


def test_python_is_as_ever_once_it_is_settled(file):
    made_value(file)
    assert (builtins.compile, re.compile) == PLAIN
    assert "exec" not in vars(dataclasses)
    assert "eval" not in vars(collections)
    before = kept(file)

    @dataclasses.dataclass
    class Plate:
        cake: str

    assert Plate("plum").cake == "plum"
    kept_bytecode.settle()
    assert kept(file) == before


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\xfb\x00", b"i\x01\x00\x00\x00"])
def test_a_file_that_cannot_be_read_is_made_anew(file, rubbish):
    file.parent.mkdir()
    file.write_bytes(rubbish)
    compiled(file)
    assert compiled(file) == compile(SOURCE, INSIDE, "exec")
    assert file.read_bytes() != rubbish


def test_a_file_that_rots_is_made_anew(file):
    compiled(file)
    good = file.read_bytes()
    for place in range(len(good)):
        file.write_bytes(good[:place] + bytes([good[place] ^ 4]) + good[place + 1 :])
        assert compiled(file) == compile(SOURCE, INSIDE, "exec")
        assert file.read_bytes() == good


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("not a folder")
    assert compiled(tmp_path / "__pycache__" / "kept.marshal")


def test_nothing_is_kept_where_python_keeps_no_bytecode(file, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled(file)
    assert not file.exists()


def test_other_ways_to_compile_are_as_ever(file):
    kept_bytecode.install(file)
    assert eval(compile("1 + 1", "text", "eval")) == 2
    assert compile(SOURCE, "elsewhere.py", "exec")
    with pytest.raises(SyntaxError):
        compile(b"1 +", INSIDE, "exec")
    assert re.compile("a+").pattern == "a+"
    assert isinstance(re.compile(" a + ", re.VERBOSE), re.Pattern)
    assert [m[0] for m in re.compile(" a + ", re.VERBOSE).finditer("aa b a")] == ["aa", "a"]
    kept_bytecode.settle()
    assert not file.exists()


def test_a_pattern_inside_pyside_is_made_when_it_is_asked_for(file):
    kept_bytecode.install(file)
    names = {"re": re, "__name__": "shibokensupport.inside"}
    exec("one = re.compile(' a + ', flags=re.VERBOSE); broken = re.compile('(')", names)
    kept_bytecode.settle()
    assert [m[0] for m in names["one"].finditer("aa b a")] == ["aa", "a"]
    assert names["one"].pattern == " a + "
    with pytest.raises(re.error):
        names["broken"].match("a")


def test_pyside_says_what_is_wrong_with_a_call_as_ever(tmp_path):
    program = (
        "import sys; sys.dont_write_bytecode = False\n"
        "from pathlib import Path\n"
        "from ui import __main__, kept_bytecode\n"
        "kept_bytecode.install(Path(sys.argv[1])); __main__.load_qt()\n"
        "from PySide6.QtCore import QSize\n"
        "try: QSize('wide')\n"
        "except TypeError as error: assert 'Supported signatures' in str(error), error\n"
        "else: raise AssertionError\n"
        "kept_bytecode.settle()\n"
    )
    file = tmp_path / "kept.marshal"
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program, str(file)], check=True)
    assert "signature_bootstrap.py" in kept(file)


def test_a_start_keeps_what_it_compiled(tmp_path):
    """With a copy of the cache elsewhere, the whole command goes the way it goes at home."""
    program = (
        "import sys; sys.dont_write_bytecode = False\n"
        "from pathlib import Path\n"
        "from ui import __main__, kept_bytecode\n"
        "kept_bytecode.cache_file = lambda: Path(sys.argv[1])\n"
        "__main__.main(['--help'])\n"
    )
    file = tmp_path / "kept.marshal"
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(file)],
            check=False, capture_output=True, text=True, cwd=Path(__file__).parents[2],
        )
        for _ in range(2)
    ]  # fmt: skip
    assert runs[0].stdout == runs[1].stdout
    assert "kinweek" in runs[0].stdout.casefold()
    assert "signature_bootstrap.py" in kept(file)
