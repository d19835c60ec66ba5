"""What the tools do, with limits on what they return."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from contentlint import registry, renames
from contentlint.baseline.apply import apply_baseline
from contentlint.config.names import check_name
from contentlint.config.plan import Limits
from contentlint.config.resolve import Config, Request, load
from contentlint.config.settings import as_toml
from contentlint.core.errors import UsageError
from contentlint.core.finding import SEVERITIES, Finding, Report, most_severe
from contentlint.core.reading import TooLarge, read_file
from contentlint.core.shown import shown
from contentlint.core.source import decode
from contentlint.engine.discover import Discovery, discover, nothing
from contentlint.engine.explanations import ENGINE_PAGES, full_id
from contentlint.engine.run import check_files
from contentlint.fixing.files import Change, Fixing, fix_bytes, fix_file
from contentlint.front_matter import read
from contentlint.mcp.roots import Place, Roots

MOST_FINDINGS = 200
"""The largest number of findings that a tool returns."""

# The longest texts that a tool returns, in code points.
_LONGEST_DIFF = 20_000
_LONGEST_TEXT = 100_000
_LONGEST_SCHEMA = 50_000
_MOST_SKIPPED = 20
# The number of articles that a schema is inferred from.
_MOST_ARTICLES = 5000

Answer = dict[str, Any]


class Tools:
    """The tools of a server.

    Args:
        roots: the folders that they may read and write.
        is_trusted: whether Python code of the folders may run.
    """

    def __init__(self, roots: Roots, *, is_trusted: bool) -> None:
        self._roots = roots
        self._is_trusted = is_trusted

    def check(self, paths: Sequence[str], text: str | None, limit: int) -> Answer:
        """Check files and folders, or a text that is not saved.

        Args:
            paths: the files and folders; empty: the first root.
            text: the content for the only path, instead of that of the file.
            limit: the number of findings to return.
        """
        limit = max(0, min(limit, MOST_FINDINGS))
        if text is not None:
            if len(paths) != 1:
                raise UsageError("with `text`, name one path")
            return self._check_text(self._roots.place(paths[0]), text, limit)
        places = [self._roots.place(path) for path in paths or (".",)]
        reports = [
            self._checked(root, [place.path for place in places if place.root == root])
            for root in dict.fromkeys(place.root for place in places)
        ]
        findings = [finding for report in reports for finding in report.findings]
        return _answer(findings, sum(report.files for report in reports), limit)

    def _check_text(self, place: Place, text: str, limit: int) -> Answer:
        config = self._config(place.root)
        contents = {place.path: text.encode("utf-8", "replace")}
        discovery = nothing(config, place.root).only([place.path])
        report = check_files(discovery, config.task, contents=contents)
        report = apply_baseline(report, [place.path], config.task, place.root)
        return _answer(list(report.findings), 1, limit)

    def _checked(self, root: Path, paths: Sequence[Path]) -> Report:
        config = self._config(root)
        discovery = self._discovered(config, root, paths)
        report = check_files(discovery, config.task)
        return apply_baseline(report, discovery.files, config.task, root)

    def fix(self, path: str, text: str | None, *, write: bool, unsafe: bool) -> Answer:
        """Fix a file, or a text that is not saved.

        Args:
            path: the file.
            text: its content instead of that of the file; it is returned with its fixes.
            write: whether to write the file; otherwise only the changes are returned.
            unsafe: whether to apply unsafe fixes as well.
        """
        place = self._roots.place(path)
        task = self._config(place.root).task(place.path)
        if text is not None:
            if write:
                raise UsageError("a text that is not saved cannot be written")
            result = fix_bytes(task, text.encode("utf-8", "replace"), unsafe=unsafe)
            fixed = {"text": result.text} if len(result.text) <= _LONGEST_TEXT else {}
            change = Change(task.name, text, result.text)
            return {"fixed": result.fixed, **_diff(change), **fixed, **_left(result.findings)}
        if not place.path.is_file():
            raise UsageError(f"no file `{path}`")
        changes: list[Change] = []
        fixing = Fixing(unsafe=unsafe, write=write, on_change=changes.append)
        result = fix_file(task, fixing)
        diff = _diff(changes[0]) if changes else {"diff": ""}
        is_written = write and bool(changes)
        return {"fixed": result.fixed, "written": is_written, **diff, **_left(result.findings)}

    def explain(self, rule: str) -> Answer:
        """What a rule finds, why it matters, and how to fix it."""
        if rule in ENGINE_PAGES:
            return {"rule": rule, "severity": "error", "page": ENGINE_PAGES[rule]}
        found = registry.load(full_id(rule))
        bad = [example.text for example in found.examples if example.spans][:2]
        return {
            "rule": found.id,
            "severity": found.severity,
            "preset": found.preset,
            "has_fix": found.fixable,
            "page": found.page,
            "standard": found.standard,
            "options": {
                name.replace("_", "-"): as_toml(parameter.default)
                for name, parameter in found.options.items()
            },
            "examples_with_the_problem": bad,
        }

    def rules(self, names: Sequence[str]) -> Answer:
        """The rules, or those of some categories, each with a summary."""
        for name in names:
            check_name(name, "names")
        chosen = {renames.current(name) for name in names}
        found = [
            registry.load(rule_id)
            for rule_id in registry.rule_ids()
            if not chosen or {rule_id, rule_id.partition("/")[0]} & chosen
        ]
        return {
            "rules": [
                {
                    "rule": rule.id,
                    "severity": rule.severity,
                    "preset": rule.preset,
                    "has_fix": rule.fixable,
                    "summary": rule.summary,
                }
                for rule in found
            ]
        }

    def infer(self, path: str, tolerance: float) -> Answer:
        """A schema for the articles in a folder.

        Args:
            path: the folder, or a file.
            tolerance: the share of articles that may violate the schema, in percent.
        """
        from contentlint.schema.infer import Article, infer

        if not 0 <= tolerance <= 50:
            raise UsageError("`tolerance` must be a percentage from 0 to 50")
        place = self._roots.place(path)
        discovery = self._discovered(self._config(place.root), place.root, [place.path])
        articles = []
        for file in discovery.files[:_MOST_ARTICLES]:
            try:
                text, fault = decode(read_file(file, Limits().file_size))
            except (OSError, TooLarge):
                continue
            front_matter = read(text)
            if fault is None and front_matter.format is not None and not front_matter.is_broken:
                articles.append(Article(shown(file, place.root), text, front_matter))
        if not articles:
            raise UsageError(f"no article with front matter in `{path}`")
        inferred = infer(articles, tolerance=tolerance / 100, head="Inferred from articles.")
        if len(inferred.source) > _LONGEST_SCHEMA:
            raise UsageError("the schema is too long; name a smaller folder")
        outliers = [
            {"path": article.path, "problems": [problem.message for problem in problems[:5]]}
            for article, problems in inferred.outliers[:_MOST_SKIPPED]
        ]
        return {"schema": inferred.source, "articles": inferred.articles, "outliers": outliers}

    def _config(self, root: Path) -> Config:
        return load(Request(python_schemas=self._is_trusted, plugins=self._is_trusted), root)

    def _discovered(self, config: Config, root: Path, paths: Sequence[Path]) -> Discovery:
        """The articles in some paths; no link in them leads out of the roots."""
        found = discover(tuple(map(str, paths)), config, root)
        return found.only(self._roots.within(found.files))


def _answer(findings: list[Finding], files: int, limit: int) -> Answer:
    """The findings, most severe first if there are more than the limit."""
    report = Report(findings, files, 0.0)
    return {
        "files": files,
        **{severity: report.count(severity) for severity in SEVERITIES},
        "with_safe_fix": report.fixable("safe"),
        "findings": [_finding(finding) for finding in most_severe(findings, limit)],
        "not_returned": max(0, len(findings) - limit),
    }


def _left(findings: list[Finding]) -> Answer:
    left = most_severe(findings, MOST_FINDINGS)
    return {"remaining": [_finding(finding) for finding in left]}


def _finding(finding: Finding) -> Answer:
    data: Answer = {
        "rule": finding.rule,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
    }
    if finding.help:
        data["help"] = finding.help
    if finding.fix is not None:
        data["fix"] = {"title": finding.fix.title, "safety": finding.fix.safety}
    return data


def _diff(change: Change) -> Answer:
    """The unified diff of a change, shortened."""
    lines = difflib.unified_diff(
        change.before.splitlines(keepends=True),
        change.after.splitlines(keepends=True),
        f"a/{change.name}",
        f"b/{change.name}",
    )
    text = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    if len(text) <= _LONGEST_DIFF:
        return {"diff": text}
    return {"diff": text[:_LONGEST_DIFF], "diff_is_shortened": True}
