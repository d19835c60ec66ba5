"""Reading a file that may be anything: a pipe that nobody writes to, a device without an end."""

import os
import stat
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


class TooLarge(Exception):
    """A file has more bytes than may be read.

    Args:
        size: how many it has.
        most: how many may be read.
    """

    def __init__(self, size: int, most: int) -> None:
        self.size = size
        self.most = most
        super().__init__(f"file has {size:,} bytes, more than the {most:,} of `max-file-size`")


def see_that_it_is_a_file(mode: int) -> None:
    """See that something is a regular file.

    Args:
        mode: its `st_mode`.

    Raises:
        OSError: it is not; `strerror` says what it is in place of one.
    """
    if not stat.S_ISREG(mode):
        raise OSError(0, next((what for is_it, what in _KINDS if is_it(mode)), "it is no file"))


def read_file(path: Path, most: int | None = None) -> bytes:
    """The bytes of a regular file.

    Args:
        path: the file.
        most: how many bytes may be read; None: all that there are.

    Raises:
        OSError: it cannot be read, or is no regular file.
        TooLarge: it has more bytes.
    """
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        see_that_it_is_a_file(path.stat().st_mode)  # a socket cannot even be opened
        raise
    try:
        state = os.fstat(handle)
        see_that_it_is_a_file(state.st_mode)
        if most is not None and state.st_size > most:
            raise TooLarge(state.st_size, most)
        # One more than there is, so that the end shows; all other files have it at once.
        data = os.read(handle, state.st_size + 1)
        if len(data) != state.st_size:
            with open(handle, "rb", closefd=False) as file:  # it changes; a descriptor is no path
                data += file.read(-1 if most is None else most + 1)
    finally:
        os.close(handle)
    if most is not None and len(data) > most:
        raise TooLarge(len(data), most)
    return data
