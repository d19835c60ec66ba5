"""Rules about a whole site: the facts of all its articles, and what is told of them.

Facts cover the whole site whatever a run is about; only what is told is about the run's articles.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from contentlint import registry
from contentlint.config.plan import RulePlan
from contentlint.config.settings import Memory
from contentlint.config.task import Checked, SiteRoot, Task, TaskOf
from contentlint.core.finding import CONFIDENCES, Finding
from contentlint.core.globs import below
from contentlint.core.source import Source, Span
from contentlint.engine.check import document_of
from contentlint.engine.lift import crashed, finding, identified
from contentlint.site.facts import (
    NO_FACTS,
    ArticleFacts,
    SiteFacts,
    SiteProblem,
    kept,
    packed,
    problems_of,
)

Read = Callable[[Task], bytes | None]
"""Reads an article again; None where it is gone."""


class Sites:
    """The facts of the sites of a run as they come in, and the findings that they make.

    Args:
        task_of: makes the tasks of articles.
        memory: what rules said of the same facts before; None: they are asked.
    """

    def __init__(self, task_of: TaskOf, memory: Memory | None = None) -> None:
        self._task_of = task_of
        self._memory = memory
        self._sites: dict[SiteRoot, _Site] = {}
        self._last: tuple[SiteRoot | None, _Site] = (None, _Site())

    @property
    def roots(self) -> list[SiteRoot]:
        """The sites of which something may be told."""
        return list(self._sites)

    def add(self, task: Task, checked: Checked, *, is_told: bool = True) -> None:
        """Take in the facts of an article.

        Args:
            task: of the article.
            checked: what came out of it.
            is_told: whether the run is about this article.
        """
        rules = task.plan.site_rules
        if not rules:
            return
        if task.site_root is not self._last[0]:  # articles come by their folders
            self._last = (task.site_root, self._sites.setdefault(task.site_root, _Site()))
        site = self._last[1]
        if is_told and rules is not site.known:
            site.known = rules
            site.rules |= {(rule.rule_id, _said(rule)): rule for rule in rules}
        facts = packed(checked.facts)
        if facts != NO_FACTS:
            site.articles.append((_path_in(task), facts, is_told))

    def findings(self, read: Read) -> Iterator[Finding]:
        """What the rules say of the sites, each article by itself.

        Args:
            read: reads an article of which something is told.
        """
        for root, site in self._sites.items():
            for path, problems in sorted(self._problems(root, site).items()):
                task = self._task_of(root.folder / path)
                data = read(task)
                if data is not None:
                    yield from lifted(task, data, problems)

    def _problems(self, root: SiteRoot, site: "_Site") -> "dict[str, list[Told]]":
        site.articles.sort()
        articles = [ArticleFacts(path, text) for path, text, _ in site.articles]
        found: dict[str, list[Told]] = defaultdict(list)
        for (rule_id, said), plan in site.rules.items():
            facts = SiteFacts(rule_id, articles)
            if not facts:
                continue
            try:
                for problem in self._said_of(facts, plan):
                    fact = problem.fact
                    if fact.is_suppressed or not site.articles[fact.article][2]:
                        continue
                    own = self._plan_of(root.folder / fact.path, rule_id)
                    if own is not None and _said(own) == said:
                        found[fact.path].append((own, problem))
            except MemoryError:
                raise
            except Exception as error:  # whatever a rule does, the run goes on
                told = next((path for path, _, is_told in site.articles if is_told), None)
                if told is not None:
                    found[told].append((plan, error))
        return found

    def _said_of(self, facts: SiteFacts, plan: RulePlan) -> list[SiteProblem]:
        """What a rule says of facts; if it said so before, it is not even imported."""

        def ask() -> list[SiteProblem]:
            rule = registry.load(plan.rule_id)
            if rule.check_site is None:
                return []
            return list(rule.check_site(facts, **rule.options_of(rule.check_site, plan.options)))

        if self._memory is None:
            return ask()
        parts = (b"site", plan.rule_id.encode(), _said(plan).encode(), facts.digest)
        return problems_of(self._memory.remembered(parts, lambda: kept(ask())))

    def _plan_of(self, path: Path, rule_id: str) -> RulePlan | None:
        rules = self._task_of(path).plan.site_rules
        return next((rule for rule in rules if rule.rule_id == rule_id), None)


Told = tuple[RulePlan, SiteProblem | Exception]


class _Site:
    """The facts of one site.

    `articles` are their paths from the root, their facts, and whether the run is about them;
    `rules` those that may say something, each with the options that it has somewhere.
    """

    def __init__(self) -> None:
        self.articles: list[tuple[str, str, bool]] = []
        self.rules: dict[tuple[str, str], RulePlan] = {}
        # Those of the article before: most articles have the same.
        self.known: tuple[RulePlan, ...] = ()


def _said(rule: RulePlan) -> str:
    return repr(sorted(rule.options.items()))


def _path_in(task: Task) -> str:
    """An article's path from the root of its site; the whole one where it lies outside."""
    path = below(task.path, task.site_root.folder)
    return task.path.as_posix() if path is None else path


def lifted(task: Task, content: bytes | str, told: "Iterable[Told]") -> Iterator[Finding]:
    """What rules say of a whole site, as the findings of one of its articles.

    Args:
        task: of the article.
        content: of it, as its facts were collected.
        told: the rules as they hold for it, each with a problem or with how it failed.
    """
    from contentlint.rule import Problem

    document = document_of(task, content)
    reported = CONFIDENCES[: CONFIDENCES.index(task.plan.confidence) + 1]
    findings = []
    for rule, problem in told:
        if isinstance(problem, Exception):
            findings.append(crashed(Source(task.name, ""), rule.rule_id, problem))
        elif problem.confidence in reported:
            _, message, related, help_text, confidence, about = problem
            span = _within(problem.fact.span, len(document.text))
            problem_there = Problem(
                span, message, None, related, help_text, confidence=confidence, about=about
            )
            findings.append(finding(document.source, problem_there, rule.rule_id, rule.severity))
    findings.sort(key=lambda found: found.sort_key)
    yield from identified(document, findings)


def _within(span: Span, length: int) -> Span:
    """A span of a text that may have become shorter since its facts were collected."""
    return Span(min(span.start, length), min(span.end, length))
