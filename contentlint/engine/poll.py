"""What the facts of all articles decide: which findings that depend on them are told."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from io import FileIO

from contentlint.finding import Finding

# How many findings are kept in memory, a kibibyte and a half each, while processes need theirs.
_MOST_IN_MEMORY = 50_000
# How many are written at once.
_PORTION = 1_000


class Poll:
    """Findings as they come in, and what their facts say.

    Those that only vote are counted and not kept. Where there are very many, they wait in a
    temporary file for the end of the run, when the processes that made them are gone.
    """

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        # By rule and thing: how many facts are against it, and how many say anything.
        self._votes: dict[tuple[str, str], tuple[int, int]] = {}
        self._file: FileIO | None = None
        self._sizes: list[int] = []
        self._most = _MOST_IN_MEMORY

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in the findings of an article."""
        for found in findings:
            fact = found.fact
            if fact is not None and fact.against is not None:
                against, said = self._votes.get((found.rule, fact.about), (0, 0))
                self._votes[found.rule, fact.about] = (against + fact.against, said + 1)
            if fact is None or fact.is_told:
                self._findings.append(found)
        if len(self._findings) >= self._most:
            self._put_away()

    def settled(self) -> list[Finding]:
        """The findings without those that the facts of all their articles do not bear out.

        It ends the poll.
        """
        told = list(filter(self._is_borne_out, self._kept()))
        if self._file is not None:
            self._file.close()
        return told

    def _put_away(self) -> None:
        while self._findings:
            portion = self._findings[-_PORTION:]
            if not self._is_written(pickle.dumps(portion, pickle.HIGHEST_PROTOCOL)):
                self._most *= 2
                return
            del self._findings[-_PORTION:]

    def _is_written(self, data: bytes) -> bool:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # `settled` closes it
            self._file.seek(sum(self._sizes))
            if self._file.write(data) < len(data):
                return False
        except OSError:  # no folder for it, or the disk is full
            return False
        self._sizes.append(len(data))
        return True

    def _kept(self) -> Iterator[Finding]:
        if self._file is not None:
            self._file.seek(0)
            for size in self._sizes:
                yield from pickle.loads(self._file.read(size))
        yield from self._findings

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
