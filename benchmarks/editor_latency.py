"""How long the language server takes from a change to its diagnostics, and its memory.

    python benchmarks/editor_latency.py [--articles 10000]

For articles of 6 kB and 100 kB: the median and the 95th percentile of the time between sending a
change of one character and receiving the diagnostics for it, with pull and with pushed
diagnostics; and the processor time of the server for each change, which does not depend on other
programs. Memory is the resident set of the server, before and after 1,000 changes, and with a
site of many articles, made by `generate_site.py`.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

import editor as client  # noqa: E402  # in `tests`, which is not a package
from editor import ABILITIES, Editor  # noqa: E402  # in `tests`, which is not a package

_HEAD = "---\ntitle: Low tide\ndate: 2024-03-18\nauthor: Mara Quill\ntags: [sea]\n---\n\n"
_PART = (
    "## Part {n}\n\nThe *tide* turns at **noon**, and the [pilots](https://example.org/{n}) wait; "
    "潮 comes in 👍 with the wind. Each boat has a number and a name.\n\n"
    "- one boat\n- two boats\n\n> A quoted line about the sea.\n\n"
    '<p class="note">A note with <em>markup</em>.</p>\n\n'
)
_PULL = {
    "workspace": {**ABILITIES["workspace"], "diagnostics": {"refreshSupport": True}},
    "textDocument": {**ABILITIES["textDocument"], "diagnostic": {}},
}


def article(size: int) -> str:
    """An article of about this many bytes."""
    text, number = _HEAD, 0
    while len(text.encode()) < size:
        text, number = text + _PART.format(n=number), number + 1
    return text


def memory(editor: Editor) -> float:
    """The resident set of the server, in MB."""
    status = Path(f"/proc/{editor.process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def latencies(editor: Editor, uri: str, *, pulls: bool, changes: int) -> list[float]:
    """The time of each of some changes, in milliseconds."""
    times = []
    line = editor.texts[uri].count("\n") // 2
    place: dict[str, Any] = {"line": line, "character": 0}
    for number in range(changes):
        end = place if number % 2 == 0 else {"line": line, "character": 1}
        text = "x" if number % 2 == 0 else ""
        started = time.perf_counter()
        editor.change(uri, {"range": {"start": place, "end": end}, "text": text})
        if pulls:
            editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        else:
            editor.found(uri)
        times.append((time.perf_counter() - started) * 1000)
        time.sleep(0.002)
    return times


def processor(editor: Editor) -> float:
    """The processor time of the server so far, in milliseconds."""
    fields = Path(f"/proc/{editor.process.pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def report(name: str, times: list[float]) -> None:
    """Print the median and the 95th percentile."""
    ordered = sorted(times)
    high = ordered[int(len(ordered) * 0.95)]
    print(f"{name}: median {statistics.median(ordered):.1f} ms, 95 % {high:.1f} ms")  # noqa: T201


def main() -> None:
    """Measure and print."""
    client._PATIENCE = 1800
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size, changes in ((6_000, 200), (100_000, 60)):
            for pulls in (False, True):
                abilities = _PULL if pulls else None
                with Editor(folder, abilities=abilities) as editor:
                    uri = editor.open(folder / "a.md", article(size))
                    latencies(editor, uri, pulls=pulls, changes=10)
                    before = processor(editor)
                    times = latencies(editor, uri, pulls=pulls, changes=changes)
                    each = (processor(editor) - before) / changes
                    way = "pull" if pulls else "push"
                    report(f"{size // 1000} kB, {way}, {each:.1f} ms of processor time", times)
        with Editor(folder, abilities=_PULL) as editor:
            uri = editor.open(folder / "a.md", article(6_000))
            latencies(editor, uri, pulls=True, changes=20)
            before = memory(editor)
            latencies(editor, uri, pulls=True, changes=1000)
            after = memory(editor)
            print(f"memory: {before:.0f} MB, after 1,000 changes {after:.0f} MB")  # noqa: T201
    if given.articles:
        with tempfile.TemporaryDirectory() as name:
            on_a_site(Path(name), given.articles)


def on_a_site(folder: Path, articles: int) -> None:
    """Measure on a site of many articles, while they are read and afterwards."""
    command = [sys.executable, str(ROOT / "benchmarks" / "generate_site.py"), str(folder)]
    subprocess.run([*command, "--articles", str(articles)], check=True, capture_output=True)
    path = next(iter(sorted(folder.rglob("*.md"))))
    with Editor(folder) as editor:
        uri = editor.open(path)
        editor.found(uri)
        started = time.perf_counter()
        report(
            f"{articles} articles, while they are read",
            latencies(editor, uri, pulls=False, changes=100),
        )
        # A missing target is reported when all articles have been read.
        editor.write(uri, f"{editor.texts[uri]}\n[x](no-such-file.md)\n")
        while "link/broken-link" not in editor.published_again(uri):
            pass
        seconds = time.perf_counter() - started
        print(f"{articles} articles read after {seconds:.0f} s, {memory(editor):.0f} MB")  # noqa: T201
        report(f"{articles} articles, afterwards", latencies(editor, uri, pulls=False, changes=100))


if __name__ == "__main__":
    main()
