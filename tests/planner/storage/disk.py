"""A disk in memory that can lose its power, run full, break, and rot."""

import errno
import random
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePath

from planner.storage.files import Files, Mark

HOME = Path("/home/family/kinweek")
NOW = datetime(2026, 3, 4, 17, 30)
Content = dict[PurePath, bytes]  # every file there is
Step = tuple[str, object, object]


def clock() -> datetime:
    return NOW


@dataclass
class Disk(Files):
    """Keeps every step it was asked for in `log`; `fail` says what goes wrong, and when."""

    paths: dict[PurePath, int] = field(default_factory=dict)
    data: dict[int, bytearray] = field(default_factory=dict)
    folders: set[PurePath] = field(default_factory=lambda: {HOME.parent})
    log: list[Step] = field(default_factory=list)
    calls: int = 0
    fail_at: frozenset[int] = frozenset()
    fail_from: int | None = None
    fail_with: int = errno.EIO
    only: str | None = None
    written: dict[int, int] = field(default_factory=dict)
    handles: dict[int, int] = field(default_factory=dict)
    held: set[int] = field(default_factory=set)

    @classmethod
    def holding(cls, content: Content) -> "Disk":
        disk = cls()
        for path, data in content.items():
            disk.folders.update(path.parents)
            disk._new(path, data)
        return disk

    def content(self) -> Content:
        return {path: bytes(self.data[inode]) for path, inode in self.paths.items()}

    def restart(self) -> "Disk":
        """The same files after the program has died."""
        return Disk.holding(self.content())

    def heal(self) -> None:
        self.fail_at, self.fail_from = frozenset(), None

    def _new(self, path: PurePath, data: bytes = b"") -> int:
        inode = len(self.data) + 1
        self.paths[path] = inode
        self.data[inode] = bytearray(data)
        return inode

    def _handle(self, inode: int) -> int:
        handle = max(self.handles, default=10) + 1
        self.handles[handle] = inode
        return handle

    def _fails(self, name: str) -> bool:
        if self.only is not None and name != self.only:
            return False
        self.calls += 1
        return self.calls in self.fail_at or (
            self.fail_from is not None and self.calls >= self.fail_from
        )

    def _step(self, name: str, one: object = None, two: object = None) -> None:
        if self._fails(name):
            raise OSError(self.fail_with, "broken by the test")
        self.log.append((name, one, two))

    def _inode(self, path: PurePath) -> int:
        if path not in self.paths:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        return self.paths[path]

    def make_folder(self, folder: Path) -> None:
        if folder not in self.folders:
            self._step("make_folder", folder)
            self.folders.add(folder)

    def names(self, folder: Path) -> list[str]:
        self._step("names", folder)
        if folder not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(folder))
        return [p.name for p in {*self.paths, *self.folders} if p.parent == folder]

    def read(self, path: Path) -> bytes:
        self._step("read", path)
        return bytes(self.data[self._inode(path)])

    def mark(self, path: Path) -> Mark:
        self._step("mark", path)
        inode = self._inode(path)
        return Mark(inode, len(self.data[inode]), self.written.get(inode, 0))

    def create(self, path: Path) -> int:
        self._step("create", path, len(self.data) + 1)
        assert path.parent in self.folders
        if path in self.paths:
            raise FileExistsError(errno.EEXIST, "exists", str(path))
        return self._handle(self._new(path))

    def append(self, path: Path) -> int:
        self._step("append", path)
        return self._handle(self._inode(path))

    def write(self, handle: int, data: bytes) -> None:
        inode = self.handles[handle]
        if self._fails("write"):
            half = bytes(data[: len(data) // 2])
            self.data[inode] += half
            self.log.append(("write", inode, half))
            raise OSError(self.fail_with, "broken by the test")
        self.data[inode] += data
        self.written[inode] = self.written.get(inode, 0) + 1
        self.log.append(("write", inode, bytes(data)))

    def sync(self, handle: int) -> None:
        self._step("sync", self.handles[handle])

    def sync_folder(self, folder: Path) -> None:
        self._step("sync_folder", folder)

    def truncate(self, handle: int, size: int) -> None:
        inode = self.handles[handle]
        self._step("truncate", inode, size)
        del self.data[inode][size:]

    def close(self, handle: int) -> None:
        self.held.discard(self.handles.pop(handle))

    def rename(self, old: Path, new: Path) -> None:
        self._step("rename", old, new)
        assert new not in self.paths, "a file would be written over"
        self.paths[new] = self.paths.pop(old)

    def swap(self, old: Path, new: Path) -> None:
        self._step("rename", old, new)
        self.paths[new] = self.paths.pop(old)

    def remove(self, path: Path) -> None:
        self._inode(path)
        self._step("remove", path)
        del self.paths[path]

    def lock(self, path: Path) -> int:
        self._step("lock", path)
        inode = self.paths.get(path) or self._new(path)
        if inode in self.held:
            raise BlockingIOError(errno.EWOULDBLOCK, "held")
        self.held.add(inode)
        return self._handle(inode)


def after_power_cut(before: Content, log: list[Step], rng: random.Random | None) -> Content:
    """What the disk holds when the power goes after `log`: all that was synced, and of the rest
    nothing (no rng), or any part of it: names in order for each folder, bytes in order for each
    file, the last piece perhaps half or as zeros.
    """
    synced_names = {step[1]: i for i, step in enumerate(log) if step[0] == "sync_folder"}
    synced_data = {step[1]: i for i, step in enumerate(log) if step[0] == "sync"}
    inodes = {path: inode for inode, path in enumerate(before, 1)}
    data: dict[object, bytes] = {inodes[path]: content for path, content in before.items()}
    names: dict[object, object] = dict(inodes)
    broken: set[object] = set()  # files and folders that keep nothing of what follows

    def kept(key: object, index: int, synced: dict[object, int]) -> bool:
        if index <= synced.get(key, -1):
            return True
        if key in broken or rng is None or rng.random() < 0.3:
            broken.add(key)
            return False
        return True

    for index, (step, one, two) in enumerate(log):
        if step == "create" and kept(one.parent, index, synced_names):
            names[one] = two
        elif step == "rename" and kept(two.parent, index, synced_names):
            if one in names:
                names[two] = names.pop(one)
        elif step == "remove" and kept(one.parent, index, synced_names):
            names.pop(one, None)
        elif step == "truncate" and kept(one, index, synced_data):
            data[one] = data.get(one, b"")[:two]
        elif step == "write":
            old = data.get(one, b"")
            first_loss = one not in broken
            if kept(one, index, synced_data):
                data[one] = old + two
            elif rng is not None and first_loss:
                half = rng.randrange(len(two) + 1)
                data[one] = old + rng.choice((two[:half], two[:half] + bytes(len(two) - half)))
    return {path: data.get(inode, b"") for path, inode in names.items()}


def flipped(content: Content, path: PurePath, bit: int) -> Content:
    data = bytearray(content[path])
    data[bit // 8] ^= 1 << bit % 8
    return {**content, path: bytes(data)}
