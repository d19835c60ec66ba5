"""`contentlint baseline`: record existing findings, so that later runs report only new ones."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.baseline.file import FILE_NAME
from contentlint.cli import online
from contentlint.cli.files import save
from contentlint.cli.options import Parser, add_cache_dir, note, write
from contentlint.cli.request import add_configuration, request
from contentlint.cli.streams import one_line
from contentlint.core.reading import MOST_OF_BASELINE, read_settings

_DESCRIPTION = f"""\
Record existing findings in a file, so that `contentlint check` reports only new ones.

  write   record all current findings
  prune   remove fixed findings; add none

The file is `baseline` in the configuration, by default {FILE_NAME} in this folder.
Entries of articles that are not checked are kept as long as the article exists, those about
external URLs unless --online checks them.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("baseline", description=_DESCRIPTION)
    actions = ("write", "prune")
    parser.add_argument("action", choices=actions, metavar="write|prune", help="what to do")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument(
        "--baseline", metavar="FILE", help="baseline file to use instead of the configured one"
    )
    add_configuration(parser)
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="neither read nor write the cache; check every file",
    )
    add_cache_dir(parser)
    online.add_options(parser)
    parser.set_defaults(jobs=1, quiet=False, select=[])
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    online.check_options(given)
    from contentlint.baseline.apply import record
    from contentlint.cache.place import cache_folder
    from contentlint.cache.store import Cache
    from contentlint.config.resolve import load
    from contentlint.engine.discover import discover
    from contentlint.engine.run import check_files

    cwd = Path.cwd()
    asked = request(given)
    config = load(asked, cwd)
    discovery = discover(asked.paths, config, cwd)
    cache = None if given.no_cache else Cache(cache_folder(cwd, given.cache_dir))
    if given.online and online.ask(discovery, config, cache, given).left:
        raise KeyboardInterrupt  # an incomplete baseline would report old findings as new
    report = check_files(discovery, config.task, cache, jobs=None)
    if cache is not None:
        cache.close()
    is_pruning = given.action == "prune"
    for file, text, written in record(report, discovery.files, config.task, cwd, prune=is_pruning):
        if _differs(file, text):
            save(file, [text], written.file)
        total = f"{_number(written.entries, 'finding')} in {_number(written.files, 'file')}"
        removed = f"{written.gone} removed"
        change = removed if is_pruning else f"{written.new} added, {removed}"
        write([f"{one_line(written.file)}: {total} ({change})\n"])
        if config.layers(cwd).baseline.value is None and file == cwd / FILE_NAME:
            note(f'contentlint: to use it, add `baseline = "{FILE_NAME}"` to contentlint.toml')
    if not discovery.files:
        note("contentlint: no articles found")
    return 0


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _differs(file: Path, text: str) -> bool:
    """Whether a file's content differs from a text, or the file cannot be read."""
    try:
        return file.is_symlink() or read_settings(file, None, MOST_OF_BASELINE) != text.encode()
    except OSError:
        return True
