"""YAML front matter: PyYAML's C loader composes it once; the marks of its nodes give the spans.

The version is YAML 1.1, as in PyYAML and the parsers of most generators. Marks count code points of
the composed text, so an offset in the file is the start of the text plus the index of the mark.
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

MAX_NODES = 20_000

# A text with fewer of these and fewer lines than allowed levels cannot be nested too deeply.
_NESTING = ("[", "{", "- ", "-\t", "? ", "?\t")
_TEXT = "tag:yaml.org,2002:str"
# A line that looks like a list item but continues a value.
_ITEM = re.compile(r"[\r\n][ \t]+(- [^\r\n]*[^\s])")
_MERGE = "tag:yaml.org,2002:merge"


def parse(text: str, content: Span, deepest: int) -> Parsed:
    """Parse a span of a file as YAML; never raises.

    Args:
        text: the text of the file.
        content: the text between the delimiters.
        deepest: maximum number of nested levels.
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
        message = "front matter is not a mapping; use `key: value` lines"
        parsed.syntax_problems.append(no_key(text, span) or SyntaxProblem(span, message))
        return parsed
    try:
        parsed.data = reader.mapping(root, ())
    except _TooManyValues as error:
        parsed.data = {}
        parsed.syntax_problems.append(SyntaxProblem(content, str(error)))
    return parsed


def _is_too_deep(source: str, deepest: int) -> bool:
    """Whether the text is nested too deeply for composing, which is recursive."""
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
    """PyYAML's loader with a faster resolver for scalars: most of them are strings."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is not ScalarNode or not implicit[0]:
            return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]
        for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
            if pattern.match(value):
                return tag
        return _TEXT


class _TooManyValues(Exception):
    """Raised if aliases expand to too many values."""


class _Reader:
    """Converts nodes to values and records their spans."""

    def __init__(self, text: str, start: int, loader: CSafeLoader, parsed: Parsed) -> None:
        self.text = text
        self.start = start
        self.loader = loader
        self.parsed = parsed
        self.nodes = 0
        self.around: set[int] = set()

    def span(self, node: Node) -> Span:
        """The span of a node; a block collection without trailing blank lines."""
        start = self.start + node.start_mark.index
        end = self.start + node.end_mark.index
        if self.text[end - 1 : end].isspace():
            end = start + len(self.text[start:end].rstrip())
        return Span(start, end)

    def value(self, node: Node, path: KeyPath) -> Any:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _TooManyValues("aliases in the front matter expand to too many values")
        if isinstance(node, ScalarNode):
            return self.scalar(node, path)
        if id(node) in self.around:
            raise _TooManyValues("an alias in the front matter contains itself")
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
        """Whether this is `{{ … }}`, a tag of a template engine."""
        return self.text.startswith("{{", self.start + node.start_mark.index)

    def property_of(self, node: ScalarNode) -> Became | None:
        """The YAML property at the start of a value that was most likely meant as text."""
        start = self.start + node.start_mark.index
        written = self.text[start : start + 2]
        if written[:1] == "!" and written != "!!":
            return "tag"
        return "anchor" if written[:1] == "&" and not node.value else None

    def report_continued_items(self, node: ScalarNode) -> None:
        """Report a list item whose indentation makes it continue the value above."""
        span = self.span(node)
        for match in _ITEM.finditer(self.text, span.start, span.end):
            found = Span(*match.span(1))
            written = self.text[found.start : found.end].replace("`", "'")
            message = f"`{written[:40]}` continues the value above; align it with the other items"
            self.parsed.syntax_problems.append(SyntaxProblem(found, message))

    def merge(self, node: Node, path: KeyPath, merged: dict[str, Any]) -> None:
        """Merge the mappings of `<<:`; the first one has precedence."""
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
        """A key as a string, even if YAML parses it as another type: `on:`, `404:`."""
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
            # In a folded string, `- ` at the start of a line is a dash.
            is_item = bool(path) and isinstance(path[-1], int)
            if is_item and not node.style and node.start_mark.line != node.end_mark.line:
                self.report_continued_items(node)
            return node.value
        try:
            value = self.loader.construct_object(node)
            if isinstance(value, int):
                str(value)  # Python converts integers of up to 4300 digits
        except Exception:  # an invalid date such as 2021-02-30, an unknown tag
            return node.value
        if not node.style and (became := _became(node.value, value)):
            self.parsed.retyped.append(Retyped(path, self.span(node), node.value, *became))
        return value


def _became(raw: str, value: Any) -> tuple[Became, str] | None:
    """The type and value of a plain scalar, if they are not obvious from its text."""
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
