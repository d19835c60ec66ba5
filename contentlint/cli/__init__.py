"""The command line: one module per command, imported when it is called.

Errors that stop a run are caught here and nowhere else: one line on stderr, exit status 2.
"""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from contentlint.cli import commands, streams
from contentlint.core.errors import ContentlintError
from contentlint.core.memory import collect_garbage, start_without_collection

_HELP = ("-h", "--help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: those after the program's name; None: the arguments of this process.

    Returns:
        The exit status: 0, 1 or 2 as `--help` says, 130 after an interrupt.
    """
    if arguments is not None:
        return _status(list(arguments))
    start_without_collection()
    status = _status(sys.argv[1:])
    gc.freeze()  # a final collection at exit would take a fifth of a short run
    return status


def _status(given: list[str]) -> int:
    """Run a command, turn errors into a line on stderr, and return the exit status."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Characters that the terminal cannot encode, and undecodable file names, must not end
            # a run.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(given)
        sys.stdout.flush()
    except ContentlintError as error:
        return _fail(f"error: {error}")
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of the report has closed the pipe.
        _discard(sys.stdout)
        return 1
    except OSError as error:
        return _fail(f"error: {_system_error(error)}")
    except Exception as error:
        return _fail(streams.unexpected(error))
    return status


def _open_closed_streams() -> None:
    """Open closed standard streams, so that no other file gets their descriptors."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(handle, True)
    os.close(handle)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)


def _fail(line: str) -> int:
    """Print the reason for a failed run on stderr, if possible; the exit status."""
    message = f"contentlint: {streams.one_line(line)}\n"
    try:
        sys.stderr.writelines(streams.without_commands([message], sys.stderr))
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)
    try:
        sys.stdout.flush()
    except OSError:
        _discard(sys.stdout)
    return 2


def _discard(stream: TextIO) -> None:
    """Redirect a stream to the null device, so that the flush at exit raises no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _system_error(error: OSError) -> str:
    """The message of a failed system call, on one line."""
    reason = error.strerror or type(error).__name__
    if error.filename is not None:
        return f"`{os.fsdecode(error.filename)}`: {reason}"
    try:
        os.getcwd()  # noqa: PTH109  # nothing needs a path here
    except OSError:
        return "the working directory no longer exists"
    return f"stdout: {reason}" if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EIO) else reason


def _run(given: list[str]) -> int:
    first = given[0] if given else ""
    # An option that is also a file name is rejected by the command's parser.
    is_option = first[:1] == "-" and not os.path.lexists(first)
    if is_option and first == "--version":
        from contentlint import __version__

        sys.stdout.write(f"contentlint {__version__}\n")
        return 0
    found = commands.overview() if is_option and first in _HELP else commands.find(given)
    if isinstance(found, str):
        sys.stdout.write(found)
        return 0
    command, rest = found
    if command is not commands.DEFAULT:
        collect_garbage()
    return command.load().run(rest)
