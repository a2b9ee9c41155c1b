"""What a family can do with threads: keep one with what it puts into the week, answer, forget its words."""

from dataclasses import replace
from datetime import date

from planner import week
from planner.actions import Action
from planner.kept import with_kept, without_kept
from planner.model import Entry, Household
from planner.threads import Answer, Thread, answered, repairs_of, without_words


def keep_thread(thread: Thread, *entries: Entry) -> Action:
    """Keep this thread, new or changed, and put its amends and its plan into the week."""

    def step(household: Household) -> Household:
        placed = (replace(entry, thread=thread.id) for entry in entries)
        return week.add(_with(household, thread), *placed)

    return Action(code="keep-thread", day=entries[0].day if entries else None, step=step)


def answer_check(thread: Thread, answer: Answer, today: date, *, again: bool = True) -> Action:
    """Say whether the sorry worked. See `planner.threads.answered`."""
    return Action(
        code="answer-check",
        step=lambda h: _with(h, answered(_held(h, thread), answer, today, again=again)),
    )


def forget_words(thread: Thread) -> Action:
    """Delete what a thread says, and the words planned with it; the mending stays."""

    def step(household: Household) -> Household:
        kept = _with(household, without_words(_held(household, thread)))
        repairs = repairs_of(household, thread)
        return week.add(kept, *(replace(entry, note="") for entry in repairs))

    return Action(code="forget-words", step=step)


def remove_thread(thread: Thread) -> Action:
    """Delete a thread. What it put into the week stays as entries like any other."""

    def step(household: Household) -> Household:
        rest = without_kept(household.threads, thread.id)
        unlinked = (replace(entry, thread=None) for entry in repairs_of(household, thread))
        return week.add(replace(household, threads=rest), *unlinked)

    return Action(code="remove-thread", step=step)


def _with(household: Household, thread: Thread) -> Household:
    held = with_kept(household.threads, thread, key=lambda t: (t.opened, t.id))
    return replace(household, threads=held)


def _held(household: Household, thread: Thread) -> Thread:
    return next((t for t in household.threads if t.id == thread.id), thread)
