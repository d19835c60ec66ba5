"""What a line or a sentence says about the original of an article."""

from contentlint.rule import Document, NamedTuple, Span
from contentlint.rules.attribution._lines import Link
from contentlint.rules.attribution._links import Target, target


class Claim(NamedTuple):
    """A statement that the article was published elsewhere.

    Args:
        span: its range in the file.
        has_link: whether it has a link that leads somewhere, even if not to an article.
    """

    span: Span
    has_link: bool


class Way(NamedTuple):
    """A link in the place of one to the original.

    Args:
        span: the URL in the file.
        url: the URL.
        target: what it points to.
    """

    span: Span
    url: str
    target: Target


Statement = tuple[Claim | None, list[Way]]


def ways_of(document: Document, links: list[Link]) -> list[Way]:
    return [Way(link.span, link.url, target(document, link.url)) for link in links]
