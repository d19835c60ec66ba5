"""What a run finds: plain frozen values that sort, pickle and hold no tree node."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, NamedTuple

from contentlint.core.source import Span

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


class Edit(NamedTuple):
    """Replace the text of a span (code-point offsets in the file's text)."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A repair of the text.

    Args:
        title: an imperative.
        edits: in the order of the text.
        safety: how sure it is. A safe fix keeps every word, URL and attribute value of the source
            but for what it names.
        names: the ranges of values of the front matter, attributes, parameters or comments whose
            words it drops or rewrites; of visible text nothing can be named.
    """

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "safe"
    names: tuple[Span, ...] = ()


class RelatedLocation(NamedTuple):
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


class RelatedSpan(NamedTuple):
    """Another place in the same file that explains a problem ("`<ul>` opened here")."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, order=False)
class Finding:
    """One thing wrong at one place in one file.

    Lines and columns are from 1, columns count code points, the end is exclusive; `span` is the
    same range as code-point offsets into the file's text; `selector` is the CSS selector of the
    element around it, for findings in markup; `expected` the words that a schema allows there;
    `fingerprint` tells it from others of its rule in the file without naming a line; `about` names
    what the marked text does not, such as the path of a missing key.
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
        """The last line with something marked, for readers that know lines alone."""
        is_before = self.end_line > self.line and self.end_column == 1
        return self.end_line - 1 if is_before else self.end_line

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


# In words that follow a number; what is in braces is named by the walk.
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
        kind: why.
        about: the generator or the pattern of `exclude` that is the reason; else empty.
        number: how many.
        example: one of them, relative to the working directory.
        setting: what to change to have them checked, where there is something.
    """

    kind: Skip
    about: str
    number: int
    example: str
    setting: str | None

    @property
    def reason(self) -> str:
        """Why, in words that follow the number: "ignored by .gitignore"."""
        return _SKIPPED[self.kind].replace("{}", self.about)

    @property
    def is_fault(self) -> bool:
        """Whether somebody may have expected them to be checked, so that it is always said."""
        return self.kind in (Skip.UNREADABLE, Skip.TOO_LONG, Skip.LINK_OUT)


class TrustedRun(NamedTuple):
    """Whose settings a run of changes from strangers has.

    Args:
        ref: the commit, as the command line calls it.
        commit: its full name.
        has_settings: whether it has any; else defaults apply.
    """

    ref: str
    commit: str
    has_settings: bool


class Trend(NamedTuple):
    """How many findings are new since the last run of the same kind, and how many are gone."""

    new: int
    gone: int


class Verdict(NamedTuple):
    """Whether an article may be published: nothing at or above the severity that fails a run.

    Args:
        path: the article.
        counts: how many findings it has, by severity in the order of `SEVERITIES`.
        is_publishable: the verdict.
    """

    path: str
    counts: tuple[int, int, int]
    is_publishable: bool


class Group(NamedTuple):
    """Articles that have something in common: an author, a source, a folder."""

    name: str
    articles: tuple[Verdict, ...]

    @property
    def publishable(self) -> int:
        """How many may be published."""
        return sum(verdict.is_publishable for verdict in self.articles)


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


class FixCommands(NamedTuple):
    """The command lines that make the fixes of a run, as a shell takes them.

    Args:
        safe: makes the safe ones.
        unsafe: makes all of them.
    """

    safe: str
    unsafe: str


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


def _without_bom(path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Report:
    """All that a reporter may know of a run.

    Args:
        findings: sorted by `Finding.sort_key`.
        files: how many files were checked.
        seconds: how long the run took.
        fixed: how many fixes were made; None where none were to be made.
        held_back: what a baseline holds back; None without one.
        grouped_by: what `groups` have in common, where articles are grouped.
        groups: the articles, the largest group first.
        trend: what has changed since the last run; None where there was none.
        commands: what makes the fixes of the findings; None where no command does that.
        skipped: what was not checked, by reason.
        suppressions: whether suppressions in articles were applied.
        trusted: whose settings the run has; None: those of the checkout.
        origin: where and when the run was made; None where that is nobody's concern.
        explain: what there is to say of a rule, by its id; asked for nothing, it imports nothing.
        has_bom: whether a file, by its path, begins with a byte order mark.
    """

    findings: Sequence[Finding]
    files: int
    seconds: float
    fixed: int | None = None
    held_back: HeldBack | None = None
    grouped_by: str | None = None
    groups: tuple[Group, ...] = ()
    trend: Trend | None = None
    commands: FixCommands | None = None
    skipped: tuple[Skipped, ...] = ()
    suppressions: bool = True
    trusted: TrustedRun | None = None
    origin: Origin | None = None
    explain: Callable[[str], Explanation | None] = field(default=_unexplained, compare=False)
    has_bom: Callable[[str], bool] = field(default=_without_bom, compare=False)
    _tallied: "Counter[tuple[Severity, Safety | None]]" = field(
        default_factory=Counter, init=False, repr=False, compare=False
    )

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(number for (known, _), number in self._tally().items() if known == severity)

    def fixable(self, safety: Safety) -> int:
        """How many findings bring a fix of this safety."""
        return sum(number for (_, known), number in self._tally().items() if known == safety)

    def _tally(self) -> "Counter[tuple[Severity, Safety | None]]":
        """How many findings have which severity and which kind of fix; they are read once."""
        if not self._tallied and self.findings:
            self._tallied.update((f.severity, f.fix and f.fix.safety) for f in self.findings)
        return self._tallied


def most_severe(findings: Sequence[Finding], most: int) -> list[Finding]:
    """The gravest findings, at most so many; of a severity that does not fit whole, the first.

    Args:
        findings: in the order of a report, which is kept.
        most: how many.
    """
    if len(findings) <= most:
        return list(findings)
    grades = bytes(SEVERITIES.index(finding.severity) for finding in findings)
    order = sorted(range(len(grades)), key=grades.__getitem__)
    return [findings[at] for at in sorted(order[:most])]


def identified(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with what tells it from all others of a run, lines moved or not.

    It is made of path, rule and fingerprint, and of which one it is where these agree.

    Args:
        findings: in the order of a report.
    """
    seen: Counter[tuple[str, str]] = Counter()
    path = None
    for finding in findings:
        if finding.path != path:  # what was seen in other files cannot come again
            path = finding.path
            seen.clear()
        key = (finding.rule, finding.fingerprint)
        seen[key] += 1
        said = "\0".join((path, *key, str(seen[key])))
        digest = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16)
        yield finding, digest.hexdigest()
