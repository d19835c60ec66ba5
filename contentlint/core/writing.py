"""Writing files: all of one or nothing, and never through a link.

The new content goes into a hidden file beside the old one, reaches the disk, and takes the old
one's name in one step (rename(2)); whatever ends the program leaves one or the other. Nothing is
written where a symbolic link leads, for who made the link is not who started the run. Permissions,
and the owner where that is allowed, are those of the old file. `replace` is for what was read
before, `save` for what is made.
"""

import contextlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from contentlint.core.reading import TooLarge, ensure_regular_file, read_file, reason

TEMPORARY = ".contentlint-tmp"
LINK = "it is a symbolic link; name the file itself"

_BINARY = getattr(os, "O_BINARY", 0)


class Snapshot(NamedTuple):
    """A file as it was read.

    Args:
        path: the file itself, symbolic links followed.
        data: what it held.
        state: what told it from others and from itself before: device, file, size, change.
        is_link: whether it was named by a symbolic link.
    """

    path: Path
    data: bytes
    state: tuple[int, int, int, int]
    is_link: bool = False


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
    return Snapshot(real, read_file(real, most), state, path.is_symlink())


def replace(old: Snapshot, data: bytes) -> None:
    """Put new content in the place of a file.

    Args:
        old: the file, as it was read.
        data: its new content.

    Raises:
        OSError: it cannot be written, was named by a link, or is no longer what was read;
            `strerror` says why in words for a person. The file is as it was then.
    """
    if old.is_link:
        raise OSError(0, LINK)
    if not stat.S_ISREG(old.path.stat().st_mode):
        raise OSError(0, "it is no regular file")
    _write(old.path, [data], lambda: _see_that_it_is_still(old))


def save(path: Path, pieces: Iterable[bytes], project: Path) -> None:
    """Write a file that a person named; the folders above it are made where there are none.

    A device or pipe that stands outside the project, such as `/dev/stdout`, is written to as it is.

    Args:
        path: the file, absolute.
        pieces: its content, in order.
        project: the folder of which every link may be a stranger's.

    Raises:
        OSError: it cannot be written, is a link, or a link of the project leads out of it on the
            way; `strerror` says why in words for a person. What was there is as it was then.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  # links stay
    if _is_of_the_system(path, project):
        with path.open("wb") as file:
            file.writelines(pieces)
        return
    if path.is_symlink():
        raise OSError(0, LINK)
    if path.exists():
        ensure_regular_file(path.stat().st_mode)
    _see_where_it_leads(path.parent, project)
    _make_folder(path.parent)
    _write(path, pieces, lambda: None)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, where there are none; an error names it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise OSError(0, f"`{folder}` is not a folder") from error
    except OSError as error:
        raise OSError(0, f"folder `{folder}` cannot be made: {reason(error)}") from error


def _is_of_the_system(path: Path, project: Path) -> bool:
    """Whether a path leads to what no rename must replace: a device, a pipe, an open file."""
    if path.is_relative_to(project) and project != Path(project.anchor):
        # No checkout brings a pipe along, but it may bring a link to one.
        return not path.is_symlink() and _is_stream(path)
    # Where stdout is a file, these are links to it.
    return str(path).startswith(("/dev/std", "/dev/fd/", "/proc/")) or _is_stream(path)


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _see_where_it_leads(folder: Path, project: Path) -> None:
    """See that no link on the way to a folder of the project leads out of it."""
    if folder.is_relative_to(project):
        real = os.path.realpath(folder)
        if not Path(real).is_relative_to(os.path.realpath(project)):
            raise OSError(0, f"a link on the way leads out of the project, to `{real}`")


def _write(path: Path, pieces: Iterable[bytes], see: Callable[[], None]) -> None:
    """Write a file beside another one, or where there is none, and rename it.

    Args:
        path: the file.
        pieces: its content, in order.
        see: raises an OSError where the file must stay, after all.
    """
    is_there = os.path.lexists(path)
    # Who may write everywhere may replace what its owner has locked all the same; that is no leave.
    if is_there and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(0, "it is read-only")
    temporary = path.parent / f".{path.name[:100]}.{os.urandom(8).hex()}{TEMPORARY}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  # a descriptor is no path
            if is_there:
                _take_over(path, temporary)
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        see()
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _see_that_it_is_still(old: Snapshot) -> None:
    """See that a file is what was read."""
    try:
        is_still = snapshot(old.path, len(old.data)) == old
    except TooLarge:
        is_still = False
    if not is_still:
        raise OSError(0, "it has changed meanwhile")


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
