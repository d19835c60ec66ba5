"""A URL runs a script or contains an inline document.

`javascript:` and `vbscript:` URLs run their content with the privileges of the page, and a
`data:text/html` URL is a document that no server vouches for. Browsers ignore upper case, character
references, tabs and line endings in the scheme, and so does this rule.

Link to a page instead, or use a `<button>` for an action. Bookmarklets, which readers drag to their
bookmarks, are reported by `security/bookmarklet`.
"""

import re

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._bookmarklets import is_bookmarklet
from contentlint.rules.security._urls import Url, front_matter_text, scheme, url_text, urls

EXAMPLES = [
    good('<a href="/javascript:a">low</a><img src="data:image/png;base64,AAAA" alt="">'),
    good("`javascript:alert(1)` and data:text/html\n\n```html\n<a href=javascript:a>\n```\n",
         path="a.md"),
    good('<img src="data:image/svg+xml,%3Csvg/%3E" alt=""><p title="javascript: low">潮</p>'),
    good("This bookmarklet [low](javascript:(function(){open(location)})()) shows tides.\n",
         path="a.md"),
    bad(
        "A bookmarklet, and [a menu](⟦javascript:void(0)⟧) [b](⟦javascript:toggle()⟧)\n",
        "`javascript:` URL does nothing; link to a page or use `<button>`",
        "`javascript:` URL runs a script; link to a page",
        path="a.md",
    ),
    bad(
        '<a href="⟦ java&#x09;Script:alert(1)⟧">潮 👍</a>\r\n',
        "`javascript:` URL runs a script; link to a page",
    ),
    bad(
        "[low](⟦javascript:void(0)⟧) <a href='⟦JavaScript:;⟧'>ebb</a>\n",
        "`javascript:` URL does nothing; link to a page or use `<button>`",
        "`javascript:` URL does nothing; link to a page or use `<button>`",
        path="a.md",
    ),
    bad(
        "---\nlink: ⟦'javascript:low()'⟧\n---\n<form><button formaction=⟦vbscript:low⟧></form>",
        "`javascript:` URL runs a script; link to a page",
        "`vbscript:` URL runs a script; link to a page",
    ),
    bad(
        '<iframe src="⟦data:text/html,low⟧"></iframe>'
        '<object data="⟦data:image/svg+xml,%3Csvg/%3E⟧"></object>',
        "`data:text/html` URL contains an inline document; link to a page",
        "`data:image/svg+xml` URL contains an inline document; link to a page",
    ),
]  # fmt: skip

_SCRIPTS = frozenset({"javascript", "vbscript", "livescript"})
_PAGE = lazy(r"data:[\s]*(text/html|application/xhtml\+xml|text/xml|image/svg\+xml)", re.I)
# Such a URL keeps the browser on the page, for a script that handles the click.
_IDLE = lazy(r"\s*+javascript:\s*+(?:void\s*+(?:\(\s*+0\s*+\)|0)|false)?[\s;]*+", re.I)
# Elements that display an image do not run scripts in it.
_IMAGE_TAGS = frozenset({"img", "source", "video", "image", "feimage", "link"})


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/browsing-the-web.html#the-javascript:-url-special-case",
    when="test:security/may_run",
)
def check(document: Document) -> Problems:
    text = document.once(url_text)
    if not ("script:" in text or "data:" in text or _may_run(document.once(front_matter_text))):
        return
    for url in document.once(urls):
        if _IDLE.fullmatch(url.value):
            message = "`javascript:` URL does nothing; link to a page or use `<button>`"
            yield Problem(url.span, message, at_most="warning")
        elif (what := _danger(url)) and not is_bookmarklet(document, url):
            yield Problem(url.span, f"{what}; link to a page")


def _may_run(text: str) -> bool:
    return ("t:" in text or "T:" in text) and "script:" in text.lower()


def _danger(url: Url) -> str | None:
    name = scheme(url.value)
    if name in _SCRIPTS:
        return f"`{name}:` URL runs a script"
    if name == "data" and url.tag not in _IMAGE_TAGS:
        match = _PAGE.match(url.value)
        if match and (url.element is not None):
            return f"`data:{cut(match[1].lower())}` URL contains an inline document"
    return None
