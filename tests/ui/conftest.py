"""A family, a week in November, and the hands of a parent: what the tests of the week share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from activities.model import Activity, Catalogue, Say, Step
from planner import actions
from planner.model import (
    SCHOOL_DAYS,
    Busy,
    BusyId,
    Entry,
    EntryId,
    Household,
    Person,
    PersonId,
    Span,
)
from planner.preferences import Preferences, load_preferences
from planner.session import Session
from planner.store import open_store
from planner.week import add
from ui import app, theme
from ui.entry_card import EntryCard
from ui.habits import take_habits
from ui.main_window import MainWindow
from ui.week_grid import WeekGrid
from ui.week_page import WeekPage

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 16, 10)
LEO, MAYA, SARA, JONAS = (PersonId(name) for name in ("leo", "maya", "sara", "jonas"))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
WALK = Activity(
    id="worry-walk",
    title="Worry walk",
    pathways=("reach",),
    summary="Walk until the worry has a name.",
    minutes_min=20,
    minutes_max=30,
    steps=(Step(text="Put your shoes on."), Step(text="Walk to the fourth lamppost.")),
    say=(Say(when="at the door", words="Shall we walk?"),),
)


@pytest.fixture
def british():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def as_before(qtbot: QtBot):
    """Sizes, habits and looks are those of all tests again afterwards."""
    font, palette = QApplication.font(), QApplication.palette()
    yield
    QApplication.setFont(font)
    QApplication.setPalette(palette)
    take_habits(Preferences())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")


@pytest.fixture
def family() -> Household:
    """Leo and Maya, Mum and Dad; school on weekdays."""
    return Household(
        people=(
            Person(id=LEO, name="Leo", role="child", birthday=date(2017, 3, 14)),
            Person(id=MAYA, name="Maya", role="child", birthday=date(2020, 9, 2), colour=1),
            Person(id=SARA, name="Sara", role="grown-up", called="Mum", colour=2),
            Person(id=JONAS, name="Jonas", role="grown-up", called="Dad", colour=3),
        ),
        busy=(
            Busy(
                id=BusyId("school"),
                title="School",
                people=(LEO, MAYA),
                span=Span(weekdays=SCHOOL_DAYS, start=510, end=900),
            ),
        ),
    )


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """`entry(1, 2, "17:00")`: entry 1 on Wednesday of the week, half an hour, Leo with Mum."""

    def made(number: int, day: int, start: str, minutes: int = 30, **more) -> Entry:
        hour, minute = start.split(":")
        return Entry(
            **{"title": f"Entry {number}", "people": (LEO, SARA), "pathway": "reach", **more},
            id=EntryId(str(number)),
            day=MONDAY + timedelta(days=day),
            start=int(hour) * 60 + int(minute),
            minutes=minutes,
        )

    return made


@pytest.fixture
def library() -> Catalogue:
    return Catalogue(activities={WALK.id: WALK}, published=(WALK,))


@pytest.fixture
def page(qtbot, british, family, entry, library) -> WeekPage:
    """The week's page with a walk on Wednesday at 17:00 and a story on Friday at 18:00."""
    made = WeekPage(theme.light(), lambda: library)
    qtbot.addWidget(made)
    made.resize(1240, 900)
    household = add(
        family,
        entry(1, 2, "17:00", title="Worry walk", activity="worry-walk"),
        entry(2, 4, "18:00", 60, title="Story catch", pathway="feel-with"),
    )
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_week(household, MONDAY, NOW)
    QApplication.processEvents()
    return made


@pytest.fixture
def grid(page) -> WeekGrid:
    return page.grid


@dataclass
class Hand:
    """Presses, moves and lets go of the mouse over the grid, at the places where things are."""

    qtbot: QtBot
    grid: WeekGrid

    def at(self, day: int, clock: str) -> QPoint:
        """The middle of a day's column at this time."""
        hour, minute = clock.split(":")
        scale = self.grid.scale
        return QPoint(int(scale.x(day + 0.5)), round(scale.y(int(hour) * 60 + int(minute))))

    def card(self, number: int) -> EntryCard:
        found = self.grid.card_of(EntryId(str(number)))
        assert found is not None
        return found

    def on(self, number: int, edge: str = "") -> QPoint:
        """The middle of this entry's card, or a point of its `top` or `bottom` edge."""
        card = self.card(number)
        box = card.rect()
        at = {
            "": box.center(),
            "top": QPoint(box.center().x(), 1),
            "bottom": QPoint(box.center().x(), box.bottom() - 1),
        }[edge]
        return card.mapTo(self.grid, at)

    def click(self, at: QPoint) -> None:
        self.qtbot.mouseClick(self.grid, LEFT, NONE, at)

    def press(self, at: QPoint) -> None:
        self.qtbot.mousePress(self.grid, LEFT, NONE, at)

    def move(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        point = QPointF(at)
        where = QPointF(self.grid.mapToGlobal(at))
        moved = QMouseEvent(
            QEvent.Type.MouseMove, point, where, Qt.MouseButton.NoButton, LEFT, keys
        )
        QApplication.sendEvent(self.grid, moved)

    def release(self, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseRelease(self.grid, LEFT, keys, at)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        self.press(start)
        self.move(start + (end - start) / 2, keys)
        self.move(end, keys)
        self.release(end, keys)


@pytest.fixture
def hand(qtbot, grid) -> Hand:
    return Hand(qtbot, grid)


@pytest.fixture
def open_at(qtbot, british, tmp_path, library):
    """`open_at(household)`: the real window over a real folder, and a hand for its grid."""
    stores = []

    def opened(household: Household, now: datetime = NOW, **more) -> MainWindow:
        kept, store = open_store(tmp_path / "family", clock=lambda: now, **more)
        stores.append(store)
        session = Session(kept, store)
        if household != kept and not more:
            session = _with(household, session)
        window = app.open_window(
            store,
            session,
            theme.light(),
            library=lambda: library,
            clock=lambda: now,
            preferences=load_preferences(tmp_path / "family")[0],
        )
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        QApplication.processEvents()
        return window

    yield opened
    for store in stores:
        store.close()


def _with(household: Household, session: Session) -> Session:
    """A session that begins with this household on disk, and nothing to undo."""
    session.apply(actions.start_family(household))
    return Session(session.household, session._saver)


@pytest.fixture
def window(open_at, family, entry) -> MainWindow:
    return open_at(
        add(
            family,
            entry(1, 2, "17:00", title="Worry walk", activity="worry-walk"),
            entry(2, 4, "18:00", 60, title="Story catch", pathway="feel-with"),
        )
    )


@pytest.fixture
def on_window(qtbot, window) -> Hand:
    return Hand(qtbot, window.week.grid)
