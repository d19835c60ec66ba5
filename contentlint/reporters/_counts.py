"""Counts of findings by rule, and the summary in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from contentlint.core.finding import (
    SEVERITIES,
    OnlineCounts,
    Report,
    Severity,
    Skip,
    Skipped,
)
from contentlint.core.tuples import NamedTuple


class RuleCount(NamedTuple):
    """The findings of a rule in numbers.

    Args:
        rule: its id.
        severity: of these findings; a rule with several configured severities has a count for each.
        findings: number of findings.
        files: number of files with findings.
        safe: number of findings with a safe fix.
        unsafe: number of findings with an unsafe fix.
    """

    rule: str
    severity: Severity
    findings: int
    files: int
    safe: int
    unsafe: int

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "findings": self.findings,
            "files": self.files,
            "fixable": {"safe": self.safe, "unsafe": self.unsafe},
        }


def by_rule(report: Report) -> list[RuleCount]:
    """The rules of a report, the most frequent first."""
    counts: Counter[tuple[str, Severity]] = Counter()
    fixes: Counter[tuple[str, Severity, str]] = Counter()
    files: defaultdict[tuple[str, Severity], set[str]] = defaultdict(set)
    for finding in report.findings:
        key = (finding.rule, finding.severity)
        counts[key] += 1
        files[key].add(finding.path)
        if finding.fix is not None:
            fixes[*key, finding.fix.safety] += 1
    return [
        RuleCount(*key, number, len(files[key]), fixes[*key, "safe"], fixes[*key, "unsafe"])
        for key, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def in_words(report: Report) -> str:
    """The number of findings and files: `2 errors, 1 info in 3 files`."""
    found = found_in_words(report) or "no findings"
    return f"{found} in {count(report.files, 'file') or '0 files'}{elsewhere(report)}"


def found_in_words(report: Report) -> str:
    """The number of findings: `2 errors, 1 info`; empty if nothing at all was found."""
    parts = [part for name in SEVERITIES if (part := count(report.count(name), name))]
    return ", ".join(parts) or ("none" if report.elsewhere is not None else "")


def elsewhere(report: Report) -> str:
    """The number of findings that are only counted: `, 1 error in 2 other files`; may be empty."""
    others = report.elsewhere
    if others is None:
        return ""
    parts = [part for name in SEVERITIES if (part := count(others.counts.get(name, 0), name))]
    return f", {', '.join(parts)} in {count(others.files, 'other file')}"


def count(number: int, noun: str) -> str:
    """A number with its noun; `info` has no plural; empty for zero."""
    if not number:
        return ""
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def remarks(report: Report) -> Iterator[str]:
    """Remarks about a run that affect its findings: trusted settings, skipped files.

    File names in them are not escaped.
    """
    trusted = report.trusted
    if trusted is not None:
        commit = f"`{trusted.ref}` ({trusted.commit[:12]})"
        if trusted.has_settings:
            yield f"trusted settings: {commit}"
        else:
            yield f"trusted settings: defaults; {commit} has no configuration file"
    if not report.suppressions:
        yield "suppressions: not applied"
    if report.online is not None:
        yield f"external URLs: {_external(report.online)}"
    for item in skipped(report):
        yield f"skipped: {item.number} {item.reason}, such as `{item.example}`"


def _external(counts: OnlineCounts) -> str:
    """The external URLs of a run by result: `12 ok (2 moved), 1 dead, 3 unknown`."""
    moved = f" ({counts.moved} moved)" if counts.moved else ""
    parts = [
        (counts.ok, f"ok{moved}"),
        (counts.dead, "dead"),
        (counts.certificate, "with an invalid certificate"),
        (counts.unknown, "unknown"),
        (counts.excluded, "excluded"),
        (counts.left, "not asked"),
    ]
    return ", ".join(f"{number} {words}" for number, words in parts if number) or "none"


def skipped(report: Report) -> list[Skipped]:
    """The skipped files, without those of other file types."""
    return [item for item in report.skipped if item.kind is not Skip.OTHER_TYPE]
