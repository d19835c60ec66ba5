"""An image in the body has a URL that browsers cannot load.

With an empty URL, a path on the writer's computer or a misspelled scheme, readers see a broken
image. A Markdown image with a space in its URL is not parsed as an image, and readers see its
source text.

Correct the URL; write a space as `%20`.
"""

import re

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Span,
    bad,
    cut,
    good,
    host,
    lazy,
    replace,
    rule,
    url_fault,
)

EXAMPLES = [
    good('<img src="/img/a.png" alt=""><img src="a%20b.png" alt=""><img src="//example.org/a">'),
    good('<img src="data:image/png;base64,AAAA" alt=""><img src="{{ site.url }}/a b.png" alt="">'),
    good("![a](<a b.png>) ![b](a.png 'a title') ![c](潮.png)\n", path="a.md"),
    good('<img alt="" data-src="a.png">'),
    bad('<img ⟦src=""⟧ alt="">', "`src` is empty; add the URL of the image"),
    bad(
        '<p>潮 👍 <img alt="" ⟦src="C:\\img\\a.png"⟧></p>\r\n',
        "`C:\\img\\a.png` is a local file path, which readers cannot open; use a URL",
    ),
    good('<img src="/localhost/a.png" alt=""><img src="https://127.example.org/a.png" alt="">'),
    bad(
        '<img ⟦src="http://localhost:4000/img/a.png"⟧ alt=""> ![潮](⟦//127.0.0.1/a.png⟧)',
        "`http://localhost:4000/img/a.png` points to the local computer, "
        "which readers cannot reach",
        "`//127.0.0.1/a.png` points to the local computer, which readers cannot reach",
        path="a.md",
    ),
    bad(
        "![tide](⟦htps://example.org/a.png⟧)\n",
        "`htps://example.org/a.png` has the unsupported scheme `htps:`; use `https://`",
        path="a.md",
    ),
    bad(
        "Low ⟦![tide](low tide.png)⟧ tide\n",
        "`![tide](low tide.png)` is shown as text: space in the URL; escape it as `%20`",
        fixed="Low ![tide](low%20tide.png) tide\n",
        path="a.md",
    ),
    bad(
        "Low ⟦![](https://example.org /a.png)⟧\n",
        "`![](https://example.org /a.png)` is shown as text: space in the host name; remove it",
        path="a.md",
    ),
]

_SCHEMES = ("http", "https", "data", "blob", "cid")
_SPACE_IN_HOST = lazy(r"(?:[A-Za-z]{2,10}:)?//[^/]* ")
_WITH_SPACE = lazy(
    r"!\[[^\[\]\n]*\]\((?P<url>[^()<>\n\"']{0,200}[^()<>\s\"'] [^()<>\n\"']{0,200}"
    r"\.(?:png|jpe?g|gif|webp|svg|avif))\)",
    re.IGNORECASE,
)


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/embedded-content.html#attr-img-src",
)
def check(document: Document) -> Problems:
    for element in document.elements("img"):
        attribute = element.get("src")
        if attribute is None or attribute.templated:
            continue
        value = attribute.value or ""
        if not value.strip():
            yield Problem(attribute.span, "`src` is empty; add the URL of the image")
        elif fault := url_fault(value, _SCHEMES):
            yield Problem(attribute.span, f"`{cut(value)}` {fault}")
        elif _is_local_host(host(value)):
            message = f"`{cut(value)}` points to the local computer, which readers cannot reach"
            yield Problem(attribute.span, message)
    if not document.is_html and "![" in document.text:
        yield from _images_with_space(document)


def _is_local_host(name: str | None) -> bool:
    if name is None:
        return False
    return (
        name in ("localhost", "0.0.0.0", "::1")
        or re.fullmatch(r"127(?:\.\d+){3}", name) is not None
    )


def _images_with_space(document: Document) -> Problems:
    if not _WITH_SPACE.search(document.text):
        return
    for run in document.text_runs:
        for match in _WITH_SPACE.finditer(run.raw):
            span = Span(run.span.start + match.start(), run.span.start + match.end())
            start, end = (run.span.start + place for place in match.span("url"))
            message = f"`{cut(match[0])}` is shown as text"
            if _SPACE_IN_HOST.match(match["url"]):
                yield Problem(span, f"{message}: space in the host name; remove it")
                continue
            url = match["url"].replace(" ", "%20")
            fix = replace(Span(start, end), url, "escape spaces as `%20`")
            yield Problem(span, f"{message}: space in the URL; escape it as `%20`", fix)
