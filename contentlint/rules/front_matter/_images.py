"""The pictures that a front matter block names, under the keys that generators and themes use."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.rule import (
    IMAGE_KEYS,
    INNER_KEYS,
    Document,
    Span,
    is_templated,
    lazy,
    plain_key,
)

# Hugo's `resources` names files of any kind, by patterns.
_IMAGES = IMAGE_KEYS - {"resources"}
_AROUND = frozenset(
    {"params", "extra", "header", "page", "og", "opengraph", "seo", "meta", "twitter"}
)
_COLOUR = lazy(r"#[0-9A-Fa-f]{3,8}|[a-z-]+\(.*")

_NO_URL = frozenset({"true", "false", "null", "~"})


class Image(NamedTuple):
    """A picture that front matter names.

    Args:
        key: its key, as written, nested ones joined by dots.
        span: where the address stands, quotes included.
        address: the address.
    """

    key: str
    span: Span
    url: str

    @property
    def inside(self) -> Span:
        """The address without its quotes, where it stands there as it is."""
        extra = self.span.end - self.span.start - len(self.url)
        return Span(self.span.start + 1, self.span.end - 1) if extra == 2 else self.span


@lru_cache(maxsize=1)
def images(document: Document) -> list[Image]:
    """Every picture whose address is known, in the order of the file."""
    return list(_images(document))


def _images(document: Document) -> Iterator[Image]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        url = raw.strip()
        if not url or not _names_a_image(path) or is_templated(raw):
            continue
        if not _COLOUR.fullmatch(url) and url.lower() not in _NO_URL:
            key = ".".join(map(str, path))
            yield Image(key, front_matter.span_of(path), raw)


def is_url(url: str) -> bool:
    """Whether a picture's address leads to another host, or carries the picture itself."""
    return re.match(r"(?:https?:)?//|data:", url.strip(), re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def _names_a_image(path: tuple[str | int, ...]) -> bool:
    names = [plain_key(part) for part in path if isinstance(part, str)]
    while len(names) > 1 and names[0] in _AROUND and names[1] in _IMAGES | _AROUND:
        names = names[1:]
    if names[0] not in _IMAGES:
        return False
    return len(names) == 1 or (len(names) == 2 and names[1] in INNER_KEYS)
