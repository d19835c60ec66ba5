"""Turn problems into findings: lines and columns, excerpt and identification."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from contentlint import registry
from contentlint.config.plan import RulePlan
from contentlint.core.errors import name_of
from contentlint.core.finding import (
    NO_SELECTOR,
    SEVERITIES,
    Excerpt,
    Finding,
    Fix,
    RelatedLocation,
    Severity,
)
from contentlint.core.records import replace
from contentlint.core.source import Source, Span
from contentlint.engine.fingerprints import Fingerprints
from contentlint.engine.guard import LIMIT_REACHED, circumstances

if TYPE_CHECKING:
    from contentlint.article.document import Document
    from contentlint.rule import Problem

INTERNAL_ERROR = "lint/internal-error"
UNREADABLE_FILE = "lint/unreadable-file"
# Findings of the engine after which another run may give a different result.
OWN_RULES = (INTERNAL_ERROR, LIMIT_REACHED)

# In a file with lone carriage returns, no other rule fixes anything before this one.
_LINE_ENDINGS = "file/mixed-line-endings"

# Rules about markup, whose findings have the selector of their element.
_IN_MARKUP = ("html/", "accessibility/", "image/")
# Each selector needs a tree walk, so their number per article is limited.
_MOST_SELECTORS = 500

# Length of an excerpt, and of the context before the marked text, in code points.
_EXCERPT = 160
_BEFORE = 60
_SHOWN_OF_SECRET = 4


def unreadable(name: str, error: OSError) -> Finding:
    """The finding about a file that cannot be read; `name` as in reports."""
    reason = error.strerror or type(error).__name__
    return of_file(Source(name, ""), UNREADABLE_FILE, f"file cannot be read: {reason}")


def within_limit(findings: list[Finding], most: int) -> list[Finding]:
    """The first findings, and one that counts the rest, at the place of the first of these.

    Args:
        findings: of one file, sorted.
        most: the maximum number.
    """
    if len(findings) <= most:
        return findings
    kept, others = findings[:most], findings[most:]
    message = (
        f"too many findings: {len(findings):,}, limit {most:,} (`limits.findings`); "
        f"{len(others):,} not reported"
    )
    counted = replace(
        others[0],
        rule=LIMIT_REACHED,
        severity=min((o.severity for o in others), key=SEVERITIES.index),
        confidence="high",
        message=message,
        help=None,
        fix=None,
        related=(),
        selector=None,
        expected=(),
    )
    return [*kept, counted]


def identified(
    document: "Document", findings: list[Finding], *, selectors: bool
) -> Iterator[Finding]:
    """The findings with fingerprint and selector.

    Args:
        document: the article.
        findings: sorted.
        selectors: whether to compute selectors; most formats report none.
    """
    fingerprints = Fingerprints(document)
    left = _MOST_SELECTORS
    for found in findings:
        selector = None
        if left and found.rule.startswith(_IN_MARKUP) and found.span.start >= document.body.start:
            left -= 1
            place = found.span.start
            selector = document.markup.selector_at(place) if selectors else NO_SELECTOR
        yield replace(found, selector=selector, fingerprint=fingerprints.of(found))


def lifted(
    document: "Document", problems: "Iterable[Problem]", plan: RulePlan
) -> Iterator[Finding]:
    """The findings for the problems of a rule, with the fixes that are allowed here."""
    source = document.source
    for problem in problems:
        fix = problem.fix
        if fix is not None and not _may_be_offered(document, fix, plan.rule_id):
            fix = None
        elif fix is not None and plan.fix_safety is not None:
            fix = fix._replace(safety=plan.fix_safety)
        severity = plan.severity
        if problem.at_most is not None:
            severity = max(severity, problem.at_most, key=SEVERITIES.index)
        yield finding(source, problem._replace(fix=fix), plan.rule_id, severity)


def _may_be_offered(document: "Document", fix: Fix, rule_id: str) -> bool:
    """Whether a fix is allowed in this article."""
    if document.source.fault is not None:
        return False  # offsets in the decoded text do not match the file
    if document.has_lone_returns and rule_id != _LINE_ENDINGS:
        return False
    if fix.safety == "unsafe":
        return True
    body = document.body.start
    return not any(
        edit.span.end > body and document.is_in_faulty_tag(edit.span) for edit in fix.edits
    )


def finding(source: Source, problem: "Problem", rule_id: str, severity: Severity) -> Finding:
    """A problem as a finding, with lines, columns and an excerpt."""
    span = problem.span
    start, end = source.position(span.start), source.position(span.end)
    help_text = problem.help
    if help_text is None and problem.fix is not None:
        help_text = problem.fix.title
    related = (
        RelatedLocation(note.message, *source.position(note.span.start)) for note in problem.related
    )
    return Finding(
        path=source.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        rule=rule_id,
        severity=severity,
        confidence=problem.confidence,
        message=problem.message,
        help=help_text,
        fix=problem.fix,
        related=tuple(related),
        excerpt=_excerpt(source, span, is_secret=problem.is_secret),
        span=span,
        expected=problem.expected,
        about=problem.about,
    )


def _excerpt(source: Source, span: Span, *, is_secret: bool) -> Excerpt:
    """The first marked line, or the part around the marked text if it is long.

    Of a secret only the first few characters are shown.
    """
    line = source.line_at(span.start)
    start = line.start
    if line.end - line.start > _EXCERPT:
        start = max(line.start, min(span.start - _BEFORE, line.end - _EXCERPT))
    text = source.text[start : min(line.end, start + _EXCERPT)]
    if is_secret:
        first, last = span.start - start + _SHOWN_OF_SECRET, span.end - start
        text = text[:first] + "•" * len(text[first:last]) + text[last:]
    return Excerpt(text, start - line.start + 1)


def crashed(source: Source, rule_id: str, error: BaseException, extra: str = "") -> Finding:
    """The finding about a rule that failed on an article; `extra` as in a plan."""
    message = f"rule `{rule_id}` failed on this file ({name_of(error)})"
    own = registry.extra_rules(extra)
    if own is None or rule_id not in own.ids:
        return failure(Source(source.path, ""), message, error)
    # Its author needs the line of the rule; the message of the exception may quote the article.
    place = own.place_of_failure(rule_id, error)
    found = of_file(Source(source.path, ""), INTERNAL_ERROR, message)
    return replace(found, help=f"the rule is not one of contentlint: see {place}")


def ensure_valid(problems: "Sequence[Problem]", length: int) -> None:
    """Ensure that a plugin yielded problems with spans of the file and messages of one line.

    Args:
        problems: what its rule yielded.
        length: the length of the text of the file.

    Raises:
        TypeError, ValueError: a problem is not valid.
    """
    from contentlint.rule import Problem

    for problem in problems:
        if not isinstance(problem, Problem):
            raise TypeError("a rule must yield `Problem`")
        edits = problem.fix.edits if problem.fix is not None else ()
        related = [note.span for note in problem.related]
        for start, end in (problem.span, *related, *(edit.span for edit in edits)):
            if not 0 <= start <= end <= length:
                raise ValueError("a span must be a range of the text of the file")
        if not isinstance(problem.message, str) or len(problem.message.splitlines()) != 1:
            raise ValueError("a message must be one line")


def failure(empty: Source, message: str, error: BaseException) -> Finding:
    """The finding about an exception, with details for a bug report."""
    return replace(of_file(empty, INTERNAL_ERROR, message), help=circumstances(error))


def of_file(source: Source, rule_id: str, message: str) -> Finding:
    """A finding about a file as a whole."""
    from contentlint.rule import Problem

    return finding(source, Problem(Span(0, 0), message), rule_id, "error")
