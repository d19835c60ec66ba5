"""The requests that help while writing: completion and hover."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from contentlint.core.errors import ContentlintError
from contentlint.core.finding import Finding
from contentlint.core.source import Span
from contentlint.engine.explanations import explanation
from contentlint.front_matter.block import FrontMatter
from contentlint.lsp import cursor
from contentlint.lsp.buffers import Buffer
from contentlint.lsp.cursor import Place
from contentlint.lsp.keys import Key, Keys
from contentlint.lsp.project import Article
from contentlint.schema.problem import Schema

if TYPE_CHECKING:
    from contentlint.lsp.server import Server

_TRIGGERS = (":", " ", "-", "[", "(", "/", "#", '"', "'", ",", "=")
# Words in YAML that are not a string unless they are quoted.
_RESERVED = frozenset("true false yes no on off null y n ~".split())
_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@` ")
# Values that are texts of one article, not names that articles share.
_LONGEST_NAME = 60
# The examples of a rule's page are left out; an editor shows only so much.
_LONGEST_PAGE = 1500
# The number of suggestions that the editor gets.
_MOST = 1000
_MOST_SCHEMAS = 50


def add_help(server: "Server") -> None:
    """Add the requests to a server."""
    known = _KnownKeys()
    _add_completion(server, known)
    _add_hover(server, known)


class _KnownKeys:
    """The keys of the schemas in use, read once for each."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Schema, Keys]] = {}

    def of(self, article: Article) -> Keys | None:
        """The keys of the schema of an article; None if it has none."""
        schema = article.task.schema
        if schema is None:
            return None
        if id(schema) not in self._known:
            if len(self._known) > _MOST_SCHEMAS:
                self._known.clear()
            self._known[id(schema)] = (schema, Keys(schema))
        return self._known[id(schema)][1]


def _opened(server: "Server", uri: str) -> tuple[Buffer, Article] | None:
    buffer = server.session.buffers.get(uri)
    article = None if buffer is None else server.session.article(buffer)
    return None if buffer is None or article is None else (buffer, article)


def _add_completion(server: "Server", known: _KnownKeys) -> None:
    options = types.CompletionOptions(trigger_characters=list(_TRIGGERS))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def complete(params: types.CompletionParams) -> types.CompletionList | None:
        found = _opened(server, params.text_document.uri)
        if found is None:
            return None
        buffer, article = found
        offset = buffer.offset(params.position)
        try:
            place = cursor.place_at(article.text, offset)
            if place is not None:
                items = _in_front_matter(buffer, place, known.of(article), server, article)
            else:
                items = server.links.complete(buffer, article, offset)
        except ContentlintError:
            return None
        kept = list(items)
        return types.CompletionList(len(kept) > _MOST, kept[:_MOST])


def _add_hover(server: "Server", known: _KnownKeys) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        found = _opened(server, params.text_document.uri)
        if found is None:
            return None
        buffer, article = found
        offset = buffer.offset(params.position)
        parts: list[tuple[Span, str]] = []
        try:
            for finding in server.findings_of(buffer):
                if finding.span.start <= offset <= finding.span.end:
                    parts.append((finding.span, _about_finding(finding)))
            parts += _about_key(article, known.of(article), offset)
            parts += server.links.about(buffer, article, offset)
        except ContentlintError:
            return None
        if not parts:
            return None
        text = "\n\n---\n\n".join(dict.fromkeys(text for _, text in parts))
        content = types.MarkupContent(types.MarkupKind.Markdown, text)
        return types.Hover(content, buffer.range(min(parts)[0]))


# --- completion


def _in_front_matter(
    buffer: Buffer, place: Place, keys: Keys | None, server: "Server", article: Article
) -> Iterator[types.CompletionItem]:
    if place.is_key:
        yield from _keys(buffer, place, keys.of(place.path) if keys else [])
        return
    values = list(keys.values(place.path)) if keys else []
    names = [path for path in place.path if isinstance(path, str)]
    if not values and names:
        used = server.links.used(article, names[-1])
        if used:
            yield from _used(buffer, place, used)
            return
        if place.is_item and keys and place.format == "yaml":
            yield from _keys(buffer, place, keys.of(place.path))
    for value in values:
        if isinstance(value, (str, int, float, bool)) and str(value) not in place.taken:
            yield _item(buffer, place, value, types.CompletionItemKind.EnumMember)
    if names[-1:] and not values:
        yield from server.links.complete_file(buffer, article, place.word, names[-1])


def _keys(buffer: Buffer, place: Place, keys: Iterable[Key]) -> Iterator[types.CompletionItem]:
    separator = " = " if place.format == "toml" else ": "
    following = buffer.text[place.word.end : place.word.end + 80].partition("\n")[0]
    has_separator = separator.strip() in following
    for number, key in enumerate(keys):
        if key.name in place.taken:
            continue
        about = types.MarkupContent(types.MarkupKind.PlainText, key.about)
        detail = f"{key.type} (required)" if key.is_required else key.type
        new = key.name if has_separator else key.name + separator
        yield types.CompletionItem(
            key.name,
            kind=types.CompletionItemKind.Property,
            detail=detail.strip() or None,
            documentation=about if key.about else None,
            sort_text=f"{'0' if key.is_required else '1'}{number:04}",
            filter_text=key.name,
            text_edit=types.TextEdit(buffer.range(place.word), new),
        )


def _used(
    buffer: Buffer, place: Place, used: Iterable[tuple[str, int]]
) -> Iterator[types.CompletionItem]:
    """Values of other articles of the site, the most frequent first."""
    for number, (value, count) in enumerate(used):
        if value in place.taken or len(value) > _LONGEST_NAME:
            continue
        item = _item(buffer, place, value, types.CompletionItemKind.Value)
        item.detail = f"{count} article{'' if count == 1 else 's'}"
        item.sort_text = f"{number:05}"
        yield item


def _item(
    buffer: Buffer, place: Place, value: object, kind: types.CompletionItemKind
) -> types.CompletionItem:
    label = json.dumps(value) if isinstance(value, bool) else str(value)
    is_quoted = buffer.text[place.word.start - 1 : place.word.start] in ("'", '"')
    new = label
    if isinstance(value, str) and not is_quoted and _needs_quotes(place, value):
        new = json.dumps(value, ensure_ascii=False)
    edit = types.TextEdit(buffer.range(place.word), new)
    return types.CompletionItem(label, kind=kind, filter_text=label, text_edit=edit)


def _needs_quotes(place: Place, value: str) -> bool:
    """Whether a string would be something else without quotes."""
    if place.format == "toml" or not value or value.lower() in _RESERVED:
        return True
    is_number = value.replace(".", "", 1).replace("-", "").replace(":", "").isdigit()
    is_flow = place.is_item and any(char in value for char in ",[]{}")
    return (
        is_number
        or value[0] in _PLAIN_START
        or ": " in value
        or " #" in value
        or value.endswith((":", " "))
        or is_flow
    )


# --- hover


def _about_finding(finding: Finding) -> str:
    """The message and the page of a finding's rule."""
    lines = [f"**{finding.rule}** ({finding.severity}): {finding.message}"]
    if finding.help:
        lines.append(finding.help)
    about = explanation(finding.rule)
    if about is not None:
        page = about.page
        lines.append(page if len(page) <= _LONGEST_PAGE else f"{page[:_LONGEST_PAGE]}…")
        if about.standard:
            lines.append(f"Standard: {about.standard}")
    return "\n\n".join(lines)


def _about_key(article: Article, keys: Keys | None, offset: int) -> Iterator[tuple[Span, str]]:
    """What the key under the cursor is for."""
    if keys is None:
        return
    front_matter: FrontMatter = article.document().front_matter
    for path, entry in front_matter.entries.items():
        if entry.key is None or not entry.key.start <= offset <= entry.key.end:
            continue
        parts = [keys.about(path)]
        if kind := keys.type(path):
            parts.append(f"Type: {kind}")
        values = [_shown(value) for value in keys.values(path)]
        if values and not all(value in ("`true`", "`false`") for value in values):
            parts.append(f"Allowed: {', '.join(values)}")
        if any(parts):
            name = ".".join(map(str, path))
            yield entry.key, "\n\n".join([f"**{name}**", *filter(None, parts)])


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value
    return f"`{text}`"
