"""The week as a page that a screen reader reads out: headings, lists, times and boxes that are ticked.

Qt's PDFs carry no structure, so this says the same in HTML, by the same sheet and with the same words.
"""

from collections.abc import Sequence
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
{parts}</main>
</body>
</html>
"""


def weeks_html(sheets: Sequence[WeekSheet], locale: QLocale, *, title: str) -> str:
    """The sheets' days as HTML, in the locale's language and direction. Nothing private is in it.

    Several sheets, such as those of all children, stand one after another under their names.
    """
    right = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    return _PAGE.format(
        lang=locale.bcp47Name(),
        way="rtl" if right else "ltr",
        title=escape(title),
        parts="".join(_sheet(sheet, locale) for sheet in sheets),
    )


def _sheet(sheet: WeekSheet, locale: QLocale) -> str:
    """The days under the name of the child they are of, then the words to try, then the code."""
    level = 3 if sheet.whose else 2
    name = f"<h2>{escape(text.child_week(sheet.whose))}</h2>\n" if sheet.whose else ""
    say = (
        f"<section>\n<h{level}>{escape(text.TRY_SAYING)}</h{level}>\n"
        f"<p><q>{escape(sheet.say)}</q></p>\n</section>\n"
        if sheet.say and not sheet.whose
        else ""
    )
    code = f"<p>{escape(text.sheet_code(sheet.code))}</p>\n" if sheet.code else ""
    return name + "".join(_day(day, locale, level) for day in sheet.days) + say + code


def _day(day: SheetDay, locale: QLocale, level: int) -> str:
    name = escape(text.day_in_full(day.day, locale))
    lines = "".join(_line(day, line, locale) for line in day.lines)
    inside = f"<ul>\n{lines}</ul>\n" if lines else f"<p>{escape(text.NOTHING_PLANNED)}</p>\n"
    return (
        f'<section>\n<h{level}><time datetime="{day.day.isoformat()}">{name}</time></h{level}>\n'
        f"{inside}</section>\n"
    )


def _line(day: SheetDay, line: SheetLine, locale: QLocale) -> str:
    moment = f"{day.day.isoformat()}T{line.start // 60 % 24:02}:{line.start % 60:02}"
    if line.all_day:
        moment = day.day.isoformat()
    who = text.who(line.people, everyone=line.everyone)
    parts = [who, text.PATHWAYS.get(line.pathway or "", "")]
    tail = "".join(f", {escape(part)}" for part in parts if part)
    when = f'<time datetime="{moment}">{escape(text.when(line, locale))}</time>{tail}'
    if line.quiet:
        return f"<li>{escape(line.title)}, {when}</li>\n"
    ticked = " checked" if line.done else ""
    return (
        f'<li><label><input type="checkbox"{ticked}> <strong>{escape(line.title)}</strong></label>, '
        f"{when}</li>\n"
    )
