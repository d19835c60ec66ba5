"""Measure how well contentlint finds and fixes single errors, by kind of error.

    python benchmarks/mutations.py [FOLDER] [--cases 20] [--only KIND] [--show KIND] [--seed 1]
                                   [--twice]

Inserts one error into a correct article, checks the article, applies the safe fixes, and reports:

- `line`: how often there is a new finding on the line of the error;
- `once`: how often it is the only new finding;
- `off`: the number of new findings on other lines, per case;
- `back`: the fix restored the original text exactly;
- `right`: the fix produced another text that looks the same to a reader, and nothing else is lost;
- `left`: the error is still reported, and nothing was damaged;
- `wrong`: anything else. This must be 0.

The last line has the errors in the raw HTML of Markdown bodies alone, without those of front matter
and characters.

For correct text that only looks like an error, `line` is how often there is no new finding, and
every change is wrong.

The articles are invented, or the correct articles of FOLDER: without markup findings, safe fixes
and html5lib errors. Each run inserts the same errors; `--seed` changes them. html5lib and
markdown-it-py decide what a reader sees; contentlint does not take part in the verdict.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import mutation_judge as judge
from mutation_articles import Article, invented
from mutation_kinds import KINDS, Expected, Kind, Mutation

from contentlint.config.resolve import Request, load
from contentlint.core.finding import Finding
from contentlint.engine.check import check
from contentlint.engine.discover import discover
from contentlint.fixing.files import fix_bytes

VERDICTS = ("back", "right", "left", "wrong")
# Longer articles take more time without new results.
_MAX_LENGTH = 20_000
# Context to print around a difference, in code points.
_CONTEXT = 50


@dataclass(frozen=True, slots=True)
class Case:
    """One error in one article, with its result.

    Args:
        kind: the kind of error.
        article: the path of the article.
        body: `html` or `markdown`.
        mutation: the error.
        new: the new findings.
        fixed: the text after the safe fixes.
        verdict: one of `VERDICTS`.
    """

    kind: Kind
    article: Path
    body: str
    mutation: Mutation
    new: tuple[Finding, ...]
    fixed: str
    verdict: str

    @property
    def expected(self) -> Expected:
        """Whether the text is an error, correct, or either."""
        return self.kind.expected_in(self.body)

    @property
    def is_found(self) -> bool:
        """Whether there is a finding on an expected line, or none for correct text."""
        if self.expected == "correct":
            return not self.new
        lines = self.mutation.lines
        return any(f.line in lines for f in self.new)

    @property
    def beside(self) -> int:
        """The number of new findings on other lines."""
        return sum(f.line not in self.mutation.lines for f in self.new)

    @property
    def is_once(self) -> bool:
        """Whether there is no other new finding."""
        return self.is_found and len(self.new) <= 1


class Linter:
    """contentlint in one process.

    Args:
        folder: the folder of the articles, which need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._configs = {
            preset: load(Request(isolated=True, config=(f'preset="{preset}"',)), folder)
            for preset in {kind.preset for kind in KINDS.values()}
        }
        self.check = lru_cache(maxsize=1024)(self._check)

    def _check(self, text: str, path: Path, preset: str) -> tuple[Finding, ...]:
        task = self._configs[preset].task(path, path.name)
        return tuple(check(task, text.encode("utf-8")).findings)

    def fix(self, text: str, path: Path, preset: str) -> tuple[str, Sequence[Finding]]:
        """The text after the safe fixes, and its remaining findings."""
        found = self.check(text, path, preset)
        if not any(map(_is_fixable, found)):
            return text, found
        fixed = fix_bytes(self._configs[preset].task(path, path.name), text.encode("utf-8"))
        return fixed.text, fixed.findings

    def is_clean(self, text: str, path: Path, preset: str) -> bool:
        """Whether a text has no markup findings and no safe fixes."""
        found = self.check(text, path, preset)
        return not any(f.rule.startswith("html/") or _is_fixable(f) for f in found)


def _is_fixable(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safety == "safe"


def correct_articles(folder: Path, linter: Linter, most: int, seed: int) -> Iterator[Article]:
    """The correct articles of a folder, up to a maximum.

    Args:
        folder: the folder.
        linter: the linter that checks them.
        most: maximum number for each kind of body, with and without tags.
        seed: random seed for the selection.
    """
    config = load(Request(isolated=True), folder)
    files = sorted(discover((str(folder),), config, folder).files)
    random.Random(seed).shuffle(files)
    taken: Counter[tuple[str, bool]] = Counter()
    for path in files:
        data = path.read_bytes()
        if len(data) > _MAX_LENGTH:
            continue
        try:
            article = Article(path, data.decode("utf-8").rstrip("\n") + "\n")
            body = article.body_kind, bool(article.tags)
            if taken[body] >= most or not is_correct(article, linter):
                continue
        except ValueError:
            continue
        taken[body] += 1
        yield article


def is_correct(article: Article, linter: Linter) -> bool:
    """Whether an article's markup is correct.

    Raises:
        ValueError: an end tag is omitted, so that the article cannot be used.
    """
    if "\r" in article.text or not (article.tags or article.is_markdown):
        return False
    if article.is_markdown and judge.tags(article.text) != Counter(t.name for t in article.tags):
        return False
    if len(article.elements) > len(article.tags):
        return False
    if judge.errors(article.text, is_markdown=article.is_markdown):
        return False
    return linter.is_clean(article.text, article.path, "recommended")


def cases(
    kind: Kind, articles: Sequence[Article], linter: Linter, most: int, seed: int
) -> Iterator[Case]:
    """Errors of one kind, up to a maximum for each kind of body.

    Args:
        kind: the kind of error.
        articles: the articles, each used at most once.
        linter: the linter to measure.
        most: maximum number in HTML and in Markdown.
        seed: random seed for the positions.
    """
    order = list(articles)
    random.Random(f"{seed} {kind.name}").shuffle(order)
    made: Counter[str] = Counter()
    for article in order:
        body = article.body_kind
        if made[body] >= most or kind.where not in ("both", body):
            continue
        mutation = kind.make(article, random.Random(f"{seed} {kind.name} {article.path.name}"))
        if mutation is None:
            continue
        if kind.expected_in(body) != "correct" and not linter.is_clean(
            mutation.before, article.path, kind.preset
        ):
            continue
        made[body] += 1
        yield tried(kind, article, body, mutation, linter)


def tried(kind: Kind, article: Article, body: str, mutation: Mutation, linter: Linter) -> Case:
    """Check and fix one error."""
    path = article.path
    is_correct = kind.expected_in(body) == "correct"
    before = article.text if is_correct else mutation.before
    old = linter.check(before, path, kind.preset)
    new = _added(old, linter.check(mutation.text, path, kind.preset), before, mutation)
    fixed, left = linter.fix(mutation.text, path, kind.preset)
    if is_correct:
        verdict = "left" if fixed == mutation.text else "wrong"
    else:
        verdict = judged(mutation, fixed, article.is_markdown, is_reported=len(left) > len(old))
    return Case(kind, path, body, mutation, new, fixed, verdict)


def _added(
    old: Iterable[Finding], found: Iterable[Finding], before: str, mutation: Mutation
) -> tuple[Finding, ...]:
    """The findings that do not occur without the error, after adjusting lines."""
    first = min(mutation.lines)
    lines = mutation.text.count("\n") - before.count("\n")
    known: Counter[tuple[str, str, int]] = Counter()
    for finding in old:
        line = finding.line + lines if finding.line > first else finding.line
        known[finding.rule, finding.message, line] += 1
    new = []
    for finding in found:
        key = (finding.rule, finding.message, finding.line)
        if known[key]:
            known[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def judged(mutation: Mutation, fixed: str, is_markdown: bool, *, is_reported: bool) -> str:
    """The verdict on a fix, one of `VERDICTS`.

    Args:
        mutation: the error.
        fixed: the text after the safe fixes.
        is_markdown: whether the body is Markdown.
        is_reported: whether new findings remain.
    """
    if fixed == mutation.before:
        return "back"
    if fixed == mutation.text:
        return "left"
    if judge.lost(mutation.text, fixed, mutation.inserted):
        return "wrong"
    seen = judge.shown(fixed, is_markdown=is_markdown)
    if seen == judge.shown(mutation.before, is_markdown=is_markdown):
        return "right"
    is_same = seen == judge.shown(mutation.text, is_markdown=is_markdown)
    return "left" if is_reported and is_same and _keeps_tags(mutation, fixed) else "wrong"


def _keeps_tags(mutation: Mutation, fixed: str) -> bool:
    """Whether the fix kept all tags, including invalid ones that show the author's intent."""
    before, text, after = (
        len(re.findall("<|&lt;", one)) for one in (mutation.before, mutation.text, fixed)
    )
    return after >= min(before, text)


def table(found: Sequence[Case]) -> Iterator[str]:
    """The results by kind, then the totals."""
    by_kind: dict[str, dict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
    for case in found:
        by_kind[case.kind.name][case.body].append(case)
    columns = f"{'cases':>6}{'line':>5}{'once':>5}{'off':>5}"
    columns += "".join(f"{name:>6}" for name in VERDICTS)
    yield f"{'':<47}{'HTML':<46}Markdown\n{'':<46}{columns}  {columns}\n"
    for name, bodies in by_kind.items():
        figures = (_figures(bodies[body]) for body in ("html", "markdown"))
        yield f"{name:<46.46}{'  '.join(figures)}".rstrip() + "\n"
    yield "= correct text, must not change; ~ disputable: only the fix is judged\n\n"
    for body in ("html", "markdown"):
        yield f"{body}: {_total([case for case in found if case.body == body])}\n"
    yield f"{_html_in_markdown(found)}\n"


def _html_in_markdown(found: Sequence[Case]) -> str:
    """The figures of errors in the raw HTML of Markdown bodies alone."""
    errors = [
        case
        for case in found
        if case.body == "markdown" and case.kind.about == "html" and case.expected == "error"
    ]
    beside = sum(case.beside for case in errors) / max(1, len(errors))
    found_on_line = _exact(case.is_found for case in errors)
    once = _exact(case.is_once for case in errors)
    return (
        f"HTML in Markdown: {len(errors)} errors, recall {found_on_line}, once {once}, "
        f"{beside:.2f} on other lines each"
    )


def _figures(found: Sequence[Case]) -> str:
    if not found:
        return " " * 45
    line = _share(case.is_found for case in found)
    once = _share(case.is_once for case in found)
    verdicts = Counter(case.verdict for case in found)
    counts = "".join(f"{verdicts[name] or '.':>6}" for name in VERDICTS)
    mark = {"error": "", "correct": "=", "either": "~"}[found[0].expected]
    off = sum(case.beside for case in found) / len(found)
    return f"{mark:>2}{len(found):>4}{line:>5}{once:>5}{off:>5.1f}{counts}"


def _share(of: Iterable[bool]) -> str:
    values = list(of)
    return f"{100 * sum(values) // max(1, len(values))}%"


def _exact(of: Iterable[bool]) -> str:
    values = list(of)
    return f"{sum(values) / max(1, len(values)):.3f}"


def _total(found: Sequence[Case]) -> str:
    errors = [case for case in found if case.expected == "error"]
    correct = [case for case in found if case.expected == "correct"]
    verdicts = Counter(case.verdict for case in found if case.expected != "correct")
    judged = ", ".join(f"{verdicts[name]} {name}" for name in VERDICTS)
    wrong = sum(case.verdict == "wrong" for case in correct)
    return (
        f"{len(errors)} errors, {_exact(case.is_found for case in errors)} on their line, "
        f"{_exact(case.is_once for case in errors)} once, "
        f"{sum(case.beside for case in errors) / max(1, len(errors)):.2f} on other lines each; "
        f"fixes of all: {judged}; "
        f"{len(correct)} correct, {sum(bool(case.new) for case in correct)} false positives, "
        f"{wrong} changed"
    )


def shown(case: Case) -> str:
    """A case as text: the change, the findings and the fix."""
    before, text, fixed = case.mutation.before, case.mutation.text, case.fixed
    lines = ", ".join(map(str, sorted(case.mutation.lines)))
    findings = "".join(f"  {f.line}:{f.column} {f.rule}: {f.message}\n" for f in case.new)
    return (
        f"--- {case.kind.name}, {case.article}, line {lines}: {case.verdict}\n"
        f"- {_difference(before, text)}\n+ {_difference(text, before)}\n{findings}"
        + (f"> {_difference(fixed, text)}\n\n" if fixed != text else "\n")
    )


def _difference(text: str, other: str) -> str:
    """The part of a text that differs from another text, with context."""
    start = _common_prefix(text, other)
    end = min(min(len(text), len(other)) - start, _common_prefix(text[::-1], other[::-1]))
    first, last = max(0, start - _CONTEXT), len(text) - end
    return text[first : last + _CONTEXT].replace("\n", "⏎")


def _common_prefix(text: str, other: str) -> int:
    """The length of the common prefix of two texts."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(text), len(other)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "folder", type=Path, nargs="?", help="folder of articles (default: invented articles)"
    )
    parser.add_argument(
        "--cases", type=int, default=20, help="maximum number per kind and body (default: 20)"
    )
    parser.add_argument("--only", action="append", help="kind, or part of its name; repeatable")
    parser.add_argument("--show", metavar="KIND", help="print failed cases of this kind, or `all`")
    parser.add_argument(
        "--twice", action="store_true", help="with --show, also cases with more than one finding"
    )
    parser.add_argument("--seed", type=int, default=1, help="random seed (default: 1)")
    given = parser.parse_args()
    kinds = [
        kind
        for name, kind in KINDS.items()
        if not given.only or any(part in name for part in given.only)
    ]
    folder = given.folder.resolve() if given.folder else Path("/invented")
    linter = Linter(folder)
    if given.folder:
        articles = list(correct_articles(folder, linter, given.cases, given.seed))
    else:
        articles = list(invented(given.cases, seed=given.seed))
    found = [
        case for kind in kinds for case in cases(kind, articles, linter, given.cases, given.seed)
    ]
    out = sys.stdout.write
    for case in found:
        is_found = case.is_once if given.twice and case.expected == "error" else case.is_found
        is_bad = case.verdict == "wrong" or not is_found
        if given.show and (given.show == "all" or given.show in case.kind.name) and is_bad:
            out(shown(case))
    bodies = Counter(article.body_kind for article in articles)
    out(f"{bodies['html']} articles in HTML, {bodies['markdown']} in Markdown\n\n")
    for line in table(found):
        out(line)


if __name__ == "__main__":
    main()
