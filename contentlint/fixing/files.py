"""Fix articles: read, fix, check and replace files."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from contentlint.article.document import Document
from contentlint.config.task import Checked, FactTasks, Task, TaskOf
from contentlint.core import records
from contentlint.core.finding import Finding, Report
from contentlint.core.packed import SortedFindings
from contentlint.core.reading import TooLarge
from contentlint.core.source import Source, decode
from contentlint.core.tuples import NamedTuple
from contentlint.core.writing import replace, snapshot
from contentlint.engine.check import check
from contentlint.engine.discover import Discovery
from contentlint.engine.guard import LIMIT_REACHED, OutOfTime, TimeLimit
from contentlint.engine.lift import of_file, unreadable, within_limit
from contentlint.engine.run import check_content, check_files, site_findings
from contentlint.engine.site import Sites
from contentlint.fixing.rounds import FIX_FAILED, FixContext, FixResult, fix_text
from contentlint.fixing.site_fixes import fix_about_site

if TYPE_CHECKING:
    from contentlint.cache.store import Cache


# After a corrected path, its anchor may turn out to be wrong as well.
_MOST_SITE_ROUNDS = 3


class Change(NamedTuple):
    """A file changed by fixes: its displayed path, and its text before and after."""

    name: str
    before: str
    after: str


class Fixing(NamedTuple):
    """How a run applies fixes.

    Args:
        unsafe: whether to apply unsafe fixes as well.
        write: whether to write the files.
        on_change: called once for each changed file, at the end of `fix_files`.
        jobs: number of worker processes that read other articles of a site; None for automatic.
    """

    unsafe: bool = False
    write: bool = True
    on_change: Callable[[Change], None] | None = None
    jobs: int | None = 1


def fix_files(
    discovery: Discovery,
    task_of: TaskOf,
    fixing: Fixing,
    cache: "Cache | None" = None,
) -> Report:
    """Fix all files of a run, and report the remaining findings.

    Args:
        discovery: the files.
        task_of: creates their tasks.
        fixing: how fixes are applied.
        cache: findings of unchanged files.

    Raises:
        SchemaError: a schema cannot be found or imported.
    """
    started = time.perf_counter()
    findings, sites, fact_tasks = SortedFindings(), Sites(task_of), FactTasks(task_of)
    # Fixes of an article and those of its site are one change.
    changes: dict[str, Change] = {}
    on_change = fixing.on_change

    def note(change: Change) -> None:
        first = changes.get(change.name, change)
        changes[change.name] = change._replace(before=first.before)

    fixing = fixing._replace(on_change=note)
    # Fixed content that is not written; rules about the site use it instead of the files.
    unwritten: dict[Path, bytes] = {}
    fixed = 0
    for path in discovery.files:
        task = task_of(path)
        result = fix_file(task, fixing, cache)
        findings.add(result.findings)
        fixed += result.fixed
        if task.plan.site_rules:
            sites.add(task, _facts_of(result, fact_tasks(path)))
            if result.fixed and not fixing.write:
                unwritten[path] = result.text.encode("utf-8")
    about_site = list(
        site_findings(sites, discovery, task_of, cache, contents=unwritten, jobs=fixing.jobs)
    )
    findings.add(about_site)
    report = Report(findings.all(), len(discovery.files), 0.0, fixed)
    report = _fix_site(report, about_site, discovery, task_of, fixing, cache, unwritten)
    if on_change is not None:
        for change in changes.values():
            on_change(change)
    return records.replace(report, seconds=time.perf_counter() - started)


def _fix_site(
    report: Report,
    findings: Iterable[Finding],
    discovery: Discovery,
    task_of: TaskOf,
    fixing: Fixing,
    cache: "Cache | None",
    unwritten: dict[Path, bytes],
) -> Report:
    """Apply the fixes of rules about the site, and report the remaining findings.

    Args:
        report: the report after all other fixes.
        findings: the findings about the site.
        discovery, task_of, fixing, cache: as for `fix_files`.
        unwritten: fixed content that is not written.
    """
    for _ in range(_MOST_SITE_ROUNDS):
        changed = fix_about_site(
            findings, discovery.files, task_of, unwritten, unsafe=fixing.unsafe, write=fixing.write
        )
        if not changed:
            break
        for each in changed:
            if fixing.on_change is not None:
                fixing.on_change(Change(each.task.name, each.before, each.after))
            if not fixing.write:
                unwritten[each.task.path] = each.after.encode("utf-8")
        failed = [finding for finding in report.findings if finding.rule == FIX_FAILED]
        fixed = (report.fixed or 0) + sum(each.fixes for each in changed)
        after = check_files(discovery, task_of, cache, contents=unwritten, jobs=fixing.jobs)
        findings = after.findings
        everything = sorted([*failed, *findings], key=lambda finding: finding.sort_key)
        report = records.replace(after, findings=everything, fixed=fixed)
    return report


def _facts_of(result: FixResult, task: Task) -> Checked:
    """The facts of the resulting text; `task` collects only facts."""
    return check(task, result.text) if result.facts is None else Checked([], result.facts)


def fix_file(task: Task, fixing: Fixing, cache: "Cache | None" = None) -> FixResult:
    """Fix one file.

    Args:
        task: the file and its settings.
        fixing: how fixes are applied.
        cache: its findings if it has not changed.
    """
    name = task.name
    try:
        old = snapshot(task.path, task.plan.limits.file_size)
    except OSError as error:
        return FixResult("", [unreadable(name, error)], 0)
    except TooLarge as error:
        return FixResult("", [of_file(Source(name, ""), LIMIT_REACHED, str(error))], 0)
    checked = check_content(task, old.data, cache)
    fixed = _fix(old.data, checked, task, unsafe=fixing.unsafe)
    before = decode(old.data)[0]
    if fixed.text == before:
        return fixed
    if fixing.write:
        try:
            replace(old, fixed.text.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            message = f"file not fixed: {reason[:1].lower()}{reason[1:]}"
            failure = of_file(Source(name, before), FIX_FAILED, message)
            return FixResult(before, [failure, *checked.findings], 0, checked.facts)
    if fixing.on_change is not None:
        fixing.on_change(Change(name, before, fixed.text))
    return fixed


def fix_content(
    task: Task,
    data: bytes,
    discovery: Discovery,
    task_of: TaskOf,
    cache: "Cache | None" = None,
    *,
    unsafe: bool = False,
    jobs: int | None = 1,
) -> FixResult:
    """Like `fix_bytes`, plus the findings about the site with the fixed content.

    Args:
        task: the settings of the file.
        data: the content.
        discovery: searches its site.
        task_of: creates the tasks of other articles.
        cache: the findings of other articles.
        unsafe: whether to apply unsafe fixes as well.
        jobs: as for `Fixing`.
    """
    result = fix_bytes(task, data, unsafe=unsafe)
    if not task.plan.site_rules:
        return result
    after = result.text.encode("utf-8") if result.fixed else data
    sites = Sites(task_of)
    sites.add(task, _facts_of(result, FactTasks(task_of)(task.path)))
    contents = {task.path: after}
    about_site = site_findings(sites, discovery, task_of, cache, contents=contents, jobs=jobs)
    findings = sorted([*result.findings, *about_site], key=lambda finding: finding.sort_key)
    return result._replace(findings=findings)


def fix_bytes(task: Task, data: bytes, *, unsafe: bool = False) -> FixResult:
    """Fix the content of one file, which may not exist.

    Content that is not UTF-8 is checked but not changed.

    Args:
        task: the settings of the file.
        data: the content.
        unsafe: whether to apply unsafe fixes as well.
    """
    return _fix(data, check(task, data), task, unsafe=unsafe)


def _context(task: Task, *, unsafe: bool) -> FixContext:
    plan = task.plan
    return FixContext(
        check=lambda text: check(task, text, every_finding=True).findings,
        read=lambda text: Document(
            Source(task.name, text), generator=plan.generator, deepest=plan.limits.depth
        ),
        unsafe=unsafe,
        moved=frozenset(rule.rule_id for rule in plan.rules if rule.fix_safety is not None),
    )


def _fix(data: bytes, checked: Checked, task: Task, *, unsafe: bool) -> FixResult:
    text, fault = decode(data)
    findings, facts = checked.findings, checked.facts
    context = _context(task, unsafe=unsafe)
    if fault is not None or not any(map(context.takes, findings)):
        return FixResult(text, findings, 0, facts)
    limits = task.plan.limits
    try:
        with TimeLimit(limits.seconds):
            if any(finding.rule == LIMIT_REACHED for finding in findings):
                findings = context.check(text)
            fixed = fix_text(text, findings, context)
    except OutOfTime:
        message = f"file not fixed: it takes longer than {limits.seconds:g} s (`limits.seconds`)"
    except MemoryError:
        message = "file not fixed: out of memory"
    else:
        findings = within_limit(fixed.findings, limits.findings)
        return fixed._replace(findings=findings, facts=facts if fixed.text == text else None)
    return FixResult(
        text, [of_file(Source(task.name, text), FIX_FAILED, message), *findings], 0, facts
    )
