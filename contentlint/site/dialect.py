"""Dialects of Markdown: what their renderers make of text that others leave as it is.

Every field is a fact of running the renderer. `tests/dialects/truth.jsonl` has the output, and a
test compares the two.
"""

from typing import Literal

from contentlint.core.records import record, replace

Tables = Literal["none", "strict", "wide", "loose"]
"""Which lines with `|` are a table: none; those with a delimiter row of as many cells as the head
has; also those with more cells in the delimiter row; any."""

Hidden = Literal["none", "dotted", "any"]
"""Which text like a tag without a valid name becomes a tag: none; `<low.hpp>`; also `<K,V>`."""


@record
class Dialect:
    """One dialect of Markdown. The defaults are those of CommonMark with GFM's extensions.

    Args:
        emphasis_needs_flanks: whether `**` next to punctuation opens or closes emphasis only if
            white space or punctuation is on its other side, so that `**“low”**tide` is text.
        emphasis_sees_words: whether code, a link, an image or a tag next to `**` is a word, which
            does not need white space on the other side, because it was rendered before.
        emphasis_takes_wide_spaces: whether a no-break or ideographic space may be inside of `**`.
        headings_need_space: whether `##Head` is text.
        links_take_spaces: whether the URL of a link may contain spaces without `<…>`.
        links_follow_spaces: whether a space may separate `[text]` from `(url)`.
        references_follow_spaces: whether a space may separate `[text]` from `[label]`.
        has_footnotes: whether `[^1]` is a footnote.
        has_global_references: whether references may be defined outside of the article.
        tables: which lines are a table.
        tables_follow_text: whether a table may follow a line of text directly.
        items_need_four_spaces: whether a block belongs to a list item only if it is indented by
            four spaces.
        open_fence_is_code: whether a fence that is never closed continues to the end; otherwise it
            is text.
        indented_html_is_code: whether HTML that is indented by four spaces after a blank line is
            code, even inside of another element.
        blank_line_ends_html: whether Markdown is rendered again after a blank line inside an HTML
            element that started a block.
        hides_markdown_in_html: whether Markdown directly below a line with `<div>` is not rendered.
        takes_markdown_attribute: whether `markdown="1"` has the content of a block element
            rendered as Markdown.
        markdown_attribute_needs_margin: whether `markdown="1"` has no effect on a tag that is
            indented by one to three spaces.
        shows_invalid_tags: whether text like `<img src="/a.png"alt="x">` is shown, because it is
            not a valid tag.
        hides_invalid_tags: which text like a tag is passed on as one, so that browsers hide it.
        shows_instructions: whether `<?php … ?>` outside of HTML blocks is shown.
        shows_stray_tags: whether an end tag without a start tag, and a `<` that does not start a
            tag, is shown even in an HTML block.
        closes_inline_elements: whether `<b/>` is a whole element.
        has_blocks_of_deletions: whether `<del>` and `<ins>` start HTML blocks, like `<div>`.
        takes_fences_in_html: whether fenced code in a raw HTML block is code.
        omits_html: whether raw HTML is left out of the page.
        takes_typographic_quotes: whether `<a href=“/b”>` is a tag.
        has_attribute_lists: whether `{: .low}` adds a class to what is before it.
        has_admonitions: whether `!!! note` starts a box.
        has_containers: whether `:::` starts and ends containers.
        containers_nest_by_colons: whether a line of colons closes the outer container unless that
            has more colons.
        requires_end_tags: whether an element without an end tag, which HTML allows for `<td>` and
            others, includes the rest of the article or stops the build.
        markdown_attribute_needs_lines: whether the content of a block element with `markdown="1"`
            must start on its own line, else the rest of the article becomes part of it.
    """

    emphasis_needs_flanks: bool = True
    emphasis_sees_words: bool = False
    emphasis_takes_wide_spaces: bool = False
    headings_need_space: bool = True
    links_take_spaces: bool = False
    links_follow_spaces: bool = False
    references_follow_spaces: bool = False
    has_footnotes: bool = True
    has_global_references: bool = False
    tables: Tables = "strict"
    tables_follow_text: bool = True
    items_need_four_spaces: bool = False
    open_fence_is_code: bool = True
    indented_html_is_code: bool = True
    blank_line_ends_html: bool = True
    hides_markdown_in_html: bool = True
    takes_markdown_attribute: bool = False
    markdown_attribute_needs_margin: bool = False
    shows_invalid_tags: bool = True
    hides_invalid_tags: Hidden = "none"
    shows_instructions: bool = False
    shows_stray_tags: bool = False
    closes_inline_elements: bool = False
    has_blocks_of_deletions: bool = False
    takes_fences_in_html: bool = False
    omits_html: bool = False
    takes_typographic_quotes: bool = True
    has_attribute_lists: bool = False
    has_admonitions: bool = False
    has_containers: bool = False
    containers_nest_by_colons: bool = False
    requires_end_tags: bool = False
    markdown_attribute_needs_lines: bool = False

    @property
    def has_raw_blocks(self) -> bool:
        """Whether an HTML block continues to its end tag, and nothing in it is Markdown."""
        return self.hides_markdown_in_html and not self.blank_line_ends_html


GFM = Dialect()
"""GitHub Flavored Markdown: micromark, remark."""

COMMONMARK = Dialect(has_footnotes=False, tables="none", tables_follow_text=False)
"""CommonMark without extensions: commonmark.js."""

MARKDOWN_IT = Dialect(has_footnotes=False)
"""markdown-it, as Eleventy sets it up."""

VITEPRESS = replace(
    MARKDOWN_IT,
    has_attribute_lists=True,
    has_containers=True,
    containers_nest_by_colons=True,
    requires_end_tags=True,
)
"""markdown-it, as VitePress sets it up, whose output is compiled as a Vue template."""

MARKED = Dialect(has_footnotes=False)
"""marked, as hexo-renderer-marked sets it up."""

GOLDMARK = Dialect(tables="wide")
"""Goldmark, as Hugo sets it up, with `unsafe`."""

GOLDMARK_SAFE = replace(GOLDMARK, omits_html=True)
"""Goldmark, as Hugo sets it up by default."""

# Renderers that follow the first Markdown rather than CommonMark.
_TRADITIONAL = Dialect(
    emphasis_needs_flanks=False,
    emphasis_sees_words=True,
    emphasis_takes_wide_spaces=True,
    headings_need_space=False,
    links_take_spaces=True,
    references_follow_spaces=True,
    tables_follow_text=False,
    open_fence_is_code=False,
    indented_html_is_code=False,
    blank_line_ends_html=False,
)

KRAMDOWN = replace(
    _TRADITIONAL,
    has_attribute_lists=True,
    tables="loose",
    takes_markdown_attribute=True,
    hides_invalid_tags="dotted",
    shows_instructions=True,
    shows_stray_tags=True,
    closes_inline_elements=True,
    takes_typographic_quotes=False,
    requires_end_tags=True,
    markdown_attribute_needs_lines=True,
)
"""kramdown's own dialect."""

KRAMDOWN_GFM = replace(KRAMDOWN, headings_need_space=True)
"""kramdown with its GFM parser, as Jekyll sets it up."""

REDCARPET = replace(
    _TRADITIONAL,
    links_follow_spaces=True,
    tables="wide",
    hides_invalid_tags="any",
    items_need_four_spaces=True,
    open_fence_is_code=True,
    shows_instructions=True,
    shows_invalid_tags=False,
    has_blocks_of_deletions=True,
)
"""Redcarpet with its usual extensions."""

PYTHON_MARKDOWN = replace(
    _TRADITIONAL,
    emphasis_takes_wide_spaces=False,
    has_footnotes=False,
    hides_invalid_tags="any",
    items_need_four_spaces=True,
    takes_fences_in_html=True,
)
"""Python-Markdown, as MkDocs sets it up."""

PYMDOWN = replace(
    PYTHON_MARKDOWN,
    emphasis_needs_flanks=True,
    has_attribute_lists=True,
    has_admonitions=True,
    has_footnotes=True,
    takes_markdown_attribute=True,
    markdown_attribute_needs_margin=True,
)
"""Python-Markdown with the extensions that Material for MkDocs recommends."""

DIRECTIVES = replace(GFM, has_containers=True)
"""remark with directives, as Docusaurus and Starlight set it up."""

UNRECORDED = replace(
    _TRADITIONAL,
    has_attribute_lists=True,
    has_admonitions=True,
    links_follow_spaces=True,
    has_global_references=True,
    tables="loose",
    tables_follow_text=True,
    open_fence_is_code=True,
    hides_markdown_in_html=False,
    takes_markdown_attribute=True,
    shows_invalid_tags=False,
)
"""A renderer that is not recorded: only what no renderer accepts is a fault."""
