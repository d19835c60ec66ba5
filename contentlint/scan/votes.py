"""Rules about a whole site, on the facts of all articles: grouped by collection and rule."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from typing import Any, Protocol

import pyarrow as pa

from contentlint import registry
from contentlint.batches.tables import FINDINGS
from contentlint.config.plan import RulePlan
from contentlint.core.errors import name_of
from contentlint.core.finding import CONFIDENCES
from contentlint.engine.guard import circumstances
from contentlint.engine.lift import INTERNAL_ERROR
from contentlint.scan.job import Job
from contentlint.scan.output import Output
from contentlint.site.facts import ArticleFacts, SiteFacts, SiteProblem

SITE = "site-"
"""Files of findings about sites begin with this, and the number of the bucket."""

_PLACE = ("place", "key", "line", "column", "end_line", "end_column", "start", "end", "excerpt")


class Tables(Protocol):
    """Rows that can be grouped, on any engine."""

    def grouped(self, map: Any, reduce: Any, buckets: int) -> "Tables":
        """The results of `reduce` for the rows of each bucket that `map` chooses."""

    def __iter__(self) -> Iterator[pa.Table]: ...


def write_findings(facts: Tables, job: Job, buckets: int) -> Iterator[dict[str, Any]]:
    """Write the findings of rules about sites.

    Args:
        facts: those of all articles.
        job: the settings.
        buckets: number of files; the facts of one are in memory at a time.

    Yields:
        The findings, as samples and counts for the summary.
    """
    chosen = partial(_with_bucket, buckets=buckets)
    for table in facts.grouped(chosen, partial(_write, job=job), buckets):
        yield from table.to_pylist()


def bucket_of(value: str, buckets: int) -> int:
    """A number from 0 that is the same in every process."""
    digest = blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % buckets


def _with_bucket(table: pa.Table, buckets: int) -> pa.Table:
    pairs = zip(table["group"].to_pylist(), table["rule"].to_pylist(), strict=True)
    numbers = [bucket_of(f"{group}\0{rule}", buckets) for group, rule in pairs]
    return table.append_column("bucket", pa.array(numbers, pa.int64()))


def _write(table: pa.Table, job: Job) -> pa.Table:
    """Write the findings of one bucket; returns a row for each."""
    [number] = table["bucket"].unique().to_pylist()
    order = [(name, "ascending") for name in ("group", "rule", "path", "id", "from", "to", "value")]
    facts = table.sort_by(order).to_pylist()
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        groups[fact["group"], fact["rule"]].append(fact)
    made: list[dict[str, Any]] = []
    with Output(job.output).table("findings", f"{SITE}{number:06}", FINDINGS) as writer:
        for (_, rule_id), members in groups.items():
            for row in _findings(rule_id, members, job):
                writer.add(row)
                made.append({name: row[name] for name in ("id", "rule", "severity", "message")})
    kinds = [(name, pa.string()) for name in ("id", "rule", "severity", "message")]
    return pa.Table.from_pylist(made, schema=pa.schema(kinds))


def _findings(rule_id: str, facts: list[dict[str, Any]], job: Job) -> Iterator[dict[str, Any]]:
    """The findings of one rule in one collection, article by article."""
    articles = _by_article(facts)
    own = {path: _plan(path, rule_id, job) for path in {fact["path"] for fact in facts}}
    packed = [ArticleFacts(rows[0]["path"], _packed(rows)) for rows in articles]
    found: list[tuple[int, int, dict[str, Any]]] = []
    plans = {_options(plan): plan for _, plan in sorted(own.items()) if plan is not None}
    for options, plan in sorted(plans.items()):
        try:
            for problem in _problems(plan, packed):
                rows = articles[problem.fact.article]
                mine = own[rows[0]["path"]]
                if mine is None or _options(mine) != options or problem.fact.is_suppressed:
                    continue
                if not _is_reported(problem, rows[0]["path"], job):
                    continue
                span = problem.fact.span
                fact = next(row for row in rows if (row["from"], row["to"]) == span)
                found.append((problem.fact.article, span.start, _row(fact, mine, problem)))
        except MemoryError:
            raise
        except Exception as error:  # the run continues after any failure
            found.append((0, 0, _failure(facts[0]["id"], rule_id, error)))
    found.sort(key=lambda item: (item[0], item[1], item[2]["message"]))
    yield from (row for _, _, row in found)


def _by_article(facts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Sorted facts, those of an article together."""
    articles: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        articles[fact["path"], fact["id"]].append(fact)
    return list(articles.values())


def _packed(facts: list[dict[str, Any]]) -> str:
    parts = (
        f'["{fact["rule"]}",{fact["from"]},{fact["to"]},{int(fact["is_suppressed"])},{fact["value"]}]'
        for fact in facts
    )
    return f"[{','.join(parts)}]"


def _problems(plan: RulePlan, articles: list[ArticleFacts]) -> list[SiteProblem]:
    rule = registry.load(plan.rule_id)
    if rule.check_site is None:
        return []
    facts = SiteFacts(plan.rule_id, articles)
    return list(rule.check_site(facts, **rule.options_of(rule.check_site, plan.options)))


def _plan(path: str, rule_id: str, job: Job) -> RulePlan | None:
    rules = job.settings.task(path).plan.site_rules
    return next((rule for rule in rules if rule.rule_id == rule_id), None)


def _options(plan: RulePlan) -> str:
    return repr(sorted(plan.options.items()))


def _is_reported(problem: SiteProblem, path: str, job: Job) -> bool:
    lowest = job.settings.task(path).plan.confidence
    return CONFIDENCES.index(problem.confidence) <= CONFIDENCES.index(lowest)


def _row(fact: dict[str, Any], plan: RulePlan, problem: SiteProblem) -> dict[str, Any]:
    return {
        "id": fact["id"],
        "rule": plan.rule_id,
        "severity": plan.severity,
        "confidence": problem.confidence,
        **{name: fact[name] for name in _PLACE},
        "message": problem.message,
        "help": problem.help,
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
