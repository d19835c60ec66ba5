"""What the facts of many articles decide, whether they are in memory or on disk."""

from pathlib import Path

import pytest

from contentlint.engine import poll
from contentlint.engine.poll import Poll
from contentlint.finding import Excerpt, Fact, Finding
from contentlint.source import Span


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
    return sorted(found.line for found in kept.settled())


@pytest.mark.parametrize("votes_first", [True, False])
@pytest.mark.parametrize("most", [1, 4, 10_000])
def test_where_they_wait_changes_nothing(
    most: int, votes_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poll, "_MOST_IN_MEMORY", most)
    assert lines_settled(votes_first) == [10, 11, 12, 13, 14, 30]


def test_a_full_disk_leaves_them_in_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device that is always full")
    monkeypatch.setattr(poll, "_MOST_IN_MEMORY", 2)
    monkeypatch.setattr(
        poll.tempfile, "TemporaryFile", lambda buffering: full.open("r+b", buffering=buffering)
    )
    assert lines_settled(False) == [10, 11, 12, 13, 14, 30]
