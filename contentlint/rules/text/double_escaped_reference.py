"""A character reference is escaped twice.

Readers see its source: `&amp;amp;` is displayed as `&amp;` where `&` was intended. It happens when
a feed or an editor escapes text that is already escaped. Remove one level of escaping.
"""

from contentlint.rule import (
    MASK,
    Confidence,
    Document,
    Problem,
    Problems,
    Span,
    bad,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good("<p>Fish &amp; chips, 1 &lt; 2</p><code>&amp;amp;</code>"),
    good("Write `&amp;amp;` for it.\n", path="a.md"),
    good("<p>Use &amp;nbsp; between them.</p>"),
    good("It writes *&amp;lt;b&amp;gt;&amp;amp;&amp;lt;/b&amp;gt;*.\n", path="a.md"),
    good("<p>XML knows &amp;lt;, &amp;quot; and &amp;amp; as names.</p>"),
    bad(
        "<p>&amp;quot;Low ⟦&amp;amp;⟧ High&amp;quot;</p>",
        "`&amp;amp;` is escaped twice; use `&amp;`",
        fixed="<p>&amp;quot;Low &amp; High&amp;quot;</p>",
    ),
    bad(
        "潮 ⟦&amp;amp;⟧ 汐 👍\r\n",
        "`&amp;amp;` is escaped twice; use `&amp;`",
        fixed="潮 &amp; 汐 👍\r\n",
        path="a.md",
    ),
    bad(
        "<p>潮 ⟦&amp;amp;⟧ 汐 👍</p>\r\n",
        "`&amp;amp;` is escaped twice; use `&amp;`",
        fixed="<p>潮 &amp; 汐 👍</p>\r\n",
    ),
]

_TWICE = lazy(r"&amp;(amp;)?(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});")


@rule(severity="warning", preset="recommended", since="0.1", when="text:&amp;")
def check(document: Document) -> Problems:
    if "&amp;" not in document.text:
        return
    if "&amp;amp;" in document.text and not document.is_html:
        yield from _in_markdown(document)
    for run in document.text_runs if _TWICE.search(document.text) else ():
        for match in _TWICE.finditer(run.raw):
            start = run.span.start + match.start()
            if match[0] == "&amp;amp;" and _is_shown(document, start):
                continue
            span = Span(start, start + len(match[0]))
            meant = "&" + match[0][len("&amp;") :]
            message = f"`{match[0]}` is escaped twice; use `{meant}`"
            # The author may want to show the source of other references.
            confidence: Confidence = "high" if match[0] == "&amp;amp;" else "medium"
            fix = replace(span, meant, f"replace with `{meant}`")
            yield Problem(span, message, fix, confidence=confidence)


def _is_shown(document: Document, start: int) -> bool:
    """Whether the source of another reference is next to one: then the text is about them."""
    text = document.text
    end = start + len("&amp;amp;")
    before = _BEFORE.search(text, max(start - _NEAR, 0), start)
    return before is not None or _AFTER.match(text, end, end + _NEAR) is not None


_NEAR = 40
_OTHER = "&amp;(?:lt|gt|quot|apos|#39|#x27);"
_BETWEEN = r"[\s,'\"“”()、，]{0,4}(?:and|or|und|oder|et|ou|y|和|或)?[\s'\"“(]{0,2}"
_BEFORE = lazy(rf"{_OTHER}{_BETWEEN}\Z")
_AFTER = lazy(rf"{_BETWEEN}{_OTHER}")


def _in_markdown(document: Document) -> Problems:
    """The references of which Markdown has resolved the first level outside of HTML blocks."""
    for match in _RESOLVED.finditer(document.running_text):
        start = match.start()
        if document.text.startswith("&amp;", start) and not _is_shown(document, start):
            span = Span(*match.span())
            message = "`&amp;amp;` is escaped twice; use `&amp;`"
            yield Problem(span, message, replace(span, "&amp;", "replace with `&amp;`"))


_RESOLVED = lazy(rf"{MASK}{{5}}amp;")
