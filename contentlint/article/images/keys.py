"""Images in the front matter, and the keys with their credits."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from contentlint.article.images.article_credits import ArticleCredits
from contentlint.article.images.credit import ImageCredit, Where, credit, is_credit
from contentlint.article.images.image import Annotation, Image
from contentlint.article.images.names import URL
from contentlint.article.images.words import (
    ADJACENT_KEYS,
    ALL_IMAGES_KEYS,
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
_IMAGE_SUFFIX = lazy(r"(?:image|img|photo|picture|url)\Z")
_LICENSE_SUFFIXES = ("licence", "license", "rights")


def is_image(url: str) -> bool:
    """Whether a value may be an image URL."""
    return _IMAGE.fullmatch(url.strip()) is not None


def front_matter_images(document: "Document", credits: ArticleCredits) -> Iterator[Image]:
    """The images in the front matter.

    Args:
        document: the article.
        credits: those in its lines and sections.
    """
    front_matter = document.front_matter
    data = front_matter.data
    keys = [key for key in data if plain_key(key) in IMAGE_KEYS]
    if not keys:
        return
    for path, value in front_matter.scalars.items():
        if path[0] not in keys or not _names_image(path, value):
            continue
        parent = _parent(data, path)
        siblings = parent if len(path) > 1 and isinstance(parent, Mapping) else {}
        alt = str(siblings["alt"]) if isinstance(siblings.get("alt"), str) else None
        name = ".".join(str(part) for part in path)
        is_in_list = any(isinstance(part, int) for part in path)
        annotate = partial(
            _annotation, document, credits, str(path[0]), siblings, value, is_in_list=is_in_list
        )
        yield Image(value, front_matter.span_of(path), alt, annotate, name)


def credit_in_article_keys(document: "Document") -> ImageCredit | None:
    """The credit in keys that apply to all images of an article.

    `image_credit` applies to the image in the front matter, if there is one.
    """
    data = document.front_matter.data
    extra_keys = document.site.credit_keys
    has_image = any(plain_key(key) in IMAGE_KEYS for key in data)
    keys = ALL_IMAGES_KEYS if has_image else CREDIT_KEYS
    named = {
        plain_key(key): value
        for key, value in data.items()
        if value and (plain_key(key) in keys or str(key) in extra_keys)
    }
    return _from_keys(named, "article") if named else None


def _annotation(
    document: "Document",
    credits: ArticleCredits,
    key: str,
    siblings: Mapping[Any, Any],
    url: str,
    *,
    is_in_list: bool,
) -> Annotation:
    caption = next((str(siblings[name]) for name in _CAPTION_KEYS if siblings.get(name)), "")
    found = _sibling_credit(siblings, document.site.credit_keys)
    for name in _CAPTION_KEYS:
        text = siblings.get(name)
        if found is None and isinstance(text, str) and is_credit(text):
            found = credit(text, "caption")
    # A credit key of a gallery does not apply to images in it that are mappings of their own.
    if not (is_in_list and siblings):
        found = found or _key_credit(document, key)
    found = found or credit_in_file(document, url) or credit_in_article_keys(document)
    return Annotation(" ".join(caption.split()), found or credits.of_cover)


def credit_in_file(document: "Document", url: str) -> ImageCredit | None:
    """The credit in the site's credits file."""
    entry = document.site.credit(url) if url else None
    if entry is None:
        return None
    author, license, source = entry
    text = "; ".join(part for part in entry if part)
    return ImageCredit(text, "list", author or None, license or None, source or None)


def _names_image(path: tuple[str | int, ...], value: str) -> bool:
    """Whether a value under an image key is a URL, not a boolean or a color."""
    inner = [part for part in path[1:] if isinstance(part, str)]
    return (not inner or plain_key(inner[-1]) in INNER_KEYS) and is_image(value)


def _parent(data: Any, path: tuple[str | int, ...]) -> Any:
    """The mapping or list that contains the value at a path."""
    for part in path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _sibling_credit(siblings: Mapping[Any, Any], extra_keys: tuple[str, ...]) -> ImageCredit | None:
    """The credit in other keys of the same mapping."""
    named = {
        plain_key(key): value
        for key, value in siblings.items()
        if value and (plain_key(key) in ADJACENT_KEYS or str(key) in extra_keys)
    }
    return _from_keys(named, "key") if named else None


def _key_credit(document: "Document", image_key: str) -> ImageCredit | None:
    """The credit in top-level keys for one front matter image, or for all images."""
    key_name = plain_key(image_key)
    # `coverCredit` next to `coverImage`
    prefixes = {key_name, _IMAGE_SUFFIX.sub("", key_name) or key_name}
    extra_keys = document.site.credit_keys
    named = {}
    for key, value in document.front_matter.data.items():
        name = plain_key(key)
        suffixes = {name.removeprefix(prefix) for prefix in prefixes if name.startswith(prefix)}
        if not value:
            continue
        if suffixes & ADJACENT_KEYS or name in CREDIT_KEYS or str(key) in extra_keys:
            named[next(iter(suffixes & ADJACENT_KEYS), name)] = value
        elif suffixes & _CAPTIONS and is_credit(str(value)):
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
    license = next((v for k, v in values.items() if k.endswith(_LICENSE_SUFFIXES)), None)
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
