"""Compare the `html/` rules with the Nu Html Checker on a folder of HTML files.

    python benchmarks/markup_accuracy.py FOLDER [--work FOLDER] [--preset strict] [--show 20]

Requires a Java runtime, and npm to install `vnu-jar` into the work folder on the first run. Files
are treated as article bodies, so a missing doctype or title is not an error. Prints missed errors
and false positives, then recall and precision by (file, line).

A finding is correct if Nu reports anything on its line; an error is missed if Nu reports broken
markup on a line without findings. Lines after an unrecoverable error of Nu ("Cannot recover") are
excluded.
"""

import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

# The starts of Nu's messages about broken markup.
BROKEN = re.compile(
    "Unclosed element|No .* element in scope but a .* end tag seen|Stray (?:end|start) tag|"
    "End tag .* violates nesting rules|End tag for  .* seen|Self-closing syntax|"
    "Duplicate attribute|Quote .* in attribute name|A slash was not immediately|"
    "Bad character .* after|Start tag .* seen but an element of the same type|"
    "Saw .* when expecting an attribute name|No space between attributes|"
    "Heading cannot be a child|Bogus comment|“.*” in an unquoted attribute"
)

Lines = dict[str, dict[int, str]]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of .html files")
    parser.add_argument(
        "--work", type=Path, default=Path(".nu"), help="installation folder of vnu-jar"
    )
    parser.add_argument("--preset", default="recommended", help="preset of rules to run")
    parser.add_argument(
        "--show", type=int, default=20, help="maximum number of lines to print of each kind"
    )
    return parser.parse_args()


def checker(work: Path) -> Path:
    """The path of the Nu Html Checker, which is installed if missing."""
    for program, why in (("java", "run the Nu Html Checker"), ("npm", "install it")):
        if shutil.which(program) is None:
            sys.exit(f"`{program}` not found; it is needed to {why}")
    jar = work / "node_modules/vnu-jar/build/dist/vnu.jar"
    if not jar.exists():
        work.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "--prefix", str(work), "vnu-jar"]
        subprocess.run(install, check=True)
    return jar.resolve()


def nu(jar: Path, folder: Path) -> tuple[Lines, dict[str, set[int]], dict[str, int]]:
    """Lines with broken markup, all lines with messages, and where Nu stopped, by file."""
    command = ["java", "-Xss16m", "-jar", str(jar), "--format", "json", "--skip-non-html", "."]
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    broken: Lines = collections.defaultdict(dict)
    said: dict[str, set[int]] = collections.defaultdict(set)
    gave_up: dict[str, int] = {}
    for message in json.loads(result.stderr)["messages"]:
        name = os.path.relpath(message["url"].removeprefix("file:"), folder.resolve())
        last = message.get("lastLine", 0)
        first = message.get("firstLine", last)
        said[name].update(range(first, last + 1))
        if message["message"].startswith("Cannot recover after last error"):
            gave_up[name] = min(last, gave_up.get(name, last))
        if BROKEN.match(message["message"]):
            broken[name].setdefault(first, message["message"])
    return broken, said, gave_up


def ours(folder: Path, preset: str) -> Lines:
    """The lines of contentlint's findings by file."""
    command = [sys.executable, "-m", "contentlint", "check", ".", "--isolated", "--quiet"]
    command += ["--format", "json", "--select", "html", "--config", f'preset="{preset}"']
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    found: Lines = collections.defaultdict(dict)
    selected = json.loads(result.stdout)["findings"]
    for finding in selected:
        text = f"{finding['rule']}: {finding['message']}"
        found[finding["path"]].setdefault(finding["line"], text)
    return found


def main() -> None:
    given = arguments()
    broken, said, gave_up = nu(checker(given.work), given.folder)
    found = ours(given.folder, given.preset)

    def known(lines: Lines) -> list[tuple[str, int]]:
        places = [(name, line) for name in sorted(lines) for line in sorted(lines[name])]
        return [(n, line) for n, line in places if line < gave_up.get(n, line + 1)]

    wanted, claimed = known(broken), known(found)
    missed = [(name, line) for name, line in wanted if line not in found[name]]
    wrong = [(name, line) for name, line in claimed if line not in said[name]]
    out = sys.stdout.write
    for name, line in missed[: given.show]:
        out(f"missed {name}:{line}  Nu: {broken[name][line]}\n")
    for name, line in wrong[: given.show]:
        out(f"wrong  {name}:{line}  {found[name][line]}\n")
    recall = 1 - len(missed) / max(1, len(wanted))
    precision = 1 - len(wrong) / max(1, len(claimed))
    out(f"recall {recall:.4f} of {len(wanted)}; precision {precision:.4f} of {len(claimed)}\n")


if __name__ == "__main__":
    main()
