"""`check --online`: asking the external URLs of a run before its articles are checked.

A first pass finds the URLs: each is a question of a rule about the site. Then they are asked, and
the articles are checked as usual, with answers. Only articles with a link that is not in order
have other findings than in the first pass; the cache has the rest.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint import registry
from contentlint.config.plan import Online, Plan
from contentlint.config.task import Task, TaskOf
from contentlint.core.finding import OnlineCounts
from contentlint.core.reading import TooLarge, read_file
from contentlint.engine.check import check
from contentlint.engine.discover import Discovery
from contentlint.engine.run import Contents, Watch, check_each
from contentlint.online.addresses import is_public
from contentlint.online.asking import Asker, Done
from contentlint.online.connecting import Resolver
from contentlint.online.exchange import Client
from contentlint.online.memory import Known
from contentlint.online.outcome import Outcome
from contentlint.online.urls import selector
from contentlint.site.answers import ANCHOR, PAGE, Web

if TYPE_CHECKING:
    from contentlint.cache.store import Cache

Wanted = Mapping[str, set[str]]
"""URLs without fragments, each with the fragments to look for in its page."""
Ask = Callable[[Wanted, Online, Done], None]
"""Asks URLs; may end early with `KeyboardInterrupt`."""


class UrlTasks:
    """Makes tasks that only ask about external URLs.

    Args:
        task_of: makes complete tasks.
    """

    def __init__(self, task_of: TaskOf) -> None:
        self._task_of = task_of
        # A reference to the plan is kept, so that its id is not reused.
        self._plans: dict[int, tuple[Plan, Plan]] = {}

    def __call__(self, path: Path) -> Task:
        task = self._task_of(path)
        known = self._plans.get(id(task.plan))
        if known is None:
            rules = tuple(r for r in task.plan.rules if registry.load(r.rule_id).is_online)
            plan = task.plan._replace(rules=rules, site_rules=())
            known = self._plans[id(task.plan)] = (task.plan, plan)
        return task._replace(plan=known[1])


def ask(wanted: Wanted, settings: Online, done: Done) -> None:
    """Ask URLs over the network.

    Args:
        wanted: the URLs.
        settings: how they are asked.
        done: called with each outcome.

    Raises:
        UsageError: the environment names a proxy that is not supported.
        KeyboardInterrupt: the user has interrupted the run.
    """

    def is_allowed(address: str) -> bool:
        return settings.allow_private or is_public(address)

    async def run() -> None:
        resolver = Resolver(min(settings.concurrency, 32))
        try:
            async with Client(settings, resolver, is_allowed) as client:
                await Asker(settings, client, is_allowed=is_allowed).ask(wanted, done)
        finally:
            resolver.close()

    asyncio.run(run())


def ask_urls(
    discovery: Discovery,
    task_of: TaskOf,
    web: Web,
    settings: Online,
    cache: "Cache | None" = None,
    *,
    contents: Contents | None = None,
    jobs: int | None = 1,
    watches: tuple[Watch | None, Watch | None] = (None, None),
    ask: Ask = ask,
) -> OnlineCounts:
    """Ask the external URLs of some articles; the answers are in `web` afterwards.

    Args:
        discovery: the articles.
        task_of: creates their tasks, which read `web`.
        web: receives the answers.
        settings: how URLs are asked.
        cache: findings and answers of earlier runs.
        contents, jobs: as for `check_files`.
        watches: receive the progress through files and through URLs.
        ask: asks URLs.
    """
    known = Known(cache, allows_private=settings.allow_private)
    is_selected = selector(settings.include, settings.exclude)
    for url, outcome in known.outcomes.items():
        if is_selected(url):
            _put(web, url, outcome, settings)
    pages: dict[str, set[str]] = {}
    for kind, url in _questions(discovery, task_of, cache, contents or {}, jobs, watches[0]):
        page, _, fragment = url.partition("#")
        pages.setdefault(page, set()).update({fragment} if kind == ANCHOR else ())
    if cache is not None:
        cache.flush()
    selected = {url: pages[url] for url in sorted(pages) if is_selected(url)}
    new = {url: names for url, names in selected.items() if not _is_known(known, url, names)}
    left = _ask_new(new, settings, known, ask, watches[1])
    for url in selected.keys() - left:
        _put(web, url, known.outcomes[url], settings)
    outcomes = {url: known.outcomes[url] for url in selected if url not in left}
    return _counted(outcomes, settings, len(pages) - len(selected), len(left))


def _ask_new(
    new: Wanted, settings: Online, known: Known, ask: Ask, watch: Watch | None
) -> set[str]:
    """Ask URLs; return those that were left out after an interrupt."""
    left = set(new)

    def done(url: str, outcome: Outcome) -> None:
        known.add(url, outcome)
        left.discard(url)
        if watch is not None:
            watch.step(url, None)
            watch.pause()

    if not new:
        return left
    if watch is not None:
        watch.begin(len(new))
    try:
        ask(new, settings, done)
    except KeyboardInterrupt:
        pass  # what is known is reported
    finally:
        known.save()
    return left


def _questions(
    discovery: Discovery,
    task_of: TaskOf,
    cache: "Cache | None",
    contents: Contents,
    jobs: int | None,
    watch: Watch | None,
) -> Iterator[tuple[str, str]]:
    """The questions of rules about external URLs, with repetitions."""
    url_tasks = UrlTasks(task_of)
    # With a cache, a complete check is not in vain.
    chosen: TaskOf = url_tasks if cache is None else task_of
    run = check_each(discovery.files, chosen, cache, contents=contents, jobs=jobs, watch=watch)
    for task, checked in run:
        questions = checked.questions
        if questions is None:  # another rule failed
            questions = check(url_tasks(task.path), _content(task, contents)).questions
        for kind, about, _ in questions or ():
            if kind in (PAGE, ANCHOR):
                yield kind, about


def _content(task: Task, contents: Contents) -> bytes:
    """The content of an article; empty if it cannot be read, which is reported elsewhere."""
    if task.path in contents:
        return contents[task.path]
    try:
        return read_file(task.path, task.plan.limits.file_size)
    except (OSError, TooLarge):
        return b""


def _is_known(known: Known, url: str, fragments: set[str]) -> bool:
    outcome = known.outcomes.get(url)
    if outcome is None:
        return False
    return outcome.kind != "ok" or fragments <= {name for name, _ in outcome.anchors}


def _put(web: Web, url: str, outcome: Outcome, settings: Online) -> None:
    answer = outcome.accepted(settings.accept).answer
    web.pop((PAGE, url), None)
    if answer is not None:
        web[PAGE, url] = list(answer)
    for name, is_there in outcome.anchors:
        web.pop((ANCHOR, f"{url}#{name}"), None)
        if not is_there:
            web[ANCHOR, f"{url}#{name}"] = True


def _counted(
    outcomes: Mapping[str, Outcome], settings: Online, excluded: int, left: int
) -> OnlineCounts:
    found = {url: outcome.accepted(settings.accept) for url, outcome in outcomes.items()}
    kinds = Counter(outcome.kind for outcome in found.values())
    reasons: Counter[str] = Counter()
    example: dict[str, str] = {}
    for url, outcome in found.items():
        if outcome.kind == "unknown":
            reason = f"status {outcome.reason}" if outcome.reason.isdigit() else outcome.reason
            reasons[reason] += 1
            example.setdefault(reason, url)
    return OnlineCounts(
        ok=kinds["ok"],
        dead=kinds["dead"],
        certificate=kinds["certificate"],
        unknown=kinds["unknown"],
        moved=sum(bool(o.moved) for o in found.values() if o.kind == "ok"),
        excluded=excluded,
        left=left,
        reasons=tuple(
            (reason, number, example[reason]) for reason, number in reasons.most_common()
        ),
    )
