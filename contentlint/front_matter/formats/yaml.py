"""YAML front matter: PyYAML's C loader composes it once; the nodes' marks give the places.

YAML 1.1, as PyYAML and the generators' parsers read it. Marks count code points of the composed
text, so a place in the file is its start plus the mark's index.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from yaml import (
    CollectionEndEvent,
    CollectionStartEvent,
    CSafeLoader,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    YAMLError,
)
from yaml import parse as events

from contentlint.core.source import Span
from contentlint.front_matter.block import (
    Became,
    Duplicate,
    Entry,
    KeyPath,
    Parsed,
    Retyped,
    SyntaxProblem,
    too_deep,
)
from contentlint.front_matter.formats.yaml_errors import explain, no_key

MOST_NODES = 20_000

# Where there are no more of these, and of lines, than levels are allowed, none can be too deep.
_NESTING = ("[", "{", "- ", "-\t", "? ", "?\t")
_TEXT = "tag:yaml.org,2002:str"
# An item in a line of its own that is no item.
_ITEM = re.compile(r"[\r\n][ \t]+(- [^\r\n]*[^\s])")
_MERGE = "tag:yaml.org,2002:merge"


def parse(text: str, content: Span, deepest: int) -> Parsed:
    """Parse a range of a file as YAML; never raises.

    Args:
        text: the file's text.
        content: what stands between the delimiters.
        deepest: how many levels it may have.
    """
    parsed = Parsed()
    source = text[content.start : content.end]
    if _is_too_deep(source, deepest):
        parsed.syntax_problems.append(too_deep(content, deepest))
        return parsed
    try:
        loader = _Loader(source)
        root = loader.get_single_node()
    except YAMLError as error:
        parsed.syntax_problems.append(explain(text, content, error))
        return parsed
    if root is None:
        return parsed
    reader = _Reader(text, content.start, loader, parsed)
    if not isinstance(root, MappingNode):
        span = reader.span(root)
        message = "front matter is no mapping; write `key: value` lines"
        parsed.syntax_problems.append(no_key(text, span) or SyntaxProblem(span, message))
        return parsed
    try:
        parsed.data = reader.mapping(root, ())
    except _TooMuch as error:
        parsed.data = {}
        parsed.syntax_problems.append(SyntaxProblem(content, str(error)))
    return parsed


def _is_too_deep(source: str, deepest: int) -> bool:
    """Whether composing, which is recursive, would go too deep."""
    if source.count("\n") + sum(map(source.count, _NESTING)) < deepest:
        return False
    depth = 0
    try:
        for event in events(source, Loader=CSafeLoader):
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if depth > deepest:
                return True
    except YAMLError:
        pass
    return False


class _Loader(CSafeLoader):
    """PyYAML's own, with its resolver for scalars in short: most of them are text."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is not ScalarNode or not implicit[0]:
            return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]
        for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
            if pattern.match(value):
                return tag
        return _TEXT


class _TooMuch(Exception):
    """Aliases that expand to more than an article could mean."""


class _Reader:
    """Makes values of nodes, and keeps the place of each."""

    def __init__(self, text: str, start: int, loader: CSafeLoader, parsed: Parsed) -> None:
        self.text = text
        self.start = start
        self.loader = loader
        self.parsed = parsed
        self.nodes = 0
        self.around: set[int] = set()

    def span(self, node: Node) -> Span:
        """The place of a node; a block collection without the blank lines behind it."""
        start = self.start + node.start_mark.index
        end = self.start + node.end_mark.index
        if self.text[end - 1 : end].isspace():
            end = start + len(self.text[start:end].rstrip())
        return Span(start, end)

    def value(self, node: Node, path: KeyPath) -> Any:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _TooMuch("aliases of the front matter expand to too many values")
        if isinstance(node, ScalarNode):
            return self.scalar(node, path)
        if id(node) in self.around:
            raise _TooMuch("an alias of the front matter contains itself")
        if isinstance(node, MappingNode) and self.is_template(node):
            span = self.span(node)
            written = self.text[span.start : span.end]
            self.parsed.retyped.append(Retyped(path, span, written, "mapping"))
        self.around.add(id(node))
        inside: Any = self.sequence
        if isinstance(node, MappingNode):
            inside = self.mapping
        value = inside(node, path)
        self.around.discard(id(node))
        return value

    def mapping(self, node: MappingNode, path: KeyPath) -> Mapping[str, Any]:
        data: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if key_node.tag == _MERGE:
                self.merge(value_node, path, merged)
                continue
            key = self.key(key_node)
            here = (*path, key)
            span = self.span(key_node)
            if key in data:
                first = self.parsed.entries[here].key or span
                self.parsed.duplicates.append(Duplicate(here, span, first))
            self.parsed.entries[here] = Entry(span, self.span_of_value(span, value_node))
            data[key] = self.value(value_node, here)
        return {**merged, **data}

    def is_template(self, node: MappingNode) -> bool:
        """Whether this is `{{ … }}`, which a template engine was meant to read."""
        return self.text.startswith("{{", self.start + node.start_mark.index)

    def property_of(self, node: ScalarNode) -> Became | None:
        """What the beginning of a value is to YAML, where it was most likely meant as text."""
        start = self.start + node.start_mark.index
        written = self.text[start : start + 2]
        if written[:1] == "!" and written != "!!":
            return "tag"
        return "anchor" if written[:1] == "&" and not node.value else None

    def run_on(self, node: ScalarNode) -> None:
        """Tell of an item of a list that is indented so far that it continues the value above."""
        span = self.span(node)
        for match in _ITEM.finditer(self.text, span.start, span.end):
            found = Span(*match.span(1))
            written = self.text[found.start : found.end].replace("`", "'")
            message = f"`{written[:40]}` continues the value above; align it with its neighbours"
            self.parsed.syntax_problems.append(SyntaxProblem(found, message))

    def merge(self, node: Node, path: KeyPath, merged: dict[str, Any]) -> None:
        """The mappings behind `<<:`, the first of them strongest."""
        sources = node.value if isinstance(node, SequenceNode) else [node]
        for source in reversed(sources):
            if isinstance(source, MappingNode):
                value = self.value(source, path)
                merged.update(value)

    def sequence(self, node: Node, path: KeyPath) -> list[Any]:
        items = []
        for index, item in enumerate(node.value):
            here = (*path, index)
            self.parsed.entries[here] = Entry(None, self.span(item))
            items.append(self.value(item, here))
        return items

    def span_of_value(self, key: Span, node: Node) -> Span:
        span = self.span(node)
        if span.start < span.end:
            return span
        colon = self.text.find(":", key.end)
        place = max(key.end, colon + 1) if colon >= 0 else key.end
        return Span(place, place)

    def key(self, node: Node) -> str:
        """A key as text: front matter has no other keys, whatever YAML makes of `on:` or `404:`."""
        if isinstance(node, ScalarNode):
            return str(node.value)
        span = self.span(node)
        return self.text[span.start : span.end]

    def scalar(self, node: ScalarNode, path: KeyPath) -> Any:
        self.parsed.scalars.setdefault(path, node.value)
        if not node.style and (what := self.property_of(node)):
            span = self.span(node)
            written = self.text[span.start : span.end]
            self.parsed.retyped.append(Retyped(path, span, written, what))
        elif node.tag == _TEXT:
            # In a folded text, `- ` at the head of a line is a dash.
            is_item = bool(path) and isinstance(path[-1], int)
            if is_item and not node.style and node.start_mark.line != node.end_mark.line:
                self.run_on(node)
            return node.value
        try:
            value = self.loader.construct_object(node)
            if isinstance(value, int):
                str(value)  # Python writes numbers of up to 4300 digits
        except Exception:  # a date such as 2021-02-30, a tag of some application
            return node.value
        if not node.style and (became := _became(node.value, value)):
            self.parsed.retyped.append(Retyped(path, self.span(node), node.value, *became))
        return value


def _became(raw: str, value: Any) -> tuple[Became, str] | None:
    """What a plain scalar turned into, where that is not what it looks like."""
    if isinstance(value, bool):
        is_plain = raw.lower() in ("true", "false")
        return None if is_plain else ("boolean", str(value).lower())
    if isinstance(value, int):
        if re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", raw):
            return None
        return ("sexagesimal" if ":" in raw else "number"), str(value)
    if isinstance(value, float):
        return None if repr(value) == raw else ("number", repr(value))
    if isinstance(value, datetime):
        return "time", ""
    if isinstance(value, date):
        return "date", ""
    return None
