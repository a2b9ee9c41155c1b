"""The keys of a sealed folder: `keys.json`, which only the passphrase or the recovery key opens.

The data key is random and never changes; each slot holds it wrapped under a key made of a secret
by Argon2id with 64 MiB, three passes and four lanes (the second choice of RFC 9106, section 4). So another
passphrase is a new slot, and no record has to be sealed anew. A copy stands in `keys-copy.json`.
"""

import base64
import contextlib
import json
import os
from pathlib import Path
from typing import Any, Literal, NamedTuple
from zlib import crc32

from planner.storage.files import Files, write_new
from planner.storage.sealing import NONCE
from planner.storage.values import LockedError, UnreadableError, WrongPassphraseError

NAME, COPY = "keys.json", "keys-copy.json"
FORMAT = 1
MEMORY, PASSES, LANES = 64 * 1024, 3, 4  # KiB, -, -
RECOVERY_BYTES = 20
GROUP = 4
_MISREAD = str.maketrans("018", "OIB", " -")  # letters of a recovery key as people copy them

State = Literal["sealing", "sealed", "unsealing"]


# Named tuples start the program a millisecond sooner than dataclasses.
class Slot(NamedTuple):
    """The data key under one secret."""

    kind: Literal["passphrase", "recovery"]
    memory: int
    passes: int
    lanes: int
    salt: bytes
    wrapped: bytes


class Keys(NamedTuple):
    """`state` says whether everything is sealed, or being sealed or unsealed (plain files beside)."""

    slots: tuple[Slot, ...]
    state: State


def new_keys(passphrase: str, *, memory: int = MEMORY) -> tuple[Keys, bytes, str]:
    """Keys for a folder that is to be sealed, its data key, and the recovery key to be printed.

    `memory`: the KiB that trying one passphrase takes.
    """
    key = os.urandom(32)
    recovery = _new_recovery()
    slots = (
        _slot("passphrase", passphrase, key, memory),
        _slot("recovery", _letters(recovery), key, memory),
    )
    return Keys(slots=slots, state="sealing"), key, recovery


def unlocked(keys: Keys, secret: str) -> bytes:
    """The data key. Raises WrongPassphraseError; a recovery key is taken like a passphrase."""
    words = _letters(secret)
    tries = [(slot, secret) for slot in keys.slots if slot.kind == "passphrase"]
    if len(words) == RECOVERY_BYTES * 8 // 5:  # first, as hardly any passphrase looks like one
        tries[:0] = [(slot, words) for slot in keys.slots if slot.kind == "recovery"]
    for slot, typed in tries:
        key = _unwrapped(slot, typed)
        if key is not None:
            return key
    raise WrongPassphraseError("This is not the passphrase. Try again.")


def with_passphrase(keys: Keys, key: bytes, passphrase: str) -> Keys:
    """The same keys under another passphrase; the recovery key stays."""
    rest = tuple(slot for slot in keys.slots if slot.kind != "passphrase")
    slot = _slot("passphrase", passphrase, key, _memory(keys))
    return Keys(slots=(slot, *rest), state=keys.state)


def with_recovery(keys: Keys, key: bytes) -> tuple[Keys, str]:
    """The same keys with a new recovery key, and that key to be printed; the old one opens nothing."""
    rest = tuple(slot for slot in keys.slots if slot.kind != "recovery")
    recovery = _new_recovery()
    slot = _slot("recovery", _letters(recovery), key, _memory(keys))
    return Keys(slots=(*rest, slot), state=keys.state), recovery


def in_state(keys: Keys, state: State) -> Keys:
    return keys._replace(state=state)


def read_keys(files: Files, folder: Path) -> Keys | None:
    """The folder's keys; None if it is not sealed. Raises UnreadableError if both copies are bad."""
    try:
        names = {NAME, COPY} & set(files.names(folder))
    except OSError:
        return None  # reading the folder itself says more
    for name in sorted(names, reverse=True):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return _keys_from(json.loads(files.read(folder / name)))  # else the copy may be good
    if names:
        raise UnreadableError(
            f"The keys in {folder} cannot be read, neither {NAME} nor {COPY}; nothing was changed. "
            "Put back a copy of one of them from elsewhere."
        )
    return None


def bad_keys(files: Files, folder: Path) -> dict[str, str]:
    """Which of the two copies is not as it was written, and how; none for a folder without keys."""
    if not {NAME, COPY} & set(files.names(folder)):
        return {}
    found: dict[str, Keys] = {}
    bad: dict[str, str] = {}
    for name in (NAME, COPY):
        try:
            found[name] = _keys_from(json.loads(files.read(folder / name)))
        except FileNotFoundError:
            bad[name] = "it is missing"
        except (OSError, ValueError, KeyError, TypeError):
            bad[name] = "it is not as written"
    if len(found) > 1 and found[NAME] != found[COPY]:
        bad[COPY] = f"it differs from {NAME}"
    return bad


def write_keys(files: Files, folder: Path, keys: Keys) -> None:
    """Put these keys in the place of others, the copy last. Raises OSError."""
    data = json.dumps(_document(keys), indent=1).encode() + b"\n"
    for name in (NAME, COPY):
        write_new(files, folder / name, data, over=True)


def remove_keys(files: Files, folder: Path) -> None:
    """Let go of the keys of a folder in which nothing is sealed any more, the copy first."""
    names = set(files.names(folder))
    for name in (COPY, NAME):
        if name in names:
            files.remove(folder / name)
    files.sync_folder(folder)


def key_of(keys: Keys, secret: str | None) -> bytes:
    """Raises LockedError where no secret was given, WrongPassphraseError where it is not the one."""
    if secret is None:
        raise LockedError("Your family's data is locked: give the passphrase.")
    return unlocked(keys, secret)


def _new_recovery() -> str:
    text = base64.b32encode(os.urandom(RECOVERY_BYTES)).decode()
    return "-".join(text[n : n + GROUP] for n in range(0, len(text), GROUP))


def _memory(keys: Keys) -> int:
    return max((slot.memory for slot in keys.slots), default=MEMORY)


def _letters(recovery: str) -> str:
    return recovery.upper().translate(_MISREAD)


def _derived(slot: Slot, secret: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415  (late)

    made = Argon2id(
        salt=slot.salt,
        length=32,
        iterations=slot.passes,
        lanes=slot.lanes,
        memory_cost=slot.memory,
    )
    return made.derive(secret.encode())


def _slot(kind: Literal["passphrase", "recovery"], secret: str, key: bytes, memory: int) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    empty = Slot(
        kind=kind, memory=memory, passes=PASSES, lanes=LANES, salt=os.urandom(16), wrapped=b""
    )
    nonce = os.urandom(NONCE)
    wrapped = nonce + AESGCM(_derived(empty, secret)).encrypt(nonce, key, kind.encode())
    return empty._replace(wrapped=wrapped)


def _unwrapped(slot: Slot, secret: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce, sealed = slot.wrapped[:NONCE], slot.wrapped[NONCE:]
    try:
        return AESGCM(_derived(slot, secret)).decrypt(nonce, sealed, slot.kind.encode())
    except InvalidTag:
        return None


def _document(keys: Keys) -> dict[str, Any]:
    slots = [
        {
            "kind": slot.kind,
            "kdf": "argon2id",
            "memory": slot.memory,
            "passes": slot.passes,
            "lanes": slot.lanes,
            "salt": base64.b64encode(slot.salt).decode(),
            "wrapped": base64.b64encode(slot.wrapped).decode(),
        }
        for slot in keys.slots
    ]
    return {
        "format": FORMAT,
        "state": keys.state,
        "slots": slots,
        "checksum": _checksum(keys.state, slots),
    }


def _checksum(state: str, slots: list[Any]) -> str:
    """By it a rotten copy is known from a wrong passphrase."""
    return f"{crc32(json.dumps([state, slots]).encode()):08x}"


def _keys_from(document: Any) -> Keys:
    """Raises ValueError, KeyError or TypeError where it is not what `_document` made."""
    if document["format"] != FORMAT or document["state"] not in {"sealing", "sealed", "unsealing"}:
        raise ValueError("another format")
    if document["checksum"] != _checksum(document["state"], document["slots"]):
        raise ValueError("not as it was written")
    slots = tuple(
        Slot(
            kind=slot["kind"],
            memory=int(slot["memory"]),
            passes=int(slot["passes"]),
            lanes=int(slot["lanes"]),
            salt=base64.b64decode(slot["salt"], validate=True),
            wrapped=base64.b64decode(slot["wrapped"], validate=True),
        )
        for slot in document["slots"]
    )
    return Keys(slots=slots, state=document["state"])
