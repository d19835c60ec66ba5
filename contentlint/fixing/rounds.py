"""Fix a text in rounds: apply fixes, check again, revert those that make it worse.

Compatible fixes are applied together, in text order, until none is left. After each round the
article is checked again. A fix is reverted and reported as `lint/fix-failed` if

- a rule reports something new, or the problem remains,
- the front matter no longer loads, or changes at a key other than the intended one,
- a safe fix of markup changes the words that readers see,
- a safe fix drops a word, URL or attribute value of the source that it does not name.

Every round leaves fewer findings, so that the rounds terminate.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from contentlint.article.document import Document
from contentlint.core.edits import Moves, edited, fitting
from contentlint.core.finding import Edit, Finding, Fix
from contentlint.core.records import record, replace
from contentlint.core.tuples import NamedTuple
from contentlint.engine.conserve import lost
from contentlint.fixing.harm import is_only_revealed, new_findings, other_key, shown_lines
from contentlint.rule import cut
from contentlint.site.facts import CollectedFact

FIX_FAILED = "lint/fix-failed"

# Categories whose safe fixes must not change the visible words.
_KEEPS_WORDS = ("html/", "file/", "accessibility/")

_MOST_ROUNDS = 200
# Maximum length of a cycle of fixes that undo each other.
_LONGEST_CYCLE = 6


class FixResult(NamedTuple):
    """The result of fixing a text.

    Args:
        text: the text with all applicable fixes.
        findings: the remaining findings, including `lint/fix-failed`.
        fixed: number of fixes applied.
        facts: the facts for rules about the site; None if they were not collected.
    """

    text: str
    findings: list[Finding]
    fixed: int
    facts: Sequence[CollectedFact] | None = None


@record
class FixContext:
    """How an article is read and checked, and which fixes are applied.

    Args:
        check: returns the sorted findings of a text.
        read: parses a text.
        unsafe: whether to apply unsafe fixes as well.
        moved: rules whose fix safety is set by configuration; their fixes may change any word.
    """

    check: Callable[[str], list[Finding]]
    read: Callable[[str], Document]
    unsafe: bool = False
    moved: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        """Whether a finding has a fix to apply."""
        return finding.fix is not None and (self.unsafe or finding.fix.safety == "safe")

    def conserves(self, finding: Finding) -> bool:
        """Whether its fix must not drop a word of the source that it does not name."""
        if finding.rule in self.moved or finding.fix is None:
            return False
        return finding.fix.safety == "safe"

    def keeps_words(self, finding: Finding) -> bool:
        """Whether its fix must not change the words that readers see.

        This also applies to fixes that name words of the source in order to drop them.
        """
        if not self.conserves(finding) or finding.fix is None:
            return False
        return finding.rule.startswith(_KEEPS_WORDS) or bool(finding.fix.names)


class _State:
    """A text with its findings and its document."""

    def __init__(self, text: str, context: FixContext, findings: list[Finding] | None = None):
        self.text = text
        self.findings = context.check(text) if findings is None else findings
        self._context = context

    @cached_property
    def document(self) -> Document:
        return self._context.read(self.text)

    @cached_property
    def shown(self) -> list[str]:
        return shown_lines(self.document)


class _Refusal(NamedTuple):
    """A fix that was reverted: its finding, and the reason as the end of a message."""

    finding: Finding
    reason: str


def fix_text(text: str, findings: list[Finding], context: FixContext) -> FixResult:
    """Apply all fixes of a text that do no harm.

    Args:
        text: an article.
        findings: its findings.
        context: how it is checked.
    """
    return _Rounds(_State(text, context, findings), context).run()


class _Rounds:
    """The rounds of one text; `refusals` are the fixes that failed for the current text."""

    def __init__(self, state: _State, context: FixContext) -> None:
        self.state = state
        self.context = context
        self.refusals: list[_Refusal] = []
        self.fixed = 0

    def run(self) -> FixResult:
        seen = {self.state.text}
        is_fresh = True
        for _ in range(_MOST_ROUNDS):
            group = self.group()
            if group:
                before = self.state
                applied = self.apply_group(group)
                if self.state.text in seen and applied:
                    self.state = before
                    break
                seen.add(self.state.text)
                self.fixed += len(applied)
                is_fresh = is_fresh and not applied
            elif self.refusals and not is_fresh:
                # Fixes that failed before may succeed now.
                self.refusals = []
                is_fresh = True
            else:
                break
        return FixResult(self.state.text, list(self.remaining()), self.fixed)

    def group(self) -> list[Finding]:
        """The findings whose fixes are applied in the next round."""
        refused = {(refusal.finding.rule, refusal.finding.span) for refusal in self.refusals}
        pending = [
            finding
            for finding in self.state.findings
            if self.context.takes(finding) and (finding.rule, finding.span) not in refused
        ]
        # Fixes that must keep words are applied first and separately, to compare the words.
        keeping = [finding for finding in pending if self.context.keeps_words(finding)]
        conserving = keeping or [f for f in pending if self.context.conserves(f)]
        return _fitting(conserving or pending)

    def apply_group(self, group: list[Finding]) -> list[Finding]:
        """Apply the fixes of a group that do no harm; return their findings."""
        applied, after = self.extend([], self.state, group)
        if applied:
            moves = Moves(_edits(applied))
            self.refusals = [
                refusal._replace(finding=found)
                for refusal in self.refusals
                if (found := _counterpart(refusal.finding, moves, after.findings)) is not None
            ]
            self.state = after
        return applied

    def extend(
        self, applied: list[Finding], state: _State, group: list[Finding]
    ) -> tuple[list[Finding], _State]:
        """Add a group to the applied fixes; split it if it does harm as a whole."""
        if not group:
            return applied, state
        word = self.lost([*applied, *group])
        if word is not None and len(group) == 1:
            self.refusals.append(_Refusal(group[0], f"it removes `{word}`"))
            return applied, state
        if word is not None:
            return self.split(applied, state, group)
        after = _State(edited(self.state.text, _edits([*applied, *group])), self.context)
        harm = self.harm([*applied, *group], after)
        if harm is None:
            return [*applied, *group], after
        if len(group) == 1:
            self.refusals.append(_Refusal(group[0], self.reason(group[0], applied, after, harm)))
            return applied, state
        return self.split(applied, state, group)

    def split(
        self, applied: list[Finding], state: _State, group: list[Finding]
    ) -> tuple[list[Finding], _State]:
        half = len(group) // 2
        applied, state = self.extend(applied, state, group[:half])
        return self.extend(applied, state, group[half:])

    def lost(self, applied: list[Finding]) -> str | None:
        """The first word that fixes must keep but drop."""
        if not self.context.conserves(applied[0]):
            return None
        fixes = [finding.fix for finding in applied if finding.fix is not None]
        body = self.state.document.body
        word = lost(self.state.text, fixes, body.start)
        return word and cut(word.replace("`", "'"))

    def harm(self, applied: list[Finding], after: _State) -> "str | Finding | None":
        """The harm of fixes: a new finding, or a description."""
        before = self.state
        key = other_key(before.document.front_matter, after.document.front_matter, _edits(applied))
        if key is not None:
            return key
        left = [finding for finding in before.findings if finding not in applied]
        was_hidden = bool(before.document.front_matter.syntax_problems)
        found = new_findings(left, after.findings, Moves(_edits(applied)))
        if was_hidden:
            found = [f for f in found if not _was_hidden(f, applied, after.document)]
        if found:
            return found[0]
        if not self.context.keeps_words(applied[0]) or before.shown == after.shown:
            return None
        if is_only_revealed(before.shown, after.shown, _edits(applied)):
            return None
        return "it changes the text that readers see"

    def reason(
        self, finding: Finding, applied: list[Finding], after: _State, harm: str | Finding
    ) -> str:
        """Why a fix was reverted, as the end of a message."""
        if isinstance(harm, str):
            return harm
        if harm.rule == finding.rule:
            return "the problem would remain"
        start = edited(self.state.text, _edits(applied))
        cycle = self.cycle(start, after, harm)
        if cycle:
            names = " → ".join(f"`{rule}`" for rule in (finding.rule, *cycle, finding.rule))
            return f"fixes undo each other ({names}); turn off one of these rules"
        return f"it causes `{harm.rule}`"

    def cycle(self, start: str, state: _State, found: Finding) -> list[str]:
        """The rules whose fixes restore a text, in order; empty if there is no such cycle."""
        rules: list[str] = []
        while found.fix is not None and len(rules) < _LONGEST_CYCLE:
            rules.append(found.rule)
            text = edited(state.text, found.fix.edits)
            if text == start:
                return rules
            after = _State(text, self.context)
            left = [finding for finding in state.findings if finding != found]
            new = new_findings(left, after.findings, Moves(found.fix.edits))
            if not new:
                return []
            state, found = after, new[0]
        return []

    def remaining(self) -> Iterable[Finding]:
        """The remaining findings; one whose fix failed loses it and gets a second finding."""
        reasons = {(r.finding.rule, r.finding.span): r.reason for r in self.refusals}
        for finding in self.state.findings:
            reason = reasons.get((finding.rule, finding.span))
            if reason is None or not self.context.takes(finding):
                yield finding
                continue
            yield replace(finding, fix=None)
            yield _failed(finding, reason)


def _failed(finding: Finding, reason: str) -> Finding:
    return replace(
        finding,
        rule=FIX_FAILED,
        severity="warning",
        confidence="high",
        message=f"fix for `{finding.rule}` not applied: {reason}",
        help="fix it by hand",
        fix=None,
        related=(),
    )


def _fitting(findings: Sequence[Finding]) -> list[Finding]:
    """Findings with compatible fixes, in text order."""
    by_fix: dict[Fix, Finding] = {}
    for finding in findings:
        if finding.fix is not None:
            by_fix.setdefault(finding.fix, finding)
    return [by_fix[fix] for fix in fitting(by_fix)]


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]


def _counterpart(finding: Finding, moves: Moves, findings: list[Finding]) -> Finding | None:
    """The finding of the new text that corresponds to one of the old text."""
    low, high = moves.range(finding.span.start)
    return next(
        (f for f in findings if f.rule == finding.rule and low <= f.span.start <= high), None
    )


def _was_hidden(finding: Finding, applied: list[Finding], document: Document) -> bool:
    """Whether a finding was hidden while the front matter did not load.

    A second syntax error can only be found after the first.
    """
    if finding.rule == "front-matter/invalid-syntax":
        return finding.span.start > min(fixed.span.start for fixed in applied)
    if finding.rule == "lint/internal-error":
        return False
    in_body = finding.rule.startswith((*_KEEPS_WORDS, "text/", "image/"))
    return not in_body or finding.span.start < document.body.start
