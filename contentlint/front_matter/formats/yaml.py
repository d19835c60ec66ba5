"""YAML front matter: PyYAML's C loader composes it once; the marks of its nodes give the spans.

Unquoted values become what they are in the YAML of the generator, or in YAML 1.1 if that is not
known. Marks count code points of the composed text, so an offset in the file is the start of the
text plus the index of the mark.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from yaml import (
    CollectionEndEvent,
    CollectionNode,
    CollectionStartEvent,
    CSafeLoader,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    YAMLError,
)
from yaml import parse as events

from contentlint.core.patterns import lazy
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
from contentlint.front_matter.dialects import Dialect, agreed, dialect
from contentlint.front_matter.formats.yaml_errors import explain, no_key
from contentlint.site.reading import Yaml

MAX_NODES = 20_000

# A text with fewer of these and fewer lines than allowed levels cannot be nested too deeply.
_NESTING = ("[", "{", "- ", "-\t", "? ", "?\t")
_TEXT = "tag:yaml.org,2002:str"
# A line that looks like a list item but continues a value.
_ITEM = lazy(r"[\r\n][ \t]+(- [^\r\n]*[^\s])")
_MERGE = "tag:yaml.org,2002:merge"
_NULL = "tag:yaml.org,2002:null"
_DATE = "tag:yaml.org,2002:timestamp"
# Characters at the start of numbers in some YAML that are strings in YAML 1.1.
_DOUBTFUL = frozenset("0123456789.+-:")
_ANCHOR = lazy(r"&([^\s\[\]{},]+)")
_NUMBERS = ("boolean", "number", "sexagesimal")
_KNOWN_TAGS = frozenset(
    f"!!{name}"
    for name in "str int float bool null binary timestamp set omap pairs map seq".split()
)
_UNPADDED = lazy(r"\d{4}-\d\d?-\d\d?")


def parse(text: str, content: Span, deepest: int, yaml: Yaml | None = None) -> Parsed:
    """Parse a span of a file as YAML; never raises.

    Args:
        text: the text of the file.
        content: the text between the delimiters.
        deepest: maximum number of nested levels.
        yaml: the YAML of the generator; None: not known.
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
    reader = _Reader(text, content, loader, parsed, None if yaml is None else dialect(yaml))
    if not isinstance(root, MappingNode):
        span = reader.span(root)
        message = "front matter is not a mapping; use `key: value` lines"
        parsed.syntax_problems.append(
            no_key(text, span) or SyntaxProblem(span, message, code="text")
        )
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

    def __init__(
        self,
        text: str,
        content: Span,
        loader: CSafeLoader,
        parsed: Parsed,
        dialect: Dialect | None,
    ) -> None:
        self.text = text
        self.content = content
        self.start = content.start
        self.dialect = dialect
        self.loader = loader
        self.parsed = parsed
        # Tags and anchors.
        self.has_properties = text.find("!", *content) >= 0 or text.find("&", *content) >= 0
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
        if (
            isinstance(node, CollectionNode)
            and node.flow_style
            and (became := self.collection(node))
        ):
            span = self.span(node)
            written = self.text[span.start : span.end]
            self.retype(path, span, written, became)
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

    def collection(self, node: Node) -> Became | None:
        """What a value in braces or brackets is, if it was most likely meant as text."""
        written = self.text[self.start + node.start_mark.index :][:2]
        if written == "{{":  # a tag of a template engine
            return "template"
        if isinstance(node, MappingNode):
            # `{a, b}`: keys without values.
            empty = [v.start_mark.index == v.end_mark.index for _, v in node.value]
            return "mapping" if empty and all(empty) else None
        # `[[Note]]`: a link to a note.
        inner = node.value[0] if written == "[[" and len(node.value) == 1 else None
        names: list[Node] = inner.value if isinstance(inner, SequenceNode) else []
        is_link = len(names) == 1 and names[0].tag == _TEXT
        return "nested-list" if is_link else None

    def property_of(self, node: ScalarNode) -> Became | None:
        """The YAML property at the start of a value that was most likely meant as text."""
        start = self.start + node.start_mark.index
        written = self.text[start : start + 2]
        if written[:1] == "!":
            return self.tag_at(start)
        anchor = _ANCHOR.match(self.text, start) if written[:1] == "&" else None
        if anchor is None or self.text.find(f"*{anchor[1]}", *self.content) >= 0:
            return None
        return "anchor"

    def tag_at(self, start: int) -> Became | None:
        """What the tag at an offset is; None if every parser knows it: `!!str`."""
        name = self.text[start : start + 20].split()[0]
        if name == "!":
            return "bare-tag"
        return None if name in _KNOWN_TAGS else "tag"

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
        if self.has_properties and not node.style and (what := self.property_of(node)):
            span = self.span(node)
            written = self.text[span.start : span.end]
            self.retype(path, span, written, what)
        elif self.dialect is not None and not node.style and self.is_doubtful(node):
            return self.plain(node, path)
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
            if node.tag == _DATE and self.dialect is not None and "value" in self.dialect.refuses:
                self.retype(path, self.span(node), node.value, "value")
            return node.value
        has_dates = self.dialect is None or self.dialect.has_dates
        became = None if node.style else _became(node.value, value)
        if became is not None and (has_dates or became[0] not in ("date", "time")):
            self.retype(path, self.span(node), node.value, *became)
        return value

    def retype(self, path: KeyPath, span: Span, raw: str, kind: Became, value: str = "") -> None:
        """Record a value that is parsed as something other than its text."""
        is_refused = self.dialect is not None and kind in self.dialect.refuses
        is_disputed = self.dialect is None and (
            kind in ("date", "time") or (kind in _NUMBERS and isinstance(agreed(raw), str))
        )
        self.parsed.retyped.append(
            Retyped(path, span, raw, kind, value, is_refused=is_refused, is_disputed=is_disputed)
        )

    def is_doubtful(self, node: ScalarNode) -> bool:
        """Whether the dialect of the generator decides about a value."""
        tag = node.tag
        if tag in (_NULL, _DATE) or (tag == _TEXT and node.value[:1] not in _DOUBTFUL):
            return False
        return not self.has_properties or self.text[self.start + node.start_mark.index] != "!"

    def plain(self, node: ScalarNode, path: KeyPath) -> Any:
        """The value of an unquoted scalar in the dialect of the generator."""
        assert self.dialect is not None
        raw: str = node.value
        value = self.dialect.value(raw)
        became = None if isinstance(value, str) else _became(raw, value)
        if self.dialect.has_unpadded_dates and _UNPADDED.fullmatch(raw):
            became = "date", ""
        elif raw[:1] == ":" and raw != ":" and "symbol" in self.dialect.refuses:
            became = "symbol", ""
        elif raw in ("=", "<<") and "value" in self.dialect.refuses:
            became = "value", ""
        if became is not None:
            self.retype(path, self.span(node), raw, *became)
        return value


def _became(raw: str, value: Any) -> tuple[Became, str] | None:
    """The type and value of a plain scalar, if they are not obvious from its text."""
    if isinstance(value, bool):
        is_plain = raw.lower() in ("true", "false")
        return None if is_plain else ("boolean", str(value).lower())
    if isinstance(value, int):
        if re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", raw) and str(value) == raw.lstrip("+"):
            return None
        return ("sexagesimal" if ":" in raw else "number"), str(value)
    if isinstance(value, float):
        if repr(value) == raw:
            return None
        return ("sexagesimal" if ":" in raw else "number"), repr(value)
    if isinstance(value, datetime):
        return "time", ""
    if isinstance(value, date):
        return "date", ""
    return None
