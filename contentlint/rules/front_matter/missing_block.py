"""A file has no front matter, where its collection requires some.

Generators take such a file for a page without a name, or leave it out. Which keys it must have is
the schema's to say; where that requires none, a file may go without.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, rule

EXAMPLES = [
    good("Low tide.\n", path="a.md"),
    good("---\ntitle: a\n---\n", path="a.md", site=Site("hexo", is_collection=True)),
    good("---\nmood: calm\n---\n", path="a.md", site=Site("hexo", is_collection=True)),
    good("Low tide.\n", path="a.md", schema="vitepress", site=Site("vitepress", (), True)),
    good("Title: Low tide\n\nMud.\n", path="a.md", site=Site("pelican", is_collection=True)),
    good("<!--\n.. title: Low tide\n-->\n", path="a.md", site=Site("nikola", is_collection=True)),
    bad(
        "⟦⟧潮 👍\r\n",
        "file has no front matter; begin with a block that has `title`",
        path="a.md",
        site=Site("hexo", is_collection=True),
    ),
    bad(
        "⟦⟧<p>a</p>",
        "file has no front matter; begin with a block that has `publisher`, `source`, `title`",
        schema="feed",
        site=Site("hexo", is_collection=True),
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.front_matter.format is not None or not document.expects_front_matter:
        return
    missing = [problem for problem in document.field_problems if problem.kind == "missing"]
    if missing:
        keys = ", ".join(f"`{'.'.join(map(str, problem.path))}`" for problem in missing)
        message = f"file has no front matter; begin with a block that has {keys}"
        yield Problem(document.front_matter.opening, message)
