"""The command `kinweek`: opens the window, or does one thing without it."""

import gc
import sys


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks; the exit status: 0 done, 1 problems found, 2 it could not be done."""
    gc.disable()  # what is loaded now stays: looking through it over and over is a tenth of the start
    try:
        from ui.cli import main as command  # noqa: PLC0415  (with it comes Qt)

        return command(argv)
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
