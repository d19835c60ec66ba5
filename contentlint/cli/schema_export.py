"""`contentlint schema export`: write a schema as JSON Schema, with editor settings for it."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cli.files import save
from contentlint.cli.options import Parser, write, write_document
from contentlint.cli.request import add_configuration
from contentlint.cli.streams import one_line
from contentlint.core.errors import UsageError

if TYPE_CHECKING:
    from contentlint.config.resolve import Config
    from contentlint.config.settings import Collection

_DESCRIPTION = """\
Write a schema as JSON Schema, for editors and other tools. The result is never stricter than the
schema: only `contentlint check` checks what JSON Schema cannot express.
"""
_EPILOG = """\
SCHEMA is the name of a configured collection, or a schema as in the configuration: a shipped one
(hexo, docusaurus.BlogPost), file.py:Model or package.module:Model. The default is the schema of the
only collection, or of the generator. A model of your own is imported, which runs its code.

examples:
  contentlint schema export hugo
  contentlint schema export posts --draft 7 --output posts.schema.json

With --output, settings for VS Code are printed. Its extensions need draft 7.
"""

_SETTINGS = """\

For Markdown, VS Code shows schema errors with the extension unifiedjs.vscode-remark and the npm
packages remark, remark-frontmatter and remark-lint-frontmatter-schema. In .remarkrc.mjs:

import remarkFrontmatter from "remark-frontmatter";
import remarkLintFrontmatterSchema from "remark-lint-frontmatter-schema";

export default {{
  plugins: [
    remarkFrontmatter,
    [remarkLintFrontmatterSchema, {{ schemas: {{ {file}: {include} }} }}],
  ],
}};

The extension redhat.vscode-yaml also completes keys and values, but only in YAML files, not in
Markdown. In .vscode/settings.json, with your files:

{{ "yaml.schemas": {{ {file}: ["_data/**/*.yml"] }} }}
"""


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("schema export", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("schema", nargs="?", metavar="SCHEMA", help="schema or collection")
    parser.add_argument("--output", metavar="FILE", help="write the schema to a file")
    parser.add_argument("--force", action="store_true", help="overwrite the file")
    parser.add_argument(
        "--draft",
        choices=("2020-12", "7"),
        default="2020-12",
        help="JSON Schema draft (default: 2020-12)",
    )
    add_configuration(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.config.resolve import Request, load
    from contentlint.schema.export import json_schema
    from contentlint.schema.loading import load_schema

    cwd = Path.cwd()
    config = load(Request(config=tuple(given.config), isolated=given.isolated), cwd)
    reference, base, include = _chosen(given.schema, config, cwd)
    # A schema named here may be anywhere, one from the configuration only in its project.
    root = None if reference == given.schema else config.layers(cwd).project
    schema = json_schema(load_schema(reference, base, root=root), given.draft)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if given.output is None:
        from contentlint.reporters import unseen_escaped

        write_document([unseen_escaped(text)])
        return 0
    file = cwd / given.output
    if os.path.lexists(file) and not given.force:
        raise UsageError(f"`{given.output}` already exists; use --force to overwrite it")
    save(file, [text], given.output)
    shown = Path(given.output).as_posix()
    write([f"wrote {one_line(shown)} (draft {given.draft})\n"])
    write(_settings(shown if file == Path(given.output) else f"./{shown}", include, given.draft))
    return 0


def _chosen(name: str | None, config: "Config", cwd: Path) -> tuple[str, Path, tuple[str, ...]]:
    """The reference of a schema, the folder that it is relative to, and the files it applies to."""
    layers = config.layers(cwd)
    collections = {
        collection.name: collection
        for file in layers.files
        for collection in file.settings.collections
        if collection.schema_ is not None
    }
    if name in collections:
        return _of(collections[name], layers.root)
    if name is not None:
        return name, cwd, ("**/*.md",)
    if len({collection.schema_ for collection in collections.values()}) == 1:
        return _of(next(iter(collections.values())), layers.root)
    if collections:
        listed = ", ".join(f"`{known}`" for known in collections)
        raise UsageError(f"several collections have a schema; name one of {listed}")
    plan = config.plan(cwd / "article.md")
    return plan.schema or "article", layers.root, ("**/*.md",)


def _of(collection: "Collection", root: Path) -> tuple[str, Path, tuple[str, ...]]:
    assert collection.schema_ is not None
    return collection.schema_, root, tuple(collection.include)


def _settings(file: str, include: tuple[str, ...], draft: str) -> Iterator[str]:
    if draft != "7":
        yield "the extensions of VS Code need draft 7; export with --draft 7\n"
    patterns = json.dumps([f"./{pattern}" for pattern in include], ensure_ascii=False)
    yield _SETTINGS.format(file=json.dumps(file, ensure_ascii=False), include=patterns)
