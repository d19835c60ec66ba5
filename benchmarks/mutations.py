"""How well does contentlint find and fix single faults, by the kind of fault?

    python benchmarks/mutations.py [FOLDER] [--cases 20] [--only KIND] [--show KIND] [--seed 1]

Puts one fault into a correct article, checks it, makes the safe fixes, and looks at both:

- `line`: how often a finding that was not there before stands on the fault's line;
- `once`: how often it is the only one;
- `back`: the fix gave back what the author wrote, byte for byte;
- `right`: it gave something else that a reader sees as the same, and nothing else is lost;
- `left`: it is still found, and nothing was damaged;
- `wrong`: anything else. This must be 0.

For what is correct and only looks like a fault, `line` says how often nothing was said, and every
change is wrong.

The articles are invented, or those of FOLDER that are correct: no finding in markup, no safe fix,
no error by html5lib. Each run makes the same faults; `--seed` makes others. html5lib and
markdown-it-py say what a reader sees; nothing of contentlint takes part in the verdict.
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
# Longer articles take longer and show nothing that shorter ones do not.
_LONGEST = 20_000
# How much is shown around a difference, in code points.
_AROUND = 50


@dataclass(frozen=True, slots=True)
class Case:
    """One fault in one article, and what became of it.

    Args:
        kind: of fault.
        article: its path.
        body: `html` or `markdown`.
        mutation: the fault.
        new: findings that were not there before.
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
        """Whether it is a fault."""
        return self.kind.expected_in(self.body)

    @property
    def is_found(self) -> bool:
        """Whether the right thing is said at the right line, or nothing where nothing is wrong."""
        if self.expected == "correct":
            return not self.new
        lines = self.mutation.lines
        return any(f.line in lines for f in self.new)

    @property
    def is_once(self) -> bool:
        """Whether that is all that is said."""
        return self.is_found and len(self.new) <= 1


class Linter:
    """contentlint, as it is asked in one process.

    Args:
        folder: where the articles are, or would be.
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
        """The text after the safe fixes, and what is still found in it."""
        found = self.check(text, path, preset)
        if not any(map(_is_fixable, found)):
            return text, found
        fixed = fix_bytes(self._configs[preset].task(path, path.name), text.encode("utf-8"))
        return fixed.text, fixed.findings

    def is_clean(self, text: str, path: Path, preset: str) -> bool:
        """Whether no fault of markup is found in a text, and nothing is fixed."""
        found = self.check(text, path, preset)
        return not any(f.rule.startswith("html/") or _is_fixable(f) for f in found)


def _is_fixable(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safety == "safe"


def correct_articles(folder: Path, linter: Linter, most: int, seed: int) -> Iterator[Article]:
    """The articles of a folder that are correct, at most so many.

    Args:
        folder: where.
        linter: says what it finds.
        most: how many of each kind of body, with tags and without.
        seed: says which.
    """
    config = load(Request(isolated=True), folder)
    files = sorted(discover((str(folder),), config, folder).files)
    random.Random(seed).shuffle(files)
    taken: Counter[tuple[str, bool]] = Counter()
    for path in files:
        data = path.read_bytes()
        if len(data) > _LONGEST:
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
    """Whether nothing is wrong with an article's markup.

    Raises:
        ValueError: an end tag is left out, so that the article cannot be used.
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
    """Faults of one kind, at most so many in each kind of body.

    Args:
        kind: of fault.
        articles: into which; not one gets two.
        linter: what is measured.
        most: how many in HTML, and how many in Markdown.
        seed: says where.
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
    """What becomes of a fault."""
    path = article.path
    is_correct = kind.expected_in(body) == "correct"
    before = article.text if is_correct else mutation.before
    old = linter.check(before, path, kind.preset)
    new = _added(old, linter.check(mutation.text, path, kind.preset), before, mutation)
    fixed, left = linter.fix(mutation.text, path, kind.preset)
    if is_correct:
        verdict = "left" if fixed == mutation.text else "wrong"
    else:
        verdict = judged(mutation, fixed, article.is_markdown, is_told=len(left) > len(old))
    return Case(kind, path, body, mutation, new, fixed, verdict)


def _added(
    old: Iterable[Finding], found: Iterable[Finding], before: str, mutation: Mutation
) -> tuple[Finding, ...]:
    """The findings that are not there without the fault, lines moved or not."""
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


def judged(mutation: Mutation, fixed: str, is_markdown: bool, *, is_told: bool) -> str:
    """What a fix did: one of `VERDICTS`.

    Args:
        mutation: the fault.
        fixed: the text after the safe fixes.
        is_markdown: whether the body is Markdown.
        is_told: whether something is still found that was not before the fault.
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
    return "left" if is_told and is_same and _keeps_tags(mutation, fixed) else "wrong"


def _keeps_tags(mutation: Mutation, fixed: str) -> bool:
    """Whether no tag is gone that says, though it is wrong, where the author meant one."""
    before, text, after = (
        len(re.findall("<|&lt;", one)) for one in (mutation.before, mutation.text, fixed)
    )
    return after >= min(before, text)


def table(found: Sequence[Case]) -> Iterator[str]:
    """The figures of all kinds, then the totals."""
    by_kind: dict[str, dict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
    for case in found:
        by_kind[case.kind.name][case.body].append(case)
    columns = f"{'cases':>6}{'line':>5}{'once':>5}" + "".join(f"{name:>6}" for name in VERDICTS)
    yield f"{'':<47}{'HTML':<41}Markdown\n{'':<46}{columns}  {columns}\n"
    for name, bodies in by_kind.items():
        figures = (_figures(bodies[body]) for body in ("html", "markdown"))
        yield f"{name:<46.46}{'  '.join(figures)}".rstrip() + "\n"
    yield "= correct, to be left alone; ~ a matter of opinion: only the fix is judged\n\n"
    for body in ("html", "markdown"):
        yield f"{body}: {_total([case for case in found if case.body == body])}\n"


def _figures(found: Sequence[Case]) -> str:
    if not found:
        return " " * 40
    line = _share(case.is_found for case in found)
    once = _share(case.is_once for case in found)
    verdicts = Counter(case.verdict for case in found)
    counts = "".join(f"{verdicts[name] or '.':>6}" for name in VERDICTS)
    mark = {"fault": "", "correct": "=", "either": "~"}[found[0].expected]
    return f"{mark:>2}{len(found):>4}{line:>5}{once:>5}{counts}"


def _share(of: Iterable[bool]) -> str:
    values = list(of)
    return f"{100 * sum(values) // max(1, len(values))}%"


def _total(found: Sequence[Case]) -> str:
    faults = [case for case in found if case.expected == "fault"]
    correct = [case for case in found if case.expected == "correct"]
    verdicts = Counter(case.verdict for case in found if case.expected != "correct")
    judged = ", ".join(f"{verdicts[name]} {name}" for name in VERDICTS)
    wrong = sum(case.verdict == "wrong" for case in correct)
    return (
        f"{len(faults)} faults, {_share(case.is_found for case in faults)} on their line, "
        f"{_share(case.is_once for case in faults)} once; fixes of all: {judged}; "
        f"{len(correct)} correct, {sum(bool(case.new) for case in correct)} false alarms, "
        f"{wrong} changed"
    )


def shown(case: Case) -> str:
    """A case for reading: what was done, said and fixed."""
    before, text, fixed = case.mutation.before, case.mutation.text, case.fixed
    lines = ", ".join(map(str, sorted(case.mutation.lines)))
    said = "".join(f"  {f.line}:{f.column} {f.rule}: {f.message}\n" for f in case.new)
    return (
        f"--- {case.kind.name}, {case.article}, line {lines}: {case.verdict}\n"
        f"- {_difference(before, text)}\n+ {_difference(text, before)}\n{said}"
        + (f"> {_difference(fixed, text)}\n\n" if fixed != text else "\n")
    )


def _difference(text: str, other: str) -> str:
    """What a text has that another one has not, with a little of what is around it."""
    start = _same(text, other)
    end = min(min(len(text), len(other)) - start, _same(text[::-1], other[::-1]))
    first, last = max(0, start - _AROUND), len(text) - end
    return text[first : last + _AROUND].replace("\n", "⏎")


def _same(text: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(text), len(other)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="articles (default: invented ones)")
    parser.add_argument("--cases", type=int, default=20, help="of each kind and body (default: 20)")
    parser.add_argument("--only", action="append", help="a kind, or a part of its name")
    parser.add_argument("--show", metavar="KIND", help="print its cases that went wrong; or `all`")
    parser.add_argument("--seed", type=int, default=1, help="another one makes other faults")
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
        is_bad = case.verdict == "wrong" or not case.is_found
        if given.show and (given.show == "all" or given.show in case.kind.name) and is_bad:
            out(shown(case))
    bodies = Counter(article.body_kind for article in articles)
    out(f"{bodies['html']} articles in HTML, {bodies['markdown']} in Markdown\n\n")
    for line in table(found):
        out(line)


if __name__ == "__main__":
    main()
