"""A link or image is displayed as its source.

Common causes are a space between text and URL, `[low] (/a)`, a space in the URL,
`[low](/low tide)`, exchanged brackets, `(low)[/a]`, and full-width parentheses. Some renderers
accept spaces in URLs.

Remove the space, replace spaces in the URL by `%20`, or correct the brackets.

Fix safety: unsafe, because brackets next to parentheses may be text.
"""

import re
from collections.abc import Iterator

from contentlint.rule import (
    MASK,
    Document,
    Fix,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    delete,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('[low](/a "tide") [low](</low tide>) ![](a.png) [low] (see below)\n', path="a.md"),
    good("See [1] (https://example.org/a), `[a] (/b)` and\n\n    [a] (/b)\n", path="a.md"),
    good("[low](/low tide.html) ![](/low tide.png)\n", path="a.md", site=Site("jekyll")),
    good("f[x](/a b), [low]({{ a b }}) and {% link (a)[/b] %}\n", path="a.md"),
    good("<p>[low] (/a)</p>"),
    good("Low (at the quay)[/caption] and (a)[#b]\n", path="a.md"),
    bad(
        "See ⟦[low tide] (https://example.org/a)⟧ 👍\r\n",
        "link `[low tide] (https://example.org/a)` is not rendered; remove the space before `(`",
        fixed="See [low tide](https://example.org/a) 👍\r\n",
        path="a.md",
    ),
    bad(
        "⟦![潮](/img/low tide.png)⟧\n",
        "image `![潮](/img/low tide.png)` is not rendered; replace spaces in the URL by `%20`",
        fixed="![潮](/img/low%20tide.png)\n",
        path="a.md",
        site=Site("hexo"),
    ),
    bad(
        "⟦[low](/a “tide”)⟧\n",
        "link `[low](/a “tide”)` is not rendered; use straight quotes around the title",
        fixed='[low](/a "tide")\n',
        path="a.md",
    ),
    bad(
        "⟦(low)[https://example.org/a]⟧\n",
        "link `(low)[https://example.org/a]` is not rendered; exchange the brackets",
        fixed="[low](https://example.org/a)\n",
        path="a.md",
        site=Site("mkdocs"),
    ),
    bad(
        "看⟦[潮]（https://example.org/a）⟧\n",
        "link `[潮]（https://example.org/a）` is not rendered; use ASCII parentheses",
        fixed="看[潮](https://example.org/a)\n",
        path="a.md",
    ),
]

_URL = r"(?:https?://|mailto:|\.{0,2}/(?!/)|#(?=[\w-]+[)）\]]))"
_FILE = r"[\w%./ -]{1,200}\.(?:md|html?|png|jpe?g|gif|svg|webp|pdf)"
_TEXT = (
    rf"(?<![A-Za-z0-9_\])}}\\{MASK}])(?P<mark>!?)"
    r"\[(?P<text>[^\[\]\n]{1,300})\]"
)
_APART = lazy(rf"{_TEXT}(?P<gap>[ \t]+)\((?:{_URL}[^()\s]*|{_FILE})\)")
_SPACED = lazy(
    rf"{_TEXT}\((?P<url>(?:{_URL}"
    rf"[^()\n<>\"]{{0,500}}?|{_FILE}))"
    r"(?P<title>[ \t]{1,9}[“”'‘’][^()\n]{0,300})?[ \t]{0,9}\)"
)
_EXCHANGED = lazy(
    rf"(?<![A-Za-z0-9_\])}}\\{MASK}])"
    r"\((?P<text>[^()\[\]\n]{1,300})\)\[(?P<url>https?://[^\[\]\s]*)\](?!\()"
)
_FULL_WIDTH = lazy(rf"{_TEXT}（(?P<url>{_URL}[^（）()\s]*)）")


@rule(severity="warning", preset="recommended", since="0.2", when="markdown and text:]")
def check(document: Document) -> Problems:
    text = document.text
    if document.is_html or ("]" not in text or not any(sign in text for sign in "(（")):
        return
    if ")[" not in text and not _HINT.search(text):
        return
    found = document.running_text
    if "]" not in found:  # the brackets of links that are rendered are masked
        return
    dialect = document.generator.dialect
    # The patterns start anywhere, so each is only used if its brackets are there.
    if not dialect.links_follow_spaces and _BEFORE_SPACE.search(found):
        for match in filter(_has_letter, _APART.finditer(found)):
            gap = Span(*match.span("gap"))
            yield _problem(
                document,
                match,
                "remove the space before `(`",
                delete(gap, "remove the space", "unsafe"),
            )
    if not dialect.links_take_spaces and "](" in found:
        yield from _spaced(document, found)
    for match in filter(_has_letter, _EXCHANGED.finditer(found)) if ")[" in found else ():
        fix = replace(
            Span(*match.span()), _link(document, match), "exchange the brackets", "unsafe"
        )
        yield _problem(document, match, "exchange the brackets", fix)
    for match in filter(_has_letter, _FULL_WIDTH.finditer(found)) if "]（" in found else ():
        url = document.text[match.start("url") : match.end("url")]
        span = Span(match.start("url") - 1, match.end("url") + 1)
        fix = replace(span, f"({url})", "use ASCII parentheses", "unsafe")
        yield _problem(document, match, "use ASCII parentheses", fix)


_BEFORE_SPACE = lazy(r"\][ \t]+\(")
_HINT = lazy(r"\](?:[ \t]+\(|\([^()\n]*[ \t“”]|（)")


def _spaced(document: Document, found: str) -> Iterator[Problem]:
    """The links with a space in their URL, or with typographic quotes around their title."""
    for match in filter(_has_letter, _SPACED.finditer(found)):
        url, title = match["url"].rstrip(), match["title"]
        if MASK in url:
            continue
        if title is not None and title.strip()[:1] in "“”":
            span = Span(*match.span("title"))
            straight = title.translate(_STRAIGHT)
            fix = replace(span, straight, "use straight quotes", "unsafe")
            yield _problem(document, match, "use straight quotes around the title", fix)
        elif title is None and any(map(str.isspace, url)):
            span = Span(match.start("url"), match.start("url") + len(url))
            fix = replace(span, url.replace(" ", "%20"), "replace the spaces", "unsafe")
            yield _problem(document, match, "replace spaces in the URL by `%20`", fix)


_STRAIGHT = {ord(sign): '"' for sign in "“”"}


def _has_letter(match: re.Match[str]) -> bool:
    """Whether the text is more than a number, as that of a citation."""
    return any(map(str.isalpha, match["text"]))


def _link(document: Document, match: re.Match[str]) -> str:
    text = document.text[match.start("text") : match.end("text")]
    return f"[{text}]({match['url']})"


def _problem(document: Document, match: re.Match[str], remedy: str, fix: Fix) -> Problem:
    span = Span(*match.span())
    written = cut(document.text[span.start : span.end].replace("`", "'"))
    kind = "image" if written.startswith("!") else "link"
    return Problem(span, f"{kind} `{written}` is not rendered; {remedy}", fix)
