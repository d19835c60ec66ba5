"""The single entry point for checking: a `Task` and the content of an article give `Checked`.

Bytes become a document, rules report problems, and these become findings. An exception in a rule
becomes a finding on that file, and the run continues.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint import registry
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.config.plan import Plan, RulePlan
from contentlint.config.task import Checked, Task
from contentlint.core.errors import ContentlintError, SchemaError, SchemaFailed, name_of
from contentlint.core.finding import CONFIDENCES, Finding
from contentlint.core.properties import cached_property
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
    ensure_valid,
    failure,
    finding,
    identified,
    lifted,
    of_file,
    within_limit,
)
from contentlint.engine.prepared import Prepare, prepared
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
from contentlint.site.lookups import Folders
from contentlint.site.pages import LINKS, PAGES

if TYPE_CHECKING:
    from contentlint.article.suppressions import Suppressions
    from contentlint.rule import Example, Problem, Rule

# An article without this word has no suppressions.
_MARK = "contentlint"


def check(task: Task, source: bytes | str, *, every_finding: bool = False) -> Checked:
    """Check one article.

    Args:
        task: its settings; the file is not read.
        source: its content, as bytes or as decoded text.
        every_finding: whether to ignore `limits.findings`.

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
    except SchemaFailed as error:
        raise SchemaError(f"{error} (while checking `{task.name}`)") from error
    except ContentlintError:
        raise
    except OutOfTime:
        return Checked([of_file(empty, LIMIT_REACHED, out_of_time(limits.seconds))])
    except MemoryError:
        pass  # report it after its frames have released their memory
    except Exception as error:  # the run continues after any failure
        return Checked([failure(empty, f"file could not be checked ({name_of(error)})", error)])
    return Checked([of_file(empty, LIMIT_REACHED, OUT_OF_MEMORY)])


def document_of(task: Task, content: bytes | str, site: SiteContext | None = None) -> Document:
    """The document of an article, without a schema for its front matter.

    Args:
        task: its settings.
        content: as bytes or as decoded text.
        site: answers questions about the site and the date; None if nothing is known.
    """
    text, fault = decode(content) if isinstance(content, bytes) else (content, None)
    data = content if isinstance(content, bytes) and fault is None else None
    generator = task.plan.generator
    if generator.content_folders and site is not None and not site.holds_article:
        generator = UNKNOWN
    return Document(
        Source(task.name, text, fault, data),
        generator=generator,
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
    work.collect(prepared(plan).collectors)
    fact_questions = site.questions
    findings = work.findings(every_finding=every_finding)
    document.release()
    if work.failed or any(found.rule in OWN_RULES for found in findings):
        return Checked(findings, work.facts)  # the failure may not occur again, so do not cache
    return Checked(findings, work.facts, site.questions, fact_questions)


class _Work:
    """Runs the rules of a plan on one article.

    Args:
        document: the article.
        plan: the rules and their settings.
    """

    def __init__(self, document: Document, plan: Plan) -> None:
        self.document = document
        self.plan = plan
        self.facts: list[CollectedFact] = []
        # The rules that failed, and the findings about these failures.
        self.failed: set[str] = set()
        self._failures: list[Finding] = []

    def collect(self, rules: Prepare) -> None:
        """Collect the facts for rules about the whole site."""
        fault = self.document.source.fault
        if fault is not None and fault.unreadable:
            return
        for _, rule, call in rules.chosen(self.document):
            try:
                self.facts += [collected(rule.id, fact) for fact in call(self.document)]
            except (MemoryError, ContentlintError):
                raise  # other rules would fail as well
            except (Exception, SystemExit) as error:  # the run continues after any failure
                self._fail(rule.id, error)

        # Other rules do without the shared facts, which are much longer.
        self.facts.sort(key=lambda fact: fact.rule in (PAGES, LINKS))

    def findings(self, *, every_finding: bool) -> list[Finding]:
        """The sorted findings; also marks suppressed facts."""
        document, plan = self.document, self.plan
        findings = [] if plan.only_facts else list(self._run(prepared(plan).others))
        findings += self._failures
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
        return list(identified(document, findings, selectors=plan.selectors))

    def _run(self, rules: Prepare) -> Iterator[Finding]:
        """The findings of some rules; a failure of a rule is a finding as well."""
        document, fault = self.document, self.document.source.fault
        for plan, rule, call in rules.chosen(document):
            if fault is not None and fault.unreadable and not rule.id.startswith("file/"):
                continue
            try:
                problems = list(call(document))
                if plan.extra:
                    ensure_valid(problems, len(document.text))
            except (MemoryError, ContentlintError):
                raise  # other rules would fail as well
            except (Exception, SystemExit) as error:  # the run continues after any failure
                self._fail(plan.rule_id, error)
                yield self._failures.pop()
                continue
            if problems:
                yield from lifted(document, problems, plan)

    def _fail(self, rule_id: str, error: BaseException) -> None:
        self.failed.add(rule_id)
        self._failures.append(crashed(self.document.source, rule_id, error, self.plan.extra))

    def _suppressed(self, findings: list[Finding]) -> list[Finding]:
        """The findings that are not suppressed, and those about suppressions."""
        plan, fault = self.plan, self.document.source.fault
        if fault is not None and fault.unreadable:
            return findings
        try:
            suppressions = _read_suppressions(self.document, plan.extra)
        except MemoryError:
            raise
        except Exception as error:
            return [*findings, crashed(self.document.source, "lint/unused-suppression", error)]
        ran = {rule.rule_id for rule in plan.rules} - self.failed
        kept = suppressions.apply(findings, ran, is_unfiltered=plan.is_unfiltered)
        hidden = [self._hidden(suppressions, fact) for fact in self.facts]
        about = [] if plan.only_facts else list(self._run(prepared(plan).about_suppressions))
        if not plan.suppressions:
            return findings + about
        pairs = zip(self.facts, hidden, strict=True)
        self.facts = [fact._replace(is_suppressed=is_hidden) for fact, is_hidden in pairs]
        return kept + suppressions.apply(about, ran, is_unfiltered=plan.is_unfiltered)

    def _hidden(self, suppressions: "Suppressions", fact: CollectedFact) -> bool | tuple[str, ...]:
        """Whether a fact is suppressed; of a shared fact, for which rules."""
        sharing = self._sharing.get(fact.rule)
        if sharing is None:
            return suppressions.hides(fact.rule, fact.start)
        is_page = fact.rule == PAGES
        return tuple(
            rule_id
            for rule_id in sharing
            if suppressions.hides(rule_id, fact.start, only_named=is_page)
        )

    @cached_property
    def _sharing(self) -> dict[str, tuple[str, ...]]:
        """The rules that share the facts about links, by the name of the fact."""
        ids = [rule.rule_id for rule in self.plan.site_rules if not rule.extra]
        sharing = tuple(i for i in ids if registry.defaults_of(i).collector)
        return {LINKS: sharing, PAGES: tuple(i for i in sharing if i.startswith("site/"))}


def _too_deep(document: Document, deepest: int) -> Iterator[Finding]:
    """A finding about too deeply nested Markdown; none if no rule parsed the body."""
    if "markup" not in vars(document) or not vars(document.markup):
        return
    try:
        place = document.markup.deep_block(deepest)
    except MemoryError:
        raise
    except Exception:  # the rules have failed for the same reason
        return
    if place is not None:
        from contentlint.rule import Problem

        message = f"quotes and lists are nested too deep: limit {deepest} levels (`limits.depth`)"
        yield finding(document.source, Problem(place, message), LIMIT_REACHED, "error")


def _read_suppressions(document: Document, extra: str) -> "Suppressions":
    from contentlint.article.suppressions import Known, Suppressions
    from contentlint.fixing.rounds import FIX_FAILED

    rules = {*registry.rule_ids(extra), *OWN_RULES, UNREADABLE_FILE, FIX_FAILED}
    known = Known(rules, registry.categories(extra))
    document.suppressions = Suppressions(document, known, datetime.now(UTC).date())
    return document.suppressions


def site_problems_of(rule: "Rule", example: "Example") -> "list[tuple[str, SiteProblem]]":
    """The problems a rule reports for the site of an example, with article paths."""
    if rule.collect is None or rule.check_site is None:
        return []
    texts = {example.path: example.text, **{name: text for name, text, _ in example.beside}}
    articles = []
    for path in filter(_is_article, sorted(texts)):
        plan = RulePlan(rule.id, rule.severity, example.options)
        work = _Work(
            example.document(texts[path], path),
            Plan((plan,), None, Path(), None, UNKNOWN, "low", site_rules=(plan,), only_facts=True),
        )
        work.collect(Prepare((plan,), "collect", rule))
        work.findings(every_finding=True)
        articles.append(ArticleFacts(path, packed(work.facts)))
    options = rule.options_of(rule.check_site, example.options)
    found = rule.check_site(_facts_of(rule, example, articles), **options)
    return [(each.fact.path, each) for each in found if not each.fact.is_suppressed]


def _is_article(path: str) -> bool:
    return path.endswith((*MARKDOWN_SUFFIXES, *HTML_SUFFIXES))


def _facts_of(rule: "Rule", example: "Example", articles: list[ArticleFacts]) -> SiteFacts:
    from contentlint.article.links import collect_links

    if rule.collect is not collect_links:
        return SiteFacts(rule.id, articles)
    from contentlint.site.links import faults
    from contentlint.site.links.linked import LinkedSite

    document = example.document(example.text)
    files = example.site.files if example.site is not None else ()
    texts = {example.path: example.text, **{name: text for name, text, _ in example.beside}}
    site = LinkedSite(document.generator, Folders(None, [*files, *texts]), articles)
    site.texts.update(texts)
    if example.site is not None and site.generator.configs:
        site.texts.setdefault(site.generator.configs[0], example.site.configuration)
    if rule.id.startswith("site/"):
        from contentlint.site.links.urls import Urls

        resolver = site.resolver
        urls = None if resolver is None else Urls(site, resolver, has_few=True)
        return SiteFacts(rule.id, articles, site, urls=urls)
    return SiteFacts(rule.id, articles, site, faults.found(site, articles, [True] * len(articles)))


def problems_of(rule: "Rule", document: Document, options: Mapping[str, Any]) -> "list[Problem]":
    """The problems of one rule; for rules about suppressions, all other rules run first."""
    if rule.id.startswith("lint/") and _MARK in document.text:
        ids = [rule_id for rule_id in registry.rule_ids() if not rule_id.startswith("lint/")]
        rules = tuple(RulePlan(rule_id, "error", {}) for rule_id in ids)
        plan = Plan(rules, None, Path(), None, document.generator, "low")
        _Work(document, plan).findings(every_finding=True)
    return list(rule.check(document, **rule.options_of(rule.check, options)))
