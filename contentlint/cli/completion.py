"""`contentlint completion`: shell completion of commands, options and their values."""

from collections.abc import Iterator, Sequence

from contentlint import registry
from contentlint.cli.commands import COMMANDS, DEFAULT
from contentlint.cli.options import Parser, write
from contentlint.core.tuples import NamedTuple

SHELLS = ("bash", "zsh", "fish")

_DESCRIPTION = """\
Print the completion script for a shell. To enable it in the current shell:

  eval "$(contentlint completion bash)"
  source <(contentlint completion zsh)
  contentlint completion fish | source

To enable it in every shell, add the line to ~/.bashrc, ~/.zshrc or ~/.config/fish/config.fish.
"""


class _Option(NamedTuple):
    name: str
    help: str
    values: tuple[str, ...]


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("completion", description=_DESCRIPTION)
    parser.add_argument("shell", choices=SHELLS, help="shell to complete for")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    draw = {"bash": _bash, "zsh": _zsh, "fish": _fish}[given.shell]
    write(f"{line}\n" for line in draw(_commands()))
    return 0


def _commands() -> dict[str, list[_Option]]:
    """The options and fixed arguments of every command, by its words."""
    found = {command.name: _options(command.load().parser()) for command in COMMANDS}
    for name in list(found):
        first, _, second = name.partition(" ")
        if second:
            found.setdefault(first, []).append(_Option("", "", (second,)))
    return found


def _options(parser: Parser) -> list[_Option]:
    found = []
    for action in parser._actions:
        values = tuple(map(str, action.choices or ()))
        if action.dest in ("select", "ignore"):
            values = (*registry.categories(), *registry.rule_ids())
        for name in action.option_strings:
            if name.startswith("--"):
                help_text = " ".join((action.help or "").split())
                found.append(_Option(name, help_text, values))
        if not action.option_strings and (values or action.dest in ("rule", "rules")):
            positional = values or tuple(registry.rule_ids())
            found.append(_Option("", "", positional))
    return found


def _names() -> list[str]:
    """The first words of all commands."""
    return list(dict.fromkeys(command.name.partition(" ")[0] for command in COMMANDS))


def _bash(commands: dict[str, list[_Option]]) -> Iterator[str]:
    pairs = [name for name in commands if " " in name]
    yield "_contentlint() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '  local command="${COMP_WORDS[1]}" words='
    yield '  [ "$COMP_CWORD" -gt 2 ] && case "$command ${COMP_WORDS[2]}" in'
    yield f'    {"|".join(map(_double_quoted, pairs))}) command+=" ${{COMP_WORDS[2]}}" ;;'
    yield "  esac"
    yield "  case $command in"
    yield f"    {'|'.join(map(_double_quoted, commands))}) ;;"
    yield f"    *) command={DEFAULT.name} ;;"
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
        yield f'      "{command}") words="{" ".join(words)}" ;;'
    yield "    esac"
    yield f'    if [ "$COMP_CWORD" -eq 1 ]; then words="$words {" ".join(_names())}"; fi'
    yield "  fi"
    yield '  COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -o bashdefault -F _contentlint contentlint"


def _zsh(commands: dict[str, list[_Option]]) -> Iterator[str]:
    yield "autoload -Uz bashcompinit && bashcompinit"
    yield from _bash(commands)


def _fish(commands: dict[str, list[_Option]]) -> Iterator[str]:
    no_command = f"not __fish_seen_subcommand_from {' '.join(_names())}"
    line = "complete -c contentlint"
    for name in _names():
        about = next((c.summary for c in COMMANDS if c.name == name), "")
        described = f" -d {_quoted(about)}" if about else ""
        yield f"{line} -n {_quoted(no_command)} -a {name}{described}"
    for command, options in commands.items():
        seen = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in command.split())
        if command == DEFAULT.name:
            seen = f"{seen}; or {no_command}"
        for option in options:
            entry = f"{line} -n {_quoted(seen)}"
            if option.name:
                entry += f" -l {option.name.removeprefix('--')} -d {_quoted(option.help)}"
            if option.values:
                entry += f" {'-x ' if option.name else ''}-a {_quoted(' '.join(option.values))}"
            yield entry


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _double_quoted(text: str) -> str:
    return f'"{text}"'
