"""What the facts of many articles decide, whether findings are objects or packed."""

import pytest

from contentlint.core import packed
from contentlint.core.finding import Excerpt, Fact, Finding
from contentlint.core.packed import Packed
from contentlint.core.source import Span
from contentlint.site import facts as poll
from contentlint.site.facts import Poll


def finding(line: int, fact: Fact | None) -> Finding:
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
        fact=fact,
    )


def told(line: int, about: str) -> Finding:
    return finding(line, Fact(about, None, least=3))


def vote(line: int, about: str, *, against: bool) -> Finding:
    return finding(line, Fact(about, against, least=3, is_told=False))


def lines_settled(votes_first: bool) -> list[int]:
    kept = Poll()
    votes = [[vote(at, "a", against=True), vote(at, "b", against=at > 1)] for at in range(4)]
    waiting = [[told(10 + at, "a"), told(20 + at, "b")] for at in range(5)]
    for found in votes + waiting if votes_first else waiting + votes:
        kept.add(found)
    kept.add([finding(30, None)])
    settled = kept.settled()
    assert [found.sort_key for found in settled] == sorted(found.sort_key for found in settled)
    return sorted(found.line for found in settled)


@pytest.mark.parametrize("votes_first", [True, False])
@pytest.mark.parametrize("most", [1, 4, 10_000])
def test_where_they_wait_changes_nothing(
    most: int, votes_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll, "MOST_PLAIN", most)
    monkeypatch.setattr(packed, "MOST_PLAIN", most)
    assert lines_settled(votes_first) == [10, 11, 12, 13, 14, 30]


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1700])
def test_packed_findings_are_a_sequence(number: int) -> None:
    plain = [finding(line, None) for line in range(number)]
    many = Packed(iter(plain))
    assert (len(many), list(many), list(many)) == (number, plain, plain)
    assert [many[at] for at in range(number)] == plain
    assert list(many[3:1600:7]) == plain[3:1600:7]
    with pytest.raises(IndexError):
        many[number]


def test_few_findings_are_not_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_PLAIN", 3)
    plain = [finding(line, None) for line in range(4)]
    assert packed.packed(plain[:3]) == tuple(plain[:3])
    assert isinstance(packed.packed(plain), Packed)
    assert list(packed.packed(plain)) == plain
