"""How much memory and time the groupings of `contentlint scan` take, by the number of rows.

    python benchmarks/grouping_memory.py [--rows 200000,1000000] [--groups 1] [--duplicates]
        [--folders 500] [--work FOLDER]

The rows are invented facts of three rules, or signatures with `--duplicates`, in files of 50,000.
All facts of a rule are in one collection unless `--groups` has another number: the worst case. One
in a thousand articles has a finding. A tenth of the articles are duplicates, and a fifth share one
band of their signatures, as texts with the same frame do.

For each number of rows one JSON line: findings or duplicates, seconds, CPU seconds, and the peak of
the memory of the process before and after (maximum resident set size, in MB).

Needs Linux and `contentlint[scale]`.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from contentlint.batches.columns import Columns
from contentlint.batches.tables import FACTS
from contentlint.scan.duplicates import write_duplicates
from contentlint.scan.job import Job
from contentlint.scan.local import LocalEngine
from contentlint.scan.output import Output
from contentlint.scan.signatures import SIGNATURES
from contentlint.scan.votes import write_findings

_PER_FILE = 50_000
_RULES = ("attribution/missing-author", "attribution/missing-source", "image/inconsistent-credit")


def facts(rows: int, groups: int, folders: int) -> Iterator[dict[str, Any]]:
    """Rows of a table of facts."""
    for number in range(rows):
        article = number // len(_RULES)
        # Neighbors in a table are not neighbors in a site.
        name = f"posts/{article * 7919 % folders:06}/{article:09}.md"
        yield {
            "group": f"{article % groups}.example",
            "rule": _RULES[number % len(_RULES)],
            "path": name,
            "id": name,
            "from": 0,
            "to": 3,
            "value": "false" if article % 997 == 0 else "true",
            "is_suppressed": False,
            "place": "text",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 4,
            "start": 0,
            "end": 3,
            "excerpt": "---",
        }


def signatures(rows: int) -> Iterator[dict[str, Any]]:
    """Rows of a table of signatures."""
    chance, last = random.Random(3), [0] * 128
    for number in range(rows):
        hashes = last if number % 10 == 9 else [chance.getrandbits(32) for _ in range(128)]
        if number % 5 == 0:
            hashes[:8] = range(8)
        yield {"id": f"posts/{number:09}.md", "hashes": hashes}
        last = hashes


def write_tables(output: Output, name: str, schema: pa.Schema, rows: Iterator[Any]) -> None:
    for file in range(sys.maxsize):
        made = list(islice(rows, _PER_FILE))
        if not made:
            return
        pq.write_table(
            pa.Table.from_pylist(made, schema=schema), output.path(name, f"{file:06}.parquet")
        )


def run(folder: Path, given: argparse.Namespace, rows: int) -> dict[str, Any]:
    """The figures of one grouping, which runs in this process."""
    job = Job(Columns("text", None, None, "id", None), str(folder), threshold=0.8)
    output, engine, buckets = Output(job.output), LocalEngine(job, 1), max(1, rows // 50_000)
    job.settings  # noqa: B018  # not part of the measurement
    before, started = _memory(), time.perf_counter()
    if given.duplicates:
        found = sum(write_duplicates(engine.tables(output, "signatures"), job, buckets))
    else:
        found = sum(1 for _ in write_findings(engine.tables(output, "facts"), job, buckets))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "rows": rows,
        "found": found,
        "seconds": round(time.perf_counter() - started, 1),
        "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 1),
        "memory_before_mb": round(before),
        "memory_mb": round(_memory()),
    }


def _memory() -> float:
    """The peak of the memory of this process, in MB."""
    # `getrusage` would count the parent before the program of this process was loaded.
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", default="200000,1000000", help="default: 200000,1000000")
    parser.add_argument("--groups", type=int, default=1, help="number of collections (default: 1)")
    parser.add_argument("--folders", type=int, default=500, help="default: 500")
    parser.add_argument("--duplicates", action="store_true", help="signatures instead of facts")
    parser.add_argument("--work", type=Path, help="folder for the tables (default: none)")
    parser.add_argument("--here", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here is not None:
        print(json.dumps(run(given.here, given, int(given.rows))), flush=True)  # noqa: T201
        return
    for rows in map(int, given.rows.split(",")):
        with tempfile.TemporaryDirectory(dir=given.work) as folder:
            output = Output(folder)
            output.prepare()
            if given.duplicates:
                write_tables(output, "signatures", SIGNATURES, signatures(rows))
            else:
                write_tables(output, "facts", FACTS, facts(rows, given.groups, given.folders))
            # A process of its own, so that writing the table does not count.
            command = [sys.executable, __file__, "--here", folder, "--rows", str(rows)]
            command += ["--duplicates"] if given.duplicates else []
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
