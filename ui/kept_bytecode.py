"""Keeps what Python makes of PySide's own modules, as it does for every other module.

PySide carries some Python of its own inside a binary, as source, and compiles it anew at every start:
a tenth of the start. Here the result is kept in `__pycache__`, beside ours, under a sum of the source.
"""

import builtins
import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

LEFT_OUT = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes stubs for developers and brings `logging` with it; PySide loads it and asks nothing of it."""

Key = tuple[str, int, int]
"""The name of a module's source, its length and its sum."""


def cache_file() -> Path:
    """Where the bytecode is kept, for this version of Python and no other."""
    return Path(__file__).parent / "__pycache__" / f"pyside.{sys.hexversion:x}.marshal"


@contextmanager
def keeping(file: Path) -> Iterator[None]:
    """Compile nothing inside that was compiled before; note in the file what was new."""
    plain: Callable[..., Any] = builtins.compile
    kept = _read(file)
    known = len(kept)

    def compile_(source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        if type(source) is not bytes or mode != "exec" or more or named:
            return plain(source, filename, mode, *more, **named)
        if filename == LEFT_OUT:
            source = b""
        key = (filename, len(source), crc32(source))
        if key not in kept:
            kept[key] = plain(source, filename, mode)
        return kept[key]

    builtins.compile = compile_
    try:
        yield
    finally:
        builtins.compile = plain
    if len(kept) > known and not sys.dont_write_bytecode:
        _write(file, kept)


def _read(file: Path) -> dict[Key, CodeType]:
    try:
        kept = marshal.loads(file.read_bytes())  # noqa: S302  (ours, like every .pyc beside it)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(file: Path, kept: dict[Key, CodeType]) -> None:
    """Keep it for the next start; where this folder may not be written to, do without."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        beside.write_bytes(marshal.dumps(kept))
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
