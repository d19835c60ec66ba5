"""Fix articles: read, mend, check, replace."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from contentlint.article.document import Document
from contentlint.config.resolve import Config
from contentlint.core.finding import Finding, Report
from contentlint.core.reading import TooLarge
from contentlint.core.source import Source, decode
from contentlint.core.writing import replace, snapshot
from contentlint.engine.check import (
    examine_content,
    examine_whole,
    of_file,
    unreadable,
    within_limit,
)
from contentlint.engine.discover import Discovery, shown
from contentlint.engine.guard import LIMIT_REACHED, OutOfTime, TimeLimit
from contentlint.fixing.rounds import FIX_FAILED, Mended, Workshop, mend
from contentlint.site.facts import settle

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
    config: Config,
    cwd: Path,
    fixing: Fixing,
    cache: "Cache | None" = None,
) -> Report:
    """Fix all files of a run, and report what is left.

    Args:
        discovery: which.
        config: what to do with each.
        cwd: the folder that paths of findings are relative to.
        fixing: how.
        cache: what is known of files that have not changed.

    Raises:
        SchemaError: a schema cannot be found or imported.
    """
    started = time.perf_counter()
    findings: list[Finding] = []
    fixed = 0
    for path in discovery.files:
        mended = fix_file(path, config, shown(path, cwd), fixing, cache)
        findings.extend(mended.findings)
        fixed += mended.fixed
    findings = settle(findings)
    findings.sort(key=lambda finding: finding.sort_key)
    seconds = time.perf_counter() - started
    return Report(tuple(findings), len(discovery.files), seconds, fixed)


def fix_file(
    path: Path, config: Config, name: str, fixing: Fixing, cache: "Cache | None" = None
) -> Mended:
    """Fix one file.

    Args:
        path: where it is, absolute.
        config: what to do with it.
        name: what reports call it.
        fixing: how.
        cache: what is known of it if it has not changed.
    """
    try:
        old = snapshot(path, config.plan(path).limits.file_size)
    except OSError as error:
        return Mended("", [unreadable(name, error)], 0)
    except TooLarge as error:
        return Mended("", [of_file(Source(name, ""), LIMIT_REACHED, str(error))], 0)
    findings = examine_content(old.data, path, config, name, cache)
    mended = _mended(old.data, findings, path, config, name, unsafe=fixing.unsafe)
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
            return Mended(before, [failure, *findings], 0)
    if fixing.on_change is not None:
        fixing.on_change(Change(name, before, mended.text))
    return mended


def fix_bytes(
    data: bytes, path: Path, config: Config, name: str, *, unsafe: bool = False
) -> Mended:
    """Mend the content of one file, which need not exist.

    What is not UTF-8 is checked and left as it is.

    Args:
        data: the content.
        path: where it is or would be, absolute.
        config: what to do with it.
        name: what reports call it.
        unsafe: whether unsafe fixes are made, too.
    """
    findings = examine_content(data, path, config, name)
    mended = _mended(data, findings, path, config, name, unsafe=unsafe)
    return mended._replace(findings=settle(mended.findings))


def _workshop(path: Path, config: Config, name: str, *, unsafe: bool) -> Workshop:
    plan = config.plan(path)
    return Workshop(
        check=lambda text: examine_whole(text.encode("utf-8"), path, config, name),
        read=lambda text: Document(
            Source(name, text), generator=plan.generator, deepest=plan.limits.depth
        ),
        unsafe=unsafe,
        moved=frozenset(rule.rule_id for rule in plan.rules if rule.fix_safety is not None),
    )


def _mended(
    data: bytes, findings: list[Finding], path: Path, config: Config, name: str, *, unsafe: bool
) -> Mended:
    text, fault = decode(data)
    workshop = _workshop(path, config, name, unsafe=unsafe)
    if fault is not None or not any(map(workshop.takes, findings)):
        return Mended(text, findings, 0)
    limits = config.plan(path).limits
    try:
        with TimeLimit(limits.seconds):
            if any(finding.rule == LIMIT_REACHED for finding in findings):
                findings = workshop.check(text)
            mended = mend(text, findings, workshop)
    except OutOfTime:
        message = f"fixing takes longer than the {limits.seconds:g} s of `limits.seconds`"
    except MemoryError:
        message = "fixing takes more memory than there is"
    else:
        return mended._replace(findings=within_limit(mended.findings, limits.findings))
    return Mended(text, [of_file(Source(name, text), FIX_FAILED, message), *findings], 0)
