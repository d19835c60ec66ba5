"""The edit that adds a key to the schema of an article, where the schema is a file of the site."""

import ast
import json
import keyword
import re

from lsprotocol import types

from contentlint.core.finding import Edit
from contentlint.core.source import Span
from contentlint.lsp.buffers import Text
from contentlint.lsp.project import Article
from contentlint.lsp.session import Session
from contentlint.lsp.sites import text_of
from contentlint.schema.export import source_of

_MOST = 1_000_000
_PROPERTIES = re.compile(r'"properties"\s*:\s*\{')


def added_key(
    article: Article, key: str, session: Session
) -> tuple[str, list[types.TextEdit]] | None:
    """The URI and the edits of the schema file; None for a shipped schema, or if it is not clear
    where the key belongs.

    Args:
        article: the article with the unknown key.
        key: the key, at the top level.
        session: has the unsaved texts.
    """
    schema = article.task.schema
    if schema is None or schema.is_shipped or "." in key:
        return None
    file, name = source_of(schema)
    if file is None or not file.is_relative_to(session.folder(article.task.path).project.root):
        return None
    texts = session.texts()
    text = text_of(file, texts, _MOST)
    if text is None:
        return None
    edit = _in_python(text, name, key) if name else _in_json(text, key)
    if edit is None:
        return None
    return session.uri(file), Text(text, session.encoding).edits([edit])


def _in_json(text: str, key: str) -> Edit | None:
    """The edit of a JSON Schema: the key is the first property, of any type."""
    matches = list(_PROPERTIES.finditer(text))
    try:
        properties = json.loads(text)["properties"]
    except (ValueError, KeyError, TypeError):
        return None
    if not matches or not isinstance(properties, dict):
        return None
    # The outermost one is the least indented.
    match = min(matches, key=lambda found: found.start() - text.rfind("\n", 0, found.start()))
    following = re.compile(r"\s*").match(text, match.end())
    space = following[0] if following and "\n" in following[0] else ""
    comma = "," if properties else ""
    new = f"{space}{json.dumps(key, ensure_ascii=False)}: {{}}{comma}"
    return Edit(Span(match.end(), match.end()), new)


def _in_python(text: str, name: str, key: str) -> Edit | None:
    """The edit of a Pydantic model: an optional field of any type after the last field."""
    if not key.isidentifier() or keyword.iskeyword(key) or key.startswith("_"):
        return None
    try:
        found = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    except (SyntaxError, ValueError, RecursionError):
        return None
    model = next((node for node in found if node.name == name), None)
    if model is None:
        return None
    fields = [node for node in model.body if isinstance(node, ast.AnnAssign)]
    last = fields[-1] if fields else model.body[0]
    lines = text.splitlines(keepends=True)
    place = sum(map(len, lines[: last.end_lineno]))
    end = "" if not lines or lines[(last.end_lineno or 1) - 1].endswith("\n") else "\n"
    return Edit(Span(place, place), f"{end}{' ' * last.col_offset}{key}: object = None\n")
