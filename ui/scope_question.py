"""Asks which times of a ritual a change is meant for: only this one, those after it too, or all."""

from PySide6.QtWidgets import QWidget

from planner.rituals_series import Scope
from ui.question import Question
from ui.text import rituals as text
from ui.theme import Theme


class ScopeQuestion(Question):
    """Its answers are scopes, the smallest one first."""

    def __init__(
        self,
        words: str,
        title: str,
        scopes: tuple[Scope, ...],
        hints: dict[Scope, str],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        answers: dict[str, str] = {scope: text.SCOPE_NAMES[scope] for scope in scopes}
        told = {str(scope): hint for scope, hint in hints.items()}
        kept = text.ELSE_KEPT if hints.get("this") == text.GOES_TOO else text.KEPT_HINT
        super().__init__(words, title, answers, told, kept, theme, parent)
