"""Reading files that may be anything: a pipe that nobody writes to, a device without an end.

Every file of a project is read here: a regular file, of bounded size, and inside the project, so
that a link committed to it shows nothing of the machine that the run is on.
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
# Opening a pipe must not wait for somebody to write to it; Windows would change line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# How many bytes a file may have that says what holds: configuration, schemas, lists of credits.
MOST_OF_SETTINGS = 8 * 2**20
# How many a baseline may have: each finding is a line.
MOST_OF_BASELINE = 256 * 2**20

# What the refusals say.
OUTSIDE = "it is outside the project"


class TooLarge(Exception):
    """A file has more bytes than may be read.

    Args:
        size: how many it has.
        most: how many may be read.
    """

    def __init__(self, size: int, most: int) -> None:
        self.size = size
        self.most = most
        super().__init__(f"file has {size:,} bytes, more than the {most:,} of `limits.file-size`")


def ensure_regular_file(mode: int) -> None:
    """See that something is a regular file.

    Args:
        mode: its `st_mode`.

    Raises:
        OSError: it is not; `strerror` says what it is in place of one.
    """
    if not stat.S_ISREG(mode):
        raise OSError(0, next((what for is_it, what in _KINDS if is_it(mode)), "it is no file"))


def read_file(path: Path, most: int | None = None) -> bytes:
    """The bytes of a regular file that a person or a search has chosen; links are followed.

    Args:
        path: the file.
        most: how many bytes may be read; None: all that there are.

    Raises:
        OSError: it cannot be read, or is no regular file.
        TooLarge: it has more bytes.
    """
    handle = _opened(path)
    try:
        size = _size(handle)
        if most is not None and size > most:
            raise TooLarge(size, most)
        # One more than there is, so that the end shows; all other files have it at once.
        data = os.read(handle, size + 1)
        if len(data) != size:
            with open(handle, "rb", closefd=False) as file:  # it changes; a descriptor is no path
                data += file.read(-1 if most is None else most + 1)
    finally:
        os.close(handle)
    if most is not None and len(data) > most:
        raise TooLarge(len(data), most)
    return data


def read_settings(path: Path, root: Path | None, most: int = MOST_OF_SETTINGS) -> bytes:
    """The bytes of a file that says what holds.

    Args:
        path: the file.
        root: the folder that it must lie in, links followed; None: a person named it, so that it
            may lie anywhere.
        most: how many bytes it may have.

    Raises:
        OSError: it cannot be read, is no regular file, outside the folder or too large; `strerror`
            says why in words for a person.
    """
    try:
        return read_file(path if root is None else inside(path, root), most)
    except TooLarge as error:
        raise OSError(0, f"{error.size:,} bytes, limit {error.most:,}") from error


def read_beginning(path: Path, most: int, *, anywhere: bool = False) -> bytes | None:
    """The first bytes of a file; None where it cannot be read, for whatever reason.

    Args:
        path: the file.
        most: how many bytes, at most.
        anywhere: whether it may lie outside the project of its folder, links followed.
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
    """Where a file really is.

    Args:
        path: the file; it must be there.
        root: the folder that it must lie in, links followed.

    Raises:
        OSError: it is not there, or lies outside; `strerror` says so.
    """
    real = Path(os.path.realpath(path, strict=True))
    if not real.is_relative_to(os.path.realpath(root)):
        raise PermissionError(0, OUTSIDE)
    return real


@cache
def project_of(folder: Path) -> Path:
    """The project that a folder belongs to: its repository, or the folder itself without one.

    Args:
        folder: an absolute path.
    """
    return repository_of(folder) or folder


@cache
def repository_of(folder: Path) -> Path | None:
    """The nearest folder upwards that is a repository of git; None: there is none.

    Args:
        folder: an absolute path.
    """
    if os.path.lexists(folder / ".git"):
        return folder
    return None if folder.parent == folder else repository_of(folder.parent)


def reason(error: OSError) -> str:
    """Why a file could not be read or written, in words, as the end of a sentence."""
    said = error.strerror or type(error).__name__
    return f"{said[:1].lower()}{said[1:]}"


def _opened(path: Path) -> int:
    try:
        return os.open(path, _FLAGS)
    except OSError:
        ensure_regular_file(path.stat().st_mode)  # a socket cannot even be opened
        raise


def _size(handle: int) -> int:
    """How many bytes a regular file has; by its descriptor."""
    state = os.fstat(handle)
    ensure_regular_file(state.st_mode)
    return state.st_size
