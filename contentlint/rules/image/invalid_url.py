"""An image in the body has a URL that browsers cannot load.

With an empty URL, a path on the writer's computer or a misspelled scheme, readers see a broken
image. A Markdown image with a space in its URL is not parsed as an image, and readers see its
source text; in HTML it is, and `image/unencoded-url` reports it. A size after the URL, as in
`![](a.png =300x200)`, is not part of Markdown: it is shown as text, or it becomes a part of the
URL. Some plugins for markdown-it support it, so the confidence is medium where they may be in use.

Correct the URL; write a space as `%20`, and a size in an `<img>` tag.
"""

import re

from contentlint.rule import (
    Confidence,
    Document,
    Problem,
    Problems,
    Site,
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
    good(
        "<img alt='' src='/img/low tide.png'><img alt='' src=\"data:image/svg+xml, <svg a='b'/>\">"
    ),
    good("![tide](low tide.png)\n", path="a.md", site=Site("jekyll")),
    good("![tide](tide.png =300x200)\n", path="a.md", site=Site("vitepress")),
    good("`![tide](tide.png =300x200)` ![b](b.png?a=3x2)\n", path="a.md", site=Site("hugo")),
    bad(
        "潮 👍 ⟦![tide](tide.png =300x200)⟧\r\n",
        "`![tide](tide.png =300x200)` is shown as text: image sizes are not part of Markdown; "
        "write an `<img>` tag",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "⟦![](/img/tide.png =300x)⟧\n",
        "`![](/img/tide.png =300x)` loads `/img/tide.png =300x`: image sizes are not part of "
        "Markdown; write an `<img>` tag",
        path="a.md",
        site=Site("jekyll"),
    ),
    good('<img src="" src="/a.png" alt="">'),
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
_WITH_SIZE = lazy(
    r"!\[[^\[\]\n]*\]\((?P<url>[^()<>\s\"']+)(?: \"[^\"\n]*\")? =(?=[\dx])\d*%?x\d*%?\)",
    re.IGNORECASE,
)
_LINE_BREAKS = lazy(r"[\t\r\n]")
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
    when="tag:img",
)
def check(document: Document) -> Problems:
    for element in document.elements("img"):
        attribute = element.get("src")
        if attribute is None or attribute.templated:
            continue
        value = attribute.value or ""
        if not value.strip():
            if any(first is attribute for _, first in element.repeated_attributes()):
                continue  # `html/duplicate-attribute` reports the second one
            yield Problem(attribute.span, "`src` is empty; add the URL of the image")
        elif not _is_data(value) and (fault := url_fault(_without_spaces(value), _SCHEMES)):
            yield Problem(attribute.span, f"`{cut(value)}` {fault}")
        elif _is_local_host(host(value)):
            message = f"`{cut(value)}` points to the local computer, which readers cannot reach"
            yield Problem(attribute.span, message)
    if not document.is_html and "![" in document.text:
        if not document.generator.allows_spaces_in_urls:
            yield from _images_with_space(document)
        yield from _images_with_size(document)


def _is_data(url: str) -> bool:
    return url.lstrip()[:5].lower() == "data:"


def _without_spaces(url: str) -> str:
    """A URL as browsers read it: without line breaks, and with encoded spaces."""
    return _LINE_BREAKS.sub("", url.strip()).replace(" ", "%20")


def _is_local_host(name: str | None) -> bool:
    if name is None:
        return False
    return (
        name in ("localhost", "0.0.0.0", "::1")
        or re.fullmatch(r"127(?:\.\d+){3}", name) is not None
    )


def _images_with_size(document: Document) -> Problems:
    if not _WITH_SIZE.search(document.text):
        return
    generator = document.generator
    confidence: Confidence = "medium" if generator.may_read_image_sizes else "high"
    for run in document.text_runs:
        for match in _WITH_SIZE.finditer(run.raw):
            span = Span(run.span.start + match.start(), run.span.start + match.end())
            loaded = match[0][match.start("url") - match.start() : -1]
            effect = (
                f"loads `{cut(loaded)}`" if generator.allows_spaces_in_urls else "is shown as text"
            )
            message = (
                f"`{cut(match[0])}` {effect}: image sizes are not part of Markdown; "
                "write an `<img>` tag"
            )
            yield Problem(span, message, confidence=confidence)


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
