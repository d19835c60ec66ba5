"""The ids of headings are those that JavaScript tools gave them: `tests/slugs/`."""

from collections.abc import Callable

import pytest

from contentlint.site.pages import Heading
from contentlint.site.slugs import (
    astro,
    astro_remark,
    docusaurus,
    github,
    hexo_markdown_it,
    hexo_marked,
    markdown_it_anchor,
    nuxt,
    vitepress,
)
from tests.slugs.matrix import inputs
from tests.slugs.source import headings
from tests.slugs.truth import Cell, load, recording

Ids = Callable[[list[Heading]], list[str]]

ALGORITHMS: dict[str, Ids] = {
    "astro": astro.anchors,
    "astro-mdx": astro.anchors,
    "astro-remark": astro_remark.anchors,
    "docusaurus": docusaurus.anchors,
    "github": github.anchors,
    "hexo-markdown-it": hexo_markdown_it.anchors,
    "hexo-marked": hexo_marked.anchors,
    "markdown-it-anchor": markdown_it_anchor.anchors,
    "nuxt": nuxt.anchors,
    "vitepress": vitepress.anchors,
}
MDX = frozenset({"astro-mdx", "docusaurus"})

# Where the ids differ, and why.
KNOWN = {
    ("vitepress", ":tide:"): "any name between colons is taken for an emoji",
    ("vitepress", "&notareal;"): "markdown-it takes a name without an entity for `&not`",
    ("hexo-marked", "H~2~O"): "marked strikes between single `~` in words",
}


def _cells() -> list[Cell]:
    return [cell for tool in ALGORITHMS for cell in load(tool) if not cell.error]


@pytest.mark.parametrize("tool", ALGORITHMS)
def test_headings_have_the_ids_that_the_tool_gave_them(tool: str) -> None:
    wrong = {}
    for cell in load(tool):
        if cell.error or (tool, cell.name) in KNOWN:
            continue
        found = headings(cell.text, is_mdx=tool in MDX)
        if tool == "astro-mdx":
            # The recording is of what `getHeadings` returns, which are those of Markdown.
            found = [each for each in found if not each.is_html]
        # The heading of footnotes is generated.
        expected = [each or "" for each in cell.ids if each != "footnote-label"]
        if (ids := ALGORITHMS[tool](found)) != expected:
            wrong[cell.name] = (ids, expected)
    assert not wrong


@pytest.mark.parametrize(("tool", "name"), KNOWN)
def test_known_differences_are_still_there(tool: str, name: str) -> None:
    [cell] = [each for each in load(tool) if each.name == name]
    assert ALGORITHMS[tool](headings(cell.text)) != [each or "" for each in cell.ids]


@pytest.mark.parametrize("tool", ALGORITHMS)
def test_every_document_of_the_matrix_is_recorded(tool: str) -> None:
    asked = [(each.group, each.name) for each in inputs()]
    assert [(cell.group, cell.name) for cell in recording(tool).cells] == asked


def test_most_documents_compile() -> None:
    assert len(_cells()) > 0.95 * len(ALGORITHMS) * len(inputs())
