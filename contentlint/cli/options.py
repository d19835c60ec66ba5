"""What the commands' argument parsers share."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, TextIO

from contentlint.cli import streams
from contentlint.core.errors import UsageError
from contentlint.core.spelling import nearest
from contentlint.reporters import Style, one_line


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are errors like all others, with the nearest option named."""

    def __init__(self, command: str, **options: Any) -> None:
        super().__init__(
            prog=f"contentlint {command}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            **options,
        )

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse arguments, in which no file of the working directory is taken for an option.

        Raises:
            UsageError: one of them would be.
        """
        return super().parse_args(told_apart(sys.argv[1:] if args is None else args), namespace)

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError in place of printing the usage and exiting."""
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            name = unknown.split()[0].partition("=")[0]
            known = [option for action in self._actions for option in action.option_strings]
            near = nearest(name, known)
            hint = f"did you mean `{near}`?" if near else f"see `{self.prog} --help`"
            raise UsageError(f"no option `{name}`; {hint}")
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def add_cache_dir(parser: argparse._ActionsContainer) -> None:
    """Add the option that says where caches lie."""
    parser.add_argument(
        "--cache-dir",
        metavar="DIR",
        help="folder for caches (default: CONTENTLINT_CACHE_DIR, else the user's cache folder)",
    )


def told_apart(arguments: Sequence[str]) -> list[str]:
    """Arguments with the files told from the options: `*` and hooks name whatever files there are.

    Args:
        arguments: of a command. Behind `--` all are files.

    Raises:
        UsageError: one before `--` is an option by its form, and the name of a file.
    """
    options = list(arguments)
    files: list[str] = []
    if "--" in options:
        place = options.index("--")
        options, files = options[:place], options[place:]
    for argument in options:
        if argument[:1] == "-" and os.path.lexists(argument):
            shown = one_line(argument)
            raise UsageError(
                f"`{shown}` is an option and the name of a file; for the file write `./{shown}`"
            )
    return options + files[:1] + [_as_file(name) for name in files[1:]]


def _as_file(name: str) -> str:
    return f"./{name}" if name[:1] == "-" and os.path.lexists(name) else name


def style(color: str, stream: TextIO, *, summary: bool = True) -> Style:
    """How a report may be drawn on a stream.

    Args:
        color: `auto`, `always` or `never`; `auto` heeds NO_COLOR and FORCE_COLOR.
        stream: where it goes.
        summary: whether a summary stands at its end.
    """
    is_terminal = stream.isatty()
    painted = color == "always" or (color == "auto" and _may_paint(is_terminal=is_terminal))
    encoding = (stream.encoding or "ascii").lower().replace("-", "")
    return Style(
        color=painted,
        folder=Path.cwd().as_posix() if painted and is_terminal else None,
        width=shutil.get_terminal_size((100, 24)).columns if is_terminal else 100,
        wraps=is_terminal,
        unicode=encoding.startswith("utf"),
        summary=summary,
    )


def _may_paint(*, is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def write(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """Write text for people, in pieces of whole lines, to a stream; none: stdout."""
    out = sys.stdout if stream is None else stream
    out.writelines(streams.without_commands(pieces, out))


def write_document(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """Write what may be kept in a file or read by a program, in UTF-8 whatever the terminal has."""
    out = sys.stdout if stream is None else stream
    streams.take_utf8(out)
    write(pieces, out)


def note(line: str) -> None:
    """Tell a person something that is no part of the report: one line on stderr."""
    with suppress(OSError):  # nobody can be told that nobody can be told
        write([f"{streams.one_line(line)}\n"], sys.stderr)
