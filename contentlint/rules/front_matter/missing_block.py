"""A file has no front matter, but its collection requires it.

Generators treat such a file as a page without a title, or skip it. Add a front matter block with
the required keys. The schema decides which keys these are; if it requires none, a file needs no
front matter.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, rule

EXAMPLES = [
    good("Low tide.\n", path="a.md"),
    good("---\ntitle: a\n---\n", path="a.md", site=Site("hexo", is_collection=True)),
    good("---\nmood: calm\n---\n", path="a.md", site=Site("hexo", is_collection=True)),
    good("Low tide.\n", path="a.md", schema="vitepress", site=Site("vitepress", (), True)),
    good("Title: Low tide\n\nMud.\n", path="a.md", site=Site("pelican", is_collection=True)),
    good("title: Low tide\n---\n", path="a.md", site=Site("hexo", is_collection=True)),
    good("—\ntitle: Low tide\n—\n", path="a.md", site=Site("hexo", is_collection=True)),
    good("<!--\n.. title: Low tide\n-->\n", path="a.md", site=Site("nikola", is_collection=True)),
    bad(
        "⟦⟧潮 👍\r\n",
        "front matter is missing; add a block with `title`",
        path="a.md",
        site=Site("hexo", is_collection=True),
    ),
    bad(
        "⟦⟧<p>a</p>",
        "front matter is missing; add a block with `publisher`, `source`, `title`",
        schema="feed",
        site=Site("hexo", is_collection=True),
    ),
]


@rule(severity="error", preset="recommended", since="0.1", when="field:missing")
def check(document: Document) -> Problems:
    if document.front_matter.format is not None or not document.expects_front_matter:
        return
    if document.front_matter_flaws:  # reported as a block that is not read, or read all the same
        return
    if document.reading.has_json and document.text.lstrip("\ufeff \t\r\n").startswith("{"):
        return
    missing = [problem for problem in document.field_problems if problem.kind == "missing"]
    if missing:
        keys = ", ".join(f"`{'.'.join(map(str, problem.path))}`" for problem in missing)
        message = f"front matter is missing; add a block with {keys}"
        yield Problem(document.front_matter.opening, message)
