"""Apply the fixes of findings about a site, after those of its articles.

Their rules read the facts of all articles, so an article alone cannot show whether a fix helped:
the engine checks the article again, keeps the fixes if it has no new findings, and computes the
findings about the site once more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from contentlint.config.task import Task, TaskOf
from contentlint.core.edits import apply, fitting
from contentlint.core.finding import Finding, Fix
from contentlint.core.reading import TooLarge
from contentlint.core.source import decode
from contentlint.core.tuples import NamedTuple
from contentlint.core.writing import replace, snapshot
from contentlint.engine.check import check


class SiteFixed(NamedTuple):
    """An article that was changed: its task, its text before and after, and the number of fixes."""

    task: Task
    before: str
    after: str
    fixes: int


def fix_about_site(
    findings: Iterable[Finding],
    files: Iterable[Path],
    task_of: TaskOf,
    contents: Mapping[Path, bytes],
    *,
    unsafe: bool,
    write: bool,
) -> list[SiteFixed]:
    """Apply the fixes of findings about a site.

    Args:
        findings: the findings.
        files: the articles of the run.
        task_of: creates their tasks.
        contents: content that replaces that of files.
        unsafe: whether to apply unsafe fixes as well.
        write: whether to write the files.
    """
    fixable: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.fix is not None and (unsafe or finding.fix.safety == "safe"):
            fixable[finding.path].append(finding)
    tasks = (task_of(path) for path in files) if fixable else ()
    changed = (
        _fixed(task, fixable[task.name], contents.get(task.path), write=write)
        for task in tasks
        if task.name in fixable
    )
    return [each for each in changed if each is not None]


def _fixed(
    task: Task, findings: list[Finding], content: bytes | None, *, write: bool
) -> SiteFixed | None:
    rules = {rule.rule_id for rule in task.plan.site_rules}
    fixes: list[Fix] = [
        finding.fix for finding in findings if finding.rule in rules and finding.fix is not None
    ]
    try:
        old = snapshot(task.path, task.plan.limits.file_size)
        before, fault = decode(old.data if content is None else content)
        chosen = fitting(fixes)
        after = apply(before, chosen)
        if fault is not None or after == before or _is_worse(task, before, after):
            return None
        if write:
            replace(old, after.encode("utf-8"))
    except (OSError, TooLarge):
        return None  # the finding remains in the report
    return SiteFixed(task, before, after, len(chosen))


def _is_worse(task: Task, before: str, after: str) -> bool:
    """Whether an article has findings of a rule that it did not have before."""
    counts = (
        Counter(finding.rule for finding in check(task, text, every_finding=True).findings)
        for text in (before, after)
    )
    earlier, later = counts
    return bool(later - earlier)
