"""`contentlint cache explain`: which files the next run checks, and why they are not cached."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.options import Parser, add_cache_dir, note, write
from contentlint.cli.request import (
    add_configuration,
    add_force_exclude,
    add_plugins,
    add_python_schemas,
    add_rules,
    request,
)
from contentlint.cli.streams import one_line

_DESCRIPTION = """\
List the files that the next `contentlint check` with the same options will check again, and why
they are not cached. This command checks no files.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("cache explain", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    add_rules(parser)
    add_force_exclude(parser)
    add_configuration(parser)
    add_python_schemas(parser)
    add_plugins(parser)
    parser.add_argument(
        "--no-suppressions", action="store_true", help="report suppressed findings as well"
    )
    add_cache_dir(parser)
    parser.add_argument("--quiet", "-q", action="store_true", help="print no totals on stderr")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.cache.place import cache_folder
    from contentlint.cache.store import Cache
    from contentlint.cli.live import misses
    from contentlint.config.resolve import load
    from contentlint.core.records import replace
    from contentlint.core.shown import shown
    from contentlint.engine.discover import discover

    cwd = Path.cwd()
    # A run for people, who see no selectors.
    asked = replace(request(given), selectors=False)
    config = load(asked, cwd)
    discovery = discover(asked.paths, config, cwd, force_exclude=given.force_exclude)
    folder = cache_folder(cwd, given.cache_dir)
    # This command creates no cache; if there can be none, that is the reason it prints.
    cache = Cache(folder) if folder is None or folder.exists() else None
    reasons: Counter[str] = Counter()
    for path, miss in misses(discovery, config, cache):
        reasons[miss.reason] += 1
        write([f"{one_line(shown(path, cwd))}: {miss.reason}\n"])
    if not given.quiet:
        total = len(discovery.files)
        note(f"contentlint: cached: {total - reasons.total()} of {total} files")
        for reason, number in reasons.most_common():
            files = f"{number} file{'' if number == 1 else 's'}"
            note(f"contentlint: not cached: {files}: {reason}")
    return 0
