"""An invisible image (tracking pixel) reports each reader to another site.

Tracking pixels come with text copied from other sites. Nobody sees the image, but its host learns
who reads the article, when and from where. Remove it. If a publisher requires its pixel in
republished articles, add its host to `allowed-hosts`.

Fix safety: unsafe, because the terms of a publisher may require the pixel.
"""

import re

from contentlint.rule import Document, Element, Problem, Problems, bad, cut, delete, good, rule
from contentlint.rules.security._hosts import host_of, is_listed
from contentlint.rules.security._urls import browser_url

EXAMPLES = [
    good('<img src="/a.gif" width="1" height="1" alt=""><img src="//a.example" width=10 alt=潮>'),
    good('<img src="//a.example/a.png" width="100%" height="1" alt="">'),
    good('<img src="//a.example/a" width="1" height="1" alt="">', allowed_hosts=("a.example",)),
    good("```html\n<img src=//a.example/a width=1 height=1>\n```\n", path="a.md"),
    bad(
        '<p>潮 👍</p>\r\n⟦<img src="https://tide.example/t.gif?a=1" width="1" height="1" alt="">⟧',
        "tracking pixel sends data about readers to `tide.example`; remove it",
        fixed="<p>潮 👍</p>\r\n",
    ),
    bad(
        "⟦<img src='//tide.example/t' style='width: 0; height:0px' alt=''>⟧\n",
        "tracking pixel sends data about readers to `tide.example`; remove it",
        fixed="\n",
        path="a.md",
    ),
]

_STYLE = {
    name: re.compile(rf"(?:^|[;\s]){name}\s*:\s*([01])(?:px)?\s*(?:!important\s*)?(?:;|$)")
    for name in ("width", "height")
}


@rule(severity="warning", preset="strict", since="0.1", when="tag:img and text:<")
def check(document: Document, *, allowed_hosts: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allowed_hosts: hosts, including subdomains, whose pixels may be included.
    """
    for element in document.elements("img"):
        if not element.authored or not (_is_tiny(element, "width") and _is_tiny(element, "height")):
            continue
        name = host_of(browser_url(element.value("src")))
        if name and not is_listed(name, allowed_hosts):
            message = f"tracking pixel sends data about readers to `{cut(name)}`; remove it"
            yield Problem(element.span, message, delete(element.span, "remove the image", "unsafe"))


def _is_tiny(element: Element, name: str) -> bool:
    if element.value(name).strip().removesuffix("px") in ("0", "1"):
        return True
    return _STYLE[name].search(element.value("style").lower()) is not None
