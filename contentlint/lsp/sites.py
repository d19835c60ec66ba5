"""The facts of all articles of a site, unsaved ones included, for findings about the site."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from contentlint.config.task import Checked, FactTasks, SiteRoot, Task
from contentlint.core.errors import ContentlintError
from contentlint.core.finding import Finding
from contentlint.core.globs import below
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.source import decode
from contentlint.engine.discover import Files, nothing
from contentlint.engine.run import check_each
from contentlint.engine.site import Sites
from contentlint.lsp.project import Project
from contentlint.site.facts import ArticleFacts, PackedFacts, packed

# How long the server reads other articles before it looks for requests, in seconds.
_TURN = 0.005


class SiteIndex:
    """The facts of a site.

    Args:
        project: the folder that is open in the editor.
        root: the root of the site.

    Attributes:
        is_started: whether its articles are being read.
        is_complete: whether all of them have been read.
        generation: changes with every change of a fact.
    """

    def __init__(self, project: Project, root: SiteRoot) -> None:
        self.project = project
        self.root = root
        self.is_started = False
        self.is_complete = False
        self.generation = 0
        self._facts: dict[Path, str] = {}

    async def build(self) -> None:
        """Read all articles of the site, a few at a time, so that requests are answered."""
        self.is_started = True
        config, root = self.project.config, self.root
        names: list[str] = []
        turn = time.perf_counter()
        for name in nothing(config, config.cwd).search(root):
            names.append(name)
            turn = await _pause(turn)
        tasks = FactTasks(config.task)
        for task, checked in check_each(Files(names), tasks, contents={}):
            if task.site_root == root and task.path not in self._facts:
                self._facts[task.path] = packed(checked.facts)
            turn = await _pause(turn)
        self.is_complete = True
        self.generation += 1

    def update(self, task: Task, checked: Checked) -> bool:
        """Take the facts of a newer text of an article; whether they differ, not counting places.

        Args:
            task: the article.
            checked: the result for its text.
        """
        facts = packed(checked.facts)
        before = self._facts.get(task.path)
        if before == facts:
            return False
        self._facts[task.path] = facts
        self.generation += 1
        return before is None or _values(before) != _values(facts)

    def read(self, path: Path) -> bool:
        """Read an article again that has changed on the disk; whether its facts differ."""
        task = FactTasks(self.project.config.task)(path)
        if not path.exists():
            gone = self._facts.pop(path, None)
            self.generation += gone is not None
            return gone is not None
        [(_, checked)] = check_each([path], lambda _: task, contents={})
        return self.update(task, checked)

    def articles(self) -> list[ArticleFacts]:
        """The facts of all articles, sorted by path."""
        folder = self.root.folder
        found = ((below(path, folder), facts) for path, facts in list(self._facts.items()))
        return sorted(ArticleFacts(path, facts) for path, facts in found if path is not None)

    def findings(self, texts: Mapping[Path, str]) -> dict[Path, list[Finding]]:
        """The findings about the site, for some of its articles.

        Args:
            texts: the articles with the texts that their facts are from.
        """
        config = self.project.config
        sites = Sites(config.task)
        named = {}
        for path, facts in list(self._facts.items()):
            task = config.task(path)
            sites.add(task, Checked([], PackedFacts(facts)), is_reported=path in texts)
            if path in texts:
                named[task.name] = task
        found: dict[Path, list[Finding]] = defaultdict(list)
        for finding in sites.findings(lambda task: _bytes(texts, task)):
            if finding.path in named:
                found[named[finding.path].path].append(finding)
        return {
            task.path: self.project.without_baseline(task, found[task.path])
            for task in named.values()
        }


async def _pause(turn: float) -> float:
    """Let requests be answered if the turn has lasted long enough; the start of the turn."""
    if time.perf_counter() - turn < _TURN:
        return turn
    await asyncio.sleep(0)
    return time.perf_counter()


def _bytes(texts: Mapping[Path, str], task: Task) -> bytes | None:
    text = texts.get(task.path)
    return None if text is None else text.encode("utf-8")


def _values(facts: str) -> list[tuple[str, str]]:
    return [(fact.rule, fact.value) for fact in PackedFacts(facts)]


def text_of(path: Path, texts: Mapping[Path, str], most: int) -> str | None:
    """The text of an article, as the editor has it or from the disk; None if it is not readable.

    Args:
        path: the article.
        texts: the unsaved texts.
        most: maximum size in bytes.
    """
    if path in texts:
        return texts[path]
    try:
        text, fault = decode(read_file(path, most))
    except (OSError, TooLarge):
        return None
    return None if fault is not None else text


class SiteIndexes:
    """The sites of a folder, each read when one of its articles is opened."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._indexes: dict[SiteRoot, SiteIndex] = {}

    def of(self, task: Task) -> SiteIndex | None:
        """The site of an article, which may have to be built.

        None if no rule about the site is active.
        """
        if not task.plan.site_rules:
            return None
        known = self._indexes.get(task.site_root)
        if known is None:
            known = self._indexes[task.site_root] = SiteIndex(self._project, task.site_root)
        return known

    def clear(self) -> None:
        """Forget everything, since settings have changed."""
        self._indexes.clear()

    def read(self, paths: Iterable[Path]) -> bool:
        """Read articles again that have changed on the disk; whether any facts differ."""
        changed = False
        for path in paths:
            for root, index in self._indexes.items():
                if below(path, root.folder) is None:
                    continue
                try:
                    changed |= index.read(path)
                except ContentlintError:
                    continue
        return changed
