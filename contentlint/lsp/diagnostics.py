"""Findings as diagnostics, and the findings of an older text in a newer one."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from contentlint.addresses import rule_page
from contentlint.core.finding import Edit, Finding, Fix, Severity
from contentlint.core.records import replace
from contentlint.core.source import Source, Span
from contentlint.engine.explanations import explanation
from contentlint.lsp.buffers import Text, changed_part

SOURCE = "contentlint"

_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
# Words in the names of rules whose text has no effect, or should be written in another way.
_UNNECESSARY = ("/unused-", "/redundant-", "/duplicate-tag", "/duplicate-attribute")
_DEPRECATED = ("/obsolete-", "/deprecated-", "/renamed-")


def diagnostics(text: Text, uri: str, findings: Iterable[Finding]) -> list[types.Diagnostic]:
    """Findings as diagnostics.

    Args:
        text: the text that they are about.
        uri: the URI of the file.
        findings: the findings.
    """
    source = Source("", text.text)
    return [_diagnostic(text, uri, source, finding) for finding in findings]


def _diagnostic(text: Text, uri: str, source: Source, finding: Finding) -> types.Diagnostic:
    message = finding.message
    if finding.help and finding.fix is None:
        message += f"\n{finding.help}"
    return types.Diagnostic(
        text.range(finding.span),
        message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=_description(finding.rule),
        source=SOURCE,
        tags=list(_tags(finding.rule)) or None,
        related_information=list(_related(text, uri, source, finding)) or None,
    )


def _description(rule: str) -> types.CodeDescription | None:
    """The page of a rule, or the section of the standard that it enforces."""
    about = explanation(rule)
    url = None if about is None else rule_page(rule) or about.standard
    return types.CodeDescription(url) if url and url.startswith("https://") else None


def _tags(rule: str) -> Iterator[types.DiagnosticTag]:
    if any(part in rule for part in _UNNECESSARY):
        yield types.DiagnosticTag.Unnecessary
    if any(part in rule for part in _DEPRECATED):
        yield types.DiagnosticTag.Deprecated


def _related(
    text: Text, uri: str, source: Source, finding: Finding
) -> Iterator[types.DiagnosticRelatedInformation]:
    for related in finding.related:
        place = text.position(source.offset(related.line, related.column))
        location = types.Location(uri, types.Range(place, place))
        yield types.DiagnosticRelatedInformation(location, related.message)


def moved(findings: Iterable[Finding], before: str, after: str) -> list[Finding]:
    """The findings of a text whose place is unchanged in a newer text.

    Args:
        findings: of the older text.
        before: the older text.
        after: the newer text.
    """
    if before == after:
        return list(findings)
    old, new = changed_part(before, after)
    shift = new.end - old.end
    kept = []
    for finding in findings:
        start, end = finding.span
        if end < old.start:
            kept.append(finding)
        elif start > old.end:
            fix = None if finding.fix is None else _moved_fix(finding.fix, old.end, shift)
            kept.append(replace(finding, span=Span(start + shift, end + shift), fix=fix))
    return kept


def _moved_fix(fix: Fix, start: int, shift: int) -> Fix | None:
    """A fix moved with its finding; None if it also edits what comes before."""
    if any(edit.span.start < start for edit in fix.edits):
        return None
    edits = (Edit(Span(s + shift, e + shift), text) for (s, e), text in fix.edits)
    names = (Span(s + shift, e + shift) for s, e in fix.names)
    return fix._replace(edits=tuple(edits), names=tuple(names))
