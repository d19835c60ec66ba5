"""Template syntax, masked before parsing by text of the same length.

A generator expands these before any browser sees the page, so to the parser they are one opaque
word. Whatever stands between tags, in a tag or in an attribute's value, every offset stays.
"""

import re
from typing import NamedTuple

from contentlint.source import Span

# One code point of the private use area a masked one; line ends stay, so that lines do.
FILLER = "\ue000"

_NOT_LINE_END = re.compile(r"[^\r\n]")
_TAG_NAME_BEFORE = re.compile(r"<[A-Za-z][A-Za-z0-9-]*\Z")
_TAG = re.compile(r"<[^\s\"'=<>]")


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


def mask(text: str, start: int, generator: str | None, *, is_html: bool = False) -> Masked:
    """Mask template syntax from an offset on: the generator's own, or all where it is unknown.

    Args:
        text: the file's text.
        start: where its body begins, as a code-point offset.
        generator: the site generator (`hexo`, `hugo`, …), where known.
        is_html: whether the body is HTML. Where then no generator is known either, braces with
            tags between them are taken for text, as a browser would.
    """
    spans: list[Span] = []
    plain = is_html and generator is None
    for syntax in SYNTAXES:
        if syntax.hint in text and (generator is None or generator in syntax.owners):
            text = _mask_syntax(syntax, text, start, spans, plain=plain)
    return Masked(text, tuple(sorted(spans)))


def _mask_syntax(syntax: Syntax, text: str, start: int, spans: list[Span], *, plain: bool) -> str:
    pieces: list[str] = []
    place = 0
    for match in syntax.pattern.finditer(text, start):
        if plain and _TAG.search(match[0], len(syntax.hint)):
            continue
        span = Span(*match.span())
        spans.append(span)
        pieces.append(text[place : span.start])
        masked = _NOT_LINE_END.sub(FILLER, match[0])
        if "%" in syntax.hint and _TAG_NAME_BEFORE.search(
            text, max(span.start - 20, 0), span.start
        ):
            # `<li{% if … %} class="a"{% endif %}>`: the name ends where the statement begins.
            masked = " " + masked[1:]
        pieces.append(masked)
        place = span.end
    if not pieces:
        return text
    pieces.append(text[place:])
    return "".join(pieces)
