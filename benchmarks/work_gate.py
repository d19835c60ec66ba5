"""Does checking an article take more work than it did? Counts function calls, not time.

    python benchmarks/work_gate.py            compare with the recorded figures; exit 1 if worse
    python benchmarks/work_gate.py --record   measure and write them down

Three hundred invented articles (`generate_site.py`), half of them in HTML, are checked in this
process with the recommended rules: once cold, once from the cache. What is counted is every call of
a Python function and of a function in C, which is the same on every machine, however busy. More
than a tenth above the figure in `work_gate.json` is a failure.

Figures are recorded anew, in the commit that changes them, where more work is meant: a new rule, a
check that is worth it. They are kept for each minor version of Python, which differ in what they
call, and compared with the nearest one where a version has none.
"""

import argparse
import cProfile
import gc
import json
import pstats
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
MOST = 1.10

Figures = dict[str, float]


def calls_of(work: Callable[[], Report]) -> tuple[float, Report]:
    """Function calls of some work, for each file of its report."""
    gc.collect()
    profile = cProfile.Profile()
    profile.enable()
    report = work()
    profile.disable()
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]  # not in the stubs
    return calls / report.files, report


def run(folder: Path) -> Report:
    """A run as `contentlint check` does it, with the cache of the folder."""
    cache = Cache(cache_folder(folder, str(folder / ".caches")))
    config = load(Request(isolated=True), folder, cache)
    report = check_files(discover((), config, folder), config.task, cache, jobs=1)
    cache.close()
    return report


def measured() -> Figures:
    with tempfile.TemporaryDirectory() as work:
        warm_up, folder = Path(work, "warm-up"), Path(work, "site")
        write_site(warm_up, 40, html=0.5, seed=2)
        run(warm_up)
        write_site(folder, ARTICLES, html=0.5)
        time.sleep(2.1)  # a file that was just written would be known by its content alone
        cold, first = calls_of(lambda: run(folder))
        warm, second = calls_of(lambda: run(folder))
    if first.findings != second.findings or not first.findings:
        sys.exit("the cache does not answer what was found")
    return {"cold": round(cold, 1), "warm": round(warm, 1)}


def nearest(recorded: dict[str, Figures], version: str) -> Figures:
    """The figures of a version of Python, or of the nearest one that has some."""

    def distance(other: str) -> int:
        return abs(int(other.partition(".")[2]) - int(version.partition(".")[2]))

    return recorded[min(recorded, key=distance)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--record", action="store_true", help="write the figures down")
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
        share = calls / before[name]
        worse = worse or share > MOST
        sys.stdout.write(f"{name}: {calls:.1f} calls an article, {share:.3f} of the recorded\n")
    if worse:
        sys.exit(
            f"more than {MOST:.2f} of the recorded work; see where with benchmarks/stages.py, and "
            "record it with --record where it is meant"
        )


if __name__ == "__main__":
    main()
