"""The few choices there are when printing, beside the page, and what is remembered of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.model import Household, PersonId
from ui.family_fields import ChoiceField
from ui.flow import FlowLayout
from ui.paper import PAPERS, Paper
from ui.print_jobs import Job
from ui.print_layouts import LAYOUTS, Layout, layout_named, people, possible
from ui.print_look import INKS, Inks
from ui.text import printing as text
from ui.theme import text_font


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoices:
    """What was chosen, so that the window opens with it the next time."""

    paper: Paper
    landscape: bool = True
    leave_out_done: bool = False
    layout: str = "fridge"
    inks: Inks = "colour"
    large: bool = False
    writing: bool = True


def remembered_choices(
    kept: Mapping[str, Mapping[str, Any]], layout_id: str, usual: PrintChoices
) -> PrintChoices:
    """What was chosen for this layout the last time; what is unknown or missing is as `usual`."""
    known = {field.name for field in fields(PrintChoices)} - {"layout"}
    allowed: dict[str, Sequence[Any]] = {"paper": tuple(PAPERS), "inks": INKS}
    found = {
        name: value
        for name, value in kept.get(layout_id, {}).items()
        if name in known and value in allowed.get(name, (True, False))
    }
    landscape = usual.landscape if usual.layout == layout_id else layout_named(layout_id).landscape
    return replace(usual, **{"landscape": landscape, **found, "layout": layout_id})


def kept_choices(
    kept: Mapping[str, Mapping[str, Any]], choices: PrintChoices
) -> dict[str, Mapping[str, Any]]:
    """The mapping with these choices for their layout: names, and values that any file can hold."""
    mine = {name: value for name, value in asdict(choices).items() if name != "layout"}
    return {**kept, choices.layout: mine}


class ChoiceColumn(QWidget):
    """Chips and lists of which one is chosen each; arrow keys move between the chips."""

    changed = Signal()
    layout_changed = Signal(str)

    def __init__(self, job: Job, choices: PrintChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._groups: dict[str, dict[Any, QPushButton]] = {}
        self._sections: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, self._gap() // 2, 0)
        self._column.setSpacing(self._gap() // 2)
        self._layouts = self._add_list(text.LAYOUT)
        for layout in LAYOUTS:
            if possible(layout, job):
                self._layouts.addItem(layout.name, layout.id)
        self._people = self._add_list(text.FOR_WHOM)
        self._activities = self._add_list(text.WHICH_ACTIVITY)
        self._add_chips("paper", text.PAPER, {paper: text.PAPER_NAMES[paper] for paper in PAPERS})
        self._add_chips("landscape", text.WAY, {True: text.LANDSCAPE, False: text.PORTRAIT})
        self._add_chips("inks", text.INKS, {inks: text.INK_NAMES[inks] for inks in INKS})
        self._add_chips("large", text.SIZE, {False: text.USUAL_PRINT, True: text.LARGE_PRINT})
        self._add_chips("leave_out_done", text.DONE, {False: text.WITH_TICK, True: text.LEFT_OUT})
        self._add_chips("writing", text.WRITING, {True: text.WITH_ROOM, False: text.WITHOUT_ROOM})
        self._column.addStretch(1)
        self.show_choices(choices)
        self._layouts.currentIndexChanged.connect(self._turn)
        for chooser in (self._people, self._activities):
            chooser.currentIndexChanged.connect(self.changed)

    def show_choices(self, choices: PrintChoices) -> None:
        """Show these choices, and only those that matter for their layout; says nothing of it."""
        self.blockSignals(True)
        for name, chips in self._groups.items():
            chips[getattr(choices, name)].setChecked(True)
        blocked = self._layouts.blockSignals(True)
        self._layouts.setCurrentIndex(max(self._layouts.findData(choices.layout), 0))
        self._layouts.blockSignals(blocked)
        self._fit(layout_named(choices.layout))
        self.blockSignals(False)

    def show_household(self, household: Household) -> None:
        """Print for the family as it is now."""
        self._job = replace(self._job, household=household)

    def choices(self) -> PrintChoices:
        """What is chosen now."""
        found = {
            name: next(value for value, chip in chips.items() if chip.isChecked())
            for name, chips in self._groups.items()
        }
        return PrintChoices(layout=self._layouts.currentData(), **found)

    def job(self) -> Job:
        """What is to be printed by the choices: for whom, which activity, with or without what is done."""
        chosen = self._activities.currentData()
        return replace(
            self._job,
            person=self._people.currentData(),
            activities=tuple(a for a in self._job.activities if chosen in {None, a.id}),
            leave_out_done=self.choices().leave_out_done,
        )

    def _fit(self, layout: Layout) -> None:
        """The lists of people and activities that this layout asks for, and the choices it knows."""
        every = replace(self._job, person=None)
        self._fill(
            self._people,
            text.ALL_OF_THEM,
            [(p.called or p.name, p.id) for p in people(layout, every)],
            self._job.person,
        )
        found = [(a.title, a.id) for a in self._job.activities]
        listed = found if layout.needs == "activity" else []
        self._fill(self._activities, text.ALL_ACTIVITIES, listed, None)
        self._sections["leave_out_done"].setVisible(layout.sheets is not None)
        self._sections["writing"].setVisible(layout.id in {"fridge", "feelings"})

    def _fill(
        self, chooser: QComboBox, all_: str, items: list[tuple[str, str]], now: PersonId | None
    ) -> None:
        blocked = chooser.blockSignals(True)
        chooser.clear()
        for name, key in items:
            chooser.addItem(name, key)
        if len(items) > 1:
            chooser.addItem(all_, None)
        everybody = chooser.count() - 1 if chooser is self._people else 0
        chooser.setCurrentIndex(chooser.findData(now) if now else everybody)
        chooser.blockSignals(blocked)
        self._sections[chooser.accessibleName()].setVisible(len(items) > 1)

    def _turn(self) -> None:
        self.layout_changed.emit(self._layouts.currentData())

    def _gap(self) -> int:
        return self.fontMetrics().height()

    def _section(self, key: str, title: str) -> QVBoxLayout:
        section = QWidget()
        inside = QVBoxLayout(section)
        inside.setContentsMargins(0, 0, 0, self._gap() // 3)
        inside.setSpacing(self._gap() // 3)
        heading = QLabel(title)
        heading.setFont(text_font(bold=True))
        inside.addWidget(heading)
        self._sections[key] = section
        self._column.addWidget(section)
        return inside

    def _add_list(self, title: str) -> QComboBox:
        chooser = ChoiceField()
        chooser.setAccessibleName(title)
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        chooser.setMinimumContentsLength(12)
        self._section(title, title).addWidget(chooser)
        return chooser

    def _add_chips(self, key: str, title: str, names: Mapping[Any, str]) -> None:
        row = FlowLayout(gap=self._gap() // 2)
        group = QButtonGroup(self)
        chips = {value: _chip(name, title) for value, name in names.items()}
        for chip in chips.values():
            group.addButton(chip)
            row.addWidget(chip)
        self._groups[key] = chips
        holder = QWidget()
        holder.setLayout(row)
        self._section(key, title).addWidget(holder)
        group.buttonToggled.connect(self._toggled)

    def _toggled(self, _chip: QAbstractButton, on: bool) -> None:  # noqa: FBT001
        if on:
            self.changed.emit()


def _chip(name: str, title: str) -> QPushButton:
    chip = QPushButton(name)
    chip.setProperty("kind", "chip")
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setAccessibleName(name)
    chip.setAccessibleDescription(title)
    return chip
