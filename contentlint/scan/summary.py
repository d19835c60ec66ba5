"""The summary of a scan: counts by rule with samples, and its findings for the usual reporters."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, overload

from contentlint.core.finding import SEVERITIES, Edit, Excerpt, Finding, Fix
from contentlint.core.source import Span
from contentlint.scan.output import Output

_SAMPLES = 3
_NAMES = {"error": "errors", "warning": "warnings", "info": "infos"}


class Summary:
    """The sums of the manifests of all parts."""

    def __init__(self) -> None:
        self.articles = self.quarantined = self.publishable = 0
        self.duplicates: int | None = None
        self.findings: Counter[tuple[str, str]] = Counter()
        self._fixable: Counter[str] = Counter()
        self._samples: dict[str, list[dict[str, Any]]] = {}

    @classmethod
    def of_data(cls, data: dict[str, Any]) -> "Summary":
        """The summary whose `as_data` this was.

        Raises:
            KeyError, TypeError: it was not.
        """
        summary = cls()
        summary.articles, summary.publishable = int(data["articles"]), int(data["publishable"])
        summary.quarantined, summary.duplicates = int(data["quarantined"]), data["duplicates"]
        summary._fixable.update(data["fixable"])
        for rule in data["rules"]:
            summary.findings[rule["rule"], rule["severity"]] = int(rule["findings"])
            summary._samples[rule["rule"]] = list(rule["samples"])
        return summary

    def add(self, manifest: dict[str, Any]) -> None:
        """Add the manifest of a part."""
        self.articles += manifest["rows"]
        self.quarantined += manifest["quarantined"]
        self.publishable += manifest["publishable"]
        self._fixable.update(manifest["fixable"])
        for rule, counts in manifest["findings"].items():
            for severity, number in counts.items():
                self.findings[rule, severity] += number
        for rule, samples in manifest["samples"].items():
            self._keep(rule, samples)

    def add_finding(self, row: dict[str, Any]) -> None:
        """Add a finding of a rule about a whole site."""
        self.findings[row["rule"], row["severity"]] += 1
        sample = {"id": row["id"], "line": None, "column": None, "message": row["message"]}
        self._keep(row["rule"], [sample])

    def _keep(self, rule: str, samples: list[dict[str, Any]]) -> None:
        """Keep the first samples by id, so that the order of parts does not matter."""
        known = [*self._samples.get(rule, []), *samples]
        known.sort(key=lambda sample: json.dumps(sample, ensure_ascii=False, sort_keys=True))
        self._samples[rule] = known[:_SAMPLES]

    def count(self, severity: str) -> int:
        """The number of findings of a severity."""
        return sum(number for (_, known), number in self.findings.items() if known == severity)

    def as_data(self) -> dict[str, Any]:
        """The content of `summary.json`."""
        order = sorted(self.findings.items(), key=lambda item: (-item[1], item[0]))
        rules = [
            {
                "rule": rule,
                "severity": severity,
                "findings": number,
                "samples": self._samples.get(rule, []),
            }
            for (rule, severity), number in order
        ]
        return {
            "version": 1,
            "articles": self.articles,
            "publishable": self.publishable,
            "quarantined": self.quarantined,
            "duplicates": self.duplicates,
            "findings": {_NAMES[name]: self.count(name) for name in SEVERITIES},
            "fixable": {name: self._fixable[name] for name in ("safe", "unsafe")},
            "rules": rules,
        }

    def lines(self) -> Iterator[str]:
        """The summary as text."""
        data = self.as_data()
        widest = max((len(f"{rule['findings']:,}") for rule in data["rules"]), default=0)
        for rule in data["rules"]:
            yield f"{rule['findings']:>{widest},} {rule['severity']} {rule['rule']}"
            for sample in rule["samples"]:
                place = "" if sample["line"] is None else f":{sample['line']}:{sample['column']}"
                yield f"{'':{widest}}   {sample['id']}{place}: {sample['message']}"
        if data["rules"]:
            yield ""
        counts = ((name, self.count(name)) for name in SEVERITIES)
        words = ", ".join(_words(number, name) for name, number in counts if number)
        articles = _words(self.articles, "article")
        yield f"{words or 'no findings'} in {articles}; {self.publishable:,} publishable"
        if self.quarantined:
            yield f"{self.quarantined:,} not checked: see `quarantine`"
        if self.duplicates is not None:
            yield f"{self.duplicates:,} similar to another article: see `duplicates`"


def _words(number: int, noun: str) -> str:
    """A number with its noun; `info` has no plural, as in other reports."""
    return f"{number:,} {noun}{'' if number == 1 or noun == 'info' else 's'}"


class StoredFindings(Sequence[Finding]):
    """The findings of an output, read from its files each time they are iterated.

    Args:
        output: the output of a complete scan.
        number: how many there are.
    """

    def __init__(self, output: Output, number: int) -> None:
        self._output = output
        self._number = number

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Finding]:
        for batch in self._output.batches("findings"):
            yield from map(_finding, batch.to_pylist())

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...

    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        if isinstance(index, slice):
            wanted = set(range(*index.indices(self._number)))
            return [found for number, found in enumerate(self) if number in wanted]
        at = range(self._number)[index]
        return next(found for number, found in enumerate(self) if number == at)


def _finding(row: dict[str, Any]) -> Finding:
    """A row as a finding; one in a front matter column is at the start of the article."""
    fix = row["fix"] and Fix(
        row["fix"]["title"],
        tuple(Edit(Span(e["start"], e["end"]), e["text"]) for e in row["fix"]["edits"]),
        row["fix"]["safety"],
    )
    return Finding(
        path=row["id"],
        line=row["line"] or 1,
        column=row["column"] or 1,
        end_line=row["end_line"] or 1,
        end_column=row["end_column"] or 1,
        rule=row["rule"],
        severity=row["severity"],
        confidence=row["confidence"],
        message=row["message"],
        help=row["help"],
        fix=fix,
        related=(),
        excerpt=Excerpt(row["excerpt"] or "", 1),
        span=Span(row["start"] or 0, row["end"] or 0),
        about=row["key"] or "",
    )
