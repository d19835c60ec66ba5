"""What do the rules of some categories cost, beside what every rule shares?

    python benchmarks/rule_cost.py FOLDER [--category attribution …] [--preset recommended]

Reads each Markdown or HTML file of a folder and times the rules on it right behind its parse, as in
a run. Prints the median over five rounds, at the median of all articles and in the mean, in
microseconds: of all rules together, and of each alone.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from contentlint import registry
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.core.finding import PRESETS
from contentlint.core.source import Source, decode
from contentlint.rule import Rule

ROUNDS = 5


def made(file: Path) -> Document:
    """The article of a file, with what every rule shares made already."""
    text, fault = decode(file.read_bytes())
    document = Document(Source(file.name, text, fault))
    _ = document.front_matter, document.markup.tags, document.text_runs
    return document


def taken(document: Document, rules: list[Rule]) -> float:
    """The seconds that rules take on an article, with what they share among themselves."""
    document.forget()
    started = time.perf_counter()
    for rule in rules:
        for _problem in rule.check(document):
            pass
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--category", nargs="+", default=["attribution"])
    parser.add_argument("--preset", choices=PRESETS, default="recommended")
    given = parser.parse_args()
    runs = PRESETS[: PRESETS.index(given.preset) + 1]
    names = [name for name in registry.rule_ids() if name.partition("/")[0] in given.category]
    rules = [rule for rule in map(registry.load, names) if rule.preset in runs]
    files = [
        file
        for file in sorted(given.folder.rglob("*"))
        if file.suffix in MARKDOWN_SUFFIXES | HTML_SUFFIXES
    ]
    if not files or not rules:
        sys.exit(f"no article in {given.folder}, or no rule in {', '.join(given.category)}")
    groups = [rules, *([rule] for rule in rules)]
    # For each group of rules, the median of the rounds on each article.
    costs: list[list[float]] = [[] for _ in groups]
    for file in files:
        rounds = []
        for _ in range(ROUNDS):
            document = made(file)
            rounds.append([taken(document, group) for group in groups])
        for cost, column in zip(costs, zip(*rounds, strict=True), strict=True):
            cost.append(statistics.median(column) * 1e6)
    out = sys.stdout.write
    out(f"{len(files)} articles, {len(rules)} rules: {statistics.median(costs[0]):.1f} µs ")
    out(f"an article at the median, {statistics.fmean(costs[0]):.1f} µs in the mean\n")
    for rule, cost in zip(rules, costs[1:], strict=True):
        out(f"{statistics.median(cost):8.1f} µs  {rule.id}\n")


if __name__ == "__main__":
    main()
