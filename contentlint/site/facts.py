"""What the facts of all articles decide: which findings that depend on them are told."""

import heapq
from collections.abc import Iterable, Iterator, Sequence

from contentlint.core.finding import Finding
from contentlint.core.packed import MOST_PLAIN, Packed, packed


class Poll:
    """Findings as they come in, and what their facts say.

    Those that only vote are counted and not kept. Where there are very many, they are packed.
    """

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        # Each in the order of a report.
        self._runs: list[Packed] = []
        # By rule and thing: how many facts are against it, and how many say anything.
        self._votes: dict[tuple[str, str], tuple[int, int]] = {}

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in the findings of an article."""
        for found in findings:
            fact = found.fact
            if fact is not None and fact.against is not None:
                against, said = self._votes.get((found.rule, fact.about), (0, 0))
                self._votes[found.rule, fact.about] = (against + fact.against, said + 1)
            if fact is None or fact.is_told:
                self._findings.append(found)
                if len(self._findings) >= MOST_PLAIN:
                    self._put_away()

    def settled(self) -> Sequence[Finding]:
        """The findings without those that the facts of all their articles do not bear out.

        In the order of a report; it ends the poll.
        """
        self._findings.sort(key=_order)
        return packed(filter(self._is_borne_out, self._kept()))

    def _put_away(self) -> None:
        self._findings.sort(key=_order)
        self._runs.append(Packed(self._findings))
        self._findings = []

    def _kept(self) -> Iterator[Finding]:
        if not self._runs:
            return iter(self._findings)
        return heapq.merge(*self._runs, self._findings, key=_order)

    def _is_borne_out(self, found: Finding) -> bool:
        fact = found.fact
        if fact is None:
            return True
        against, said = self._votes.get((found.rule, fact.about), (0, 0))
        return against >= fact.least and against >= fact.share * said


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.sort_key


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that the facts of all their articles do not bear out.

    In the order of a report.
    """
    poll = Poll()
    poll.add(findings)
    return list(poll.settled())
