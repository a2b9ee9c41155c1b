"""Says in plain words what is wrong with the files of the library: ``python -m activities``."""

import sys
from pathlib import Path

from activities.catalogue import DATA, load
from activities.model import Problem


def _line(problem: Problem) -> str:
    return ": ".join(part for part in (problem.file, problem.field, problem.detail) if part)


def main(folder: Path = DATA) -> int:
    """Print one line for each problem; the exit status is 1 if there are any."""
    _, problems = load(folder)
    for problem in problems:
        sys.stdout.write(_line(problem) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
