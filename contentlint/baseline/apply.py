"""The baselines of a run: each article has that of its configuration or of the command line."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contentlint import registry
from contentlint.baseline import file as baseline
from contentlint.baseline.file import Entry, numbered
from contentlint.config.plan import BaselineFile
from contentlint.config.task import TaskOf
from contentlint.core.finding import BaselineCounts, Finding, Report
from contentlint.core.packed import packed
from contentlint.core.records import replace
from contentlint.core.shown import shown
from contentlint.core.tuples import NamedTuple
from contentlint.engine.discover import Files
from contentlint.engine.lift import INTERNAL_ERROR, UNREADABLE_FILE
from contentlint.engine.walking import CONTENT_SUFFIXES

# Findings about failed rules and unreadable files are never suppressed.
_ALWAYS_REPORTED = frozenset({INTERNAL_ERROR, UNREADABLE_FILE})


class Written(NamedTuple):
    """The changes to a baseline file.

    Args:
        file: its displayed path.
        entries: number of entries.
        files: number of articles with entries.
        new: number of added entries.
        gone: number of removed entries.
    """

    file: str
    entries: int
    files: int
    new: int
    gone: int


def apply_baseline(report: Report, files: Iterable[Path], task_of: TaskOf, cwd: Path) -> Report:
    """Remove the findings from a report that the baselines of its articles contain.

    Args:
        report: of these articles.
        files: the checked files, absolute.
        task_of: creates the tasks of articles, which name their baselines.
        cwd: the folder that paths of findings are relative to.

    Raises:
        ConfigError: a baseline is missing or damaged.
    """
    found = _covers(files, task_of)
    if not found:
        return report
    covers = _with_others(found, report, task_of, cwd)
    known = {
        cover.file: baseline.read(cover.file, shown(cover.file, cwd), cover.root)
        for cover in covers
    }
    held: dict[Path, set[Entry]] = {file: set() for file in known}

    def new() -> Iterator[Finding]:
        for file, entry, finding in _entries(report.findings, covers, cwd):
            if file is None or entry not in known[file]:
                yield finding
            else:
                held[file].add(entry)

    kept = packed(new())
    fixed = sum(
        cover.was_checked(entry)
        for cover in covers
        for entry in known[cover.file] - held[cover.file]
    )
    count = BaselineCounts(sum(map(len, held.values())), fixed)
    return replace(report, findings=kept, in_baseline=count)


def record(
    report: Report, files: Iterable[Path], task_of: TaskOf, cwd: Path, *, prune: bool = False
) -> list[tuple[Path, str, Written]]:
    """The new content of the baselines of a run: path, text and changes of each.

    Entries of articles that were not checked are kept while the article exists.

    Args:
        report: of these articles, without a baseline applied.
        files: the checked files, absolute.
        task_of: creates the tasks of articles, which name their baselines; the default is a file in
            `cwd`.
        cwd: the folder that paths of findings are relative to.
        prune: whether to add no entries, and to keep those of rules that did not run.

    Raises:
        ConfigError: a baseline is damaged, or there is none to prune.
    """
    default = BaselineFile(cwd / baseline.FILE_NAME, None, cwd)
    covers = _with_others(_covers(files, task_of, default), report, task_of, cwd, default)
    found: dict[Path, set[Entry]] = defaultdict(set)
    for file, entry, _ in _entries(report.findings, covers, cwd):
        if file is not None:
            found[file].add(entry)
    result = []
    for cover in covers:
        name = shown(cover.file, cwd)
        is_there = prune or os.path.lexists(cover.file)
        old = baseline.read(cover.file, name, cover.root) if is_there else frozenset()
        kept = {entry for entry in old if cover.keeps(entry, prune=prune)}
        new = kept | (found[cover.file] & old if prune else found[cover.file])
        count = len({entry.path for entry in new})
        written = Written(name, len(new), count, len(new - old), len(old - new))
        result.append((cover.file, baseline.write(new), written))
    return result


class _Cover:
    """A baseline and the articles of a run that use it.

    Args:
        baseline: the baseline.
        task_of: creates the tasks of articles, which name the rules that run.
    """

    def __init__(self, baseline: BaselineFile, task_of: TaskOf) -> None:
        self.file, self.root, self._folder = baseline
        self._task_of = task_of
        self.articles: dict[str, Path] = {}
        self._rules: dict[str, frozenset[str]] = {}
        self._exists: dict[str, bool] = {}

    def relative(self, path: Path) -> str:
        """The path of an article in the baseline."""
        return Path(os.path.relpath(path, self._folder)).as_posix()

    def was_checked(self, entry: Entry) -> bool:
        """Whether the run checked the article of an entry with its rule."""
        path = self.articles.get(entry.path)
        if path is None:
            return False
        if entry.path not in self._rules:
            rules = self._task_of(path).plan.rules
            self._rules[entry.path] = frozenset(rule.rule_id for rule in rules)
        return entry.rule in self._rules[entry.path]

    def keeps(self, entry: Entry, *, prune: bool) -> bool:
        """Whether to keep an entry that the run did not find."""
        if entry.path in self.articles:
            return (prune or _needs_network(entry.rule)) and not self.was_checked(entry)
        if entry.path not in self._exists:
            self._exists[entry.path] = (self._folder / entry.path).exists()
        return self._exists[entry.path]


def _needs_network(rule_id: str) -> bool:
    """Whether a rule runs only with `--online`."""
    return rule_id in registry.rule_ids() and registry.load(rule_id).is_online


_Covers = dict[Path, _Cover]


def _covers(files: Iterable[Path], task_of: TaskOf, default: BaselineFile | None = None) -> _Covers:
    """The baselines of articles by file, each with the articles that use it."""
    covers: _Covers = {}
    _add(covers, files.names if isinstance(files, Files) else map(str, files), task_of, default)
    return covers


def _with_others(
    covers: _Covers,
    report: Report,
    task_of: TaskOf,
    cwd: Path,
    default: BaselineFile | None = None,
) -> list[_Cover]:
    """The baselines, also with the files that have findings but are not articles."""
    articles = tuple(CONTENT_SUFFIXES)
    others = {found.path for found in report.findings if not found.path.lower().endswith(articles)}
    _add(covers, (os.path.normpath(cwd / path) for path in sorted(others)), task_of, default)
    return list(covers.values())


def _add(
    covers: _Covers, names: Iterable[str], task_of: TaskOf, default: BaselineFile | None
) -> None:
    """Add files, by absolute path, to the baselines that they use."""
    folders: dict[str, BaselineFile | None] = {}
    # Runs for every file, so it must be fast.
    for name in names:
        folder = name[: name.rfind(os.sep)]
        if folder not in folders:
            folders[folder] = task_of(Path(name)).plan.baseline or default
        own = folders[folder]
        if own is not None:
            path = Path(name)
            if own.file not in covers:
                covers[own.file] = _Cover(own, task_of)
            cover = covers[own.file]
            cover.articles[cover.relative(path)] = path


def _entries(
    findings: Sequence[Finding], covers: Iterable[_Cover], cwd: Path
) -> Iterator[tuple[Path | None, Entry, Finding]]:
    """Each finding with its entry and the baseline of its article."""
    places = {
        shown(path, cwd): (cover.file, relative)
        for cover in covers
        for relative, path in cover.articles.items()
    }
    nowhere = (None, "")
    paths = (places.get(finding.path, nowhere)[1] for finding in findings)
    for entry, finding in numbered(zip(paths, findings, strict=True)):
        file = places.get(finding.path, nowhere)[0]
        yield None if finding.rule in _ALWAYS_REPORTED else file, entry, finding
