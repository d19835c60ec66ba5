"""`contentlint cache info`: the location, size and content of the cache."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.options import Parser, add_cache_dir, write
from contentlint.cli.streams import one_line

_DESCRIPTION = """\
Show the location, size and content of the cache of this folder.

The cache stores the findings of unchanged files. It only saves time: without it, a run reports the
same findings. It is in the user's cache folder, unless --cache-dir or CONTENTLINT_CACHE_DIR names
another one.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("cache info", description=_DESCRIPTION)
    add_cache_dir(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.cache.database import MOST_BYTES, facts
    from contentlint.cache.place import cache_folder

    folder = cache_folder(Path.cwd(), given.cache_dir)
    if folder is None:
        write(["no cache: the user's cache folder is unknown\n"])
        return 0
    known = facts(folder)
    if known is None:
        write([f"no cache at {one_line(str(folder))}\n"])
        return 0
    size, limit = known.size / 2**20, MOST_BYTES // 2**20
    write(
        [
            f"location  {one_line(str(known.file))}\n",
            f"size      {size:.1f} MiB (limit: {limit} MiB)\n",
            f"files     {known.files}\n",
            f"entries   {known.entries}\n",
        ]
    )
    if known.is_damaged:
        write(["the cache is damaged or from another version; the next run replaces it\n"])
    return 0
