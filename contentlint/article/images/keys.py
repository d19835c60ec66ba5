"""Pictures that the front matter names, and the keys that say whose they are."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from contentlint.article.images.credit import URL, ImageCredit, Where, credit, is_credit
from contentlint.article.images.image import Image, Told
from contentlint.article.images.words import (
    ALL_KEYS,
    BESIDE,
    CREDIT_KEYS,
    IMAGE_KEYS,
    INNER_KEYS,
    plain_key,
)
from contentlint.core.patterns import lazy

if TYPE_CHECKING:
    from contentlint.article.document import Document

_CAPTION_KEYS = ("caption", "title", "description", "alt")
_CAPTIONS = frozenset({"caption", "desc", "description", "title"})
_IMAGE = lazy(
    r"(?:https?:)?//\S+|\S+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|heic)(?:[?#]\S*)?",
    re.IGNORECASE,
)
_KIND = lazy(r"(?:image|img|photo|picture|url)\Z")
_TERMS = ("licence", "license", "rights")


def is_image(url: str) -> bool:
    """Whether a value can be the address of a picture."""
    return _IMAGE.fullmatch(url.strip()) is not None


def in_front_matter(document: "Document") -> Iterator[Image]:
    """The pictures that the front matter names."""
    front_matter = document.front_matter
    data = front_matter.data
    keys = [key for key in data if plain_key(key) in IMAGE_KEYS]
    if not keys:
        return
    for path, value in front_matter.scalars.items():
        if path[0] not in keys or not _names_image(path, value):
            continue
        around = _around(data, path)
        beside = around if len(path) > 1 and isinstance(around, Mapping) else {}
        alt = str(beside["alt"]) if isinstance(beside.get("alt"), str) else None
        name = ".".join(str(part) for part in path)
        is_listed = any(isinstance(part, int) for part in path)
        told = partial(_told, document, str(path[0]), beside, value, is_listed=is_listed)
        yield Image(value, front_matter.span_of(path), alt, told, name)


def for_all(document: "Document") -> ImageCredit | None:
    """The credit in keys that speak of all pictures of an article.

    `image_credit` speaks of the front matter's picture, where it names one.
    """
    data = document.front_matter.data
    own = document.site.credit_keys
    keys = CREDIT_KEYS if not any(plain_key(key) in IMAGE_KEYS for key in data) else ALL_KEYS
    named = {
        plain_key(key): value
        for key, value in data.items()
        if value and (plain_key(key) in keys or str(key) in own)
    }
    return _from_keys(named, "article") if named else None


def _told(
    document: "Document",
    key: str,
    beside: Mapping[Any, Any],
    url: str,
    *,
    is_listed: bool,
) -> Told:
    caption = next((str(beside[name]) for name in _CAPTION_KEYS if beside.get(name)), "")
    found = _beside(beside, document.site.credit_keys)
    for name in _CAPTION_KEYS:
        said = beside.get(name)
        if found is None and isinstance(said, str) and is_credit(said):
            found = credit(said, "caption")
    # A key that is the picture's own says nothing of each picture of a gallery that says it itself.
    if not (is_listed and beside):
        found = found or _of_key(document, key)
    return Told(" ".join(caption.split()), found or listed(document, url) or for_all(document))


def listed(document: "Document", url: str) -> ImageCredit | None:
    """The credit of the site's own list."""
    entry = document.site.credit(url) if url else None
    if entry is None:
        return None
    author, license, source = entry
    text = "; ".join(part for part in entry if part)
    return ImageCredit(text, "list", author or None, license or None, source or None)


def _names_image(path: tuple[str | int, ...], value: str) -> bool:
    """Whether a value under a picture's key is an address, not a switch or a colour."""
    inner = [part for part in path[1:] if isinstance(part, str)]
    return (not inner or plain_key(inner[-1]) in INNER_KEYS) and is_image(value)


def _around(data: Any, path: tuple[str | int, ...]) -> Any:
    """The mapping or list that holds the value of a path."""
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _beside(beside: Mapping[Any, Any], own: tuple[str, ...]) -> ImageCredit | None:
    """The credit in the keys of one mapping."""
    named = {
        plain_key(key): value
        for key, value in beside.items()
        if value and (plain_key(key) in BESIDE or str(key) in own)
    }
    return _from_keys(named, "key") if named else None


def _of_key(document: "Document", image_key: str) -> ImageCredit | None:
    """The credit in keys of the front matter that belong to one of its pictures, or to all."""
    whole = plain_key(image_key)
    # `coverCredit` beside `coverImage`
    prefixes = {whole, _KIND.sub("", whole) or whole}
    own = document.site.credit_keys
    named = {}
    for key, value in document.front_matter.data.items():
        name = plain_key(key)
        rests = {name.removeprefix(prefix) for prefix in prefixes if name.startswith(prefix)}
        if not value:
            continue
        if rests & BESIDE or name in CREDIT_KEYS or str(key) in own:
            named[next(iter(rests & BESIDE), name)] = value
        elif rests & _CAPTIONS and is_credit(str(value)):
            named[name] = value
    return _from_keys(named, "key") if named else None


def _from_keys(named: Mapping[str, Any], where: Where) -> ImageCredit:
    values: dict[str, str] = {}
    for key, value in named.items():
        if isinstance(value, Mapping):
            values |= {plain_key(k): str(v) for k, v in value.items() if v}
        else:
            items = value if isinstance(value, list) else [value]
            values[key] = ", ".join(str(item) for item in items)
    source = next((v for v in values.values() if URL.fullmatch(v.strip())), None)
    license = next((v for k, v in values.items() if k.endswith(_TERMS)), None)
    names = [v for v in values.values() if v not in (source, license)]
    read = credit(names[0], where) if names else None
    author = (read.author or read.text) if read is not None else None
    return ImageCredit(
        " ".join("; ".join(values.values()).split()),
        where,
        author,
        license or (read.license if read else None),
        source or (read.source if read else None),
    )
