"""Precision and recall of the attribution rules on hand-labeled samples."""

import pytest
from accuracy import accuracy
from attribution_labelled import PIECES, Piece

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.source import Source

IMAGE_RULES = (
    "image/agency-image",
    "image/license-needs-credit",
    "image/missing-credit",
    "image/uncredited-stock-photo",
    "image/useless-alt",
)
RULES = [name for name in registry.rule_ids() if name.startswith("attribution/")]
RULES += IMAGE_RULES
PRECISION, RECALL = 0.97, 0.9


def found(piece: Piece) -> set[tuple[str, int, int]]:
    """The high-confidence findings of all attribution and image credit rules in a sample."""
    document = Document(Source(piece.path, piece.text))
    return {
        (rule_id, *problem.span)
        for rule_id in RULES
        for problem in registry.load(rule_id).check(document)
        if problem.confidence == "high"
    }


def test_there_are_enough_samples_with_and_without_findings() -> None:
    without = sum(not piece.expected for piece in PIECES)
    assert len(PIECES) >= 300
    assert 0.4 <= without / len(PIECES) <= 0.6


def test_overall_accuracy() -> None:
    precision, recall = accuracy(PIECES, found)
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("language", sorted({piece.language for piece in PIECES}))
def test_accuracy_by_language(language: str) -> None:
    precision, recall = accuracy(tuple(p for p in PIECES if p.language == language), found)
    assert precision >= 0.95
    assert recall >= 0.95
