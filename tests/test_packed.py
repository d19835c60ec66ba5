"""Findings of a run in report order, as objects or packed."""

import pytest

from contentlint.core import packed
from contentlint.core.finding import Excerpt, Finding
from contentlint.core.packed import Packed, SortedFindings
from contentlint.core.source import Span


def finding(line: int) -> Finding:
    return Finding(
        path=f"posts/{line}.md",
        line=line,
        column=1,
        end_line=line,
        end_column=2,
        rule="attribution/platform-author",
        severity="warning",
        confidence="medium",
        message="the author is a platform",
        help=None,
        fix=None,
        related=(),
        excerpt=Excerpt("author: Platform", 1),
        span=Span(0, 1),
    )


@pytest.mark.parametrize("most", [1, 4, 10_000])
def test_packing_does_not_change_the_findings(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_PLAIN", most)
    kept = SortedFindings()
    for line in (7, 3, 9, 1, 8):
        kept.add([finding(line), finding(line + 20)])
    kept.add([])
    found = kept.all()
    assert [f.sort_key for f in found] == sorted(f.sort_key for f in found)
    assert sorted(f.line for f in found) == [1, 3, 7, 8, 9, 21, 23, 27, 28, 29]


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1700])
def test_packed_findings_are_a_sequence(number: int) -> None:
    plain = list(map(finding, range(number)))
    many = Packed(iter(plain))
    assert (len(many), list(many), list(many)) == (number, plain, plain)
    assert [many[at] for at in range(number)] == plain
    assert list(many[3:1600:7]) == plain[3:1600:7]
    with pytest.raises(IndexError):
        many[number]


def test_few_findings_are_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_PLAIN", 3)
    plain = list(map(finding, range(4)))
    assert packed.packed(plain[:3]) == tuple(plain[:3])
    assert isinstance(packed.packed(plain), Packed)
    assert list(packed.packed(plain)) == plain
