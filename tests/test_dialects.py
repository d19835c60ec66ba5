"""The dialects say what the renderers were recorded to do."""

from collections.abc import Callable

import pytest

from contentlint.site.dialect import (
    COMMONMARK,
    GFM,
    GOLDMARK,
    GOLDMARK_SAFE,
    KRAMDOWN,
    KRAMDOWN_GFM,
    MARKDOWN_IT,
    MARKED,
    PYMDOWN,
    PYTHON_MARKDOWN,
    REDCARPET,
    VITEPRESS,
    Dialect,
)
from tests.dialects.truth import RENDERERS, Renderer, cells, seen

DIALECTS: dict[Renderer, Dialect] = {
    "commonmark": COMMONMARK,
    "github": GFM,
    "remark-raw": GFM,
    "markdown-it": MARKDOWN_IT,
    "vitepress": VITEPRESS,
    "hexo": MARKED,
    "jekyll": KRAMDOWN_GFM,
    "kramdown": KRAMDOWN,
    "redcarpet": REDCARPET,
    "hugo": GOLDMARK_SAFE,
    "hugo-unsafe": GOLDMARK,
    "mkdocs": PYTHON_MARKDOWN,
    "material": PYMDOWN,
}

# Hugo without `unsafe` omits all raw HTML, so its output does not show where HTML ends.
_OMITS_HTML = {"hugo"}


def _html(text: str, renderer: Renderer) -> str:
    [html] = [cell.html[renderer] for cell in cells() if cell.text == text]
    assert html is not None
    return html


def _text(text: str, renderer: Renderer) -> str:
    return seen(_html(text, renderer))[0]


def _elements(text: str, renderer: Renderer) -> tuple[str, ...]:
    return seen(_html(text, renderer))[1]


def _vue(text: str) -> tuple[int | str, ...]:
    [faults] = [cell.vue for cell in cells() if cell.text == text]
    return faults


def _table(text: str) -> Callable[[Renderer], bool]:
    return lambda renderer: "table" in _elements(text, renderer)


def _element(text: str, tag: str) -> Callable[[Renderer], bool]:
    return lambda renderer: tag in _elements(text, renderer)


Fact = tuple[str, Callable[[Dialect], bool], Callable[[Renderer], bool]]

_PUNCTUATED = ("**「中文」**中文", "**（中文）**中文", "**中文：**中文", "**100%**的", "**a:**b")

FACTS: list[Fact] = [
    *(
        (text, lambda dialect: not dialect.emphasis_needs_flanks, _element(text, "strong"))
        for text in _PUNCTUATED
    ),
    *(
        (text, lambda dialect: dialect.emphasis_sees_words, _element(text, "strong"))
        for text in ("**`a`**的", "**[a](b)**中文", "中文**[a](b)**")
    ),
    *(
        (text, lambda dialect: dialect.emphasis_takes_wide_spaces, _element(text, "strong"))
        for text in ("**a\u00a0**b", "**\u3000a**")
    ),
    *(
        (text, lambda dialect: not dialect.headings_need_space, _element(text, tag))
        for text, tag in (("##Head", "h2"), ("#标题", "h1"), ("##标题##", "h2"))
    ),
    *(
        (text, lambda dialect: dialect.links_take_spaces, _element(text, tag))
        for text, tag in (
            ("[a](url with blank)", "a"),
            ("[a](url “t”)", "a"),
            ("![a](b c.png)", "img"),
        )
    ),
    *(
        (text, lambda dialect: dialect.links_follow_spaces, _element(text, tag))
        for text, tag in (("[a] (url)", "a"), ("![a] (b)", "img"))
    ),
    (
        "[a] [ref]\n\n[ref]: /u",
        lambda dialect: dialect.references_follow_spaces,
        lambda renderer: "[a]" not in _text("[a] [ref]\n\n[ref]: /u", renderer),
    ),
    (
        "a[^1]\n\n[^1]: b",
        lambda dialect: dialect.has_footnotes,
        _element("a[^1]\n\n[^1]: b", "sup"),
    ),
    ("a table", lambda d: d.tables != "none", _table("| a | b |\n| - | - |\n| c | d |")),
    ("no delimiter row", lambda d: d.tables == "loose", _table("| a | b |\n| c | d |")),
    ("few delimiters", lambda d: d.tables == "loose", _table("| a | b |\n| - |\n| c | d |")),
    (
        "many delimiters",
        lambda d: d.tables in ("wide", "loose"),
        _table("| a |\n| - | - |\n| c | d |"),
    ),
    (
        "a table after text",
        lambda dialect: dialect.tables_follow_text,
        _table("text\n| a | b |\n| - | - |\n| c | d |"),
    ),
    (
        "a block below an item",
        lambda dialect: dialect.items_need_four_spaces,
        lambda renderer: "b</p>" in _html("- a\n\n  b", renderer).partition("</ul>")[2],
    ),
    (
        "a container",
        lambda dialect: dialect.has_containers,
        lambda renderer: ":::" not in _text("::: tip\ntext\n:::", renderer),
    ),
    (
        "a container in a container",
        lambda dialect: dialect.containers_nest_by_colons,
        lambda renderer: _text("::: tip\n::: warning\na\n:::\n:::", renderer).count(":::") == 1,
    ),
    *(
        (
            text,
            lambda dialect, kinds=kinds: dialect.hides_invalid_tags in kinds,
            lambda renderer, text=text, word=word: word not in _text(text, renderer),
        )
        for text, word, kinds in (
            ("# <low.hpp>", "low", ("dotted", "any")),
            ("<a:b>", "a:b", ("dotted", "any")),
            ("Pair<K,V>", "K", ("any",)),
        )
    ),
    ("an open fence", lambda d: d.open_fence_is_code, _element("```\na", "code")),
    (
        "indented HTML",
        lambda dialect: dialect.indented_html_is_code,
        lambda renderer: (
            renderer in _OMITS_HTML
            or "code" in _elements("<div>\n\n    <p>a</p>\n\n</div>", renderer)
        ),
    ),
    (
        "Markdown between blank lines in HTML",
        lambda dialect: dialect.blank_line_ends_html,
        _element("<div>\n\n**a**\n\n</div>", "strong"),
    ),
    (
        "Markdown below a tag",
        lambda dialect: dialect.hides_markdown_in_html,
        lambda renderer: "strong" not in _elements("<div>\n**a**\n</div>", renderer),
    ),
    (
        "the markdown attribute",
        lambda dialect: dialect.takes_markdown_attribute,
        _element('<div markdown="1">\n**a**\n</div>', "strong"),
    ),
    *(
        (
            text,
            lambda dialect: dialect.shows_invalid_tags,
            lambda renderer, text=text: "<img" in _text(text, renderer),
        )
        for text in ('<img src="/a.png"alt="x">', '<img src="/a.png" alt="the "old" pier">')
    ),
    (
        "an instruction",
        lambda dialect: dialect.shows_instructions,
        lambda renderer: "<?a?>" in _text("<?a?>", renderer),
    ),
    (
        "a stray end tag",
        lambda dialect: dialect.shows_stray_tags,
        lambda renderer: "</div>" in _text("text </div> **a**", renderer),
    ),
    (
        "a `<` in HTML",
        lambda dialect: dialect.shows_stray_tags,
        lambda renderer: (
            renderer not in _OMITS_HTML
            and "a &lt; b" in _html("<div>\na < b and <> c\n</div>", renderer)
        ),
    ),
    (
        "an inline element that closes itself",
        lambda dialect: dialect.closes_inline_elements,
        lambda renderer: "></b> d" in _html('a <b id="c"/> d', renderer),
    ),
    (
        "a deleted block",
        lambda dialect: dialect.has_blocks_of_deletions,
        lambda renderer: "**b**" in _text("<del>\n**a**\n\n**b**\n</del>", renderer),
    ),
    *(
        (
            text,
            lambda dialect: dialect.omits_html,
            lambda renderer, text=text, tag=tag: tag not in _elements(text, renderer),
        )
        for text, tag in (("<div>\n**a**\n</div>", "div"), ("a<br>b", "br"))
    ),
    *(
        (
            text,
            lambda dialect: dialect.has_attribute_lists,
            lambda renderer, text=text: "{:" not in _text(text, renderer),
        )
        for text in ("A paragraph.\n{: .note}", '![a](b){: width="5"}')
    ),
    *(
        (
            text,
            lambda dialect: dialect.has_admonitions,
            lambda renderer, text=text: "!!!" not in _text(text, renderer),
        )
        for text in ("!!! note\n    Gap.", '!!! note "Gap"\n    Text.')
    ),
    (
        "typographic quotes",
        lambda dialect: dialect.takes_typographic_quotes,
        lambda renderer: "<a" not in _text("text <a href=“b”>c</a>", renderer),
    ),
    (
        "optional end tags",
        lambda dialect: dialect.requires_end_tags,
        lambda renderer: (
            "</table>" in _text("<table>\n<tr><td>a<td>b\n</table>", renderer)
            or (renderer == "vitepress" and 24 in _vue("<table>\n<tr><td>a<td>b\n</table>"))
        ),
    ),
    (
        "an indented tag with the markdown attribute",
        lambda dialect: dialect.markdown_attribute_needs_margin,
        lambda renderer: (
            "strong" in _elements('<div markdown="1">\n**a**\n</div>', renderer)
            and "**a**" in _text(' <div markdown="1">\n\n**a**\n\n </div>', renderer)
        ),
    ),
    (
        "the markdown attribute on one line",
        lambda dialect: dialect.markdown_attribute_needs_lines,
        lambda renderer: "</div>" in _text('<div markdown="1">**a**</div>', renderer),
    ),
]


@pytest.mark.parametrize(("said", "recorded"), [fact[1:] for fact in FACTS])
def test_a_dialect_does_what_its_renderer_was_recorded_to_do(
    said: Callable[[Dialect], bool], recorded: Callable[[Renderer], bool]
) -> None:
    differing = [
        renderer for renderer in RENDERERS if said(DIALECTS[renderer]) != recorded(renderer)
    ]
    assert differing == []
