"""`contentlint cache clear`: delete the cache of this folder."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.options import Parser, add_cache_dir, write
from contentlint.cli.streams import one_line
from contentlint.core.errors import UsageError


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("cache clear", description="Delete the cache of this folder.")
    add_cache_dir(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.cache.index import index_folder
    from contentlint.cache.place import cache_folder, clear
    from contentlint.core.reading import reason

    folder = cache_folder(Path.cwd(), given.cache_dir)
    if folder is None:
        write(["no cache: the user's cache folder is unknown\n"])
        return 0
    index = index_folder(Path.cwd(), given.cache_dir)
    try:
        if index is not None:
            clear(index)  # about contentlint itself; the next run writes it again
        is_deleted = clear(folder)
    except OSError as error:
        raise UsageError(f"cannot delete `{folder}`: {reason(error)}") from error
    place = one_line(str(folder))
    write([f"deleted {place}\n" if is_deleted else f"no cache at {place}\n"])
    return 0
