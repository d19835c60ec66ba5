"""Detect performance regressions by counting function calls instead of time.

    python benchmarks/work_gate.py            compare with the recorded figures; exit 1 if worse
    python benchmarks/work_gate.py --record   measure and record new figures

Three hundred invented articles (`generate_site.py`), half of them in HTML, are checked in this
process with the recommended rules, and without selectors, which most formats do not report. All
calls of Python and C functions are counted, which gives the same result on every machine under any
load:

    cold, warm          calls per article, without a cache and in the third run with one
    finding             calls for each finding, from the same articles with and without faults
    hook, hook, cached  calls of a whole process that checks one article that has changed, or not,
                        and whose site is in the cache
    hook, modules       the modules that such a process imports for a changed article
    alone, alone, modules  the same for a process without a cache, where the front matter of other
                        articles in the folder is not valid

The gate fails if a figure exceeds that in `work_gate.json` by more than 10 %.

If additional work is intended, such as a new rule, record new figures in the same commit. Figures
are recorded for each minor version of Python; a version without figures is compared with the
nearest one.
"""

import argparse
import cProfile
import gc
import json
import os
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generate_site import write_site

from contentlint.cache.place import cache_folder
from contentlint.cache.store import Cache
from contentlint.config.resolve import Request, load
from contentlint.core.finding import Report
from contentlint.engine.discover import discover
from contentlint.engine.run import check_files

RECORD = Path(__file__).with_suffix(".json")
ARTICLES = 300
# An article with front matter, links and an image, and what makes its markup faulty.
ARTICLE = """\
---
title: Low tide {number}
date: 2024-03-18
tags: [sea, coast]
---

## Mud

Low **tide** and [sand](https://example.org/sand) below `the` pier.

![The pier at low tide](https://example.org/pier.png)
"""
FAULTS = "\nThe</b> pier <i>was</i></u> built.\n" * 20
HOOK = """\
import cProfile, sys
profile = cProfile.Profile()
profile.enable()
from contentlint.cli import main
status = main(["check", "--quiet", "--format", "concise", "--output", "report.txt", *sys.argv[1:]])
profile.disable()
modules = len(sys.modules)
import pstats  # which imports dataclasses
sys.stdout.write(f"{status} {pstats.Stats(profile).total_calls} {modules}")
"""
MAX_RATIO = 1.10

Figures = dict[str, float]


def calls_of(work: Callable[[], Report]) -> tuple[float, Report]:
    """The number of function calls per file of the report."""
    gc.collect()
    profile = cProfile.Profile()
    profile.enable()
    report = work()
    profile.disable()
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]  # not in the stubs
    return calls / report.files, report


def run(folder: Path) -> Report:
    """A run as in `contentlint check`, with the cache of the folder."""
    cache = Cache(cache_folder(folder, str(folder / ".caches")))
    config = load(Request(isolated=True, selectors=False), folder, cache)
    report = check_files(discover((), config, folder), config.task, cache, jobs=1)
    cache.close()
    return report


def calls_of_a_finding(work: Path) -> float:
    """The number of function calls per finding: articles with faults, without those of the text."""
    reports = []
    for name, fault in (("faulty", FAULTS), ("correct", FAULTS.translate({60: 32, 62: 32}))):
        folder = work / name
        folder.mkdir()
        for number in range(20):
            (folder / f"{number}.md").write_text(ARTICLE.format(number=number) + fault)
        reports.append(calls_of(lambda folder=folder: run(folder)))
    (faulty, found), (correct, others) = reports
    return (faulty - correct) * found.files / (len(found.findings) - len(others.findings))


def hook(work: Path) -> Figures:
    """The calls and modules of a hook on one article of a site."""
    folder = work / "hook"
    posts = folder / "source/_posts"
    posts.mkdir(parents=True)
    (folder / "_config.yml").write_text("source_dir: source\n")
    for number in range(20):
        (posts / f"{number}.md").write_text(ARTICLE.format(number=number))

    def run(number: int, *options: str) -> tuple[int, int]:
        environment = {**os.environ, "CONTENTLINT_CACHE_DIR": str(work / "hook-caches")}
        command = [sys.executable, "-c", HOOK, f"source/_posts/{number}.md", *options]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        status, calls, modules = map(int, done.stdout.split())
        if status:
            sys.exit(f"hook: exit status {status}: {done.stderr}")
        return calls, modules

    for number in range(3):  # the site, and what is known about its schema
        run(number)
    (posts / "3.md").write_text(ARTICLE.format(number=3) + "\nOnce more.\n")
    calls, modules = run(3)
    time.sleep(2.1)
    run(3)
    cached, _ = run(3)
    for number in range(10, 20):
        (posts / f"{number}.md").write_text(ARTICLE.format(number=number).replace("03-18", "13-18"))
    run(3, "--no-cache")
    alone, alone_modules = run(3, "--no-cache")
    return {
        "hook": calls,
        "hook, modules": modules,
        "hook, cached": cached,
        "alone": alone,
        "alone, modules": alone_modules,
    }


def measured() -> Figures:
    with tempfile.TemporaryDirectory() as work:
        warm_up, folder = Path(work, "warm-up"), Path(work, "site")
        write_site(warm_up, 40, html=0.5, seed=2)
        run(warm_up)
        write_site(folder, ARTICLES, html=0.5)
        time.sleep(2.1)  # a file that was just written would be identified by its content only
        cold, first = calls_of(lambda: run(folder))
        run(folder)  # stores rows about folders
        warm, second = calls_of(lambda: run(folder))
        finding = calls_of_a_finding(Path(work))
        of_hook = hook(Path(work))
    if first.findings != second.findings or not first.findings:
        sys.exit("cached findings differ from the findings of the first run")
    return {
        "cold": round(cold, 1),
        "warm": round(warm, 1),
        "finding": round(finding, 1),
        **of_hook,
    }


def nearest(recorded: dict[str, Figures], version: str) -> Figures:
    """The figures of a Python version, or of the nearest version with figures."""

    def distance(other: str) -> int:
        return abs(int(other.partition(".")[2]) - int(version.partition(".")[2]))

    return recorded[min(recorded, key=distance)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--record", action="store_true", help="record the figures")
    given = parser.parse_args()
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    recorded = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    now = measured()
    if given.record:
        recorded[version] = now
        RECORD.write_text(json.dumps(recorded, indent=2, sort_keys=True) + "\n")
    before = nearest(recorded, version)
    worse = False
    for name, calls in now.items():
        share = calls / before.get(name, calls)
        worse = worse or share > MAX_RATIO
        sys.stdout.write(f"{name}: {calls:.1f}, {share:.3f} of the recorded\n")
    if worse:
        sys.exit(
            f"more than {MAX_RATIO:.2f} times the recorded work; find the cause with "
            "benchmarks/stages.py, or use --record if the increase is intended"
        )


if __name__ == "__main__":
    main()
