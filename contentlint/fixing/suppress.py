"""Write suppressions for existing findings.

For each line with findings these forms are tried in order. The first one is used that hides the
findings, causes no others, and keeps elements, visible words and front matter unchanged.

1. a comment on the line before, for the next line
2. a comment at the end of the line, for that line
3. a comment for the whole file: in the front matter if it allows comments, otherwise above the body
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from contentlint.article.document import Document
from contentlint.article.suppressions.comments import MARK
from contentlint.config.task import Checked, Task
from contentlint.core.finding import Finding
from contentlint.core.records import field, record
from contentlint.core.source import Source, Span, decode
from contentlint.core.tuples import NamedTuple
from contentlint.core.writing import replace, snapshot
from contentlint.engine.check import check
from contentlint.engine.lift import of_file
from contentlint.engine.site import lifted
from contentlint.fixing.harm import shown_lines
from contentlint.fixing.rounds import FIX_FAILED
from contentlint.site.facts import CollectedFact, SiteFact
from contentlint.site.pages import LINKS, PAGES

# Findings about failures and about suppressions.
_NOT_SUPPRESSED = "lint/"


class Suppressed(NamedTuple):
    """A text with suppressions.

    Args:
        text: the text with the suppressions.
        hidden: number of findings that they hide.
        comments: number of suppressions.
    """

    text: str
    hidden: int
    comments: int


class _Target(NamedTuple):
    """A place for a suppression: a 1-based line (0 for the file), and the rules to suppress."""

    line: int
    rules: tuple[str, ...]


@record(frozen=False)
class Suppressor:
    """Adds suppressions to one article.

    Args:
        check: returns the findings of a text.
        read: parses a text.
        reason: the reason in the comment; may be empty.
    """

    check: Callable[[str], list[Finding]]
    read: Callable[[str], Document]
    reason: str = ""
    _shapes: dict[str, object] = field(default_factory=dict)

    def add(self, text: str, findings: list[Finding]) -> Suppressed:
        """Write suppressions for findings of a text.

        Args:
            text: the article.
            findings: the findings to hide.
        """
        relevant = [f for f in findings if not f.rule.startswith(_NOT_SUPPRESSED)]
        if not relevant:
            return Suppressed(text, 0, 0)
        state = _State(text, self.check(text), self._shape(text))
        return self._suppress(
            state, {(finding.line, finding.rule) for finding in relevant}, frozenset()
        )

    def _suppress(
        self, start: "_State", wanted: set[tuple[int, str]], whole_file: frozenset[str]
    ) -> Suppressed:
        """Hide findings; start again if a rule must be suppressed in the whole file."""
        state = start
        comments = 0
        # From the last line upwards, so that line numbers stay valid.
        for line in sorted({line for line, _ in wanted}, reverse=True):
            still = {f.rule for f in state.findings if f.line == line} - whole_file
            rules = tuple(sorted(still & {rule for at, rule in wanted if at == line}))
            if not rules:
                continue
            target = _Target(line, rules)
            following = self._first_valid(state, self._line_forms(state.text, target), target)
            if following is None:
                return self._suppress(start, wanted, whole_file | set(rules))
            state, comments = following, comments + 1
        if whole_file:
            target = _Target(0, tuple(sorted(whole_file)))
            following = self._first_valid(state, self._file_forms(state.text, target), target)
            if following is not None:
                state, comments = following, comments + 1
        return Suppressed(state.text, len(start.findings) - len(state.findings), comments)

    def _first_valid(
        self, state: "_State", texts: Iterator[str], target: _Target
    ) -> "_State | None":
        for text in texts:
            if self._shape(text) != state.shape:
                continue
            findings = self.check(text)
            before, after = _counted(state.findings), _counted(findings)
            hidden = [
                f for f in state.findings if f.rule in target.rules and target.line in (0, f.line)
            ]
            if not after - (before - _counted(hidden)):
                return _State(text, findings, state.shape)
        return None

    def _line_forms(self, text: str, target: _Target) -> Iterator[str]:
        """The text with a comment on the line before, or at the end of the line."""
        document = self.read(text)
        source = document.source
        if target.line > len(source.line_starts):
            return
        line = source.line_span(target.line)
        block = document.front_matter.block
        in_front_matter = document.front_matter.format is not None and line.start < block.end
        if in_front_matter and not document.front_matter.has_comments:
            return
        indent = text[line.start : line.end]
        indent = indent[: len(indent) - len(indent.lstrip(" \t"))]
        next_line = self._comment(document, "disable-next-line", target, in_front_matter)
        if line.start > block.start or not in_front_matter:
            end = _line_ending(text)
            yield f"{text[: line.start]}{indent}{next_line}{end}{text[line.start :]}"
        this_line = self._comment(document, "disable-line", target, in_front_matter)
        yield f"{text[: line.end]} {this_line}{text[line.end :]}"

    def _file_forms(self, text: str, target: _Target) -> Iterator[str]:
        """The text with a comment for the whole file."""
        document = self.read(text)
        front_matter = document.front_matter
        end = _line_ending(text)
        if front_matter.has_comments:
            comment = self._comment(document, "disable-file", target, True)
            place = text.find("\n", front_matter.opening.end) + 1
            if place > 0:
                yield f"{text[:place]}{comment}{end}{text[place:]}"
        comment = self._comment(document, "disable-file", target, False)
        place = front_matter.body_start
        if place and not text[:place].endswith(("\n", "\r", "\ufeff")):
            comment = end + comment
        yield f"{text[:place]}{comment}{end}{text[place:]}"
        yield f"{text[:place]}{comment}{end}{end}{text[place:]}"

    def _comment(
        self, document: Document, directive: str, target: _Target, in_front_matter: bool
    ) -> str:
        reason = f" -- {self.reason}" if self.reason else ""
        words = f"{MARK}-{directive} {' '.join(target.rules)}{reason}"
        if in_front_matter:
            return f"# {words}"
        return f"{{/* {words} */}}" if document.is_jsx else f"<!-- {words} -->"

    def _shape(self, text: str) -> object:
        """What must not change for readers and generators: elements, words, front matter."""
        if text not in self._shapes:
            if len(self._shapes) > 2:
                self._shapes.clear()
            document = self.read(text)
            elements = [node.tag for node in document.markup.tree.find_all(True)]
            # Where white space is visible.
            kept = [node.text for node in document.markup.tree.find_all(["pre", "textarea"])]
            data = document.front_matter.data
            at_start = document.front_matter.at_start
            self._shapes[text] = (elements, kept, shown_lines(document), repr(data), at_start)
        return self._shapes[text]


class _State(NamedTuple):
    """An intermediate text with its findings and its shape."""

    text: str
    findings: list[Finding]
    shape: object


def _counted(findings: list[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.fingerprint) for finding in findings)


def _line_ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def reason_fault(reason: str) -> str | None:
    """Why a text cannot be the reason in a comment; None if it can."""
    if "--" in reason or "*/" in reason or ">" in reason:
        return "it would end the comment; remove `--`, `*/` and `>`"
    return None if reason.isprintable() else "it must be one line of text"


class Done(NamedTuple):
    """The result for a file: the number of suppressions added, and the remaining findings."""

    comments: int
    left: list[Finding]


class _OfSite:
    """Reproduces findings of rules about the site in a text with added suppressions.

    Comments do not change the facts of an article, only their places.

    Args:
        task: the task of the article.
        findings: its findings, including those about the site.
    """

    def __init__(self, task: Task, findings: list[Finding]) -> None:
        self._task = task
        rules = {rule.rule_id: rule for rule in task.plan.site_rules}
        self._rules = rules
        self._about_site = [finding for finding in findings if finding.rule in rules]
        self._known: dict[tuple[str, str], list[Finding]] | None = None

    def _facts(self, checked: Checked) -> dict[tuple[str, str], list[Finding]]:
        """The facts of the original text that have findings; `checked` is its result."""
        known: dict[tuple[str, str], list[Finding]] = defaultdict(list)
        own = {(finding.rule, finding.span) for finding in checked.findings}
        values = {(fact.rule, Span(fact.start, fact.end)): _value(fact) for fact in checked.facts}
        for finding in self._about_site:
            if (finding.rule, finding.span) in own:
                continue
            # Rules about links and pages share their facts.
            for name in (finding.rule, LINKS, PAGES):
                if (name, finding.span) in values:
                    known[name, values[name, finding.span]].append(finding)
                    break
        return known

    def findings(self, text: str) -> list[Finding]:
        """The findings of a text, including those about the site; the original text is first."""
        checked = check(self._task, text)
        if self._known is None:
            self._known = self._facts(checked)
        again = []
        for fact in checked.facts:
            hidden = fact.is_suppressed
            for known in self._known.get((fact.rule, _value(fact)), ()):
                if hidden is True or (isinstance(hidden, tuple) and known.rule in hidden):
                    continue
                place = SiteFact("", Span(fact.start, fact.end), None, False, 0)
                problem = place.problem(known.message, help=known.help, about=known.about)
                problem = problem._replace(confidence=known.confidence)
                again.append((self._rules[known.rule], problem))
        if not again:
            return checked.findings
        found = [*checked.findings, *lifted(self._task, text, again)]
        return sorted(found, key=lambda finding: finding.sort_key)


def _value(fact: CollectedFact) -> str:
    """What a fact is recognized by; an article has one fact about itself, which changes with it."""
    return "" if fact.rule == PAGES else fact.value


def suppressor_of(task: Task, findings: list[Finding], reason: str) -> Suppressor:
    """Adds suppressions to an article, also for findings of rules about its site.

    Args:
        task: the article and its settings.
        findings: the findings to suppress.
        reason: the reason in the comments; may be empty.
    """
    site = _OfSite(task, findings)
    return Suppressor(
        check=site.findings,
        read=lambda text: Document(Source(task.name, text), generator=task.plan.generator),
        reason=reason,
    )


def suppress_file(task: Task, findings: list[Finding], reason: str) -> Done:
    """Write suppressions into a file.

    A file that is not UTF-8 or cannot be written is not changed.

    Args:
        task: the file and its settings.
        findings: the findings to suppress.
        reason: the reason in the comments; may be empty.
    """
    suppressor = suppressor_of(task, findings, reason)
    try:
        old = snapshot(task.path)
        text, fault = decode(old.data)
        if fault is not None:
            return Done(0, findings)
        done = suppressor.add(text, findings)
        if done.comments:
            replace(old, done.text.encode("utf-8"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        failure = of_file(Source(task.name, ""), FIX_FAILED, f"file not changed: {reason}")
        return Done(0, [failure, *findings])
    wanted = {(finding.rule, finding.fingerprint) for finding in findings}
    left = suppressor.check(done.text)
    return Done(done.comments, [f for f in left if (f.rule, f.fingerprint) in wanted])
