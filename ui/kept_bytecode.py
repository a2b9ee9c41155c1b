"""Starts the app sooner: what Python would compile at every start stands ready in one file.

Python keeps the bytecode of modules, but not of the Python that PySide carries as source inside a
binary, nor of the methods that the standard library writes as text for every dataclass and named
tuple: a fifth of the start. Here it is kept in `__pycache__`, until the first week is painted; from
then on everything is as ever.
"""

import builtins
import collections
import dataclasses
import marshal
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any
from zlib import crc32

LEFT_OUT = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes stubs for developers and brings `logging` with it; PySide loads it and asks nothing of it."""
INSIDE = ("shibokensupport/", "signature_bootstrap.py")
"""How the names begin that PySide gives to its own Python."""
SUM = 4
"""The file begins with so many bytes of the sum of all others."""

_settle: Callable[[], None] | None = None


def cache_file() -> Path:
    """Where the bytecode is kept, for this version of Python and no other."""
    name = f"start.{sys.hexversion:x}-{sys.flags.optimize}.marshal"
    return Path(__file__).parent / "__pycache__" / name


def install(file: Path) -> None:
    """From now on take from this file what stands there, and note what does not, until `settle`."""
    global _settle  # noqa: PLW0603  (what is changed in Python is changed for everybody)
    if _settle is None:
        kept = _Kept(file)
        taken_back = _serve_inside(kept), _serve_written(kept)

        def settle_all() -> None:
            for take_back in taken_back:
                take_back()
            kept.save()

        _settle = settle_all


def settle() -> None:
    """Leave Python as it was, and keep for the next start what was new. A second time does nothing."""
    global _settle  # noqa: PLW0603
    if _settle is not None:
        _settle()
        _settle = None


class _Kept:
    """Bytecode by a name, good for as long as its stamp is the same."""

    def __init__(self, file: Path) -> None:
        self.file, self.news = file, False
        self.held: dict[Any, tuple[Any, bytes]] = {}
        with suppress(OSError):
            data = file.read_bytes()
            if data[:SUM] == crc32(data[SUM:]).to_bytes(SUM):
                self.held = marshal.loads(data[SUM:])  # noqa: S302  (ours, as every .pyc beside it)

    def code(self, name: Any, stamp: Any, made: Callable[[], Any]) -> Any:
        """What is kept under this name, or what `made` gives."""
        known = self.held.get(name)
        if known is not None and known[0] == stamp:
            return marshal.loads(known[1])  # noqa: S302
        code = made()
        if isinstance(code, CodeType):
            self.held[name] = stamp, marshal.dumps(code)
            self.news = True
        return code

    def save(self) -> None:
        """Keep it for the next start; where this folder may not be written to, do without."""
        if not self.news or sys.dont_write_bytecode:
            return
        beside = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        try:
            self.file.parent.mkdir(exist_ok=True)
            data = marshal.dumps(self.held)
            beside.write_bytes(crc32(data).to_bytes(SUM) + data)
            beside.replace(self.file)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def _serve_inside(kept: _Kept) -> Callable[[], None]:
    """The Python inside PySide; its one large pattern is made when a wrong call has to be explained."""
    compiled: Callable[..., Any] = builtins.compile
    pattern: Callable[..., Any] = vars(re)["compile"]

    def compile_(source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        if type(source) is not bytes or not str(filename).startswith(INSIDE):
            return compiled(source, filename, mode, *more, **named)
        if filename == LEFT_OUT:
            source = b""
        stamp = len(source), crc32(source)
        return kept.code(filename, stamp, lambda: compiled(source, filename, mode))

    def pattern_(text: Any, flags: Any = 0) -> Any:
        asks = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001  (nobody else's is late)
        inside = asks.startswith("shibokensupport.")
        return _LatePattern(pattern, text, flags) if inside else pattern(text, flags)

    def take_back() -> None:
        builtins.compile = compiled
        vars(re)["compile"] = pattern

    builtins.compile = compile_
    vars(re)["compile"] = pattern_
    return take_back


class _LatePattern:
    """A regular expression that is compiled when it is asked for the first time."""

    def __init__(self, make: Callable[..., Any], text: Any, flags: Any) -> None:
        self._make: Callable[[], Any] = lambda: make(text, flags)

    def finditer(self, *asked: Any) -> Any:
        return self._make().finditer(*asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._make(), name)


def _serve_written(kept: _Kept) -> Callable[[], None]:
    """The methods written for dataclasses and named tuples: these two modules alone are served."""

    def code_of(text: str, mode: str) -> Any:
        return kept.code((mode, text), None, lambda: compile(text, "<string>", mode))

    def take_back() -> None:
        del vars(dataclasses)["exec"], vars(collections)["eval"]

    # Found before the built-in ones of the same name.
    vars(dataclasses)["exec"] = lambda text, *names: exec(code_of(text, "exec"), *names)  # noqa: S102
    vars(collections)["eval"] = lambda text, *names: eval(code_of(text, "eval"), *names)  # noqa: S307
    return take_back
