"""Builds the sites in this folder with their generators, and writes down which links work.

    python tests/links/record.py --tools FOLDER [NAME ...]

Every link of a site has a text of its own, such as `L017`, by which it is found again in the built
pages; its target there is looked up as a static server does. README.md says what is written.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

HERE = Path(__file__).parent
MARK = re.compile(r"\bL\d{3,}\b")
HOST = "https://tides.example.org"


Rows = list[tuple[str, int, str, str, str]]


class Built(NamedTuple):
    """A site that was built.

    Args:
        folder: what is served.
        base: the path below which it is served, without the last `/`.
        stopped: links that stopped the build and were removed, by their mark.
    """

    folder: Path
    base: str
    stopped: dict[str, str]


class _Page(HTMLParser):
    """The ids of a page, and the targets of the links by their text."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: dict[str, str] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        self.ids.update(filter(None, [values.get("id"), (tag == "a" and values.get("name")) or ""]))
        if tag == "a" and "href" in values:
            self._open.append(values["href"])
        if tag == "img" and MARK.fullmatch(values.get("alt", "")):
            self.targets[values["alt"]] = values.get("src", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and (mark := MARK.fullmatch(data.strip())):
            self.targets.setdefault(mark[0], self._open[-1])


def _run(arguments: list[str | Path], folder: Path, **environment: str) -> tuple[int, str]:
    run = subprocess.run(
        arguments,
        cwd=folder,
        env={**os.environ, "LANG": "C.UTF-8", "TZ": "UTC", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def _jekyll(site: Path, tools: Path) -> Built:
    config = (site / "_config.yml").read_text()
    base = re.search(r"^baseurl: *(\S+)", config, re.MULTILINE)
    stopped: dict[str, str] = {}
    while True:
        code, said = _run(["jekyll", "build", "-d", "_site"], site, JEKYLL_NO_BUNDLER_REQUIRE="1")
        if code == 0:
            return Built(site / "_site", base[1] if base else "", stopped)
        found = re.search(
            r"Could not find (?:document|post) .* in tag '.*'|Tag '.*' was|.*rror.*", said
        )
        tag = re.search(
            r"Could not find document '(?P<link>[^']+)'|\"(?P<post>[^\"]+)\" in tag 'post_url'",
            said,
        )
        if not tag or not found:
            raise SystemExit(said)
        name = tag["link"] or tag["post"]
        pattern = re.compile(
            rf"^.*\b(L\d+)\b.*{{% *(?:link|post_url) +{re.escape(name)} *%}}.*$", re.MULTILINE
        )
        for path in sorted(site.rglob("*.md")):
            text = path.read_text()
            for line in pattern.finditer(text):
                stopped[line[1]] = found[0].strip()
            path.write_text(pattern.sub("", text))


def _hugo(site: Path, tools: Path) -> Built:
    text = (site / "hugo.toml").read_text()
    base = re.search(r'^baseURL *= *"https://tides\.example\.org(/[^"]*)"', text, re.MULTILINE)
    hugo = tools / "python/lib/python3.11/site-packages/hugo/binaries/hugo"
    # What stops a build is a warning here, so that the rest is built.
    warned = 'refLinksErrorLevel = "WARNING"\nrefLinksNotFoundURL = "ref-not-found"\n'
    (site / "hugo.toml").write_text(warned + text)
    code, said = _run([hugo if hugo.exists() else "hugo", "-d", "_site"], site)
    if code:
        raise SystemExit(said)
    return Built(site / "_site", base[1].rstrip("/") if base else "", {})


def _mkdocs(site: Path, tools: Path) -> Built:
    python = tools / "python/bin/python"
    code, said = _run([python, "-m", "mkdocs", "build", "-q", "-d", site / "_site"], site)
    if code:
        raise SystemExit(said)
    text = (site / "mkdocs.yml").read_text()
    base = re.search(r"^site_url: *https://tides\.example\.org(/\S*)", text, re.MULTILINE)
    return Built(site / "_site", base[1].rstrip("/") if base else "", {})


def _pelican(site: Path, tools: Path) -> Built:
    python = tools / "python/bin/python"
    code, said = _run(
        [python, "-m", "pelican", "content", "-o", "_site", "-s", "pelicanconf.py"], site
    )
    if code:
        raise SystemExit(said)
    return Built(site / "_site", "", {})


def _nikola(site: Path, tools: Path) -> Built:
    program = [tools / "python/bin/python", "-m", "nikola"]
    code, said = _run([*program, "build"], site)
    if code:
        raise SystemExit(said)
    return Built(site / "output", "", {})


def _sphinx(site: Path, tools: Path) -> Built:
    python = tools / "python/bin/python"
    code, said = _run([python, "-m", "sphinx", "-q", "-b", "html", ".", "_site"], site)
    if code:
        raise SystemExit(said)
    return Built(site / "_site", "", {})


BUILD = {
    "hugo": _hugo,
    "hugo-base": _hugo,
    "jekyll": _jekyll,
    "jekyll-base": _jekyll,
    "mkdocs": _mkdocs,
    "mkdocs-files": _mkdocs,
    "nikola": _nikola,
    "pelican": _pelican,
    "sphinx": _sphinx,
}


_VERSION = {
    "hugo": ["-c", "import importlib.metadata as m; print(m.version('hugo'))"],
    "mkdocs": ["-c", "import importlib.metadata as m; print(m.version('mkdocs'))"],
    "nikola": ["-c", "import importlib.metadata as m; print(m.version('nikola'))"],
    "pelican": ["-c", "import importlib.metadata as m; print(m.version('pelican'))"],
    "sphinx": ["-c", "import importlib.metadata as m; print(m.version('sphinx'))"],
}


def _versions(name: str, tools: Path) -> dict[str, str]:
    """The version of the generator of a site."""
    generator = name.partition("-")[0]
    if generator == "jekyll":
        return {generator: _run(["jekyll", "--version"], HERE)[1].split()[-1]}
    python = tools / "python/bin/python"
    return {generator: _run([python, *_VERSION[generator]], HERE)[1].split()[-1]}


class Server:
    """A built site, served from a folder."""

    def __init__(self, built: Built) -> None:
        self.built = built
        self._pages: dict[Path, _Page] = {}

    def file(self, path: str) -> Path | None:
        """The file at a URL path; for a folder, its index page."""
        if not f"{path}/".startswith(f"{self.built.base}/"):
            return None
        place = self.built.folder / unquote(path[len(self.built.base) :]).lstrip("/")
        if not path.endswith("/") and place.is_file():
            return place
        index = place / "index.html"
        return index if index.is_file() else None

    def page(self, file: Path) -> _Page:
        """A parsed page."""
        if file not in self._pages:
            page = self._pages[file] = _Page()
            page.feed(file.read_text(encoding="utf-8", errors="replace"))
        return self._pages[file]

    def outcome(self, url: str, target: str) -> str:
        """Whether a link works: see README.md."""
        if "ref-not-found" in target:
            return "stops"
        parts = urlsplit(urljoin(HOST + url, target.strip()))
        if f"{parts.scheme}://{parts.netloc}" != HOST or ("://" in target and HOST not in target):
            return "external"
        file = self.file(parts.path)
        if not f"{parts.path}/".startswith(f"{self.built.base}/"):
            return "base" if self.file(self.built.base + parts.path) else "outside"
        if file is None:
            if self.file(parts.path + ".html"):
                return "without-html"
            return "missing"
        anchor = unquote(parts.fragment)
        if not anchor or anchor == "top" or file.suffix != ".html":
            return "found"
        ids = self.page(file).ids
        return "found" if anchor in ids or parts.fragment in ids else "anchor"


def links(site: Path) -> dict[str, tuple[str, int]]:
    """The article and the line of each link of a site, by its mark."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.suffix in (".md", ".markdown", ".rst") and path.is_file():
            lines = path.read_text().split("\n")
            for number, line in enumerate(lines, 1):
                if mark := MARK.search(line):
                    label = re.search(r"\]\[(\w+)\]", line)
                    starts = f"[{label[1]}]: " if label else "\0"
                    defined = (at for at, each in enumerate(lines, 1) if each.startswith(starts))
                    place = next(defined, number)
                    found[mark[0]] = (path.relative_to(site).as_posix(), place)
    return found


def record(name: str, tools: Path) -> Rows:
    """What is written of a site: article, line, mark, outcome and target in the built page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        shutil.copytree(HERE / name / "files", site)
        asked = links(site)
        server = Server(BUILD[name](site, tools))
        seen: dict[str, tuple[str, str]] = {}
        for file in sorted(server.built.folder.rglob("*.html")):
            url = "/" + file.relative_to(server.built.folder).as_posix()
            url = server.built.base + url.removesuffix("index.html")
            for mark, target in server.page(file).targets.items():
                if mark not in seen or len(url) > len(seen[mark][0]):
                    seen[mark] = (url, target)
        rows: Rows = []
        for mark, (path, line) in sorted(asked.items()):
            if mark in server.built.stopped:
                rows.append((path, line, mark, "stops", server.built.stopped[mark]))
            elif mark in seen:
                url, target = seen[mark]
                rows.append((path, line, mark, server.outcome(url, target), target))
            else:
                rows.append((path, line, mark, "absent", ""))
        return rows


def main() -> None:
    """Records the sites that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tools", type=Path, required=True, help="folder that has the tools")
    parser.add_argument("names", nargs="*", help="sites to build (default: all)")
    arguments = parser.parse_args()
    for name in arguments.names or BUILD:
        rows = record(name, arguments.tools.resolve())
        text = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        versions = json.dumps(_versions(name, arguments.tools.resolve()))
        (HERE / name / "truth.json").write_text(
            f'{{"versions": {versions}, "links": [\n{text}\n]}}\n', encoding="utf-8"
        )
        counts = {
            kind: sum(row[3] == kind for row in rows) for kind in sorted({str(r[3]) for r in rows})
        }
        sys.stderr.write(f"{name}: {counts}\n")


if __name__ == "__main__":
    main()
