"""An image URL contains characters that must be percent-encoded.

Browsers encode them; feed readers, e-mail clients and the previews of social networks may not, and
then show no image. Encode the characters.

Only URLs with a host are checked, not paths within the site, which the generator encodes.
"""

from urllib.parse import quote

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, replace, rule
from contentlint.rules.front_matter._images import images, is_url

EXAMPLES = [
    good("---\ncover: https://example.org/a%20b/%E6%BD%AE.png?a=1&b=[2]#c\n---\n"),
    good("---\ncover: /img/潮 👍.png\n---\n"),
    good("---\ncover: https://潮.example.org/a.png\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦https://example.org/潮.png⟧\r\n---\r\n",
        "`cover`: URL contains `潮`; encode it as `%E6%BD%AE`",
        fixed="---\r\ntitle: 潮 👍\r\ncover: https://example.org/%E6%BD%AE.png\r\n---\r\n",
    ),
    bad(
        "---\ncover: ⟦'https://example.org/a|b^c.png'⟧\n---\n",
        "`cover`: URL contains `|`; encode it as `%7C`",
        fixed="---\ncover: 'https://example.org/a%7Cb%5Ec.png'\n---\n",
    ),
    bad(
        "---\ncover: ⟦https://example.org/100%.png⟧\n---\n",
        "`cover`: URL contains `%`; encode it as `%25`",
        fixed="---\ncover: https://example.org/100%25.png\n---\n",
    ),
]

_UNENCODED = lazy(r"[^\x21-\x7e]|[\"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})")


@rule(severity="warning", preset="strict", since="0.1", when="test:front-matter/has_images")
def check(document: Document) -> Problems:
    for image in document.once(images):
        url = image.url
        if not is_url(url) or url[:5].lower() == "data:" or " " in url:
            continue  # reported by `front-matter/invalid-field`
        path_start = len(url) - len(url.partition("//")[2].partition("/")[2])
        found = _UNENCODED.search(url, path_start)
        if found is None:
            continue
        encoded = _UNENCODED.sub(lambda match: quote(match[0], safe=""), url[path_start:])
        fix = None
        span = image.inside
        if document.text[span.start : span.end] == url:
            fix = replace(span, url[:path_start] + encoded, "percent-encode the URL")
        message = (
            f"`{image.key}`: URL contains `{cut(found[0])}`; encode it as `{quote(found[0], '')}`"
        )
        yield Problem(image.span, message, fix)
