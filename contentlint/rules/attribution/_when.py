"""Tests in conditions of the rules of this category: `when="test:attribution/says_something"`.

Without what rules import, so that an article that says nothing needs none of it.
"""

from contentlint.rule import Document
from contentlint.rules.attribution._authors import are_desks, authors
from contentlint.rules.attribution._quick import clues
from contentlint.rules.attribution._runs import CLOSING, may_end_with_guest
from contentlint.rules.attribution._sources import is_source_key


def says_something(document: Document) -> bool:
    """Whether the head or the foot of an article may say something about its author or source."""
    return not clues(document).is_nothing


def may_be_translated(document: Document) -> bool:
    """Whether an article may say that it is a translation."""
    found = clues(document)
    return found.has_labels or any(kind in ("translated", "tongues") for kind, _ in found.phrases)


def may_have_byline(document: Document) -> bool:
    """Whether an article may name its author in the text."""
    runs = document.text_runs
    return bool(runs) and (
        not clues(document).is_nothing
        or runs[-1].raw.rstrip().endswith(CLOSING)
        or are_desks(authors(document))
        or may_end_with_guest(document)
    )


def has_source_key(document: Document) -> bool:
    """Whether a key of the front matter may name the original."""
    return any(is_source_key(str(key)) for key in document.front_matter.data)
