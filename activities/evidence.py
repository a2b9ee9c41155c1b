"""What research says, source by source, and how sure of it one may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from activities.model import Activity

STRENGTHS = ("strong", "moderate", "suggestive", "theory")
"""How sure research is, the surest first."""
STATUSES = ("verified", "partly", "memory", "searched, not found")
"""How far a source was checked: seen at the publisher's, in part, not yet, looked for in vain."""
NOTHING = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of the library: ``finding`` in our own words, ``note`` for those who write with it.

    ``status`` is one of STATUSES, ``unchecked`` says in brackets what of it still has to be looked
    up; ``doi`` is empty where there is none.
    """

    key: str
    area: str
    finding: str
    citation: str
    doi: str
    status: str
    unchecked: str
    strength: str
    note: str


@cache
def sources() -> Mapping[str, Source]:
    """Give every row of ``evidence.tsv`` by its key, in the order of the file."""
    text = Path(__file__).with_name("evidence.tsv").read_text(encoding="utf-8")
    head, *rows = (line.split("\t") for line in text.splitlines())
    return {row[0]: _source(dict(zip(head, row, strict=True))) for row in rows}


def _source(row: Mapping[str, str]) -> Source:
    status, _, rest = row["status"].partition(" (")
    return Source(
        key=row["key"],
        area=row["area"],
        finding=row["finding"].replace("*", ""),  # the table stresses words with stars
        citation=row["citation"],
        doi="" if row["doi"] == NOTHING else row["doi"],
        status=status,
        unchecked=rest.removesuffix(")"),
        strength=row["strength"],
        note=row["note"],
    )


def known(keys: Iterable[str]) -> tuple[Source, ...]:
    """Give the sources of these keys in their order; a key the table does not have is left out."""
    return tuple(sources()[key] for key in keys if key in sources())


def sources_of(activity: Activity) -> tuple[Source, ...]:
    """Give what an activity rests on; nothing for one that names no source of the table."""
    return known(activity.evidence)


def strongest(found: Iterable[Source]) -> str | None:
    """Give the surest strength among these sources, or None where there is no source."""
    strengths = {source.strength for source in found}
    return next((strength for strength in STRENGTHS if strength in strengths), None)
