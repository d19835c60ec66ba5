"""A scan: parts, then rules about collections, then duplicates, then the summary."""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, Protocol

from contentlint.scan.duplicates import write_duplicates
from contentlint.scan.inputs import Input
from contentlint.scan.job import Job
from contentlint.scan.output import SUMMARY, Output
from contentlint.scan.summary import Summary
from contentlint.scan.tables import Tables
from contentlint.scan.votes import write_findings

# How many articles share a bucket of a grouping, and the maximum number of buckets. A bucket is a
# file of the output; its size does not matter for memory.
_PER_BUCKET, _MOST_BUCKETS = 50_000, 4096


class Engine(Protocol):
    """Runs the steps of a job somewhere."""

    def check(self, inputs: Iterable[Input], done: set[str]) -> Iterator[dict[str, Any] | None]:
        """Check the parts that are not done; yields the manifests of all, and adds their keys."""

    def tables(self, output: Output, folder: str) -> Tables:
        """The rows of a table of the output."""


class Progress(Protocol):
    """Shows how far a scan is."""

    def part(self, articles: int, findings: int) -> None:
        """So many articles and findings so far."""

    def stage(self, name: str) -> None:
        """The next stage begins."""


def scan(inputs: list[Input], job: Job, engine: Engine, progress: Progress) -> Summary:
    """Check all inputs and write the output folder.

    Args:
        inputs: the files.
        job: the settings.
        engine: where the work is done.
        progress: is called in between.

    Raises:
        UsageError: the output folder has other files.
        ContentlintError: the output cannot be written, or a schema failed.
    """
    output = Output(job.output)
    output.prepare()
    before = output.read(SUMMARY)
    output.remove(SUMMARY)
    summary, keys, prints = Summary(), set[str](), [f"{job.threshold}"]
    for manifest in engine.check(inputs, keys):
        if manifest is not None:
            summary.add(manifest)
            prints.append(manifest["fingerprint"])
        progress.part(summary.articles, summary.findings.total())
    digest = blake2b("".join(sorted(prints)).encode(), digest_size=16).hexdigest()
    known = _known(before, digest)
    output.keep_only(keys, groupings=known is not None)
    if known is None:
        _group(summary, job, engine, output, progress)
    summary = known or summary
    data = {**summary.as_data(), "inputs": len(inputs), "fingerprint": digest}
    output.write(SUMMARY, f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode())
    return summary


def _known(before: Any, digest: str) -> Summary | None:
    """The summary of the last scan, if it was complete and had the same parts and settings."""
    if not isinstance(before, dict) or before.get("fingerprint") != digest:
        return None
    try:
        return Summary.of_data(before)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # changed by hand


def _group(summary: Summary, job: Job, engine: Engine, output: Output, progress: Progress) -> None:
    """Write the tables for which articles are grouped, and add them to the summary."""
    buckets = min(max(1, summary.articles // _PER_BUCKET), _MOST_BUCKETS)
    progress.stage("rules about collections")
    for row in write_findings(engine.tables(output, "facts"), job, buckets):
        summary.add_finding(row)
    if job.threshold is not None:
        progress.stage("duplicates")
        signatures = engine.tables(output, "signatures")
        summary.duplicates = sum(write_duplicates(signatures, job, buckets))
