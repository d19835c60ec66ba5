"""The tags of Markdown constructs, by the names of the events of pyromark."""

from collections.abc import Mapping
from typing import Final, TypeAlias

_SIMPLE_TAGS = {
    "Paragraph": "p",
    "Item": "li",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Superscript": "sup",
    "Subscript": "sub",
    "BlockQuote": "blockquote",
    "FootnoteDefinition": "div",
    "Table": "table",
    "TableRow": "tr",
    "TableCell": "td",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}


Tags: TypeAlias = tuple[str | None, str | None, str]
"""The start tag and the end tag of a construct, or None, and the names of its elements, the
outermost first, with spaces between."""


def _tags(name: str) -> Tags:
    return f"<{name}>", f"</{name}>", name


TAGS: Final[Mapping[str, Tags]] = {
    **{name: _tags(tag) for name, tag in _SIMPLE_TAGS.items()},
    "TableHead": ("<thead><tr>", "</tr></thead>", "thead tr"),
    "CodeBlock": ("<pre><code>", "</code></pre>", "pre code"),
}
HEADINGS: Final[Mapping[str, Tags]] = {f"H{level}": _tags(f"h{level}") for level in range(1, 7)}
LISTS: Final = (_tags("ul"), _tags("ol"))
HEAD_CELL: Final = _tags("th")

_ALWAYS = ("",)
ELEMENT_MARKERS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys((*_SIMPLE_TAGS.values(), "th", "thead", "pre", "code", "br", "hr"), _ALWAYS),
    **dict.fromkeys(("ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"), _ALWAYS),
    "img": ("![",),
    "a": ("[", "<"),
    "input": ("[",),
    "sup": ("[^",),
    "div": ("[^",),
}
"""Text that must occur for Markdown to generate such an element."""

ATTRIBUTE_MARKERS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("href", "title", "src", "alt", "type", "disabled"), ("[",)),
    "id": ("{",),
}
"""Text that must occur for Markdown syntax to generate such an attribute."""
