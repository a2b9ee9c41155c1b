"""The journal as a book: what goes in, who may have it, and a file that is whole or not there."""

from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from planner.model import Entry, EntryId, Household, Reflection
from planner.remembered import index
from planner.week import add
from tests.builders import JONAS, LEO, MAYA, SARA
from ui import theme
from ui.journal_export import ExportSheet
from ui.text import journal_export as text
from ui.text import remembered as words

LEFT = Qt.MouseButton.LeftButton
DAY = date(2026, 3, 4)
LINE = "Ten *lampposts*, #1 he said.\n- and a snail_shell"


def kept(n, *, people=(LEO, SARA), line=LINE, readers="grown-ups"):
    return Entry(
        id=EntryId(str(n)), day=DAY - timedelta(days=n), start=1140, minutes=15, title="Worry walk",
        activity="worry-walk", people=tuple(p.id for p in people), outcome="done",
        reflection=Reflection(
            written=datetime(2026, 3, 4, 21), closeness=5, feelings={LEO.id: ("left out",)},
            line=line, by=SARA.id, readers=readers,
        ),
    )  # fmt: skip


FAMILY = Household(people=(LEO, MAYA, SARA, JONAS), name="The Lindens")
HOME = add(FAMILY, kept(1), kept(2, people=(MAYA, JONAS)), kept(40, readers="me", line="MINE"))


def items_of(household, me=SARA.id):
    return index(household, me, lambda v: words.searched(v, household))


@pytest.fixture
def open_sheet(qtbot, tmp_path):
    """A sheet over a window that saves into the folder of the test."""
    over = QMainWindow()
    over.setCentralWidget(QWidget())
    over.resize(1024, 700)
    qtbot.addWidget(over)
    with qtbot.waitExposed(over):
        over.show()

    def opened(household=HOME, me=SARA.id):
        made = ExportSheet(
            over.centralWidget(), theme.light(), household=household, items=items_of(household, me),
            me=me, ask=lambda _parent, name: tmp_path / name,
        )  # fmt: skip
        made.open_sheet()
        return made

    return opened


def pages_of(path):
    """The words of each page, without the spaces, which a PDF only has as places."""
    return ["".join(page.extract_text().split()) for page in PdfReader(path).pages]


def save(qtbot, sheet):
    with qtbot.waitSignal(sheet.told, timeout=20_000) as told:
        qtbot.mouseClick(sheet.save, LEFT)
    return told.args[0]


def test_a_pdf_has_a_title_page_numbers_and_words_that_can_be_searched(open_sheet, qtbot, tmp_path):
    assert "2 moments saved" in save(qtbot, open_sheet())
    (path,) = tmp_path.iterdir()
    pages = pages_of(path)
    assert "TheLindens" in pages[0]
    assert "lampposts" in pages[1]
    assert "March2026" in pages[1]
    assert pages[1].endswith("2")
    assert "MINE" not in "".join(pages)


def test_private_words_go_in_only_for_their_writer_and_only_with_a_tick(open_sheet):
    sheet = open_sheet()
    assert len(sheet.items()) == 2
    sheet.private.setChecked(True)
    assert len(sheet.items()) == 3
    nobody = open_sheet(me=None)
    assert nobody.private.isHidden()
    nobody.private.setChecked(True)
    assert len(nobody.items()) == 2


def test_people_and_days_narrow_the_book(open_sheet, qtbot):
    sheet = open_sheet()
    qtbot.mouseClick(sheet.people[MAYA.id], LEFT)
    assert [item.value.id for item in sheet.items()] == ["2"]
    sheet.last.setDate(sheet.first.date())
    assert sheet.hint.text() == text.NOTHING
    assert not sheet.save.isEnabled()


def test_markdown_reads_oldest_first_and_signs_in_the_words_mean_nothing(
    open_sheet, qtbot, tmp_path
):
    sheet = open_sheet()
    qtbot.mouseClick(sheet.formats["md"], LEFT)
    save(qtbot, sheet)
    (path,) = tmp_path.iterdir()
    written = path.read_text(encoding="utf-8")
    assert written.startswith("# The Lindens\n")
    assert "> Ten \\*lampposts\\*, \\#1 he said.  \n> \\- and a snail\\_shell" in written
    assert written.index("Maya with") < written.index("Leo with")


def test_a_stopped_book_leaves_the_old_file_as_it_was(open_sheet, qtbot, tmp_path):
    many = add(FAMILY, *(kept(n) for n in range(1500)))
    sheet = open_sheet(many)
    name = text.file_name(sheet.first.day(), sheet.last.day(), "pdf")
    (tmp_path / name).write_text("before")
    qtbot.mouseClick(sheet.save, LEFT)
    qtbot.waitUntil(lambda: sheet.bar.value() > 0)
    with qtbot.waitSignal(sheet.told) as told:
        qtbot.mouseClick(sheet.cancel, LEFT)
    assert told.args == [text.STOPPED]
    assert [p.read_text() for p in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(open_sheet, qtbot, tmp_path):
    sheet = open_sheet()
    sheet._ask = lambda _parent, name: tmp_path / "gone" / name
    assert save(qtbot, sheet).startswith("Not saved: ")
    assert list(tmp_path.iterdir()) == []


def test_a_line_longer_than_a_page_goes_on_overleaf(open_sheet, qtbot, tmp_path):
    save(qtbot, open_sheet(add(FAMILY, kept(1, line="geese " * 4000))))
    pages = pages_of(next(tmp_path.iterdir()))
    assert len(pages) > 3
    assert sum(page.count("geese") for page in pages) == 4000
