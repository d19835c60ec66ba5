"""`contentlint cache`: what is kept of earlier runs, and how to be rid of it."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.options import Parser, add_cache_dir, write
from contentlint.cli.streams import one_line
from contentlint.core.errors import UsageError
from contentlint.core.reading import reason

_DESCRIPTION = """\
The cache of this folder: what was found in files that have not changed since.

  info    show where it is, its size and what it holds
  clear   delete it

It is never needed: without it a run takes longer and reports the same. It is in the user's cache
folder, unless --cache-dir or CONTENTLINT_CACHE_DIR names another one.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("cache", description=_DESCRIPTION)
    parser.add_argument("action", choices=("info", "clear"), help="what to do")
    add_cache_dir(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.cache.place import cache_folder, clear
    from contentlint.cache.store import MOST_BYTES, facts

    folder = cache_folder(Path.cwd(), given.cache_dir)
    if folder is None:
        write(["no cache: the user's cache folder is unknown\n"])
        return 0
    if given.action == "clear":
        try:
            is_gone = clear(folder)
        except OSError as error:
            raise UsageError(f"`{folder}` cannot be deleted: {reason(error)}") from error
        write([f"deleted {folder}\n" if is_gone else f"no cache at {folder}\n"])
        return 0
    known = facts(folder)
    if known is None:
        write([f"no cache at {folder}\n"])
        return 0
    size, most = known.size / 2**20, MOST_BYTES // 2**20
    write(
        [
            f"place    {one_line(str(known.file))}\n",
            f"size     {size:.1f} MiB of at most {most}\n",
            f"files    {known.files}\n",
            f"entries  {known.entries}\n",
        ]
    )
    if known.is_damaged:
        write(["it is damaged or of another version; the next run makes it anew\n"])
    return 0
