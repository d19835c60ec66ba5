"""The facts of unchanged articles beside those of a run, without a task for each of them.

A run over one file of a large site needs the facts of all other articles. Most are unchanged, so
they are looked up folder by folder, with strings for paths.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.cache.key import file_states
from contentlint.config.task import SiteRoot, Task, TaskOf
from contentlint.core.globs import below
from contentlint.engine.discover import Discovery, Files
from contentlint.engine.site import Sites
from contentlint.site.agent_files import agent_file
from contentlint.site.facts import NO_FACTS

if TYPE_CHECKING:
    from contentlint.cache.store import Cache

# The questions whose answers are the same for all articles of a folder.
_OF_FOLDER = frozenset({"author", "host", "day", "credit"})
_BATCH = 250


def add_unchanged(
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
    replaced = set(map(str, contents))
    for folder, alike in groupby(discovery.names_beside(root), key=_folder):
        group = list(alike)
        first = Path(group[0])
        task = fact_tasks(first)
        start = task.name[: -len(first.name)]
        inner = below(first, root.folder)
        is_plain = task.name == f"{start}{first.name}" and inner is not None
        if not is_plain or task.site_root != root or not discovery.has_one_plan(first):
            rest += group
            continue
        inside = (inner or "")[: -len(first.name)]
        simple = [name for name in group if name not in replaced and _is_simple(name, len(folder))]
        known = dict(_of_folder(folder, simple, start, task, cache))
        sites.add_facts(root, [(f"{inside}{name}", facts) for name, facts in known.items()])
        skip = len(folder)
        rest += [name for name in group if name[skip:] not in known]
    return Files(rest)


def _folder(name: str) -> str:
    return name[: name.rfind(os.sep) + 1]


def _is_simple(path: str, start: int) -> bool:
    """Whether a file has the settings of its folder, and the same name in reports and on disk."""
    return path[start:].isascii() and agent_file(path) is None


def _of_folder(
    folder: str, names: Sequence[str], start: str, task: Task, cache: "Cache"
) -> Iterator[tuple[str, str]]:
    """The unchanged articles of a folder: the name in it and the facts of each.

    Args:
        folder: the absolute path with a final `/`.
        names: the absolute paths of the articles.
        start: what precedes their names in reports.
        task: the task of one of them.
        cache: the results of earlier runs.
    """
    skip, before = len(folder), len(start)
    holds = _holding(task)
    for place in range(0, len(names), _BATCH):
        batch = names[place : place + _BATCH]
        shown = [f"{start}{name[skip:]}" for name in batch]
        states = dict(zip(shown, file_states(batch), strict=True))
        for name, state, facts, questions in cache.unchanged(task, shown):
            if states.get(name) == state and holds(questions):
                yield name[before:], facts


def _holding(task: Task) -> Callable[[str], bool]:
    """A function that says whether questions (as JSON) have the stored answers for a folder."""
    known: dict[str, bool] = {NO_FACTS: True}

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
