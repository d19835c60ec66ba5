"""The pictures of an article, and what stands with each of them: alternative text, caption, credit.

Pictures are those of the body (`<img>`, Markdown) and those that the front matter names under the
usual keys (`cover`, `image.src`, `gallery`). A credit is looked for where people put one: in the
caption, in a key beside the picture's, in `title` or `alt`, in the line behind or before it, in a
line at the head or foot of the article that speaks of all pictures, and in the site's own list of
credits.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from contentlint.pictures.credit import ADDRESS, PictureCredit, Where, credit, is_credit, plain_text
from contentlint.pictures.words import (
    BESIDE,
    CREDIT,
    CREDIT_KEYS,
    GENERAL,
    INNER_KEYS,
    PICTURE_KEYS,
)
from contentlint.source import Span

if TYPE_CHECKING:
    from contentlint.document import Document
    from contentlint.markup.elements import Element

__all__ = ["Picture", "PictureCredit", "pictures_of"]


class Picture:
    """A picture of an article; what is said of it is read when it is first asked for.

    Args:
        address: its address as written; character references resolved.
        span: the place of the address.
        alt: its alternative text; None where there is none.
        told: what is said of it: its caption, and who is named for it.
        key: the key of the front matter, with dots; None for a picture of the body.
        element: the element; None for a picture of the front matter.
    """

    def __init__(
        self,
        address: str,
        span: Span,
        alt: str | None,
        told: Callable[[], "Told"],
        key: str | None = None,
        element: "Element | None" = None,
    ) -> None:
        self.address = address
        self.span = span
        self.alt = alt
        self.key = key
        self.element = element
        self._tell = told

    @cached_property
    def _told(self) -> "Told":
        return self._tell()

    @property
    def caption(self) -> str:
        """Its caption in one line; empty where there is none."""
        return self._told.caption

    @property
    def credit(self) -> PictureCredit | None:
        """Who is named for it; None where nobody is."""
        return self._told.credit


class Told(NamedTuple):
    """What is said of a picture."""

    caption: str
    credit: PictureCredit | None


_CAPTION_KEYS = ("caption", "alt", "title", "description")
_PICTURE = re.compile(
    r"(?:https?:)?//\S+|\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)(?:[?#]\S*)?",
    re.IGNORECASE,
)

_ENDS = 1200

# What of the source stands between a picture and the words behind it.
_BETWEEN = re.compile(
    r"(?:[ \t\r]|\]\([^()\s]*\)|\{[^{}\n]*\}|</?(?:a|span|picture|br|em|i|b|small|strong|sub|"
    r"center|font|source|noscript)\b[^<>]*>|[*_>\\|])*",
    re.IGNORECASE,
)
_NEXT_BLOCK = re.compile(
    r"(?:\s|</?(?:p|div|figure|center|em|i|small|span|td|tr)\b[^<>]*>|[*_>\\|])*", re.IGNORECASE
)
_BLOCK_END = re.compile(r"\n|</?(?:p|div|figure|li|td|tr|ul|ol|h[1-6]|table|img|section)\b|!\[|\Z")
_LONGEST_LINE = 200


def pictures_of(document: "Document") -> list[Picture]:
    """The pictures of an article: those of the front matter, then those of the body in order."""
    found = list(_in_front_matter(document))
    general = cache(lambda: _general_credit(document))
    found += [_in_body(document, element, general) for element in document.elements("img")]
    return found


def _in_front_matter(document: "Document") -> Iterator[Picture]:
    front_matter = document.front_matter
    data = front_matter.data
    keys = [key for key in data if str(key).lower() in PICTURE_KEYS]
    if not keys:
        return
    for path, value in front_matter.scalars.items():
        if path[0] not in keys or not _names_picture(path, value):
            continue
        around = _around(data, path)
        beside = around if len(path) > 1 and isinstance(around, Mapping) else {}
        alt = str(beside["alt"]) if isinstance(beside.get("alt"), str) else None
        name = ".".join(str(part) for part in path)
        told = partial(_told_by_keys, document, str(path[0]), beside, value)
        yield Picture(value, front_matter.span_of(path), alt, told, name)


def _told_by_keys(document: "Document", key: str, beside: Mapping[Any, Any], address: str) -> Told:
    caption = next((str(beside[name]) for name in _CAPTION_KEYS if beside.get(name)), "")
    found = _credit_beside(beside) or _credit_of_key(document.front_matter.data, key)
    found = found or _listed(document, address)
    if found is None and caption and is_credit(caption):
        found = credit(caption, "caption")
    return Told(caption, found)


def _names_picture(path: tuple[str | int, ...], value: str) -> bool:
    """Whether a value under a picture's key is an address, not a switch or a colour."""
    inner = [part for part in path[1:] if isinstance(part, str)]
    return (not inner or inner[-1].lower() in INNER_KEYS) and _PICTURE.fullmatch(
        value.strip()
    ) is not None


def _around(data: Any, path: tuple[str | int, ...]) -> Any:
    """The mapping or list that holds the value of a path."""
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _credit_beside(beside: Mapping[Any, Any]) -> PictureCredit | None:
    """The credit in the keys of one mapping."""
    named = {
        str(key).lower(): value
        for key, value in beside.items()
        if str(key).lower() in BESIDE and value
    }
    return _from_keys(named, "key") if named else None


def _credit_of_key(data: Mapping[Any, Any], picture_key: str) -> PictureCredit | None:
    """The credit in keys of the front matter that belong to one of its pictures, or to all."""
    prefix = picture_key.lower()
    named = {}
    for key, value in data.items():
        name = str(key).lower()
        rest = name.removeprefix(prefix).strip("_-") if name.startswith(prefix) else ""
        if value and (name in CREDIT_KEYS or rest in BESIDE or rest in ("caption", "desc")):
            if rest in ("caption", "desc") and not is_credit(str(value)):
                continue
            named[rest or name] = value
    return _from_keys(named, "key") if named else None


def _from_keys(named: Mapping[str, Any], where: Where) -> PictureCredit:
    values: dict[str, str] = {}
    for key, value in named.items():
        if isinstance(value, Mapping):
            values |= {str(k).lower(): str(v) for k, v in value.items() if v}
        else:
            items = value if isinstance(value, list) else [value]
            values[key] = ", ".join(str(item) for item in items)
    source = next((v for v in values.values() if ADDRESS.fullmatch(v.strip())), None)
    licence = next((v for k, v in values.items() if k in ("licence", "license", "rights")), None)
    names = [v for k, v in values.items() if v not in (source, licence)]
    text = "; ".join(values.values())
    read = credit(names[0], where) if names else None
    author = (read.author or names[0]) if read is not None else None
    return PictureCredit(
        " ".join(text.split()),
        where,
        author,
        licence or (read.licence if read else None),
        source or (read.source if read else None),
    )


def _in_body(
    document: "Document", element: "Element", general: Callable[[], PictureCredit | None]
) -> Picture:
    named = (element.get(name) for name in ("src", "data-src", "data-original"))
    attribute = next((one for one in named if one is not None), None)
    address = (attribute.value or "").strip() if attribute is not None else ""
    span = attribute.value_span if attribute is not None else element.span
    alt = element.value("alt") if element.get("alt") is not None else None
    told = partial(_told_by_text, document, element, address, general)
    return Picture(address, span, alt, told, None, element)


def _told_by_text(
    document: "Document",
    element: "Element",
    address: str,
    general: Callable[[], PictureCredit | None],
) -> Told:
    caption, written = _caption(document, element)
    found: PictureCredit | None = None
    if written and is_credit(plain_text(written)):
        found = credit(written, "caption")
    wheres: tuple[Where, Where] = ("title", "alt")
    for where in wheres:
        said = element.value(where)
        if found is None and said and is_credit(said):
            found = credit(said, where)
    found = found or _line_by(document, element) or _listed(document, address) or general()
    return Told(caption, found)


def _caption(document: "Document", element: "Element") -> tuple[str, str]:
    """The caption of a picture: as readers see it, and as it stands in the source."""
    figure = element.closest("figure")
    if figure is not None:
        for child in figure.children:
            if child.tag == "figcaption":
                end = child.end_span.start if child.end_span is not None else child.span.end
                written = document.text[child.span.end : end]
                seen = " ".join(child.text.split())
                return seen, written or seen
    title = element.value("title").strip()
    return title, ""


def _line_by(document: "Document", element: "Element") -> PictureCredit | None:
    """The credit in the words right behind a picture, or right before it on a line of their own."""
    text = document.text
    end = element.span.end
    place = _end_of(_BETWEEN, text, end)
    is_near = True
    if place < len(text) and text[place] == "\n" and text[place + 1 : place + 2].strip():
        place = _end_of(_BETWEEN, text, place + 1)
    elif place >= len(text) or text[place] in "\n<":
        place = _end_of(_NEXT_BLOCK, text, place)
        is_near = False
    line = _line_at(text, place)
    plain = plain_text(line)
    if plain and len(plain) <= _LONGEST_LINE:
        match = CREDIT.search(plain)
        if match is not None and (is_near or match.start() <= 30):
            return credit(line, "line")
    start = text.rfind("\n", 0, max(element.span.start - 1, 0))
    before = plain_text(text[start + 1 : element.span.start])
    match = CREDIT.search(before)
    if match is not None and match.start() <= 2 and len(before) <= _LONGEST_LINE:
        return credit(before, "line")
    return None


def _end_of(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _line_at(text: str, place: int) -> str:
    end = _BLOCK_END.search(text, place, place + 4 * _LONGEST_LINE)
    return text[place : end.start() if end else place + 4 * _LONGEST_LINE]


def _general_credit(document: "Document") -> PictureCredit | None:
    """A credit for all pictures: a key of the front matter, or a line at an end of the text."""
    data = document.front_matter.data
    named = {str(k).lower(): v for k, v in data.items() if str(k).lower() in CREDIT_KEYS and v}
    if named:
        return _from_keys(named, "article")
    text = document.text
    start = document.body.start
    for first, last in ((start, start + _ENDS), (max(start, len(text) - _ENDS), len(text))):
        if match := GENERAL.search(text, first, last):
            place = match.start() + (not match[0][0].isalnum())
            return credit(_line_at(text, place), "article")
    return None


def _listed(document: "Document", address: str) -> PictureCredit | None:
    """The credit of the site's own list."""
    if not address:
        return None
    entry = document.surroundings.credit(address)
    if entry is None:
        return None
    author, licence, source = entry
    text = "; ".join(part for part in entry if part)
    return PictureCredit(text, "list", author or None, licence or None, source or None)
