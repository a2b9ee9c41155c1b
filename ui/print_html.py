"""The week as a page that a screen reader reads out: headings, lists, times and boxes that are ticked.

Qt's PDFs carry no structure, so this says the same in HTML, by the same sheet and with the same words.
"""

from html import escape

from PySide6.QtCore import QLocale, Qt

from planner.sheet import SheetDay, SheetLine, WeekSheet
from ui.text import printing as text

_PAGE = """<!DOCTYPE html>
<html lang="{lang}" dir="{way}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
{days}{say}</main>
</body>
</html>
"""


def week_html(sheet: WeekSheet, locale: QLocale, *, title: str) -> str:
    """The sheet's days as HTML, in the locale's language and direction. Nothing private is in it."""
    right = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    say = (
        f"<section>\n<h2>{escape(text.TRY_SAYING)}</h2>\n<p><q>{escape(sheet.say)}</q></p>\n</section>\n"
        if sheet.say
        else ""
    )
    return _PAGE.format(
        lang=locale.bcp47Name(),
        way="rtl" if right else "ltr",
        title=escape(title),
        days="".join(_day(day, locale) for day in sheet.days),
        say=say,
    )


def _day(day: SheetDay, locale: QLocale) -> str:
    name = escape(text.day_in_full(day.day, locale))
    lines = "".join(_line(day, line, locale) for line in day.lines)
    inside = f"<ul>\n{lines}</ul>\n" if lines else f"<p>{escape(text.NOTHING_PLANNED)}</p>\n"
    return (
        f'<section>\n<h2><time datetime="{day.day.isoformat()}">{name}</time></h2>\n'
        f"{inside}</section>\n"
    )


def _line(day: SheetDay, line: SheetLine, locale: QLocale) -> str:
    moment = f"{day.day.isoformat()}T{line.start // 60 % 24:02}:{line.start % 60:02}"
    if line.all_day:
        moment = day.day.isoformat()
    who = text.who(line.people, everyone=line.everyone)
    parts = [who, text.PATHWAYS.get(line.pathway or "", "")]
    tail = "".join(f", {escape(part)}" for part in parts if part)
    ticked = " checked" if line.done else ""
    return (
        f'<li><label><input type="checkbox"{ticked}> <strong>{escape(line.title)}</strong></label>, '
        f'<time datetime="{moment}">{escape(text.when(line, locale))}</time>{tail}</li>\n'
    )
