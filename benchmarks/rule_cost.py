"""What do the rules of a category cost, beside what every rule shares?

    python benchmarks/rule_cost.py FOLDER [--category attribution] [--preset recommended]

Reads the articles of a folder, makes what rules share (front matter, tree, text), then runs the
rules of a category on each article, and prints the median and the mean of nine rounds, in
microseconds an article, and what each rule takes at the median.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from contentlint import registry
from contentlint.document import HTML_SUFFIXES, MARKDOWN_SUFFIXES, Document
from contentlint.rule import PRESETS, Rule
from contentlint.source import Source, decode

ROUNDS = 9


def documents(folder: Path) -> list[Document]:
    """The articles of a folder, with what every rule shares made already."""
    made = []
    for file in sorted(folder.rglob("*")):
        if file.suffix in MARKDOWN_SUFFIXES | HTML_SUFFIXES:
            text, fault = decode(file.read_bytes())
            document = Document(Source(file.name, text, fault))
            _ = document.front_matter, document.markup.tree, document.text_runs
            made.append(document)
    return made


def cost(articles: list[Document], rules: list[Rule]) -> list[float]:
    """The median over all rounds of what each article takes, in seconds."""
    rounds = []
    for _ in range(ROUNDS):
        taken = []
        for document in articles:
            started = time.perf_counter()
            for rule in rules:
                for _problem in rule.check(document):
                    pass
            taken.append(time.perf_counter() - started)
        rounds.append(taken)
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--category", default="attribution")
    parser.add_argument("--preset", choices=PRESETS, default="recommended")
    given = parser.parse_args()
    runs = PRESETS[: PRESETS.index(given.preset) + 1]
    names = [name for name in registry.rule_ids() if name.startswith(f"{given.category}/")]
    rules = [rule for rule in map(registry.load, names) if rule.preset in runs]
    articles = documents(given.folder)
    if not articles or not rules:
        sys.exit(f"no article in {given.folder}, or no rule in {given.category}")
    out = sys.stdout.write
    taken = cost(articles, rules)
    median, mean = statistics.median(taken) * 1e6, statistics.fmean(taken) * 1e6
    out(f"{len(articles)} articles, {len(rules)} rules: ")
    out(f"{median:.1f} µs an article at the median, {mean:.1f} µs in the mean\n")
    for rule in rules:
        out(f"{statistics.median(cost(articles, [rule])) * 1e6:8.1f} µs  {rule.id}\n")


if __name__ == "__main__":
    main()
