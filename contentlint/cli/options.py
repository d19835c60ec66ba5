"""What the commands' argument parsers share."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from pathlib import Path
from typing import Any, NoReturn, TextIO

from contentlint.cli import streams
from contentlint.core.errors import UsageError
from contentlint.core.spelling import nearest
from contentlint.reporters import Style, one_line


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are errors like all others, with the nearest name.

    Arguments may be before, between and after options. An option whose value is optional takes it
    only after `=`, so that it never takes an argument.

    Args:
        command: the command's words.
        removed: options of earlier versions, with what to use instead.
        options: as for `ArgumentParser`.
    """

    def __init__(
        self, command: str, *, removed: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        super().__init__(
            prog=f"contentlint {command}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            exit_on_error=False,
            **options,
        )
        self._removed = removed or {}
        self._whole = self

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse arguments, in which no file of the working directory is taken for an option.

        Raises:
            UsageError: one of them would be, or is not valid.
        """
        words = told_apart(sys.argv[1:] if args is None else args)
        end = words.index("--") if "--" in words else len(words)
        try:
            # As `parse_intermixed_args` does, but what follows `--` can be no option.
            options = self._part(positional=False)
            given, rest = options.parse_known_args(self._with_values(words[:end]), namespace)
            for word in rest:
                if word[:1] == "-" and word != "-":
                    raise self._unknown(word)
            rest += words[end + 1 :]
            arguments = self._part(positional=True)
            if arguments._actions:
                given, rest = arguments.parse_known_args(["--", *rest], given)
        except argparse.ArgumentError as error:
            name = f"{error.argument_name}: " if error.argument_name else ""
            self.error(f"{name}{error.message}")
        if rest:
            self.error(f"unexpected argument `{rest[0]}`")
        return given

    def print_help(self, file: Any = None) -> None:
        """Print the help of the whole parser, whichever part is asked for it."""
        super(Parser, self._whole).print_help(file)

    def format_help(self) -> str:
        """The help, in which optional values are written as they are given: after `=`."""
        text = super().format_help()
        for action in self._optional_values():
            name = action.option_strings[-1]
            text = text.replace(f"{name} [{action.metavar}]", f"{name}[={action.metavar}]")
        return text

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError in place of printing the usage and exiting."""
        raise UsageError(f"{message}; see `{self.prog} --help`")

    def option_names(self) -> list[str]:
        """All options, in the order of the help."""
        return [name for action in self._actions for name in action.option_strings]

    def _part(self, *, positional: bool) -> "Parser":
        """A parser of the positional arguments or of the options alone."""
        part = copy(self)
        part._actions = [a for a in self._actions if bool(a.option_strings) != positional]
        return part

    def _optional_values(self) -> list[argparse.Action]:
        """The options whose value is optional."""
        return [a for a in self._actions if a.option_strings and a.nargs == argparse.OPTIONAL]

    def _with_values(self, words: list[str]) -> list[str]:
        """Arguments with the default for each option whose optional value is not given."""
        optional = {
            name: f"{name}={action.const}"
            for action in self._optional_values()
            for name in action.option_strings
        }
        return [optional.get(word, word) for word in words]

    def _unknown(self, word: str) -> UsageError:
        name = word.partition("=")[0]
        if name in self._removed:
            return UsageError(f"`{name}` was removed; {self._removed[name]}")
        near = _similar_option(name, self.option_names())
        hint = f"did you mean `{near}`?" if near else f"see `{self.prog} --help`"
        return UsageError(f"unknown option `{name}`; {hint}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """See that a value is one of those that an argument may have."""
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        near = nearest(str(value), known)
        hint = f"did you mean `{near}`?" if near else f"expected {', '.join(known)}"
        if action.option_strings:
            raise UsageError(f"{action.option_strings[0]}: unknown value `{value}`; {hint}")
        raise UsageError(f"unknown {action.dest} `{value}`; {hint}")


def _similar_option(name: str, known: Sequence[str]) -> str | None:
    """The option that is meant by one that does not exist; None where nobody can say.

    It is a slip of the pen, the beginning of a name, or another tool's word for the same thing,
    which has words more: `--output-format`.
    """
    if near := nearest(name, known):
        return near
    beginning = [option for option in known if option.startswith(f"{name}-")] or [
        option for option in known if len(name) > 4 and option.startswith(name)
    ]
    if len(beginning) == 1:
        return beginning[0]
    words = name.removeprefix("--").split("-")
    parts = ("-".join(words[start:end]) for start, end in _parts(len(words)))
    return next((f"--{part}" for part in parts if f"--{part}" in known), None)


def _parts(number: int) -> Iterator[tuple[int, int]]:
    """The ends of a name of some words, the longest first, then its beginnings."""
    yield from ((start, number) for start in range(1, number))
    yield from ((0, end) for end in range(number - 1, 0, -1))


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
