"""What turns a sorry into something else: a "but", the blame, a doubt. Plain rules, no guessing."""

import re

STOPS = {
    "but": r"\b(but|although|even so)\b",
    "you-made-me": r"\byou (made|make) me\b|\b(drove|driven) me\b|\byou were asking for\b",
    "if-you-felt": r"\bif (you|he|she|they|anyone|somebody|someone) (felt|feel|feels|were|was|got)\b"
    r"|\bif it (hurt|upset)\b",
    "sorry-you": r"\bsorry (that )?(you|he|she|they)\b",
}
"""What stops a sentence, by why. Looked for in small letters with straight apostrophes."""

REASONS = r"\b(because|since i|as i was|only|just|i was (so )?(tired|stressed|busy|late))\b"


def stops_of(words: str) -> tuple[str, ...]:
    """Why this is not an owning yet: keys of `STOPS`, in their order; none if it is."""
    said = _plain(words)
    return tuple(name for name, pattern in STOPS.items() if re.search(pattern, said))


def gives_reasons(words: str) -> bool:
    """Whether it explains; that is allowed, and shorter is better."""
    return re.search(REASONS, _plain(words)) is not None


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())
