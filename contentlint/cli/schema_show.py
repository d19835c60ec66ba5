"""`contentlint schema show`: show the collection and schema of a file, and their origin."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.options import Parser, write
from contentlint.cli.request import add_configuration, add_python_schemas
from contentlint.cli.streams import one_line
from contentlint.core.errors import UsageError

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.config.plan import Plan
    from contentlint.config.resolve import Config
    from contentlint.schema.problem import Schema

_DESCRIPTION = """\
Show which collection and schema apply to a file, and their origin: the line of the configuration,
or the file by which the generator was detected. The file does not have to exist.
"""
_WIDTH = 100


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("schema show", description=_DESCRIPTION)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="article files")
    add_configuration(parser)
    add_python_schemas(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.config.resolve import Request, load

    cwd = Path.cwd()
    request = Request(
        config=tuple(given.config),
        isolated=given.isolated,
        python_schemas=not given.no_python_schemas,
    )
    config = load(request, cwd)
    for number, name in enumerate(given.paths):
        path = cwd / name
        if path.is_dir():
            raise UsageError(f"`{name}` is a folder; name a file")
        lines = [name, *(f"  {label:<13}  {value}" for label, value in _facts(path, config, cwd))]
        write([*(["\n"] if number else []), *(f"{one_line(line)}\n" for line in lines)])
    return 0


def _facts(path: Path, config: "Config", cwd: Path) -> Iterator[tuple[str, str]]:
    """The lines for a file, as labels and values."""
    from contentlint.core.shown import shown
    from contentlint.site.recognise import recognise

    if not path.exists():
        yield "file", "does not exist yet"
    layers = config.layers(path.parent)
    site = recognise(path.parent)
    files = [shown(file.path, cwd) for file in layers.files if file.path is not None]
    yield "configuration", ", ".join(files) or "none"
    generator = layers.generator(site)
    why = generator.origin
    if site is not None and layers.value("generator", None).value is None:
        why = f"detected by {shown(site.marker, cwd)}"
    yield "generator", f"{generator.value} ({why})" if generator.value else "none detected"
    plan = config.plan(path)
    settings = {setting.key: setting for setting in config.settings(path)}
    collection, schema = settings["collection"], settings["schema"]
    is_default = collection.value == "none"
    yield "collection", "none" if is_default else f"{collection.value} ({collection.origin})"
    yield "schema", f"{schema.value} ({schema.origin})"
    known = None
    if plan.inline_schemas and path.is_file():
        article = _named(path, plan)
        known = article.schema
        if known is not None:
            yield (
                "",
                f"overridden by {known.name}, named in the article (`inline-schemas` is on)",
            )
        elif fault := article.schema_fault:
            yield "", f"the article names {fault.reference}, which cannot be loaded: {fault.fault}"
    known = known or config.task(path).schema
    if known is None:
        yield "keys", "unknown: the schema is Python code and was not loaded"
        return
    yield from _keys(known, cwd, is_lenient=known.is_shipped and plan.collection is None)


def _named(path: Path, plan: "Plan") -> "Document":
    """The article, with the schema that it names, which overrides the other one."""
    from contentlint.article.document import Document
    from contentlint.core.reading import TooLarge, read_file
    from contentlint.core.source import Source, decode

    try:
        text, _ = decode(read_file(path, plan.limits.file_size))
    except (OSError, TooLarge) as error:
        raise UsageError(f"`{path.name}` cannot be read: {error}") from error
    document = Document(Source(path.name, text))
    document.take_named_schema(plan.base, plan.schema_root)
    return document


def _keys(schema: "Schema", cwd: Path, *, is_lenient: bool) -> Iterator[tuple[str, str]]:
    from contentlint.core.shown import shown
    from contentlint.schema.export import forbids_unknown_keys, known_fields, source_of

    file, name = source_of(schema)
    if file is not None:
        place = shown(file, cwd)
        yield "defined in", f"{place}:{name}" if name else place
    fields = known_fields(schema)
    required = ["|".join(field.names) for field in fields if field.is_required]
    optional = ["|".join(field.names) for field in fields if not field.is_required]
    remark = " (in articles; not in redirects and the like)" if is_lenient else ""
    yield from _listed("required", required, remark)
    yield from _listed("optional", optional, "")
    yield "other keys", "forbidden" if forbids_unknown_keys(schema) else "allowed"


def _listed(label: str, names: list[str], remark: str) -> Iterator[tuple[str, str]]:
    """A list of names, wrapped to several lines."""
    from textwrap import wrap

    text = ", ".join(names) + remark if names else "none"
    for line in wrap(text, _WIDTH - 17, break_long_words=False, break_on_hyphens=False):
        yield label, line
        label = ""
