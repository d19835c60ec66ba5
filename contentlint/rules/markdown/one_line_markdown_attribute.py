"""The content of an element with `markdown="1"` is on the line of its tag.

kramdown then shows the end tag as text, and the rest of the article becomes part of the element.

Put the tags on their own lines, or use `markdown="span"`.

Fix safety: unsafe, because the content is not wrapped in a paragraph.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    Site,
    Span,
    bad,
    good,
    lazy,
    replace,
    rule,
)

EXAMPLES = [
    good('<div markdown="1">**low**</div>\n', path="a.md"),
    good('<div markdown="1">\n**low**\n</div>\n', path="a.md", site=Site("jekyll")),
    good('<p markdown="1">**low**</p>\n', path="a.md", site=Site("jekyll")),
    good('<div markdown="span">**low**</div>\n', path="a.md", site=Site("jekyll")),
    good(
        '<details markdown="1"><summary>low</summary>\n\n- tide\n\n</details>\n',
        path="a.md",
        site=Site("jekyll"),
    ),
    good('```\n<div markdown="1">**low**</div>\n```\n', path="a.md", site=Site("jekyll")),
    bad(
        'Low\n\n<div class="a" ⟦markdown="1"⟧> 潮 👍 </div>\n\nTide\n',
        'content on the line of `<div markdown="1">` includes the rest of the article; '
        'use `markdown="span"`',
        fixed='Low\n\n<div class="a" markdown="span"> 潮 👍 </div>\n\nTide\n',
        path="a.md",
        site=Site("jekyll"),
    ),
]

# The elements whose content kramdown parses as blocks.
_BLOCKS = (
    *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "li", "main", "nav", "section"),
    *("summary", "td"),
)
_CONTENT = lazy(r"[ \t]*[^\s<]")


@rule(severity="error", preset="recommended", since="0.2", when="markdown and attribute:markdown")
def check(document: Document) -> Problems:
    if document.is_html or "markdown=" not in document.text:
        return
    if not document.generator.dialect.markdown_attribute_needs_lines:
        return
    for element in document.elements(*_BLOCKS):
        attribute = element.get("markdown")
        if attribute is None or attribute.value not in ("1", "block") or not element.authored:
            continue
        line_start = document.text.rfind("\n", 0, element.span.start) + 1
        is_first = not document.text[line_start : element.span.start].strip()
        if not is_first or not _CONTENT.match(document.text, element.span.end):
            continue
        tag = f'<{element.tag} markdown="{attribute.value}">'
        message = f"content on the line of `{tag}` includes the rest of the article"
        fix = replace(attribute.value_span, "span", 'use `markdown="span"`', "unsafe")
        yield Problem(Span(*attribute.span), f'{message}; use `markdown="span"`', fix)
