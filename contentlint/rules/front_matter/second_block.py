"""A second front matter block follows the first.

Generators read one block, the first. A second one is part of the text: readers see its keys, and
the page has none of them. The same happens to keys below a closing delimiter that came too early.

Move the keys into the first block.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, Site, bad, good, rule
from contentlint.rules.front_matter._fates import fate

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n\nMud.\n\n---\n\nSand: wet.\n\n---\n"),
    good("---\ntitle: Low tide\n---\n\n---\n\nMud.\n", path="a.md"),
    good("---\ntitle: Low tide\n---\n\nNote: mud.\n\nSand.\n\n---\n", path="a.md"),
    good("---\ntitle: Low tide\n---\n\nSee also: mud\n---\n", path="a.md"),
    good("---\ntitle: Low tide\n---\n\n---\ntitle: Sand\n---\n", path="a.md", site=Site("quarto")),
    bad(
        "---\ntitle: Low tide\n---\n⟦---⟧\ntags: [sea]\n---\n\nMud.\n",
        "second front matter block is shown as text by most generators; move its keys to the first",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: Low tide\r\n---\r\n\r\n⟦---⟧\r\nlayout: 潮\r\n---\r\n\r\nMud.\r\n",
        "second front matter block is shown as text by Hexo; move its keys to the first",
        path="a.md",
        site=Site("hexo"),
    ),
    bad(
        "---\ntitle: Low tide\n---\n⟦tags: [sea]⟧\nmood: calm\n---\n\nMud.\n",
        "keys below the front matter block are shown as text by Hugo; move them into it",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "+++\ntitle = 'Low tide'\n+++\n⟦+++⟧\ntags = ['sea']\n+++\n",
        "second front matter block is shown as text by Hugo; move its keys to the first",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "---\n---\n⟦---⟧\ntitle: Low tide\n---\n\nMud.\n",
        "second front matter block is shown as text by Jekyll; move its keys to the first",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "⟦---⟧\n---\n---\ntitle: Low tide\n---\n\nMud.\n",
        "empty front matter block makes Pelican skip the file; remove it",
        path="a.md",
        site=Site("pelican"),
    ),
]


@rule(severity="error", preset="recommended", since="0.2", when="front-matter")
def check(document: Document) -> Problems:
    generator = document.generator
    second = document.second_block
    if second is None or (generator.is_known and not generator.reading):
        return
    first = RelatedSpan(document.front_matter.opening, "the first block")
    words = fate(document, "empty")
    if words is not None and not document.front_matter.entries:
        yield Problem(first.span, f"empty front matter block {words}; remove it")
        return
    title = generator.title or "most generators"
    message = f"second front matter block is shown as text by {title}; move its keys to the first"
    if second.has_no_opening:
        message = f"keys below the front matter block are shown as text by {title}"
        message += "; move them into it"
    yield Problem(second.span, message, related=(first,))
