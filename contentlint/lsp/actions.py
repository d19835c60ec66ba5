"""Code actions: fixes, suppressions and new keys of schemas."""

from collections.abc import Iterable, Iterator

from contentlint.core.finding import Edit, Finding
from contentlint.core.tuples import NamedTuple
from contentlint.fixing.suppress import suppressor_of
from contentlint.lsp.buffers import difference
from contentlint.lsp.project import Article, fixed

REASON = "reason"
"""The text in a suppression that the author replaces."""

_UNKNOWN_KEY = "front-matter/unknown-field"
# At most this many findings of a selection have actions of their own.
_MOST = 20


class Action(NamedTuple):
    """A change that the editor offers.

    Args:
        kind: `fix`, `fix-all`, `suppress` or `add-key`.
        title: an imperative, for the menu.
        rule: the rule of the finding; empty for all findings.
        finding: the finding that it is about; None for all.
        is_preferred: whether the editor may apply it without a choice.
    """

    kind: str
    title: str
    rule: str = ""
    finding: Finding | None = None
    is_preferred: bool = False


def actions(findings: Iterable[Finding], start: int, end: int) -> Iterator[Action]:
    """The actions for the findings in a range.

    Args:
        findings: of the current text.
        start, end: the range, as code-point offsets.
    """
    all_findings = list(findings)
    found = [f for f in all_findings if f.span.start <= end and start <= f.span.end][:_MOST]
    for finding in found:
        if finding.fix is not None:
            is_safe = finding.fix.safety == "safe"
            title = finding.fix.title[:1].upper() + finding.fix.title[1:]
            title += "" if is_safe else " (unsafe)"
            yield Action("fix", f"{title}: {finding.rule}", finding.rule, finding, is_safe)
    if any(f.fix is not None and f.fix.safety == "safe" for f in all_findings):
        yield Action("fix-all", "Apply all safe fixes in this file")
    named = set()
    for finding in found:
        if finding.rule == _UNKNOWN_KEY and finding.about:
            yield Action("add-key", f"Add `{finding.about}` to the schema", finding.rule, finding)
        place = (finding.rule, finding.line)
        if place not in named and not finding.rule.startswith("lint/"):
            named.add(place)
            yield Action("suppress", f"Suppress {finding.rule} on this line", finding.rule, finding)


def fix_all(article: Article, findings: Iterable[Finding]) -> list[Edit]:
    """The edits of all safe fixes, which are checked as `contentlint check --fix` does.

    Args:
        article: the article.
        findings: its findings, including those about the site.
    """
    rules = {rule.rule_id for rule in article.task.plan.site_rules}
    about_site = [finding for finding in findings if finding.rule in rules]
    return difference(article.text, fixed(article, about_site).text)


def suppress(article: Article, finding: Finding, reason: str = REASON) -> list[Edit]:
    """The edits that suppress a finding on its line; none if no form of suppression works.

    Args:
        article: the article.
        finding: one of its findings.
        reason: the reason in the suppression; without `--`, `*/` and `>`.
    """
    done = suppressor_of(article.task, [finding], reason).add(article.text, [finding])
    return difference(article.text, done.text)
