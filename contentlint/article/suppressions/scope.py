"""Where one rule is suppressed in a file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate

from contentlint.article.suppressions.model import Mention, Suppression


class Scope:
    """The parts of a file in which a rule is suppressed, with lookup in logarithmic time.

    Args:
        items: all suppressions of the file, in source order.
        rule_id: the rule.
        today: the date that `until` is compared with.
    """

    def __init__(self, items: Iterable[Suppression], rule_id: str, today: date) -> None:
        matching = [
            (item, mention)
            for item in items
            if not item.is_expired(today)
            for mention in item.mentions
            if mention.matches(rule_id)
        ]
        self._everywhere = [mention for item, mention in matching if item.kind == "file"]
        # The last `disable` or `enable` before an offset applies.
        switches = [(item, m) for item, m in matching if item.kind in ("disable", "enable")]
        self._switches = [mention if item.kind == "disable" else None for item, mention in switches]
        self._switched = [item.covers.start for item, _ in switches]
        lines = [(item.covers, m) for item, m in matching if item.kind in ("line", "next-line")]
        self._lines = sorted(lines)
        self._starts = [span.start for span, _ in self._lines]
        # The greatest end offset of the ranges up to each one.
        self._max_end = list(accumulate((span.end for span, _ in self._lines), max))

    def hiding(self, offset: int) -> Iterator[Mention]:
        """The names that suppress a finding that starts at an offset."""
        yield from self._everywhere
        switch = bisect_right(self._switched, offset) - 1
        if switch >= 0 and (mention := self._switches[switch]) is not None:
            yield mention
        line = bisect_right(self._starts, offset) - 1
        while line >= 0 and self._max_end[line] > offset:
            span, name = self._lines[line]
            if offset < span.end:
                yield name
            line -= 1
