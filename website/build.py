"""Build the site: `python -m website.build [--output FOLDER]`.

The sources are copied and completed in a temporary folder, checked there by contentlint itself, and
built by Zensical.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from contentlint import addresses, registry
from contentlint.engine.explanations import ENGINE_PAGES
from website import generators, navigation, reference, rules

ROOT = navigation.ROOT
_CHECK = ("contentlint", "check", "--no-cache", "--fail-on=warning", "docs")
_BUILD = ("zensical", "build", "--clean", "--strict")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_CODE = re.compile(r"(?<![\[`\w])`([a-z-]+/[a-z-]+)`(?!`)")
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]\n]+)\]\((?!https?:|#|mailto:)([^)\s]+)\)")
# Files at the root of the repository that are pages of the site.
_AT_ROOT = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md"}


def main() -> int:
    """Build the site; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m website.build", description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "build/site", help="output folder")
    parser.add_argument("--sources", type=Path, help="write only the sources, to this folder")
    given = parser.parse_args()
    if given.sources is not None:
        write_sources(given.sources)
        return 0
    # Not below the checkout: its `.gitignore` would exclude the sources from the check.
    with tempfile.TemporaryDirectory() as folder:
        write_sources(Path(folder, "sources"))
        for command in (_CHECK, _BUILD):
            status = subprocess.run([sys.executable, "-m", *command], cwd=Path(folder, "sources"))
            if status.returncode:
                sys.stderr.write(f"website: `{' '.join(command)}` failed\n")
                return 1
        shutil.rmtree(given.output, ignore_errors=True)
        given.output.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(Path(folder, "sources/site"), given.output)
    return 0


def write_sources(folder: Path) -> None:
    """Write the sources of the site: Markdown and `zensical.toml`.

    Args:
        folder: the folder to write; replaced if it exists.
    """
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for name in navigation.pages():
        text = (navigation.DOCS / f"{name}.md").read_text("utf-8")
        (docs / f"{name}.md").write_text(_linked(text, ""), "utf-8")
    shutil.copytree(
        navigation.DOCS / "images", docs / "images", ignore=shutil.ignore_patterns("*.py", "__*")
    )
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (docs / "changes.md").write_text(_from_root(changelog), "utf-8")
    (docs / "contributing.md").write_text(_from_root(contributing), "utf-8")
    (docs / "generators.md").write_text(_linked(generators.page(), ""), "utf-8")
    (docs / "configuration-reference.md").write_text(reference.page(), "utf-8")
    (docs / "rules").mkdir()
    pages = rules.write(docs / "rules", changelog)
    for page in pages:
        file = docs / "rules" / page
        file.write_text(_linked(file.read_text("utf-8"), "../../", own=page[:-3]), "utf-8")
    shutil.copytree(ROOT / "website/assets", docs / "assets")
    (folder / "zensical.toml").write_text(_configuration(docs, pages), "utf-8")
    (folder / "contentlint.toml").write_text((ROOT / "website/contentlint.toml").read_text("utf-8"))


def _linked(text: str, to_root: str, own: str = "") -> str:
    """A page with the rules that it names as links to their pages.

    Args:
        text: the page.
        to_root: the relative path from the page to the root of the sources.
        own: the rule of the page itself, which is not linked.
    """
    known = {*registry.rule_ids(), *ENGINE_PAGES}

    def link(match: re.Match[str]) -> str:
        rule = match[1]
        if rule not in known or rule == own:
            return match[0]
        return f"[`{rule}`]({to_root}rules/{rule}.md)"

    def line(text: str) -> str:
        return text if text.startswith("#") else _CODE.sub(link, text)

    pieces, end = [], 0
    for fence in _FENCE.finditer(text):
        pieces += ["".join(map(line, text[end : fence.start()].splitlines(keepends=True)))]
        pieces += [fence[0]]
        end = fence.end()
    pieces += ["".join(map(line, text[end:].splitlines(keepends=True)))]
    text = "".join(pieces)
    return text.replace("OWNER/contentlint", f"{addresses.OWNER}/contentlint")


def _from_root(text: str) -> str:
    """A page of the repository's root, with its links as the site needs them.

    A link to a file that is not on the site leads to the repository; without a public repository,
    only its text is kept.
    """

    def link(match: re.Match[str]) -> str:
        shown, target = match[1], match[2]
        if target.startswith("docs/"):
            return f"[{shown}]({target.removeprefix('docs/')})"
        if target in _AT_ROOT:
            return f"[{shown}]({_AT_ROOT[target]})"
        if addresses.are_set():
            return f"[{shown}]({addresses.REPOSITORY}/blob/main/{target})"
        return shown

    return _linked(_LINK.sub(link, text), "")


def _configuration(docs: Path, pages: list[str]) -> str:
    """The configuration of Zensical: fixed settings and the navigation."""
    template = (ROOT / "website/zensical.toml").read_text("utf-8")
    entries = []
    for section, names in navigation.navigation().items():
        items = [
            f"{{ {json.dumps(_title(docs / name), ensure_ascii=False)} = {json.dumps(name)} }}"
            if name != "rules/index.md"
            else _rules_entry(pages)
            for name in names
        ]
        entries.append(f"  {{ {json.dumps(section)} = [{', '.join(items)}] }},")
    site_url, repository = json.dumps(addresses.DOCUMENTATION), json.dumps(addresses.REPOSITORY)
    values = {
        "NAVIGATION": "[\n" + "\n".join(entries) + "\n]",
        "SITE_URL": f"site_url = {site_url}" if addresses.are_set() else "",
        "REPOSITORY": f"repo_url = {repository}" if addresses.are_set() else "",
    }
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    return template


def _rules_entry(pages: list[str]) -> str:
    """The rules as a section whose first page is the overview."""
    groups: dict[str, list[str]] = {}
    for page in pages:
        groups.setdefault(page.partition("/")[0], []).append(page)
    items = ['"rules/index.md"']
    for category, names in groups.items():
        inner = ", ".join(
            f"{{ {json.dumps(n.partition('/')[2][:-3])} = {json.dumps('rules/' + n)} }}"
            for n in names
        )
        items.append(f"{{ {json.dumps(category)} = [{inner}] }}")
    return f'{{ "Rules" = [{", ".join(items)}] }}'


def _title(file: Path) -> str:
    match = _TITLE.search(file.read_text("utf-8"))
    return match[1].replace("`", "") if match else file.stem


if __name__ == "__main__":
    sys.exit(main())
