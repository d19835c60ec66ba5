"""Rules about a whole site: the facts of all its articles, and the resulting findings.

Facts always cover the whole site; only findings for the articles of the run are reported.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from contentlint import registry
from contentlint.config.plan import RulePlan
from contentlint.config.task import Checked, SiteRoot, Task, TaskOf
from contentlint.core.finding import CONFIDENCES, Finding
from contentlint.core.globs import below
from contentlint.core.properties import cached_property
from contentlint.core.source import Source, Span
from contentlint.engine import lift
from contentlint.engine.lift import crashed, identified
from contentlint.engine.links import Links
from contentlint.engine.site_memory import MOST_STORED, SiteMemory, Stored
from contentlint.site.facts import (
    NO_ARTICLE,
    NO_FACTS,
    ONLY_SHARED,
    ArticleFacts,
    SiteFacts,
    SiteProblem,
    digest_of,
    kept,
    of_rules,
    packed,
    problems_of,
)
from contentlint.site.generator import UNKNOWN

if TYPE_CHECKING:
    from contentlint.cache.store import Cache

# The rules about pages for which the links of all articles decide.
_BY_LINKS = frozenset({"site/orphan-page"})

Read = Callable[[Task], bytes | None]
"""Reads an article again; None if it no longer exists."""


class Sites:
    """Collects the facts of the sites of a run and creates the findings about them.

    Args:
        task_of: creates the tasks of articles.
        cache: results for the same facts in earlier runs; None to run all rules.
    """

    def __init__(self, task_of: TaskOf, cache: "Cache | None" = None) -> None:
        self._task_of = task_of
        self._cache = cache
        self._sites: dict[SiteRoot, _Site] = {}
        self._last: tuple[SiteRoot | None, _Site] = (None, _Site())
        # The number of links that were not checked, by reason.
        self.unchecked: Counter[str] = Counter()

    @property
    def roots(self) -> list[SiteRoot]:
        """The roots of sites that may have findings."""
        return list(self._sites)

    def add(self, task: Task, checked: Checked, *, is_reported: bool = True) -> None:
        """Add the facts of an article.

        Args:
            task: the task of the article.
            checked: its result.
            is_reported: whether findings for this article are reported.
        """
        if not task.plan.site_rules:
            return
        facts = packed(checked.facts)
        site = self._of(task, is_reported=is_reported)
        if facts != NO_FACTS:
            site.articles.append((_path_in(task), facts, is_reported))

    def add_facts(self, task: Task, found: Iterable[tuple[str, str]], *, is_reported: bool) -> None:
        """Add the facts of several articles with the same settings.

        Args:
            task: the task of one of them.
            found: the path of each from the root of the site, and its facts as returned by
                `packed`.
            is_reported: as for `add`.
        """
        if task.plan.site_rules:
            articles = self._of(task, is_reported=is_reported).articles
            articles += [(path, facts, is_reported) for path, facts in found if facts != NO_FACTS]

    def _of(self, task: Task, *, is_reported: bool) -> "_Site":
        """The site of an article, which its rules are added to if findings are reported."""
        if task.site_root is not self._last[0]:  # articles arrive folder by folder
            self._last = (task.site_root, self._sites.setdefault(task.site_root, _Site()))
        site, rules = self._last[1], task.plan.site_rules
        if is_reported and rules is not site.known:
            site.known = rules
            site.generator = task.plan.generator
            site.rules |= {(rule.rule_id, _options_key(rule)): rule for rule in rules}
        return site

    def findings(self, read: Read, *, is_of_files: bool = True) -> Iterator[Finding]:
        """The findings about the sites, article by article.

        Args:
            read: reads an article that has a finding.
            is_of_files: whether it reads only files, so that findings may be stored.
        """
        for root, site in self._sites.items():
            site.articles.sort()
            articles = [ArticleFacts(path, text) for path, text, _ in site.articles]
            reported = [is_reported for _, _, is_reported in site.articles]
            links = Links(root, site.generator, articles, reported, self._cache)
            memory = self._memory_of(root, site, articles, links) if is_of_files else None
            stored = None if memory is None else memory.recall()
            if stored is None:
                yield from self._found(root, site, _OwnFacts(articles), links, read, memory)
            else:
                self.unchecked += stored.unchecked
                yield from stored.findings

    def _memory_of(
        self, root: SiteRoot, site: "_Site", articles: Sequence[ArticleFacts], links: Links
    ) -> SiteMemory | None:
        """The findings of the last run over all articles of a site; None for other runs."""
        if self._cache is None or not all(is_reported for _, _, is_reported in site.articles):
            return None
        shared = links if any(_is_about_links(rule_id) for rule_id, _ in site.rules) else None
        facts = digest_of(articles) + (b"" if shared is None else shared.digest)
        return SiteMemory(self._cache, root, sorted(site.rules), facts, shared, self._task_of)

    def _found(
        self,
        root: SiteRoot,
        site: "_Site",
        own_facts: "_OwnFacts",
        links: Links,
        read: Read,
        memory: SiteMemory | None,
    ) -> Iterator[Finding]:
        """The findings about a site, which are stored in a memory unless a rule failed."""
        problems = self._problems(root, site, own_facts, links)
        states = {} if memory is None else {path: memory.state_of(path) for path in problems}
        stored: list[Finding] = []
        for path, results in sorted(problems.items()):
            task = self._task_of(root.folder / path)
            data = read(task) if results else None
            if data is not None:
                findings = list(lifted(task, data, results))
                yield from findings
                stored += findings if memory is not None and len(stored) <= MOST_STORED else ()
        self.unchecked += links.unchecked
        has_failed = any(
            not isinstance(problem, SiteProblem)
            for found in problems.values()
            for _, problem in found
        )
        if memory is not None and not has_failed:
            memory.keep(states, Stored(stored, links.unchecked))

    def _problems(
        self, root: SiteRoot, site: "_Site", own_facts: "_OwnFacts", links: Links
    ) -> "dict[str, list[SiteResult]]":
        """The problems that rules found, by article; also articles without any that count."""
        found: dict[str, list[SiteResult]] = defaultdict(list)
        for (rule_id, options), plan in site.rules.items():
            try:
                is_shared = _is_about_links(rule_id)
                facts = links.facts_of(rule_id) if is_shared else own_facts.of(rule_id)
                for problem in self._problems_for(facts, plan, links, own_facts) if facts else ():
                    results = found[problem.fact.path]
                    own = self._plan_for(root, site, problem, rule_id)
                    if own is not None and _options_key(own) == options:
                        results.append((own, problem))
            except MemoryError:
                raise
            except (Exception, SystemExit) as error:  # the run continues after any failure
                path = next((path for path, _, is_reported in site.articles if is_reported), None)
                if path is not None:
                    found[path].append((plan, error))
        return found

    def _plan_for(
        self, root: SiteRoot, site: "_Site", problem: SiteProblem, rule_id: str
    ) -> RulePlan | None:
        """The settings of a rule for the article of a problem; None if it is not reported."""
        fact = problem.fact
        if fact.article == NO_ARTICLE:
            # Another file of the site, which only a run over the whole site is about.
            is_reported = all(is_reported for _, _, is_reported in site.articles)
        else:
            is_reported = site.articles[fact.article][2]
        if fact.is_suppressed or not is_reported:
            return None
        rules = self._task_of(root.folder / fact.path).plan.site_rules
        return next((rule for rule in rules if rule.rule_id == rule_id), None)

    def _problems_for(
        self, facts: SiteFacts, plan: RulePlan, links: Links, own_facts: "_OwnFacts"
    ) -> list[SiteProblem]:
        """The problems of a rule for these facts; remembered results do not import the rule."""

        def run_rule() -> list[SiteProblem]:
            rule = registry.load(plan.rule_id, plan.extra)
            if rule.check_site is None:
                return []
            return list(rule.check_site(facts, **rule.options_of(rule.check_site, plan.options)))

        if plan.rule_id.startswith("site/") and facts.site is not None:
            name = f"{plan.rule_id} {_options_key(plan)}"
            by_links = plan.rule_id in _BY_LINKS
            made = links.remembered(name, lambda: kept(run_rule()), by_links=by_links)
            return problems_of(made)
        if self._cache is None or facts.site is not None:
            return run_rule()
        parts = (b"site", plan.rule_id.encode(), _options_key(plan).encode(), own_facts.digest)
        return problems_of(self._cache.remembered(parts, lambda: kept(run_rule())))


SiteResult = tuple[RulePlan, SiteProblem | Exception | SystemExit]


class _Site:
    """The facts of one site.

    `articles` has the path from the root, the facts, and whether findings are reported, for each
    article; `rules` has the rules that may report something, with each set of options in use.
    """

    def __init__(self) -> None:
        self.articles: list[tuple[str, str, bool]] = []
        self.rules: dict[tuple[str, str], RulePlan] = {}
        # The rules of the previous article; most articles have the same.
        self.known: tuple[RulePlan, ...] = ()
        self.generator = UNKNOWN


class _OwnFacts:
    """The facts of a site without those about links: most of the text, which few rules read.

    Args:
        articles: all facts of its articles, sorted by path.
    """

    def __init__(self, articles: Iterable[ArticleFacts]) -> None:
        self._articles = [
            ArticleFacts(path, NO_FACTS if text.startswith(ONLY_SHARED) else of_rules(text))
            for path, text in articles
        ]
        # Searched once for each rule, instead of searching every article.
        self._joined = "".join(text for _, text in self._articles)

    def of(self, rule_id: str) -> SiteFacts | None:
        """The facts of a rule; None if there are none."""
        if f'["{rule_id}",' not in self._joined:
            return None
        return SiteFacts(rule_id, self._articles)

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that rules see."""
        return digest_of(self._articles)


def _is_about_links(rule_id: str) -> bool:
    """Whether a rule has the facts that rules about links and pages share."""
    return rule_id in registry.rule_ids() and bool(registry.defaults_of(rule_id).collector)


def _options_key(rule: RulePlan) -> str:
    return repr(
        (sorted(rule.options.items()), rule.extra) if rule.extra else sorted(rule.options.items())
    )


def _path_in(task: Task) -> str:
    """The path of an article from the root of its site; absolute if it is outside."""
    path = below(task.path, task.site_root.folder)
    return task.path.as_posix() if path is None else path


def lifted(task: Task, content: bytes | str, results: "Iterable[SiteResult]") -> Iterator[Finding]:
    """The findings of rules about a site, for one of its articles.

    Args:
        task: the task of the article.
        content: its content at the time its facts were collected.
        results: rules with their settings for the article, each with a problem or an exception.
    """
    from contentlint.engine.check import document_of
    from contentlint.rule import Problem

    document = document_of(task, content)
    reported = CONFIDENCES[: CONFIDENCES.index(task.plan.confidence) + 1]
    findings = []
    for rule, problem in results:
        if isinstance(problem, (Exception, SystemExit)):
            findings.append(crashed(Source(task.name, ""), rule.rule_id, problem, rule.extra))
        elif problem.confidence in reported:
            _, message, related, help_text, confidence, about, fix = problem
            span = _within(problem.fact.span, len(document.text))
            lifted_problem = Problem(
                span, message, fix, related, help_text, confidence=confidence, about=about
            )
            findings += lift.lifted(document, [lifted_problem], rule)
    findings.sort(key=lambda found: found.sort_key)
    yield from identified(document, findings, selectors=task.plan.selectors)


def _within(span: Span, length: int) -> Span:
    """A span clamped to a text that may be shorter than when its facts were collected."""
    return Span(min(span.start, length), min(span.end, length))
