"""`contentlint scan`: the articles of Parquet, JSON Lines and Arrow files, here or on Ray."""

import argparse
import importlib.util
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contentlint.cli.options import Parser, note, style, write, write_document
from contentlint.cli.request import add_configuration, add_rules
from contentlint.core.errors import UsageError
from contentlint.core.finding import FAIL_ON, SEVERITIES

if TYPE_CHECKING:
    from contentlint.scan.job import Job
    from contentlint.scan.summary import Summary

_DESCRIPTION = """\
Check the articles of tables: files, folders, globs and URLs of Parquet, JSON Lines (plain, .gz,
.zst) and Arrow. Needs the extra `contentlint[scale]`.

The output folder gets `findings`, `articles`, `quarantine` and `duplicates` as Parquet, and
`summary.json`. A run that was interrupted continues if it is started again.
"""

_EPILOG = """\
examples:
  contentlint scan feed.jsonl.gz --text body --id guid --output report
  contentlint scan 'articles/*.parquet' --text content --front-matter meta --collection host \\
    --output report --duplicates
  contentlint scan s3://bucket/articles --text content --output s3://bucket/report \\
    --engine ray --address auto

exit status: 0 success, 1 findings at or above --fail-on, 2 the run failed
"""
_MODULES = ("pyarrow", "fsspec", "rensa")
_INTERVAL = 1.0


def parser() -> Parser:
    """The parser of this command's arguments."""
    from contentlint.reporters import formats

    parser = Parser("scan", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("paths", nargs="*", metavar="INPUT", help="files, folders, globs or URLs")
    columns = parser.add_argument_group("columns")
    columns.add_argument("--text", metavar="COLUMN", help="text of the article (required)")
    columns.add_argument(
        "--front-matter",
        metavar="COLUMN",
        help="front matter: a struct, a map, or text in JSON or YAML (default: in the text)",
    )
    columns.add_argument("--id", metavar="COLUMN", help="id (default: input and row, or byte)")
    columns.add_argument(
        "--url", metavar="COLUMN", help="URL; its host and path are the path for `[[overrides]]`"
    )
    columns.add_argument(
        "--collection",
        metavar="COLUMN",
        help="articles that are compared with each other, such as the outlet (default: all)",
    )
    columns.add_argument(
        "--markup", choices=("markdown", "html"), help="default: by the end of the URL or id"
    )
    run = parser.add_argument_group("run")
    run.add_argument("--output", metavar="FOLDER", help="output folder or URL (required)")
    run.add_argument(
        "--duplicates",
        nargs="?",
        const="0.8",
        metavar="SHARE",
        help="find articles that share this part of their shingles, from 0 to 1 (default: 0.8)",
    )
    run.add_argument("--engine", choices=("local", "ray"), default="local", help="default: local")
    run.add_argument("--address", help="address of the Ray cluster (default: start one here)")
    run.add_argument("--jobs", metavar="N", help="number of processes (default: automatic)")
    run.add_argument(
        "--format",
        choices=("summary", *formats()),
        default="summary",
        help="report on stdout; all but `summary` list every finding (default: summary)",
    )
    run.add_argument(
        "--fail-on", choices=FAIL_ON, default="never", help="as for `check` (default: never)"
    )
    run.add_argument(
        "--quiet", "-q", action="store_true", help="no progress and no notes on stderr"
    )
    add_rules(parser)
    add_configuration(parser)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run the command; its exit status."""
    given = parser().parse_args(arguments)
    _ensure_complete(given)
    started = time.perf_counter()
    from contentlint.scan.inputs import ensure_readable, find_inputs
    from contentlint.scan.output import Output
    from contentlint.scan.run import scan

    job, progress = _job(given), _Progress(given)
    job.settings  # noqa: B018  # a wrong configuration fails before any input is read
    inputs = find_inputs(given.paths)
    ensure_readable(inputs, job.columns)
    engine = _engine(given, job)
    try:
        summary = scan(inputs, job, engine, progress)
    finally:
        progress.close()
        if hasattr(engine, "close"):
            engine.close()
    _report(given, summary, Output(job.output), time.perf_counter() - started)
    failing = () if given.fail_on == "never" else SEVERITIES[: SEVERITIES.index(given.fail_on) + 1]
    return int(any(summary.count(severity) for severity in failing))


def _ensure_complete(given: argparse.Namespace) -> None:
    """Ensure that the required options are given and the extra is installed.

    Raises:
        UsageError: they are not.
    """
    required = (("INPUT", given.paths), ("--text", given.text), ("--output", given.output))
    for name, value in required:
        if not value:
            raise UsageError(f"{name} is missing; see `contentlint scan --help`")
    if given.address and given.engine != "ray":
        raise UsageError("--address needs `--engine ray`")
    wanted = (*_MODULES, "ray") if given.engine == "ray" else _MODULES
    for name in wanted:
        if importlib.util.find_spec(name) is None:
            raise UsageError(f"scan needs {name}; run `pip install 'contentlint[scale]'`")


def _job(given: argparse.Namespace) -> "Job":
    from contentlint.batches.columns import Columns
    from contentlint.scan.job import Job

    output = given.output if "://" in given.output else str(Path.cwd() / given.output)
    config: list[str] = given.config
    if not config and not given.isolated:
        config = _nearest()
    if given.confidence:
        config = [*config, f'confidence = "{given.confidence}"']
    return Job(
        Columns(given.text, given.front_matter, given.url, given.id, given.collection),
        output,
        tuple(config) or None,
        _split(given.select),
        _split(given.ignore),
        given.markup,
        None if given.duplicates is None else _share(given.duplicates),
    )


def _nearest() -> list[str]:
    """The configuration file that applies in the working directory, if any."""
    from contentlint.config.plan import Request
    from contentlint.config.resolve import load

    files = load(Request(), Path.cwd()).layers(Path.cwd()).files
    return [str(file.path) for file in files if file.path is not None]


def _split(names: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for name in names for part in name.split(",") if part.strip())


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 < share <= 1:
        raise UsageError(f"--duplicates: `{text}` is not valid; expected a number from 0 to 1")
    return share


def _jobs(given: argparse.Namespace) -> int | None:
    if given.jobs is None:
        return None
    if not (given.jobs.isascii() and given.jobs.isdigit() and int(given.jobs)):
        raise UsageError(f"--jobs: `{given.jobs}` is not valid; expected a number, 1 or more")
    return int(given.jobs)


def _engine(given: argparse.Namespace, job: "Job") -> Any:
    from contentlint.engine.processes import cores

    jobs = _jobs(given)
    if given.engine == "ray":
        from contentlint.scan.on_ray import RayEngine

        return RayEngine(job, jobs, given.address)
    from contentlint.scan.local import LocalEngine

    return LocalEngine(job, jobs or cores())


def _report(given: argparse.Namespace, summary: "Summary", output: Any, seconds: float) -> None:
    if given.format == "summary":
        write(f"{line}\n" for line in summary.lines())
        return
    from contentlint.core.finding import Report
    from contentlint.reporters import render
    from contentlint.scan.summary import StoredFindings

    findings = StoredFindings(output, summary.findings.total())
    report = Report(findings, summary.articles, seconds)
    write_document(render(given.format, report, style("auto", sys.stdout)))


class _Progress:
    """A line on stderr: redrawn on a terminal, otherwise one a minute."""

    def __init__(self, given: argparse.Namespace) -> None:
        self._is_quiet = given.quiet
        self._is_terminal = sys.stderr.isatty()
        self._started = self._shown = time.monotonic()
        self._first: int | None = None

    def part(self, articles: int, findings: int) -> None:
        """Show the counts, if the interval has passed."""
        now = time.monotonic()
        if self._first is None:
            self._first = articles
        if self._is_quiet or now - self._shown < (_INTERVAL if self._is_terminal else 60.0):
            return
        self._shown = now
        rate = (articles - self._first) / (now - self._started)
        self._draw(f"{articles:,} articles, {findings:,} findings, {rate:,.0f}/s")

    def stage(self, name: str) -> None:
        """Show the next stage."""
        if not self._is_quiet and self._is_terminal:
            self._draw(name)

    def close(self) -> None:
        """Remove the line."""
        if self._is_terminal and not self._is_quiet:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _draw(self, line: str) -> None:
        if self._is_terminal:
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
        else:
            note(f"contentlint: {line}")
