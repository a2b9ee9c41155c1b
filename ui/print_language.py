"""Says in which language a PDF is written, so that a screen reader chooses the right voice.

Qt writes no language. A PDF may be changed by what is appended to it (ISO 32000-1, 7.5.6): the new
catalogue stands at the end with `/Lang`, and a short table points to it and to the table before.
"""

import re

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_ROOT = re.compile(rb"/Root\s+(\d+)\s+(\d+)\s+R")


def with_language(pdf: bytes, language: str) -> bytes:
    """The PDF with its language (BCP 47, such as "en-GB"); as it was if it already says one."""
    trailer = _TRAILER.search(pdf)
    root = _ROOT.search(trailer.group(1)) if trailer else None
    if trailer is None or root is None:
        raise ValueError("a PDF whose end is not a plain trailer")
    number = int(root.group(1))
    found = re.findall(rb"(?<!\d)%d 0 obj\s*<<(.*?)>>\s*endobj" % number, pdf, re.DOTALL)
    if not found:
        raise ValueError("a PDF without its catalogue")
    if b"/Lang" in found[-1]:
        return pdf
    place = len(pdf)
    catalogue = b"%d 0 obj\n<<%s/Lang (%s)\n>>\nendobj\n" % (
        number,
        found[-1],
        language.encode("ascii"),
    )
    table = b"xref\n0 1\n0000000000 65535 f \n%d 1\n%010d 00000 n \n" % (number, place)
    end = b"trailer\n<<%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        trailer.group(1),
        int(trailer.group(2)),
        place + len(catalogue),
    )
    return pdf + catalogue + table + end
