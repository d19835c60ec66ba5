"""Masking of template syntax and Markdown dialects, which a generator processes.

Each is replaced before parsing with text of the same length, so that offsets do not change.
Template syntax (`{{ }}`, `{% %}`, shortcodes) becomes one opaque word in text and attribute values;
between the attributes of a tag it becomes an attribute (`template_tags`). The effect of conditions
on the surrounding structure is decided in `template_blocks`. Dialect markers (`:::tip`,
`{: .note}`) become spaces, and the first lines of indented blocks (`!!! note`) become a list item,
which CommonMark indents in the same way.
"""

from functools import cache

from contentlint.core.patterns import lazy
from contentlint.core.source import Characters, Span
from contentlint.markup.template_syntax import DIALECTS, FILLS, SYNTAXES, Masked, Syntax
from contentlint.site.generator import Generator, Mark, TemplateLanguage

_TAG = lazy(r"<[^\s\"'=<>]")
_QUOTED = lazy(r"\"[^\"]*+\"|'[^']*+'")
# Inside a tag, braces are always template syntax, whatever the generator.
_IN_ANY_TAG = frozenset({"{{", "{%"})


def mask(text: str, start: int, generator: Generator, *, is_html: bool = False) -> Masked:
    """Mask the template syntax and dialect markers of a generator after an offset.

    Args:
        text: the file's text.
        start: the start of its body, as a code-point offset.
        generator: the generator of the site.
        is_html: whether the body is HTML. If the generator is also unknown, braces with tags
            between them are treated as text, as in a browser.
    """
    masked = text
    markers: list[Span] = []
    own: list[Span] = []
    foreign: list[Span] = []
    plain = is_html and not generator.is_known
    has = Characters(text)
    for syntax, is_own in _syntaxes(generator.templates):
        if has.has_word(syntax.hint):
            spans = own if is_own else foreign
            masked = _mask_syntax(syntax, masked, start, spans, plain=plain)
    if own or foreign:
        from contentlint.markup.template_layout import Layout

        layout = Layout(text, masked, Span(start, len(text)), generator, is_html=is_html)
        laid = layout.masked(sorted(own), foreign)
        masked, own = laid.text, list(laid.masks)
    else:
        laid = None
    if not is_html:
        for syntax in _dialects(generator.marks):
            if has.has_word(syntax.hint) if len(syntax.hint) > 1 else has[syntax.hint]:
                masked = _mask_syntax(syntax, masked, start, markers, plain=False)
    masks = tuple(sorted(own + markers))
    return Masked(masked, masks) if laid is None else laid._replace(text=masked, masks=masks)


@cache
def _syntaxes(templates: frozenset[TemplateLanguage]) -> list[tuple[Syntax, bool]]:
    """The template syntax to mask, and whether it is that of the generator."""
    found = []
    for syntax in SYNTAXES:
        is_own = not syntax.owners.isdisjoint(templates)
        if is_own or syntax.hint in _IN_ANY_TAG:
            found.append((syntax, is_own))
    return found


@cache
def _dialects(marks: frozenset[Mark]) -> list[Syntax]:
    return [syntax for syntax in DIALECTS if not syntax.owners.isdisjoint(marks)]


def _mask_syntax(syntax: Syntax, text: str, start: int, spans: list[Span], *, plain: bool) -> str:
    pieces: list[str] = []
    place = 0
    for span in syntax.spans(text, start):
        matched = text[span.start : span.end]
        if plain and not syntax.is_block and _has_tag(matched[2:]):
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
    """Whether it contains a tag outside quotes, which enclose arguments."""
    return _TAG.search(text) is not None and _TAG.search(_QUOTED.sub("", text)) is not None
