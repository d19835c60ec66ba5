"""Markdown inside an HTML block is not rendered, so readers see its source.

After a line with `<div>`, readers see the asterisks of `**low**`. Most renderers parse Markdown
again after a blank line. kramdown and Python-Markdown with `md_in_html` do so only in elements with
`markdown="1"`, and other renderers never.

Add the blank lines or the attribute, or write HTML.
"""

import re
from collections.abc import Iterator

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    rule,
)

EXAMPLES = [
    good("<div>\n\n**low** and [tide](/a)\n\n</div>\n", path="a.md"),
    good("2 ** 3 ** 4, `**low**`, \\*\\*low\\*\\*\n\n    **code**\n", path="a.md"),
    good("<p>**low**</p>"),
    good("1. a\n\n    <div>\n    **low**\n    </div>\n", path="a.md", site=Site("mkdocs")),
    good("<p>\n**low**\n</p>\n", path="a.md", site=Site("quarto")),
    good("<pre>\n**low**\n</pre>\n<div markdown=1>\n**low**\n</div>\n", path="a.md"),
    good(
        '<div markdown="1">\n\n**low**\n\n</div>\n\n<b>**low**</b>\n',
        path="a.md",
        site=Site("jekyll"),
    ),
    good("<!-- **low** -->\n\n<script>\na = '[b](c)'\n</script>\n", path="a.md"),
    good("<div>low</div>\n\n**tide**\n", path="a.md", site=Site("jekyll")),
    good(
        "<div>{% markdown %}**Low:** see [ebb](/a){% endmarkdown %}</div>\n",
        path="a.md",
        site=Site("eleventy"),
    ),
    bad(
        "<div>{% tide %}{% if low %}⟦**Low:**⟧ see ebb{% endif %}</div>\n",
        "`**Low:**` is not rendered in an HTML block; add blank lines around it or use HTML",
        path="a.md",
        site=Site("eleventy"),
    ),
    good("<!-- more -->**tide**\n\n<img src=a>\n**low**\n", path="a.md", site=Site("jekyll")),
    bad(
        "<div>\n⟦**low**⟧ and [tide](/a)\n</div>\n\n<p>⟦![潮](/b.png)⟧ 👍</p>\r\n",
        "`**low**` and 1 more are not rendered in an HTML block; add blank lines around them or "
        "use HTML",
        "`![潮](/b.png)` is not rendered in an HTML block; add blank lines around it or use HTML",
        path="a.md",
    ),
    bad(
        "<div>\n\n⟦**low**⟧ and [tide](/a)\n\n</div>\n\nLow **tide**\n",
        '`**low**` and 1 more are not rendered in an HTML block; add `markdown="1"` to the '
        "element or use HTML",
        path="a.md",
        site=Site("jekyll"),
    ),
    good("<pre>\n- low\n- tide\n## ebb\n</pre>\n\n<p>\n- low\n</p>\n", path="a.md"),
    bad(
        "<details>\n<summary>潮</summary>\n⟦- low⟧\n- tide\n</details>\n\n"
        "<div>\n⟦## Ebb⟧\n```\na\n```\n</div>\n",
        "`- low` is not rendered in an HTML block; add blank lines around it or use HTML",
        "`## Ebb` and 1 more are not rendered in an HTML block; "
        "add blank lines around them or use HTML",
        path="a.md",
    ),
    bad(
        "<ul>\n<li>⟦[low](/a)⟧</li>\n</ul>\n",
        "`[low](/a)` is not rendered in an HTML block; use HTML",
        path="a.md",
        site=Site("mkdocs"),
    ),
]

_SYNTAX = lazy(
    r"(?<![*\\\w])\*\*(?![\s*])[^*\n]{1,200}?(?<![\s*\\])\*\*(?![*\w])"
    r"|(?<!\\)!?\[[^\[\]\n]+\]\((?:https?://|/|\./|#)[^()\s]*\)"
)
_STATEMENT = lazy(r"\{%[-~+]?\s*+(\w++)")
# Blocks of Liquid and Nunjucks that leave their content as it is.
_PLAIN = frozenset("block capture case comment for if ifchanged macro set tablerow unless".split())
# A list of two items, a heading, a fence.
_BLOCK_SYNTAX = lazy(
    r"^ {0,3}(?:[-*+] \w[^\n]*(?=\n {0,3}[-*+] \w)|1[.)] \w[^\n]*(?=\n {0,3}2[.)] \w)"
    r"|#{2,6} \w[^\n]*|```[\w+-]*\n[^`]{0,2000}\n```)",
    re.MULTILINE,
)
_TAG = lazy(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*<[A-Za-z!/]", re.MULTILINE)
_BLANK_LINE = lazy(r"\n[ \t]*\r?\n")
_VERBATIM = frozenset({"pre", "code", "kbd", "samp", "script", "style", "textarea", "title"})
# The elements whose content starts a block of HTML.
_BLOCKS = frozenset(
    "address article aside blockquote center details div dl fieldset figure footer form header "
    "main nav ol p section table ul".split()
)


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:<")
def check(document: Document) -> Problems:
    text = document.text
    if document.is_html or document.is_jsx or document.markup.is_generated or document.omits_html:
        return
    dialect = document.generator.dialect
    may_have_attribute = dialect.takes_markdown_attribute or not document.generator.is_known
    if not dialect.hides_markdown_in_html:
        return
    if "**" not in text and "](" not in text and _BLOCK_SYNTAX.search(text) is None:
        return
    if not _TAG.search(text, document.body.start):
        return
    if may_have_attribute and _ATTRIBUTE.search(text):
        return
    places = sorted(_places(document))
    rendered = list(_rendered(document)) if places else []
    found = [p for p in places if not any(r.start < p.start < r.end for r in rendered)]
    for places in _by_block(document, found) if found else ():
        first = places[0]
        written = f"`{cut(text[first.start : first.end].replace('`', chr(39)))}`"
        more = len(places) - 1
        what = f"{written} and {more} more are" if more else f"{written} is"
        remedy = "use HTML"
        if dialect.blank_line_ends_html:
            remedy = f"add blank lines around {'them' if more else 'it'} or use HTML"
        elif dialect.takes_markdown_attribute:
            remedy = 'add `markdown="1"` to the element or use HTML'
        yield Problem(first, f"{what} not rendered in an HTML block; {remedy}")


_ATTRIBUTE = lazy(r"<[a-zA-Z][^<>]*\smarkdown\b")


def _rendered(document: Document) -> Iterator[Span]:
    """The blocks of a site's own template tags, which may render their content as Markdown."""
    open_tags: dict[str, int] = {}
    for tag in _STATEMENT.finditer(document.text, document.body.start):
        name = tag[1].removeprefix("end")
        if name != tag[1] and name in open_tags:
            yield Span(open_tags.pop(name), tag.start())
        elif tag[1] not in _PLAIN:
            open_tags.setdefault(tag[1], tag.start())


def _places(document: Document) -> Iterator[Span]:
    """The Markdown syntax that is displayed."""
    found = (
        Span(run.span.start + match.start(), run.span.start + match.end())
        for run in document.text_runs
        if run.in_html_block and ("**" in run.raw or "](" in run.raw)
        for match in _SYNTAX.finditer(run.raw)
    )
    blocks_of_text = (
        Span(run.span.start + match.start(), run.span.start + match.end())
        for run in document.text_runs
        if run.in_html_block and "\n" in run.raw and _VERBATIM.isdisjoint(run.parents)
        for match in _BLOCK_SYNTAX.finditer(run.raw, 1)
    )
    if document.generator.dialect.blank_line_ends_html:
        yield from found
        yield from blocks_of_text
        return
    rendered = (e.span for e in document.elements("strong", "a", "img") if not e.authored)
    places = [*found, *blocks_of_text, *rendered]
    if not places:
        return
    # Only block elements start a block of HTML, which continues to their end tag.
    blocks = [block for block in document.once(_outermost) if _starts_block(document, block)]
    for place in places if blocks else ():
        if any(block.start < place.start < block.end for block in blocks):
            yield place


def _starts_block(document: Document, element: Span) -> bool:
    """Whether the tag at the start of an element is the first on its line, after a blank line."""
    before, _, line = document.text[document.body.start : element.start].rpartition("\n")
    # In an item of a list, Python-Markdown renders Markdown in HTML.
    is_outside = len(line) < 4 or not document.generator.dialect.items_need_four_spaces
    return (
        is_outside
        and not line.strip()
        and (not before.strip() or before.rstrip(" \t\r").endswith("\n"))
    )


def _by_block(document: Document, places: list[Span]) -> Iterator[list[Span]]:
    """The places grouped by the outermost element, and where it counts, by blank lines."""
    ends_at_blank_line = document.generator.dialect.blank_line_ends_html
    outermost = document.once(_outermost)
    group: list[Span] = []
    around: Span | None = None
    for place in places:
        inside = next((o for o in outermost if o.start <= place.start < o.end), None)
        is_apart = inside != around or (
            ends_at_blank_line
            and bool(group)
            and _BLANK_LINE.search(document.text, group[-1].end, place.start) is not None
        )
        if group and is_apart:
            yield group
            group = []
        group.append(place)
        around = inside
    if group:
        yield group


def _outermost(document: Document) -> list[Span]:
    """The ranges of the elements that the author wrote and that are in no other such element."""
    found: list[Span] = []
    for element in document.elements(*sorted(_BLOCKS)):
        end = element.end_span
        is_outer = not found or found[-1].end <= element.span.start
        if element.authored and end is not None and is_outer:
            found.append(Span(element.span.start, end.end))
    return found
