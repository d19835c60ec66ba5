"""The facts of unchanged articles beside those of a run, without a task for each of them.

A run over one file of a large site needs the facts of all other articles. Most are unchanged, so
they are looked up folder by folder, with strings for paths. What the rows of the articles say is
stored once more for each folder, in one row: a run then reads one row, and compares one text with
the names and states of the files. Articles that differ are looked up one by one.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from contentlint.cache.key import digest, file_states
from contentlint.config.task import SiteRoot, Task, TaskOf
from contentlint.core.globs import below
from contentlint.engine.discover import Discovery, Files
from contentlint.engine.site import Sites
from contentlint.site.agent_files import may_be_of_agents
from contentlint.site.facts import NO_FACTS

if TYPE_CHECKING:
    from contentlint.cache.store import Cache

# The questions whose answers are the same for all articles of a folder.
_OF_FOLDER = frozenset({"author", "host", "day", "credit"})
_BATCH = 250
# The number of articles whose facts are stored in one row.
_MOST_OF_PART = 500


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
        skip = len(folder)
        simple = [name for name in group if name not in replaced] if replaced else group
        if not _are_simple([name[skip:] for name in simple], folder):
            simple = [name for name in simple if _are_simple([name[skip:]], folder)]
        known = dict(_of_folder(folder, simple, start, task, cache))
        sites.add_facts(root, [(f"{inside}{name}", facts) for name, facts in known.items()])
        if len(known) < len(group):
            rest += [name for name in group if name[skip:] not in known]
    return Files(rest)


def _folder(name: str) -> str:
    return name[: name.rfind(os.sep) + 1]


def _are_simple(names: Sequence[str], folder: str) -> bool:
    """Whether files have the settings of their folder, and the same names in reports and on disk.

    Args:
        names: their names in the folder.
        folder: the absolute path with a final `/`.
    """
    joined = "".join(names)
    return joined.isascii() and "\n" not in joined and not may_be_of_agents(f"{folder}{joined}")


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
    treatment = cache.keys.treatment(task.plan)
    if treatment is None:
        return
    settings = (treatment.program, treatment.schema, treatment.facts)
    about = (b"facts of a folder", os.fsencode(folder), os.fsencode(start))
    holds = _holding(task)
    number = 1 << (len(names) // _MOST_OF_PART).bit_length()
    parts: list[list[str]] = [list(names)] if number == 1 else [[] for _ in range(number)]
    for name in names if number > 1 else ():
        parts[crc32(name.encode()) % number].append(name)
    for place, part in enumerate(parts):
        key = digest((*settings, *about, b"%d of %d" % (place, number)))
        states = zip([name[len(folder) :] for name in part], file_states(part), strict=True)
        yield from _Part(dict(states), start, key, holds).unchanged(task, cache)


class _Part:
    """Some articles of a folder, whose facts are also stored together: in one row of the cache.

    The row has a line with the names, one with the states, one with the questions, and then the
    facts of one article on each line.

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
        """The unchanged articles: the name and the facts of each; arguments as for `_of_folder`."""
        states = self._states
        lines = [line.decode("utf-8", "replace") for line in cache.facts(self._key).split(b"\n")]
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
        yield from ((name, facts) for name, (_, facts) in found.items())
        others = [name for name, state in states.items() if state and name not in found]
        is_new = False
        for name, facts, questions, is_lasting in self._of_rows(others, task, cache):
            yield name, facts
            if is_lasting:
                found[name] = (states[name], facts)
                asked = {*(asked or ()), questions}
                is_new = True
        if is_new:
            cache.keep_facts(self._key, self._row(found, asked or set()))

    def _questions(self, lines: Sequence[str]) -> set[str] | None:
        """The questions of the stored facts; None if there are none that hold."""
        try:
            asked = set(map(str, json.loads(lines[2]))) if len(lines) > 3 else None
        except (ValueError, TypeError):
            return None
        return asked if asked is not None and all(map(self._holds, asked)) else None

    def _of_rows(
        self, names: Sequence[str], task: Task, cache: "Cache"
    ) -> Iterator[tuple[str, str, str, bool]]:
        """As `unchanged`, from the rows of the articles; also questions, and whether dates count.

        Yields:
            the name, the facts, their questions, and whether they are the same on other days.
        """
        before = len(self._start)
        for place in range(0, len(names), _BATCH):
            shown = [f"{self._start}{name}" for name in names[place : place + _BATCH]]
            for name, state, facts, questions, day in cache.unchanged(task, shown):
                if self._states.get(name[before:]) == state and self._holds(questions):
                    yield name[before:], facts, questions, not day

    def _row(self, found: dict[str, tuple[str, str]], asked: set[str]) -> str:
        names = [name for name in self._states if name in found]
        states, facts = zip(*(found[name] for name in names), strict=True)
        return "\n".join(
            ["/".join(names), "/".join(states), json.dumps(sorted(asked)), *map(str, facts)]
        )


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
