"""Builds the sites `nav-*` with their generators, and writes down what is wrong with their navigation.

    python tests/links/record_nav.py --tools FOLDER [NAME ...]

The outcome is written to `NAME/truth.json`: the entries without a target, and the pages without an
entry. Where the generator stops at an entry, it is removed to build the rest.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from crawl import LABEL, Server
from record import BUILDS, HERE, Build

_MENU = re.compile(r"name = '(L\d+)'\n\w+ = '([^']+)'")
_FILE = re.compile(r"\bL1\d\d\b")
_SLUG = re.compile(r"slug [`\"'“]+([^`\"'”]+)[`\"'”]+ specified")
_IDS = re.compile(r"^\s*- (\S+)$", re.MULTILINE)


def _run(how: Build, tools: Path, site: Path) -> tuple[int, str]:
    run = subprocess.run(
        [part.format(tools=tools.resolve()) for part in how.command],
        cwd=site,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1", "CI": "1", "ASTRO_TELEMETRY_DISABLED": "1"},
        text=True,
        capture_output=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def mkdocs(tools: Path, site: Path) -> tuple[list[str], list[str]]:
    """What MkDocs itself says: the entries without a file, and the files without an entry."""
    how = Build((f"{tools.resolve()}/python/bin/mkdocs", "build"), "site")
    _, said = _run(how, tools, site)
    missing = re.findall(r"A reference to '([^']+)' is included in the 'nav' .* not found", said)
    block = said.partition("are not included in the")[2]
    listed = re.match(r"[^\n]*\n((?:  - [^\n]+\n)*)", block)
    omitted = re.findall(r"  - (\S+)", listed[1]) if listed else []
    return missing, [f"pages/{name}" for name in omitted]


def crawled(name: str, config: str, tools: Path, site: Path) -> tuple[list[str], list[str]]:
    """The entries of a built site that lead nowhere, and its pages that no other page links to.

    Args:
        name: the site whose builder is used.
        config: the file with the navigation.
        tools: the folder that has the tools.
        site: the folder of the site.
    """
    how, file, missing = BUILDS[name], site / config, []
    (site / "node_modules").symlink_to(tools.resolve() / "node_modules")
    while True:
        code, said = _run(how, tools, site)
        block = said.partition("ids do not exist")[2].partition("Available")[0]
        stopped = list(dict.fromkeys(_SLUG.findall(said) or _IDS.findall(block)))
        stopped = [each for each in stopped if f"'{each}'" in file.read_text("utf-8")]
        if code == 0:
            break
        if not stopped:
            raise SystemExit(f"{name}: {said[-2000:]}")
        for each in stopped:
            missing.append(each)
            text = file.read_text("utf-8")
            text = re.sub(rf"\{{[^{{}}]*'{re.escape(each)}'[^{{}}]*\}},?", "", text)
            file.write_text(re.sub(rf"'{re.escape(each)}',?", "", text), "utf-8")
    server = Server(
        site / how.output, how.base if name != "starlight" else "/sea/", how.serves_html
    )
    for line in file.read_text("utf-8").split("\n"):
        for label in LABEL.findall(line):
            page = next((p for p in server.pages.values() if label in p.links), None)
            if page is not None and server.state(page, page.links[label]) == "missing":
                near = line[line.index(label) :]
                missing += re.findall(r"(?:link|href): '([^']+)'", near)[:1]
    reached = {
        target
        for page in server.pages.values()
        for href in page.hrefs
        for target in [server.target(page, href)]
        if target is not None and target != page.file
    }
    omitted = []
    for path in sorted(site.rglob("*.md")):
        label = _FILE.search(path.read_text("utf-8"))
        page = server.page_with({label[0]}) if label and "node_modules" not in path.parts else None
        if page is not None and page.file not in reached:
            omitted.append(path.relative_to(site).as_posix())
    return missing, omitted


def hugo(tools: Path, site: Path) -> tuple[list[str], list[str]]:
    """The entries of menus without a target; without a page, Hugo prints an empty URL."""
    how = Build((f"{tools.resolve()}/python/bin/hugo",), "public")
    code, said = _run(how, tools, site)
    if code:
        raise SystemExit(said)
    server = Server(site / "public", "/sea/")
    home, missing = server.pages["index.html"], []
    for name, target in _MENU.findall((site / "hugo.toml").read_text("utf-8")):
        href = home.links[name] or ""
        # A relative URL is another one on each page.
        if not href or (href.startswith("/") and server.state(home, href) == "missing"):
            missing.append(target)
    return missing, []


SITES = {
    "nav-hugo": ("hugo", "hugo.toml"),
    "nav-docusaurus": ("docusaurus", "sidebars.js"),
    "nav-mkdocs": ("mkdocs", "mkdocs.yml"),
    "nav-starlight": ("starlight", "astro.config.mjs"),
    "nav-vitepress": ("vitepress", "docs/.vitepress/config.mts"),
}


def main() -> None:
    """Builds the sites that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tools", type=Path, required=True, help="folder that has the tools")
    parser.add_argument("names", nargs="*", help="sites to build (default: all)")
    arguments = parser.parse_args()
    for name in arguments.names or SITES:
        generator, config = SITES[name]
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            site = Path(folder)
            shutil.copytree(HERE / name / "files", site, dirs_exist_ok=True)
            if generator in ("mkdocs", "hugo"):
                own = mkdocs if generator == "mkdocs" else hugo
                missing, omitted = own(arguments.tools, site)
            else:
                missing, omitted = crawled(generator, config, arguments.tools, site)
        truth = {"missing": sorted(set(missing)), "omitted": sorted(omitted)}
        text = json.dumps(truth, ensure_ascii=False, indent=2) + "\n"
        (HERE / name / "truth.json").write_text(text, encoding="utf-8")
        sys.stderr.write(f"{name}: {len(missing)} missing, {len(omitted)} omitted\n")


if __name__ == "__main__":
    main()
