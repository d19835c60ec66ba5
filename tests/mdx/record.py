"""Records what the MDX compilers make of `inputs.py`: `python -m tests.mdx.record FOLDER`.

FOLDER is where the compilers get installed (npm's `node_modules`, about 300 packages); it is left
there for the next time. Only invented texts may be recorded: what compiles is also run. The
verdicts go to `truth.jsonl`, one text a line; `truth.py` reads them.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.mdx.inputs import inputs
from tests.mdx.truth import DATA, PLAIN, VARIANTS

HERE = Path(__file__).parent

# These decide what compiles as well, and package.json does not pin them.
_BENEATH = frozenset(
    "@slorber/remark-comment acorn acorn-jsx mdast-util-mdx-jsx micromark-extension-mdx-expression"
    " micromark-extension-mdx-jsx micromark-extension-mdxjs-esm remark-directive".split()
)


def _installed(folder: Path) -> dict[str, str]:
    """Installs the compilers that package.json names, and says which versions came."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "compile.mjs"):
        shutil.copy(HERE / name, folder)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=folder, check=True)
    named = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    versions = {}
    for place, package in sorted(locked.items()):
        name = place.rpartition("node_modules/")[2]
        if name in named or name in _BENEATH:
            versions[name] = package["version"]
    return versions


def _line(kind: str, text: str, answer: dict[str, Any]) -> dict[str, Any]:
    differing = {v: answer[v] for v in VARIANTS if answer[v] != answer[PLAIN]}
    line = {"kind": kind, "text": text, PLAIN: answer[PLAIN]}
    if differing:
        line["differ"] = differing
    if answer["run"]:
        line["run"] = answer["run"]
    return line


def main(folder: Path) -> None:
    versions = _installed(folder)
    cells = list(inputs())
    answers = subprocess.run(
        ["node", "compile.mjs", "--run"],
        cwd=folder,
        input=json.dumps([{"text": text} for _, text in cells]),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    lines: list[dict[str, Any]] = [{"versions": versions}]
    for (kind, text), answer in zip(cells, json.loads(answers), strict=True):
        lines.append(_line(kind, text, answer))
    packed = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    DATA.write_text("\n".join(packed) + "\n", "utf-8")
    print(f"{len(cells)} texts recorded in {DATA}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
