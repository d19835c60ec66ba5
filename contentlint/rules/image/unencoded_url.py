"""The URL of an image has a space or a line break.

Browsers encode a space as `%20` and drop line breaks and spaces around the URL, so readers see the
image. Link checkers, feeds, `srcset` and download scripts do not, and Markdown parsers other than
kramdown and Python-Markdown show `![a](a b.png)` as text.

Encode a space as `%20`, or rename the file.

Fix safety: the URL becomes what browsers make of it.
"""

import re

from contentlint.rule import (
    Attribute,
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    cut,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('<img src="a%20b.png" alt=""><img src="{{ a }} b.png" alt=""><img src=" " alt="">'),
    good("<img alt='' src=\"data:image/svg+xml;utf8, <svg xmlns='a'></svg>\">"),
    good("![a](<a b.png>) ![b](a.png 'a title') `![c](d e.png)`\n", path="a.md"),
    bad(
        '潮 👍 <img ⟦src="/img/low tide 1.png"⟧ alt="">\r\n',
        "space in the URL `/img/low tide 1.png`; encode it as `%20`",
        fixed='潮 👍 <img src="/img/low%20tide%201.png" alt="">\r\n',
    ),
    bad(
        "<img ⟦src=' /img/a.png\n'⟧ alt=''>",
        "space or line break around the URL `/img/a.png`; remove it",
        fixed="<img src='/img/a.png' alt=''>",
    ),
    bad(
        "<img ⟦src='https://example.org/img/\n  a.png'⟧ alt=''>",
        "line break in the URL `https://example.org/img/ a.png`; remove it",
        fixed="<img src='https://example.org/img/%20%20a.png' alt=''>",
    ),
    bad(
        "Low ![tide](⟦low tide.png⟧)\n",
        "space in the URL `low tide.png`; encode it as `%20`",
        fixed="Low ![tide](low%20tide.png)\n",
        path="a.md",
        site=Site("jekyll"),
    ),
]

_LINE_BREAK = lazy(r"[\t\r\n]")
_WITH_SPACE = lazy(
    r"!\[[^\[\]\n]*\]\((?P<url>[^()<>\s\"'][^()<>\n\"']{0,200}[^()<>\s\"'] [^()<>\n\"']{0,200}"
    r"\.(?:png|jpe?g|gif|webp|svg|avif))\)",
    re.IGNORECASE,
)


@rule(
    severity="warning",
    preset="strict",
    since="0.2",
    standard="https://html.spec.whatwg.org/multipage/urls-and-fetching.html#valid-url-potentially-surrounded-by-spaces",
    when="tag:img",
)
def check(document: Document) -> Problems:
    for element in document.elements("img"):
        attribute = element.get("src") if element.authored else None
        if attribute is not None and attribute.value and not attribute.templated:
            yield from _in_attribute(document, attribute)
    if document.generator.allows_spaces_in_urls and not document.is_html:
        yield from _in_markdown(document)


def _in_attribute(document: Document, attribute: Attribute) -> Problems:
    start, end = attribute.value_span
    raw = document.text[start:end]
    url = raw.strip()
    if not url or url[:5].lower() == "data:":
        return
    encoded = _LINE_BREAK.sub("", url).replace(" ", "%20")
    fix = replace(Span(start, end), encoded, "write the URL as browsers read it")
    if _LINE_BREAK.search(url):
        message = f"line break in the URL `{cut(url)}`; remove it"
    elif " " in url:
        message = f"space in the URL `{cut(url)}`; encode it as `%20`"
    elif raw != url:
        message = f"space or line break around the URL `{cut(url)}`; remove it"
    else:
        return
    yield Problem(attribute.span, message, fix)


def _in_markdown(document: Document) -> Problems:
    if "![" not in document.text:
        return
    for run in document.text_runs:
        for match in _WITH_SPACE.finditer(run.raw):
            start, end = (run.span.start + place for place in match.span("url"))
            url = match["url"]
            fix = replace(Span(start, end), url.replace(" ", "%20"), "encode spaces as `%20`")
            message = f"space in the URL `{cut(url)}`; encode it as `%20`"
            yield Problem(Span(start, end), message, fix)
