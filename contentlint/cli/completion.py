"""`contentlint completion`: what a shell needs to complete commands, options and their values."""

import argparse
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contentlint.cli.options import Parser, write

SHELLS = ("bash", "zsh", "fish")

_DESCRIPTION = """\
Print the completion of a shell. For this shell alone:

  eval "$(contentlint completion bash)"
  source <(contentlint completion zsh)
  contentlint completion fish | source

For every shell, put the line into ~/.bashrc, ~/.zshrc or ~/.config/fish/config.fish.
"""


class _Option(NamedTuple):
    name: str
    help: str
    values: tuple[str, ...]


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("completion", description=_DESCRIPTION)
    parser.add_argument("shell", choices=SHELLS, help="whose completion")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    draw = {"bash": _bash, "zsh": _zsh, "fish": _fish}[given.shell]
    write(f"{line}\n" for line in draw(_commands()))
    return 0


def _commands() -> dict[str, list[_Option]]:
    """The options of every command."""
    from contentlint.cli import baseline, check, credits, explain, init, rules

    parsers = {
        "check": check.parser(),
        "baseline": baseline.parser(),
        "credits": credits.parser(),
        "rules": rules.parser(),
        "explain": explain.parser(),
        "init": init.parser(),
        "completion": parser(),
    }
    return {**{name: _options(made) for name, made in parsers.items()}, "schema": []}


def _options(parser: argparse.ArgumentParser) -> list[_Option]:
    from contentlint import registry

    found = []
    for action in parser._actions:
        values = tuple(map(str, action.choices or ()))
        if action.dest in ("select", "ignore"):
            values = (*registry.categories(), *registry.rule_ids())
        for name in action.option_strings:
            if name.startswith("--"):
                help_text = " ".join((action.help or "").split())
                found.append(_Option(name, help_text, values))
        if not action.option_strings and (values or action.dest == "rule"):
            positional = values or tuple(registry.rule_ids())
            found.append(_Option("", "", positional))
    return found


def _bash(commands: dict[str, list[_Option]]) -> Iterator[str]:
    yield "_contentlint() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '  local command="${COMP_WORDS[1]}" words='
    yield "  case $command in"
    yield f"    {'|'.join(commands)}) ;;"
    yield "    *) command=check ;;"
    yield "  esac"
    yield '  case "$command $before" in'
    for command, options in commands.items():
        for option in options:
            if option.name and option.values:
                yield f'    "{command} {option.name}") words="{" ".join(option.values)}" ;;'
    yield "  esac"
    yield '  if [ -z "$words" ]; then'
    yield "    case $command in"
    for command, options in commands.items():
        words = [option.name for option in options if option.name]
        words += [value for option in options if not option.name for value in option.values]
        yield f'      {command}) words="{" ".join(words)}" ;;'
    yield "    esac"
    yield f'    if [ "$COMP_CWORD" -eq 1 ]; then words="$words {" ".join(commands)}"; fi'
    yield "  fi"
    yield '  COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -o bashdefault -F _contentlint contentlint"


def _zsh(commands: dict[str, list[_Option]]) -> Iterator[str]:
    yield "autoload -Uz bashcompinit && bashcompinit"
    yield from _bash(commands)


def _fish(commands: dict[str, list[_Option]]) -> Iterator[str]:
    names = " ".join(commands)
    no_command = f"not __fish_seen_subcommand_from {names}"
    yield f"complete -c contentlint -n {_quoted(no_command)} -a {_quoted(names)}"
    for command, options in commands.items():
        seen = f"__fish_seen_subcommand_from {command}"
        if command == "check":
            seen = f"{seen}; or {no_command}"
        for option in options:
            line = f"complete -c contentlint -n {_quoted(seen)}"
            if option.name:
                line += f" -l {option.name.removeprefix('--')} -d {_quoted(option.help)}"
            if option.values:
                line += f" {'-x ' if option.name else ''}-a {_quoted(' '.join(option.values))}"
            yield line


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
