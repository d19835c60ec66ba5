"""The ids of VitePress: markdown-it-anchor with `slugify` of @mdit-vue/shared."""

import re
import unicodedata
from collections.abc import Sequence

from contentlint.core.patterns import lazy
from contentlint.site.pages import Heading
from contentlint.site.slugs.markdown_it_anchor import Numbering
from contentlint.site.slugs.pieces import Piece, pieces

# What JavaScript's `\s` matches.
JS_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_COMBINING = lazy("[\u0300-\u036f]")
_CONTROL = lazy(r"[\x00-\x1f]")
_SPECIAL = lazy(f"[{JS_SPACE}" + r"~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+")
# Attributes at the end, as markdown-it-attrs reads them.
_ATTRIBUTES = lazy(r"[ \t]*\{(?!/[^\s{}]*\}|[#.]\})([^{}]+)\}\Z")
_ATTRIBUTE = lazy(
    r"#([^\s{}]*)|\.[^\s{}.#]+|[^\s{}=#.]+=(?:\"[^\"]*\"|'[^']*'|[^\s{}\"']*)|[^\s{}]+"
)
_GIVEN_ID = lazy(r"\bid=(?:\"([^\"]*)\"|'([^']*)'|([^\s{}\"']+))")
_EMOJI = lazy(r"(?<![\w:]):(?:[a-z0-9_-]+|\+1):(?![\w:])", re.ASCII)


def slug(text: str) -> str:
    """The id of a heading with this text, before duplicates are numbered."""
    if not text.isascii():
        text = _COMBINING.sub("", unicodedata.normalize("NFKD", text))
    text = _SPECIAL.sub("-", _CONTROL.sub("", text)).strip("-")
    return ("_" + text if text[:1] in "0123456789" and text else text).lower()


def text_of(parts: Sequence[Piece]) -> str:
    """The text that the id is made of: character references as written, without emoji."""
    if len(parts) == 1:
        return _EMOJI.sub("", parts[0].shown)
    return "".join(map(_text, parts))


def _text(piece: Piece) -> str:
    if piece.kind == "text":
        return _EMOJI.sub("", piece.text)
    if piece.kind == "footnote":
        return f"^{piece.text}"
    return piece.text if piece.kind in ("code", "entity", "escaped") else ""


def explicit(parts: Sequence[Piece]) -> tuple[Sequence[Piece], str | None]:
    """A heading without the attributes at its end, and the id among them; None: there is none."""
    last = parts[-1] if parts else None
    if last is None or last.kind != "text":
        return parts, None
    found = _ATTRIBUTES.search(last.text)
    if found is None:
        return parts, None
    rest = last.text[: found.start()]
    before = (*parts[:-1], *((Piece("text", rest),) if rest else ()))
    written = None
    for each in _ATTRIBUTE.finditer(found[1]):
        if each[1] is not None:
            written = each[1]
        elif given := _GIVEN_ID.match(each[0]):
            written = next(value for value in given.groups() if value is not None)
    return before, written


def anchors(headings: Sequence[Heading]) -> list[str]:
    """The id of each heading of a page; an HTML heading has only the one that is written."""
    numbering = Numbering()
    found: list[str] = []
    for heading in headings:
        if heading.is_html:
            found.append(heading.id)
            continue
        rest, written = explicit(pieces(heading))
        if written is None:
            found.append(numbering.next(slug(text_of(rest))))
        else:
            found.append(numbering.given(written))
    return found
