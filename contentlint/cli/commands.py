"""The commands of contentlint: help, dispatch and completion all use this table.

A command is a module of this package with `parser()` and `run(arguments)`, and an entry here. The
module is named after the command: `schema infer` is in `schema_infer.py`.
"""

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from contentlint.core.errors import UsageError
from contentlint.core.spelling import nearest
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.cli.options import Parser


class Module(Protocol):
    """The interface of a command's module."""

    def parser(self) -> "Parser":
        """The parser of the command's arguments."""

    def run(self, arguments: Sequence[str]) -> int:
        """Run the command; its exit status."""


class Command(NamedTuple):
    """One command.

    Args:
        name: its words, as typed.
        usage: its arguments, for the help.
        summary: what it does, for the help.
    """

    name: str
    usage: str
    summary: str

    def load(self) -> Module:
        """Import its module."""
        name = self.name.replace(" ", "_").replace("-", "_")
        module: Module = import_module(f"contentlint.cli.{name}")
        return module


DEFAULT = Command("check", "[PATH ...]", "check articles; the default command")

COMMANDS = (
    DEFAULT,
    Command("rules", "[NAME ...]", "list the rules"),
    Command("explain", "RULE ...", "show what a rule finds, why, and how to fix it"),
    Command("new-rule", "RULE", "write the file of a rule of your own"),
    Command("test-rules", "[PATH ...]", "run the examples of your own rules"),
    Command("init", "[FOLDER]", "write a commented contentlint.toml for this site"),
    Command("config show", "[PATH ...]", "show the settings, or the files that are checked"),
    Command("config schema", "", "print the JSON Schema of the configuration file"),
    Command("schema infer", "PATH ...", "write a schema that fits existing articles"),
    Command("schema export", "[SCHEMA]", "write a schema as JSON Schema, for editors"),
    Command("schema show", "PATH ...", "show which schema applies to a file, and why"),
    Command("baseline", "write|prune", "record existing findings, to report only new ones"),
    Command("credits", "[PATH ...]", "write a page of image credits"),
    Command("scan", "INPUT ...", "check articles in Parquet, JSON Lines or Arrow files"),
    Command("cache info", "", "show the location, size and content of the cache"),
    Command("cache clear", "", "delete the cache"),
    Command("cache explain", "[PATH ...]", "show which files are not cached, and why"),
    Command("lsp", "", "serve an editor over the Language Server Protocol"),
    Command("mcp", "[FOLDER ...]", "serve an assistant over the Model Context Protocol"),
    Command("completion", "SHELL", "print the completion script for bash, zsh or fish"),
)

_HELP = """\
Lint folders of articles: front matter, markup, images and attribution.

usage: contentlint [COMMAND] [OPTION ...] [ARGUMENT ...]

commands:
{commands}

  --version   print the version and exit
  -h, --help  print this help and exit; after COMMAND, list its options

exit status: 0 no findings at or above --fail-on, 1 findings, 2 the run failed
"""


def overview() -> str:
    """The help of the whole program."""
    return _HELP.format(commands="\n".join(_lines(COMMANDS)))


def _lines(commands: Sequence[Command]) -> list[str]:
    forms = [f"  {command.name} {command.usage}".rstrip() for command in commands]
    widest = max(map(len, forms))
    return [
        f"{form:<{widest}}  {command.summary}"
        for form, command in zip(forms, commands, strict=True)
    ]


def group(name: str) -> list[Command]:
    """The commands that begin with a word, such as `schema`; empty if there are none."""
    return [command for command in COMMANDS if command.name.startswith(f"{name} ")]


def find(arguments: Sequence[str]) -> tuple[Command, list[str]] | str:
    """The command and its arguments, or the text of the requested help.

    Args:
        arguments: those after the program's name.

    Raises:
        UsageError: the command does not exist.
    """
    first, *rest = arguments or [DEFAULT.name]
    if first == "help" and not os.path.lexists(first):
        # As in other programs: `help`, or `help COMMAND`.
        first, *rest = [*rest, "--help"]
        if not rest:
            return overview()
    if inner := group(first):
        return _of_group(first, inner, rest)
    for command in COMMANDS:
        if command.name == first:
            return command, rest
    # Anything else is a path.
    if first[:1] != "-" and not os.path.lexists(first):
        names = {command.name.partition(" ")[0] for command in COMMANDS}
        if near := nearest(first, names, plurals=True):
            raise UsageError(f"unknown command `{first}`; did you mean `{near}`?")
    return DEFAULT, list(arguments)


def _of_group(name: str, inner: list[Command], rest: list[str]) -> tuple[Command, list[str]] | str:
    if not rest or rest[0] in ("-h", "--help"):
        usage = f"usage: contentlint {name} COMMAND [OPTION ...] [ARGUMENT ...]"
        return "\n".join([usage, "", "commands:", *_lines(inner), ""])
    for command in inner:
        if command.name == f"{name} {rest[0]}":
            return command, rest[1:]
    words = [command.name.partition(" ")[2] for command in inner]
    near = nearest(rest[0], words, plurals=True)
    hint = f"did you mean `{name} {near}`?" if near else f"expected {', '.join(words)}"
    raise UsageError(f"unknown command `{name} {rest[0]}`; {hint}")
