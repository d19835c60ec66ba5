"""`contentlint init`: write a commented `contentlint.toml` for the site in this folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from contentlint.baseline.file import FILE_NAME as BASELINE
from contentlint.cli.files import save
from contentlint.cli.options import Parser, write
from contentlint.config.settings import FILE_NAME
from contentlint.core.errors import UsageError
from contentlint.site.generator import UNKNOWN, Generator, Kind
from contentlint.site.generators import by_name, names
from contentlint.site.recognise import recognise

_HEAD = """\
# Configuration of contentlint: which files are articles, their schemas, and the rules that run.
# `contentlint config show` prints the settings that apply, with their origin.
"""

_COLLECTIONS = """\
# Groups of articles with the schema of their front matter: a built-in schema, or your own model
# ("schemas/post.py:Post"). Every file in a collection must have front matter. If several
# collections include a file, the last one applies.
{collections}
"""

_TAIL = """\
# Severity of a rule or category (error, warning, info or off), and options of rules.
# `contentlint rules` lists the rules, `contentlint explain RULE` describes one.
[rules]
# "attribution/missing-author" = {{ severity = "error", required = true }}
# "image" = "warning"

# Different rule settings for some files.
# [[overrides]]
# paths = ["{drafts}"]
# rules = {{ "attribution" = "off" }}
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser(
        "init", description=f"Write a commented {FILE_NAME} for the site in this folder."
    )
    parser.add_argument(
        "folder",
        nargs="?",
        default=".",
        metavar="FOLDER",
        help="folder to write to (default: this folder)",
    )
    parser.add_argument(
        "--generator", choices=names(), help="generator of the site (default: detected)"
    )
    parser.add_argument("--force", action="store_true", help=f"overwrite an existing {FILE_NAME}")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    folder = Path.cwd() / given.folder
    if not folder.is_dir():
        raise UsageError(f"folder `{given.folder}` not found")
    file = folder / FILE_NAME
    if os.path.lexists(file) and not given.force:
        raise UsageError(f"`{FILE_NAME}` already exists; use --force to overwrite it")
    site = recognise(folder.resolve())
    generator, why = UNKNOWN, "not detected"
    if given.generator is not None:
        generator, why = by_name(given.generator), "set by --generator"
    elif site is not None:
        generator, why = site.generator, f"detected from {site.marker.name}"
    save(file, [text(generator, why)], FILE_NAME)
    name = f" {generator.name}," if generator.is_known else ""
    write([f"wrote {FILE_NAME} (generator{name} {why})\n"])
    return 0


def text(generator: Generator, why: str) -> str:
    """The content of the file.

    Args:
        generator: the generator of the site.
        why: how it was determined, for the comment.
    """
    comment = "" if generator.is_known else "# "
    name = f'{comment}generator = "{generator.name or names()[0]}"'
    parts = [
        _HEAD,
        f"# Generator of the site ({why}).\n{name}\n",
        "# Lowest severity that sets the exit status to 1: error, warning, info or never.\n"
        'fail-on = "error"\n',
        "# Existing findings to suppress; `contentlint baseline write` records them.\n"
        f'# baseline = "{BASELINE}"\n',
        "# Files to skip, as .gitignore patterns.\nexclude = []\n",
        _COLLECTIONS.format(collections="\n\n".join(map(_collection, reversed(generator.kinds)))),
        _TAIL.format(drafts=generator.drafts),
    ]
    return "\n".join(parts)


def _collection(kind: Kind) -> str:
    """The table of a collection; names and patterns of generators need no escaping."""
    include = ", ".join(f'"{pattern}"' for pattern in kind.content)
    return f'[[collections]]\nname = "{kind.name}"\ninclude = [{include}]\nschema = "{kind.schema}"'
