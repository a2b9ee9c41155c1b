"""The command line: ``python -m planner.fill INSTANCE.json > PLAN.json``.

Writes the plan to standard output. Bad input: one sentence on standard error, exit status 2.
"""

import json
import sys
from pathlib import Path

from planner.fill import plan
from planner.fill.instance import InstanceError
from planner.fill.reading import read_instance, write_plan

BAD_INPUT = 2


def main(arguments: list[str]) -> int:
    """Fill the week described in a file; returns the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("Say which file describes the week: python -m planner.fill FILE.\n")
        return BAD_INPUT
    try:
        instance = read_instance(json.loads(Path(arguments[0]).read_text(encoding="utf-8")))
    except OSError as error:
        return _refuse(f"{arguments[0]} cannot be read: {error.strerror}.")
    except InstanceError as error:
        return _refuse(f"{arguments[0]} describes no week: {error}.")
    except (ValueError, RecursionError) as error:
        return _refuse(f"{arguments[0]} is not JSON in UTF-8: {error}.")
    json.dump(write_plan(plan(instance)), sys.stdout, indent=1)
    sys.stdout.write("\n")
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
