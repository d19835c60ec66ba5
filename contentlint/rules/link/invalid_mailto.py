"""An email link has no valid address.

The reader's mail program opens with an address to which nothing can be sent, or not at all.

Write `mailto:` and the address, without `//` and spaces.

Fix safety: `//` after `mailto:` has no meaning; only that is removed.
"""

import re

from contentlint.rule import Document, Fix, Problem, Problems, bad, cut, good, lazy, replace, rule

EXAMPLES = [
    good(
        "[a](mailto:ada@example.org) [b](mailto:ada@example.org?subject=Low) [c](mailto:?body=a)\n"
        "[d](mailto:a@example.org,b@example.org) [e](mailto:{{ email }}) `[f](mailto:g)`\n"
        "[h](mailto:%61da%40example.org) [i](mailto:ada@localhost)\n",
        path="a.md",
    ),
    bad(
        "[a](⟦mailto://ada@example.org⟧) 👍\n",
        "`//` in `mailto://ada@example.org`; remove it",
        fixed="[a](mailto:ada@example.org) 👍\n",
        path="a.md",
    ),
    bad(
        "[a](⟦https://tide.orgmailto:ada@example.org⟧) 潮\n",
        "`https://tide.orgmailto:ada@example.org` is a URL joined with `mailto:`; "
        "remove one of them",
        path="a.md",
    ),
    bad(
        "<a href='⟦mailto:ada.example.org⟧'>b</a>",
        "`mailto:ada.example.org` has no valid email address",
    ),
]

_MAILTO = lazy(r"mailto:(//)?([^?#]*)", re.IGNORECASE)
_JOINED = lazy(r"https?://[^/?#\s@]{0,100}mailto:", re.IGNORECASE)
_ADDRESS = lazy(r"[^@\s]+(?:@|%40)[^@\s]+", re.IGNORECASE)


@rule(severity="warning", preset="recommended", since="0.2")
def check(document: Document) -> Problems:
    # In any case; of bytes, the lower case takes a tenth of the time.
    if b"mailto:" not in document.source.encoded.lower():
        return
    yield from _joined(document)
    for span, link in document.links:
        found = None if link.is_templated else _MAILTO.match(link.target.strip())
        if found is None or not (addresses := found[2].strip()):
            continue
        shown = cut(link.target.strip().replace("`", "'"))
        if not all(_ADDRESS.fullmatch(each.strip()) for each in re.split("[,;]", addresses)):
            yield Problem(span, f"`{shown}` has no valid email address")
        elif found[1]:
            fix: Fix | None = None
            if link.is_exact and document.text[span.start : span.end] == link.target:
                better = link.target.replace("//", "", 1)
                fix = replace(span, better, "remove `//`", "safe", (span,))
            yield Problem(span, f"`//` in `{shown}`; remove it", fix)


def _joined(document: Document) -> Problems:
    """Report links to both a site and an email address."""
    for element in document.elements("a"):
        href = element.get("href")
        if href is not None and not href.templated and _JOINED.match(url := href.value or ""):
            shown = cut(url.strip().replace("`", "'"))
            message = f"`{shown}` is a URL joined with `mailto:`; remove one of them"
            yield Problem(href.value_span, message)
