"""Pages of boxes: the parts of the day, two weeks, a month, and one child's week in large."""

from collections.abc import Callable
from dataclasses import replace
from itertools import batched, chain  # noqa: F401
from typing import NamedTuple
