"""Words that the reading pages share: addresses and what is folded away."""

from ui.text import tr

BULLET = "•"
OPEN = tr("Open in browser")


def open_what(name: str) -> str:
    return tr("Open in browser: {name}").format(name=name)


def about(button: str, name: str) -> str:
    """`Show sources: Empathy can be learnt`."""
    return tr("{button}: {name}").format(button=button, name=name) if name else button


def shown_address(address: str) -> str:
    """An address as people write it: without `https://`."""
    return address.removeprefix("https://").removesuffix("/")
