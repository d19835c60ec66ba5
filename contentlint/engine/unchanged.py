"""Unchanged articles, answered folder by folder and without a task for each of them.

Most articles of a run are unchanged, and so are those beside it whose facts it needs. What the rows
of the articles of a folder say is stored once more in one row: a run then reads one row for each
folder, and compares one text with the names and states of the files. Articles that differ are
looked up one by one.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from contentlint.cache.entries import NONE, findings_of
from contentlint.cache.key import digest, file_states
from contentlint.config.task import FactTasks, SiteRoot, Task, TaskOf
from contentlint.core.finding import Finding
from contentlint.core.globs import below
from contentlint.core.packed import SortedFindings
from contentlint.core.shown import is_unicode
from contentlint.core.tuples import NamedTuple
from contentlint.engine.discover import Discovery, Files, names_of
from contentlint.engine.site import Sites
from contentlint.site.agent_files import may_be_of_agents

if TYPE_CHECKING:
    from contentlint.cache.store import Cache

# The questions whose answers are the same for all articles of a folder.
_OF_FOLDER = frozenset({"author", "host", "day", "credit", "content"})
_BATCH = 250
# The number of folders whose rows are read in one query.
_FOLDERS = 50
# The number of articles about which one row is stored.
_MOST_OF_PART = 500


def add_unchanged(
    discovery: Discovery,
    task_of: TaskOf,
    cache: "Cache",
    contents: Mapping[Path, bytes],
    sites: Sites,
    findings: SortedFindings,
) -> Sequence[Path]:
    """Add the findings and facts of unchanged articles of a run; return the other articles.

    Args:
        discovery: the files of the run.
        task_of: creates their tasks.
        cache: the results of earlier runs.
        contents: content that replaces that of some files.
        sites: receives the facts.
        findings: receives the findings.
    """
    rest: list[str] = []
    fact_tasks = FactTasks(task_of)
    folders = _folders(names_of(discovery.files), task_of, discovery, contents)
    for folder in _expected(folders, fact_tasks.only_facts, cache):
        task, facts = folder.task, dict[str, str]()
        known = folder.unchanged(task, cache)
        if task.plan.site_rules:
            facts = folder.unchanged(fact_tasks.only_facts(task), cache)
            known = {name: text for name, text in known.items() if name in facts}
        try:
            findings.add(_findings(known.values()))
        except (ValueError, TypeError, IndexError):
            known = {}  # damaged
        sites.add_facts(task, folder.placed(facts, known), is_reported=True)
        rest += folder.others(known)
    return Files(rest)


def _expected(
    folders: "Iterator[_Folder]", facts_of: Callable[[Task], Task], cache: "Cache"
) -> "Iterator[_Folder]":
    """Folders whose rows in the cache are read in one query for many of them."""
    while batch := list(islice(folders, _FOLDERS)):
        tasks = (
            (folder, task) for folder in batch for task in (folder.task, facts_of(folder.task))
        )
        cache.expect_shared([key for folder, task in tasks for key in folder.parts(task, cache)])
        yield from batch


def _findings(texts: Iterable[str]) -> list[Finding]:
    """The findings of several articles, which are decoded together."""
    return findings_of(f"[{','.join(text[1:-1] for text in texts if text != NONE)}]")


def add_unchanged_facts(
    root: SiteRoot,
    discovery: Discovery,
    fact_tasks: TaskOf,
    cache: "Cache",
    contents: Mapping[Path, bytes],
    sites: Sites,
) -> Sequence[Path]:
    """Add the facts of unchanged articles to their site; return the others beside the run.

    Args:
        root: the root of their site.
        discovery: the files of the run.
        fact_tasks: creates tasks that only collect facts.
        cache: the results of earlier runs.
        contents: content that replaces that of some files.
        sites: receives the facts.
    """
    rest: list[str] = []
    for folder in _folders(discovery.names_beside(root), fact_tasks, discovery, contents):
        facts: dict[str, str] = {}
        if folder.task.site_root == root:
            facts = folder.unchanged(folder.task, cache)
            sites.add_facts(folder.task, folder.placed(facts, facts), is_reported=False)
        rest += folder.others(facts)
    return Files(rest)


class _Folder(NamedTuple):
    """Articles of one folder.

    Args:
        place: its absolute path with a final `/`.
        paths: the absolute paths of the articles.
        states: the state of each that has the settings of the folder, by its name; empty if the
            state is not known.
        task: the task of one of them.
    """

    place: str
    paths: list[str]
    states: dict[str, str]
    task: Task

    def placed(self, facts: Mapping[str, str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The paths of some articles from the root of the site, with their facts."""
        path = self.task.path
        inside = (below(path, self.task.site_root.folder) or "")[: -len(path.name)]
        return ((f"{inside}{name}", facts[name]) for name in names)

    def others(self, known: Mapping[str, str]) -> list[str]:
        """The absolute paths of all articles except some."""
        skip = len(self.place)
        if len(known) == len(self.paths):
            return []
        return [path for path in self.paths if path[skip:] not in known]

    def unchanged(self, task: Task, cache: "Cache") -> dict[str, str]:
        """What is stored about its unchanged articles, by name; arguments as for `Cache.unchanged`.

        Args:
            task: that of one of them; if it only collects facts, it is the facts, otherwise the
                findings.
            cache: the results of earlier runs.
        """
        holds, found = _holding(task), dict[str, str]()
        for key, states in self.parts(task, cache).items():
            part = _Part(states, self.start, key, holds)
            found.update(part.unchanged(task, cache))
        return found

    def parts(self, task: Task, cache: "Cache") -> dict[bytes, dict[str, str]]:
        """The keys of the rows about its articles, with their states; none if nothing is cached."""
        treatment = cache.keys.treatment(task.plan)
        if treatment is None or not self.states:
            return {}
        settings = (treatment.program, treatment.schema, treatment.facts, treatment.plan)
        # Findings with selectors replace those without, while the states of files are the same.
        kind = b"selectors" if task.plan.selectors and not task.plan.only_facts else b""
        about = (b"folder", kind, os.fsencode(self.place), os.fsencode(self.start))
        parts = _parts(self.states)
        return {
            digest((*settings, *about, b"%d of %d" % (number, len(parts)))): states
            for number, states in enumerate(parts)
        }

    @property
    def start(self) -> str:
        """What precedes the names of its articles in reports."""
        return self.task.name[: -len(self.task.path.name)]


def _folders(
    names: Iterable[str], task_of: TaskOf, discovery: Discovery, contents: Mapping[Path, bytes]
) -> Iterator[_Folder]:
    """Articles by folder.

    Args:
        names: absolute.
        task_of: creates a task for each folder.
        discovery: knows whether all of its articles have the same settings.
        contents: content that replaces that of some files.
    """
    replaced = set(map(str, contents))
    folders: dict[str, list[str]] = {}
    for name in names:
        folders.setdefault(name[: name.rfind(os.sep) + 1], []).append(name)
    for place, paths in folders.items():
        skip = len(place)
        simple = [path for path in paths if path not in replaced] if replaced else paths
        if not _are_simple([path[skip:] for path in simple], place):
            simple = [path for path in simple if _are_simple([path[skip:]], place)]
        first = Path((simple or paths)[0])
        task = task_of(first)
        is_in_site = below(first, task.site_root.folder) is not None
        if not (is_in_site and task.name.endswith(first.name) and discovery.has_one_plan(first)):
            simple = []
        states = dict(zip([path[skip:] for path in simple], file_states(simple), strict=True))
        yield _Folder(place, paths, states, task)


def _are_simple(names: Sequence[str], folder: str) -> bool:
    """Whether files have the settings of their folder, and the same names in reports and on disk.

    Args:
        names: their names in the folder.
        folder: the absolute path with a final `/`.
    """
    joined = "/".join(names)
    is_plain = is_unicode(joined) and "\n" not in joined
    return is_plain and not may_be_of_agents(f"{folder}{joined}")


def _parts(states: dict[str, str]) -> list[dict[str, str]]:
    """The articles of a folder in parts, which depend on their names and roughly their number."""
    number = 1 << (len(states) // _MOST_OF_PART).bit_length()
    if number == 1:
        return [states]
    parts: list[dict[str, str]] = [{} for _ in range(number)]
    for name, state in states.items():
        parts[crc32(name.encode()) % number][name] = state
    return parts


class _Part:
    """Some articles of a folder, about which one row of the cache is stored as well.

    The row has a line with the names, one with the states, one with the questions, and then the
    findings or facts of one article on each line.

    Args:
        states: the state of each article now, by its name in the folder; empty if it is unknown.
        start: what precedes the names in reports.
        key: of the row.
        holds: whether questions (as JSON) have the stored answers.
    """

    def __init__(
        self, states: dict[str, str], start: str, key: bytes, holds: Callable[[str], bool]
    ) -> None:
        self._states = states
        self._start = start
        self._key = key
        self._holds = holds

    def unchanged(self, task: Task, cache: "Cache") -> Iterator[tuple[str, str]]:
        """The unchanged articles, as `_Folder.unchanged`."""
        states = self._states
        lines = cache.shared(self._key).split("\n")
        asked = self._questions(lines)
        if asked is not None and lines[:2] == ["/".join(states), "/".join(states.values())]:
            yield from zip(states, lines[3:], strict=False)
            return
        stored: dict[str, tuple[str, str]] = {}
        if asked is not None:
            of_each = zip(lines[1].split("/"), lines[3:], strict=False)
            stored = dict(zip(lines[0].split("/"), of_each, strict=False))
        found = {
            name: stored[name]
            for name, state in states.items()
            if name in stored and state == stored[name][0]
        }
        yield from ((name, text) for name, (_, text) in found.items())
        others = [name for name, state in states.items() if state and name not in found]
        is_new = False
        for name, text, questions, is_lasting in self._of_rows(others, task, cache):
            yield name, text
            if is_lasting:
                found[name] = (states[name], text)
                asked = {*(asked or ()), questions}
                is_new = True
        if is_new:
            cache.share(self._key, self._row(found, asked or set()))

    def _questions(self, lines: Sequence[str]) -> set[str] | None:
        """The stored questions; None if there are none that hold."""
        try:
            asked = set(map(str, json.loads(lines[2]))) if len(lines) > 3 else None
        except (ValueError, TypeError):
            return None
        return asked if asked is not None and all(map(self._holds, asked)) else None

    def _of_rows(
        self, names: Sequence[str], task: Task, cache: "Cache"
    ) -> Iterator[tuple[str, str, str, bool]]:
        """As `Cache.unchanged`, for articles of this part by name, if the answers still hold."""
        before = len(self._start)
        for place in range(0, len(names), _BATCH):
            batch = names[place : place + _BATCH]
            states = {f"{self._start}{name}": self._states[name] for name in batch}
            for name, text, questions, is_lasting in cache.unchanged(task, states):
                if self._holds(questions):
                    yield name[before:], text, questions, is_lasting

    def _row(self, found: dict[str, tuple[str, str]], asked: set[str]) -> str:
        names = [name for name in self._states if name in found]
        states, texts = zip(*(found[name] for name in names), strict=True)
        return "\n".join(["/".join(names), "/".join(states), json.dumps(sorted(asked)), *texts])


def _holding(task: Task) -> Callable[[str], bool]:
    """A function that says whether questions (as JSON) have the stored answers for a folder."""
    known: dict[str, bool] = {NONE: True}

    def holds(questions: str) -> bool:
        if questions not in known:
            known[questions] = _hold(task, questions)
        return known[questions]

    return holds


def _hold(task: Task, questions: str) -> bool:
    try:
        asked: Iterable[list[object]] = json.loads(questions)
        is_shared = all(kind in _OF_FOLDER for kind, _, _ in asked)
        return is_shared and task.site().changed(asked) is None
    except (ValueError, TypeError):
        return False
