"""One image of an article."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from contentlint.article.images.credit import ImageCredit
from contentlint.core.properties import cached_property
from contentlint.core.source import Span
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.markup.elements import Element


class Annotation(NamedTuple):
    """The caption and the credit of an image."""

    caption: str
    credit: ImageCredit | None


class Image:
    """An image of an article; its caption and credit are searched for on first use.

    Args:
        url: the URL as written, with character references resolved.
        span: the range of the URL.
        alt: the alt text; None if there is none.
        annotate: finds the caption and the credit.
        key: the front matter key, with dots; None for an image in the body.
        element: the element; None for an image in the front matter or in a generator's tag.
    """

    def __init__(
        self,
        url: str,
        span: Span,
        alt: str | None,
        annotate: Callable[[], Annotation],
        key: str | None = None,
        element: "Element | None" = None,
    ) -> None:
        self.url = url
        self.span = span
        self.alt = alt
        self.key = key
        self.element = element
        self._annotate = annotate

    @cached_property
    def _annotation(self) -> Annotation:
        return self._annotate()

    @property
    def caption(self) -> str:
        """The caption on one line; empty if there is none."""
        return self._annotation.caption

    @property
    def credit(self) -> ImageCredit | None:
        """The credit; None if there is none."""
        return self._annotation.credit
