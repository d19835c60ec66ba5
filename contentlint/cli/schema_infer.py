"""`contentlint schema infer`: write a Pydantic schema for existing articles, report outliers."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from contentlint.cli.files import save
from contentlint.cli.options import Parser, style, write, write_document
from contentlint.cli.request import add_configuration, request
from contentlint.core.errors import UsageError
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.config.resolve import Config
    from contentlint.core.finding import Finding
    from contentlint.engine.discover import Discovery
    from contentlint.schema.infer import Article, Inferred
    from contentlint.schema.problem import FieldProblem

_DESCRIPTION = """\
Write a Pydantic schema that matches existing articles: types, required keys, enumerations, dates,
URLs, languages. Outliers, which only a few articles have, are left out and reported.
"""
_EPILOG = """\
examples:
  contentlint schema infer content/posts                     print the schema; report on stderr
  contentlint schema infer content/posts --output post.py    write the schema and show how to use it
  contentlint schema infer content --tolerance 0             every article must match

The exit status is 0 if a schema is written, outliers or not, and 2 otherwise.
"""
_RULES = {
    "missing": "front-matter/missing-field",
    "invalid": "front-matter/invalid-field",
    "unknown": "front-matter/unknown-field",
    "date": "front-matter/date-format",
}
_MAX_EXAMPLES = 3
_MAX_RARE = 20


def parser() -> Parser:
    """The parser of this command's arguments."""
    parser = Parser("schema infer", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")
    parser.add_argument("--output", metavar="FILE", help="write the schema to a file")
    parser.add_argument("--force", action="store_true", help="overwrite the file")
    parser.add_argument(
        "--tolerance",
        type=_percent,
        default=1.0,
        metavar="PERCENT",
        help="share of articles that may violate the schema (default: 1)",
    )
    add_configuration(parser)
    return parser


def _percent(text: str) -> float:
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        number = -1
    if not 0 <= number <= 50:
        raise argparse.ArgumentTypeError(
            f"`{text}` is not valid; expected a percentage from 0 to 50"
        )
    return number


class Read(NamedTuple):
    """The files that were read: articles to infer from, and files without usable front matter."""

    articles: "list[Article]"
    bare: list[str]
    broken: "list[Finding]"
    unreadable: list[str]


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    from contentlint.config.resolve import load
    from contentlint.engine.discover import discover
    from contentlint.schema.infer import infer

    cwd = Path.cwd()
    asked = request(given)
    config = load(asked, cwd)
    file = None if given.output is None else cwd / given.output
    if file is not None and os.path.lexists(file) and not given.force:
        raise UsageError(f"`{given.output}` already exists; use --force to overwrite it")
    read = _read(discover(asked.paths, config, cwd), cwd)
    where = ", ".join(map(repr, given.paths))
    if not read.articles:
        raise UsageError(f"no article with front matter in {where}")
    head = f"Inferred from {_number(len(read.articles), 'article')} in {where}."
    inferred = infer(read.articles, tolerance=given.tolerance / 100, head=head)
    if file is None:
        write_document([inferred.source])
        write(_report(inferred, read, sys.stderr), sys.stderr)
        return 0
    save(file, [inferred.source], given.output)
    write(_report(inferred, read, sys.stdout))
    write(_usage(file, given.paths, config, cwd))
    return 0


def _read(discovery: "Discovery", cwd: Path) -> Read:
    from contentlint.config.plan import Limits
    from contentlint.core.reading import TooLarge, read_file
    from contentlint.core.shown import shown
    from contentlint.core.source import Source, decode
    from contentlint.engine.lift import finding
    from contentlint.front_matter import read
    from contentlint.rule import Problem
    from contentlint.schema.infer import Article

    found = Read([], [], [], [])
    for path in discovery.files:
        name = shown(path, cwd)
        try:
            text, fault = decode(read_file(path, Limits().file_size))
        except (OSError, TooLarge):
            found.unreadable.append(name)
            continue
        if fault is not None and fault.unreadable:
            found.unreadable.append(name)
            continue
        front_matter = read(text)
        if front_matter.format is None:
            found.bare.append(name)
        elif front_matter.is_broken:
            for problem in front_matter.syntax_problems:
                lifted = Problem(problem.span, problem.message)
                source = Source(name, text)
                found.broken.append(finding(source, lifted, "front-matter/invalid-syntax", "error"))
        else:
            found.articles.append(Article(name, text, front_matter))
    return found


def _report(inferred: "Inferred", read: Read, stream: TextIO) -> Iterator[str]:
    """The outliers, and the files and keys that were left out, for a stream."""
    from contentlint.core.finding import Report
    from contentlint.reporters import render

    look = style("auto", stream, summary=False)
    findings = [
        _finding(article, problem)
        for article, problems in inferred.outliers
        for problem in problems
    ]
    findings = sorted([*findings, *read.broken], key=lambda finding: finding.sort_key)
    yield from render("concise", Report(tuple(findings), inferred.articles, 0.0), look)
    outliers = len(inferred.outliers)
    share = 100 * (inferred.articles - outliers) / inferred.articles
    matching = f"{inferred.articles - outliers} of {_number(inferred.articles, 'article')}"
    verb = "matches" if inferred.articles == 1 else "match"
    yield f"{matching} {verb} the schema ({_rounded(share)} %)\n"
    if broken := len({finding.path for finding in read.broken}):
        yield f"{_number(broken, 'file')} with invalid front matter, skipped\n"
    if read.bare:
        files = _number(len(read.bare), "file")
        names = _examples(read.bare)
        yield f"{files} without front matter; add to `exclude` if not articles: {names}\n"
    if read.unreadable:
        files = _number(len(read.unreadable), "file")
        yield f"{files} that cannot be read: {_examples(read.unreadable)}\n"
    if inferred.misspelled:
        pairs = inferred.misspelled.items()
        words = ", ".join(f"{plain(key)} (did you mean {plain(meant)}?)" for key, meant in pairs)
        yield f"misspelled keys, left out: {words}\n"
    if inferred.empty:
        yield f"keys that are always empty, left out: {', '.join(map(plain, inferred.empty))}\n"
    if inferred.rare:
        rare = [f"{plain(key)} ({number})" for key, number in inferred.rare.items()]
        more = f" and {len(rare) - _MAX_RARE} more" if len(rare) > _MAX_RARE else ""
        yield f"rare keys, left out: {', '.join(rare[:_MAX_RARE])}{more}\n"


def _finding(article: "Article", problem: "FieldProblem") -> "Finding":
    from contentlint import registry
    from contentlint.core.source import Source
    from contentlint.engine.lift import finding
    from contentlint.rule import Problem

    rule_id = _RULES[problem.kind]
    severity = registry.load(rule_id).severity
    lifted = Problem(problem.span, problem.message)
    return finding(Source(article.path, article.text), lifted, rule_id, severity)


def _usage(file: Path, paths: list[str], config: "Config", cwd: Path) -> Iterator[str]:
    """The lines of the configuration file that apply the schema."""
    from contentlint.config.settings import FILE_NAME
    from contentlint.core.shown import shown

    root = config.layers(cwd).root
    include = []
    for name in paths:
        path = (cwd / name).resolve()
        pattern = shown(path, root)
        is_all = path == root.resolve()
        include.append(("**" if is_all else f"{pattern}/**") if path.is_dir() else pattern)
    name = (cwd / paths[0]).resolve().stem or "articles"
    patterns = ", ".join(_quoted(pattern) for pattern in include)
    schema = _quoted(f"{shown(file, root)}:Article")
    files = [known.path.name for known in config.layers(cwd).files if known.path is not None]
    is_project = files[-1:] == ["pyproject.toml"]
    table = "tool.contentlint.collections" if is_project else "collections"
    name_of_file = files[-1] if files else FILE_NAME
    yield f"\nTo apply it, add to {name_of_file}:\n\n[[{table}]]\n"
    yield f"name = {_quoted(name)}\n"
    yield f"include = [{patterns}]\nschema = {schema}\n"


def _quoted(text: str) -> str:
    """A TOML string, with escapes for invisible characters."""
    return json.dumps(text, ensure_ascii=not text.isprintable())


def plain(text: str) -> str:
    """A key for the terminal: in backticks, on one line, shortened."""
    from contentlint.schema.wording import plain_value

    return f"`{_printable(plain_value(text))}`"


def _examples(names: list[str]) -> str:
    more = f" and {len(names) - _MAX_EXAMPLES} more" if len(names) > _MAX_EXAMPLES else ""
    return f"{', '.join(map(_printable, names[:_MAX_EXAMPLES]))}{more}"


def _printable(name: str) -> str:
    return name if name.isprintable() else repr(name)[1:-1]


def _rounded(share: float) -> str:
    """A share in percent; 100 only if it is exact."""
    return "100" if share == 100 else f"{min(share, 99.9):.1f}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
