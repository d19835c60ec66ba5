"""The articles labelled for attribution and credits are whole: enough of each, none twice."""

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "attribution"))

import labelled
from labelled import HELD_OUT, JUDGED, SEEN, TAGS, Piece, pieces

LANGUAGES = "ar de en es fr id it ja ko nl pl pt ru tr vi zh zh-Hant".split()
ALL = (*pieces(), *pieces(SEEN), *pieces(HELD_OUT))


def test_enough_articles_in_every_language() -> None:
    counts = Counter(piece.language for piece in pieces())
    assert sorted(counts) == LANGUAGES
    assert min(counts.values()) >= 36
    assert counts.total() >= 640


def test_enough_articles_of_every_kind() -> None:
    counts = Counter(piece.kind for piece in pieces())
    assert set(counts) == set(JUDGED)
    assert min(counts.values()) >= len(LANGUAGES)


def test_every_kind_has_articles_in_order_and_articles_with_faults_unless_it_is_of_traps() -> None:
    for kind in JUDGED:
        has_faults = {bool(piece.expected) for piece in pieces() if piece.kind == kind}
        assert has_faults == ({False} if kind.endswith("-trap") else {True, False}), kind


@pytest.mark.parametrize(
    "folder", [labelled.FOLDER, SEEN, HELD_OUT], ids=["open", "seen", "held out"]
)
def test_half_of_the_articles_are_in_order(folder: Path) -> None:
    in_order = sum(not piece.expected for piece in pieces(folder))
    assert 0.4 <= in_order / len(pieces(folder)) <= 0.6


def test_the_held_out_articles_are_in_all_languages() -> None:
    assert len(pieces(HELD_OUT)) >= 150
    assert sorted({piece.language for piece in pieces(HELD_OUT)}) == LANGUAGES


def test_no_article_is_there_twice() -> None:
    for what in ("id", "text"):
        counts = Counter(getattr(piece, what) for piece in ALL)
        assert [value for value, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_of_an_article_fit_it(language: str) -> None:
    for piece in ALL:
        if piece.language == language:
            fits(piece)


def fits(piece: Piece) -> None:
    assert piece.id.startswith(f"{piece.language}-")
    assert len(piece.text.splitlines()) >= 4, piece.id
    assert "§" not in piece.text
    assert piece.path.endswith((".md", ".html"))
    end = 0
    for fault in piece.expected:
        assert end <= fault.start < fault.end <= len(piece.text), piece.id
        marked = piece.text[fault.start : fault.end]
        assert marked == marked.strip(), piece.id
        assert set(fault.rules) & set(piece.judged), piece.id
        end = fault.end


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("By ⟦by|Mara Lind⟧, today", "By Mara Lind, today\n", [(3, 12)]),
        ("⟦src|Via A⟧ and ⟦ind|b⟧", "Via A and b\n", [(0, 5), (10, 11)]),
        ("§1", "A line.\n", []),
    ],
)
def test_a_file_of_labelled_articles(
    marked: str, text: str, spans: list[tuple[int, int]], tmp_path: Path
) -> None:
    path = tmp_path / "en.txt"
    path.write_text(f"§1 A line.\n=== en-1 byline a.md generator=hugo\n{marked}\n", "utf-8")
    [piece] = pieces(tmp_path)
    assert (piece.id, piece.language, piece.generator) == ("en-1", "en", "hugo")
    assert piece.text == text
    assert [fault[1:] for fault in piece.expected] == spans


def test_a_mark_without_a_tag_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("=== en-1 byline a.md\nBy ⟦Mara Lind⟧\n", "utf-8")
    with pytest.raises(ValueError, match=r"en\.txt: en-1: a mark is not"):
        pieces(tmp_path)


def test_every_tag_names_rules_that_some_kind_judges() -> None:
    judged = {rule for rules in JUDGED.values() for rule in rules}
    assert {rule for rules in TAGS.values() for rule in rules} == judged
