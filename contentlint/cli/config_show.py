"""`contentlint config show`: the settings that apply and their origin, or the files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli import skips, trust
from contentlint.cli.options import Parser, note, write
from contentlint.cli.request import (
    add_baseline,
    add_configuration,
    add_force_exclude,
    add_rules,
    request,
)
from contentlint.cli.streams import one_line

if TYPE_CHECKING:
    from contentlint.config.resolve import Config, Setting
    from contentlint.engine.discover import Discovery

_DESCRIPTION = """\
Show the settings that apply to articles, each with its origin. Articles with the same settings are
grouped. This command checks no files.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("config show", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument(
        "--files",
        action="store_true",
        help="list the files that would be checked; print on stderr how many are skipped, and why",
    )
    add_rules(parser)
    add_force_exclude(parser)
    add_configuration(parser)
    add_baseline(parser)
    trust.add_trusted_ref(parser)
    parser.add_argument("--quiet", "-q", action="store_true", help="print no notes on stderr")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.config.resolve import load
    from contentlint.engine.discover import discover

    cwd = Path.cwd()
    with trust.trusted_commit(given, cwd) as trusted:
        asked = request(given, trusted)
        config = load(asked, cwd)
        discovery = discover(asked.paths, config, cwd, force_exclude=given.force_exclude)
        write(_files(discovery, cwd) if given.files else _settings(discovery, config, cwd))
        if not given.quiet:
            if given.files:
                skips.print_notes(discovery.skipped)
            for line in config.deprecated:
                note(f"contentlint: warning: {line}")
    return 0


def _files(discovery: "Discovery", cwd: Path) -> Iterator[str]:
    from contentlint.core.shown import shown

    for path in discovery.files:
        yield f"{one_line(shown(path, cwd))}\n"


def _settings(discovery: "Discovery", config: "Config", cwd: Path) -> Iterator[str]:
    from contentlint.core.shown import shown

    groups: dict[tuple[Setting, ...], list[Path]] = {}
    for path in discovery.files or [cwd / "article.md"]:
        groups.setdefault(tuple(config.settings(path)), []).append(path)
    for settings, paths in groups.items():
        more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
        yield f"{one_line(shown(paths[0], cwd))}{more}\n"
        longest = max(len(setting.key) for setting in settings)
        values = [one_line(str(setting.value)) for setting in settings]
        widest = max(map(len, values))
        for setting, value in zip(settings, values, strict=True):
            origin = one_line(setting.origin)
            yield f"  {setting.key:<{longest}}  {value:<{widest}}  {origin}\n"
