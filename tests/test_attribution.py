"""How exact the attribution rules are on pieces that were labelled by hand."""

import pytest
from accuracy import accuracy
from attribution_labelled import PIECES, Piece

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source

ABOUT_IMAGES = (
    "image/agency-image",
    "image/license-needs-credit",
    "image/missing-credit",
    "image/uncredited-stock-photo",
    "image/useless-alt",
)
RULES = [name for name in registry.rule_ids() if name.startswith("attribution/")]
RULES += ABOUT_IMAGES
PRECISION, RECALL = 0.97, 0.9


def found(piece: Piece) -> set[tuple[str, int, int]]:
    """What all rules on attribution and on whose pictures are are sure of in a piece."""
    document = Document(Source(piece.path, piece.text))
    return {
        (rule_id, *problem.span)
        for rule_id in RULES
        for problem in registry.load(rule_id).check(document)
        if problem.confidence == "high"
    }


def test_enough_pieces_of_both_kinds() -> None:
    in_order = sum(not piece.expected for piece in PIECES)
    assert len(PIECES) >= 300
    assert 0.4 <= in_order / len(PIECES) <= 0.6


def test_accuracy() -> None:
    precision, recall = accuracy(PIECES, found)
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("language", sorted({piece.language for piece in PIECES}))
def test_accuracy_in_a_language(language: str) -> None:
    precision, recall = accuracy(tuple(p for p in PIECES if p.language == language), found)
    assert precision >= 0.9
    assert recall >= 0.85
