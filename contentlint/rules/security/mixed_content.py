"""A script, style sheet or iframe is loaded without encryption (mixed content).

On an `https:` page, browsers block it, so readers miss it; on other pages, anyone on the network
path can replace it. Images, audio and video are still loaded or upgraded; they are reported only if
`passive` is set. Use `https://`.

Fix safety: unsafe, because the host may not support `https:`.
"""

from contentlint.rule import Document, Problem, Problems, Span, bad, cut, good, replace, rule
from contentlint.rules.security._hosts import host_of, is_private
from contentlint.rules.security._urls import url_text, urls

EXAMPLES = [
    good('<a href="http://example.org">潮</a><iframe src="//example.org"></iframe>'),
    good('<img src="http://example.org/a.png" alt=""><link rel=canonical href="http://a.example">'),
    good("```html\n<script src=http://example.org/a.js></script>\n```\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n<script src="⟦http://⟧example.org/a.js"></script>'
        "<iframe src=⟦http://⟧example.org></iframe>",
        "mixed content: `http://example.org/a.js` is blocked on `https:` pages; use `https://`",
        "mixed content: `http://example.org` is blocked on `https:` pages; use `https://`",
        fixed='<p>潮 👍</p>\r\n<script src="https://example.org/a.js"></script>'
        "<iframe src=https://example.org></iframe>",
    ),
    bad(
        "<link rel='stylesheet' href='⟦http://⟧example.org/a.css'>\n",
        "mixed content: `http://example.org/a.css` is blocked on `https:` pages; use `https://`",
        fixed="<link rel='stylesheet' href='https://example.org/a.css'>\n",
        path="a.md",
    ),
    bad(
        "![low](⟦http://⟧example.org/a.png)\n",
        "mixed content: `http://example.org/a.png` is not encrypted; use `https://`",
        fixed="![low](https://example.org/a.png)\n",
        path="a.md",
        passive=True,
    ),
]

_ACTIVE = frozenset(
    {("script", "src"), ("iframe", "src"), ("frame", "src"), ("embed", "src"), ("object", "data")}
)
_TAGS = frozenset({"script", "iframe", "frame", "embed", "object", "link"})
_PASSIVE = frozenset(
    {("img", "src"), ("audio", "src"), ("video", "src"), ("source", "src"), ("video", "poster")}
)


@rule(
    severity="warning",
    preset="recommended",
    since="0.1",
    standard="https://www.w3.org/TR/mixed-content/",
)
def check(document: Document, *, passive: bool = False) -> Problems:
    """
    Args:
        passive: whether to report images, audio and video as well.
    """
    if not passive and _TAGS.isdisjoint(document.markup.tags):
        return
    if not passive and "http://" not in document.once(url_text):
        return
    for url in document.once(urls):
        if url.value[:7].lower() != "http://" or url.element is None:
            continue
        place = (url.tag, url.name)
        is_style_sheet = place == ("link", "href") and (
            "stylesheet" in url.element.value("rel").lower().split()
        )
        is_active = is_style_sheet or place in _ACTIVE
        if not is_active and not (passive and place in _PASSIVE):
            continue
        if is_private(host_of(url.value) or ""):
            continue
        why = "is blocked on `https:` pages" if is_active else "is not encrypted"
        message = f"mixed content: `{cut(url.value)}` {why}; use `https://`"
        start = url.span.start
        span = Span(start, start + 7)
        if document.text[start : start + 7].lower() != "http://":
            yield Problem(url.span, message)
            continue
        yield Problem(span, message, replace(span, "https://", "use `https://`", "unsafe"))
