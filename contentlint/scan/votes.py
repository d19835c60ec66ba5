"""Rules about a whole site, on the facts of all articles: grouped by collection and rule."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pyarrow as pa

from contentlint import registry
from contentlint.batches.tables import FINDINGS
from contentlint.config.plan import RulePlan
from contentlint.core.errors import name_of
from contentlint.core.finding import CONFIDENCES
from contentlint.engine.guard import circumstances
from contentlint.engine.lift import INTERNAL_ERROR
from contentlint.scan.groups import ORDER, GroupFacts, groups_of
from contentlint.scan.job import Job
from contentlint.scan.output import SITE, Output
from contentlint.scan.sorting import Sorter
from contentlint.scan.tables import Tables
from contentlint.site.facts import SiteFacts, SiteProblem

_PLACE = ("place", "key", "line", "column", "end_line", "end_column", "start", "end", "excerpt")


_AT_ONCE = 2048
_PROBLEMS = pa.schema(
    [
        ("article", pa.int64()),
        ("from", pa.int64()),
        ("to", pa.int64()),
        ("message", pa.string()),
        ("help", pa.string()),
        ("confidence", pa.string()),
    ]
)


def write_findings(facts: Tables, job: Job, buckets: int) -> Iterator[dict[str, Any]]:
    """Write the findings of rules about sites.

    Args:
        facts: those of all articles.
        job: the settings.
        buckets: number of files.

    Yields:
        The findings, as samples and counts for the summary.
    """
    chosen = partial(_with_bucket, buckets=buckets)
    for table in facts.grouped(chosen, ORDER, partial(_write, job=job)):
        yield from table.to_pylist()


def bucket_of(value: str, buckets: int) -> int:
    """A number from 0 that is the same in every process."""
    digest = blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % buckets


def _with_bucket(table: pa.Table, buckets: int) -> pa.Table:
    pairs = zip(table["group"].to_pylist(), table["rule"].to_pylist(), strict=True)
    numbers = [bucket_of(f"{group}\0{rule}", buckets) for group, rule in pairs]
    return table.append_column("bucket", pa.array(numbers, pa.int64()))


def _write(number: int, tables: Sequence[pa.Table], job: Job) -> Iterator[pa.Table]:
    """Write the findings of one bucket; yields a row for each."""
    kinds = pa.schema([(name, pa.string()) for name in ("id", "rule", "severity", "message")])
    made: list[dict[str, Any]] = []
    with Output(job.output).table("findings", f"{SITE}{number:06}", FINDINGS) as writer:
        for rule_id, facts in groups_of(tables):
            for row in _findings(rule_id, facts, job):
                writer.add(row)
                made.append({name: row[name] for name in kinds.names})
                if len(made) >= _AT_ONCE:
                    yield pa.Table.from_pylist(made, schema=kinds)
                    made.clear()
    yield pa.Table.from_pylist(made, schema=kinds)


def _findings(rule_id: str, facts: GroupFacts, job: Job) -> Iterator[dict[str, Any]]:
    """The findings of one rule in one collection, article by article."""
    plans = _Plans(rule_id, job)
    with tempfile.TemporaryDirectory(prefix="contentlint-") as folder:
        found = Sorter(Path(folder), _PROBLEMS.names[:4])
        held: list[dict[str, Any]] = []
        # An article counts for the options of all others, but is judged by its own.
        for plan in plans.of(facts.paths()):
            try:
                for problem in _problems(plan, facts):
                    if plans.has(problem, plan):
                        held.append(_problem_row(problem))
                    if len(held) >= _AT_ONCE:
                        found.add(pa.Table.from_pylist(held, schema=_PROBLEMS))
                        held.clear()
            except MemoryError:
                raise
            except Exception as error:  # the run continues after any failure
                yield _failure(facts.first_id, rule_id, error)
        found.add(pa.Table.from_pylist(held, schema=_PROBLEMS))
        rows = (row for table in found.tables() for row in table.to_pylist())
        for fact, row in facts.joined(rows):
            own = plans.plan(fact["path"])
            if own is not None:
                yield _row(fact, own, row)


class _Plans:
    """The plans of a rule for the articles of a collection.

    Args:
        rule_id: the rule.
        job: the settings.
    """

    def __init__(self, rule_id: str, job: Job) -> None:
        self._rule_id = rule_id
        self._settings = job.settings
        # By the identity of the plan of all rules, which the settings keep.
        self._known: dict[int, RulePlan | None] = {}

    def plan(self, path: str) -> RulePlan | None:
        """The plan for an article; None if the rule is off."""
        rules = self._settings.task(path).plan.site_rules
        if id(rules) not in self._known:
            found = next((rule for rule in rules if rule.rule_id == self._rule_id), None)
            self._known[id(rules)] = found
        return self._known[id(rules)]

    def of(self, paths: Iterable[str]) -> list[RulePlan]:
        """One plan for each set of options that articles have."""
        plans: dict[str, RulePlan] = {}
        for path in paths:
            plan = self.plan(path)
            if plan is not None:
                plans.setdefault(_options(plan), plan)
        return [plan for _, plan in sorted(plans.items())]

    def has(self, problem: SiteProblem, plan: RulePlan) -> bool:
        """Whether a problem is reported by the settings of its article."""
        own, lowest = self.plan(problem.fact.path), self._settings.task(problem.fact.path).plan
        if own is None or _options(own) != _options(plan) or problem.fact.is_suppressed:
            return False
        rank = CONFIDENCES.index
        return rank(problem.confidence) <= rank(lowest.confidence)


def _problem_row(problem: SiteProblem) -> dict[str, Any]:
    span, article = problem.fact.span, problem.fact.article
    values = (article, *span, problem.message, problem.help, problem.confidence)
    return dict(zip(_PROBLEMS.names, values, strict=True))


def _problems(plan: RulePlan, articles: GroupFacts) -> Iterator[SiteProblem]:
    rule = registry.load(plan.rule_id, plan.extra)
    if rule.check_site is not None:
        facts = SiteFacts(plan.rule_id, articles)
        yield from rule.check_site(facts, **rule.options_of(rule.check_site, plan.options))


def _options(plan: RulePlan) -> str:
    return repr(sorted(plan.options.items()))


def _row(fact: dict[str, Any], plan: RulePlan, problem: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": fact["id"],
        "rule": plan.rule_id,
        "severity": plan.severity,
        "confidence": problem["confidence"],
        **{name: fact[name] for name in _PLACE},
        "message": problem["message"],
        "help": problem["help"],
        "fix": None,
    }


def _failure(article: str, rule_id: str, error: Exception) -> dict[str, Any]:
    return {
        "id": article,
        "rule": INTERNAL_ERROR,
        "severity": "error",
        "confidence": "high",
        **dict.fromkeys(_PLACE),
        "place": "text",
        "message": f"rule `{rule_id}` failed on the facts of a collection ({name_of(error)})",
        "help": circumstances(error),
        "fix": None,
    }
