"""What a generator reads before any browser does: template syntax and Markdown's dialects.

Each is masked before parsing by text of the same length, so that every offset stays. Template
syntax (`{{ }}`, `{% %}`, shortcodes) becomes one opaque word, wherever it stands: between tags, in
a tag, in an attribute's value. The marks of a dialect (`:::tip`, `{: .note}`) become blanks, and
the heads of indented blocks (`!!! note`) a list item, which is what CommonMark indents likewise.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from contentlint.source import Span

# One code point of the private use area a masked one; line ends stay, so that lines do.
FILLER = "\ue000"

_NOT_LINE_END = re.compile(r"[^\r\n]")
_TAG_NAME_BEFORE = re.compile(r"<[A-Za-z][A-Za-z0-9-]*\Z")
_TAG = re.compile(r"<[^\s\"'=<>]")


Fill = Literal["word", "blank", "item"]


class Syntax(NamedTuple):
    """One form of template syntax, or one mark of a dialect of Markdown.

    Args:
        hint: text without which it cannot occur.
        pattern: what is masked.
        owners: the generators whose syntax it is.
        fill: what it is masked by: one opaque word, blanks, or the head of a list item.
    """

    hint: str
    pattern: re.Pattern[str]
    owners: tuple[str, ...]
    fill: Fill = "word"


def _syntax(hint: str, pattern: str, *owners: str) -> Syntax:
    return Syntax(hint, re.compile(pattern, re.DOTALL), owners)


def _line(hint: str, pattern: str, fill: Fill, *owners: str) -> Syntax:
    """A mark of a dialect, which stands in a line."""
    return Syntax(hint, re.compile(pattern, re.MULTILINE), owners, fill)


_TAGS = ("hexo", "jekyll", "eleventy", "zola", "mkdocs")
_MUSTACHES = (*_TAGS, "vitepress")
_SHORTCODES = ("hugo", "quarto")
_MATHS = ("jekyll", "hugo", "mkdocs", "quarto", "obsidian")
_DIVS = ("docusaurus", "vitepress", "quarto", "eleventy", "astro", "pelican")

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
        *_SHORTCODES,
    ),
    _syntax("{{<", r"\{\{<(?:(?!>\}\}).)*+>\}\}", *_SHORTCODES),
    _syntax("{{%", r"\{\{%(?:(?!%\}\}).)*+%\}\}", *_SHORTCODES),
    _syntax("{{", r"\{\{\{?(?:(?!\}\}|\n\s*\n).)*+\}\}\}?", *_MUSTACHES),
    _syntax("{%", r"\{%(?:(?!%\}|\n\s*\n).)*+%\}", *_TAGS),
    _syntax("{#", r"\{#(?:(?!#\}|\n\s*\n).)*+#\}", "eleventy", "zola"),
    _syntax("<%", r"<%(?:(?!%>|\n\s*\n).)*+%>", "hexo", "eleventy"),
)

# Marks of Markdown's dialects; what stands between them is Markdown.
DIALECTS = (
    # Containers: Docusaurus, VitePress (markdown-it-container), Pandoc and Quarto, MyST.
    _line(":::", r"^[ \t>]*:{3,}[^\r\n]*$", "blank", *_DIVS),
    # Admonitions, collapsible blocks and tabs of Python-Markdown; their content is indented by 4.
    _line("!!! ", r"(?<![^\r\n])[ \t]*!!! [^\r\n]+", "item", "mkdocs", "pelican"),
    _line("??? ", r"(?<![^\r\n])[ \t]*\?\?\? [^\r\n]+", "item", "mkdocs"),
    _line("???+", r"(?<![^\r\n])[ \t]*\?\?\?\+ [^\r\n]+", "item", "mkdocs"),
    _line("=== ", r"(?<![^\r\n])[ \t]*=== [\"'][^\r\n]+", "item", "mkdocs"),
    # Attribute lists of kramdown.
    _line("{:", r"\{::?[^{}\r\n]*\}", "blank", "jekyll"),
    # Comments and links of Obsidian.
    _line("%%", r"%%(?:(?!%%)[^\r\n])*+%%", "word", "obsidian"),
    _line("[[", r"!?\[\[[^\[\]\r\n]++\]\]", "word", "obsidian"),
    # Display maths.
    _syntax(
        "$$", r"\$\$(?:(?!\$\$|\n\s*\n).)++\$\$", "jekyll", "hugo", "mkdocs", "quarto", "obsidian"
    ),
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
    for syntax in SYNTAXES if is_html else (*SYNTAXES, *DIALECTS):
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
        masked = _FILLS[syntax.fill](match[0])
        before = max(span.start - 20, 0)
        if "%" in syntax.hint and _TAG_NAME_BEFORE.search(text, before, span.start):
            # `<li{% if … %} class="a"{% endif %}>`: the name ends where the statement begins.
            masked = " " + masked[1:]
        pieces.append(masked)
        place = span.end
    if not pieces:
        return text
    pieces.append(text[place:])
    return "".join(pieces)


def _as_word(text: str) -> str:
    return _NOT_LINE_END.sub(FILLER, text)


def _as_blank(text: str) -> str:
    return _NOT_LINE_END.sub(" ", text)


def _as_item(text: str) -> str:
    """The head of a list item, whose content stands four columns further in."""
    indent = len(text) - len(text.lstrip())
    return f"{text[:indent]}-   ".ljust(len(text), FILLER)


_FILLS: dict[Fill, Callable[[str], str]] = {
    "word": _as_word,
    "blank": _as_blank,
    "item": _as_item,
}
