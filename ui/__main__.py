"""The command `kinweek`: opens the window, or does one thing without it."""

import builtins
import gc
import sys

from ui import kept_bytecode


def load_qt() -> None:
    """Load Qt's core and take back the plain `import`.

    PySide6 puts an `import` of its own in its place, which reads the source of every module loaded
    after it for `from __feature__`. Nothing here uses that, and it costs a tenth of the start.
    """
    from ui import quick_enums  # noqa: PLC0415

    quick_enums.install()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415

    builtins.__import__ = plain


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks; the exit status: 0 done, 1 problems found, 2 it could not be done."""
    gc.disable()  # what is loaded now stays: looking through it over and over is a tenth of the start
    kept_bytecode.install(kept_bytecode.cache_file())
    load_qt()
    try:
        from ui.cli import main as command  # noqa: PLC0415  (with it comes Qt)

        return command(argv)
    finally:
        gc.enable()
        kept_bytecode.settle()


if __name__ == "__main__":
    sys.exit(main())
