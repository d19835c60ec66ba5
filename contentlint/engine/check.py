"""Check articles: bytes to document, rules to problems, problems to findings.

An exception in a rule is a finding on that file; the run goes on.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint import registry
from contentlint.config import Config, Plan
from contentlint.document import Document
from contentlint.engine.discover import Discovery, shown
from contentlint.finding import (
    CONFIDENCES,
    Excerpt,
    Finding,
    Related,
    Report,
    Severity,
)
from contentlint.source import Source, Span, decode

if TYPE_CHECKING:
    from contentlint.engine.cache import Cache
    from contentlint.rule import Problem

INTERNAL_ERROR = "lint/internal-error"
UNREADABLE_FILE = "lint/unreadable-file"

# Rules about markup, whose findings carry the selector of their element.
_IN_MARKUP = ("html/", "accessibility/", "image/")
# A selector costs a walk through the tree; an article with more faults than these is no page.
_MOST_SELECTORS = 500

# The part of a line that a finding carries along: enough for any terminal, whatever the line.
_EXCERPT = 160
_BEFORE = 60


def check_files(
    discovery: Discovery, config: Config, cwd: Path, cache: "Cache | None" = None
) -> Report:
    """Check all files of a run.

    Args:
        discovery: which.
        config: what to do with each.
        cwd: the folder that paths of findings are relative to.
        cache: what is known of files that have not changed.

    Raises:
        SchemaError: a schema cannot be found or imported.
    """
    started = time.perf_counter()
    findings: list[Finding] = []
    for path in discovery.files:
        findings.extend(check_file(path, config, shown(path, cwd), cache))
    findings.sort(key=lambda finding: finding.sort_key)
    return Report(tuple(findings), len(discovery.files), time.perf_counter() - started)


def check_file(
    path: Path, config: Config, name: str, cache: "Cache | None" = None
) -> list[Finding]:
    """Check one file.

    Args:
        path: where it is, absolute.
        config: what to do with it.
        name: what reports call it.
        cache: what is known of it if it has not changed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"file cannot be read: {error.strerror or type(error).__name__}"
        return [_of_file(Source(name, ""), UNREADABLE_FILE, message)]
    if cache is None:
        return check_bytes(data, path, config, name)
    key = cache.key(data, name, config.plan(path))
    findings = cache.get(key)
    if findings is None:
        findings = check_bytes(data, path, config, name)
        # A rule that failed may not fail again.
        if not any(finding.rule == INTERNAL_ERROR for finding in findings):
            cache.put(key, findings)
    return findings


def check_bytes(data: bytes, path: Path, config: Config, name: str) -> list[Finding]:
    """Check the content of one file, which need not exist; arguments as for `check_file`."""
    text, fault = decode(data)
    source = Source(name, text, fault)
    plan = config.plan(path)
    document = Document(
        source,
        schema=config.schema(plan),
        generator=plan.generator,
        expects_front_matter=plan.collection is not None,
    )
    if plan.inline_schemas:
        document.take_named_schema(plan.base)
    return check_document(document, plan)


def check_document(document: Document, plan: Plan) -> list[Finding]:
    """The findings of one article, sorted."""
    findings: list[Finding] = []
    fault = document.source.fault
    for rule_plan in plan.rules:
        if fault is not None and fault.unreadable and not rule_plan.rule_id.startswith("file/"):
            continue
        rule = registry.load(rule_plan.rule_id)
        try:
            problems = list(rule.check(document, **rule_plan.options))
        except Exception as error:  # whatever a rule does, the run goes on
            findings.append(_crashed(document.source, rule_plan.rule_id, error))
            continue
        findings.extend(_lifted(document.source, problems, rule_plan.rule_id, rule_plan.severity))
    findings = list(_with_selectors(document, findings))
    reported = CONFIDENCES[: CONFIDENCES.index(plan.confidence) + 1]
    findings = [finding for finding in findings if finding.confidence in reported]
    findings.sort(key=lambda finding: finding.sort_key)
    return findings


def _with_selectors(document: Document, findings: list[Finding]) -> Iterator[Finding]:
    left = _MOST_SELECTORS
    for found in findings:
        if left and found.rule.startswith(_IN_MARKUP) and found.span.start >= document.body.start:
            left -= 1
            yield replace(found, selector=document.markup.selector_at(found.span.start))
        else:
            yield found


def _lifted(
    source: Source, problems: "Iterable[Problem]", rule_id: str, severity: Severity
) -> Iterator[Finding]:
    for problem in problems:
        yield finding(source, problem, rule_id, severity)


def finding(source: Source, problem: "Problem", rule_id: str, severity: Severity) -> Finding:
    """A problem as a finding: its place in lines and columns, and the line for people."""
    span = problem.span
    start, end = source.position(span.start), source.position(span.end)
    help_text = problem.help
    if help_text is None and problem.fix is not None:
        help_text = problem.fix.title
    related = (Related(note.message, *source.position(note.span.start)) for note in problem.related)
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
        excerpt=_excerpt(source, span),
        span=span,
        expected=problem.expected,
    )


def _excerpt(source: Source, span: Span) -> Excerpt:
    """The first marked line, or the part of it around the mark where it is long."""
    position = source.position(span.start)
    line = source.line_span(position.line)
    start = line.start
    if line.end - line.start > _EXCERPT:
        start = max(line.start, min(span.start - _BEFORE, line.end - _EXCERPT))
    text = source.text[start : min(line.end, start + _EXCERPT)]
    return Excerpt(text, start - line.start + 1)


def _crashed(source: Source, rule_id: str, error: Exception) -> Finding:
    reason = " ".join(str(error).split())
    what = f"{type(error).__name__}: {reason}" if reason else type(error).__name__
    return _of_file(source, INTERNAL_ERROR, f"rule `{rule_id}` failed on this file ({what[:200]})")


def _of_file(source: Source, rule_id: str, message: str) -> Finding:
    """A finding about a file as a whole."""
    from contentlint.rule import Problem

    return finding(source, Problem(Span(0, 0), message), rule_id, "error")
