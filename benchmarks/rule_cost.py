"""Measure the cost of the rules of some categories, without shared parsing.

    python benchmarks/rule_cost.py FOLDER [--category attribution …] [--preset recommended]

Reads each Markdown or HTML file of a folder and times the rules directly after parsing, as in a
run: only those whose condition holds, with the time to find that out. Prints the processor time in
microseconds for all rules together and for each rule: the median over five rounds, as median and
mean of all articles.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from contentlint import registry
from contentlint.article.conditions import Conditions
from contentlint.article.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.core.finding import PRESETS
from contentlint.core.source import Source, decode
from contentlint.rule import Rule

ROUNDS = 5


def parsed(file: Path) -> Document:
    """The article in a file, with the parts that all rules share already computed."""
    text, encoding_error = decode(file.read_bytes())
    document = Document(Source(file.name, text, encoding_error))
    _ = document.front_matter, document.markup.tags, document.text_runs
    return document


class Group:
    """Rules that are timed together.

    Args:
        rules: the rules.
    """

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._conditions = Conditions([rule.when for rule in rules], registry.test_named)

    def seconds_for(self, document: Document) -> float:
        """The seconds that the rules take on an article, including analysis they share.

        Of the processor, so that other programs count as little as possible.
        """
        document.forget()
        started = time.thread_time()
        for number in self._conditions.chosen(document):
            for _problem in self._rules[number].check(document):
                pass
        return time.thread_time() - started


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
        sys.exit(f"no articles in {given.folder}, or no rules in {', '.join(given.category)}")
    groups = [Group(rules), *(Group([rule]) for rule in rules)]
    # For each group of rules, the median of the rounds for each article.
    costs: list[list[float]] = [[] for _ in groups]
    for file in files:
        rounds = []
        for _ in range(ROUNDS):
            document = parsed(file)
            rounds.append([group.seconds_for(document) for group in groups])
        for cost, column in zip(costs, zip(*rounds, strict=True), strict=True):
            cost.append(statistics.median(column) * 1e6)
    out = sys.stdout.write
    median, mean = statistics.median(costs[0]), statistics.fmean(costs[0])
    out(f"{len(files)} articles, {len(rules)} rules: ")
    out(f"median {median:.1f} µs, mean {mean:.1f} µs per article\n")
    for rule, cost in zip(rules, costs[1:], strict=True):
        out(f"{statistics.median(cost):8.1f} µs  {rule.id}\n")


if __name__ == "__main__":
    main()
