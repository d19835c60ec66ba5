"""A picture of one dot, or of none, tells another site who reads the article.

It came along with a text from elsewhere; nobody sees it, and its site learns when and from where
the article is read. Some publishers ask for theirs where their texts are republished: name their
hosts in `hosts`.

Fix safety: unsafe, since a publisher's terms may ask for it.
"""

import re

from contentlint.rule import Document, Element, Problem, Problems, bad, cut, delete, good, rule
from contentlint.rules.security._hosts import host_of, is_at
from contentlint.rules.security._urls import as_browsers_read

EXAMPLES = [
    good('<img src="/a.gif" width="1" height="1" alt=""><img src="//a.example" width=10 alt=潮>'),
    good('<img src="//a.example/a.png" width="100%" height="1" alt="">'),
    good('<img src="//a.example/a" width="1" height="1" alt="">', hosts=("a.example",)),
    good("```html\n<img src=//a.example/a width=1 height=1>\n```\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<img src="https://tide.example/t.gif?a=1" width="1" height="1" alt="">⟧',
        "picture of one dot tells `tide.example` who reads; remove it",
        fixed="<p>潮 👍</p>\r\n",
    ),
    bad(
        "⟦<img src='//tide.example/t' style='width: 0; height:0px' alt=''>⟧\n",
        "picture of one dot tells `tide.example` who reads; remove it",
        fixed="\n",
        path="a.md",
    ),
]

_STYLE = {
    name: re.compile(rf"(?:^|[;\s]){name}\s*:\s*([01])(?:px)?\s*(?:!important\s*)?(?:;|$)")
    for name in ("width", "height")
}


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, hosts: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        hosts: those that may be told, with all hosts below them.
    """
    for element in document.elements("img"):
        if not element.authored or not (_is_dot(element, "width") and _is_dot(element, "height")):
            continue
        name = host_of(as_browsers_read(element.value("src")))
        if name and not is_at(name, hosts):
            message = f"picture of one dot tells `{cut(name)}` who reads; remove it"
            yield Problem(element.span, message, delete(element.span, safety="unsafe"))


def _is_dot(element: Element, name: str) -> bool:
    if element.value(name).strip().removesuffix("px") in ("0", "1"):
        return True
    return _STYLE[name].search(element.value("style").lower()) is not None
