"""A link leads to a computer that readers do not have.

`localhost`, `192.168.…` and `….local` are the writer's own computer or network. The link was copied
from a preview, and readers get nothing, or something else that runs on their own computer. A
tutorial that says `http://localhost:4000` in the text of its link means it; that is no fault, nor
is such an address without a path.

Pictures have `image/invalid-url` and `front-matter/wrong-image-host`.
"""

import re

from contentlint.rule import Confidence, Document, Problem, Problems, bad, cut, good, lazy, rule
from contentlint.rules.security._hosts import host_of, is_private, may_be_private
from contentlint.rules.security._urls import Url, head, urls, values

EXAMPLES = [
    good("Open [http://localhost:4000/a](http://localhost:4000/a) <http://127.0.0.1/b>\n",
         path="a.md"),
    good("[your site](http://localhost:4000) `http://localhost/a`\n", path="a.md"),
    good("<a href='https://localhost.example/10.0.0.1'>潮</a><a href='/localhost/a'>a</a>"),
    bad(
        '<p>潮 👍</p>\r\n<a href="⟦http://localhost:4000/2024/03/terraces/⟧">low</a>',
        "`http://localhost:4000/2024/03/terraces/` is the writer's own computer or network; "
        "write the public address",
    ),
    bad(
        "---\nsource: ⟦http://192.168.1.7:1313/a/⟧\ncover: http://localhost/a.png\n---\n[tide](⟦//nas.local/a/b.pdf⟧)\n",
        "`http://192.168.1.7:1313/a/` is the writer's own computer or network; "
        "write the public address",
        "`//nas.local/a/b.pdf` is the writer's own computer or network; write the public address",
        path="a.md",
    ),
]  # fmt: skip

_PICTURE = lazy(r"\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)", re.IGNORECASE)
_PLACES = frozenset({"href", "action", "formaction", "src", "data"})


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if not may_be_private(document.once(values)):
        in_front = document.once(head)
        if "//" not in in_front or not may_be_private(in_front.lower()):
            return
    for address in document.once(urls):
        name = host_of(address.value)
        if name is None or not is_private(name) or not _is_link(address):
            continue
        if address.element is not None and name in address.element.text:
            continue
        path = address.value.partition("//")[2].partition("/")[2]
        confidence: Confidence = "high" if path else "medium"
        message = (
            f"`{cut(address.value)}` is the writer's own computer or network; "
            "write the public address"
        )
        yield Problem(address.span, message, confidence=confidence)


def _is_link(address: Url) -> bool:
    if address.element is None:
        return _PICTURE.search(address.value) is None
    return address.name in _PLACES and address.tag not in ("img", "source")
