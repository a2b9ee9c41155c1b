"""The questions after a time together: how close, which feelings, what helped, what to remember."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from planner import journal
from planner.model import Entry, Household, Person, PersonId, Readers, Reflection
from ui.choices import ChipRow, FaceRow, chip
from ui.column import Flowing
from ui.labels import label, pathway_line
from ui.readers_row import ReadersRow, can_choose
from ui.text import reflect as text
from ui.theme import Theme, text_font

LONGEST_WORD = 40
OWN_OFFERED = 2
"""So many of the family's own words stand among the first; the others behind "more"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words for one child: first to be seen, all by family, the family's own, and those chosen."""

    first: tuple[str, ...]
    families: Mapping[str, tuple[str, ...]]
    own: tuple[str, ...]
    chosen: tuple[str, ...]


class FeelingWords(QWidget):
    """The feelings of one child: a few words, all words behind "more", and room for one's own."""

    resized = Signal()

    def __init__(self, child: Person, words: Words, theme: Theme) -> None:
        super().__init__()
        self.child, self._words, self._theme = child, words, theme
        self._chips: dict[str, QAbstractButton] = {}
        self.question = text.feelings_of(child.name)
        self.row = ChipRow()
        self._all = QWidget()
        self.more = chip(text.MORE, checkable=False)
        self.more.setAccessibleName(text.more_words(child.name))
        self.more.clicked.connect(lambda: self.show_all(all_words=self._all.isHidden()))
        self._groups: dict[str, ChipRow] = {}
        self.own = QLineEdit(maxLength=LONGEST_WORD)
        self.own.setPlaceholderText(text.OWN_WORD)
        self.own.setAccessibleName(text.own_word_for(child.name))
        self.own.returnPressed.connect(self.keep_own_word)
        self._add_groups()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.question, theme.ink, bold=True))
        column.addWidget(self.row)
        column.addWidget(self._all)
        for word in words.chosen:
            self._chip(word).setChecked(True)
        self.show_all(all_words=False)

    def _add_groups(self) -> None:
        """A row of chips for each family, the family's own words last, and the field below."""
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for family in (*self._words.families, ""):
            self._groups[family] = ChipRow()
            name = text.FAMILY_NAMES.get(family, text.OWN_WORDS)
            column.addWidget(label(name, self._theme.ink_2, 0.88))
            column.addWidget(self._groups[family])
            column.addSpacing(3)
        column.addWidget(self.own)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen words, also one still standing in the field."""
        written = self.own.text().strip()
        words = [word for word, made in self._chips.items() if made.isChecked()]
        return tuple(dict.fromkeys((*words, written) if written else words))

    def show_all(self, *, all_words: bool) -> None:
        """Show every word of the age by family, or the first few; every word is one chip in both."""
        if all_words:
            known = {w for words in self._words.families.values() for w in words}
            self.row.show_chips([self.more])
            for family, row in self._groups.items():
                own = [*self._words.own, *self._chips]
                words = self._words.families.get(family) or [w for w in own if w not in known]
                row.show_chips([self._chip(word) for word in dict.fromkeys(words)])
        else:
            for row in self._groups.values():
                row.show_chips([])
            words = [*self._words.first, *self._words.own[:OWN_OFFERED], *self.chosen]
            for made in self._chips.values():
                made.hide()
            first = [self._chip(word) for word in dict.fromkeys(words)]
            self.row.show_chips([*first, self.more])
        self._all.setVisible(all_words)
        self.more.setText(text.FEWER if all_words else text.MORE)
        spoken = text.fewer_words if all_words else text.more_words
        self.more.setAccessibleName(spoken(self.child.name))
        self.resized.emit()

    def keep_own_word(self) -> None:
        """Make the word in the field a chosen chip."""
        word = self.own.text().strip()
        if word:
            self._chip(word).setChecked(True)
            self.own.clear()
            self.show_all(all_words=True)
            self.own.setFocus()

    def _chip(self, word: str) -> QAbstractButton:
        if word not in self._chips:
            made = chip(word)
            made.setParent(self)
            made.setAccessibleDescription(self.question)
            self._chips[word] = made
        return self._chips[word]


class ReflectForm(Flowing):
    """All questions about one entry, filled in with what is kept already."""

    resized = Signal()

    def __init__(
        self,
        entry: Entry,
        household: Household,
        own_words: tuple[str, ...],
        theme: Theme,
        me: PersonId | None = None,
    ) -> None:
        super().__init__()
        self._entry = entry
        self._before = entry.reflection
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(30, 26, 30, 14)
        column.setSpacing(8)
        column.addWidget(pathway_line(text.head(entry, household), entry.pathway, theme))
        column.addWidget(label(text.question(entry), theme.ink, 1.45, bold=True))
        column.addSpacing(6)
        self.faces = FaceRow(text.HOW_CLOSE, entry.pathway, theme)
        self._ask(column, text.HOW_CLOSE, self.faces, theme)
        self.children_words: list[FeelingWords] = []
        for child in (c for c in household.children if c.id in entry.people):
            words = _words(entry, child, household, own_words)
            asked = FeelingWords(child, words, theme)
            asked.resized.connect(self.resized)
            self.children_words.append(asked)
            column.addSpacing(8)
            column.addWidget(asked)
        self._ask_what_helped(column, theme)
        self.line = QPlainTextEdit()
        self.line.setTabChangesFocus(True)
        self.line.setPlaceholderText(text.REMEMBER_HINT)
        self.line.setAccessibleName(text.REMEMBER)
        self.line.setFixedHeight(3 * QFontMetrics(text_font()).lineSpacing() + 16)
        self._ask(column, text.REMEMBER, self.line, theme)
        self.readers = self._readers_row(household, me, theme)
        if self.readers is not None:
            column.addWidget(self.readers)
        if self._before is not None:
            self._fill_in(self._before)

    def _ask_what_helped(self, column: QVBoxLayout, theme: Theme) -> None:
        self.helped = ChipRow()
        self._helped = {name: chip(words) for name, words in text.HELPED_NAMES.items()}
        for made in self._helped.values():
            made.setAccessibleDescription(text.WHAT_HELPED)
        self.helped.show_chips([*self._helped.values()])
        self._ask(column, text.WHAT_HELPED, self.helped, theme)

    def _ask(self, column: QVBoxLayout, question: str, field: QWidget, theme: Theme) -> None:
        column.addSpacing(8)
        column.addWidget(label(question, theme.ink, bold=True))
        column.addWidget(field)

    def _readers_row(
        self, household: Household, me: PersonId | None, theme: Theme
    ) -> ReadersRow | None:
        before = self._before
        if not can_choose(household, me, before.by if before else None):
            return None
        return ReadersRow(self._kept_readers, len(household.grown_ups), theme)

    def _fill_in(self, reflection: Reflection) -> None:
        self.faces.show_value(reflection.closeness)
        for name, made in self._helped.items():
            made.setChecked(name in reflection.helped)
        self.line.setPlainText(reflection.line)

    @property
    def _kept_readers(self) -> Readers:
        return self._before.readers if self._before else "grown-ups"

    @property
    def narrowest(self) -> int:
        """The width in pixels below which the faces would be cut off."""
        return self._column.minimumSize().width()

    def reflection(self, now: datetime) -> Reflection | None:
        """What was chosen and written; None where nothing was. Words of people not asked about stay."""
        before = dict(self._before.feelings) if self._before else {}
        asked = {words.child.id: words.chosen for words in self.children_words}
        feelings: dict[PersonId, tuple[str, ...]] = {**before, **asked}
        unknown = [
            n for n in (self._before.helped if self._before else ()) if n not in self._helped
        ]
        made = Reflection(
            written=now,
            closeness=self.faces.value,
            feelings={person: words for person, words in feelings.items() if words},
            helped=(*(n for n, made in self._helped.items() if made.isChecked()), *unknown),
            line=self.line.toPlainText().strip(),
            by=self._before.by if self._before else None,
            readers=self.readers.readers if self.readers else self._kept_readers,
        )
        said = made.closeness is not None or made.feelings or made.helped or made.line
        return made if said else None


def _words(entry: Entry, child: Person, household: Household, own_words: tuple[str, ...]) -> Words:
    chosen = entry.reflection.feelings.get(child.id, ()) if entry.reflection else ()
    return Words(
        first=journal.first_words(household, child, entry.day, chosen),
        families=journal.families(journal.band_on(child, entry.day)),
        own=own_words,
        chosen=chosen,
    )
