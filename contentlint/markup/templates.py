"""Template syntax, masked before parsing by text of the same length.

A generator expands these before any browser sees the page, so to the parser they are one opaque
word. Whatever stands between tags, in a tag or in an attribute's value, every offset stays.
"""

import re
from typing import NamedTuple

from contentlint.source import Span

# One code point of the private use area a masked one; line ends stay, so that lines do.
FILLER = "\ue000"


class Syntax(NamedTuple):
    """One form of template syntax.

    Args:
        hint: text without which it cannot occur.
        pattern: what is masked.
        owners: the generators whose syntax it is.
    """

    hint: str
    pattern: re.Pattern[str]
    owners: tuple[str, ...]


def _syntax(hint: str, pattern: str, *owners: str) -> Syntax:
    return Syntax(hint, re.compile(pattern, re.DOTALL), owners)


_TAGS = ("hexo", "jekyll", "eleventy", "zola", "mkdocs")
_MUSTACHES = (*_TAGS, "vitepress")

# Blocks whose content is code or is thrown away come first: nothing in them is markup.
SYNTAXES = (
    _syntax(
        "{%",
        r"\{%-?\s*(highlight|codeblock|code|comment)\b(?:(?!%\}).)*+%\}"
        r"(?:(?!\{%-?\s*end\1\b).)*+\{%-?\s*end\1\s*-?%\}",
        *_TAGS,
    ),
    _syntax(
        "{{",
        r"\{\{[<%]\s*(highlight|code|mermaid|math)\b(?:(?![>%]\}\}).)*+[>%]\}\}"
        r"(?:(?!\{\{[<%]\s*/\s*\1\b).)*+\{\{[<%]\s*/\s*\1\s*[>%]\}\}",
        "hugo",
    ),
    _syntax("{{<", r"\{\{<(?:(?!>\}\}).)*+>\}\}", "hugo"),
    _syntax("{{%", r"\{\{%(?:(?!%\}\}).)*+%\}\}", "hugo"),
    _syntax("{{", r"\{\{\{?(?:(?!\}\}|\n\s*\n).)*+\}\}\}?", *_MUSTACHES),
    _syntax("{%", r"\{%(?:(?!%\}|\n\s*\n).)*+%\}", *_TAGS),
    _syntax("{#", r"\{#(?:(?!#\}|\n\s*\n).)*+#\}", "eleventy", "zola"),
    _syntax("<%", r"<%(?:(?!%>|\n\s*\n).)*+%>", "hexo", "eleventy"),
)


class Masked(NamedTuple):
    """A text of the same length as the file's, and the ranges that were masked, in order."""

    text: str
    masks: tuple[Span, ...]


def mask(text: str, start: int, generator: str | None) -> Masked:
    """Mask template syntax from an offset on: the generator's own, or all where it is unknown."""
    spans: list[Span] = []
    for syntax in SYNTAXES:
        if syntax.hint in text and (generator is None or generator in syntax.owners):
            text = _mask_syntax(syntax, text, start, spans)
    return Masked(text, tuple(sorted(spans)))


def _mask_syntax(syntax: Syntax, text: str, start: int, spans: list[Span]) -> str:
    pieces: list[str] = []
    place = 0
    for match in syntax.pattern.finditer(text, start):
        span = Span(*match.span())
        spans.append(span)
        pieces.append(text[place : span.start])
        pieces.append(re.sub(r"[^\r\n]", FILLER, match[0]))
        place = span.end
    if not pieces:
        return text
    pieces.append(text[place:])
    return "".join(pieces)
