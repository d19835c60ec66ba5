"""Replace a file: all of it or nothing, and only what was read before.

The new content goes into a hidden file beside the old one, reaches the disk, and takes the old
one's name in one step (rename(2)); whatever ends the program leaves one or the other. A symbolic
link keeps its place and its target is replaced. Permissions, and the owner where that is allowed,
are those of the old file.
"""

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import NamedTuple

from contentlint.reading import TooLarge, read_file

TEMPORARY = ".contentlint-tmp"


class Snapshot(NamedTuple):
    """A file as it was read.

    Args:
        path: the file itself, symbolic links followed.
        data: what it held.
        state: what told it from others and from itself before: device, file, size, change.
    """

    path: Path
    data: bytes
    state: tuple[int, int, int, int]


def snapshot(path: Path, most: int | None = None) -> Snapshot:
    """Read a file.

    Args:
        path: the file.
        most: how many bytes it may have; None: any number.

    Raises:
        OSError: it cannot be read, or is no regular file.
        TooLarge: it has more bytes.
    """
    real = Path(os.path.realpath(path, strict=True))
    state = _state(real.stat())
    return Snapshot(real, read_file(real, most), state)


def replace(old: Snapshot, data: bytes) -> None:
    """Put new content in the place of a file.

    Args:
        old: the file, as it was read.
        data: its new content.

    Raises:
        OSError: it cannot be written, or is no longer what was read; `strerror` says why in words
            for a person. The file is as it was then.
    """
    mode = old.path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is no regular file")
    # Who may write everywhere may replace what its owner has locked all the same; that is no leave.
    if not mode & 0o222 or not os.access(old.path, os.W_OK):
        raise PermissionError(0, "it is read-only")
    handle, name = tempfile.mkstemp(TEMPORARY, f".{old.path.name[:100]}.", old.path.parent)
    temporary = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  # a descriptor is no path
            _take_over(old.path, temporary)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not _is_still(old):
            raise OSError(0, "it has changed meanwhile")
        temporary.replace(old.path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(old.path.parent)


def _is_still(old: Snapshot) -> bool:
    """Whether a file is what was read."""
    try:
        return snapshot(old.path, len(old.data)) == old
    except TooLarge:
        return False


def _state(found: os.stat_result) -> tuple[int, int, int, int]:
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _take_over(old: Path, new: Path) -> None:
    """Give a file the owner, permissions and extended attributes of another."""
    wanted, own = old.stat(), new.stat()
    if hasattr(os, "chown") and (wanted.st_uid, wanted.st_gid) != (own.st_uid, own.st_gid):
        try:
            os.chown(new, wanted.st_uid, wanted.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                os.chown(new, -1, wanted.st_gid)
    try:
        shutil.copystat(old, new)
    except OSError:
        new.chmod(stat.S_IMODE(wanted.st_mode))


def _sync_folder(folder: Path) -> None:
    """See that the new name reaches the disk, where the system has a way to."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
