"""A child's dictionary: what he does, and what it may mean. A guess fades; his own words stay.

Never filled from messages, places or cameras: every line is one that somebody wrote.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from planner.actions import Action
from planner.dates import WEEK_DAYS
from planner.kept import with_kept, without_kept
from planner.model import Household, PersonId, Readers, SignId, may_read

SignState = Literal["guess", "asked", "his-words"]
SIGN_STATES: tuple[SignState, ...] = ("guess", "asked", "his-words")

FADES_AFTER = timedelta(days=91)
"""Three months: children change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """When the child does `sign`, it may mean `meaning`: somebody's guess, asked about, or his own words."""

    id: SignId
    child: PersonId
    sign: str
    meaning: str = ""
    state: SignState = "guess"
    updated: date
    by: PersonId | None = None
    readers: Readers = "grown-ups"

    def has_faded(self, today: date) -> bool:
        """Whether this is a guess that nobody has renewed for three months."""
        return self.state == "guess" and today - self.updated > FADES_AFTER


def signs_of(household: Household, child: PersonId, me: PersonId | None = None) -> tuple[Sign, ...]:
    """The child's signs that `me` may read: his words first, then what was asked, then guesses; latest first."""
    held = [s for s in household.signs if s.child == child and may_read(s.by, s.readers, me)]
    held.sort(key=lambda s: s.updated, reverse=True)
    return tuple(sorted(held, key=lambda s: SIGN_STATES.index(s.state), reverse=True))


def his_words(household: Household, child: PersonId) -> tuple[Sign, ...]:
    """What may be handed on, by sign: only what the child said himself and all grown-ups may read."""
    held = (
        s
        for s in household.signs
        if s.child == child and s.state == "his-words" and s.readers == "grown-ups"
    )
    return tuple(sorted(held, key=lambda s: (s.sign.casefold(), s.id)))


def asks_for_one(household: Household, child: PersonId, today: date) -> bool:
    """Whether to ask what the child showed this week: where nothing was written for seven days."""
    since = today - timedelta(days=WEEK_DAYS)
    return not any(s.child == child and s.updated > since for s in household.signs)


def keep_sign(sign: Sign) -> Action:
    """Keep a line of a child's dictionary, new or changed."""
    return Action(
        code="keep-sign", step=lambda h: replace(h, signs=with_kept(h.signs, sign, key=_key))
    )


def renew_sign(sign: Sign, today: date) -> Action:
    """Say that a guess still holds: it stays for another three months."""
    return Action(
        code="renew-sign",
        step=lambda h: replace(h, signs=with_kept(h.signs, replace(sign, updated=today), key=_key)),
    )


def remove_sign(sign: Sign) -> Action:
    return Action(
        code="remove-sign", step=lambda h: replace(h, signs=without_kept(h.signs, sign.id))
    )


def _key(sign: Sign) -> tuple[str, str]:
    return sign.child, sign.id
