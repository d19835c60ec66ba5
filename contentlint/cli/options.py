"""The argument parser of all commands, and writing to stdout and stderr."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, TextIO

from contentlint.cli import streams
from contentlint.core.errors import UsageError
from contentlint.core.spelling import nearest
from contentlint.reporters import Style, one_line

# The help is in English, so argparse need not look for translations.
argparse._ = str  # type: ignore[attr-defined]  # imported there


class Parser(argparse.ArgumentParser):
    """A parser that raises `UsageError`, with the nearest valid name.

    Arguments may be before, between and after options. An option with an optional value takes it
    only after `=`, never the next argument.

    Args:
        command: the command's words.
        removed: options of earlier versions, each with its replacement.
        options: as for `ArgumentParser`.
    """

    def __init__(
        self, command: str, *, removed: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        super().__init__(
            prog=f"contentlint {command}",
            formatter_class=_formatter,
            allow_abbrev=False,
            exit_on_error=False,
            **options,
        )
        self._removed = removed or {}
        self._whole = self

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse arguments.

        Raises:
            UsageError: an argument is not valid, or is both an option and a file name.
        """
        words = with_safe_files(sys.argv[1:] if args is None else args)
        end = words.index("--") if "--" in words else len(words)
        try:
            # Like `parse_intermixed_args`, but nothing after `--` is an option.
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
        """Print the help of the whole parser, even when called on a part of it."""
        super(Parser, self._whole).print_help(file)

    def format_help(self) -> str:
        """The help, with optional values shown as they are given: after `=`."""
        text = super().format_help()
        for action in self._optional_values():
            name = action.option_strings[-1]
            text = text.replace(f"{name} [{action.metavar}]", f"{name}[={action.metavar}]")
        return text

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError in place of printing the usage and exiting."""
        _, is_missing, names = message.partition("arguments are required: ")
        if is_missing:  # with the optional ones after it
            message = f"{names.partition(', ')[0]} is missing"
        raise UsageError(f"{message}; see `{self.prog} --help`")

    def option_names(self) -> list[str]:
        """All options, in the order of the help."""
        return [name for action in self._actions for name in action.option_strings]

    def _part(self, *, positional: bool) -> "Parser":
        """A parser of the positional arguments or of the options alone."""
        part = Parser.__new__(Parser)
        vars(part).update(vars(self))
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
        """Raise a UsageError unless a value is one of the argument's choices."""
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        near = nearest(str(value), known)
        hint = f"did you mean `{near}`?" if near else f"expected {', '.join(known)}"
        if action.option_strings:
            raise UsageError(f"{action.option_strings[0]}: unknown value `{value}`; {hint}")
        raise UsageError(f"unknown {action.dest} `{value}`; {hint}")


def _similar_option(name: str, known: Sequence[str]) -> str | None:
    """The known option nearest to an unknown one; None if there is none.

    Covers typos, the beginning of a name, and names of other tools that have additional words:
    `--output-format`.
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
    """The ranges of a name's last words, longest first, then of its first words."""
    yield from ((start, number) for start in range(1, number))
    yield from ((0, end) for end in range(number - 1, 0, -1))


def add_cache_dir(parser: argparse._ActionsContainer) -> None:
    """Add the option for the cache folder."""
    parser.add_argument(
        "--cache-dir",
        metavar="DIR",
        help="cache folder (default: CONTENTLINT_CACHE_DIR, else the user's cache folder)",
    )


def with_safe_files(arguments: Sequence[str]) -> list[str]:
    """Arguments in which no file name can act as an option; `*` and hooks may name any file.

    Args:
        arguments: of a command. Those after `--` are files; `./` is prepended where needed.

    Raises:
        UsageError: an argument before `--` is both an option and a file name.
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
                f"`{shown}` is both an option and a file name; write `./{shown}` for the file"
            )
    return options + files[:1] + [_as_file(name) for name in files[1:]]


def _as_file(name: str) -> str:
    return f"./{name}" if name[:1] == "-" and os.path.lexists(name) else name


def style(color: str, stream: TextIO, *, summary: bool = True) -> Style:
    """The style of a report on a stream.

    Args:
        color: `auto`, `always` or `never`; `auto` respects NO_COLOR and FORCE_COLOR.
        stream: the stream it is written to.
        summary: whether the report ends with a summary.
    """
    is_terminal = stream.isatty()
    painted = color == "always" or (color == "auto" and _uses_color(is_terminal=is_terminal))
    encoding = (stream.encoding or "ascii").lower().replace("-", "")
    return Style(
        color=painted,
        folder=Path.cwd().as_posix() if painted and is_terminal else None,
        width=_columns(100) if is_terminal else 100,
        wraps=is_terminal,
        unicode=encoding.startswith("utf"),
        summary=summary,
    )


def _columns(unknown: int) -> int:
    """The width of the terminal, as from `shutil.get_terminal_size`, which takes long to import."""
    try:
        asked = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        asked = 0
    if asked > 0:
        return asked
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or unknown  # type: ignore[union-attr]  # closed
    except (AttributeError, ValueError, OSError):
        return unknown


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=_columns(80) - 2)


def _uses_color(*, is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal and os.environ.get("TERM") != "dumb"


def write(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """Write text for people, in pieces of whole lines, to a stream; None: stdout."""
    out = sys.stdout if stream is None else stream
    out.writelines(streams.without_commands(pieces, out))


def write_document(pieces: Iterable[str], stream: TextIO | None = None) -> None:
    """Write text for files or programs, in UTF-8 whatever the terminal's encoding."""
    out = sys.stdout if stream is None else stream
    streams.take_utf8(out)
    write(pieces, out)


def note(line: str) -> None:
    """Print one line on stderr."""
    with suppress(OSError):  # a failure of stderr cannot be reported anywhere
        write([f"{streams.one_line(line)}\n"], sys.stderr)
