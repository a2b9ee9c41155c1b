"""From paper back into the week: every row appears, whatever became of the plan, and one step keeps it all."""

from dataclasses import replace

from planner import week
from planner.family import without_person
from planner.fridge import Mark, keep, news, rows_of, starting_mark
from planner.model import EntryId, Household, PersonId, PrintedSheet, Reflection
from planner.printed import planned_sheet
from planner.rituals import with_ritual
from planner.session import Session
from tests.builders import MONDAY, NEXT_MONDAY, NOW, by_title, ritual, text_of, week_of

HOME = week_of("""
    _ Mon 16:00-17:00 swimming (leo)
    _ Wed 19:00-19:20 bear (maya, sara)
    x Thu 19:00-19:20 chess (leo)
""")
SHEET = planned_sheet(HOME, "fridge", MONDAY)
SWIM, BEAR, CHESS = (by_title(HOME, title) for title in ("swimming", "bear", "chess"))


class Paper:
    """A saver that keeps nothing: these households live in memory."""

    def save(self, before: Household, after: Household) -> None:
        assert before != after


def kept(household: Household, marks: dict[EntryId, Mark], sheet: PrintedSheet = SHEET):
    return keep(sheet, rows_of(sheet, household), marks, NOW).step(household)


def test_the_rows_are_those_of_the_paper_in_its_order():
    assert [row.printed.title for row in rows_of(SHEET, HOME)] == ["swimming", "bear", "chess"]
    assert {row.fates for row in rows_of(SHEET, HOME)} == {()}


def test_a_row_says_what_became_of_it():
    moved = week.change(HOME, SWIM, day=MONDAY.replace(day=12))
    changed = week.change(moved, BEAR, title="fox", people=())
    rows = rows_of(SHEET, week.remove(changed, CHESS))

    assert [row.fates for row in rows] == [("moved",), ("renamed", "people"), ("deleted",)]
    assert rows[1].entry is not None
    assert rows[1].entry.title == "fox"


def test_a_row_starts_with_what_is_known():
    assert [starting_mark(row).outcome for row in rows_of(SHEET, HOME)] == [
        "planned",
        "planned",
        "done",
    ]


def test_each_mark_goes_to_its_entry():
    after = kept(HOME, {SWIM.id: Mark(outcome="hard"), BEAR.id: Mark(outcome="else")})

    assert text_of(after).splitlines() == [
        "h Mon 16:00-17:00 swimming (leo)",
        "e Wed 19:00-19:20 bear (maya, sara)",
        "x Thu 19:00-19:20 chess (leo)",
    ]


def test_an_entry_that_was_moved_is_marked_where_it_is_now():
    moved = week.change(HOME, SWIM, day=MONDAY.replace(day=12), start=600)
    after = kept(moved, {SWIM.id: Mark(outcome="done")})

    found = by_title(after, "swimming")
    assert (found.day.day, found.start, found.outcome) == (12, 600, "done")


def test_words_on_paper_become_private_words_and_never_the_note():
    after = by_title(kept(HOME, {SWIM.id: Mark(outcome="done", words="Like a fish!")}), "swimming")

    assert after.reflection == Reflection(written=NOW, line="Like a fish!")
    assert after.note == ""


def test_words_stand_below_those_that_were_written_before():
    known = Reflection(written=NOW.replace(day=1), closeness=4, line="Cold water.")
    home = week.change(HOME, SWIM, reflection=known)
    after = kept(home, {SWIM.id: Mark(outcome="done", words="Like a fish!")})

    assert by_title(after, "swimming").reflection == replace(
        known, line="Cold water.\nLike a fish!"
    )


def test_a_deleted_entry_that_happened_is_put_back():
    gone = week.remove(HOME, BEAR)
    after = kept(gone, {BEAR.id: Mark(outcome="done")})

    assert by_title(after, "bear") == replace(BEAR, outcome="done")


def test_a_deleted_entry_that_did_not_happen_stays_deleted():
    gone = week.remove(HOME, BEAR)

    assert kept(gone, {BEAR.id: Mark(outcome="not-this-week")}) == gone


def test_only_what_is_new_is_told():
    marks = {
        SWIM.id: Mark(outcome="planned"),
        CHESS.id: Mark(outcome="done"),
        BEAR.id: Mark(outcome="done"),
    }
    rows = rows_of(SHEET, HOME)

    assert [row.printed.title for row, _ in news(rows, marks)] == ["bear"]
    assert keep(SHEET, rows, marks, NOW).about == "1"


def test_all_of_it_is_one_step_back():
    session = Session(HOME, Paper())
    rows = rows_of(SHEET, HOME)
    marks = {row.printed.id: Mark(outcome="done", words="yes") for row in rows}
    session.apply(keep(SHEET, rows, marks, NOW))
    session.undo()

    assert session.household is HOME


def test_that_a_sheet_was_printed_outlives_every_step_back():
    session = Session(HOME, Paper())
    session.apply(keep(SHEET, rows_of(SHEET, HOME), {SWIM.id: Mark(outcome="done")}, NOW))
    session.note(lambda household: replace(household, printed=(SHEET,)))
    assert session.undoable is not None
    assert session.undoable.code == "from-fridge"
    session.undo()
    assert (session.household.printed, text_of(session.household)) == ((SHEET,), text_of(HOME))
    session.redo()
    assert session.household.printed == (SHEET,)


def test_a_time_of_a_ritual_is_ticked_and_the_other_times_are_not():
    story = ritual("_ Fri 19:00-19:20 story (leo, sara)", "FREQ=WEEKLY;BYDAY=FR")
    home = with_ritual(HOME, story)
    sheet = planned_sheet(home, "fridge", MONDAY)
    row = rows_of(sheet, home)[-1]
    after = kept(home, {row.printed.id: Mark(outcome="done", words="The fox!")}, sheet)

    assert row.fates == ()
    assert text_of(after).endswith("x Fri 19:00-19:20 story (leo, sara)")
    assert text_of(after, NEXT_MONDAY) == "_ Fri 19:00-19:20 story (leo, sara)"


def test_a_skipped_time_of_a_ritual_that_happened_after_all_is_put_back():
    story = ritual("_ Fri 19:00-19:20 story (leo, sara)", "FREQ=WEEKLY;BYDAY=FR")
    home = with_ritual(HOME, story)
    sheet = planned_sheet(home, "fridge", MONDAY)
    printed = sheet.rows[-1]
    after = kept(week.remove(home, printed), {printed.id: Mark(outcome="done")}, sheet)

    assert text_of(after).endswith("x Fri 19:00-19:20 story (leo, sara)")
    assert text_of(after).count("story") == 1


def test_what_is_put_back_is_without_those_who_left_the_family():
    gone = without_person(week.remove(HOME, BEAR), PersonId("maya"))
    after = kept(gone, {BEAR.id: Mark(outcome="done")})

    assert by_title(after, "bear").people == ("sara",)


def test_words_are_of_the_one_who_typed_them():
    marks = {SWIM.id: Mark(outcome="done", words="Like a fish!")}
    after = keep(SHEET, rows_of(SHEET, HOME), marks, NOW, by=PersonId("sara")).step(HOME)

    reflection = by_title(after, "swimming").reflection
    assert reflection is not None
    assert reflection.by == "sara"
