"""How long do linters take on the same folder? A table of medians, ratios and memory.

    python benchmarks/compare.py FOLDER [--rounds 5] [--tools FOLDER] [--rumdl PROGRAM]

Runs contentlint, rumdl, html-validate, HTMLHint and markdownlint-cli2 on a copy of the folder: cold
(nothing known from before), warm (a second run, for those that keep a cache), warm after every file
was touched, and on a single file. A tool that is not installed is left out with a word; `--tools`
names a folder in which npm has installed some, `--rumdl` rumdl's program:

    npm install --prefix TOOLS html-validate htmlhint markdownlint-cli2
    pip install rumdl

A run on one file may drop from a cache what is kept of the others, so that warm runs on the folder
and on one file have rounds of their own. Modules are compiled beforehand, as an installation does.

The rounds of all tools take turns, so that a busy machine is busy for each of them. Times are of
whole processes; memory is the most that all processes of a run held at a time, as they share
nothing. Beside them stands what Python itself takes, and the floor: reading, decoding, YAML in C
and the tree with its places, in one process.
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
# Without compiled modules every start would compile them anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
CACHES = (".contentlint_cache", ".rumdl_cache")
ENVIRONMENT["CONTENTLINT_CACHE_DIR"] = CACHES[0]
MARKDOWN = ("**/*.md", "**/*.markdown")


class Run(NamedTuple):
    """One process: what it took.

    Args:
        seconds: from start to end.
        memory: the most that it and its children held at a time, in bytes.
    """

    seconds: float
    memory: int


class Tool(NamedTuple):
    """A linter.

    Args:
        name: for people.
        command: what checks the files that are added to it.
        whole: what means all files of the folder.
        cold: what keeps it from using its cache; None: it keeps none.
        note: what it reads, where that is not all.
    """

    name: str
    command: list[str]
    whole: list[str]
    cold: list[str] | None
    note: str = ""


def tools(npm: Path | None, rumdl: str) -> Iterator[Tool]:
    """The tools that are there; says of each other one that it is left out."""
    ours = [sys.executable, "-m", "contentlint", "check", "--quiet", "--format", "concise"]
    yield Tool("contentlint", ours, [], ["--no-cache"])
    if program := shutil.which(rumdl):
        yield Tool("rumdl", [program, "check", "--quiet"], ["."], ["--no-cache"])
    else:
        left_out("rumdl", "no such program")
    for name, program, arguments, whole, note in (
        ("html-validate", "html-validate", ["--ext", "html,md"], ["."], "takes bodies for HTML"),
        ("HTMLHint", "htmlhint", ["--nocolor"], ["**/*.html", *MARKDOWN], "takes bodies for HTML"),
        ("markdownlint-cli2", "markdownlint-cli2", [], list(MARKDOWN), ""),
    ):
        path = None if npm is None else npm.resolve() / "node_modules/.bin" / program
        found = str(path) if path is not None and path.exists() else shutil.which(program)
        if found is None:
            left_out(name, "not installed")
        else:
            yield Tool(name, [found, *arguments], whole, None, note)


def left_out(name: str, why: str) -> None:
    sys.stderr.write(f"{name} is left out: {why}\n")


def measured(command: list[str], folder: Path) -> Run:
    """Run a command to its end."""
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
    """What a process and its children hold now, each page that they share once."""
    total = 0
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total = int(line.split()[1]) * 1024
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += memory_of(int(child))
    except OSError:
        pass  # it has ended, or this is no Linux
    return total


def forget(folder: Path) -> None:
    for name in CACHES:
        shutil.rmtree(folder / name, ignore_errors=True)


def touch(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file() and not any(name in file.parts for name in CACHES):
            os.utime(file)


def compared(
    found: list[Tool], folder: Path, single: str, rounds: int
) -> dict[str, dict[str, list[Run]]]:
    """The runs of each tool by what was measured."""
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
            forget(folder)
            for _ in range(2):
                measured([*tool.command, *tool.whole], folder)
            time.sleep(2.1)  # a file that was just written is known by its content alone
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
    return runs


COLUMNS = ("cold", "warm", "touched", "single", "single, warm")


def table(runs: dict[str, dict[str, list[Run]]], notes: dict[str, str]) -> Iterator[str]:
    """The rows: medians in milliseconds, and how many times contentlint's each is."""
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
    parser.add_argument("--tools", type=Path, help="where npm has installed tools")
    parser.add_argument("--rumdl", default="rumdl", help="rumdl's program")
    given = parser.parse_args()
    found = list(tools(given.tools, given.rumdl))
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work, "site")
        shutil.copytree(given.folder, folder, ignore=shutil.ignore_patterns(*CACHES))
        articles = sorted(file for file in folder.rglob("*.md") if file.is_file())
        if not articles:
            sys.exit(f"no .md in {given.folder}")
        articles.sort(key=lambda file: file.stat().st_size)
        single = articles[len(articles) // 2].relative_to(folder).as_posix()
        sys.stdout.write(f"{len(articles)} articles, single: {single}, {given.rounds} rounds\n")
        runs = compared(found, folder, single, given.rounds)
        for line in table(runs, {tool.name: tool.note for tool in found}):
            sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
