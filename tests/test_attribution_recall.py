"""The scorer of the labelled articles counts what agrees and shows what does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "attribution"))

from attribution_recall import compare, matches
from labelled import Fault, Piece, pieces

ROOT = Path(__file__).parents[1]
BYLINE = "attribution/byline-mismatch"
FAULT = Fault((BYLINE,), 10, 20)


@pytest.mark.parametrize(
    ("finding", "agrees"),
    [
        ((BYLINE, 10, 20), True),
        ((BYLINE, 5, 11), True),
        ((BYLINE, 19, 40), True),
        ((BYLINE, 20, 30), False),
        ((BYLINE, 0, 10), False),
        (("attribution/missing-source", 10, 20), False),
    ],
)
def test_a_finding_reports_a_fault_where_rule_and_place_agree(
    finding: tuple[str, int, int], agrees: bool
) -> None:
    assert matches(FAULT, finding) is agrees


def test_faults_and_findings_without_each_other_are_told_apart() -> None:
    text = "---\ntitle: a\nauthor: Harbor Desk\n---\nBy Mara Lind\n\nThe ferry left.\n"
    start = text.index("Mara")
    found = Fault((BYLINE,), start, start + 9)
    missed = Fault((BYLINE,), 0, 3)
    piece = Piece("en-1", "en", "byline", "a.md", text, (missed, found))
    finding = (BYLINE, start, start + 9)
    assert list(compare([piece])) == [(piece, missed, None), (piece, found, finding)]
    in_order = piece._replace(expected=())
    assert list(compare([in_order])) == [(in_order, None, finding)]


def test_a_run_prints_figures_by_language_and_kind() -> None:
    command = [
        sys.executable,
        "benchmarks/attribution_recall.py",
        *("--language", "en", "--kind", "author", "--show", "misses"),
    ]
    result = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    assert result.returncode == 0, result.stderr
    rows = [line.split() for line in result.stdout.splitlines()]
    assert any(row[:1] == ["language"] and "recall" in row for row in rows)
    [figures] = (row for row in rows if row[:1] == ["author"])
    shown = [row for row in rows if row[:1] and row[0].startswith("en-")]
    assert len(shown) == int(figures[5])


# Kinds of labelled articles that are about the text; the others are about images.
TEXT_KINDS = frozenset(
    "source wrong-link source-line source-key aggregated indirect source-trap byline byline-markup "
    "byline-trap author translator license embed".split()
)


@pytest.mark.parametrize("language", sorted({piece.language for piece in pieces()}))
def test_what_labelled_articles_lack_is_found_and_little_else(language: str) -> None:
    chosen = [p for p in pieces() if p.language == language and p.kind in TEXT_KINDS]
    compared = list(compare(chosen))
    right = sum(fault is not None and finding is not None for _piece, fault, finding in compared)
    faults = sum(fault is not None for _piece, fault, _finding in compared)
    said = sum(finding is not None for _piece, _fault, finding in compared)
    assert right >= 0.95 * faults
    assert right >= 0.98 * said
