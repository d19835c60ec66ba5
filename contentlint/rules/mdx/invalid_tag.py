"""A `<` in MDX starts no tag, or a tag has no `>`.

In MDX every `<` starts a tag, unless a space follows it: `<1`, `<=`, `<https://…>` and
`Map<K, V>` stop the build. Links in angle brackets do not exist.

Escape `<` as `&lt;`, or enclose the text in backticks. Write links as `[text](https://…)`.

Fix safety: unsafe where a tag may be meant.
"""

import re

from contentlint.rule import (
    Document,
    Fix,
    Problem,
    Problems,
    Safety,
    Site,
    Span,
    bad,
    good,
    lazy,
    replace,
    rule,
)
from contentlint.rules.mdx._faults import escape, faults, quoted, start_of_tag

EXAMPLES = [
    good("2 < 3, &lt;4, \\<5, `<6` and <Tide.Low a={1} b='c' {...d}/>\n", path="a.mdx"),
    good("a <1 and <https://example.org>\n", path="a.md"),
    bad(
        "Less ⟦<1⟧ m, ⟦<=⟧ 2 and Map⟦<K,⟧ V>\n",
        "`<1` is not a tag; escape `<` as `&lt;`",
        "`<=` is not a tag; escape `<` as `&lt;`",
        "`<K,` is not a tag; escape `<` as `&lt;`",
        path="a.mdx",
        fixed="Less &lt;1 m, &lt;= 2 and Map&lt;K, V>\n",
    ),
    bad(
        "- ⟦<https://example.org/潮?a=b>⟧\n- ⟦<low@example.org>⟧\n",
        "autolink `<https://example.org/潮?a=b>` is not allowed in MDX; use `[text](URL)`",
        "autolink `<low@example.org>` is not allowed in MDX; use `[text](URL)`",
        path="docs/a.md",
        site=Site("docusaurus"),
        fixed="- [https://example.org/潮?a=b](https://example.org/潮?a=b)\n"
        "- [low@example.org](mailto:low@example.org)\n",
    ),
    bad(
        "⟦<!DOCTYPE⟧ html>\n",
        "`<!DOCTYPE` is not a tag; escape `<` as `&lt;`",
        path="a.mdx",
    ),
    bad(
        'A ⟦<a⟧ href="/low\n\nTide\n',
        "`<a` has no `>`; add it, or escape `<` as `&lt;` if it is text",
        path="a.mdx",
    ),
]

_URL = lazy(
    r"<((?:https?://(?=\w)|(?!https?:)[A-Za-z][A-Za-z0-9+.-]{1,31}:)[^\s<>()\[\]\\{}]+)>",
    re.IGNORECASE,
)
_MAIL = lazy(r"<([\w.!#$%&'*+/=?^`|~-]+@[A-Za-z0-9.-]+)>")


@rule(
    severity="error",
    preset="recommended",
    since="0.2",
    standard="https://mdxjs.com/docs/troubleshooting-mdx/#unexpected-character-at-expected-expect",
    when="fault:not-a-tag,unfinished-tag",
)
def check(document: Document) -> Problems:
    text = document.text
    for fault in faults(document, "not-a-tag", "unfinished-tag"):
        start = fault.span.start
        span = start_of_tag(document, start)
        if fault.kind == "unfinished-tag":
            message = f"{quoted(document, span)} has no `>`; add it, or escape `<` as `&lt;`"
            yield Problem(span, f"{message} if it is text", escape(start, "<", "unsafe"))
            continue
        url, mail = _URL.match(text, start), _MAIL.match(text, start)
        if url or mail or "://" in text[span.start : span.end]:
            message = f"autolink {quoted(document, span)} is not allowed in MDX"
            fix = _link(span, url[1] if url else "", mail[1] if mail else "")
            yield Problem(span, f"{message}; use `[text](URL)`", fix)
            continue
        # `<!DOCTYPE html>` is not shown in Markdown.
        safety: Safety = "unsafe" if text[start + 1 : start + 2] in ("!", "?") else "safe"
        message = f"{quoted(document, span)} is not a tag; escape `<` as `&lt;`"
        yield Problem(span, message, escape(start, "<", safety))


def _link(span: Span, url: str, mail: str) -> Fix | None:
    if not url and not mail:
        return None
    link = f"[{url}]({url})" if url else f"[{mail}](mailto:{mail})"
    return replace(span, link, f"replace with `{link}`")
