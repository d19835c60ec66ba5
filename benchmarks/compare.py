"""Compare the run time and memory of linters on the same folder.

    python benchmarks/compare.py FOLDER [--rounds 5] [--tools FOLDER] [--rumdl PROGRAM]

Runs contentlint, rumdl, html-validate, HTMLHint and markdownlint-cli2 on a copy of the folder: cold
(without a cache), warm (a second run, for tools with a cache), warm after every file was touched,
and on a single file: without a cache, from the cache, and changed since the last run, as in a hook.
Tools that are not installed are skipped with a message; `--tools` is a folder of npm installations,
`--rumdl` the rumdl executable:

    npm install --prefix TOOLS html-validate htmlhint markdownlint-cli2
    pip install rumdl

A run on one file may remove the other files from a cache, so warm runs on the folder and on one
file have separate rounds. Modules are compiled first, as in an installation.

The tools run in turns, so that load on the machine affects all of them. Times are for whole
processes; memory is the peak of all processes of a run together. For comparison, the table includes
the start of Python and "the floor": reading, decoding, YAML in C and the tree with its locations,
in one process.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
FLOOR = """\
import sys, yaml, turbohtml
from pathlib import Path
from contextlib import suppress
from contentlint.front_matter.split import split
for file in Path().rglob("*"):
    if file.suffix in (".md", ".markdown", ".html"):
        text = file.read_bytes().decode("utf-8", "replace")
        block = split(text)
        if block is not None and block.format == "yaml":
            with suppress(yaml.YAMLError, ValueError):
                yaml.load(text[slice(*block.content)], yaml.CSafeLoader)
        turbohtml.parse(text[block.body_start if block else 0:], source_locations=True)
"""
# Without bytecode files, every start would compile the modules again.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
CACHES = (".contentlint_cache", ".rumdl_cache")
ENVIRONMENT["CONTENTLINT_CACHE_DIR"] = CACHES[0]
MARKDOWN = ("**/*.md", "**/*.markdown")


class Run(NamedTuple):
    """The measurements of one process.

    Args:
        seconds: run time in seconds.
        memory: peak memory with child processes, in bytes.
    """

    seconds: float
    memory: int


class Tool(NamedTuple):
    """A linter.

    Args:
        name: the display name.
        command: the command, to which files are appended.
        whole: the arguments for all files of the folder.
        cold: the arguments that disable its cache; None: it has no cache.
        note: a restriction on what it checks.
    """

    name: str
    command: list[str]
    whole: list[str]
    cold: list[str] | None
    note: str = ""


def tools(npm: Path | None, rumdl: str) -> Iterator[Tool]:
    """The installed tools; prints a message for each other tool."""
    ours = [sys.executable, "-m", "contentlint", "check", "--quiet", "--format", "concise"]
    yield Tool("contentlint", ours, [], ["--no-cache"])
    if program := shutil.which(rumdl):
        yield Tool("rumdl", [program, "check", "--quiet"], ["."], ["--no-cache"])
    else:
        report_skipped("rumdl", "executable not found")
    for name, program, arguments, whole, note in (
        ("html-validate", "html-validate", ["--ext", "html,md"], ["."], "parses bodies as HTML"),
        ("HTMLHint", "htmlhint", ["--nocolor"], ["**/*.html", *MARKDOWN], "parses bodies as HTML"),
        ("markdownlint-cli2", "markdownlint-cli2", [], list(MARKDOWN), ""),
    ):
        path = None if npm is None else npm.resolve() / "node_modules/.bin" / program
        found = str(path) if path is not None and path.exists() else shutil.which(program)
        if found is None:
            report_skipped(name, "not installed")
        else:
            yield Tool(name, [found, *arguments], whole, None, note)


def report_skipped(name: str, why: str) -> None:
    sys.stderr.write(f"skipping {name}: {why}\n")


def measured(command: list[str], folder: Path) -> Run:
    """Run a command and measure it."""
    started = time.perf_counter()
    silent = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=silent, stderr=silent)
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.02):
            peak = max(peak, memory_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    seconds = time.perf_counter() - started
    ended.set()
    watcher.join()
    return Run(seconds, peak)


def memory_of(process: int) -> int:
    """The current memory of a process and its children, with shared pages counted once."""
    total = 0
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total = int(line.split()[1]) * 1024
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += memory_of(int(child))
    except OSError:
        pass  # the process has ended, or the system is not Linux
    return total


def delete_caches(folder: Path) -> None:
    """Delete what tools have stored about a folder, but not what contentlint has about itself."""
    own, other = (folder / name for name in CACHES)
    shutil.rmtree(other, ignore_errors=True)
    for cache in own.glob("*"):
        if not cache.name.startswith("contentlint-"):
            shutil.rmtree(cache)


def touch(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file() and not any(name in file.parts for name in CACHES):
            os.utime(file)


def compared(
    found: list[Tool], folder: Path, single: str, rounds: int
) -> dict[str, dict[str, list[Run]]]:
    """The runs of each tool by measurement."""
    runs: dict[str, dict[str, list[Run]]] = defaultdict(lambda: defaultdict(list))

    def add(name: str, what: str, command: list[str]) -> None:
        runs[name][what].append(measured(command, folder))

    floor = [sys.executable, "-c", FLOOR]
    measured(floor, folder)
    for tool in found:
        measured([*tool.command, *(tool.cold or []), single], folder)
    for _ in range(rounds):
        add("python -c pass", "single", [sys.executable, "-c", "pass"])
        add("the floor", "cold", floor)
        for tool in found:
            add(tool.name, "cold", [*tool.command, *(tool.cold or []), *tool.whole])
            add(tool.name, "single", [*tool.command, *(tool.cold or []), single])
    for tool in found:
        if tool.cold is not None:
            delete_caches(folder)
            for _ in range(2):
                measured([*tool.command, *tool.whole], folder)
            time.sleep(2.1)  # a file that was just written is identified by its content only
            measured([*tool.command, *tool.whole], folder)
    for _ in range(rounds):
        for tool in found:
            if tool.cold is not None:
                add(tool.name, "warm", [*tool.command, *tool.whole])
    for _ in range(rounds):
        for tool in found:
            if tool.cold is not None:
                touch(folder)
                add(tool.name, "touched", [*tool.command, *tool.whole])
    for tool in found:
        if tool.cold is not None:
            measured([*tool.command, single], folder)
    for _ in range(rounds):
        for tool in found:
            if tool.cold is not None:
                add(tool.name, "single, warm", [*tool.command, single])
    text = (folder / single).read_bytes()
    for number in range(rounds):
        for tool in found:
            if tool.cold is not None:
                (folder / single).write_bytes(text + b"\nNumber %d.\n" % number)
                add(tool.name, "single, changed", [*tool.command, single])
    return runs


COLUMNS = ("cold", "warm", "touched", "single", "single, warm", "single, changed")


def table(runs: dict[str, dict[str, list[Run]]], notes: dict[str, str]) -> Iterator[str]:
    """The rows: medians in milliseconds, and their ratio to contentlint's."""
    yield f"{'':18}" + "".join(f"{name:>20}" for name in (*COLUMNS, "memory, cold"))
    ours = runs["contentlint"]
    for name, kinds in runs.items():
        row = f"{name:18}"
        for what in COLUMNS:
            if what not in kinds:
                row += f"{'-':>20}"
                continue
            middle = statistics.median(run.seconds for run in kinds[what])
            own = statistics.median(run.seconds for run in ours[what])
            row += f"{middle * 1e3:9.0f} ms {middle / own:6.2f} ×"
        peak = max((run.memory for run in kinds.get("cold", [])), default=0)
        row += f"{peak / 2**20:16.0f} MiB" if peak else f"{'-':>20}"
        yield row + (f"  {notes[name]}" if notes.get(name) else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tools", type=Path, help="folder of npm installations")
    parser.add_argument("--rumdl", default="rumdl", help="rumdl executable")
    given = parser.parse_args()
    found = list(tools(given.tools, given.rumdl))
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "site")
        shutil.copytree(given.folder, folder, ignore=shutil.ignore_patterns(*CACHES))
        articles = sorted(file for file in folder.rglob("*.md") if file.is_file())
        if not articles:
            sys.exit(f"no .md files found in {given.folder}")
        articles.sort(key=lambda file: file.stat().st_size)
        single = articles[len(articles) // 2].relative_to(folder).as_posix()
        sys.stdout.write(f"{len(articles)} articles, single: {single}, {given.rounds} rounds\n")
        runs = compared(found, folder, single, given.rounds)
        for line in table(runs, {tool.name: tool.note for tool in found}):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
