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
# Configuration of contentlint: articles, their schemas, and rules.
# `contentlint config show` prints the settings that apply, with their origin.
"""

_COLLECTIONS = """\
# Collections of articles, each with a schema for its front matter: a shipped one, a model of your
# own ("schemas/post.py:Post"), or none. Files of a collection must have front matter. If several
# collections include a file, the last one applies.
{collections}
"""

_TAIL = """\
# Severity and options of a rule or a category; severities: error, warning, info, off.
# `contentlint rules` lists the rules, `contentlint explain RULE` describes one.
[rules]
# "attribution/missing-author" = {{ severity = "error", required = true }}
# "image" = "warning"

# Settings for some files.
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
        raise UsageError(f"no folder `{given.folder}`")
    file = folder / FILE_NAME
    if os.path.lexists(file) and not given.force:
        raise UsageError(f"{FILE_NAME} exists; --force overwrites it")
    site = recognise(folder.resolve())
    generator, why = UNKNOWN, "none detected; set `generator` if there is one"
    if given.generator is not None:
        generator, why = by_name(given.generator), "from --generator"
    elif site is not None:
        generator, why = site.generator, f"detected by {site.marker.name}"
    save(file, [text(generator, why)], FILE_NAME)
    write([f"wrote {FILE_NAME} ({generator.name or 'no generator'}: {why})\n"])
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
        f"# Generator of the site: {why}.\n{name}\n",
        "# Lowest severity that makes a run fail: error, warning, info, never.\n"
        'fail-on = "error"\n',
        "# Known findings to suppress; `contentlint baseline write` records them.\n"
        f'# baseline = "{BASELINE}"\n',
        "# Files that are never checked, as patterns of .gitignore.\nexclude = []\n",
        _COLLECTIONS.format(collections="\n\n".join(map(_collection, reversed(generator.kinds)))),
        _TAIL.format(drafts=generator.drafts),
    ]
    return "\n".join(parts)


def _collection(kind: Kind) -> str:
    """The table of a collection; names and patterns of generators need no escaping."""
    include = ", ".join(f'"{pattern}"' for pattern in kind.content)
    return f'[[collections]]\nname = "{kind.name}"\ninclude = [{include}]\nschema = "{kind.schema}"'
