"""Where an article says that it was first published elsewhere, and its links to the original."""

from collections.abc import Iterator
from functools import cache

from contentlint.rule import Document, NamedTuple
from contentlint.rules.attribution._claims import Claim, Statement, Way
from contentlint.rules.attribution._dispatches import dispatched
from contentlint.rules.attribution._labels import end_labels
from contentlint.rules.attribution._languages import languages, words, words_in
from contentlint.rules.attribution._lines import Block, all_ends, ends
from contentlint.rules.attribution._links import target
from contentlint.rules.attribution._originals import names_original
from contentlint.rules.attribution._quick import clues
from contentlint.rules.attribution._source_lines import labeled_source
from contentlint.rules.attribution._source_phrases import ALL_KINDS, phrased_sources


class Origin(NamedTuple):
    """What the head and the foot of an article say about its original.

    Args:
        claims: statements that it was published elsewhere.
        ways: links in the place of one to the original.
    """

    claims: tuple[Claim, ...]
    ways: tuple[Way, ...]

    @property
    def has_article(self) -> bool:
        """Whether a link points to the original itself."""
        return any(way.target == "article" for way in self.ways)


_NO_ORIGIN = Origin((), ())
_NEXT = 3


def origin(document: Document) -> Origin:
    """What an article says about its original."""
    return document.once(_origin)


def _origin(document: Document) -> Origin:
    if clues(document).is_nothing:
        return _NO_ORIGIN
    claims: list[Claim] = []
    ways: list[Way] = []
    blocks = ends(document)
    for claim, found in _statements(document, blocks):
        ways += found
        if claim is not None:
            claims.append(claim)
    ways += _named_links(document, blocks)
    return Origin(tuple(sorted(set(claims))), tuple(dict.fromkeys(ways)))


def _statements(document: Document, blocks: list[Block]) -> Iterator[Statement]:
    numbers = {id(block): number for number, block in enumerate(blocks)}
    kinds = {kind for kind, _code in clues(document).phrases}
    found_labels = end_labels(document) if clues(document).has_labels else []
    for label in found_labels:
        if (
            not {"source", "titled", "original"}.isdisjoint(label.kinds)
            and not label.block.is_caption
        ):
            yield from labeled_source(
                document, label, blocks[numbers[id(label.block)] :][: _NEXT + 1], found_labels
            )
    for number, block in enumerate(blocks):
        if not block.is_caption:
            following = blocks[number + 1 : number + 1 + _NEXT]
            if not kinds.isdisjoint(ALL_KINDS):
                yield from phrased_sources(document, block, following)
            if "agencies" in kinds:
                yield from dispatched(
                    document,
                    block,
                    is_early=number < _NEXT,
                    is_last=number >= len(blocks) - 2,
                )


def links_to_original(document: Document) -> bool:
    """Whether the text of a link says that it points to the original."""
    return any(True for _way in _named_links(document, all_ends(document)))


def _named_links(document: Document, blocks: list[Block]) -> Iterator[Way]:
    """The links whose text says that they point to the original."""
    for block in blocks:
        for link in block.links:
            if names_original(block.folded[link.start : link.end]):
                way = Way(link.span, link.url, target(document, link.url))
                if way.target == "article":
                    yield way


def news_words() -> frozenset[str]:
    """Names of categories for news, in all languages."""
    return words("news")


def speaks_for_itself(document: Document) -> bool:
    """Whether an article speaks of `our team` and the like, as a company does about itself."""
    text = document.text[document.body.start :][:4000].lower()
    return any(phrase in text for language in languages() for phrase in _ours(language.code))


@cache
def _ours(code: str) -> tuple[str, ...]:
    return tuple(words_in("ours", code))
