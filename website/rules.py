"""The pages of rules, and the overview by category."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from contentlint import registry
from contentlint.cli import rule_pages
from contentlint.engine.explanations import ENGINE_PAGES

_PLACES = {
    "accessibility": "Accessibility",
    "attribution": "Attribution: authors, sources and licenses",
    "file": "Files: encoding and characters",
    "front-matter": "Front matter",
    "html": "HTML",
    "image": "Images",
    "link": "Links",
    "lint": "contentlint itself",
    "markdown": "Markdown",
    "mdx": "MDX",
    "security": "Security and privacy",
    "site": "The whole site",
    "text": "Text and typography",
}
_VERSION = re.compile(r"^## (.+)$")
_ENTRY = re.compile(r"^- ")
_RULE = re.compile(r"`([a-z-]+/[a-z-]+)`")
# The rules that an entry begins with.
_SUBJECT = re.compile(r"(?:`[a-z-]+/[a-z-]+`(?:, | and )?)+")


def all_pages() -> list[dict[str, Any]]:
    """The data of every page, sorted by rule."""
    rule_ids = sorted({*registry.rule_ids(), *ENGINE_PAGES})
    return [rule_pages.page_of(rule_id) for rule_id in rule_ids]


def changes(changelog: str) -> dict[str, list[tuple[str, str]]]:
    """The entries of the changelog that begin with a rule, as version and text, by rule."""
    found: dict[str, list[tuple[str, str]]] = {}
    known = {*registry.rule_ids(), *ENGINE_PAGES}
    for version, entry in _entries(changelog):
        subject = _SUBJECT.match(entry)
        for name in sorted(set(_RULE.findall(subject[0])) & known) if subject else ():
            found.setdefault(name, []).append((version, entry))
    return found


def _entries(changelog: str) -> Iterator[tuple[str, str]]:
    version, lines = "", list[str]()
    for line in [*changelog.splitlines(), "- "]:
        heading = _VERSION.match(line)
        if (heading or _ENTRY.match(line) or line.startswith("#")) and lines:
            yield version, " ".join(" ".join(lines).removeprefix("- ").split())
            lines = []
        if heading:
            version = heading[1].strip("[]")
        elif _ENTRY.match(line) or (lines and line.startswith("  ")):
            lines.append(line)


def write(folder: Path, changelog: str) -> list[str]:
    """Write the pages of all rules and their overview.

    Args:
        folder: the folder `rules` of the site's sources.
        changelog: the text of the changelog.

    Returns:
        the pages, relative to the folder.
    """
    changed = changes(changelog)
    pages = all_pages()
    for page in pages:
        file = folder / f"{page['rule']}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_page(page, changed.get(page["rule"], [])), "utf-8")
    (folder / "index.md").write_text("\n".join(_overview(pages)) + "\n", "utf-8")
    return [f"{page['rule']}.md" for page in pages]


def _page(page: dict[str, Any], changed: list[tuple[str, str]]) -> str:
    text = rule_pages.markdown_of(page)
    if changed:
        lines = [f"- **{version}**: {entry}" for version, entry in changed]
        text += "\n## Changes\n\n" + "\n".join(lines) + "\n"
    summary = page["summary"].replace("'", "''")
    return f"---\ndescription: '{summary}'\n---\n\n{text}"


def _overview(pages: list[dict[str, Any]]) -> Iterator[str]:
    rules = [page for page in pages if page["preset"] is not None]
    count = {p: sum(r["preset"] == p for r in rules) for p in ("recommended", "strict", "all")}
    yield "# Rules"
    yield ""
    yield (
        f"{len(rules)} rules: {count['recommended']} run by default (preset `recommended`), "
        f"{count['strict']} more with the preset `strict`, and {count['all']} more with `all`. "
        f"{sum(bool(rule['fixes']) for rule in rules)} have fixes. "
        "[Configuration](../configuration.md#rules) describes how to turn rules on and off, "
        "[Fixing](../fixing.md) what safe and unsafe fixes are."
    )
    for category, group in groupby(pages, key=lambda page: page["category"]):
        yield from ("", f"## {_PLACES.get(category, category)} {{#{category}}}", "")
        yield "| rule | reports | severity | preset | fixes |"
        yield "|---|---|---|---|---|"
        for page in group:
            link = f"[`{page['rule'].partition('/')[2]}`]({page['rule']}.md)"
            preset = page["preset"] or "always on"
            fixes = ", ".join(page["fixes"])
            summary = page["summary"].replace("|", "\\|").rstrip(".")
            yield f"| {link} | {summary} | {page['severity']} | {preset} | {fixes} |"
