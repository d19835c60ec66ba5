"""Mend a text: make fixes, check again, take back what makes it worse.

Fixes that fit together are made at once, in the order of the text, until none is left. After each
round the article is checked again. A fix is taken back and reported as `lint/fix-failed` where

- a rule finds something that it did not find before, or the fault is still there,
- the front matter does not load any more, or says something else at another key than the one
  that was meant,
- a safe fix of markup changes the words that a reader sees,
- a safe fix drops a word, URL or attribute value of the source that it does not name.

Every round leaves fewer findings than it found, so that rounds come to an end.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from contentlint.article.document import Document
from contentlint.core.edits import Moves, edited, fitting
from contentlint.core.finding import Edit, Finding, Fix
from contentlint.engine.conserve import lost
from contentlint.fixing.harm import is_brought_to_light, new_findings, other_key, shown_lines
from contentlint.rule import cut
from contentlint.site.facts import CollectedFact

FIX_FAILED = "lint/fix-failed"

# Where rules mend markup and files, so that what readers see must stay as it is.
_KEEPS_WORDS = ("html/", "file/", "accessibility/")

_MOST_ROUNDS = 200
# How many fixes are followed to see whether they lead back to where they began.
_LONGEST_CYCLE = 6


class FixResult(NamedTuple):
    """What became of a text.

    Args:
        text: the text with all fixes that could be made.
        findings: what is left to say of it, `lint/fix-failed` included.
        fixed: how many fixes were made.
        facts: what the text says that rules about the whole site need; None: nobody has looked.
    """

    text: str
    findings: list[Finding]
    fixed: int
    facts: Sequence[CollectedFact] | None = None


@dataclass(frozen=True, slots=True)
class FixContext:
    """How an article is read and checked, and which of its fixes are made.

    Args:
        check: a text's findings, sorted.
        read: a text as a document.
        unsafe: whether unsafe fixes are made, too.
        moved: rules whose fixes are safe or unsafe by configuration; what they change of the text
            is not questioned.
    """

    check: Callable[[str], list[Finding]]
    read: Callable[[str], Document]
    unsafe: bool = False
    moved: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        """Whether a finding has a fix that is to be made."""
        return finding.fix is not None and (self.unsafe or finding.fix.safety == "safe")

    def conserves(self, finding: Finding) -> bool:
        """Whether its fix must not drop a word of the source that it does not name."""
        if finding.rule in self.moved or finding.fix is None:
            return False
        return finding.fix.safety == "safe"

    def keeps_words(self, finding: Finding) -> bool:
        """Whether its fix must not change the words that a reader sees.

        That holds, too, for whatever names words of the source in order to drop them.
        """
        if not self.conserves(finding) or finding.fix is None:
            return False
        return finding.rule.startswith(_KEEPS_WORDS) or bool(finding.fix.names)


class _State:
    """A text, what is found in it, and what it says."""

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
    """A fix that cannot be made: its finding and the words that follow "was not fixed: "."""

    finding: Finding
    reason: str


def mend(text: str, findings: list[Finding], context: FixContext) -> FixResult:
    """Make all fixes of a text that do it good.

    Args:
        text: an article.
        findings: what was found in it.
        context: how it is checked.
    """
    return _Mender(_State(text, context, findings), context).run()


class _Mender:
    """The rounds of one text; `refusals` are those of the text as it is now."""

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
                made = self.make(group)
                if self.state.text in seen and made:
                    self.state = before
                    break
                seen.add(self.state.text)
                self.fixed += len(made)
                is_fresh = is_fresh and not made
            elif self.refusals and not is_fresh:
                # What could not be made before may be made now.
                self.refusals = []
                is_fresh = True
            else:
                break
        return FixResult(self.state.text, list(self.told()), self.fixed)

    def group(self) -> list[Finding]:
        """The findings whose fixes are made in the next round."""
        refused = {(refusal.finding.rule, refusal.finding.span) for refusal in self.refusals}
        open_ones = [
            finding
            for finding in self.state.findings
            if self.context.takes(finding) and (finding.rule, finding.span) not in refused
        ]
        # Those that must keep words come first and alone, so that the words can be compared.
        keeping = [finding for finding in open_ones if self.context.keeps_words(finding)]
        conserving = keeping or [f for f in open_ones if self.context.conserves(f)]
        return _fitting(conserving or open_ones)

    def make(self, group: list[Finding]) -> list[Finding]:
        """Make as many fixes of a group as do no harm; those that were made."""
        made, after = self.grown([], self.state, group)
        if made:
            moves = Moves(_edits(made))
            self.refusals = [
                refusal._replace(finding=found)
                for refusal in self.refusals
                if (found := _again(refusal.finding, moves, after.findings)) is not None
            ]
            self.state = after
        return made

    def grown(
        self, made: list[Finding], state: _State, group: list[Finding]
    ) -> tuple[list[Finding], _State]:
        """Add a group to the fixes that are made, halves of it where the whole does harm."""
        if not group:
            return made, state
        word = self.lost([*made, *group])
        if word is not None and len(group) == 1:
            self.refusals.append(_Refusal(group[0], f"that loses `{word}`"))
            return made, state
        if word is not None:
            return self.halves(made, state, group)
        after = _State(edited(self.state.text, _edits([*made, *group])), self.context)
        harm = self.harm([*made, *group], after)
        if harm is None:
            return [*made, *group], after
        if len(group) == 1:
            self.refusals.append(_Refusal(group[0], self.reason(group[0], made, after, harm)))
            return made, state
        return self.halves(made, state, group)

    def halves(
        self, made: list[Finding], state: _State, group: list[Finding]
    ) -> tuple[list[Finding], _State]:
        half = len(group) // 2
        made, state = self.grown(made, state, group[:half])
        return self.grown(made, state, group[half:])

    def lost(self, made: list[Finding]) -> str | None:
        """The first word that fixes drop and must not."""
        if not self.context.conserves(made[0]):
            return None
        fixes = [finding.fix for finding in made if finding.fix is not None]
        body = self.state.document.body
        word = lost(self.state.text, fixes, body.start)
        return word and cut(word.replace("`", "'"))

    def harm(self, made: list[Finding], after: _State) -> "str | Finding | None":
        """What fixes make worse: a new finding, or words for something else."""
        before = self.state
        key = other_key(before.document.front_matter, after.document.front_matter, _edits(made))
        if key is not None:
            return key
        left = [finding for finding in before.findings if finding not in made]
        was_hidden = bool(before.document.front_matter.syntax_problems)
        found = new_findings(left, after.findings, Moves(_edits(made)))
        if was_hidden:
            found = [f for f in found if not _was_hidden(f, made, after.document)]
        if found:
            return found[0]
        if (
            self.context.keeps_words(made[0])
            and before.shown != after.shown
            and not is_brought_to_light(before.shown, after.shown, _edits(made))
        ):
            return "that changes what readers see"
        return None

    def reason(
        self, finding: Finding, made: list[Finding], after: _State, harm: str | Finding
    ) -> str:
        """Why one fix was taken back, as words that follow "was not fixed: "."""
        if isinstance(harm, str):
            return harm
        if harm.rule == finding.rule:
            return "the fault would still be there"
        start = edited(self.state.text, _edits(made))
        cycle = self.cycle(start, after, harm)
        if cycle:
            names = " → ".join(f"`{rule}`" for rule in (finding.rule, *cycle, finding.rule))
            return f"fixes undo each other ({names}); turn one of these rules off"
        return f"that brings `{harm.rule}`"

    def cycle(self, start: str, state: _State, found: Finding) -> list[str]:
        """The rules whose fixes lead back to a text, one after the other; none where none do."""
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

    def told(self) -> Iterable[Finding]:
        """What is left to say: a finding whose fix failed has none any more, and why is told."""
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
        message=f"`{finding.rule}` was not fixed: {reason}",
        help="mend it by hand",
        fix=None,
        related=(),
    )


def _fitting(findings: Sequence[Finding]) -> list[Finding]:
    """Findings whose fixes fit together, in the order of the text."""
    by_fix: dict[Fix, Finding] = {}
    for finding in findings:
        if finding.fix is not None:
            by_fix.setdefault(finding.fix, finding)
    return [by_fix[fix] for fix in fitting(by_fix)]


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]


def _again(finding: Finding, moves: Moves, findings: list[Finding]) -> Finding | None:
    """A finding of the text before among those of the text after."""
    low, high = moves.range(finding.span.start)
    return next(
        (f for f in findings if f.rule == finding.rule and low <= f.span.start <= high), None
    )


def _was_hidden(finding: Finding, made: list[Finding], document: Document) -> bool:
    """Whether a finding could not be made while the front matter did not load.

    A second fault of its grammar may only be found further down.
    """
    if finding.rule == "front-matter/invalid-syntax":
        return finding.span.start > min(fixed.span.start for fixed in made)
    if finding.rule == "lint/internal-error":
        return False
    in_body = finding.rule.startswith((*_KEEPS_WORDS, "text/", "image/"))
    return not in_body or finding.span.start < document.body.start
