"""A week in a window of its own, for a listener in another process; ends when told so, or after a while."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer

from activities.model import Catalogue
from planner import actions
from planner.model import Entry, EntryId, Household, Person, PersonId
from planner.session import Session
from planner.store import open_store
from planner.week import add
from ui import theme
from ui.app import open_window
from ui.application import make_application

NOW = datetime(2026, 11, 25, 16, 10)
LEO = Person(id=PersonId("1"), name="Leo", role="child")
MUM = Person(id=PersonId("2"), name="Sara", role="grown-up", called="Mum", colour=1)
STORY = Entry(
    id=EntryId("3"),
    day=NOW.date(),
    start=19 * 60 + 15,
    minutes=15,
    title="Two sides of a story",
    people=(LEO.id, MUM.id),
    pathway="feel-with",
)


def main() -> None:
    folder = Path(sys.argv[1])
    QLocale.setDefault(QLocale("en_GB"))
    app = make_application(["kinweek"])
    household, store = open_store(folder / "family", clock=lambda: NOW)
    session = Session(household, store)
    session.apply(actions.start_family(add(Household(people=(LEO, MUM)), STORY)))
    window = open_window(
        store, session, theme.light(), library=lambda: Catalogue(activities={}), clock=lambda: NOW
    )
    window.show()
    over = QTimer(app, interval=100)
    over.timeout.connect(lambda: app.quit() if (folder / "heard").exists() else None)
    over.start()
    QTimer.singleShot(30_000, app.quit)
    app.exec()
    (entry,) = (e for week in session.household.weeks.values() for e in week.entries)
    (folder / "outcome").write_text(entry.outcome, encoding="utf-8")
    store.close()


if __name__ == "__main__":
    main()
