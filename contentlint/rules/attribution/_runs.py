"""The text runs at the head and the foot of an article."""

import re

from contentlint.rule import Document, Span, TextRun, lazy

# How much of the start and the end of the text is read, in code points.
HEAD, FOOT = 800, 1200
# How long a run may be, in code points, and how many runs a paragraph may have.
_MAX_RUN, _MAX_RUNS = 4000, 40
_BREAK = lazy(r"\n|</?(?:p|div|li|h[1-6]|br|td|tr|section|article|blockquote)\b", re.IGNORECASE)


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
    while lowest < number < len(runs) and not _BREAK.search(
        text, runs[number - 1].span.end, runs[number].span.start
    ):
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
