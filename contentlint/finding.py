"""What a run finds: plain frozen values that sort, pickle and hold no tree node."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from contentlint.source import Span

if TYPE_CHECKING:
    from datetime import datetime

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Safety = Literal["safe", "unsafe"]
FailOn = Literal["error", "warning", "info", "never"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


class Edit(NamedTuple):
    """Replace the text of a span (code-point offsets in the file's text)."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A repair: an imperative title, its edits in the order of the text, and how sure it is."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "safe"


class Related(NamedTuple):
    """Another place that explains a finding; line and column from 1."""

    message: str
    line: int
    column: int


class Excerpt(NamedTuple):
    """The part of the first marked line that a report shows.

    `text` is the line or a window of it, `column` the column (from 1) of its first character.
    """

    text: str
    column: int


@dataclass(frozen=True, slots=True, order=False)
class Finding:
    """One thing wrong at one place in one file.

    Lines and columns are from 1, columns count code points, the end is exclusive; `span` is the
    same range as code-point offsets into the file's text; `selector` is the CSS selector of the
    element around it, for findings in markup; `expected` the words that a schema allows there;
    `fingerprint` tells it from others of its rule in the file without naming a line.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    help: str | None
    fix: Fix | None
    related: tuple[Related, ...]
    excerpt: Excerpt
    span: Span
    selector: str | None = None
    expected: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of every report: path, line, column, rule, message."""
        return (self.path, self.line, self.column, self.rule, self.message)


class HeldBack(NamedTuple):
    """What a baseline did to a report.

    Args:
        findings: how many findings it holds back.
        mended: how many of its findings are no longer there, in what was checked.
    """

    findings: int
    mended: int


class Explanation(NamedTuple):
    """What a report may say of a rule.

    Args:
        page: what it finds, why, and what to do: a line, then paragraphs.
        standard: the section of the standard that it enforces, as a URL or an anchor.
    """

    page: str
    standard: str | None = None

    @property
    def summary(self) -> str:
        """The first line of the page: a sentence that says what is wrong."""
        return self.page.partition("\n")[0]


class Origin(NamedTuple):
    """Where a run was made, and when.

    Args:
        folder: the name of the folder that paths of findings are relative to.
        ended: when the run ended, with a time zone.
    """

    folder: str
    ended: "datetime"


def _unexplained(rule: str) -> Explanation | None:
    return None


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reporter may know of a run.

    Args:
        findings: sorted by `Finding.sort_key`.
        files: how many files were checked.
        seconds: how long the run took.
        fixed: how many fixes were made; None where none were to be made.
        held_back: what a baseline holds back; None without one.
        origin: where and when the run was made; None where that is nobody's concern.
        explain: what there is to say of a rule, by its id; asked for nothing, it imports nothing.
    """

    findings: tuple[Finding, ...]
    files: int
    seconds: float
    fixed: int | None = None
    held_back: HeldBack | None = None
    origin: Origin | None = None
    explain: Callable[[str], Explanation | None] = field(default=_unexplained, compare=False)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def fixable(self, safety: Safety) -> int:
        """How many findings bring a fix of this safety."""
        return sum(f.fix is not None and f.fix.safety == safety for f in self.findings)
