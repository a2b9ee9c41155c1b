import subprocess
import sys

import pytest

from ui.kept_bytecode import keeping

SOURCE = b"made = 'once'\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__" / "kept.marshal"


def compiled(file, source=SOURCE):
    with keeping(file):
        return compile(source, "inside.py", "exec")


def test_what_was_compiled_once_is_read_the_next_time(file):
    first = compiled(file)
    saved = file.read_bytes()
    again = compiled(file)
    assert again == first
    assert again is not first
    assert file.read_bytes() == saved


def test_another_source_of_the_same_name_is_compiled(file):
    compiled(file)
    names = {}
    exec(compiled(file, b"made = 'anew'\n"), names)
    assert names["made"] == "anew"


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\xfb\x00", b"i\x01\x00\x00\x00"])
def test_a_file_that_cannot_be_read_is_made_anew(file, rubbish):
    file.parent.mkdir()
    file.write_bytes(rubbish)
    compiled(file)
    assert compiled(file) == compile(SOURCE, "inside.py", "exec")
    assert file.read_bytes() != rubbish


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("not a folder")
    assert compiled(tmp_path / "__pycache__" / "kept.marshal")


def test_nothing_is_kept_where_python_keeps_no_bytecode(file, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled(file)
    assert not file.exists()


def test_other_ways_to_compile_are_as_ever(file):
    with keeping(file):
        assert eval(compile("1 + 1", "text", "eval")) == 2
        with pytest.raises(SyntaxError):
            compile(b"1 +", "inside.py", "exec")
    assert not file.exists()


def test_pyside_says_what_is_wrong_with_a_call_as_ever():
    program = (
        "from ui.__main__ import load_qt; load_qt()\n"
        "from PySide6.QtCore import QSize\n"
        "try: QSize('wide')\n"
        "except TypeError as error: assert 'Supported signatures' in str(error), error\n"
        "else: raise AssertionError\n"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", program], check=True)
