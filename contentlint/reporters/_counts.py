"""How much was found, counted by rule and said in words."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from contentlint.core.finding import SEVERITIES, Report, Severity, Skip, Skipped


class RuleCount(NamedTuple):
    """How much was found by a rule.

    Args:
        rule: its id.
        severity: of these findings; a rule that has several by configuration has a count for each.
        findings: how many there are.
        files: in how many files.
        safe: how many bring a safe fix.
        unsafe: how many bring a fix that needs a look afterwards.
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
    """How much was found in how many files: `2 errors, 1 info in 3 files`."""
    parts = [said for name in SEVERITIES if (said := count(report.count(name), name))]
    files = count(report.files, "file") or "0 files"
    return f"{', '.join(parts) or 'nothing found'} in {files}"


def count(number: int, noun: str) -> str:
    """A number with its noun; `info` has no plural; empty where there is nothing."""
    if not number:
        return ""
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def remarks(report: Report) -> Iterator[str]:
    """What a reader must know of a run beside its findings: whose settings, what was not checked.

    Names of files stand in it as they are.
    """
    trusted = report.trusted
    if trusted is not None:
        commit = f"`{trusted.ref}` ({trusted.commit[:12]})"
        if trusted.has_settings:
            yield f"trusted settings: {commit}"
        else:
            yield f"trusted settings: defaults, as {commit} has no configuration file"
    if not report.suppressions:
        yield "suppressions: not applied"
    for item in skipped(report):
        yield f"skipped: {item.number} {item.reason}, such as `{item.example}`"


def skipped(report: Report) -> list[Skipped]:
    """What was not checked, without files that nobody takes for articles."""
    return [item for item in report.skipped if item.kind is not Skip.OTHER_TYPE]
