"""What a credit says: whom a picture is by, on which terms it is used, where it is from."""

import re
from html import unescape
from typing import Literal, NamedTuple

from contentlint.pictures.words import CREDIT

Where = Literal["caption", "key", "title", "alt", "line", "article", "list"]


class PictureCredit(NamedTuple):
    """Who is named for a picture.

    Args:
        text: the words, in one line.
        where: where they stand; `article` is a line or key for all pictures, `list` the site's list.
        author: the name, where one can be told.
        licence: the licence, where one is named.
        source: the address that the words lead to, where they lead to one.
    """

    text: str
    where: Where
    author: str | None = None
    licence: str | None = None
    source: str | None = None


_TAGS = re.compile(r"<[^<>]*>")
_LINKED = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?[^()]*\)")
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'，。；]+")
_CC = re.compile(
    r"\bCC[- ]?(?:BY(?:[- ](?:NC|SA|ND))*|0|Zero)(?:[- ]\d\.\d)?|public domain", re.IGNORECASE
)
_DEED = re.compile(r"creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d\.\d)")
_AUTHOR = re.compile(
    r"(?:\bby\b|\bvon\b|\bpar\b|\bpor\b|courtesy of|[:：=＝©]|(?<=[图圖影真진文])[/／・·|｜])[ \u3000\u00a0]*"
    r"(?P<name>[^\s|｜,，;；()（）\[\]/／。：:]{2,}(?:[ \u3000][^\s|｜,，;；()（）\[\]/／。：:]+){0,4})"
    r"|(?P<shot>[\u4e00-\u9fff]{2,4})[ \u3000/／]*[摄攝]",
    re.IGNORECASE,
)
# Words that end a name: Mara Ellwood via Flickr, Mara Ellwood on Unsplash
_AFTER_NAME = re.compile(
    r"[ ](?:via|on|under|for|from|at|in|licen[cs]ed|CC|is|and licensed)\b.*|[ ](?:发布于|来自|發佈於|來自|授权|授權).*|[.。]+\Z",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Whether words name who made a picture or where it is from."""
    return CREDIT.search(text) is not None


def credit(text: str, where: Where) -> PictureCredit:
    """A credit from its words, which may hold links in HTML or Markdown."""
    source = None
    licence = None
    for address in (*_HREF.findall(text), *(m[1] for m in _LINKED.findall(text))):
        if deed := _DEED.search(address):
            licence = f"CC {deed[1].upper()} {deed[2]}"
        elif source is None and "//" in address:
            source = unescape(address)
    plain = plain_text(text)
    if source is None and (match := ADDRESS.search(plain)):
        source = match[0]
    if licence is None and (match := _CC.search(plain)):
        licence = match[0]
    author = None
    bare = ADDRESS.sub("", plain)
    named = CREDIT.search(bare)
    if match := _AUTHOR.search(bare, named.start() if named else 0):
        author = _AFTER_NAME.sub("", (match["name"] or match["shot"]).strip(" *_“”\"'")) or None
    return PictureCredit(plain, where, author, licence, source)


def plain_text(text: str) -> str:
    """Words of the source without tags and marks, in one line."""
    text = _LINKED.sub(r"\1", _TAGS.sub("", text))
    return " ".join(unescape(re.sub(r"[*_`\\]", "", text)).split())
