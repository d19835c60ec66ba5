"""The tags of Markdown constructs, by the names of the events of pyromark."""

from collections.abc import Mapping
from typing import Final

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
START_TAGS = {
    **{name: f"<{tag}>" for name, tag in _SIMPLE_TAGS.items()},
    "TableHead": "<thead><tr>",
    "CodeBlock": "<pre><code>",
}
END_TAGS = {
    **{name: f"</{tag}>" for name, tag in _SIMPLE_TAGS.items()},
    "TableHead": "</tr></thead>",
    "CodeBlock": "</code></pre>",
    "Link": "</a>",
}
# The tags that do not depend on what is around them.
_SPECIAL = frozenset({"Item", "TableHead", "TableCell"})
PLAIN_START_TAGS = {name: tag for name, tag in START_TAGS.items() if name not in _SPECIAL}
PLAIN_END_TAGS = {
    name: tag for name, tag in END_TAGS.items() if name not in {*_SPECIAL, "BlockQuote"}
}
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
