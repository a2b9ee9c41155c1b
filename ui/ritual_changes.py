"""What the family does to an occurrence of a ritual: it is asked which of them are meant, then done."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from planner import rituals_actions
from planner.actions import Action
from planner.dates import week_start
from planner.errors import PlannerError
from planner.model import Entry, EntryId, Household, Ritual, RitualId
from planner.rituals import ritual_with
from planner.rituals_repeat import Repeat
from planner.rituals_rule import rule_from
from planner.rituals_series import SCOPES, Scope
from planner.week import entries_between
from ui.habits import first_weekday
from ui.main_window import MainWindow
from ui.scope_question import ScopeQuestion
from ui.text import rituals as text

Answer = Callable[[Scope], Action]


def change(window: MainWindow, before: Entry, after: Entry, code: str = "change") -> None:
    """Change, move or resize (`code`) one, some or all times of a ritual."""
    if after == before:
        return

    def step(scope: Scope) -> Action:
        new_id = RitualId(window.new_id())
        return rituals_actions.change_occurrence(before, after, scope, new_id, code=code)

    is_told = (after.day, after.all_day) != (before.day, before.all_day)
    hints = _hints(window.session.household, before, step) if is_told else {}
    _ask(window, code, before, SCOPES, hints, step, after)


def remove(window: MainWindow, entry: Entry) -> None:
    """Delete one, some or all times of a ritual."""

    def step(scope: Scope) -> Action:
        return rituals_actions.remove_occurrence(entry, scope, RitualId(window.new_id()))

    happened = entry.outcome != "planned" or entry.reflection is not None
    hints: dict[Scope, str] = {"this": text.GOES_TOO} if happened else {}
    _ask(window, "remove", entry, SCOPES, hints, step, None)


def save(window: MainWindow, before: Entry | None, after: Entry, repeat: Repeat | None) -> None:
    """Let an entry come again from now on (`before` is None while it is new), or in another way."""
    if before is None or before.ritual is None:
        assert repeat is not None
        known = EntryId(window.new_id()) if before is None else before.id
        ritual_id = RitualId(window.new_id())
        action = rituals_actions.begin_ritual(replace(after, id=known), repeat, ritual_id)
        _do(window, action, after)
        return

    def step(scope: Scope) -> Action:
        new_id = RitualId(window.new_id())
        return rituals_actions.repeat_differently(before, after, repeat, scope, new_id)

    scopes: tuple[Scope, ...] = SCOPES if repeat is None else ("following", "all")
    _ask(window, "change", before, scopes, {}, step, after)


def do_with_ritual(window: MainWindow, wish: str, value: Any) -> None:
    """What the Family page asks for: `edit` and `stop` an Entry, `remove` a Ritual, keep `terms`."""
    if wish == "edit":
        window.show_entry(value)
        window.week.edit(value)
        return
    if wish == "stop":
        action = rituals_actions.stop_ritual(value, RitualId(window.new_id()))
    elif wish == "remove":
        action = rituals_actions.remove_ritual(value)
    else:
        action = rituals_actions.set_terms(value)
    if not window.do(action):
        window.show_page(window.page)  # what is typed goes back to what is kept


def _ask(
    window: MainWindow,
    code: str,
    entry: Entry,
    scopes: tuple[Scope, ...],
    hints: dict[Scope, str],
    step: Answer,
    after: Entry | None,
) -> None:
    question = ScopeQuestion(text.QUESTIONS[code], entry.title, scopes, hints, window.theme, window)
    question.answered.connect(lambda scope: _do(window, step(scope), after))
    question.rejected.connect(lambda: _back(window, entry))
    question.finished.connect(question.deleteLater)
    question.open()


def _back(window: MainWindow, entry: Entry) -> None:
    """Nothing was answered: a drag that turned the week goes back to where the entry is."""
    if window.page == "week" and window.week.grid.card_of(entry.id) is None:
        window.show_day(entry.day)
        window.week.choose(entry.id, take_focus=True)


def _do(window: MainWindow, action: Action, after: Entry | None) -> None:
    """Apply it, leave the form if it was asked there, and show what came of it."""
    if not window.do(action):
        return
    window.week.stop_editing()
    if after is None or window.page != "week":
        return
    window.first = week_start(after.day, first_weekday())
    window.show_page("week")
    household = window.session.household
    like = ((e.title, e.start, e) for e in entries_between(household, after.day, 1))
    found = next(
        (e for title, start, e in like if (title, start) == (after.title, after.start)), None
    )
    if found is not None:
        window.week.choose(found.id, take_focus=True)


def _hints(household: Household, before: Entry, step: Answer) -> dict[Scope, str]:
    """What the ritual would be after each answer that moves it."""
    hints: dict[Scope, str] = {}
    for scope in SCOPES[1:]:
        try:
            moved = step(scope).step(household)
        except PlannerError:
            continue
        ritual = _newest(household, moved, before)
        if ritual is not None:
            repeat = text.repeating(rule_from(ritual.rule), ritual.first.day)
            hints[scope] = text.then(text.for_days(repeat, ritual.first.days))
    return hints


def _newest(household: Household, moved: Household, before: Entry) -> Ritual | None:
    """The ritual that carries on after a change."""
    known = {ritual.id for ritual in household.rituals}
    new = next((r for r in moved.rituals if r.id not in known), None)
    return new or ritual_with(moved, before.ritual)
