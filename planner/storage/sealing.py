"""Makes what stands in the files unreadable for whoever has no key: AES-256-GCM around every record.

Each record gets a random nonce of 96 bits; what it is part of (a journal's generation, a snapshot's,
a backup) is bound to it, so that no record can be put in another's place. A sealed journal line is
`~` and base64, under the same checksum as a plain one; a sealed file begins with `kinweek-sealed-1`.
"""

import base64
import binascii
import os
from collections.abc import Callable
from functools import partial

from planner.storage.format import DamagedError

MAGIC = b"kinweek-sealed-1\n"
LINE = b"~"
NONCE = 12  # bytes


class Sealer:
    """Turns plain bytes into sealed ones and back.

    Without a key everything is plain. `writes` False: new records are plain although old ones are
    sealed. `plain_too`: plain records are read as well; otherwise they are not ours (DamagedError).
    """

    def __init__(
        self, key: bytes | None = None, *, writes: bool = True, plain_too: bool = False
    ) -> None:
        self.key, self.writes, self.plain_too = key, writes and key is not None, plain_too
        if key is not None:
            # Loaded late: most families have no passphrase.
            from cryptography.exceptions import InvalidTag  # noqa: PLC0415
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

            self._cipher, self._refused = AESGCM(key), InvalidTag

    def seal(self, data: bytes, about: str) -> bytes:
        """The bytes of a file."""
        return MAGIC + self._sealed(data, about) if self.writes else data

    def open_sealed(self, data: bytes, about: str) -> bytes:
        """What `seal` was given. Raises DamagedError if it is anything else."""
        if data.startswith(MAGIC) and self.key is not None:
            return self._opened(data[len(MAGIC) :], about)
        return self._plain(data)

    def line_sealer(self, generation: int) -> Callable[[bytes], bytes]:
        """What makes the payload of a line in the journals of this generation."""
        return partial(self._seal_line, f"journal-{generation}")

    def line_opener(self, generation: int) -> Callable[[bytes], bytes]:
        """The way back; it raises DamagedError."""
        return partial(self._open_line, f"journal-{generation}")

    def _seal_line(self, about: str, payload: bytes) -> bytes:
        if not self.writes:
            return payload
        return LINE + base64.b64encode(self._sealed(payload, about))

    def _open_line(self, about: str, payload: bytes) -> bytes:
        if payload.startswith(LINE) and self.key is not None:
            try:
                sealed = base64.b64decode(payload[len(LINE) :], validate=True)
            except binascii.Error as error:
                raise DamagedError("it is not sealed as it was") from error
            return self._opened(sealed, about)
        return self._plain(payload)

    def _plain(self, data: bytes) -> bytes:
        if self.key is not None and not self.plain_too:
            raise DamagedError("it is not sealed")
        if data.startswith((MAGIC, LINE)):
            raise DamagedError("it is sealed with a passphrase")
        return data

    def _sealed(self, data: bytes, about: str) -> bytes:
        nonce = os.urandom(NONCE)
        return nonce + self._cipher.encrypt(nonce, data, about.encode())

    def _opened(self, sealed: bytes, about: str) -> bytes:
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], about.encode())
        except (self._refused, ValueError) as error:
            raise DamagedError("it is not sealed as it was") from error


PLAIN = Sealer()
