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

# What is imported stays, and an article leaves hardly any garbage in circles; looking for it after
# every 700 objects costs a tenth of a run.
PATIENCE = (100_000, 50, 100)

_HELP = ("-h", "--help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: what stands behind the program's name; none: those of this process.

    Returns:
        The exit status: 0, 1 or 2 as `--help` says, 130 after an interrupt.
    """
    if arguments is not None:
        return _status(list(arguments))
    gc.set_threshold(*PATIENCE)
    status = _status(sys.argv[1:])
    gc.freeze()  # the process ends; a last look for garbage would take a fifth of a short run
    return status


def _status(given: list[str]) -> int:
    """Run a command whatever becomes of it; its exit status."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # What a terminal cannot show, and names of files that are no text, must not end a run.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(given)
        sys.stdout.flush()
    except ContentlintError as error:
        return _fail(f"error: {error}")
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of the report has seen enough.
        _let_go(sys.stdout)
        return 1
    except OSError as error:
        return _fail(f"error: {_of_the_system(error)}")
    except Exception as error:
        return _fail(streams.unexpected(error))
    return status


def _open_closed_streams() -> None:
    """Open the standard streams that are closed, so that no other file takes their place."""
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
    """Say why the run could not be done, if anybody listens; the exit status."""
    told = f"contentlint: {streams.one_line(line)}\n"
    try:
        sys.stderr.writelines(streams.without_commands([told], sys.stderr))
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)
    try:
        sys.stdout.flush()
    except OSError:
        _let_go(sys.stdout)
    return 2


def _let_go(stream: TextIO) -> None:
    """Send a stream nowhere: what the interpreter flushes at its end must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _of_the_system(error: OSError) -> str:
    """What a system call says, in one line."""
    reason = error.strerror or type(error).__name__
    if error.filename is not None:
        return f"`{os.fsdecode(error.filename)}`: {reason}"
    try:
        os.getcwd()  # noqa: PTH109  # nothing needs a path here
    except OSError:
        return "the working directory does not exist any more"
    return f"stdout: {reason}" if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EIO) else reason


def _run(given: list[str]) -> int:
    first = given[0] if given else ""
    # What is a file as well is refused by the command's parser.
    is_option = first[:1] == "-" and not os.path.lexists(first)
    if is_option and first == "--version":
        from contentlint import __version__

        sys.stdout.write(f"contentlint {__version__}\n")
        return 0
    chosen = commands.overview() if is_option and first in _HELP else commands.chosen(given)
    if isinstance(chosen, str):
        sys.stdout.write(chosen)
        return 0
    command, rest = chosen
    return command.load().run(rest)
