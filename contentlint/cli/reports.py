"""The report options of `contentlint check`, and the writing of reports."""

import argparse
import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from contentlint.cli import streams
from contentlint.cli.files import save
from contentlint.cli.options import note, style, write
from contentlint.core.errors import UsageError
from contentlint.core.finding import FAIL_ON, Explanation, Origin, Report
from contentlint.core.reading import read_beginning
from contentlint.core.records import replace
from contentlint.core.source import Source, decode
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from contentlint.reporters import Style

_BY_ENDING = {
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
}

# The formats that print a summary on stdout.
_WITH_SUMMARY = ("concise", "github", "markdown", "text")

# How many bytes of a file are read for the positions of its fixes.
_MOST_OF_SOURCE = 64 * 2**20
# The formats for terminals, written in the terminal's encoding.
_FOR_PEOPLE = ("text", "concise")
# How many findings a text report on stdout lists by default.
LIMIT = 500


class Target(NamedTuple):
    """A report of the run: its format, and its file; None: stdout."""

    format: str
    file: str | None


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    from contentlint.reporters import formats

    report = parser.add_argument_group("report")
    report.add_argument(
        "--format",
        action=_Format,
        choices=formats(),
        metavar="FORMAT",
        dest="targets",
        help=f"report format: {', '.join(formats())} (default: from the file extension of "
        "--output; github in GitHub Actions, else text); repeatable, each with its own --output",
    )
    report.add_argument(
        "--output",
        action=_Output,
        metavar="FILE",
        dest="targets",
        help="write the report to a file",
    )
    report.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        help="lowest severity that sets the exit status to 1 (default: error)",
    )
    report.add_argument(
        "--statistics",
        action="store_true",
        help="print the number of findings, files and safe fixes per rule instead of the findings; "
        "for text, concise, markdown, json, jsonl, github and html",
    )
    report.add_argument(
        "--limit",
        type=_number,
        metavar="N",
        help=f"list at most N findings in text reports, the most severe ones; 0 lists all "
        f"(default: {LIMIT} on stdout, all in files)",
    )
    report.add_argument(
        "--group-by",
        metavar="KEY",
        help="group the articles in the summary by a front matter key, such as `source` or "
        "`author`, or by `folder`, and show how many are publishable",
    )
    report.add_argument(
        "--quiet", "-q", action="store_true", help="print findings only: no summary and no notes"
    )
    report.add_argument(
        "--verbose", action="store_true", help="say which links were not checked, and why"
    )
    report.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="color the report (default: auto)",
    )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"`{text}` is not valid; expected a number, 0 or more")
    return int(text)


class _Format(argparse.Action):
    """`--format` starts a report, or completes one started by `--output`."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: Any = None) -> None:
        targets: list[Target] = list(getattr(namespace, self.dest) or [])
        if targets and targets[-1].format == "":
            targets[-1] = targets[-1]._replace(format=values)
        else:
            targets.append(Target(values, None))
        setattr(namespace, self.dest, targets)


class _Output(argparse.Action):
    """`--output` sets the file of the last report, or starts one."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option: Any = None) -> None:
        targets: list[Target] = list(getattr(namespace, self.dest) or [])
        if targets and targets[-1].file is None:
            targets[-1] = targets[-1]._replace(file=values)
        else:
            targets.append(Target("", values))
        setattr(namespace, self.dest, targets)


def targets(given: argparse.Namespace) -> list[Target]:
    """The requested reports, each with its format.

    Raises:
        UsageError: two reports go to stdout, or an option does not apply to a format.
    """
    chosen = [
        target._replace(format=target.format or _format_for(target.file))
        for target in given.targets or [Target("", None)]
    ]
    if sum(target.file is None for target in chosen) > 1:
        raise UsageError("several reports on stdout; add --output to all but one")
    _check_options(given, {target.format for target in chosen})
    return chosen


def _check_options(given: argparse.Namespace, chosen: set[str]) -> None:
    from contentlint.reporters import formats, has_statistics

    if given.limit is not None and given.targets and "text" not in chosen:
        raise UsageError("--limit applies to text reports only; remove it")
    if not given.statistics:
        return
    if given.limit is not None:
        raise UsageError("--statistics lists no findings; remove --limit")
    if without := sorted(name for name in chosen if not has_statistics(name)):
        available = ", ".join(filter(has_statistics, formats()))
        raise UsageError(f"--statistics does not support {without[0]}; use one of {available}")


def files(targets: list[Target], cwd: Path) -> frozenset[str]:
    """The files of the reports, absolute; they are not checked as articles."""
    names = (target.file for target in targets if target.file is not None)
    return frozenset(os.path.normpath(cwd / name) for name in names)


def _format_for(file: str | None) -> str:
    """The default format of a report, by the name of its file."""
    if file is None:
        return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    name = Path(file).name.lower()
    if name == "gl-code-quality-report.json":
        return "gitlab"
    return _BY_ENDING.get(Path(name).suffix, "text")


def write_reports(
    report: Report, targets: list[Target], given: argparse.Namespace, stream: TextIO
) -> None:
    """Write the reports of a run.

    Args:
        report: the findings.
        targets: the reports to write.
        given: the command line.
        stream: the stream for reports without a file.
    """
    from datetime import UTC, datetime

    cwd = Path.cwd()
    origin = Origin(cwd.name, datetime.now(UTC))
    report = replace(
        report, origin=origin, explain=partial(_explain, report), source=partial(_source, cwd)
    )
    for target in targets:
        if target.file is None:
            _to_stream(target.format, report, given, cwd, stream)
        else:
            _to_file(target, report, given, cwd)
    _print_notes(report, targets, given)


def _to_stream(
    form: str, report: Report, given: argparse.Namespace, cwd: Path, stream: TextIO
) -> None:
    from contentlint.cli import links

    limit = LIMIT if given.limit is None else given.limit or None
    if form not in _FOR_PEOPLE:
        streams.take_utf8(stream)
    report_style = style(given.color, stream, summary=not given.quiet)
    root = links.root(cwd, os.environ)
    files = links.files(None, cwd, os.environ)
    report_style = replace(report_style, files=files, limit=limit, root=root)
    _write(form, _render(form, report, report_style, given), stream)
    if form == "github":
        _write_step_summary(report, root)


def _to_file(target: Target, report: Report, given: argparse.Namespace, cwd: Path) -> None:
    from contentlint.cli import links
    from contentlint.reporters import Style

    file = Path(str(target.file))
    report_style = Style(
        color=given.color == "always",
        summary=not given.quiet,
        limit=given.limit or None,
        files=links.files(file, cwd, os.environ),
        root=links.root(cwd, os.environ),
    )
    # Piece by piece: a report may be larger than its data in memory.
    pieces = _render(target.format, report, report_style, given)
    save(file, pieces, str(target.file))


def _render(
    form: str, report: Report, report_style: "Style", given: argparse.Namespace
) -> Iterable[str]:
    from contentlint.reporters import render, render_statistics

    return (render_statistics if given.statistics else render)(form, report, report_style)


def _print_notes(report: Report, targets: list[Target], given: argparse.Namespace) -> None:
    """Print on stderr what no report on stdout contains."""
    if given.quiet:
        return
    from contentlint.reporters import one_line, remarks

    is_summed_up = any(t.file is None and t.format in _WITH_SUMMARY for t in targets)
    if report.trusted is not None and not is_summed_up:
        for line in remarks(report):
            note(f"contentlint: {one_line(line)}")
    if all(target.file is not None for target in targets):
        # An empty stdout must not look as if nothing had been done.
        _print_totals(report, [target.file or "" for target in targets])


def _write(form: str, pieces: Iterable[str], stream: TextIO) -> None:
    """Write a report in a format to a stream."""
    if form == "github":  # its workflow commands are intended
        stream.writelines(pieces)
    else:
        write(pieces, stream)


def _print_totals(report: Report, files: list[str]) -> None:
    from contentlint.reporters import in_words

    note(f"contentlint: {in_words(report)}; see {', '.join(files)}")


def _source(cwd: Path, path: str) -> Source | None:
    from contentlint.core.shown import place

    data = read_beginning(place(path, cwd), _MOST_OF_SOURCE, anywhere=True)
    return None if data is None else Source(path, decode(data)[0])


def _write_step_summary(report: Report, root: str) -> None:
    """Append the report to the step summary, if GitHub Actions provides a file for it."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from contentlint.reporters import Style, render

    try:
        with open(  # Path.open takes no opener
            file, "a", encoding="utf-8", errors="backslashreplace", opener=_no_link
        ) as stream:
            stream.writelines(render("markdown", report, Style(root=root)))
    except OSError as error:
        note(f"contentlint: cannot write the step summary: {error.strerror}")


def _no_link(file: str, flags: int) -> int:
    """Open a file, unless it is a symbolic link."""
    return os.open(file, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _explain(report: Report, rule_id: str) -> Explanation | None:
    from contentlint.engine.explanations import explanation

    return explanation(rule_id, report.extra_of(rule_id))
