"""The text runs at the head and the foot of an article."""

import re
from bisect import bisect_left
from itertools import accumulate

from contentlint.rule import Document, Span, TextRun, lazy
from contentlint.rules.attribution._around_names import may_have_guest

# How much of the start and the end of the text is read, in code points.
HEAD, FOOT = 800, 1200
# How long a run may be, in code points, and how many runs a paragraph may have.
_MAX_RUN, _MAX_RUNS = 4000, 40
# How many runs at the end may say that the author is a guest, and how much of each, in code points.
_GUEST_RUNS, _MAX_BIO = 8, 400
_BREAK = lazy(r"\n|</?(?:p|div|li|h[1-6]|br|td|tr|section|article|blockquote)\b", re.IGNORECASE)


# What may be around the words of a line.
INDENT = " \t\xa0\u3000*_（(【[〔「『《〈«“\"'„—–-※#•·>:：。.,，、*|｜/／\ufffc"
# After a signature in brackets.
CLOSING = (")", "）", "】")
# Every end of a table cell or of a term that a definition follows has one of these.
_CELL_MARKS = lazy(r"\||\n:|</(?:t[dh]|dt)>")


def has_cells(text: str, *parts: list[TextRun]) -> bool:
    """Whether there may be cells of a table or terms of a list in parts of a text.

    Args:
        text: the text of the file.
        parts: text runs in a row.
    """
    for runs in parts:
        if runs:
            place = runs[0].span.start, runs[-1].span.end
            if text.find("|", *place) >= 0 or text.find("\n:", *place) >= 0:
                return True
            # A search for one character takes a tenth of the time.
            if text.find("<", *place) >= 0 and (
                text.find("</t", *place) >= 0 or text.find("</d", *place) >= 0
            ):
                return True
    return False


class Cells:
    """Which of some text runs may be cells of a table, in a text with each run on its own line.

    Args:
        text: the text of the file.
        runs: the runs.
    """

    def __init__(self, text: str, runs: list[TextRun]) -> None:
        self._text = text
        self._runs = runs
        self._ends: list[int] = []

    def may_end_at(self, offset: int) -> bool:
        """Whether a run that ends at an offset may be a cell with another one after it."""
        if not self._ends:
            lengths = [len(run.raw) + 1 for run in self._runs]
            self._ends = [end - 1 for end in accumulate(lengths)]
        number = bisect_left(self._ends, offset)
        if number + 1 >= len(self._runs) or self._ends[number] != offset:
            return False
        start, end = self._runs[number].span.end, self._runs[number + 1].span.start
        return _CELL_MARKS.search(self._text, start, end) is not None


def may_end_with_guest(document: Document) -> bool:
    """Whether the last text runs may say that the author is a guest."""
    last = [run.raw[:_MAX_BIO] for run in document.text_runs[-_GUEST_RUNS:]]
    return may_have_guest("\n".join(last).lower())


def end_runs(document: Document) -> tuple[list[TextRun], list[TextRun]]:
    """The text runs at the head and at the foot of an article."""
    runs = document.text_runs
    if not runs:
        return [], []
    # Chinese, Japanese and Korean text is denser.
    part = 2 if max(runs[0].raw[:24], default="") > "\u2e7f" else 1
    first, last = runs[0].span.start + HEAD // part, runs[-1].span.end - FOOT // part
    if last <= first:
        return _all_trimmed(runs, is_head=True), []
    number, head = len(runs), 0
    while head < number and runs[head].span.start < first:
        head += 1
    # URLs in credits take room that is no text.
    left = HEAD // part - sum([len(run.raw) for run in runs[:head]])
    while left > 0 and head < number and head < _MAX_RUNS:
        left -= len(runs[head].raw)
        head += 1
    while number > head and runs[number - 1].span.end > last:
        number -= 1
    # Blocks are whole: a paragraph that starts before the foot belongs to it.
    text = document.text
    lowest = max(head, number - _MAX_RUNS)
    while lowest < number < len(runs):
        gap = runs[number - 1].span.end, runs[number].span.start
        if text.find("\n", *gap) >= 0 or _BREAK.search(text, *gap):
            break
        number -= 1
    return _all_trimmed(runs[:head], is_head=True), _all_trimmed(runs[number:], is_head=False)


def _all_trimmed(runs: list[TextRun], *, is_head: bool) -> list[TextRun]:
    if not runs or max([len(run.raw) for run in runs]) <= _MAX_RUN:
        return runs
    return [_trimmed(run, is_head=is_head) for run in runs]


def _trimmed(run: TextRun, *, is_head: bool) -> TextRun:
    """A text run without what is far from the start or the end of the article."""
    extra = len(run.raw) - _MAX_RUN
    if extra <= 0:
        return run
    start, end = run.span
    if is_head:
        return TextRun(run.raw[:_MAX_RUN], Span(start, end - extra), run.parents)
    return TextRun(run.raw[extra:], Span(start + extra, end), run.parents)
