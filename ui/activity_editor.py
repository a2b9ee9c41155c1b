"""Writing an activity of one's own, or changing a copy of another: a calm form that only Save keeps."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from activities import catalogue
from activities.model import BANDS, PARTICIPANTS, PATHWAYS, SETTINGS, SKILLS, Activity, Say, Step
from activities.writing import document_of
from ui.activity_filters import AFTER_SHAPE, pathway_icon
from ui.activity_form_fields import Chips, Field, Mend, MinutesField, SkillField
from ui.activity_rows import RETURN, LineBox, RowList
from ui.column import Column
from ui.labels import label, recolour
from ui.text import activities, common
from ui.text import activity_editor as text
from ui.theme import Theme

COOLDOWN_WEEKS = {"ritual": 0, "sometimes": 4, "once-a-year": 48}
"""How long Fill waits before it brings an activity up again, by how often it is meant to be done."""
BLANK = Activity(id="new", title="", pathways=(), own=True)


class ActivityEditor(QWidget):
    """Fields for one own activity. Ctrl+Enter saves too; Esc leaves no trace."""

    saved = Signal(object, bool)  # Activity, whether it is new
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._base, self._new, self._tried = BLANK, True, False
        self.heading = label("", theme.ink, 1.45, bold=True)
        self._intro = label(text.INTRO, theme.ink_2)
        self._kept = label(text.KEPT, theme.ink_2)
        self._general = Mend(theme)
        self._make_controls(theme)
        self.fields = {
            "title": Field(text.TITLE, self.title, theme),
            "pathways": Field(text.PATHWAY, self.pathway, theme),
            "skills": Field(text.SKILL, self.skill, theme),
            "summary": Field(text.SUMMARY, self.summary, theme),
            "steps": Field(text.STEPS, self.steps, theme, text.STEPS_HINT),
            "say": Field(text.SAY, self.say, theme),
            "materials": Field(text.MATERIALS, self.materials, theme),
            "ages": Field(text.AGES, self.ages, theme, text.AGES_HINT),
            "settings": Field(text.MOMENTS, self.moments, theme, text.MOMENTS_HINT),
            "participants": Field(text.COMPANY, self.company, theme, text.COMPANY_HINT),
            "duration": Field(text.MINUTES, self.minutes, theme),
            "effort": Field(text.EFFORT, self.effort, theme),
            "cadence": Field(text.CADENCE, self.cadence, theme),
        }
        self.ok = QPushButton(text.SAVE)
        self.ok.setProperty("kind", "primary")
        self.ok.setToolTip(text.SAVE_HINT)
        self.cancel = QPushButton(text.CANCEL)
        self._build()
        self._join()
        self.set_theme(theme)

    def _make_controls(self, theme: Theme) -> None:
        self.title = QLineEdit()
        self.title.setPlaceholderText(text.TITLE_HINT)
        self.pathway = Chips({p: common.PATHWAY_NAMES[p] for p in PATHWAYS}, one=True, free=False)
        self.skill = SkillField(theme)
        self.summary = LineBox(text.SUMMARY_HINT)
        self.ages = Chips({b: activities.number_range(*BANDS[b]) for b in BANDS})
        self.moments = Chips(
            {m: activities.sentence_case(common.MOMENT_NAMES[m]) for m in SETTINGS}
        )
        self.company = Chips(
            {p: activities.sentence_case(common.PARTICIPANT_NAMES[p]) for p in PARTICIPANTS}
        )
        self.minutes = MinutesField(theme)
        efforts = {str(effort): words for effort, words in text.EFFORT_NAMES.items()}
        self.effort = Chips(efforts, one=True, free=False)
        self.cadence = Chips(text.CADENCE_NAMES, one=True, free=False)
        self.materials = RowList(
            text.MATERIAL, text.ADD_MATERIAL, lambda: [LineBox(text.MATERIAL)], theme
        )
        self.steps = RowList(
            text.STEP,
            text.ADD_STEP,
            lambda: [LineBox(text.STEP), LineBox(text.TIP)],
            theme,
            quiet_second=True,
        )
        self.say = RowList(
            text.SAY, text.ADD_SAY, lambda: [LineBox(text.SAY_WHEN), LineBox(text.SAY_WORDS)], theme
        )

    def _build(self) -> None:
        self.area = Column()
        self.area.body.setSpacing(16)
        self.area.body.setContentsMargins(0, 14, 0, 0)
        self.area.body.addWidget(self.heading)
        self.area.body.addWidget(self._intro)
        for field in self.fields.values():
            self.area.body.addWidget(field)
        self.area.body.addWidget(self._kept)
        self.area.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.ok)
        foot.addWidget(self.cancel)
        foot.addWidget(self._general, 1)
        foot.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def _join(self) -> None:
        self.ok.clicked.connect(self._save)
        self.cancel.clicked.connect(self.cancelled)
        self.title.returnPressed.connect(self.summary.setFocus)
        self.summary.next_requested.connect(self.steps.add.setFocus)
        self.pathway.changed.connect(self._show_skills)
        self.skill.changed.connect(self._show_pathway)
        for signal in (
            self.title.textEdited,
            self.summary.textChanged,
            *(part.changed for part in (self.pathway, self.skill, self.ages, self.moments)),
            *(part.changed for part in (self.company, self.minutes, self.effort, self.cadence)),
            *(part.changed for part in (self.materials, self.steps, self.say)),
        ):
            signal.connect(self._check_again)
        for rows in (self.materials, self.steps, self.say):
            rows.rows_changed.connect(self._order_stops)

    # what is shown

    def show_activity(self, activity: Activity | None, *, new: bool, copy_of: str = "") -> None:
        """Fill the fields from this activity, or leave them blank; the name is ready to be typed over.

        `copy_of` is the title of the library's activity that a copy was made of.
        """
        base = activity or BLANK
        self._base, self._new, self._tried = base, new, False
        self.heading.setText(text.heading(copy_of, new=new, copy=bool(copy_of)))
        self._kept.setVisible(bool(base.by_age or base.trouble or base.instead))
        self.title.setText(base.title)
        self.pathway.choose(base.pathways[:1])
        self.skill.show_pathway("".join(base.pathways[:1]), base.skill)
        self.summary.setPlainText(base.summary)
        self.ages.choose(base.bands if base.bands != tuple(BANDS) else ())
        self.moments.choose(base.settings)
        self.company.choose(base.participants)
        self.minutes.show_minutes(base.minutes_min, base.minutes_max)
        self.effort.choose((str(base.effort),))
        self.cadence.choose((base.cadence,))
        self.materials.show_values(tuple((thing,) for thing in base.materials))
        self.steps.show_values(base.steps)
        self.say.show_values(base.say)
        self._show_problems({})
        self._order_stops()
        self.area.verticalScrollBar().setValue(0)
        self.title.selectAll()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_skills(self) -> None:
        self.skill.show_pathway("".join(self.pathway.chosen), self.skill.skill)

    def _show_pathway(self) -> None:
        """A skill that is chosen first brings its pathway along."""
        if self.skill.skill and not self.pathway.chosen:
            self.pathway.choose((SKILLS[self.skill.skill].pathway,))
            self._show_skills()

    # what is written

    def document(self) -> dict[str, Any]:
        """What the fields say, as the file of an activity; what they do not ask stays as it was."""
        base, skill = self._base, self.skill.skill
        pathways = self.pathway.chosen
        cadence = self.cadence.chosen[0]
        changed = replace(
            base,
            title=self.title.text().strip(),
            summary=self.summary.words,
            pathways=(*pathways, *(p for p in base.pathways[1:] if p not in pathways)),
            skill=skill,
            also=tuple(each for each in base.also if each != skill),
            bands=self.ages.chosen or tuple(BANDS),
            settings=self.moments.chosen,
            participants=self.company.chosen or ("one-to-one",),
            minutes_min=self.minutes.minutes[0],
            minutes_max=self.minutes.minutes[1],
            effort=int(self.effort.chosen[0]),
            cadence=cadence,
            cooldown_weeks=(
                base.cooldown_weeks if cadence == base.cadence else COOLDOWN_WEEKS[cadence]
            ),
            materials=tuple(thing for (thing,) in self.materials.values),
            steps=tuple(Step(*words) for words in self.steps.values),
            say=tuple(Say(*words) for words in self.say.values),
        )
        return {"title": "", "pathways": [], **document_of(changed)}

    def _problems(self) -> tuple[Activity | None, dict[str, str]]:
        """The activity if it is sound, else what to mend by field."""
        activity, problems = catalogue.read(self.document(), "", own=True)
        found: dict[str, str] = {}
        for each in problems:
            name, _ = text.field_of(each.field)
            found.setdefault(name, text.problem(each.what, each.field, each.detail))
        for number, (_, words) in enumerate(self.say.values, 1):
            if not words:
                found.setdefault("say", text.problem("no-words", f"say[{number}]", ""))
        return activity, found

    def _save(self) -> None:
        self._tried = True
        activity, found = self._problems()
        self._show_problems(found)
        if activity is not None and not found:
            self.saved.emit(activity, self._new)
            return
        first = next((name for name in self.fields if name in found), "")
        if first:
            self.area.reveal(self.fields[first])
            self._stops_of(first)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_again(self) -> None:
        if self._tried:
            self._show_problems(self._problems()[1])

    def _show_problems(self, found: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_problem(found.get(name, ""))
        others = [words for name, words in found.items() if name not in self.fields]
        self._general.show_words("\n".join(others))

    # keys

    def _stops_of(self, name: str) -> list[QWidget]:
        control = self.fields[name].control
        if isinstance(control, Chips | RowList | MinutesField | SkillField):
            return [*control.stops]
        return [control]

    def _order_stops(self) -> None:
        """Let Tab go through the fields as they stand, whenever their rows were made."""
        stops = [each for name in self.fields for each in self._stops_of(name)]
        stops += [self.ok, self.cancel]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        else:
            super().keyPressEvent(event)

    # looks

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        recolour(self.heading, theme.ink)
        recolour(self._intro, theme.ink_2)
        recolour(self._kept, theme.ink_2)
        side = self.fontMetrics().capHeight()
        icons = {p: pathway_icon(p, theme, side) for p in PATHWAYS}
        self.pathway.show_icons(icons, QSize(side + AFTER_SHAPE, side))
        for field in self.fields.values():
            field.set_theme(theme)
        for part in (self.minutes, self.skill, self.materials, self.steps, self.say, self._general):
            part.set_theme(theme)
