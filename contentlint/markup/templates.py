"""What a generator reads before any browser does: template syntax and Markdown's dialects.

Each is masked before parsing by text of the same length, so that every offset stays. Template
syntax (`{{ }}`, `{% %}`, shortcodes) becomes one opaque word in text and in an attribute's value;
between the attributes of a tag it becomes one (`template_tags`), and what its conditions do to the
structure around it is decided in `template_blocks`. The marks of a dialect (`:::tip`,
`{: .note}`) become blanks, and the heads of indented blocks (`!!! note`) a list item, which is
what CommonMark indents likewise.
"""

import re

from contentlint.core.source import Span
from contentlint.markup.template_syntax import DIALECTS, FILLS, SYNTAXES, Masked, Syntax
from contentlint.site.generator import Generator

_TAG = re.compile(r"<[^\s\"'=<>]")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
# Braces of any generator are template syntax inside a tag, where they are nothing else.
_IN_ANY_TAG = frozenset({"{{", "{%"})


def mask(text: str, start: int, generator: Generator, *, is_html: bool = False) -> Masked:
    """Mask the template syntax that a generator reads from an offset on, and its dialect's marks.

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
            if not syntax.owners.isdisjoint(generator.templates):
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
                and not syntax.owners.isdisjoint(generator.marks)
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
        pieces.append(FILLS[syntax.fill](matched))
        place = span.end
    if not pieces:
        return text
    pieces.append(text[place:])
    return "".join(pieces)


def _has_tag(text: str) -> bool:
    """Whether a tag stands in it that is not in quotes, as arguments are."""
    return _TAG.search(text) is not None and _TAG.search(_QUOTED.sub("", text)) is not None
