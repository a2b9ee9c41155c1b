"""What is said of busy times under the pointer: from when to when, what, and whose it is."""

from planner.busy_blocks import Block
from planner.model import Household
from ui.text import common
from ui.text.week import START_TO_END, busy_label


def tip(block: Block, minute: float, household: Household) -> str:
    """What keeps these people busy at this minute, a line each; in a short break, all that is around it."""
    names = [common.spoken_name(p) for p in household.people if p.id in block.people]
    now = [part for part in block.parts if part[1] <= minute < part[2]]
    return "\n".join(
        common.SEPARATOR.join(
            (
                START_TO_END.format(start=common.clock(start), end=common.clock(end)),
                busy_label(title, names),
            )
        )
        for title, start, end in now or block.parts
    )
