"""Credits of images: the author, the license and the source."""

import re
from typing import Literal

from contentlint.article.images.forms import CC, find
from contentlint.article.images.names import NAME_ENDS, URL, is_name
from contentlint.article.images.words import CAPTION_WORDS
from contentlint.core.entities import unescape
from contentlint.core.patterns import lazy
from contentlint.core.tuples import NamedTuple

Where = Literal["caption", "key", "title", "alt", "line", "link", "article", "list"]


class ImageCredit(NamedTuple):
    """The credit of an image.

    Args:
        text: its text, on one line.
        where: where it was found; `link` is the target of a link around the image, `article` a line
            or key for all images, `list` the site's credits file.
        author: the name; None if it is not recognized.
        license: the license; None if there is none.
        source: the URL in the credit; None if there is none.
    """

    text: str
    where: Where
    author: str | None = None
    license: str | None = None
    source: str | None = None


_SYNTAX = lazy(r"[*_`\\]")
_TAGS = lazy(r"<[^<>]*>")
_LINKED = lazy(r"\[([^\[\]]*+)\]\(\s*+<?([^()\s<>]*+)>?[^()]*+\)")
_MARKERS = lazy(r"[ \t]*(?:>[ \t]*)+(?:[-+*][ \t]+)?|[ \t]*[-+*][ \t]+")
_HREF = lazy(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_DEED = lazy(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d\.\d)")

# How much of a caption is read, in code points.
_MAX_CAPTION = 1000
# Source: [Harbour office](https://example.org): the link counts, whatever its text.
_LINK = r"(?:\[[^\[\]\n]+\]\(\s*<?(?:https?:)?//|<a\b[^<>]*(?:https?:)?//|<?https?://)"
_TO_LINK = lazy(
    rf"(?:^|[>(（*_\-—–|.。,，])\s*(?:{CAPTION_WORDS})[ \u3000\u00a0]*[:：][ \u3000\u00a0]*{_LINK}|"
    rf"(?:来源|來源|出处|出處|出典)[ ]*(?:[:：][ ]*)?{_LINK}|"
    rf"(?:^[>*_（(\s]*|[图圖片照像])(?:来自|來自)[于於]?[ ]*{_LINK}|"
    r"\]\(\s*<?https?:[^()\n]*\)[」』]?[ ]?より",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Whether source text, with its links, names the author or the source of an image."""
    text = text[:_MAX_CAPTION]
    return _TO_LINK.search(text) is not None or find(plain_text(text)) is not None


def credit(text: str, where: Where) -> ImageCredit:
    """Parse a credit, which may contain links in HTML or Markdown."""
    source = None
    license = None
    for url in (*_HREF.findall(text), *(m[2] for m in _LINKED.finditer(text))):
        if deed := _DEED.search(url):
            license = _of_deed(deed)
        elif source is None and "//" in url:
            source = unescape(url)
    plain = plain_text(text)
    if source is None and (match := URL.search(plain)):
        source = match[0]
    if license is None and (match := CC.search(plain)):
        license = match[0]
    bare = URL.sub("", plain)[:_MAX_CAPTION]
    found = find(bare)
    author = None if found is None else NAME_ENDS.sub("", found.who).strip(" *_“”\"'/／,，")
    if not author and license is not None:
        # Mara Ellwood, CC BY-SA 4.0
        before = re.split(rf",[ ]|{CC.pattern}", bare, maxsplit=1, flags=re.IGNORECASE)[0]
        author = before.strip() if is_name(before) else None
    return ImageCredit(plain, where, author or None, license, source)


def _of_deed(deed: re.Match[str]) -> str:
    if deed[1] in ("zero", "mark"):
        return "CC0 1.0" if deed[1] == "zero" else "public domain"
    return f"CC {deed[1].upper()} {deed[2]}"


def plain_text(text: str) -> str:
    """Source text without tags, markup characters and list markers, on one line."""
    if "<" in text:
        text = _TAGS.sub("", text)
    if "](" in text:
        text = _LINKED.sub(r"\1", text)
    text = text[match.end() :] if (match := _MARKERS.match(text)) else text
    return " ".join(unescape(_SYNTAX.sub("", text)).split())
