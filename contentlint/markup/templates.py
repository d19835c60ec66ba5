"""What a generator reads before any browser does: template syntax and Markdown's dialects.

Each is masked before parsing by text of the same length, so that every offset stays. Template
syntax (`{{ }}`, `{% %}`, shortcodes) becomes one opaque word in text and in an attribute's value;
between the attributes of a tag it becomes one (`template_tags`), and what its conditions do to the
structure around it is decided in `template_blocks`. The marks of a dialect (`:::tip`,
`{: .note}`) become blanks, and the heads of indented blocks (`!!! note`) a list item, which is
what CommonMark indents likewise.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from contentlint.core.source import Span
from contentlint.site.generator import Generator

FILLER = "\ue000"
"""One code point of the private use area, which stands for a masked one; line ends stay."""

# The indentation of a line stays, by which what stands in a list item or in code is known.
_NOT_LINE_END = re.compile(r"(?:(?<=[\r\n])[ \t]++)|([^\r\n])")
_TAG = re.compile(r"<[^\s\"'=<>]")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")


Fill = Literal["word", "blank", "item"]


class Syntax(NamedTuple):
    """One form of template syntax, or one mark of a dialect of Markdown.

    Args:
        hint: text without which it cannot occur.
        pattern: what is masked, or its beginning up to `closer`; for a block its tags, with the
            groups `end`, which an end tag has, and `name`.
        owners: the template languages or the marks of Markdown that it belongs to, as a
            `Generator` names them.
        fill: what it is masked by: one opaque word, blanks, or the head of a list item.
        closer: what must follow a match of `pattern`; only then it is what it seems.
    """

    hint: str
    pattern: re.Pattern[str]
    owners: tuple[str, ...]
    fill: Fill = "word"
    closer: re.Pattern[str] | None = None

    def spans(self, text: str, start: int) -> Iterator[Span]:
        """The places of this syntax behind an offset, in order, found in linear time."""
        if "name" in self.pattern.groupindex:
            yield from self._blocks(text, start)
            return
        while match := self.pattern.search(text, start):
            start = match.end()
            if self.closer is None:
                yield Span(*match.span())
            elif closing := self.closer.match(text, start):
                start = closing.end()
                yield Span(match.start(), start)

    def _blocks(self, text: str, start: int) -> Iterator[Span]:
        """From each start tag to the first end tag of its name, whatever stands between."""
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


def _syntax(hint: str, opener: str, closer: str, *owners: str) -> Syntax:
    """Syntax that runs to its closer, within a paragraph."""
    pattern = re.compile(rf"{opener}(?:(?!{closer}|\n\s*\n).)*+", re.DOTALL)
    return Syntax(hint, pattern, owners, closer=re.compile(closer))


def _block(hint: str, pattern: str, *owners: str) -> Syntax:
    return Syntax(hint, re.compile(pattern, re.DOTALL), owners)


def _line(hint: str, pattern: str, fill: Fill, *owners: str) -> Syntax:
    """A mark of a dialect, which stands in a line."""
    return Syntax(hint, re.compile(pattern, re.MULTILINE), owners, fill)


_TAGS = ("nunjucks-tags", "liquid", "nunjucks", "tera", "jinja")
_MUSTACHES = (*_TAGS, "vue")

# Blocks whose content is code, a diagram or maths, or is thrown away; nothing in it is markup.
CODE = (
    "highlight|codeblock|code|comment|mermaid|plantuml|uml|graphviz|dot|ditaa|d2|pikchr|svgbob|"
    "markmap|mindmap|flowchart|flow|sequence|echarts|chart|chartjs|vega|wavedrom|katex|mathjax|"
    "math|latex|tex|abc|jsfiddle|gist"
)
# Braces of any generator are template syntax inside a tag, where they are nothing else.
_IN_ANY_TAG = frozenset({"{{", "{%"})

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
    _syntax("{{", r"\{\{\{?", r"\}\}\}?", *_MUSTACHES),
    _syntax("{%", r"\{%", r"%\}", *_TAGS),
    _syntax("{#", r"\{#", r"#\}", "nunjucks", "tera"),
    _syntax("<%", r"<%", r"%>", "ejs"),
)

# Marks of Markdown's dialects; what stands between them is Markdown.
DIALECTS = (
    # Containers of markdown-it, Pandoc, MyST and DocFX; components of MDC, which two colons begin.
    _line(":::", r"^[ \t>]*:{3,}[^\r\n]*$", "blank", "containers"),
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
    # Comments of MyST.
    _line("% ", r"^%[ \t][^\r\n]*$", "blank", "percent-comments"),
    # Comments and links of Obsidian.
    _line("%%", r"%%(?:(?!%%)[^\r\n])*+%%", "word", "double-percent-comments"),
    _line("[[", r"!?\[\[[^\[\]\r\n]++\]\]", "word", "wikilinks"),
    # Display maths.
    _syntax("$$", r"\$\$(?!\$)", r"\$\$", "display-maths"),
)


class Masked(NamedTuple):
    """A text of the same length as the file's, and the ranges that were masked, in order.

    Args:
        text: the text.
        masks: what was masked.
        cuts: what of `text` a generator has taken out before it reads Markdown, in order.
        branches: those of conditions and loops, in order, an outer one before those in it.
        agreeing: offsets of tags that are balanced only by what stands in a condition.
    """

    text: str
    masks: tuple[Span, ...]
    cuts: tuple[Span, ...] = ()
    branches: tuple[Span, ...] = ()
    agreeing: frozenset[int] = frozenset()


def mask(text: str, start: int, generator: Generator, *, is_html: bool = False) -> Masked:
    """Mask template syntax from an offset on: the generator's own, or all where it is unknown.

    Args:
        text: the file's text.
        start: where its body begins, as a code-point offset.
        generator: what builds the site.
        is_html: whether the body is HTML. Where then no generator is known either, braces with
            tags between them are taken for text, as a browser would.
    """
    masked = text
    marks: list[Span] = []
    own: list[Span] = []
    foreign: list[Span] = []
    plain = is_html and not generator.is_known
    for syntax in SYNTAXES:
        # One character is found much faster than two.
        if syntax.hint[0] in masked and syntax.hint in masked:
            if not generator.templates.isdisjoint(syntax.owners):
                masked = _mask_syntax(syntax, masked, start, own, plain=plain)
            elif syntax.hint in _IN_ANY_TAG:
                masked = _mask_syntax(syntax, masked, start, foreign, plain=plain)
    if own or foreign:
        from contentlint.markup.template_layout import Layout

        layout = Layout(text, masked, Span(start, len(text)), generator, is_html=is_html)
        laid = layout.masked(sorted(own), foreign)
        masked, own = laid.text, list(laid.masks)
    else:
        laid = None
    if not is_html:
        for syntax in DIALECTS:
            if (
                syntax.hint[0] in masked
                and syntax.hint in masked
                and not generator.marks.isdisjoint(syntax.owners)
            ):
                masked = _mask_syntax(syntax, masked, start, marks, plain=False)
    masks = tuple(sorted(own + marks))
    return Masked(masked, masks) if laid is None else laid._replace(text=masked, masks=masks)


def _mask_syntax(syntax: Syntax, text: str, start: int, spans: list[Span], *, plain: bool) -> str:
    pieces: list[str] = []
    place = 0
    for span in syntax.spans(text, start):
        matched = text[span.start : span.end]
        if plain and "name" not in syntax.pattern.groupindex and _has_tag(matched[2:]):
            continue
        spans.append(span)
        pieces.append(text[place : span.start])
        pieces.append(_FILLS[syntax.fill](matched))
        place = span.end
    if not pieces:
        return text
    pieces.append(text[place:])
    return "".join(pieces)


def _has_tag(text: str) -> bool:
    """Whether a tag stands in it that is not in quotes, as arguments are."""
    return _TAG.search(text) is not None and _TAG.search(_QUOTED.sub("", text)) is not None


def as_word(text: str) -> str:
    """An opaque word of the same length, its line ends and their indentation kept."""
    return _NOT_LINE_END.sub(lambda match: FILLER if match[1] else match[0], text)


def _as_blank(text: str) -> str:
    return _NOT_LINE_END.sub(" ", text)


def _as_item(text: str) -> str:
    """The head of a list item, whose content stands four columns further in."""
    indent = len(text) - len(text.lstrip())
    return f"{text[:indent]}-   ".ljust(len(text), FILLER)


_FILLS: dict[Fill, Callable[[str], str]] = {
    "word": as_word,
    "blank": _as_blank,
    "item": _as_item,
}
