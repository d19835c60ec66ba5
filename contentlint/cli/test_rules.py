"""`contentlint test-rules`: run the examples of one's own rules."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint import registry
from contentlint.cli.options import Parser, write
from contentlint.cli.request import add_configuration
from contentlint.cli.streams import one_line
from contentlint.core.errors import UsageError

if TYPE_CHECKING:
    from contentlint.registry import Extra

_DESCRIPTION = """\
Run the examples of the rules that the configuration of this folder adds: `good` and `bad` of
plugins and of `[[checks]]`. A PATH is the folder of a plugin, which need not be in the
configuration, or the file of a rule.

exit status: 0 all examples hold, 1 some fail, 2 the run failed
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("test-rules", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folders and files of rules")
    add_configuration(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.config.resolve import Request, load

    request = Request(config=tuple(given.config), isolated=given.isolated)
    configured = registry.extra_rules(load(request, Path.cwd()).layers(Path.cwd()).extra)
    if given.paths:
        chosen = [pair for path in given.paths for pair in _of_path(path, configured)]
    else:
        chosen = [] if configured is None else [(configured, i) for i in configured.ids]
    if not chosen:
        raise UsageError(
            "no rules to test: the configuration has no `[plugins]` and no `[[checks]]`"
        )
    return _test(chosen)


def _of_path(path: str, configured: "Extra | None") -> "Iterator[tuple[Extra, str]]":
    """The rules in a folder or file.

    Raises:
        UsageError: it has none.
    """
    place = (Path.cwd() / path).resolve()
    if not place.exists():
        raise UsageError(f"`{path}` not found")
    if configured is not None:
        found = [
            i for i in configured.ids if (f := configured.file(i)) and _has(place, f.resolve())
        ]
        if found:
            yield from ((configured, rule_id) for rule_id in found)
            return
    from contentlint.plugins.folders import Plugin
    from contentlint.plugins.loading import PluginSet

    folder = place if place.is_dir() else place.parent
    name = folder.name.replace("_", "-")
    shown = path if place.is_dir() else str(Path(path).parent)
    alone = PluginSet([Plugin(name, folder, None, "", shown.rstrip("/"), path)], [])
    registry.add(alone)
    found = [i for i in alone.ids if _has(place, alone.file(i))]
    if not found:
        raise UsageError(f"`{path}` is not the file of a rule")
    yield from ((alone, rule_id) for rule_id in found)


def _has(place: Path, file: "Path | None") -> bool:
    if file is None:
        return False
    file = file.resolve()
    return file == place or place in file.parents


def _test(chosen: "Sequence[tuple[Extra, str]]") -> int:
    from contentlint.engine.examples import faults

    failed = examples = 0
    longest = max(len(rule_id) for _, rule_id in chosen)
    for extra, rule_id in chosen:
        rule = extra.load(rule_id)
        found = list(faults(rule))
        examples += len(rule.examples)
        failed += bool(found)
        count = f"{len(rule.examples)} example{'' if len(rule.examples) == 1 else 's'}"
        write([f"{rule_id:<{longest}}  {count}  {'failed' if found else 'ok'}\n"])
        write(f"  {one_line(fault)}\n" for fault in found)
    rules = f"{len(chosen)} rule{'' if len(chosen) == 1 else 's'}"
    write([f"\n{rules}, {examples} examples: {failed or 'none'} failed\n"])
    return 1 if failed else 0
