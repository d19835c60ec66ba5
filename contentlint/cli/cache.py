"""`contentlint cache`: what is kept of earlier runs, and how to be rid of it."""

from collections.abc import Sequence
from pathlib import Path

from contentlint.cli.options import Parser, write
from contentlint.cli.streams import one_line
from contentlint.errors import UsageError

_DESCRIPTION = """\
The cache of this folder: what was found in files that have not changed since.

  info    say where it is, how large it is and what it knows
  clear   delete it

It is never needed: without it a run takes longer and reports the same.
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("cache", description=_DESCRIPTION)
    parser.add_argument("action", choices=("info", "clear"), help="what to do")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.engine.cache import FOLDER, MOST_BYTES, clear, facts

    folder = Path.cwd()
    if given.action == "clear":
        try:
            is_gone = clear(folder)
        except OSError as error:
            raise UsageError(f"`{FOLDER}` cannot be deleted: {error.strerror}") from error
        write([f"deleted {FOLDER}\n" if is_gone else f"there is no {FOLDER} here\n"])
        return 0
    known = facts(folder)
    if known is None:
        write([f"there is no {FOLDER} here\n"])
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
