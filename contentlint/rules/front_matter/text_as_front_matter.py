"""A thematic break makes front matter of the text next to it.

`---` at the start of a file opens front matter, also where it is meant as a line across the page.
Eleventy, VitePress and MyST then drop the text below it, Hugo and Docusaurus stop the build, and
Jekyll, Nuxt Content and Sphinx drop the text up to the next such line. In Hexo, an article that
does not begin with a delimiter has its front matter above the first line that begins with `---`.

Use `***` for a thematic break, or begin the file with a front matter block.
"""

from contentlint.rule import Document, Problem, Problems, Site, bad, good, lazy, rule

EXAMPLES = [
    good("---\n\nMud.\n", path="a.md"),
    good("---\n\nMud.\n", path="a.md", site=Site("jekyll")),
    good("---\n\nMud.\n\n---\n\nSand.\n", path="a.md", site=Site("hexo")),
    good("---\ntitle: Low tide\n---\n\nMud.\n\n---\n", site=Site("eleventy")),
    good("Mud.\n\n---\n\nSand.\n", path="a.md", site=Site("hexo")),
    good("title: Low tide\n---\n\nMud.\n", path="a.md", site=Site("hexo")),
    good("Sea: a tide\n---\n\nMud.\n", path="a.md", site=Site("jekyll")),
    bad(
        "⟦---⟧\n\nMud.\n",
        "`---` on line 1 opens front matter in VitePress, and text is lost; "
        "use `***` for a thematic break",
        path="a.md",
        site=Site("vitepress"),
    ),
    bad(
        "⟦---⟧\n\nMud.\n\n---\n\nSand.\n",
        "`---` on line 1 opens front matter in Jekyll, and text is lost; "
        "use `***` for a thematic break",
        path="a.md",
        site=Site("jekyll"),
    ),
    bad(
        "⟦---⟧\r\n\r\n潮 👍\r\n",
        "`---` on line 1 opens front matter in Hugo, and the build stops; "
        "use `***` for a thematic break",
        path="a.md",
        site=Site("hugo"),
    ),
    bad(
        "Sea: a tide\n⟦---⟧\n\nMud.\n",
        "text above `---` is parsed as front matter by Hexo, and lost; "
        "begin the file with a front matter block",
        path="a.md",
        site=Site("hexo"),
    ),
    bad(
        "Note: low: tide\n⟦---⟧\n\nMud.\n",
        "text above `---` is parsed as front matter by Hexo, which skips the file; "
        "begin the file with a front matter block",
        path="a.md",
        site=Site("hexo"),
    ),
    good("Note: low: tide\n---\n\nMud.\n", path="README.md", site=Site("hexo")),
]

# Files about the repository, which generators do not publish.
_NOT_A_PAGE = lazy(r"(?i)(?:readme|changelog|contributing|license|code_of_conduct|security)\b")
_EFFECTS = {"cut": "text is lost", "stops": "the build stops"}


@rule(severity="error", preset="recommended", since="0.2", when="generator:reading")
def check(document: Document) -> Problems:
    name = document.path.replace("\\", "/").rpartition("/")[2]
    if not document.generator.reading or _NOT_A_PAGE.match(name):
        return
    line = document.leading_break
    if line is not None and line.is_above_text:
        effect = _EFFECTS.get(document.reading.fate(line.shape))
        if effect is not None:
            title = document.generator.title
            message = f"`---` on line 1 opens front matter in {title}, and {effect}"
            yield Problem(line.span, f"{message}; use `***` for a thematic break")
    elif line is not None and not document.front_matter_flaws:
        title = document.generator.title
        effect = "which skips the file" if line.is_refused else "and lost"
        message = f"text above `---` is parsed as front matter by {title}, {effect}"
        yield Problem(line.span, f"{message}; begin the file with a front matter block")
