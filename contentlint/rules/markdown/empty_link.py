"""A link has no text or no URL.

A link without text is not displayed, so nobody can follow it; a link without a URL leads back to
the page it is on.

Complete the link or remove it.
"""

from contentlint.rule import Document, Element, Problem, Problems, Site, bad, cut, good, rule
from contentlint.rules.markdown._when import may_have_empty_link

EXAMPLES = [
    good("[low](/a) ![](/a.png) [![low](/a.png)](/b) `[](/a)` [low](#)\n", path="a.md"),
    good("Call list[low]() and f.a[b]()\n", path="a.md"),
    good("[](){ #low }\n\n[<i class=a></i>](/a) [&nbsp;](/b)\n", path="a.md"),
    good("## [](#low)Low\n\n[](#tide)Tide\n\n### Ebb[](/a#ebb)\n", path="a.md"),
    good("[{{ title }}](/a) [low]({{ url }})\n", path="a.md"),
    good('<a href="/a"></a>\n', path="a.md"),
    good("See [](low.md) and [](ebb-and-flow).\n", path="a.md", site=Site("sphinx")),
    bad("See ⟦[low]()⟧.\n", "link `low` has no URL", path="a.md", site=Site("myst")),
    good("- [Low](low.md)\n- [Ebb]()\n", path="src/SUMMARY.md"),
    good("[](low.md ':include :type=code')\n", path="a.md"),
    bad(
        "See ⟦[](/a)⟧ 👍 or ⟦[low tide]()⟧.\n",
        "link to `/a` has no text and is not displayed",
        "link `low tide` has no URL",
        path="a.md",
    ),
    bad("- ⟦[low](<>)⟧\n", "link `low` has no URL", path="a.md", site=Site("jekyll")),
]


@rule(
    severity="warning",
    preset="recommended",
    since="0.2",
    when="markdown and test:markdown/may_have_empty_link",
)
def check(document: Document) -> Problems:
    text = document.text
    if document.is_html or not may_have_empty_link(document):
        return
    for element in document.elements("a"):
        span = element.span
        if element.authored or document.markup.is_masked(span) or text[span.start] != "[":
            continue
        if document.text[span.start - 1 : span.start].isalnum():
            continue  # `list[low]()`
        # `[](){ #low }` is an anchor for attribute lists.
        if text[span.end : span.end + 1] == "{":
            continue
        if element.get("href") is None:
            if document.path.endswith("SUMMARY.md"):
                continue  # A chapter that mdBook and GitBook list, but that is not written yet.
            name = cut(" ".join(element.text.split()).replace("`", "'"))
            what = f"link `{name}` has no URL" if name else "link has neither text nor URL"
            yield Problem(span, what)
        elif text.startswith("[](", span.start) and not _is_filled(document, element):
            url = cut(element.value("href").replace("`", "'"))
            yield Problem(span, f"link to `{url}` has no text and is not displayed")


def _is_filled(document: Document, element: Element) -> bool:
    """Whether something is displayed there all the same, or nothing is meant to be."""
    # docsify replaces these by the file.
    is_include = element.value("title").startswith(":include")
    return document.generator.fills_links or is_include or _is_anchor(element)


def _is_anchor(element: Element) -> bool:
    """Whether this is the link to a heading or anchor that generators add and converters keep."""
    in_heading = any(parent.tag[:1] == "h" for parent in element.ancestors())
    return in_heading or element.value("href").startswith("#")
