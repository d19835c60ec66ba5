"""An address runs a script or shows a page of its own making.

`javascript:` and `vbscript:` run what follows them with the rights of the page on which the article
stands, `data:text/html` is a page that nobody's server vouches for. Browsers see through capital
letters, character references, tabs and line ends in the scheme, and so does this rule.

Lead to a page; for something to press there is `<button>`.
"""

import re

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._urls import Url, head, scheme, urls, values

EXAMPLES = [
    good('<a href="/javascript:a">low</a><img src="data:image/png;base64,AAAA" alt="">'),
    good("`javascript:alert(1)` and data:text/html\n\n```html\n<a href=javascript:a>\n```\n",
         path="a.md"),
    good('<img src="data:image/svg+xml,%3Csvg/%3E" alt=""><p title="javascript: low">潮</p>'),
    bad(
        '<a href="⟦ java&#x09;Script:alert(1)⟧">潮 👍</a>\r\n',
        "`javascript:` address runs a script; lead to a page",
    ),
    bad(
        "[low](⟦javascript:void(0)⟧)\n",
        "`javascript:` address runs a script; lead to a page",
        path="a.md",
    ),
    bad(
        "---\nlink: ⟦'javascript:low()'⟧\n---\n<form><button formaction=⟦vbscript:low⟧></form>",
        "`javascript:` address runs a script; lead to a page",
        "`vbscript:` address runs a script; lead to a page",
    ),
    bad(
        '<iframe src="⟦data:text/html,low⟧"></iframe>'
        '<object data="⟦data:image/svg+xml,%3Csvg/%3E⟧"></object>',
        "`data:text/html` address is a page of its own making; lead to a page",
        "`data:image/svg+xml` address is a page of its own making; lead to a page",
    ),
]  # fmt: skip

_SCRIPTS = frozenset({"javascript", "vbscript", "livescript"})
_PAGE = lazy(r"data:[\s]*(text/html|application/xhtml\+xml|text/xml|image/svg\+xml)", re.I)
# What shows a picture runs no script in it.
_IMAGES = frozenset({"img", "source", "video", "image", "feimage", "link"})


@rule(
    severity="error",
    preset="recommended",
    since="0.1",
    standard="https://html.spec.whatwg.org/multipage/browsing-the-web.html#the-javascript:-url-special-case",
)
def check(document: Document) -> Problems:
    text = document.once(values)
    if not ("script:" in text or "data:" in text or _may_run(document.once(head))):
        return
    for url in document.once(urls):
        if what := _fault(url):
            yield Problem(url.span, f"{what}; lead to a page")


def _may_run(text: str) -> bool:
    return ("t:" in text or "T:" in text) and "script:" in text.lower()


def _fault(url: Url) -> str | None:
    name = scheme(url.value)
    if name in _SCRIPTS:
        return f"`{name}:` address runs a script"
    if name == "data" and url.tag not in _IMAGES:
        match = _PAGE.match(url.value)
        if match and (url.element is not None):
            return f"`data:{cut(match[1].lower())}` address is a page of its own making"
    return None
