"""The words on the printed page and in the window that prints it."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from activities.model import Activity
from planner.sheet import SheetLine
from ui.text import common, tr

# On the page
TITLE = tr("Our week")
PATHWAYS = {
    "reach": tr("Reach out"),
    "feel-with": tr("Feel with"),
    "stay-close": tr("Stay close"),
}
EVERYONE = tr("everyone")
HOW_WAS_TODAY = tr("How was today? Colour one in.")
A_MOMENT = tr("A moment we want to keep")
TRY_SAYING = tr("This week, try saying")
TWO_WEEKS_TITLE = tr("Our two weeks")
DAY_PARTS = {
    "morning": tr("Morning"),
    "after-school": tr("After school"),
    "evening": tr("Evening"),
    "bedtime": tr("Bedtime"),
}

STEPS = tr("What to do")
SAY = tr("Words to say")
INSTEAD = tr("Instead of")
BY_AGE = tr("For each age")
TROUBLE = tr("If it goes differently")
NOTHING_PLANNED = tr("Nothing planned.")
REFLECTION_TITLE = tr("Looking back")
REFLECTION_NOTE = tr(
    "This page is yours alone. Write a word or a line, or leave it empty. Fold it, keep it or throw it away."
)
HOW_CLOSE = tr("How close did we feel this week?")
PROMPTS = (
    tr("A moment when somebody reached for me"),
    tr("What I did then, and what I felt"),
    tr("Something that was hard, and what might help next time"),
    tr("Something I want to say or do next week"),
)
FEELINGS_NOTE = tr("Circle what fits. More than one is fine.")

# In the window
LAYOUT = tr("What to print")
LAYOUT_NAMES = {
    "fridge": tr("Fridge week"),
    "parts": tr("Parts of the day"),
    "hours": tr("Week by the clock"),
    "two-weeks": tr("Two weeks"),
    "month": tr("Month"),
    "child": tr("A child’s week"),
    "activity": tr("Activity, one page"),
    "cards": tr("Activity, cards to cut out"),
    "reflection": tr("Looking back, to write on"),
    "feelings": tr("Words for feelings"),
    "dictionary": tr("A child’s own words"),
    "look-back": tr("Look back"),
    "month-page": tr("A child’s month, to fold"),
}
FOR_WHOM = tr("For whom")
ALL_OF_THEM = tr("Everybody")
WHICH_ACTIVITY = tr("Which activity")
ALL_ACTIVITIES = tr("All of this week")
INKS = tr("Ink")
INK_NAMES = {"colour": tr("Colour"), "grey": tr("Grey"), "saving": tr("Saving ink")}
SIZE = tr("Print size")
USUAL_PRINT = tr("Usual")
LARGE_PRINT = tr("Large")
WRITING = tr("Room to write on")
WITH_ROOM = tr("With")
WITHOUT_ROOM = tr("Without")
PAGE_BEFORE = tr("Page before")
NEXT_PAGE = tr("Next page")
NOTHING = tr("There is nothing to print here yet.")
SAVE_PICTURE = tr("Save as picture…")
SAVE_HTML = tr("Save for screen readers…")
PICTURES = tr("Pictures (*.png)")
HTML_FILES = tr("Web pages (*.html)")
WINDOW = tr("Print the week")
PREVIEW = tr("The page as it will be printed")
PAPER = tr("Paper")
PAPER_NAMES = {
    "A4": tr("A4"),
    "A5": tr("A5"),
    "Letter": tr("Letter"),
    "Legal": tr("Legal"),
    "Tabloid": tr("Tabloid"),
}
WAY = tr("Orientation")
LANDSCAPE = tr("Landscape")
PORTRAIT = tr("Portrait")
DONE = tr("What is done")
WITH_TICK = tr("With a tick")
LEFT_OUT = tr("Left out")
PRIVATE = tr("Notes, reflections and what is for one person alone are never printed.")
PRINT = tr("Print…")
SAVE = tr("Save as PDF…")
SAVE_AS = tr("Save")
FROM_THE_FRIDGE = tr("From the fridge…")
CLOSE = tr("Close")
PDF_FILES = tr("PDF files (*.pdf)")
NOT_PRINTED = tr("The printer did not take the page. Is it switched on?")


def child_week(name: str) -> str:
    return tr("{name}’s week").format(name=name)


def child_feelings(name: str) -> str:
    return tr("{name}’s feelings").format(name=name)


def for_person(name: str, dates_: str) -> str:
    return tr("for {name} · {dates}").format(name=name, dates=dates_)


def activity_facts(activity: Activity) -> str:
    """Which pathway, how long, with whom."""
    low, high = activity.minutes_min, activity.minutes_max
    minutes = str(low) if low == high else f"{low}–{high}"
    named = [PATHWAYS[pathway] for pathway in activity.pathways[:1] if pathway in PATHWAYS]
    who_ = [common.PARTICIPANT_NAMES.get(p, p) for p in activity.participants]
    return " · ".join([*named, tr("{minutes} min").format(minutes=minutes), ", ".join(who_)])


def materials(things: tuple[str, ...]) -> str:
    return tr("You need: {things}").format(things=", ".join(things)) if things else ""


def not_this(words: str) -> str:
    """What kind parents often say, as what the next line takes the place of."""
    return tr("Not: {words}").format(words=quoted(words))


def ages(band: str) -> str:
    return tr("{ages} years").format(ages=band.replace("-", "–"))


def month(day: date, locale: QLocale) -> str:
    """Such as "November 2026", as the locale writes it."""
    return f"{locale.standaloneMonthName(day.month)} {locale.toString(_q(day), 'yyyy')}"


def continued(title: str) -> str:
    """The title of a second page."""
    return tr("{title}, continued").format(title=title)


def continued_on(page: int) -> str:
    return tr("Continued on page {page}").format(page=page)


def day_continued(name: str) -> str:
    """A day whose first entries stand on the page before."""
    return tr("{day}, cont.").format(day=name)


def part_of_pages(words: str, page: int, pages: int) -> str:
    """The dates, and which page of how many it is."""
    which = tr("page {page} of {pages}").format(page=page, pages=pages)
    return f"{words} · {which}" if words else which


def titled(name: str, dates_: str) -> str:
    return tr("{title}, {dates}").format(title=name, dates=dates_)


def lacking(needs: str) -> str:
    """Why a layout has no page here."""
    return {
        "activity": tr("No activity of the library stands in this week. Name one to print it."),
        "child": tr("There is no child in this family yet, so there is no page to print."),
        "grown-up": tr("There is no grown-up in this family yet, so there is no page to print."),
    }.get(needs, NOTHING)


def no_such_person(name: str) -> str:
    return tr("Nobody in this family is called “{name}”.").format(name=name)


def no_such_activity(activity: str) -> str:
    return tr("The library has no activity “{activity}”.").format(activity=activity)


def not_saved(folder: str) -> str:
    return tr("The page could not be saved in “{folder}”: no file can be written there.").format(
        folder=folder
    )


def saved(path: str) -> str:
    return tr("Saved as {path}").format(path=path)


def file_name(first: date, ending: str = "pdf", layout: str = "fridge") -> str:
    """What a saved page is called unless the family says otherwise."""
    name = TITLE if layout == "fridge" else LAYOUT_NAMES[layout]
    return f"{name} {first.isoformat()}.{ending}"


def page_title(first: date, last: date, locale: QLocale) -> str:
    """The title a PDF reader shows."""
    return titled(TITLE, dates(first, last, locale))


def subtitle(first: date, last: date, locale: QLocale) -> str:
    """The dates, and the week's number where the week is the one that has it."""
    shown = dates(first, last, locale)
    if first.weekday():
        return shown
    number = first.isocalendar().week
    return tr("{dates} · week {number}").format(dates=shown, number=number)


def with_code(words: str, code: str) -> str:
    """The dates, and the code by which the sheet is found again."""
    return common.SEPARATOR.join(part for part in (words, code) if part)


def sheet_code(code: str) -> str:
    return tr("Sheet {code}").format(code=code)


def page_of(page: int, pages: int) -> str:
    return tr("Page {page} of {pages}").format(page=page, pages=pages)


def who(names: tuple[str, ...], *, everyone: bool) -> str:
    return EVERYONE if everyone else ", ".join(names)


def details(time_: str, who_: str) -> str:
    """When and who: "17:30 · Maya, Dad"."""
    return f"{time_}\u00a0· {who_}" if who_ else time_


def quoted(sentence: str) -> str:
    return sentence if sentence.startswith(("“", '"', "„", "«")) else f"“{sentence}”"


def when(line: SheetLine, locale: QLocale) -> str:
    return common.ALL_DAY if line.all_day else time(line.start, locale)


def time(start: int, locale: QLocale) -> str:
    return common.clock(start, locale)


def dates(first: date, last: date, locale: QLocale) -> str:
    """Both ends of a range as the locale writes dates: "23–29 November 2026".

    What both share is said once: month and year, or the year alone where it stands last.
    """
    tokens = _date_tokens(locale)
    full = "".join(tokens)
    if (first.year, first.month) == (last.year, last.month):
        pair = f"'{locale.toString(first.day)}–{locale.toString(last.day)}'"
        return locale.toString(_q(first), "".join(pair if t[0] == "d" else t for t in tokens))
    start = _without_year(tokens) if first.year == last.year else full
    return f"{locale.toString(_q(first), start)} – {locale.toString(_q(last), full)}"


def day_in_full(day: date, locale: QLocale) -> str:
    """Weekday, day, month and year as the locale writes them."""
    return locale.toString(_q(day), QLocale.FormatType.LongFormat)


def _date_tokens(locale: QLocale) -> list[str]:
    """The locale's long date in pieces, without the name of the weekday and what holds it."""
    pieces = re.findall(
        r"'[^']*'|d+|M+|y+|[^dMy']+", locale.dateFormat(QLocale.FormatType.LongFormat)
    )
    kept = [piece for piece in pieces if not piece.startswith("ddd")]
    fields = [n for n, piece in enumerate(kept) if piece[0] in "dMy"]
    after = [piece.rstrip(" ,،") for piece in kept[fields[-1] + 1 : fields[-1] + 2]]
    return kept[fields[0] : fields[-1] + 1] + [piece for piece in after if piece]


def _without_year(tokens: list[str]) -> str:
    if tokens[-1][0] != "y":
        return "".join(tokens)
    last_field = max(n for n, token in enumerate(tokens) if token[0] in "dM")
    dot = "." if tokens[last_field][0] == "d" and tokens[last_field + 1].startswith(".") else ""
    return "".join(tokens[: last_field + 1]) + dot


def _q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
