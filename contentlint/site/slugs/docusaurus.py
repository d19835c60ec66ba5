"""The ids of Docusaurus: github-slugger on the text of the source, or an explicit id."""

import re
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.github import Slugger
from contentlint.site.slugs.pieces import Piece, pieces

_CLASSIC = lazy(r"\s*\{#((?:(?!\{#|\}).)*.)\}\Z")
# `*` is gone where it looks like emphasis in CommonMark.
_COMMENT = lazy(r"\{/\*?\s*(#[^\s*/{}]+)[^{}]*/\}\Z")
_HTML_COMMENT = lazy(r"<!--\s*(#[^\s>]+?)(?:\s.*)?-->\Z", re.DOTALL)
# A text directive, which is not text of the heading.
_DIRECTIVE = lazy(r"(?<!:):[A-Za-z](?:[\w-]*\w)?(?:\[[^\[\]]*\])?(?:\{[^{}]*\})?(?![\w:-])")


def text_of(parts: Sequence[Piece]) -> str:
    """The text that the id is made of: alternative texts of images count, HTML does not."""
    return "".join(map(_text, parts))


def _text(piece: Piece) -> str:
    if piece.kind == "text":
        return _DIRECTIVE.sub("", piece.text)
    return piece.text if piece.kind == "image" else _plain(piece)


def _plain(piece: Piece) -> str:
    return "\n" if piece.kind == "break" else piece.shown


def explicit(parts: Sequence[Piece], *, is_mdx: bool = True) -> str | None:
    """The id that is written at the end of a heading; None: there is none.

    Args:
        parts: the content of the heading.
        is_mdx: whether the article is compiled as MDX, in which HTML comments have no id.
    """
    last = parts[-1] if parts else None
    if last is None:
        return None
    found = _COMMENT.search(last.text) if last.kind == "text" else None
    if last.kind == "html" and not is_mdx:
        found = _HTML_COMMENT.match(last.text)
    if found:
        return found[1][1:]
    given = _CLASSIC.search(text_of(parts))
    return given[1].strip() if given else None


def anchors(
    headings: Sequence[Heading], *, keeps_case: bool = False, is_mdx: bool = True
) -> list[str]:
    """The id of each heading of a page; explicit ids are not compared with others.

    Args:
        headings: the headings, in order.
        keeps_case: whether the setting `markdown.anchors.maintainCase` is on.
        is_mdx: whether the article is compiled as MDX.
    """
    slugger = Slugger()
    found: list[str] = []
    for heading in headings:
        if heading.is_html:
            found.append(heading.id)
            continue
        parts = pieces(heading)
        written = explicit(parts, is_mdx=is_mdx)
        if written is None:
            written = slugger.slug(text_of(parts), keeps_case=keeps_case)
        found.append(written)
    return found
