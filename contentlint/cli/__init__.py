"""The command line: one module per command, imported when it is called.

Errors that stop a run are caught here and nowhere else: one line on stderr, exit status 2.
"""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from contentlint.cli import streams
from contentlint.core.errors import ContentlintError

COMMANDS = (
    "check",
    "baseline",
    "credits",
    "rules",
    "explain",
    "init",
    "schema",
    "cache",
    "completion",
)

# What is imported stays, and an article leaves hardly any garbage in circles; looking for it after
# every 700 objects costs a tenth of a run.
PATIENCE = (100_000, 50, 100)

_HELP = """\
Validate and lint folders of articles: front matter, markup, images and attribution.

usage: contentlint [check] [PATH ...]      check articles; the command that is meant without one
       contentlint baseline write|prune    record today's findings, so that only new ones are told
       contentlint credits [PATH ...]      write the page that says whose the pictures are
       contentlint rules                   list the rules
       contentlint explain RULE            say what a rule finds, why, and what to do
       contentlint init                    write a contentlint.toml for this site
       contentlint schema infer PATH ...   write a schema for articles as they are
       contentlint schema export [SCHEMA]  write a schema as JSON Schema, for editors
       contentlint schema show PATH ...    say which schema holds for a file, and why
       contentlint cache info|clear        what is kept of earlier runs, and be rid of it
       contentlint completion SHELL        print the completion of bash, zsh or fish

  --version   print the version and exit
  -h, --help  print this help; `contentlint check --help` lists the options

exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run could not be done
"""


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
    first = given[0] if given else "check"
    # What is a file as well is refused by the command's parser.
    is_option = first[:1] == "-" and not os.path.lexists(first)
    if is_option and first in ("-h", "--help"):
        sys.stdout.write(_HELP)
        return 0
    if is_option and first == "--version":
        from contentlint import __version__

        sys.stdout.write(f"contentlint {__version__}\n")
        return 0
    command, rest = (first, given[1:]) if first in COMMANDS else ("check", given)
    if command == "check":
        from contentlint.cli.check import run
    elif command == "baseline":
        from contentlint.cli.baseline import run
    elif command == "cache":
        from contentlint.cli.cache import run
    elif command == "credits":
        from contentlint.cli.credits import run
    elif command == "rules":
        from contentlint.cli.rules import run
    elif command == "explain":
        from contentlint.cli.explain import run
    elif command == "completion":
        from contentlint.cli.completion import run
    elif command == "schema":
        from contentlint.cli.schema import run
    else:
        from contentlint.cli.init import run
    return run(rest)
