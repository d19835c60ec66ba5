"""Links resolve as in built sites: `tests/links/`."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.links import Resolved, resolved

SITES = Path(__file__).parent / "links"

# The generator of each site.
GENERATORS = {
    "astro": "astro",
    "docusaurus": "docusaurus",
    "eleventy": "eleventy",
    "eleventy-plain": "eleventy",
    "hexo": "hexo",
    "hexo-markdown-it": "hexo",
    "nextra": "nextjs",
    "starlight": "starlight",
    "vitepress": "vitepress",
    "vitepress-html": "vitepress",
}


class Cell(NamedTuple):
    """A link of a site, as it was built, and as it is resolved.

    Args:
        path, line: where it is.
        written: the line.
        state: `found`, `missing` or `anchor`.
        found: what resolving it found; None: it is not seen as a link.
    """

    path: str
    line: int
    written: str
    state: str
    found: Resolved | None

    @property
    def is_broken(self) -> bool:
        return self.state != "found"

    @property
    def is_reported(self) -> bool:
        return self.found is not None and self.found.outcome.state == "missing"

    @property
    def description(self) -> str:
        outcome = self.found.outcome if self.found else None
        return f"{self.path}:{self.line} {self.written} is {self.state}: {outcome}"


@cache
def cells(site: str) -> tuple[Cell, ...]:
    """The links of a site that the build has decided."""
    truth = json.loads((SITES / site / "truth.json").read_text("utf-8"))["links"]
    files = SITES / site / "files"
    by_line: dict[tuple[str, int], Resolved] = {}
    for each in resolved(files, GENERATORS[site]):
        by_line.setdefault((each.path, each.line), each)
    found = []
    for path, line, label, state, _ in truth:
        if state in ("absent", "external"):
            continue
        lines = (files / path).read_text("utf-8").split("\n")
        written = lines[line - 1]
        # A reference is a fact of the line of its definition.
        place = line + 2 if f"[{label}][" in written else line
        found.append(Cell(path, line, written, state, by_line.get((path, place))))
    return tuple(found)


@pytest.mark.parametrize("site", GENERATORS)
def test_broken_links_are_those_of_the_built_site(site: str) -> None:
    every = cells(site)
    wrong = [cell.description for cell in every if cell.is_reported and not cell.is_broken]
    missed = [cell.description for cell in every if cell.is_broken and not cell.is_reported]
    broken = sum(cell.is_broken for cell in every)
    reported = sum(cell.is_reported for cell in every)
    assert reported - len(wrong) >= 0.99 * broken, missed
    assert len(wrong) <= 0.005 * reported, wrong


@pytest.mark.parametrize("site", GENERATORS)
def test_broken_anchors_are_told_from_missing_pages(site: str) -> None:
    confused = Counter(
        (cell.state, cell.found.outcome.fault == "anchor")
        for cell in cells(site)
        if cell.is_broken and cell.is_reported and cell.found
    )
    assert not confused["missing", True]
    assert not confused["anchor", False]


def _site(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _outcomes(folder: Path, generator: str, files: dict[str, str]) -> dict[str, str]:
    """The fault of each link, or its state if it has none, by target."""
    _site(folder, files)
    return {
        each.link.target: each.outcome.fault or each.outcome.state
        for each in resolved(folder, generator)
    }


def test_routes_of_next_are_not_known_but_articles_and_anchors_are(tmp_path: Path) -> None:
    links = "/learn/tides", "/learn/tides#low", "/learn/tides#high", "/learn/none", "#here", "#none"
    found = _outcomes(
        tmp_path,
        "nextjs",
        {
            "src/content/index.md": "## Here\n\n" + "\n".join(f"[a]({each})" for each in links),
            "src/content/learn/tides.md": "## Low {/*low*/}\n",
            "public/tide.png": "",
        },
    )
    assert found == {
        "/learn/tides": "found",
        "/learn/tides#low": "found",
        "/learn/tides#high": "anchor",
        "/learn/none": "unknown",
        "#here": "found",
        "#none": "anchor",
    }


def test_numbers_are_no_part_of_the_urls_of_nuxt(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "nuxt",
        {
            "content/1.guide/2.setup.md": "## 2 tides\n",
            "content/index.md": "[a](/guide/setup#_2-tides) [b](/guide/setup#2-tides) [c](/other)\n",
        },
    )
    assert found == {
        "/guide/setup#_2-tides": "found",
        "/guide/setup#2-tides": "anchor",
        "/other": "unknown",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("netlify.toml", '[[redirects]]\n  from = "/old/*"\n  to = "/new/:splat"\n'),
        ("vercel.json", '{"redirects": [{"source": "/old/:path*", "destination": "/new"}]}'),
        ("docs/public/_redirects", "/old/page /new 301\n"),
    ],
)
def test_a_url_that_a_server_redirects_is_not_missing(tmp_path: Path, name: str, text: str) -> None:
    found = _outcomes(
        tmp_path,
        "vitepress",
        {
            "docs/.vitepress/config.mjs": "export default { cleanUrls: true }\n",
            "docs/index.md": "[a](/old/page) [b](/none)\n",
            name: text,
        },
    )
    assert found == {"/old/page": "unknown", "/none": "page"}


def test_an_anchor_that_a_component_is_given_is_not_missing(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "docusaurus",
        {
            "docusaurus.config.js": "module.exports = {};\n",
            "docs/a.mdx": '## Tides\n\n<Recipes titleId="here" />\n\n[a](#here) [b](#none)\n',
        },
    )
    assert found == {"#here": "unknown", "#none": "anchor"}


def test_headings_of_the_first_level_have_no_anchor_in_docusaurus(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "docusaurus",
        {
            "docusaurus.config.js": "module.exports = {};\n",
            "docs/a.md": "# Tides\n\n## Tides\n\n[a](#tides) [b](#tides-1)\n",
        },
    )
    assert found == {"#tides": "anchor", "#tides-1": "found"}


def test_a_post_link_without_a_post_is_missing_in_hexo(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "hexo",
        {
            "_config.yml": "title: Sea\nroot: /\n",
            "source/_posts/a.md": "---\ndate: 2024-01-02\n---\n{% post_link none %}\n",
        },
    )
    assert found == {"{% post_link none %}": "page"}


def test_urls_that_code_computes_are_not_known_in_eleventy(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "eleventy",
        {
            ".eleventy.js": "module.exports = (config) => {};\n",
            "posts/posts.json": '{"permalink": "/blog/{{ page.fileSlug }}/"}',
            "posts/a.md": "Mud.\n",
            "index.md": "[a](/blog/a/) [b](/none/)\n",
        },
    )
    assert found == {"/blog/a/": "unknown", "/none/": "unknown"}


def test_layouts_of_eleventy_decide_urls_and_have_ids(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "eleventy",
        {
            ".eleventy.js": "module.exports = (c) => { c.setTemplateFormats(['md', 'pdf']); };\n",
            "_includes/post.html": "---\npermalink: /log/{{ page.fileSlug }}/\n---\n",
            "_includes/inner.njk": "---\nlayout: post\n---\n<p id=tide>{{ content }}</p>\n",
            "posts/a.md": "---\nlayout: inner\n---\nMud.\n",
            "files/low.pdf": "",
            "index.md": "[a](/log/a/) [b](/files/low.pdf) [c](#tide) [d](#ebb) [e](/files/a.pdf)\n",
        },
    )
    assert found == {
        "/log/a/": "unknown",
        "/files/low.pdf": "found",
        "#tide": "found",
        "#ebb": "anchor",
        "/files/a.pdf": "file",
    }


def test_vaults_resolve_notes_by_name_headings_by_text_and_blocks(tmp_path: Path) -> None:
    # By the documentation of Obsidian; it was not run.
    found = _outcomes(
        tmp_path,
        "obsidian",
        {
            "Start.md": "\n\n".join(
                (
                    "[[Tides]] [[tides|shown]] [[Sea/Tides]] [[Notes/Tides]] [[Sea/Tides.md]]",
                    "[[Tides#Low tide]] [[Tides#low  tide: now]] [[Tides#High]] [[Tides#Low tide#Mud]]",
                    "[[Tides#Mud#Low tide]] [[Tides#^block]] [[Tides#^none]] [[#Here]] [[#None]]",
                    "![[wave.png]] ![[none.png]] ![[wave.png|300]] [[Waves]] [[{{title}}]]",
                    "[a](Tides.md) [b](Sea/Tides.md#Mud) [c](None.md) [d](Two%20words.md)",
                    "## Here",
                )
            ),
            "Sea/Tides.md": "# Tides\n\n## Low tide\n\nMud. ^block\n\n### Mud\n\n## Low tide: now\n",
            "Sea/Two words.md": "Mud.\n",
            "Sea/images/wave.png": "",
        },
    )
    assert {target for target, state in found.items() if state == "page"} == {
        "Notes/Tides",
        "Waves",
        "None.md",
    }
    assert {target for target, state in found.items() if state == "file"} == {"none.png"}
    assert {target for target, state in found.items() if state == "anchor"} == {
        "Tides#High",
        "Tides#Mud#Low tide",
        "Tides#^none",
        "#None",
    }
    assert {target for target, state in found.items() if state == "unknown"} == {"{{title}}"}
    assert len(found) == 23


def test_languages_of_starlight_may_be_a_constant(tmp_path: Path) -> None:
    config = "const locales = { root: { label: 'English' }, fr: { label: 'Français' } };\n"
    found = _outcomes(
        tmp_path,
        "starlight",
        {
            "astro.config.mjs": config
            + "export default { integrations: [starlight({ locales })] };\n",
            "src/content/docs/index.md": "[a](/fr/setup/) [b](/fr/none/) [c](/de/setup/)\n",
            "src/content/docs/setup.md": "Mud.\n",
        },
    )
    assert found == {"/fr/setup/": "found", "/fr/none/": "page", "/de/setup/": "page"}


def test_html_files_in_the_public_folder_are_found(tmp_path: Path) -> None:
    found = _outcomes(
        tmp_path,
        "vitepress",
        {
            "docs/.vitepress/config.mjs": "export default {}\n",
            "docs/index.md": "[a](/pure.html) [b](/Pure.html)\n",
            "docs/public/pure.html": "<p>Mud.</p>\n",
        },
    )
    assert found == {"/pure.html": "found", "/Pure.html": "case"}
