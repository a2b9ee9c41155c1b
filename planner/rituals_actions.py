"""What a family can do with a ritual, as named steps; `code` says how much of it the step was about."""

from planner import rituals_series, terms
from planner.actions import Action
from planner.model import Entry, Household, Ritual, RitualId, Term
from planner.rituals_repeat import Repeat
from planner.rituals_series import Scope


def begin_ritual(entry: Entry, repeat: Repeat, ritual_id: RitualId) -> Action:
    """Let this entry, new or known, come again."""
    return Action(
        code="ritual",
        about=entry.title,
        day=entry.day,
        step=lambda h: rituals_series.begun(h, entry, repeat, ritual_id),
    )


def change_occurrence(
    before: Entry, after: Entry, scope: Scope, new_id: RitualId, *, code: str = "change"
) -> Action:
    """Change, move or resize (`code`) an occurrence and as many others as `scope` says."""
    return Action(
        code=scoped(code, scope),
        about=after.title,
        day=after.day,
        was=before.day,
        step=lambda h: rituals_series.changed(h, before, after, scope, new_id),
    )


def remove_occurrence(entry: Entry, scope: Scope, new_id: RitualId) -> Action:
    return Action(
        code=scoped("remove", scope),
        about=entry.title,
        day=entry.day,
        step=lambda h: rituals_series.removed(h, entry, scope, new_id),
    )


def repeat_differently(
    before: Entry, after: Entry, repeat: Repeat | None, scope: Scope, new_id: RitualId
) -> Action:
    """Give the ritual of this occurrence another rule, or let it be an entry of its own."""

    def step(household: Household) -> Household:
        if repeat is None:
            return rituals_series.ended(household, before, after, scope, new_id)
        return rituals_series.repeated(household, before, after, repeat, scope, new_id)

    return Action(code=scoped("change", scope), about=after.title, day=after.day, step=step)


def stop_ritual(upcoming: Entry, new_id: RitualId) -> Action:
    """Let a ritual come no more from this time on; what was before stays."""
    return Action(
        code="stop",
        about=upcoming.title,
        step=lambda h: rituals_series.removed(h, upcoming, "following", new_id),
    )


def remove_ritual(ritual: Ritual) -> Action:
    """Delete a ritual with all that is planned of it; what has happened stays."""
    return Action(
        code="remove-all",
        about=ritual.first.title,
        step=lambda h: rituals_series.without(h, ritual.id),
    )


def set_terms(times: tuple[Term, ...]) -> Action:
    return Action(code="terms", step=lambda h: terms.with_terms(h, times))


def scoped(code: str, scope: Scope) -> str:
    """`move` of one occurrence is `move`, of all of them `move-all`."""
    return code if scope == "this" else f"{code}-{scope}"
