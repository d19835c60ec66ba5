"""The pictures that a front matter block names, under the keys that generators and themes use."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from contentlint.rule import (
    INNER_KEYS,
    PICTURE_KEYS,
    Document,
    Span,
    is_templated,
    lazy,
    plain_key,
)

# Hugo's `resources` names files of any kind, by patterns.
_PICTURES = PICTURE_KEYS - {"resources"}
_AROUND = frozenset(
    {"params", "extra", "header", "page", "og", "opengraph", "seo", "meta", "twitter"}
)
_COLOUR = lazy(r"#[0-9A-Fa-f]{3,8}|[a-z-]+\(.*")

_NO_ADDRESS = frozenset({"true", "false", "null", "~"})


class Picture(NamedTuple):
    """A picture that front matter names.

    Args:
        key: its key, as written, nested ones joined by dots.
        span: where the address stands, quotes included.
        address: the address.
    """

    key: str
    span: Span
    address: str

    @property
    def inside(self) -> Span:
        """The address without its quotes, where it stands there as it is."""
        extra = self.span.end - self.span.start - len(self.address)
        return Span(self.span.start + 1, self.span.end - 1) if extra == 2 else self.span


@lru_cache(maxsize=1)
def pictures(document: Document) -> list[Picture]:
    """Every picture whose address is known, in the order of the file."""
    return list(_pictures(document))


def _pictures(document: Document) -> Iterator[Picture]:
    front_matter = document.front_matter
    for path, raw in front_matter.scalars.items():
        address = raw.strip()
        if not address or not _names_a_picture(path) or is_templated(raw):
            continue
        if not _COLOUR.fullmatch(address) and address.lower() not in _NO_ADDRESS:
            key = ".".join(map(str, path))
            yield Picture(key, front_matter.span_of(path), raw)


def is_address(address: str) -> bool:
    """Whether a picture's address leads to another host, or carries the picture itself."""
    return re.match(r"(?:https?:)?//|data:", address.strip(), re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def _names_a_picture(path: tuple[str | int, ...]) -> bool:
    names = [plain_key(part) for part in path if isinstance(part, str)]
    while len(names) > 1 and names[0] in _AROUND and names[1] in _PICTURES | _AROUND:
        names = names[1:]
    if names[0] not in _PICTURES:
        return False
    return len(names) == 1 or (len(names) == 2 and names[1] in INNER_KEYS)
