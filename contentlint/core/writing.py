"""Write files atomically, and never through a link.

The new content goes to a hidden file in the same folder, is flushed to disk, and replaces the old
file in one step (rename(2)), so an interrupted run leaves one or the other. Symbolic links are not
followed, since whoever created the link may not be the user. The new file keeps the permissions
and, if possible, the owner of the old one. `replace` writes a file that was read before, `save` a
new one.
"""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from contentlint.core.reading import TooLarge, ensure_regular_file, read_file, reason
from contentlint.core.tuples import NamedTuple

TEMPORARY = ".contentlint-tmp"
LINK = "it is a symbolic link; name the file itself"

_BINARY = getattr(os, "O_BINARY", 0)


class Snapshot(NamedTuple):
    """A file as it was read.

    Args:
        path: the real path, symbolic links followed.
        data: its content.
        state: device, inode, size and modification time, to detect changes.
        is_link: whether the path given was a symbolic link.
    """

    path: Path
    data: bytes
    state: tuple[int, int, int, int]
    is_link: bool = False


def snapshot(path: Path, most: int | None = None) -> Snapshot:
    """Read a file.

    Args:
        path: the file.
        most: maximum size in bytes; None for no limit.

    Raises:
        OSError: it cannot be read, or is not a regular file.
        TooLarge: it exceeds the maximum.
    """
    real = Path(os.path.realpath(path, strict=True))
    state = _state(real.stat())
    return Snapshot(real, read_file(real, most), state, path.is_symlink())


def replace(old: Snapshot, data: bytes) -> None:
    """Replace the content of a file.

    Args:
        old: the file, as it was read.
        data: its new content.

    Raises:
        OSError: it cannot be written, the path is a link, or the file has changed since it was
            read; `strerror` has a readable reason. The file is then unchanged.
    """
    if old.is_link:
        raise OSError(0, LINK)
    if not stat.S_ISREG(old.path.stat().st_mode):
        raise OSError(0, "it is not a regular file")
    _write(old.path, [data], lambda: _ensure_unchanged(old))


def save(path: Path, pieces: Iterable[bytes], project: Path) -> None:
    """Write a file that the user named; missing parent folders are created.

    A device or pipe outside the project, such as `/dev/stdout`, is written to directly.

    Args:
        path: the file, absolute.
        pieces: its content, in order.
        project: the folder in which links are not trusted.

    Raises:
        OSError: it cannot be written, is a link, or a link in its path points out of the project;
            `strerror` has a readable reason. An existing file is then unchanged.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100  # keeps links
    if _is_system_stream(path, project):
        with path.open("wb") as file:
            file.writelines(pieces)
        return
    if path.is_symlink():
        raise OSError(0, LINK)
    if path.exists():
        ensure_regular_file(path.stat().st_mode)
    _ensure_inside(path.parent, project)
    _make_folder(path.parent)
    _write(path, pieces, lambda: None)


def _make_folder(folder: Path) -> None:
    """Create a folder and its parents if they are missing; errors name the folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise OSError(0, f"`{folder}` is not a folder") from error
    except OSError as error:
        raise OSError(0, f"folder `{folder}` cannot be created: {reason(error)}") from error


def _is_system_stream(path: Path, project: Path) -> bool:
    """Whether a path is a device, a pipe or an open file, which must not be replaced."""
    if path.is_relative_to(project) and project != Path(project.anchor):
        # A checkout cannot contain a pipe, but it can contain a link to one.
        return not path.is_symlink() and _is_stream(path)
    # If stdout is a file, these are links to it.
    return str(path).startswith(("/dev/std", "/dev/fd/", "/proc/")) or _is_stream(path)


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _ensure_inside(folder: Path, project: Path) -> None:
    """Ensure that no link in the path of a project folder points out of the project."""
    if folder.is_relative_to(project):
        real = os.path.realpath(folder)
        if not Path(real).is_relative_to(os.path.realpath(project)):
            raise OSError(0, f"a link in its path points out of the project, to `{real}`")


def _write(path: Path, pieces: Iterable[bytes], verify: Callable[[], None]) -> None:
    """Write a temporary file and rename it.

    Args:
        path: the file, which may exist.
        pieces: its content, in order.
        verify: raises an OSError if the file must not be replaced after all.
    """
    is_there = os.path.lexists(path)
    # A rename would replace a read-only file as well; respect its permissions.
    if is_there and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(0, "it is read-only")
    temporary = path.parent / f".{path.name[:100]}.{os.urandom(8).hex()}{TEMPORARY}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  # a descriptor is not a path
            if is_there:
                _copy_metadata(path, temporary)
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        verify()
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _ensure_unchanged(old: Snapshot) -> None:
    """Ensure that a file has not changed since it was read."""
    try:
        is_unchanged = snapshot(old.path, len(old.data)) == old
    except TooLarge:
        is_unchanged = False
    if not is_unchanged:
        raise OSError(0, "it has changed in the meantime")


def _state(found: os.stat_result) -> tuple[int, int, int, int]:
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _copy_metadata(old: Path, new: Path) -> None:
    """Copy the owner, permissions and extended attributes of a file to another."""
    wanted, own = old.stat(), new.stat()
    if hasattr(os, "chown") and (wanted.st_uid, wanted.st_gid) != (own.st_uid, own.st_gid):
        try:
            os.chown(new, wanted.st_uid, wanted.st_gid)
        except OSError:
            with contextlib.suppress(OSError):
                os.chown(new, -1, wanted.st_gid)
    try:
        import shutil

        shutil.copystat(old, new)
    except OSError:
        new.chmod(stat.S_IMODE(wanted.st_mode))


def _sync_folder(folder: Path) -> None:
    """Flush the new name to disk, if the system supports it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
