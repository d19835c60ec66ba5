"""Count the top-level front matter keys of articles, for `contentlint/schema/theme_keys.py`.

    python benchmarks/count_keys.py ~/sites/* --least 3

Prints one key a line with the number of articles that have it and of folders with such articles.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from contentlint.front_matter import read

SUFFIXES = {".md", ".markdown", ".mdx", ".qmd", ".html"}
KEY = re.compile(r"[A-Za-z][\w-]{3,30}")
# Enough to contain any block.
BEGINNING = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--least", type=int, default=3, help="minimum number of articles")
    options = parser.parse_args()
    articles: Counter[str] = Counter()
    folders: defaultdict[str, set[Path]] = defaultdict(set)
    for folder in options.folders:
        for file in folder.rglob("*"):
            if file.suffix not in SUFFIXES or not file.is_file():
                continue
            text = file.read_text("utf-8", errors="replace")[:BEGINNING]
            for key in read(text).data:
                if isinstance(key, str) and KEY.fullmatch(key):
                    articles[key] += 1
                    folders[key].add(folder)
    for key, count in articles.most_common():
        if count >= options.least:
            sys.stdout.write(f"{key} {count} {len(folders[key])}\n")


if __name__ == "__main__":
    main()
