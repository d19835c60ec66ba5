"""The forms of template syntax and the markers of Markdown dialects, with their masks.

Each form belongs to template languages or to a dialect marker; `contentlint.site.generator` defines
which generator supports which of them.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from contentlint.core.patterns import lazy
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple
from contentlint.site.generator import Mark, TemplateLanguage

FILLER = "\ue000"
"""A private use code point that replaces each masked one; line endings are kept."""

# Indentation is kept, because it determines list items and code blocks.
_NOT_LINE_END = lazy(r"(?:(?<=[\r\n])[ \t]++)|([^\r\n]++)")
_BLANK_LINE = lazy(r"\n\s*\n")

Fill = Literal["word", "blank", "item"]


class Syntax(NamedTuple):
    """One form of template syntax, or one marker of a Markdown dialect.

    Args:
        hint: text that must occur in every match.
        pattern: the text to mask, or its start if there is a `closer`; for a block its tags, with
            the groups `end`, set for an end tag, and `name`.
        owners: the template languages of the syntax, or the dialect marker.
        fill: the kind of mask: an opaque word, spaces, or the start of a list item.
        closer: the text at its end.
        is_line: whether `pattern` starts at the start of a line and ends in it.
    """

    hint: str
    pattern: re.Pattern[str]
    owners: frozenset[TemplateLanguage | Mark]
    fill: Fill = "word"
    closer: re.Pattern[str] | None = None
    is_line: bool = False

    def spans(self, text: str, start: int) -> Iterator[Span]:
        """The spans of this syntax after an offset, in order, in linear time."""
        if self.closer is not None:
            return self._closed(self.closer, text, start)
        if self.is_block:
            return self._blocks(text, start)
        if self.is_line:
            return self._lines(text, start)
        return (Span(*match.span()) for match in self.pattern.finditer(text, start))

    @property
    def is_block(self) -> bool:
        """Whether it extends from a start tag to an end tag."""
        return "name" in self.pattern.groupindex

    def _closed(self, closer: re.Pattern[str], text: str, start: int) -> Iterator[Span]:
        """The spans from each opener to the next closer, unless a blank line is between."""
        closing = None
        while match := self.pattern.search(text, start):
            start = match.end()
            if closing is None or closing.start() < start:
                closing = closer.search(text, start)
            if closing is None:
                return
            if blank := _BLANK_LINE.search(text, start, closing.start()):
                start = blank.start()
            else:
                start = closing.end()
                yield Span(match.start(), start)

    def _lines(self, text: str, start: int) -> Iterator[Span]:
        """The spans in lines with the hint, as a search at all lines would take much longer."""
        place = text.find(self.hint, start)
        while place >= 0:
            begin = max(text.rfind("\n", start, place), text.rfind("\r", start, place)) + 1
            match = self.pattern.match(text, max(begin, start))
            if match is not None:
                start = match.end()
                yield Span(*match.span())
            else:
                start = text.find("\n", place)
            place = text.find(self.hint, start) if start >= 0 else -1

    def _blocks(self, text: str, start: int) -> Iterator[Span]:
        """The spans from each start tag to the first end tag with the same name."""
        tags = list(self.pattern.finditer(text, start))
        ends: dict[str, list[Span]] = {}
        for tag in reversed(tags):
            if tag["end"]:
                ends.setdefault(tag["name"], []).append(Span(*tag.span()))
        for tag in tags:
            if tag["end"] or tag.start() < start:
                continue
            ending = ends.get(tag["name"], [])
            while ending and ending[-1].start < tag.end():
                ending.pop()
            if ending:
                start = ending[-1].end
                yield Span(tag.start(), start)


def _syntax(hint: str, opener: str, closer: str, *owners: TemplateLanguage | Mark) -> Syntax:
    """Syntax that extends to its closer within a paragraph."""
    return Syntax(hint, lazy(opener), frozenset(owners), closer=lazy(closer))


def _block(hint: str, pattern: str, *owners: TemplateLanguage | Mark) -> Syntax:
    return Syntax(hint, lazy(pattern, re.DOTALL), frozenset(owners))


def _line(hint: str, pattern: str, fill: Fill, mark: Mark) -> Syntax:
    """A marker of a dialect in a line."""
    is_line = pattern.startswith(("^", "(?<![^\\r\\n])"))
    return Syntax(hint, lazy(pattern, re.MULTILINE), frozenset({mark}), fill, is_line=is_line)


_TAGS: tuple[TemplateLanguage, ...] = ("nunjucks-tags", "liquid", "nunjucks", "tera", "jinja")

# Blocks whose content is code, a diagram or math, or is discarded; it contains no markup.
CODE = (
    "highlight|codeblock|code|comment|mermaid|plantuml|uml|graphviz|dot|ditaa|d2|pikchr|svgbob|"
    "markmap|mindmap|flowchart|flow|sequence|echarts|chart|chartjs|vega|wavedrom|katex|mathjax|"
    "math|latex|tex|abc|jsfiddle|gist"
)

# Blocks of code come first.
SYNTAXES = (
    _block(
        "{%",
        r"\{%[-~+]?\s*(?P<end>end)?(?P<name>" + CODE + r")\b(?:(?!%\}|\{%).)*+%\}",
        *_TAGS,
    ),
    _block(
        "{{",
        r"\{\{[<%]\s*+(?:(?P<end>/)\s*+)?+(?P<name>" + CODE + r")\b"
        r"(?:(?![>%]\}\}|\{\{[<%]).)*+[>%]\}\}",
        "shortcodes",
    ),
    _syntax("{{<", r"\{\{<", r">\}\}", "shortcodes"),
    _syntax("{{%", r"\{\{%", r"%\}\}", "shortcodes"),
    _syntax("{{", r"\{\{\{?", r"\}\}\}?", *_TAGS, "vue"),
    _syntax("{%", r"\{%", r"%\}", *_TAGS),
    _syntax("{#", r"\{#", r"#\}", "nunjucks", "tera"),
    _syntax("<%", r"<%", r"%>", "ejs"),
)

# Markers of Markdown dialects; the text between them is Markdown.
DIALECTS = (
    # Containers: Docusaurus, VitePress (markdown-it-container), Pandoc and Quarto, MyST.
    _line(":::", r"^[ \t>]*:{3,}[^\r\n]*$", "blank", "containers"),
    # Components of MDC, with a label and properties.
    _line(
        "::",
        r"^[ \t>]*:{2,}(?:[A-Za-z][\w-]*+(?:\[[^\]\r\n]*+\])?+(?:\{[^\r\n]*\})?)?[ \t]*$",
        "blank",
        "colon-components",
    ),
    # Admonitions, collapsible blocks and tabs of Python-Markdown; their content is indented by 4.
    _line("!!! ", r"(?<![^\r\n])[ \t]*!!! [^\r\n]+", "item", "admonitions"),
    _line("??? ", r"(?<![^\r\n])[ \t]*\?\?\? [^\r\n]+", "item", "details"),
    _line("???+", r"(?<![^\r\n])[ \t]*\?\?\?\+ [^\r\n]+", "item", "details"),
    _line("=== ", r"(?<![^\r\n])[ \t]*=== [\"'][^\r\n]+", "item", "content-tabs"),
    # Attribute lists of kramdown.
    _line("{:", r"\{::?[^{}\r\n]*\}", "blank", "attribute-lists"),
    # Attributes of Pandoc, whose values may contain markup.
    _line(
        "{",
        r"\{(?<=[\])`]\{)(?=[ \t]*(?:[#.=:-]|[\w-]+=))(?:[^{}\"\r\n]|\"[^\"\r\n]*\")*\}",
        "blank",
        "bracketed-attributes",
    ),
    # Comments of MyST.
    _line("% ", r"^%[ \t][^\r\n]*$", "blank", "percent-comments"),
    # Comments and links of Obsidian.
    _line("%%", r"%%(?:(?!%%)[^\r\n])*+%%", "word", "double-percent-comments"),
    _line("[[", r"!?\[\[[^\[\]\r\n]++\]\]", "word", "wikilinks"),
    # Display math.
    _syntax("$$", r"\$\$(?!\$)", r"\$\$", "display-maths"),
)


class Masked(NamedTuple):
    """The masked text of a file, with the masked ranges in order.

    Args:
        text: the masked text, of the same length as the file's text.
        masks: the masked ranges.
        cuts: the ranges of `text` that a generator removes before it parses Markdown, in order.
        branches: the branches of conditions and loops, in order, outer before inner.
        agreeing: the offsets of tags that are balanced only by tags in a condition.
    """

    text: str
    masks: tuple[Span, ...]
    cuts: tuple[Span, ...] = ()
    branches: tuple[Span, ...] = ()
    agreeing: frozenset[int] = frozenset()


def as_word(text: str) -> str:
    """An opaque word of the same length, with its line endings and indentation kept."""
    if "\n" not in text and "\r" not in text:
        return FILLER * len(text)
    return _NOT_LINE_END.sub(lambda m: FILLER * len(m[1]) if m[1] else m[0], text)


def _as_blank(text: str) -> str:
    return _NOT_LINE_END.sub(lambda match: " " * len(match[0]), text)


def _as_item(text: str) -> str:
    """The start of a list item whose content is indented by four columns."""
    indent = len(text) - len(text.lstrip())
    return f"{text[:indent]}-   ".ljust(len(text), FILLER)


FILLS: dict[Fill, Callable[[str], str]] = {
    "word": as_word,
    "blank": _as_blank,
    "item": _as_item,
}
