"""One picture of an article."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from contentlint.article.images.credit import ImageCredit
from contentlint.core.source import Span

if TYPE_CHECKING:
    from contentlint.markup.elements import Element


class Told(NamedTuple):
    """What is said of a picture."""

    caption: str
    credit: ImageCredit | None


class Image:
    """A picture of an article; what is said of it is read when it is first asked for.

    Args:
        address: its address as written; character references resolved.
        span: the place of the address.
        alt: its alternative text; None where there is none.
        told: what is said of it: its caption, and who is named for it.
        key: the key of the front matter, with dots; None for a picture of the body.
        element: the element; None for a picture of the front matter or of a generator's tag.
    """

    def __init__(
        self,
        url: str,
        span: Span,
        alt: str | None,
        told: Callable[[], Told],
        key: str | None = None,
        element: "Element | None" = None,
    ) -> None:
        self.url = url
        self.span = span
        self.alt = alt
        self.key = key
        self.element = element
        self._tell = told

    @cached_property
    def _told(self) -> Told:
        return self._tell()

    @property
    def caption(self) -> str:
        """Its caption in one line; empty where there is none."""
        return self._told.caption

    @property
    def credit(self) -> ImageCredit | None:
        """Who is named for it; None where nobody is."""
        return self._told.credit
