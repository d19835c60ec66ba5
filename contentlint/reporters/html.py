"""For editors: a self-contained page to open in a browser.

The page has totals, charts, and a list to search, filter and sort. Its parts are in the folder
`page` and are combined here: the style sheets, the scripts, in this order, and the findings as
JSON, column by column. A content security policy allows these scripts and styles by their hashes
and nothing else; the scripts insert text from articles as text nodes.
"""

import base64
import hashlib
import html
import json
import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from string import Template
from typing import Any

from contentlint.core.finding import SEVERITIES, Finding, Report
from contentlint.reporters._counts import remarks
from contentlint.reporters._machine import unseen_escaped
from contentlint.reporters._style import Style

_FOLDER = Path(__file__).parent / "page"
_STYLES = ("page.css", "charts.css", "list.css", "media.css")
_SCRIPTS = ("text.js", "data.js", "query.js", "charts.js", "list.js", "copy.js", "page.js")

# The maximum length of an excerpt, in code points; shorter ones are used if all excerpts of a
# report together exceed the limit (in bytes of UTF-8).
_EXCERPTS = (160, 100, 60)
_ALL_EXCERPTS = 7_000_000

_FIXES = (None, "safe", "unsafe")
_CONFIDENCES = ("high", "medium", "low")
_DATA = "@data@"
# The columns of the table: those for the charts, and those for the list.
_SHORT = ("path", "rule", "severity", "fix")
_LONG = (
    *("line", "column", "message", "help", "confidence"),
    *("excerpt", "start", "end", "cut"),
)


def render(report: Report, style: Style) -> Iterator[str]:
    """The page with every finding."""
    return _page(report, style, _Table(report, listed=True))


def render_statistics(report: Report, style: Style) -> Iterator[str]:
    """The page without the list: totals and charts."""
    return _page(report, style, _Table(report, listed=False))


def _page(report: Report, style: Style, table: "_Table") -> Iterator[str]:
    css, script = "\n".join(map(_asset, _STYLES)), "\n".join(map(_asset, _SCRIPTS))
    folder = report.origin.folder if report.origin else ""
    values = {
        "policy": _policy(css, script),
        "title": _escaped(f"{folder}: content report" if folder else "Content report"),
        "heading": _escaped(folder or "Content report"),
        "imprint": _imprint(report),
        "lead": _code(_escaped(" ".join([_lead(report), *_about(report)]))),
        "state": _state(report, table),
        "css": css,
        "script": script,
        "data": _DATA,
    }
    head, _, tail = Template(_asset("page.html")).substitute(values).partition(_DATA)
    yield head if style.unicode else _ascii(head)
    yield from table.json(style)
    yield tail


@cache
def _asset(name: str) -> str:
    """A part of the page; ASCII only, so that its hash is valid in any encoding."""
    return (_FOLDER / name).read_text("ascii")


def _policy(css: str, script: str) -> str:
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(css)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _escaped(text: str) -> str:
    """Text for HTML; undecodable bytes of a file name become replacement characters."""
    return html.escape(text.encode("utf-8", "replace").decode())


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()


# --- content that needs no script


def _imprint(report: Report) -> str:
    if report.origin is None:
        return "contentlint"
    ended = report.origin.ended
    machine = ended.isoformat(timespec="seconds")
    people = f"{ended.day} {ended:%B %Y, %H:%M}"
    return (
        f"contentlint {version('contentlint')} "
        f'<time id="ended" datetime="{machine}">{people}</time>'
    )


def _state(report: Report, table: "_Table") -> str:
    """The classes of the page's body, which select the visible parts."""
    state = ["found"] if report.findings else ["clean"]
    state += ["listed"] if table.listed else []
    return " ".join(state)


def _lead(report: Report) -> str:
    """The number of findings and fixes in two sentences at most."""
    articles = _number(report.files, "article")
    if not report.findings:
        return f"No findings {'left ' if report.fixed else ''}in {articles}."
    affected = len({finding.path for finding in report.findings})
    found = f"{_number(len(report.findings), 'finding')} in {affected:,} of {articles}."
    safe, unsafe = report.fixable("safe"), report.fixable("unsafe")
    if safe:
        found += f" {safe:,} fixable with `contentlint check --fix`"
        found += f"; {unsafe:,} more with `--unsafe-fixes`, to be reviewed." if unsafe else "."
    elif unsafe:
        found += f" {unsafe:,} fixable with `--fix --unsafe-fixes`, to be reviewed."
    return found


def _about(report: Report) -> Iterator[str]:
    """Remarks about the run, a sentence each."""
    return (f"{line[:1].upper()}{line[1:]}." for line in remarks(report))


def _code(text: str) -> str:
    """HTML with text in backticks as code."""
    return re.sub("`([^`]*)`", r"<code>\1</code>", text)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


# --- the findings


class _Table:
    """The findings as columns of numbers, and the texts that some of the numbers refer to.

    Args:
        report: the findings.
        listed: whether the page has the list; else the table has only the columns for charts.
    """

    def __init__(self, report: Report, *, listed: bool) -> None:
        self.report = report
        self.listed = listed
        self.texts = _Numbers()
        self.paths = _Numbers()
        self.rules = _Numbers()

    def json(self, style: Style) -> Iterator[str]:
        """The table as JSON that is safe inside a `script` element."""
        columns = self._columns()
        yield from _dump("{", "summary", self._summary(), style)
        yield from _dump(",", "files", style.files, style)
        yield from _dump(",", "rules", [self._rule(rule) for rule in self.rules], style)
        yield from _dump(",", "paths", list(self.paths), style)
        yield from _dump(",", "related", self._related(), style)
        yield from _dump(",", "grouped", self._grouped(), style)
        yield from _dump(",", "texts", list(self.texts), style)
        before = ',"columns":{'
        for name, values in columns.items():
            yield from _dump(before, name, values.tolist(), style)
            before = ","
        yield "}}"

    def _summary(self) -> dict[str, Any]:
        in_baseline = self.report.in_baseline
        return {
            "files": self.report.files,
            "fixed": self.report.fixed,
            "baseline": in_baseline and in_baseline._asdict(),
        }

    def _rule(self, rule: str) -> dict[str, str | None]:
        explanation = self.report.explain(rule)
        if explanation is None:
            return {"id": rule, "page": None, "standard": None}
        page = explanation.page if self.listed else explanation.summary
        return {"id": rule, "page": page, "standard": explanation.standard}

    def _grouped(self) -> dict[str, Any] | None:
        """The groups of articles, with the numbers of their articles that have findings."""
        if self.report.grouped_by is None:
            return None
        affected = {finding.path for finding in self.report.findings}
        groups = [
            {
                "name": group.name,
                "articles": len(group.articles),
                "publishable": group.publishable,
                "paths": [self.paths.of(v.path) for v in group.articles if v.path in affected],
            }
            for group in self.report.groups
        ]
        return {"by": self.report.grouped_by, "groups": groups}

    def _columns(self) -> "dict[str, array[int]]":
        """The findings column by column, in one pass, as there may be very many."""
        columns = {name: array("L") for name in (*_SHORT, *(_LONG if self.listed else ()))}
        longest = _longest(self.report.findings) if self.listed else 0
        put = [column.append for column in columns.values()]
        for finding in self.report.findings:
            numbers = self._numbers(finding)
            if self.listed:
                numbers += self._listed(finding, longest)
            for append, number in zip(put, numbers, strict=True):
                append(number)
        return columns

    def _numbers(self, finding: Finding) -> tuple[int, ...]:
        """The columns in `_SHORT` of a finding."""
        return (
            self.paths.of(finding.path),
            self.rules.of(finding.rule),
            SEVERITIES.index(finding.severity),
            _FIXES.index(finding.fix.safety if finding.fix else None),
        )

    def _listed(self, finding: Finding, longest: int) -> tuple[int, ...]:
        """The columns in `_LONG` of a finding."""
        texts = self.texts
        message, help_text = texts.of(finding.message), texts.of(finding.help or "")
        text, *marks = _excerpt(finding, longest)
        confidence = _CONFIDENCES.index(finding.confidence)
        place = (finding.line, finding.column)
        return (*place, message, help_text, confidence, texts.of(text), *marks)

    def _related(self) -> dict[str, list[list[Any]]]:
        """The related locations of findings, by the number of the finding."""
        if not self.listed:
            return {}
        return {
            str(number): [
                [self.texts.of(related.message), related.line, related.column]
                for related in finding.related
            ]
            for number, finding in enumerate(self.report.findings)
            if finding.related
        }


class _Numbers:
    """Numbers for texts, so that each text is written once, however often it occurs."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, text: str) -> int:
        """The number of a text."""
        return self._known.setdefault(text, len(self._known))

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)


def _dump(before: str, key: str, value: Any, style: Style) -> Iterator[str]:
    """A piece of an object. Every `<` is escaped, so that no text can end the `script` element."""
    data = json.dumps(value, ensure_ascii=not style.unicode, separators=(",", ":"))
    data = unseen_escaped(data.replace("<", "\\u003c"))
    yield f'{before}"{key}":{data}'


# --- excerpts


def _longest(findings: Iterable[Finding]) -> int:
    """The maximum length of an excerpt, so that all of them together do not exceed the limit."""
    for longest in _EXCERPTS[:-1]:
        size = 0
        seen: set[int] = set()
        for finding in findings:
            text = _excerpt(finding, longest)[0]
            if hash(text) not in seen:
                seen.add(hash(text))
                size += len(text.encode("utf-8", "replace"))
                if size > _ALL_EXCERPTS:
                    break
        else:
            return longest
    return _EXCERPTS[-1]


def _excerpt(finding: Finding, longest: int) -> tuple[str, int, int, int]:
    """The excerpt of a finding: its text, the start and end of the mark, and how it is cut.

    The mark is counted in UTF-16 code units, as in scripts; bit 1 of `cut` means that text before
    the excerpt is omitted, bit 2 that text after it is.
    """
    text = finding.excerpt.text
    start = min(finding.column - finding.excerpt.column, len(text))
    end = len(text)
    if finding.end_line == finding.line:
        end = min(finding.end_column - finding.excerpt.column, len(text))
    cut = 1 if finding.excerpt.column > 1 else 0
    if len(text) > longest:
        begin = max(0, min(start - longest // 3, len(text) - longest))
        cut |= (1 if begin else 0) | (2 if begin + longest < len(text) else 0)
        text = text[begin : begin + longest]
        start, end = start - begin, min(end - begin, longest)
    return text, _units(text, start), _units(text, max(start, end)), cut


def _units(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units."""
    return offset if text.isascii() else offset + sum(c > "\uffff" for c in text[:offset])
