"""The commands that a report suggests: those that fix, and the one that explains a rule.

A suggested command must work where the report is read: with this run's paths and options, with the
program by the name it was started with, and after a pre-commit hook through pre-commit, whose
environment is not on the user's path.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from contentlint.core.finding import Commands, Report
from contentlint.core.patterns import lazy
from contentlint.reporters import one_line

# How many files a suggested command line names at most.
_MOST_PATHS = 20
_HOOK = "contentlint-fix"
_HOOKS_FILE = ".pre-commit-config.yaml"
# Of a hook or a stage: the file may be untrusted, and a name must not act as an option.
_NAME = lazy(r"\w[\w.-]*")


def commands(given: argparse.Namespace, report: Report, cwd: Path) -> Commands:
    """The commands that a report of this run suggests.

    The options alone are suggested if no short command line applies the fixes: for text on stdin,
    for many files, and for names with unprintable characters.

    Args:
        given: the options.
        report: the findings of this run.
        cwd: the working directory.
    """
    if not report.findings:
        return Commands()
    is_hook = os.environ.get("PRE_COMMIT") == "1"
    program = _program(is_hook=is_hook)
    explain = _joined([*program, "explain"]) if program else ""
    has_fixes = report.fixable("safe") or report.fixable("unsafe")
    if "-" in given.paths or given.stdin_filename or given.trusted_ref is not None or not has_fixes:
        return Commands(explain=explain)
    paths = list(given.paths)
    # With --staged or --changed, or many paths, only the files that have fixes are named.
    if given.staged or given.changed is not None or len(paths) > _MOST_PATHS or is_hook:
        paths = sorted({finding.path for finding in report.findings if finding.fix is not None})
    is_short = len(paths) <= _MOST_PATHS and all(one_line(path) == path for path in paths)
    if is_hook and (hook := _hook(cwd)):
        files = ["--files", *paths] if is_short else []
        return Commands(f"`{_joined([*hook, *files])}`", "", explain)
    if not program:
        return Commands(f"the hook `{_HOOK}`", "", explain)
    options = [*_same_options(given), *(["--"] if any(p[:1] == "-" for p in paths) else [])]
    if not is_short or any(one_line(word) != word for word in options):
        return Commands(explain=explain)
    start, words = [*program, "check", "--fix"], [*options, *paths]
    unsafe = _joined([*start, "--unsafe-fixes", *words])
    return Commands(f"`{_joined([*start, *words])}`", f"`{unsafe}`", explain)


def _joined(words: Sequence[str]) -> str:
    """Words as a command line of the usual shell."""
    if os.name == "nt":
        import subprocess

        return subprocess.list2cmdline(words)
    import shlex

    return shlex.join(words)


def _same_options(given: argparse.Namespace) -> Iterator[str]:
    """The options that affect the findings of an article."""
    for name in ("select", "ignore", "config"):
        for value in getattr(given, name):
            # A value may begin with a hyphen only after `=`.
            yield from (f"--{name}={value}",) if value.startswith("-") else (f"--{name}", value)
    if given.confidence is not None:
        yield from ("--confidence", given.confidence)
    options = ("isolated", "no_python_schemas", "no_plugins", "no_suppressions", "force_exclude")
    for name in (*options, "online"):
        if getattr(given, name):
            yield f"--{name.replace('_', '-')}"


def _program(*, is_hook: bool) -> list[str]:
    """The words that start contentlint; none if its users cannot start it.

    Args:
        is_hook: whether this is a hook of pre-commit, which puts its own environment on the path.
    """
    own = os.path.normcase(os.path.realpath(Path(sys.executable).parent))
    folders = os.get_exec_path()
    if is_hook:
        folders = [f for f in folders if os.path.normcase(os.path.realpath(f)) != own]
    from shutil import which  # takes longer to import than all else here

    if which("contentlint", path=os.pathsep.join(folders)):
        return ["contentlint"]
    if is_hook:
        return []
    # The name as typed: `.venv/bin/contentlint`, or `python3` of `python3 -m contentlint`.
    started = Path(sys.argv[0]).stem
    if started == "__main__" and sys.orig_argv[1:3] == ["-m", "contentlint"]:
        words = [sys.orig_argv[0], "-m", "contentlint"]
    else:
        words = [sys.argv[0] if started == "contentlint" else "contentlint"]
    return words if one_line(words[0]) == words[0] else ["contentlint"]


def _hook(cwd: Path) -> list[str]:
    """The command that runs the hook which fixes; empty if it is not configured."""
    import yaml

    from contentlint.core.reading import read_settings

    try:
        data = yaml.safe_load(read_settings(cwd / _HOOKS_FILE, cwd, 2**20))
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return []
    for hook in _hooks(data):
        if hook.get("id") != _HOOK:
            continue
        words = ["pre-commit", "run", str(hook.get("alias") or _HOOK)]
        stages = list(map(str, hook.get("stages") or ()))
        if stages and not {"pre-commit", "commit"} & set(stages):
            words += ["--hook-stage", stages[0]]
        return words if all(_NAME.fullmatch(word) for word in (words[2], words[-1])) else []
    return []


def _hooks(data: Any) -> Iterator[dict[str, Any]]:
    """The hooks of a pre-commit configuration; anything else in it is ignored."""
    repositories = data.get("repos") if isinstance(data, dict) else None
    for repository in repositories if isinstance(repositories, list) else ():
        hooks = repository.get("hooks") if isinstance(repository, dict) else None
        for hook in hooks if isinstance(hooks, list) else ():
            if isinstance(hook, dict) and isinstance(hook.get("stages") or [], list):
                yield hook
