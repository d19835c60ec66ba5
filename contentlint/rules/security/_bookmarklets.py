"""Bookmarklets: scripts in links that readers drag to their bookmarks."""

import re
from urllib.parse import unquote

from contentlint.rule import Document, lazy
from contentlint.rules.security._urls import Url, scheme

_WORD = lazy(
    r"bookmarklet|favelet|ブックマークレット|小书签|小書籤|书签|書籤|북마클릿|букмарклет|закладк",
    re.IGNORECASE,
)
# A script that works on any page, unlike a call of a function of this page or `void(0)`.
_SCRIPT = lazy(
    r"(?:javascript:)?[\s;!+(]{0,9}(?:void[\s(]{0,9})?(?:(?:async\s?)?function\b|"
    r"(?:async\s?)?\(?\w{0,40}\)?\s?=>|(?:var|let|const)\s|"
    r"(?:window\.|document\.|self\.|top\.){0,3}(?:location|open|title|body)\b)",
    re.IGNORECASE,
)


def is_bookmarklet(document: Document, url: Url) -> bool:
    """Whether the article says that it has bookmarklets and a URL is one.

    Args:
        document: the article.
        url: a URL of it.
    """
    if url.tag != "a" or scheme(url.value) != "javascript":
        return False
    code = unquote(url.value.partition(":")[2])
    return _SCRIPT.match(code) is not None and _WORD.search(document.text) is not None
