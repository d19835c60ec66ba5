"""The one door: an article goes in as a `Task` and its content, `Checked` comes out.

Bytes become a document, rules say their problems, these become findings. An exception in a rule is
a finding on that file; the run goes on.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint import registry
from contentlint.article.document import Document
from contentlint.config.plan import Plan, RulePlan
from contentlint.config.task import Checked, Task
from contentlint.core.errors import ContentlintError, name_of
from contentlint.core.finding import CONFIDENCES, Finding
from contentlint.core.reading import TooLarge
from contentlint.core.source import Source, decode
from contentlint.engine.guard import (
    LIMIT_REACHED,
    OUT_OF_MEMORY,
    OutOfTime,
    TimeLimit,
    out_of_time,
)
from contentlint.engine.lift import (
    OWN_RULES,
    UNREADABLE_FILE,
    crashed,
    failure,
    finding,
    identified,
    lifted,
    of_file,
    within_limit,
)
from contentlint.site.context import SiteContext
from contentlint.site.facts import (
    ArticleFacts,
    CollectedFact,
    SiteFacts,
    SiteProblem,
    collected,
    packed,
)
from contentlint.site.generator import UNKNOWN

if TYPE_CHECKING:
    from contentlint.article.suppressions import Suppressions
    from contentlint.rule import Example, Problem, Rule

# Without this word an article has no suppression.
_MARK = "contentlint"

_Prepared = list[tuple[RulePlan, "Rule"]]

# The rules of plans, and those of them that are about suppressions and run when all others have.
_known_plans: dict[int, tuple[Plan, tuple[_Prepared, _Prepared]]] = {}
_MOST_PLANS = 100


def check(task: Task, source: bytes | str, *, every_finding: bool = False) -> Checked:
    """Check one article.

    Args:
        task: what holds for it; its file is not read.
        source: its content, as bytes or as the text that they decode to.
        every_finding: whether `limits.findings` is left aside.

    Raises:
        SchemaError: the schema of its front matter cannot be found or imported.
        ConfigError: the list of credits cannot be read.
    """
    limits = task.plan.limits
    empty = Source(task.name, "")
    if len(source) > limits.file_size:
        return Checked(
            [of_file(empty, LIMIT_REACHED, str(TooLarge(len(source), limits.file_size)))]
        )
    try:
        with TimeLimit(limits.seconds):
            return _check(task, source, every_finding=every_finding)
    except ContentlintError:
        raise
    except OutOfTime:
        return Checked([of_file(empty, LIMIT_REACHED, out_of_time(limits.seconds))])
    except MemoryError:
        pass  # it is told when its frames are gone, and what they hold
    except Exception as error:  # whatever an article does, the run goes on
        return Checked([failure(empty, f"file could not be checked ({name_of(error)})", error)])
    return Checked([of_file(empty, LIMIT_REACHED, OUT_OF_MEMORY)])


def document_of(task: Task, content: bytes | str, site: SiteContext | None = None) -> Document:
    """An article as rules see it, but for the schema of its front matter.

    Args:
        task: what holds for it.
        content: as bytes or as the text that they decode to.
        site: what rules may ask about its site and the day; none: nothing is known of it.
    """
    text, fault = decode(content) if isinstance(content, bytes) else (content, None)
    return Document(
        Source(task.name, text, fault),
        generator=task.plan.generator,
        expects_front_matter=task.plan.collection is not None,
        site=site,
        deepest=task.plan.limits.depth,
    )


def _check(task: Task, content: bytes | str, *, every_finding: bool) -> Checked:
    plan, site = task.plan, task.site()
    document = document_of(task, content, site)
    document.schema = task.schema
    if plan.inline_schemas:
        document.take_named_schema(plan.base, plan.schema_root)
    work = _Work(document, plan)
    work.collect([(rule, registry.load(rule.rule_id)) for rule in plan.site_rules])
    fact_questions = site.questions
    findings = work.findings(every_finding=every_finding)
    document.release()
    if work.failed or any(found.rule in OWN_RULES for found in findings):
        return Checked(findings, work.facts)  # what failed may not fail again
    return Checked(findings, work.facts, site.questions, fact_questions)


class _Work:
    """What the rules of a plan do with one article.

    Args:
        document: the article.
        plan: which rules, and how.
    """

    def __init__(self, document: Document, plan: Plan) -> None:
        self.document = document
        self.plan = plan
        self.facts: list[CollectedFact] = []
        # The rules that failed on it, and what is told of them.
        self.failed: set[str] = set()
        self._failures: list[Finding] = []

    def collect(self, rules: _Prepared) -> None:
        """Collect the facts for rules about the whole site."""
        fault = self.document.source.fault
        if fault is not None and fault.unreadable:
            return
        for rule_plan, rule in rules:
            if rule.collect is None:
                continue
            options = rule.options_of(rule.collect, rule_plan.options)
            try:
                found = rule.collect(self.document, **options)
                self.facts += [collected(rule.id, fact) for fact in found]
            except MemoryError:
                raise  # no other rule will have more of it
            except Exception as error:  # whatever a rule does, the run goes on
                self._fail(rule.id, error)

    def findings(self, *, every_finding: bool) -> list[Finding]:
        """The findings, sorted; marks the facts that suppressions cover."""
        document, plan = self.document, self.plan
        rules = [] if plan.only_facts else _prepared(plan)[0]
        findings = [*self._run(rules), *self._failures]
        findings += [] if plan.only_facts else _too_deep(document, plan.limits.depth)
        if _MARK in document.text:
            findings = self._suppressed(findings)
        if not findings:
            return findings
        reported = CONFIDENCES[: CONFIDENCES.index(plan.confidence) + 1]
        findings = [finding for finding in findings if finding.confidence in reported]
        findings.sort(key=lambda finding: finding.sort_key)
        if not every_finding:
            findings = within_limit(findings, plan.limits.findings)
        return list(identified(document, findings))

    def _run(self, rules: _Prepared) -> Iterator[Finding]:
        """The findings of some rules; one that fails is a finding, too."""
        fault = self.document.source.fault
        for rule_plan, rule in rules:
            if fault is not None and fault.unreadable and not rule.id.startswith("file/"):
                continue
            try:
                options = rule.options_of(rule.check, rule_plan.options)
                problems = list(rule.check(self.document, **options))
            except MemoryError:
                raise  # no other rule will have more of it
            except Exception as error:  # whatever a rule does, the run goes on
                self._fail(rule_plan.rule_id, error)
                yield self._failures.pop()
                continue
            if problems:
                yield from lifted(self.document, problems, rule_plan)

    def _fail(self, rule_id: str, error: Exception) -> None:
        self.failed.add(rule_id)
        self._failures.append(crashed(self.document.source, rule_id, error))

    def _suppressed(self, findings: list[Finding]) -> list[Finding]:
        """What suppressions leave, and what the rules about them say of them."""
        plan, fault = self.plan, self.document.source.fault
        if fault is not None and fault.unreadable:
            return findings
        try:
            suppressions = _read_suppressions(self.document)
        except MemoryError:
            raise
        except Exception as error:
            return [*findings, crashed(self.document.source, "lint/unused-suppression", error)]
        ran = {rule.rule_id for rule in plan.rules} - self.failed
        kept = suppressions.apply(findings, ran, is_unfiltered=plan.is_unfiltered)
        hidden = [suppressions.hides(fact.rule, fact.start) for fact in self.facts]
        about = [] if plan.only_facts else list(self._run(_prepared(plan)[1]))
        if not plan.suppressions:
            return findings + about
        pairs = zip(self.facts, hidden, strict=True)
        self.facts = [fact._replace(is_suppressed=is_hidden) for fact, is_hidden in pairs]
        return kept + suppressions.apply(about, ran, is_unfiltered=plan.is_unfiltered)


def _too_deep(document: Document, deepest: int) -> Iterator[Finding]:
    """What is told of Markdown in too many levels; nothing where no rule looked at the body."""
    if "markup" not in vars(document) or not vars(document.markup):
        return
    try:
        place = document.markup.deep_block(deepest)
    except MemoryError:
        raise
    except Exception:  # the rules have failed at the same
        return
    if place is not None:
        from contentlint.rule import Problem

        message = f"quotes and lists are nested deeper than the {deepest} of `limits.depth`"
        yield finding(document.source, Problem(place, message), LIMIT_REACHED, "error")


def _prepared(plan: Plan) -> tuple[_Prepared, _Prepared]:
    """The rules of a plan, imported; those about suppressions by themselves."""
    known = _known_plans.get(id(plan))
    if known is None or known[0] is not plan:
        if len(_known_plans) >= _MOST_PLANS:
            _known_plans.clear()
        rules = [(rule, registry.load(rule.rule_id)) for rule in plan.rules]
        about = [pair for pair in rules if pair[0].rule_id.startswith("lint/")]
        others = [pair for pair in rules if not pair[0].rule_id.startswith("lint/")]
        # The plan is kept, so that no other one gets its identity.
        known = _known_plans[id(plan)] = (plan, (others, about))
    return known[1]


def _read_suppressions(document: Document) -> "Suppressions":
    from contentlint.article.suppressions import Known, Suppressions
    from contentlint.fixing.rounds import FIX_FAILED

    rules = {*registry.rule_ids(), *OWN_RULES, UNREADABLE_FILE, FIX_FAILED}
    known = Known(rules, registry.categories())
    document.suppressions = Suppressions(document, known, datetime.now(UTC).date())
    return document.suppressions


def site_problems_of(rule: "Rule", example: "Example") -> "list[tuple[str, SiteProblem]]":
    """What a rule says of the whole site of an example, with the paths of the articles."""
    if rule.collect is None or rule.check_site is None:
        return []
    texts = {example.path: example.text, **{name: text for name, text, _ in example.beside}}
    articles = []
    for path in sorted(texts):
        plan = RulePlan(rule.id, rule.severity, example.options)
        work = _Work(
            example.document(texts[path], path),
            Plan((plan,), None, Path(), None, UNKNOWN, "low", site_rules=(plan,), only_facts=True),
        )
        work.collect([(plan, rule)])
        work.findings(every_finding=True)
        articles.append(ArticleFacts(path, packed(work.facts)))
    options = rule.options_of(rule.check_site, example.options)
    found = rule.check_site(SiteFacts(rule.id, articles), **options)
    return [(each.fact.path, each) for each in found if not each.fact.is_suppressed]


def problems_of(rule: "Rule", document: Document, options: Mapping[str, Any]) -> "list[Problem]":
    """What one rule says of an article; rules about suppressions say it when all others ran."""
    if rule.id.startswith("lint/") and _MARK in document.text:
        ids = [rule_id for rule_id in registry.rule_ids() if not rule_id.startswith("lint/")]
        rules = tuple(RulePlan(rule_id, "error", {}) for rule_id in ids)
        plan = Plan(rules, None, Path(), None, document.generator, "low")
        _Work(document, plan).findings(every_finding=True)
    return list(rule.check(document, **rule.options_of(rule.check, options)))
