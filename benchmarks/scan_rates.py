"""How fast `contentlint scan` checks a table, how much memory it takes, and what kills cost it.

    python benchmarks/scan_rates.py [--rows 20000] [--source FOLDER] [--engine local]
        [--jobs 1,2] [--kills 10] [--duplicates] [--work FOLDER]

The table has the articles of a folder, repeated with other ids, or invented ones
(`generate_site.py`), in Parquet files of 50,000 rows and row groups of 500. For each number of
processes, one JSON line: rows, seconds, rows per second, CPU milliseconds for each row (not of Ray,
whose processes are no children), the peak of the memory of all processes and of the command alone
(proportional set size, in MB, sampled twice a second), the same when so many rows were complete,
bytes of output for each row, and the seconds of a second run, which finds everything complete.

With `--kills`, a run whose processes are killed with SIGKILL so many times follows for each: half
of the kills hit the command itself, which is started again, the others one of its child processes,
which with Ray are its workers. The line says whether the output has the same bytes.

Needs Linux and `contentlint[scale]`. A table in the work folder is used again.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from generate_site import Article, Words

PER_FILE, PER_GROUP = 50_000, 500
_HOW_OFTEN = 0.5
_STEPS = (1_000, 10_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)


def articles(source: Path | None) -> Iterator[tuple[str, str]]:
    """Ids and texts without end: those of a folder again and again, or invented ones."""
    if source is None:
        words, number = Words(1), 0
        while True:
            yield f"posts/{number:09}.md", Article(number, words, 1, 0.5).text()
            number += 1
    files = sorted(file for file in source.rglob("*") if file.suffix in {".md", ".html"})
    texts = [(str(f.relative_to(source)), f.read_bytes().decode("utf-8", "replace")) for f in files]
    for turn in range(sys.maxsize):
        yield from ((f"{turn:06}/{name}", text) for name, text in texts)


def write_table(folder: Path, rows: int, source: Path | None) -> None:
    """Write the Parquet files of a table with columns `id` and `text`."""
    folder.mkdir(parents=True)
    given = articles(source)
    schema = pa.schema([("id", pa.string()), ("text", pa.string())])
    for start in range(0, rows, PER_FILE):
        left = min(PER_FILE, rows - start)
        with pq.ParquetWriter(folder / f"{start // PER_FILE:05}.parquet", schema) as file:
            for _ in range(0, left, PER_GROUP):
                ids, texts = zip(*(next(given) for _ in range(min(PER_GROUP, left))), strict=True)
                file.write_table(pa.table({"id": ids, "text": texts}, schema=schema))
                left -= len(ids)


def descendants(pid: int) -> list[int]:
    """The processes below a process."""
    found = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, file.read_text("utf-8").split()):
                found += [child, *descendants(child)]
    return found


def memory(pid: int) -> float:
    """The memory of a process, in MB; shared pages are divided."""
    with suppress(OSError):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
        return sum(int(line.split()[1]) for line in text.splitlines() if line[:4] == "Pss:") / 1024
    return 0.0


class Run:
    """A command that is watched until it ends.

    Args:
        arguments: the command.
        output: its output folder, whose manifests say how far it is.

    Raises:
        SystemExit: it failed.
    """

    def __init__(self, arguments: list[str], output: Path) -> None:
        before, started = _cpu(), time.perf_counter()
        self.peak = self.own_peak = 0.0
        # By the number of rows: memory at that moment, its peak until then, and seconds.
        self.samples: dict[int, dict[str, float]] = {}
        run = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
        steps = list(_STEPS)
        while run.poll() is None:
            own = memory(run.pid)
            now = own + sum(map(memory, descendants(run.pid)))
            self.peak, self.own_peak = max(self.peak, now), max(self.own_peak, own)
            seconds = time.perf_counter() - started
            rows = _complete(output) * PER_GROUP
            while steps and rows >= steps[0]:
                self.samples[steps.pop(0)] = {
                    "memory_mb": round(now),
                    "peak_mb": round(self.peak),
                    "command_mb": round(own),
                    "seconds": round(seconds, 1),
                }
            with suppress(subprocess.TimeoutExpired):
                run.wait(_HOW_OFTEN)
        if run.returncode:
            sys.exit(f"exit status {run.returncode}: {' '.join(arguments)}")
        self.seconds, self.cpu = time.perf_counter() - started, _cpu() - before


def _complete(output: Path) -> int:
    """The number of parts that are complete."""
    with suppress(OSError), os.scandir(output / "manifest") as found:
        return sum(not file.name.startswith(".") for file in found)
    return 0


def _cpu() -> float:
    """The CPU seconds of all children that have ended, and theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def command(table: Path, output: Path, given: argparse.Namespace, jobs: int) -> list[str]:
    made = [sys.executable, "-m", "contentlint", "scan", str(table), "--text", "text"]
    made += ["--id", "id", "--output", str(output), "--engine", given.engine, "--jobs", str(jobs)]
    return [*made, "--isolated", "--quiet", *(["--duplicates"] if given.duplicates else [])]


def with_kills(arguments: list[str], output: Path, kills: int, seconds: float) -> int:
    """Run a command to its end, killed at moments spread over so many seconds.

    Returns:
        How many kills hit the command itself.
    """
    chance, left, own = random.Random(27), kills, 0
    while True:
        run = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
        while left:
            with suppress(subprocess.TimeoutExpired):
                run.wait(chance.uniform(0.5, 1.5) * seconds / (kills + 1))
            if run.poll() is not None:
                shutil.rmtree(output, ignore_errors=True)  # complete too early: begin again
                break
            workers = [pid for pid in descendants(run.pid) if is_worker(pid)]
            left -= 1
            if left % 2 and workers:
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(workers), signal.SIGKILL)
                continue
            own += 1
            run.kill()
            break
        code = run.wait()
        if code == 0 and not left:
            return own
        if code > 0:
            sys.exit(f"exit status {code}: {' '.join(arguments)}")


def is_worker(pid: int) -> bool:
    """Whether a process checks rows: a child of `scan`, or a task of Ray."""
    try:
        name = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return name.startswith(b"ray::MapBatches") or b"contentlint.scan.child" in name


def files_of(output: Path) -> dict[str, bytes]:
    return {str(f.relative_to(output)): f.read_bytes() for f in output.rglob("*") if f.is_file()}


def measure(table: Path, work: Path, given: argparse.Namespace, jobs: int) -> dict[str, object]:
    """The figures of one number of processes."""
    output = work / f"out-{given.engine}-{jobs}"
    shutil.rmtree(output, ignore_errors=True)
    arguments = command(table, output, given, jobs)
    first = Run(arguments, output)
    again = Run(arguments, output)
    summary = json.loads((output / "summary.json").read_text("utf-8"))
    sizes = {
        folder.name: round(sum(f.stat().st_size for f in folder.iterdir()) / given.rows, 1)
        for folder in sorted(output.iterdir())
        if folder.is_dir()
    }
    figures: dict[str, object] = {
        "engine": given.engine,
        "jobs": jobs,
        "rows": summary["articles"],
        "seconds": round(first.seconds, 1),
        "rows_per_second": round(given.rows / first.seconds, 1),
        "cpu_ms_per_row": round(1000 * first.cpu / given.rows, 3),
        "memory_mb": round(first.peak),
        "memory_of_command_mb": round(first.own_peak),
        "by_rows": first.samples,
        "bytes_per_row": sizes,
        "second_run_seconds": round(again.seconds, 1),
        "second_run_memory_mb": round(again.peak),
    }
    if given.kills:
        killed = work / "killed"
        shutil.rmtree(killed, ignore_errors=True)
        own = with_kills(command(table, killed, given, jobs), killed, given.kills, first.seconds)
        figures["kills"] = {"command": own, "workers": given.kills - own}
        figures["same_after_kills"] = files_of(killed) == files_of(output)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=20_000, help="default: 20000")
    parser.add_argument("--source", type=Path, help="folder of articles (default: invented ones)")
    parser.add_argument("--engine", choices=("local", "ray"), default="local")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes (default: 1,2)")
    parser.add_argument("--kills", type=int, default=0, help="number of kills (default: none)")
    parser.add_argument("--duplicates", action="store_true", help="search duplicates, too")
    parser.add_argument("--work", type=Path, help="folder for table and output (default: none)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        table = work / f"table-{given.rows}"
        if not table.is_dir():
            write_table(table, given.rows, given.source)
        for jobs in map(int, given.jobs.split(",")):
            figures = json.dumps(measure(table, work, given, jobs))
            print(figures, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
