"""What the facts of all articles decide: which findings that depend on them are told."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from io import FileIO

from contentlint.finding import Finding

# How many undecided findings are kept in memory; most articles of a site may have one.
_MOST_IN_MEMORY = 10_000


class Poll:
    """Findings as they come in, and what their facts say.

    Those that only vote are counted and not kept. Those that wait for the votes of articles to come
    go to a temporary file where they are many, so that memory holds what will be told alone.
    """

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._undecided: list[Finding] = []
        # By rule and thing: how many facts are against it, and how many say anything.
        self._votes: dict[tuple[str, str], tuple[int, int]] = {}
        self._file: FileIO | None = None
        self._sizes: list[int] = []
        self._most = _MOST_IN_MEMORY

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in the findings of an article."""
        for found in findings:
            fact = found.fact
            if fact is None:
                self._findings.append(found)
                continue
            if fact.against is not None:
                against, said = self._votes.get((found.rule, fact.about), (0, 0))
                self._votes[found.rule, fact.about] = (against + fact.against, said + 1)
            if fact.is_told:
                self._undecided.append(found)
        if len(self._undecided) >= self._most:
            self._put_away()

    def settled(self) -> list[Finding]:
        """The findings without those that the facts of all their articles do not bear out.

        It ends the poll.
        """
        told = [each for each in self._waiting() if self._is_borne_out(each)]
        if self._file is not None:
            self._file.close()
        return self._findings + told

    def _put_away(self) -> None:
        data = pickle.dumps(self._undecided, pickle.HIGHEST_PROTOCOL)
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # `settled` closes it
            self._file.seek(sum(self._sizes))
            is_whole = self._file.write(data) == len(data)
        except OSError:  # no folder for it, or the disk is full
            is_whole = False
        if is_whole:
            self._sizes.append(len(data))
            self._undecided = []
        else:
            self._most *= 2

    def _waiting(self) -> Iterator[Finding]:
        if self._file is not None:
            self._file.seek(0)
            for size in self._sizes:
                yield from pickle.loads(self._file.read(size))
        yield from self._undecided

    def _is_borne_out(self, found: Finding) -> bool:
        fact = found.fact
        if fact is None:
            return True
        against, said = self._votes.get((found.rule, fact.about), (0, 0))
        return against >= fact.least and against >= fact.share * said


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that the facts of all their articles do not bear out."""
    poll = Poll()
    poll.add(findings)
    return poll.settled()
