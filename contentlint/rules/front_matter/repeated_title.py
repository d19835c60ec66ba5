"""The first heading of the body repeats the title.

If the theme prints the title above the body, readers see it twice. Remove the heading.

Docusaurus, MkDocs, VitePress, Obsidian and other generators use the heading as the title or print
no title; their articles are not checked.
"""

from contentlint.rule import (
    Document,
    Problem,
    Problems,
    RelatedSpan,
    Site,
    Span,
    bad,
    cut,
    good,
    rule,
)

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n# High tide\n\n## Low tide\n", path="a.md"),
    good("---\ntitle: Low tide\n---\nLow tide\n\n`# Low tide`\n", path="a.md"),
    good("---\ntitle: Low tide\n---\n```\n# Low tide\n```\n", path="a.md"),
    good("---\ntitle: Low tide\n---\n# Low tide\n", path="a.md", site=Site("mkdocs")),
    bad(
        "---\ntitle: Low tide\n---\n\n⟦# Low *tide*⟧\n\nText.\n",
        "heading repeats the title `Low tide`; remove it",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: '潮 👍'\r\n---\r\n<p>a</p>⟦<h1>⟧潮\r\n👍</h1>\r\n",
        "heading repeats the title `潮 👍`; remove it",
    ),
]

_MAX_WORDS = 60


@rule(severity="warning", preset="strict", since="0.1", when="key:title")
def check(document: Document) -> Problems:
    title = document.front_matter.raw(("title",))
    if title is None or document.generator.takes_heading_as_title:
        return
    words = title.split()
    # The heading has the words of the title, with any markup between them.
    body = document.text[document.body.start :]
    if not 0 < len(words) < _MAX_WORDS or any(word not in body for word in words):
        return
    heading = next(document.elements("h1", "h2", "h3", "h4", "h5", "h6"), None)
    if heading is None or heading.text.split() != words:
        return
    related = RelatedSpan(document.front_matter.span_of(("title",)), "title")
    message = f"heading repeats the title `{cut(title)}`; remove it"
    start, end = heading.span
    end = start + len(document.text[start:end].rstrip())
    yield Problem(Span(start, end), message, related=(related,))
