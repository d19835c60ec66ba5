"""An element has no end tag, which this generator requires.

HTML allows to omit end tags such as `</li>` and `</td>`, and browsers add them. kramdown does not:
it shows the next end tag as text, and the rest of the article becomes part of the element. Vue
templates with such elements do not compile.

Add the end tag.
"""

import re

from contentlint.rule import Document, Element, Problem, Problems, Site, bad, good, lazy, rule

EXAMPLES = [
    good("<ul><li>low<li>tide</ul>\n", path="a.md"),
    good("<ul><li>low</li></ul>\n\n`<li>`\n\n- low\n", path="a.md", site=Site("jekyll")),
    good("<ul><li>low<li>tide</ul>\n", path="a.html", site=Site("jekyll")),
    good("<p><h2>low</h2></p>\n", path="a.md", site=Site("jekyll")),
    bad(
        "<table>\n⟦<tr>⟧<th>Low\n<tr><td>潮\n</table>\n",
        "`<tr>` and 3 more elements have no end tags, which Jekyll requires; add `</tr>`",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "<ul>\n⟦<li>⟧low\n<li>潮\n</ul>\n",
        "`<li>` and 1 more element have no end tags, which Jekyll requires; add `</li>`",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "<dl><dt>low</dt>⟦<dd>⟧tide 👍</dl>\r\n",
        "`<dd>` has no end tag, which VitePress requires; add `</dd>`",
        path="a.md",
        site=Site("vitepress"),
    ),
    bad(
        "<table>\n<tr>⟦<td>⟧low</tr>\n</table>\n\n<ul>\n⟦<li>⟧ebb\n</ul>\n",
        "`<td>` has no end tag, which Jekyll requires; add `</td>`",
        "`<li>` has no end tag, which Jekyll requires; add `</li>`",
        path="a.md",
        site=Site("jekyll"),
    ),
]

_OPTIONAL = (
    *("li", "dt", "dd", "p", "option", "optgroup", "rt", "rp"),
    *("td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "caption"),
)


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    when="markdown and has:generator.dialect.requires_end_tags",
)
def check(document: Document) -> Problems:
    if document.is_html or "<" not in document.text:
        return
    if not document.generator.dialect.requires_end_tags:
        return
    groups: dict[int, list[Element]] = {}
    known: dict[int, int] = {}
    for element in document.elements(*_OPTIONAL):
        if element.authored and element.end_span is None and _is_reported(document, element):
            groups.setdefault(_outermost(element, known), []).append(element)
    for first, *others in groups.values():
        end = f"`</{first.tag}>`"
        which = f"which {document.generator.title} requires; add {end}"
        if others:
            more = f"{len(others)} more element{'s' * (len(others) > 1)}"
            yield Problem(first.span, f"`<{first.tag}>` and {more} have no end tags, {which}")
        else:
            yield Problem(first.span, f"`<{first.tag}>` has no end tag, {which}")


def _is_reported(document: Document, element: Element) -> bool:
    """Whether no other rule reports this tag, and it is not `<p/>`."""
    text = document.text[element.span.start : element.span.end]
    if element.span.start in document.broken_tags or text.endswith("/>"):
        return False
    # Browsers close `<p>` before `<h2>`; here it is still open when its end tag follows.
    follows = _P.search(document.text, element.span.end) if element.tag == "p" else None
    return follows is None or not follows[0].startswith("</")


_P = lazy(r"</?p\b", re.IGNORECASE)


def _outermost(element: Element, known: dict[int, int]) -> int:
    """The offset of the table, list or other authored element around an element.

    Args:
        element: the element.
        known: the results for elements around it, which are added to.
    """
    passed = []
    outer: Element | None = element
    found = element.span.start
    while outer is not None:
        if outer.authored:
            start = outer.span.start
            if start in known:
                found = known[start]
                break
            passed.append(start)
            found = start
        outer = outer.parent
    known.update(dict.fromkeys(passed, found))
    return found
