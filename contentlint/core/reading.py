"""Read untrusted files, which may be pipes without a writer or endless devices.

All project files are read here: each must be a regular file, of limited size, inside the project,
so that a committed link reveals nothing about the machine that runs contentlint.
"""

import os
import stat
from functools import cache
from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a file; `-` reads stdin"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)
# Opening a pipe must not wait for a writer; Windows would convert line endings.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# Maximum size in bytes of a settings file: configuration, schemas, lists of credits.
MOST_OF_SETTINGS = 8 * 2**20
# Maximum size in bytes of a baseline, which has one line per finding.
MOST_OF_BASELINE = 256 * 2**20

OUTSIDE = "it is outside the project"


class TooLarge(Exception):
    """A file exceeds the maximum size.

    Args:
        size: its size in bytes.
        most: the maximum in bytes.
    """

    def __init__(self, size: int, most: int) -> None:
        self.size = size
        self.most = most
        super().__init__(f"file is too large: {size:,} bytes, limit {most:,} (`limits.file-size`)")


def ensure_regular_file(mode: int) -> None:
    """Ensure that a mode is that of a regular file.

    Args:
        mode: its `st_mode`.

    Raises:
        OSError: it is not; `strerror` says what it is instead.
    """
    if not stat.S_ISREG(mode):
        raise OSError(
            0, next((what for is_it, what in _KINDS if is_it(mode)), "it is not a regular file")
        )


def read_file(path: Path, most: int | None = None) -> bytes:
    """The bytes of a regular file named by the user or found by discovery; follows links.

    Args:
        path: the file.
        most: maximum size in bytes; None for no limit.

    Raises:
        OSError: it cannot be read, or is not a regular file.
        TooLarge: it exceeds the maximum.
    """
    handle = _opened(path)
    try:
        size = _size(handle)
        if most is not None and size > most:
            raise TooLarge(size, most)
        # One byte more than the size detects the end of the file in one call.
        data = os.read(handle, size + 1)
        if len(data) != size:
            with open(
                handle, "rb", closefd=False
            ) as file:  # it is changing; a descriptor is not a path
                data += file.read(-1 if most is None else most + 1)
    finally:
        os.close(handle)
    if most is not None and len(data) > most:
        raise TooLarge(len(data), most)
    return data


class PartialFile:
    """A regular file of which only parts are read; named by the user or found, so follows links.

    It stays the same file while another one replaces it. Where the system cannot read from a
    position, it is read whole.

    Args:
        path: the file.
        most: maximum size in bytes.

    Raises:
        OSError: it cannot be read, or is not a regular file.
        TooLarge: it exceeds the maximum.
    """

    def __init__(self, path: Path, most: int) -> None:
        self._handle: int | None = None
        self._data = b""
        if not hasattr(os, "pread"):
            self._data = read_file(path, most)
            self.size = len(self._data)
            return
        self._handle = _opened(path)
        self.size = _size(self._handle)
        if self.size > most:
            raise TooLarge(self.size, most)

    def part(self, start: int, end: int) -> bytes:
        """The bytes from one position to another; fewer if the file ends before.

        Raises:
            OSError: it cannot be read.
        """
        start, end = max(start, 0), min(end, self.size)
        if self._handle is None or end <= start:
            return self._data[start:end]
        return os.pread(self._handle, end - start, start)

    # `os` may be gone when the last files are freed.
    _close = staticmethod(os.close)

    def __del__(self) -> None:
        if self._handle is not None:
            self._close(self._handle)


def read_settings(path: Path, root: Path | None, most: int = MOST_OF_SETTINGS) -> bytes:
    """The bytes of a settings file.

    Args:
        path: the file.
        root: the folder that must contain it, links followed; None if the user named the file, so
            that any location is allowed.
        most: maximum size in bytes.

    Raises:
        OSError: it cannot be read, is not a regular file, outside the folder or too large;
            `strerror` has a readable reason.
    """
    try:
        return read_file(path if root is None else inside(path, root), most)
    except TooLarge as error:
        raise OSError(0, f"{error.size:,} bytes, limit {error.most:,}") from error


def read_beginning(path: Path, most: int, *, anywhere: bool = False) -> bytes | None:
    """The first bytes of a file; None if it cannot be read for any reason.

    Args:
        path: the file.
        most: maximum number of bytes.
        anywhere: whether it may be outside the project of its folder, links followed.
    """
    try:
        handle = _opened(path if anywhere else inside(path, project_of(path.parent)))
    except (OSError, ValueError):
        return None
    try:
        return os.read(handle, min(most, _size(handle) + 1))
    except OSError:
        return None
    finally:
        os.close(handle)


def inside(path: Path, root: Path) -> Path:
    """The real path of a file.

    Args:
        path: the file; it must exist.
        root: the folder that must contain it, links followed.

    Raises:
        OSError: it does not exist, or is outside; `strerror` says so.
    """
    real = Path(os.path.realpath(path, strict=True))
    if not real.is_relative_to(os.path.realpath(root)):
        raise PermissionError(0, OUTSIDE)
    return real


@cache
def project_of(folder: Path) -> Path:
    """The project of a folder: its git repository, or the folder itself without one.

    Args:
        folder: an absolute path.
    """
    return repository_of(folder) or folder


@cache
def repository_of(folder: Path) -> Path | None:
    """The nearest git repository at or above a folder; None if there is none.

    Args:
        folder: an absolute path.
    """
    if os.path.lexists(folder / ".git"):
        return folder
    return None if folder.parent == folder else repository_of(folder.parent)


def reason(error: OSError) -> str:
    """Why a file could not be read or written, as the end of a message."""
    text = error.strerror or type(error).__name__
    return f"{text[:1].lower()}{text[1:]}"


def _opened(path: Path) -> int:
    try:
        return os.open(path, _FLAGS)
    except OSError:
        ensure_regular_file(path.stat().st_mode)  # a socket cannot be opened
        raise


def _size(handle: int) -> int:
    """The size of a regular file in bytes, by its descriptor."""
    state = os.fstat(handle)
    ensure_regular_file(state.st_mode)
    return state.st_size
