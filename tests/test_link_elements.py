"""Links and headings that are found in rendered Markdown, compared with the tree of the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.article.document import Document
from contentlint.article.link_elements import GeneratedTag, is_internal, link_elements
from contentlint.core.source import Source
from contentlint.site.generators import named

PIECES = (
    "# Low *tide*",
    "Sand\nand `mud`\n====",
    "## Harbor & pier {#harbor}",
    "> ### Quoted [quay](quay.md 'a > b')",
    "[a](b.md)",
    '[a & b](<c d.md> "title")',
    "[](e.md) and []()",
    "[a](https://example.org/b) [a](//example.org) [a](HTTP://example.org)",
    "![low *tide*](low.png) ![](https://example.org/low.png)",
    "[![alt](in.png)](out.md)",
    "<https://example.org> <mail@example.org>",
    "- [x] [item](item.md)\n- [^note]\n\n[^note]: [noted](noted.md)",
    "| a | [cell](cell.md) |\n|---|---|\n| b | ![c](c.png) |",
    "[ref] and [text][ref]\n\n[ref]: /ref?a=1&amp;b=2#c 'd'",
    "`[code](code.md)`\n\n    # code\n",
    'a &lt; b, [x &amp; y](z.md?a="1")',
    "***",
    "潮汐 [海岸](海岸.md)\r\n\r\n## 标题\r\n",
)


def document(text: str, generator: str) -> Document:
    return Document(Source("low.md", text), generator=named(generator))


def compare(text: str, generator: str) -> int:
    """Compare what is found with the elements of the tree; return the number of elements."""
    found = document(text, generator)
    links, headings = link_elements(found)
    assert all(isinstance(each, GeneratedTag) for each in (*links, *headings))
    tree = document(text, generator)
    expected = [
        (each.tag, each.span, url)
        for each in tree.elements("a", "img")
        if is_internal(url := each.value("src" if each.tag == "img" else "href"))
    ]
    names = ("h1", "h2", "h3", "h4", "h5", "h6")
    assert [
        (each.tag, each.span, each.value("src" if each.tag == "img" else "href")) for each in links
    ] == expected
    assert [(each.tag, each.span, each.text, each.value("id")) for each in headings] == [
        (each.tag, each.span, each.text, each.value("id")) for each in tree.elements(*names)
    ]
    return len(links) + len(headings)


@pytest.mark.parametrize("generator", ["mkdocs", "hugo", "jekyll", "docfx", "obsidian"])
def test_rendered_markdown_has_the_elements_of_the_tree(generator: str) -> None:
    assert compare("\n\n".join(PIECES), generator) > 15


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.sampled_from(["\n\n", "\n", " ", "\n> "]))
def test_any_order_of_constructs_has_the_elements_of_the_tree(
    pieces: list[str], between: str
) -> None:
    compare(between.join(pieces), "mkdocs")


def test_tags_of_the_author_are_found_in_the_tree() -> None:
    found = document('[a](a.md) <a href="b.md">b</a>', "mkdocs")
    links, _ = link_elements(found)
    assert [each.value("href") for each in links] == ["a.md", "b.md"]
    assert not any(isinstance(each, GeneratedTag) for each in links)
