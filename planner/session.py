"""The one object that changes: it takes a step, saves it, remembers the way back and tells whoever listens."""

from collections.abc import Callable
from typing import Protocol

from planner.actions import Action
from planner.model import Household

Listener = Callable[[Household, Household], None]
"""Called with the household before and after a step that is already on disk."""

DEPTH = 100


class Saver(Protocol):
    """Where a session puts its steps; `planner.store.Store` in the app."""

    def save(self, before: Household, after: Household) -> None: ...


class Session:
    """The household of now, the way back and the way forward again.

    The order of a step is compute, save, remember, tell. A step that fails changes nothing: the
    exception of the action or of the saver goes to the caller and the household is what it was.
    """

    def __init__(self, household: Household, saver: Saver, *, depth: int = DEPTH) -> None:
        self.household = household
        self._saver = saver
        self._depth = depth
        self._undo: tuple[tuple[Action, Household], ...] = ()
        self._redo: tuple[tuple[Action, Household], ...] = ()
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def apply(self, action: Action) -> None:
        """Take a step. One that changes nothing is no step: nothing is saved or remembered."""
        before = self.household
        after = action.step(before)
        if after == before:
            return
        self._saver.save(before, after)
        self.household = after
        self._undo = (*self._undo, (action, before))[-self._depth :]
        self._redo = ()
        self._tell(before)

    def note(self, step: Callable[[Household], Household]) -> None:
        """Take a step that nobody would want back, such as that a page was printed.

        It is no step to undo: it holds in every earlier and later household as well.
        """
        before = self.household
        after = step(before)
        if after == before:
            return
        self._saver.save(before, after)
        self.household = after
        self._undo = tuple((action, step(earlier)) for action, earlier in self._undo)
        self._redo = tuple((action, step(later)) for action, later in self._redo)
        self._tell(before)

    @property
    def undoable(self) -> Action | None:
        """The step that `undo` would take back."""
        return self._undo[-1][0] if self._undo else None

    @property
    def redoable(self) -> Action | None:
        """The step that `redo` would take again."""
        return self._redo[-1][0] if self._redo else None

    def undo(self) -> None:
        """Go back one step; nothing happens where there is none."""
        if not self._undo:
            return
        action, earlier = self._undo[-1]
        before = self.household
        self._saver.save(before, earlier)
        self.household = earlier
        self._undo = self._undo[:-1]
        self._redo = (*self._redo, (action, before))
        self._tell(before)

    def redo(self) -> None:
        """Take the last undone step again; nothing happens where there is none."""
        if not self._redo:
            return
        action, later = self._redo[-1]
        before = self.household
        self._saver.save(before, later)
        self.household = later
        self._redo = self._redo[:-1]
        self._undo = (*self._undo, (action, before))
        self._tell(before)

    def _tell(self, before: Household) -> None:
        for listener in self._listeners:
            listener(before, self.household)
