"""`contentlint init`: write a commented `contentlint.toml` for the site in this folder."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.baseline.file import FILE_NAME as BASELINE
from contentlint.cli.files import save
from contentlint.cli.options import Parser, write
from contentlint.cli.streams import one_line
from contentlint.config import settings
from contentlint.config.peers.tables import PEERS
from contentlint.config.settings import FILE_NAME, place_in
from contentlint.core.errors import UsageError
from contentlint.core.globs import below, matches
from contentlint.core.patterns import lazy
from contentlint.core.reading import project_of, read_beginning
from contentlint.site.generator import UNKNOWN, Generator, Kind
from contentlint.site.generators import by_name, names
from contentlint.site.recognise import recognise

if TYPE_CHECKING:
    from contentlint.config.peers.convert import Converted

# Folders whose names need no escaping in a pattern or in TOML, and how many become collections.
_NAMEABLE = lazy(r"[\w./ -]+")
_MOST_FOLDERS = 8
# How many bytes of a file are read to find its front matter.
_START = 256

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

_NO_COLLECTION = """\
# Groups of articles with the schema of their front matter: a built-in schema, or your own model
# ("schemas/post.py:Post"). Every file in a collection must have front matter. If several
# collections include a file, the last one applies.
# [[collections]]
# name = "posts"
# include = ["{pattern}"]
# schema = "{schema}"
"""

_TAIL = """\
# Severity of a rule or category (error, warning, info or off), and options of rules.
# `contentlint rules` lists the rules, `contentlint explain RULE` describes one.
[rules]
{rules}# "attribution/missing-author" = {{ severity = "error", required = true }}
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
        "--generator",
        choices=names(),
        metavar="NAME",
        help=f"generator of the site (default: detected): {', '.join(names())}",
    )
    parser.add_argument(
        "--from",
        dest="peer",
        choices=tuple(PEERS),
        help="take over the settings of this linter in FOLDER, as far as they correspond; list the "
        "others",
    )
    parser.add_argument("--force", action="store_true", help=f"overwrite an existing {FILE_NAME}")
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    folder = Path.cwd() / given.folder
    if not folder.is_dir():
        raise UsageError(f"folder `{given.folder}` not found")
    folder = folder.resolve()
    file = folder / FILE_NAME
    if os.path.lexists(file) and not given.force:
        raise UsageError(f"`{FILE_NAME}` already exists; use --force to overwrite it")
    replaced = _replaced(folder)
    if replaced == folder / "pyproject.toml" and not given.force:
        raise UsageError(
            f"`pyproject.toml` has `[tool.contentlint]`, which `{FILE_NAME}` would replace; "
            "use --force to write it"
        )
    site = recognise(folder)
    generator, why = UNKNOWN, "not detected"
    if given.generator is not None:
        generator, why = by_name(given.generator), "set by --generator"
    elif site is not None:
        generator, why = site.generator, f"detected from {site.marker.name}"
    found = collections(folder, generator)
    taken = None if given.peer is None else _taken_over(given.peer, folder)
    save(file, [text(generator, why, list(found), taken)], FILE_NAME)
    write(_report(generator, why, found))
    if taken is not None:
        write(_report_of_import(given.peer, taken))
    if replaced not in (None, file):
        shown = Path(os.path.relpath(replaced, Path.cwd())).as_posix()
        write([f"`{shown}` no longer applies to this folder; settings are not merged\n"])
    return 0


def _taken_over(peer: str, folder: Path) -> "Converted":
    """The settings of another linter as ours.

    Raises:
        UsageError, ConfigError: it has no configuration here, or it cannot be read.
    """
    from contentlint.config.peers.convert import convert
    from contentlint.config.peers.files import read

    return convert(peer, read(peer, folder, project_of(folder)))


def _report_of_import(peer: str, taken: "Converted") -> Iterator[str]:
    """What corresponds to the settings of another linter, and what does not."""
    rules = f"{len(taken.rules)} rule{'' if len(taken.rules) == 1 else 's'}"
    patterns = f"{len(taken.exclude)} pattern{'' if len(taken.exclude) == 1 else 's'}"
    yield f"from {peer}: {rules} and {patterns} written, {taken.kept} as by default\n"
    for name, (severity, theirs) in taken.rules.items():
        yield f"  {name} = {severity} ({theirs})\n"
    if taken.left:
        yield "not taken over:\n"
        yield from (f"  {one_line(line)}\n" for line in taken.left)


def _replaced(folder: Path) -> Path | None:
    """The configuration file that has applied to a folder (absolute) so far."""
    for place in (folder, *folder.parents):
        try:
            found = place_in(place, lambda _: None)
        except OSError:
            return None
        if found is not None:
            return found.file
    return None


def _report(generator: Generator, why: str, found: "dict[Kind, int]") -> Iterator[str]:
    """What was written, and the collections with their numbers of articles."""
    name = f" {generator.name}," if generator.is_known else ""
    yield f"wrote {FILE_NAME} (generator{name} {why})\n"
    for kind, number in found.items():
        files = "no file matches" if not number else f"{number} file{'' if number == 1 else 's'}"
        yield f"collection `{kind.name}`: {files}\n"
    if not found:
        yield "no collections detected; add one for articles with a schema of their own\n"


def collections(folder: Path, generator: Generator) -> dict[Kind, int]:
    """The collections of a site, each with its number of files.

    These are the kinds of the generator whose folders exist. If none of them has a file, they are
    the folders that contain articles.

    Args:
        folder: the root of the site.
        generator: its generator.
    """
    articles = _articles(folder)
    found: dict[Kind, int] = {}
    for kind in generator.kinds:
        patterns = [
            pattern
            for own in kind.content
            if _is_there(folder, own)
            for pattern in _with_endings(own, articles)
        ]
        if patterns:
            known = kind._replace(content=tuple(patterns))
            found[known] = sum(matches(known.content, path) for path in articles)
    if any(found.values()):
        return found
    return _folders_of(folder, articles, generator) or found


def _articles(folder: Path) -> list[str]:
    """The files that a run without configuration would check, relative to the folder."""
    from contentlint.config.plan import Request
    from contentlint.config.resolve import load
    from contentlint.engine.discover import discover

    found = discover((), load(Request(isolated=True), folder), folder)
    return [path for file in found.files if (path := below(file, folder)) is not None]


def _fixed(pattern: str) -> str:
    """The folder at the start of a pattern, ending in `/`; empty if there is none."""
    start = pattern.partition("*")[0]
    return start[: start.rfind("/") + 1]


def _is_there(folder: Path, pattern: str) -> bool:
    return not _fixed(pattern) or (folder / _fixed(pattern)).is_dir()


def _with_endings(pattern: str, articles: Sequence[str]) -> Iterator[str]:
    """A pattern for each file type that articles in its folder have."""
    yield pattern
    start, stem = _fixed(pattern), pattern.removesuffix("*.md")
    if not start or stem == pattern:
        return
    endings = {Path(path).suffix for path in articles if path.startswith(start)}
    yield from (f"{stem}*{ending}" for ending in sorted(endings - {".md"}))


def _folders_of(folder: Path, articles: Sequence[str], generator: Generator) -> dict[Kind, int]:
    """Collections for the folders with articles that have front matter, one per top folder."""
    groups: dict[str, list[str]] = {}
    for path in articles:
        top, slash, _ = path.partition("/")
        if slash and _has_front_matter(folder / path):
            groups.setdefault(top, []).append(path)
    found: dict[Kind, int] = {}
    for paths in groups.values():
        place = os.path.commonpath([os.path.dirname(path) for path in paths])  # noqa: PTH120
        if not _NAMEABLE.fullmatch(place):
            continue
        endings = sorted({Path(path).suffix for path in paths})
        content = tuple(f"{place}/**/*{ending}" for ending in endings)
        name = place.rpartition("/")[2].strip("_") or place
        is_taken = any(kind.name == name for kind in found)
        kind = Kind(place.replace("/", "-") if is_taken else name, content, generator.schema)
        found[kind] = sum(matches(content, path) for path in articles)
    return found if len(found) <= _MOST_FOLDERS else {}


def _has_front_matter(file: Path) -> bool:
    start = read_beginning(file, _START) or b""
    return start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"---", b"+++", b";;;"))


def text(
    generator: Generator,
    why: str,
    kinds: Sequence[Kind] | None = None,
    taken: "Converted | None" = None,
) -> str:
    """The content of the file.

    Args:
        generator: the generator of the site.
        why: how it was determined, for the comment.
        kinds: its collections, the more specific before the more general; None: all of its kinds.
        taken: the settings of another linter.
    """
    exclude = [] if taken is None else taken.exclude
    rules = {} if taken is None else taken.rules
    lines = [f'"{rule}" = "{severity}"  # {theirs}\n' for rule, (severity, theirs) in rules.items()]
    comment = "" if generator.is_known else "# "
    name = f'{comment}generator = "{generator.name or names()[0]}"'
    parts = [
        _HEAD if settings.SCHEMA_URL is None else f"#:schema {settings.SCHEMA_URL}\n{_HEAD}",
        f"# Generator of the site ({why}).\n{name}\n",
        "# Lowest severity that sets the exit status to 1: error, warning, info or never.\n"
        'fail-on = "error"\n',
        "# Existing findings to suppress; `contentlint baseline write` records them.\n"
        f'# baseline = "{BASELINE}"\n',
        "# Files to skip, as .gitignore patterns.\n"
        f"exclude = {json.dumps(exclude, ensure_ascii=False)}\n",
        _collections(generator.kinds if kinds is None else kinds, generator),
        _TAIL.format(drafts=generator.drafts, rules="".join(lines)),
    ]
    return "\n".join(parts)


def _collections(kinds: Sequence[Kind], generator: Generator) -> str:
    if not kinds:
        example = generator.kinds[0].content[0] if generator.kinds else "posts/**/*.md"
        return _NO_COLLECTION.format(pattern=example, schema=generator.schema)
    return _COLLECTIONS.format(collections="\n\n".join(map(_collection, reversed(kinds))))


def _collection(kind: Kind) -> str:
    """The table of a collection; its name and patterns need no escaping."""
    include = ", ".join(f'"{pattern}"' for pattern in kind.content)
    return f'[[collections]]\nname = "{kind.name}"\ninclude = [{include}]\nschema = "{kind.schema}"'
