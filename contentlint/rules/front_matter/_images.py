"""The images in a front matter block, under the keys that generators and themes use."""

import re
from collections.abc import Iterator
from functools import lru_cache

from contentlint.rule import (
    IMAGE_KEYS,
    INNER_KEYS,
    Document,
    NamedTuple,
    Span,
    is_templated,
    lazy,
    plain_key,
)

# Hugo's `resources` lists files of any type, as patterns.
_KEYS = IMAGE_KEYS - {"resources"}
_PARENT_KEYS = frozenset(
    {"params", "extra", "header", "page", "og", "opengraph", "seo", "meta", "twitter"}
)
_COLOR = lazy(r"#[0-9A-Fa-f]{3,8}|[a-z-]+\(.*")

_NO_URL = frozenset({"true", "false", "null", "~"})


class Image(NamedTuple):
    """An image in front matter.

    Args:
        key: its key as written; the parts of a nested key are joined by dots.
        span: the URL, quotes included.
        url: the URL.
    """

    key: str
    span: Span
    url: str

    @property
    def inside(self) -> Span:
        """The span of the URL without quotes, if it is written without escapes."""
        extra = self.span.end - self.span.start - len(self.url)
        return Span(self.span.start + 1, self.span.end - 1) if extra == 2 else self.span


def images(document: Document) -> list[Image]:
    """Every image with a known URL, in file order."""
    return list(_images(document))


def _images(document: Document) -> Iterator[Image]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        if not _is_image_key(path) or not (url := raw.strip()) or is_templated(raw):
            continue
        if not _COLOR.fullmatch(url) and url.lower() not in _NO_URL:
            key = ".".join(map(str, path))
            yield Image(key, front_matter.span_of(path), raw)


def is_url(url: str) -> bool:
    """Whether an image URL has a host or is a `data:` URL."""
    return re.match(r"(?:https?:)?//|data:", url.strip(), re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def _is_image_key(path: tuple[str | int, ...]) -> bool:
    names = [plain_key(part) for part in path if isinstance(part, str)]
    while len(names) > 1 and names[0] in _PARENT_KEYS and names[1] in _KEYS | _PARENT_KEYS:
        names = names[1:]
    if names[0] not in _KEYS:
        return False
    return len(names) == 1 or (len(names) == 2 and names[1] in INNER_KEYS)
