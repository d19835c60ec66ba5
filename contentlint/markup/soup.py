"""The tree as BeautifulSoup, for heuristics: the same elements, repairs and offsets."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from contentlint.markup.tree import Markup

SPAN = "_contentlint_span"
"""The name of the attribute of a tag with the span of its element."""


def build(markup: "Markup") -> "BeautifulSoup":
    """Copy the parsed tree without parsing again."""
    import turbohtml
    from bs4 import BeautifulSoup
    from bs4.element import Comment, NavigableString

    from contentlint.core.source import Source

    soup = BeautifulSoup("", "html.parser")
    lines = Source("", markup.text)
    body = markup.tree.find("body")
    pending: list[tuple[turbohtml.Node, Tag | BeautifulSoup]] = []
    if body is not None:
        pending = [(child, soup) for child in reversed(list(body.children))]
    while pending:
        node, parent = pending.pop()
        if isinstance(node, turbohtml.Element):
            tag = soup.new_tag(node.tag, attrs={name: node.attr(name) or "" for name in node.attrs})
            element = markup.element(node)
            if element is not None:
                tag.sourcepos = element.span.start
                vars(tag)[SPAN] = element.span
                tag.sourceline = lines.position(element.span.start).line
            parent.append(tag)
            pending.extend((child, tag) for child in reversed(list(node.children)))
        elif isinstance(node, turbohtml.Text):
            parent.append(NavigableString(node.data))
        elif isinstance(node, turbohtml.Comment):
            parent.append(Comment(node.data))
    return soup
