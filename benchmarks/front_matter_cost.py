"""Measure the cost of valid front matter: splitting, parsing with positions and validation.

    python benchmarks/front_matter_cost.py FOLDER [--schema hexo]

Uses the articles of a folder with front matter that is valid for its schema, from the
configuration, the generator or `--schema`. Times each article over nine rounds and prints the
median of the medians in microseconds, in total and for each part.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from contentlint.config.resolve import Request, load
from contentlint.core.source import decode
from contentlint.engine.discover import discover
from contentlint.front_matter import read
from contentlint.front_matter.split import split
from contentlint.schema.loading import load_schema

ROUNDS = 9


def median_of(work: Callable[[], object]) -> float:
    """The median of the rounds, in microseconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--schema", help="schema for all articles (default: the one that applies to each)"
    )
    given = parser.parse_args()
    folder = given.folder.resolve()
    config = load(Request(), folder)
    named = None if given.schema is None else load_schema(given.schema, folder)
    rows = []
    for file in discover((str(folder),), config, folder).files:
        text, _ = decode(file.read_bytes())
        front_matter = read(text)
        schema = named or config.task(file).schema
        is_valid = front_matter.format is not None and not front_matter.syntax_problems
        if schema is None or not is_valid or schema.check(front_matter):
            continue
        whole = median_of(lambda text=text, schema=schema: schema.check(read(text)))
        parts = (
            median_of(lambda text=text: split(text)),
            median_of(lambda text=text: read(text)),
            median_of(lambda block=front_matter, schema=schema: schema.check(block)),
        )
        rows.append((whole, *parts))
    if not rows:
        sys.exit(f"no articles with valid front matter in {folder}")
    whole, cut, parsed, checked = (statistics.median(row) for row in zip(*rows, strict=True))
    out = sys.stdout.write
    out(f"{len(rows)} articles: median {whole:.1f} µs\n")
    out(f"split {cut:.1f}, split and parsed {parsed:.1f}, checked {checked:.1f} µs\n")


if __name__ == "__main__":
    main()
