"""Fix articles: read, mend, check, replace."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contentlint.article.document import Document
from contentlint.config.task import Checked, FactTasks, Task, TaskOf
from contentlint.core.finding import Report
from contentlint.core.packed import SortedFindings
from contentlint.core.reading import TooLarge
from contentlint.core.source import Source, decode
from contentlint.core.writing import replace, snapshot
from contentlint.engine.check import check
from contentlint.engine.discover import Discovery
from contentlint.engine.guard import LIMIT_REACHED, OutOfTime, TimeLimit
from contentlint.engine.lift import of_file, unreadable, within_limit
from contentlint.engine.run import check_content, site_findings
from contentlint.engine.site import Sites
from contentlint.fixing.rounds import FIX_FAILED, FixContext, FixResult, mend

if TYPE_CHECKING:
    from contentlint.cache.store import Cache


class Change(NamedTuple):
    """A file that fixes change: its shown name, and its text before and after."""

    name: str
    before: str
    after: str


class Fixing(NamedTuple):
    """How a run fixes.

    Args:
        unsafe: whether unsafe fixes are made, too.
        write: whether files are replaced.
        on_change: told of every change, right after it was made.
    """

    unsafe: bool = False
    write: bool = True
    on_change: Callable[[Change], None] | None = None


def fix_files(
    discovery: Discovery,
    task_of: TaskOf,
    fixing: Fixing,
    cache: "Cache | None" = None,
) -> Report:
    """Fix all files of a run, and report what is left.

    Args:
        discovery: which.
        task_of: makes their tasks.
        fixing: how.
        cache: what is known of files that have not changed.

    Raises:
        SchemaError: a schema cannot be found or imported.
    """
    started = time.perf_counter()
    findings, sites, fact_tasks = SortedFindings(), Sites(task_of), FactTasks(task_of)
    # What would be written: rules about the whole site read it in place of the files.
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
    findings.add(site_findings(sites, discovery, task_of, cache, contents=unwritten))
    seconds = time.perf_counter() - started
    return Report(findings.all(), len(discovery.files), seconds, fixed)


def _facts_of(result: FixResult, task: Task) -> Checked:
    """The facts of a text as it is now; `task` wants nothing else."""
    return check(task, result.text) if result.facts is None else Checked([], result.facts)


def fix_file(task: Task, fixing: Fixing, cache: "Cache | None" = None) -> FixResult:
    """Fix one file.

    Args:
        task: which, and what holds for it.
        fixing: how.
        cache: what is known of it if it has not changed.
    """
    name = task.name
    try:
        old = snapshot(task.path, task.plan.limits.file_size)
    except OSError as error:
        return FixResult("", [unreadable(name, error)], 0)
    except TooLarge as error:
        return FixResult("", [of_file(Source(name, ""), LIMIT_REACHED, str(error))], 0)
    checked = check_content(task, old.data, cache)
    mended = _mended(old.data, checked, task, unsafe=fixing.unsafe)
    before = decode(old.data)[0]
    if mended.text == before:
        return mended
    if fixing.write:
        try:
            replace(old, mended.text.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            message = f"file was not fixed: {reason[:1].lower()}{reason[1:]}"
            failure = of_file(Source(name, before), FIX_FAILED, message)
            return FixResult(before, [failure, *checked.findings], 0, checked.facts)
    if fixing.on_change is not None:
        fixing.on_change(Change(name, before, mended.text))
    return mended


def fix_content(
    task: Task,
    data: bytes,
    discovery: Discovery,
    task_of: TaskOf,
    cache: "Cache | None" = None,
    *,
    unsafe: bool = False,
) -> FixResult:
    """As `fix_bytes`, and what rules say of the whole site with the fixed content in its place.

    Args:
        task: what holds for it.
        data: the content.
        discovery: searches its site.
        task_of: makes the tasks of other articles.
        cache: what is known of these.
        unsafe: whether unsafe fixes are made, too.
    """
    result = fix_bytes(task, data, unsafe=unsafe)
    if not task.plan.site_rules:
        return result
    after = result.text.encode("utf-8") if result.fixed else data
    sites = Sites(task_of)
    sites.add(task, _facts_of(result, FactTasks(task_of)(task.path)))
    told = site_findings(sites, discovery, task_of, cache, contents={task.path: after})
    findings = sorted([*result.findings, *told], key=lambda finding: finding.sort_key)
    return result._replace(findings=findings)


def fix_bytes(task: Task, data: bytes, *, unsafe: bool = False) -> FixResult:
    """Mend the content of one file, which need not exist.

    What is not UTF-8 is checked and left as it is.

    Args:
        task: what holds for it.
        data: the content.
        unsafe: whether unsafe fixes are made, too.
    """
    return _mended(data, check(task, data), task, unsafe=unsafe)


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


def _mended(data: bytes, checked: Checked, task: Task, *, unsafe: bool) -> FixResult:
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
            mended = mend(text, findings, context)
    except OutOfTime:
        message = f"fixing takes longer than the {limits.seconds:g} s of `limits.seconds`"
    except MemoryError:
        message = "fixing takes more memory than there is"
    else:
        findings = within_limit(mended.findings, limits.findings)
        return mended._replace(findings=findings, facts=facts if mended.text == text else None)
    return FixResult(
        text, [of_file(Source(task.name, text), FIX_FAILED, message), *findings], 0, facts
    )
