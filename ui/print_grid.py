"""Boxes in rows and columns with entries in them: the plan of two weeks, a month, parts of the day.

The size of the text is the largest at which every box holds its entries whole. Where that is below the
floor the grid is cut: fewer rows on a page, then fewer columns, then fewer entries of one box.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from ui.lettering import MM_PER_POINT
from ui.print_entry import (
    Line,
    Placed,
    Setting,
    breaks_a_word,
    entry_height,
    place_entry,
    shape_room,
)
from ui.print_fit import UNBROKEN_FROM

ACCURACY = 0.1
PADDING = 1.6
"""Mm between a box's edge and its text."""
CORNER = 1.55
"""Height of a box's own number, in its points."""
LEAST_BOX = 9.0
"""Mm that an empty box is high."""
SHORTEST_TITLE = 12
BOX_ROOM = 2.0
"""Ems that a box to tick takes at the right of an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A box: its corner ("24", "" for none), its entries; `outside` for a day of another month."""

    corner: str = ""
    lines: tuple[Line, ...] = ()
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of boxes, a name over each column and one before each row (both may be empty)."""

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def turned(self) -> "Grid":
        """Rows as columns, for upright paper."""
        rows = tuple(zip(*self.rows, strict=True))
        return replace(self, heads=self.labels, labels=self.heads, rows=rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Points: the least and the most of the small text, the corner's, that of heads and labels.

    `boxes` for a box to tick at the right of each entry.
    """

    floor: float
    ceiling: float
    corner: float
    label: float
    label_width: float
    boxes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GridPlan:
    """One page: the grid's part on it, the place of each box (mm), its entries, and the text's size."""

    grid: Grid
    points: float
    cells: tuple[tuple[QRectF, ...], ...]
    entries: tuple[tuple[tuple[Placed, ...], ...], ...]


def grid_pages(area: QRectF, lower: QRectF, grid: Grid, sizes: Sizes) -> tuple[GridPlan, ...]:
    """The pages it takes: one that fills `area`, or several that fill `lower`."""
    whole = _plan(area, grid, sizes)
    if whole:
        return (whole,)
    runs = _runs(grid, lambda part: _fits(lower, part, sizes))
    for parts in _cuts(grid):
        if len(parts) <= len(runs) and all(_fits(lower, part, sizes) for part in parts):
            runs = parts
            break
    return tuple(plan for part in runs for plan in _one_or_more(lower, part, sizes))


def head_height(sizes: Sizes, grid: Grid) -> float:
    """Mm above the boxes for the names of the columns."""
    return sizes.label * MM_PER_POINT * 1.7 if any(grid.heads) else 0.0


def _cuts(grid: Grid) -> Iterator[list[Grid]]:
    """The grid in ever smaller parts that are as large as each other."""
    rows, columns = len(grid.rows), len(grid.rows[0])
    for share in sorted({-(-rows // n) for n in range(2, rows + 1)}, reverse=True):
        yield _by_rows(grid, share)
    for share in sorted({-(-columns // n) for n in range(2, columns + 1)}, reverse=True):
        yield _by_columns([grid], share)
        if rows > 1:
            yield _by_columns(_by_rows(grid, 1), share)


def _runs(grid: Grid, fits: Callable[[Grid], bool]) -> list[Grid]:
    """The fewest parts in order: as many rows as fit, and of a row that is too full as many boxes."""
    parts = []
    for run in _joined(_by_rows(grid, 1), _below, fits):
        if fits(run) or len(run.rows[0]) == 1:
            parts.append(run)
        else:
            parts += _joined(_by_columns([run], 1), _beside, fits)
    return parts


def _joined(
    pieces: list[Grid], join: Callable[[Grid, Grid], Grid], fits: Callable[[Grid], bool]
) -> list[Grid]:
    """Neighbours put together as long as they fit."""
    runs = [pieces[0]]
    for piece in pieces[1:]:
        together = join(runs[-1], piece)
        if fits(together):
            runs[-1] = together
        else:
            runs.append(piece)
    return runs


def _below(above: Grid, grid: Grid) -> Grid:
    return replace(above, rows=above.rows + grid.rows, labels=above.labels + grid.labels)


def _beside(before: Grid, grid: Grid) -> Grid:
    rows = zip(before.rows, grid.rows, strict=True)
    return replace(
        before, heads=before.heads + grid.heads, rows=tuple(one + other for one, other in rows)
    )


def _by_rows(grid: Grid, share: int) -> list[Grid]:
    return [
        replace(grid, rows=grid.rows[n : n + share], labels=grid.labels[n : n + share])
        for n in range(0, len(grid.rows), share)
    ]


def _by_columns(grids: list[Grid], share: int) -> list[Grid]:
    return [
        replace(
            grid,
            heads=grid.heads[n : n + share],
            rows=tuple(row[n : n + share] for row in grid.rows),
        )
        for grid in grids
        for n in range(0, len(grid.rows[0]), share)
    ]


def _one_or_more(area: QRectF, grid: Grid, sizes: Sizes) -> tuple[GridPlan, ...]:
    """A page; or as many as a single box takes, its entries halved until they fit."""
    plan = _plan(area, grid, sizes)
    if plan:
        return (plan,)
    ((cell,),) = grid.rows
    if len(cell.lines) == 1:
        last = _plan(area, grid, sizes, title_lines=SHORTEST_TITLE)
        return (last,) if last else ()
    middle = len(cell.lines) // 2
    return tuple(
        plan
        for lines in (cell.lines[:middle], cell.lines[middle:])
        for plan in _one_or_more(area, replace(grid, rows=((replace(cell, lines=lines),),)), sizes)
    )


def _fits(area: QRectF, grid: Grid, sizes: Sizes) -> bool:
    """Whether the page holds it at the floor."""
    room, width = _room(area, grid, sizes)
    setting = _setting(width, sizes.floor, sizes, 0)
    return _heights(grid, setting, room.height(), _corner(grid, sizes)) is not None


def _room(area: QRectF, grid: Grid, sizes: Sizes) -> tuple[QRectF, float]:
    """What names leave of the page, and the width of a column in it."""
    left = sizes.label_width if any(grid.labels) else 0
    room = area.adjusted(left, head_height(sizes, grid), 0, 0)
    return room, room.width() / len(grid.rows[0])


def _plan(area: QRectF, grid: Grid, sizes: Sizes, title_lines: int = 0) -> GridPlan | None:
    """The page at the largest size that fits; None if that is below the floor."""
    room, width = _room(area, grid, sizes)

    def heights(points: float) -> list[float] | None:
        setting = _setting(width, points, sizes, title_lines)
        return _heights(grid, setting, room.height(), _corner(grid, sizes))

    low, high = sizes.floor, sizes.ceiling
    if heights(low) is None and not title_lines:
        return None
    while high - low > ACCURACY and not title_lines:
        middle = (low + high) / 2
        low, high = (low, middle) if heights(middle) is None else (middle, high)
    rows = heights(low) or [room.height() / len(grid.rows)] * len(grid.rows)
    setting = _setting(width, low, sizes, title_lines)
    cells = tuple(
        tuple(
            QRectF(room.left() + n * width, room.top() + sum(rows[:r]), width, rows[r])
            for n in range(len(grid.rows[0]))
        )
        for r in range(len(rows))
    )
    corner = _corner(grid, sizes)
    entries = tuple(
        tuple(
            _place(cell.lines, box, setting, corner) for cell, box in zip(row, boxes, strict=True)
        )
        for row, boxes in zip(grid.rows, cells, strict=True)
    )
    return GridPlan(grid=grid, points=low, cells=cells, entries=entries)


def _corner(grid: Grid, sizes: Sizes) -> float:
    """Mm that the corners take at the top of each box."""
    if not any(cell.corner for row in grid.rows for cell in row):
        return 0.0
    return sizes.corner * MM_PER_POINT * CORNER


def _setting(width: float, points: float, sizes: Sizes, title_lines: int) -> Setting:
    ems = BOX_ROOM * points * MM_PER_POINT if sizes.boxes else 0.0
    room = width - 2 * PADDING - shape_room(points) - ems
    return Setting(points=points, width=max(room, 1.0), beside=True, title_lines=title_lines)


def _heights(grid: Grid, setting: Setting, room: float, corner: float) -> list[float] | None:
    """Each row as high as its fullest box, and a share of what is left; None if that is too high."""
    small = replace(setting, points=min(setting.points, UNBROKEN_FROM))
    needs: list[float] = []
    for row in grid.rows:
        need = LEAST_BOX
        for lines in (cell.lines for cell in row):
            if not setting.title_lines and any(
                breaks_a_word(line, setting, small=small) for line in lines
            ):
                return None
            taken = sum(entry_height(line, setting) for line in lines)
            need = max(need, corner + taken + 2 * PADDING)
            if need + sum(needs) > room:
                return None
        needs.append(need)
    even = room / len(needs)
    if all(need <= even for need in needs):
        return [even] * len(needs)
    spare = (room - sum(needs)) / len(needs)
    return [need + spare for need in needs]


def _place(
    lines: tuple[Line, ...], box: QRectF, setting: Setting, corner: float
) -> tuple[Placed, ...]:
    placed = []
    at = box.topLeft() + QPointF(PADDING, PADDING + corner)
    for line in lines:
        placed.append(place_entry(line, at, setting))
        at += QPointF(0, entry_height(line, setting))
    return tuple(placed)
