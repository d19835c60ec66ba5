"""The check of one part: its rows become files of the output."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from contentlint.batches.columns import Row
from contentlint.batches.rows import Outcome
from contentlint.batches.tables import (
    ARTICLES,
    FACTS,
    FINDINGS,
    QUARANTINE,
    article_row,
    fact_rows,
    finding_rows,
    quarantine_row,
)
from contentlint.core.errors import UsageError
from contentlint.scan.inputs import Part
from contentlint.scan.job import Job
from contentlint.scan.output import MANIFEST, Output
from contentlint.scan.reading import rows
from contentlint.scan.signatures import SIGNATURES, signature

# How many findings of a rule the summary quotes from each part.
_SAMPLES = 3


def check_part(
    part: Part, job: Job, poisoned: Mapping[int, str], before: Callable[[int], None]
) -> dict[str, Any]:
    """Check the rows of a part and write its output.

    Args:
        part: the part.
        job: the settings.
        poisoned: rows that killed a process, by number, with the reason for the quarantine.
        before: called with the number of each row before it is checked.

    Returns:
        The manifest.
    """
    output, counts = Output(job.output), _Counts()
    output.remove(f"{MANIFEST}/{part.key}.json")
    with (
        output.table("findings", part.key, FINDINGS) as findings,
        output.table("articles", part.key, ARTICLES) as articles,
        output.table("quarantine", part.key, QUARANTINE) as quarantine,
        output.table("facts", part.key, FACTS) as facts,
        output.table("signatures", part.key, SIGNATURES) as signatures,
    ):
        for outcome in _outcomes(part, job, poisoned, before):
            article = article_row(outcome, job.settings.fail_on)
            articles.add(article)
            if outcome.reason is not None:
                quarantine.add(quarantine_row(outcome, part.input.name))
            found = list(finding_rows(outcome, with_failures=False))
            for row in found:
                findings.add(row)
            for row in fact_rows(outcome):
                facts.add(row)
            if job.threshold is not None and outcome.reason is None:
                made = signature(outcome.row.id, outcome.text[len(outcome.block) :])
                if made is not None:
                    signatures.add(made)
            counts.add(article, found)
    manifest = {"fingerprint": part.fingerprint(job.digest), **counts.as_data()}
    output.write(f"{MANIFEST}/{part.key}.json", f"{json.dumps(manifest)}\n".encode())
    return manifest


def check_row(part: Part, job: Job, wanted: int) -> None:
    """Check one row of a part and forget the result, to see whether it kills the process."""
    for number, row in enumerate(rows(part, job.columns)):
        if number == wanted:
            job.settings.check(row)
            return


def _outcomes(
    part: Part, job: Job, poisoned: Mapping[int, str], before: Callable[[int], None]
) -> Iterator[Outcome]:
    settings = job.settings
    try:
        for number, row in enumerate(rows(part, job.columns)):
            if number in poisoned:
                row = row._replace(fault=poisoned[number])
            before(number)
            yield settings.check(row)
    except (OSError, pa.ArrowException, UsageError) as error:
        reason = str(error).partition("\n")[0][:200]
        row = Row(f"{part.input.name}#part-{part.number}", fault=f"part cannot be read: {reason}")
        yield settings.check(row)


class _Counts:
    """The counts of a part, for the summary."""

    def __init__(self) -> None:
        self.rows = self.quarantined = self.publishable = 0
        self.findings: Counter[tuple[str, str]] = Counter()
        self.fixable: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self.samples: dict[str, list[dict[str, Any]]] = {}

    def add(self, article: dict[str, Any], found: list[dict[str, Any]]) -> None:
        self.rows += 1
        self.quarantined += article["reason"] is not None
        self.publishable += article["publishable"]
        self.articles.update(article["rules"])
        for row in found:
            self.findings[row["rule"], row["severity"]] += 1
            if row["fix"] is not None:
                self.fixable[row["fix"]["safety"]] += 1
            samples = self.samples.setdefault(row["rule"], [])
            if len(samples) < _SAMPLES:
                samples.append({name: row[name] for name in ("id", "line", "column", "message")})

    def as_data(self) -> dict[str, Any]:
        findings: dict[str, dict[str, int]] = {}
        for (rule, severity), number in sorted(self.findings.items()):
            findings.setdefault(rule, {})[severity] = number
        return {
            "rows": self.rows,
            "quarantined": self.quarantined,
            "publishable": self.publishable,
            "findings": findings,
            "fixable": dict(sorted(self.fixable.items())),
            "articles": dict(sorted(self.articles.items())),
            "samples": dict(sorted(self.samples.items())),
        }
