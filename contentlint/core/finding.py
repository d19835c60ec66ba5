"""The results of a run: plain frozen values that sort, pickle and hold no tree node.

In one module, for reporters import nothing else.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from contentlint.core.digests import blake2b
from contentlint.core.properties import cached_property
from contentlint.core.records import field, record
from contentlint.core.source import Source, Span
from contentlint.core.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Safety = Literal["safe", "unsafe"]
FailOn = Literal["error", "warning", "info", "never"]
Preset = Literal["recommended", "strict", "all"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
FAIL_ON: tuple[FailOn, ...] = (*SEVERITIES, "never")
PRESETS: tuple[Preset, ...] = ("recommended", "strict", "all")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")

NO_SELECTOR = "(not computed)"
"""The selector of a finding in markup if the run did not compute it."""


class Edit(NamedTuple):
    """Replace the text of a span (code-point offsets in the file's text)."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A correction of the text.

    Args:
        title: an imperative.
        edits: in text order.
        safety: a safe fix keeps every word, URL and attribute value of the source except what
            `names` lists.
        names: the spans of front matter values, attributes, parameters or comments that it removes
            or rewrites; visible text cannot be listed.
    """

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "safe"
    names: tuple[Span, ...] = ()


class RelatedLocation(NamedTuple):
    """Another place that explains a finding; line and column are 1-based."""

    message: str
    line: int
    column: int


class Excerpt(NamedTuple):
    """The part of the first marked line that a report shows.

    `text` is the line or a part of it, `column` the 1-based column of its first character.
    """

    text: str
    column: int


class RelatedSpan(NamedTuple):
    """Another place in the same file that explains a problem ("`<ul>` opened here")."""

    span: Span
    message: str


@record
class Finding:
    """One problem at one place in one file.

    Lines and columns are 1-based, columns count code points, the end is exclusive. `span` is the
    same range as code-point offsets into the file's text, `selector` the CSS selector of the
    element around it, for findings in markup (`NO_SELECTOR` if the run does not report it), and
    `expected` the values that a schema allows.
    `fingerprint` identifies it among the findings of its rule in the file, without a line number.
    `about` names what the marked text does not show, such as the path of a missing key.
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
    related: tuple[RelatedLocation, ...]
    excerpt: Excerpt
    span: Span
    selector: str | None = None
    expected: tuple[str, ...] = ()
    fingerprint: str = ""
    about: str = ""

    @property
    def last_line(self) -> int:
        """The last marked line, for formats that have no columns."""
        is_before = self.end_line > self.line and self.end_column == 1
        return self.end_line - 1 if is_before else self.end_line

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of every report: path, line, column, rule, message."""
        return (self.path, self.line, self.column, self.rule, self.message)


class BaselineCounts(NamedTuple):
    """The effect of a baseline on a report.

    Args:
        suppressed: number of findings that it suppresses.
        fixed: number of its findings that are fixed in the checked files.
    """

    suppressed: int
    fixed: int


class Skip(StrEnum):
    """Why files or folders are not checked."""

    OTHER_TYPE = "other-type"
    HIDDEN = "hidden"
    HIDDEN_FOLDER = "hidden-folder"
    TOOL_FOLDER = "tool-folder"
    TEMPLATE_FOLDER = "template-folder"
    NOT_CONTENT = "not-content"
    IGNORED = "ignored"
    EXCLUDED = "excluded"
    LINK_OUT = "link-out"
    OUTSIDE = "outside"
    OWN_PAGE = "own-page"
    OWN_REPORT = "own-report"
    UNREADABLE = "unreadable"
    TOO_LONG = "too-long"


# Each follows a number; the walk fills in the braces.
_SKIPPED = {
    Skip.OTHER_TYPE: "not Markdown or HTML by file extension",
    Skip.HIDDEN: "hidden",
    Skip.HIDDEN_FOLDER: "in hidden folders",
    Skip.TOOL_FOLDER: "in folders of other tools",
    Skip.TEMPLATE_FOLDER: "in template folders",
    Skip.NOT_CONTENT: "in {} folders that hold no articles",
    Skip.IGNORED: "ignored by .gitignore",
    Skip.EXCLUDED: 'excluded by `exclude = ["{}"]`',
    Skip.LINK_OUT: "symbolic links that point outside the folder",
    Skip.OUTSIDE: "outside the checkout",
    Skip.OWN_PAGE: "written by `--format html`",
    Skip.OWN_REPORT: "written by this run",
    Skip.UNREADABLE: "not readable",
    Skip.TOO_LONG: "not readable: path too long",
}


class Skipped(NamedTuple):
    """Files or folders that were not checked, and why.

    Args:
        kind: the reason.
        about: the generator or the `exclude` pattern in the reason; otherwise empty.
        number: how many.
        example: one of them, relative to the working directory.
        setting: what to change so that they are checked; None if nothing helps.
    """

    kind: Skip
    about: str
    number: int
    example: str
    setting: str | None

    @property
    def reason(self) -> str:
        """The reason, as text that follows the number: "ignored by .gitignore"."""
        return _SKIPPED[self.kind].replace("{}", self.about)

    @property
    def is_fault(self) -> bool:
        """Whether users may expect them to be checked, so that every report mentions them."""
        return self.kind in (Skip.UNREADABLE, Skip.TOO_LONG, Skip.LINK_OUT)


class TrustedRun(NamedTuple):
    """The commit whose settings apply to a run on untrusted changes.

    Args:
        ref: the commit as given on the command line.
        commit: its full hash.
        has_settings: whether it has any; otherwise defaults apply.
    """

    ref: str
    commit: str
    has_settings: bool


class OnlineCounts(NamedTuple):
    """The number of external URLs of a run by result.

    Args:
        moved: among those that are `ok`.
        left: not requested because of an interrupt.
        reasons: why URLs are unknown: the reason, the number, and one of them.
    """

    ok: int = 0
    dead: int = 0
    certificate: int = 0
    unknown: int = 0
    moved: int = 0
    excluded: int = 0
    left: int = 0
    reasons: tuple[tuple[str, int, str], ...] = ()


class Trend(NamedTuple):
    """The number of new and of fixed findings since the last run of the same kind."""

    new: int
    gone: int


class Elsewhere(NamedTuple):
    """The findings that a report counts but does not list: of watched files that did not change.

    Args:
        files: number of files that have them.
        counts: number of findings of each severity.
    """

    files: int
    counts: dict[Severity, int]


class Verdict(NamedTuple):
    """Whether an article may be published: no finding at or above the severity that fails a run.

    Args:
        path: the article.
        counts: the number of its findings by severity, in the order of `SEVERITIES`.
        is_publishable: the verdict.
    """

    path: str
    counts: tuple[int, int, int]
    is_publishable: bool


class Group(NamedTuple):
    """Articles with the same author, source or folder."""

    name: str
    articles: tuple[Verdict, ...]

    @property
    def publishable(self) -> int:
        """The number of articles that may be published."""
        return sum(verdict.is_publishable for verdict in self.articles)


class Explanation(NamedTuple):
    """What a report may show about a rule.

    Args:
        page: what it finds, why, and what to do: a summary line, then paragraphs.
        standard: the section of the standard that it enforces, as a URL or an anchor.
    """

    page: str
    standard: str | None = None

    @property
    def summary(self) -> str:
        """The first line of the page: a sentence about the problem."""
        return self.page.partition("\n")[0]


class Commands(NamedTuple):
    """What a report suggests to do next; commands are in backticks, except the start of one.

    Args:
        safe: applies the safe fixes.
        unsafe: applies all fixes; empty if nothing does.
        explain: the start of the command that explains a rule; empty if there is none.
    """

    safe: str = "`--fix`"
    unsafe: str = "`--fix --unsafe-fixes`"
    explain: str = "contentlint explain"


_COMMANDS = Commands()


class Origin(NamedTuple):
    """Where and when a run took place.

    Args:
        folder: the name of the folder that paths of findings are relative to.
        ended: when the run ended, with a time zone.
    """

    folder: str
    ended: "datetime"


def _of_ours(rule: str) -> str:
    return ""


def _unexplained(rule: str) -> Explanation | None:
    return None


def _without_source(path: str) -> Source | None:
    return None


@record
class Report:
    """All that a reporter may know about a run.

    Args:
        findings: sorted by `Finding.sort_key`.
        files: number of files checked.
        seconds: duration of the run.
        fixed: number of fixes applied; None if the run does not fix.
        in_baseline: the effect of the baseline; None without one.
        grouped_by: what the articles of a group have in common, if they are grouped.
        groups: the articles, largest group first.
        trend: the change since the last run; None if there was none.
        commands: what to do next.
        skipped: what was not checked, by reason.
        suppressions: whether suppressions in articles were applied.
        trusted: the commit whose settings apply; None for those of the checkout.
        online: the external URLs; None if they were not asked.
        elsewhere: the findings that are only counted; None if all are listed.
        origin: where and when the run took place; None if reports should not mention it.
        extra_of: returns the token of the rules with a rule; empty: it is one of our own.
        explain: explains a rule by its id; imports rules only when called.
        source: the text of the file at a path, as it was checked; None if it cannot be read.
        unchecked: the number of links that were not checked, by reason.
    """

    findings: Sequence[Finding]
    files: int
    seconds: float
    fixed: int | None = None
    in_baseline: BaselineCounts | None = None
    grouped_by: str | None = None
    groups: tuple[Group, ...] = ()
    trend: Trend | None = None
    commands: Commands = _COMMANDS
    skipped: tuple[Skipped, ...] = ()
    suppressions: bool = True
    trusted: TrustedRun | None = None
    online: OnlineCounts | None = None
    elsewhere: Elsewhere | None = None
    origin: Origin | None = None
    extra_of: Callable[[str], str] = _of_ours
    explain: Callable[[str], Explanation | None] = _unexplained
    source: Callable[[str], Source | None] = _without_source
    unchecked: Mapping[str, int] = field(default_factory=dict)

    def count(self, severity: Severity) -> int:
        """The number of findings of this severity."""
        return sum(number for (known, _), number in self._tally.items() if known == severity)

    def fixable(self, safety: Safety) -> int:
        """The number of findings that have a fix of this safety."""
        return sum(number for (_, known), number in self._tally.items() if known == safety)

    @cached_property
    def _tally(self) -> "Counter[tuple[Severity, Safety | None]]":
        """The number of findings by severity and kind of fix; findings are read once."""
        return Counter((f.severity, f.fix and f.fix.safety) for f in self.findings)


def most_severe(findings: Sequence[Finding], most: int) -> list[Finding]:
    """The most severe findings; of a severity that does not fit entirely, the first.

    Args:
        findings: in report order, which is kept.
        most: the maximum number.
    """
    if len(findings) <= most:
        return list(findings)
    grades = bytes(SEVERITIES.index(finding.severity) for finding in findings)
    order = sorted(range(len(grades)), key=grades.__getitem__)
    return [findings[at] for at in sorted(order[:most])]


def identified(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with an identifier that is unique in the run and survives moved lines.

    It is a hash of path, rule, fingerprint and a counter of findings where these are equal.

    Args:
        findings: in report order.
    """
    seen: Counter[tuple[str, str]] = Counter()
    path = None
    for finding in findings:
        if finding.path != path:  # keys of other files cannot occur again
            path = finding.path
            seen.clear()
        key = (finding.rule, finding.fingerprint)
        seen[key] += 1
        identity = "\0".join((path, *key, str(seen[key])))
        digest = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=16)
        yield finding, digest.hexdigest()
