"""Measure the cost of the `html/` rules and of the parse that all rules share.

    python benchmarks/markup_cost.py FOLDER [--size 6000] [--preset recommended]

Uses the well-formed HTML files of a folder with a length of about `--size` code points. Prints the
median over nine rounds in microseconds per article, for the parse and for all rules together.
"""

import argparse
import statistics
import sys
import time
from pathlib import Path

from contentlint import registry
from contentlint.article.document import Document
from contentlint.core.finding import PRESETS
from contentlint.core.source import Source, Span
from contentlint.markup import Markup
from contentlint.rule import Rule

ROUNDS = 9


def documents(texts: list[str]) -> list[Document]:
    """New documents whose whole text is the body."""
    made = []
    for text in texts:
        document = Document(Source("article.html", text))
        span = Span(0, len(text))
        document.__dict__["markup"] = Markup(text, span, is_html=True)
        made.append(document)
    return made


def measured(texts: list[str], rules: list[Rule]) -> tuple[float, float]:
    """The seconds of one round, for parsing and for the rules."""
    articles = documents(texts)
    started = time.perf_counter()
    for document in articles:
        _ = document.markup.tree
    parsed = time.perf_counter()
    for document in articles:
        for rule in rules:
            for _ in rule.check(document):
                pass
    return parsed - started, time.perf_counter() - parsed


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=6000)
    parser.add_argument("--preset", choices=PRESETS, default="recommended")
    given = parser.parse_args()
    runs = PRESETS[: PRESETS.index(given.preset) + 1]
    rules = [registry.load(name) for name in registry.rule_ids() if name.startswith("html/")]
    rules = [rule for rule in rules if rule.preset in runs]
    texts = []
    for file in sorted(given.folder.rglob("*.html")):
        text = file.read_text("utf-8", errors="replace")
        [document] = documents([text])
        is_well_formed = not document.repairs and not document.parse_errors
        if is_well_formed and abs(len(text) - given.size) <= given.size / 6:
            texts.append(text)
    if not texts:
        sys.exit(f"no well-formed articles of about {given.size} characters in {given.folder}")
    rounds = [measured(texts, rules) for _ in range(ROUNDS)]
    parse, check = (
        statistics.median(column) / len(texts) * 1e6 for column in zip(*rounds, strict=True)
    )
    mean = sum(map(len, texts)) / len(texts)
    out = sys.stdout.write
    out(f"{len(texts)} articles of {mean:.0f} characters, {len(rules)} rules\n")
    out(f"parse {parse:.1f} µs, rules {check:.1f} µs per article\n")


if __name__ == "__main__":
    main()
