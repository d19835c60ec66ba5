"""A delimiter of the front matter is not one.

Front matter is between two lines that consist of `---` and nothing else. Editors change hyphens to
dashes, people write two or four, put them in quotes or a code block, or forget one. The page then
has no title and no date and shows its metadata to readers, or the build stops.

Generators differ: Hexo and MyST accept `----`, Jekyll and MkDocs accept `...` as the closing
delimiter, Hexo and Nikola do not accept spaces after the opening one. What the detected generator
accepts is not reported.

Use `---` above and below the keys.

Fix safety: a fix that removes text together with the delimiter, or adds delimiters around lines
that may be text, is unsafe.
"""

from contentlint.rule import (
    Document,
    Edit,
    Fix,
    Flaw,
    Problem,
    Problems,
    Safety,
    Site,
    Span,
    bad,
    cut,
    good,
    rule,
)
from contentlint.rules.front_matter._fates import fate

EXAMPLES = [
    good("---\ntitle: Low tide\n---\n"),
    good("***\n\nNote: mud.\n\n***\n", path="a.md"),
    good("Sea: a tide\n---\n\nMud.\n", path="a.md", site=Site("jekyll")),
    good("```yaml\nport: 80\n```\n", path="a.md"),
    good("----\ntitle: Low tide\n----\n", site=Site("hexo")),
    good("---\ntitle: Low tide\n...\n", site=Site("jekyll")),
    good("--- \ntitle: Low tide\n---\n", site=Site("hugo")),
    good("--- # tide\ntitle: Low tide\n---\n", site=Site("hugo")),
    good("title: Low tide\n---\n", site=Site("hexo")),
    good(';;;\n"title": "Low tide"\n;;;\n', site=Site("hexo")),
    bad(
        "⟦—-⟧\ntitle: Low tide\ntags: [sea]\n—-\n",
        "delimiter `—-` is not read by Docusaurus; use `---`",
        fixed="---\ntitle: Low tide\ntags: [sea]\n---\n",
        site=Site("docusaurus"),
    ),
    bad(
        "---\ntitle: Low tide\n⟦...⟧\n",
        "delimiter `...` is not read by most generators; use `---`",
        fixed="---\ntitle: Low tide\n---\n",
    ),
    good("+++\ntitle = 'Low tide'\n+++\n", site=Site("hugo")),
    good("+++\ntitle = 'Low tide'\n+++\n"),
    bad(
        "⟦+++⟧\ntitle = 'Low tide'\n+++\n",
        "delimiter `+++` is not read by Jekyll; use YAML between `---` lines",
        site=Site("jekyll"),
    ),
    bad(
        "⟦----⟧\r\ntitle: 低潮 👍\r\n----\r\n",
        "delimiter `----` stops the build in Hugo; use `---`",
        fixed="---\r\ntitle: 低潮 👍\r\n---\r\n",
        site=Site("hugo"),
    ),
    good("------\ntitle: Low tide\n---\n", site=Site("hugo")),
    bad(
        "------\ntitle: Low tide\n⟦------⟧\nMud.\n",
        "delimiter `------` closes the front matter, and Hugo shows the rest of the line; "
        "use `---`",
        fixed="---\ntitle: Low tide\n---\nMud.\n",
        site=Site("hugo"),
    ),
    bad(
        "⟦-----⟧\ntitle: Low tide\n-----\n",
        "delimiter `-----` stops the build in Hugo; use `---`",
        fixed="---\ntitle: Low tide\n---\n",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: Low tide\n⟦...⟧\nMud.\n",
        "delimiter `...` is not read by Hexo; use `---`",
        fixed="---\ntitle: Low tide\n---\nMud.\n",
        site=Site("hexo"),
    ),
    bad(
        "⟦--- ⟧\ntitle: Low tide\n---\n",
        "delimiter with trailing whitespace is not read by Hexo; remove the whitespace",
        fixed="---\ntitle: Low tide\n---\n",
        site=Site("hexo"),
    ),
    bad(
        "---\ntitle: Low tide\n⟦-----⟧\nMud.\n",
        "delimiter `-----` closes the front matter, and Eleventy shows the rest of the line; "
        "use `---`",
        fixed="---\ntitle: Low tide\n---\nMud.\n",
        site=Site("eleventy"),
    ),
    bad(
        "⟦```yaml⟧\ntitle: Low tide\n```\n",
        "front matter in a code block is not read by Jekyll; use `---`",
        site=Site("jekyll"),
    ),
    bad(
        "⟦⟧title: Low tide\ntags: [sea]\n---\n\nMud.\n",
        "front matter without an opening delimiter is not read by Jekyll; add `---`",
        fixed="---\ntitle: Low tide\ntags: [sea]\n---\n\nMud.\n",
        site=Site("jekyll"),
    ),
    bad(
        "⟦⟧title: Low tide\n\nMud.\n",
        "front matter without delimiters is not read by Hugo; add `---` above and below",
        site=Site("hugo"),
    ),
    bad(
        "---\ntitle: Low tide\n⟦---⟧",
        "delimiter without a line ending stops the build in Nikola; add a line ending",
        fixed="---\ntitle: Low tide\n---\n",
        site=Site("nikola"),
    ),
    bad(
        "---\ntitle: Low tide\n\n⟦⟧date: 2024-03-18\n---\n",
        "blank line in the front matter makes Pelican skip the file; remove it",
        site=Site("pelican"),
    ),
]

_MESSAGES = {
    "opening-blank": ("delimiter with trailing whitespace", "remove the whitespace"),
    "closing-blank": ("delimiter with trailing whitespace", "remove the whitespace"),
    "code-block": ("front matter in a code block", "use `---`"),
    "indented": ("indented front matter", "remove the indentation"),
    "closing-indented": ("indented delimiter", "remove the indentation"),
    "last-line": ("delimiter without a line ending", "add a line ending"),
    "no-opening": ("front matter without an opening delimiter", "add `---`"),
    "no-fences": ("front matter without delimiters", "add `---` above and below"),
    "blank-first": ("blank line in the front matter", "remove it"),
    "blank-between": ("blank line in the front matter", "remove it"),
    "comment-first": ("comment in the front matter", "remove it"),
    "plus-yaml": ("delimiter `+++`", "use YAML between `---` lines"),
    "semicolons-yaml": ("delimiter `;;;` around YAML", "use `---`"),
    "semicolons-braces": ("braces between `;;;` delimiters", "remove the braces"),
    "semicolons": ("delimiter `;;;`", "use YAML between `---` lines"),
}
# What a fix leaves alone.
_BY_HAND = frozenset(
    (
        "indented",
        "quote",
        "no-fences",
        "blank-first",
        "blank-between",
        "comment-first",
        "plus-yaml",
        "semicolons",
        "semicolons-yaml",
        "semicolons-braces",
        "named-toml",
        "named-json",
    )
)
_UNSAFE = frozenset(("code-block", "closing-text", "opening-comment", "named-yaml"))


@rule(severity="error", preset="recommended", since="0.2", when="has:front_matter_flaws")
def check(document: Document) -> Problems:
    for flaw in document.front_matter_flaws:
        # Where `+++` is a delimiter, `front-matter/invalid-syntax` reports YAML between them.
        is_toml = flaw.shape == "plus-yaml" and not document.ignores_toml
        if (known := _after_six_hyphens(document, flaw)) is None:
            continue
        flaw = known
        words = None if flaw.is_leading or is_toml else fate(document, flaw.shape)
        if words is None:
            continue
        written = cut(document.text[flaw.span.start : flaw.span.end].strip())
        subject, advice = _MESSAGES.get(flaw.shape, (f"delimiter `{written}`", "use `---`"))
        yield Problem(flaw.span, f"{subject} {words}; {advice}", _fix(document, flaw))
        return  # what a closing delimiter would do is not known below a wrong opening one


def _after_six_hyphens(document: Document, flaw: Flaw) -> Flaw | None:
    """The flaw that remains where six hyphens open a block; None: there is none."""
    if flaw.shape not in ("longer", "opening-long") or not document.reading.takes_six_hyphens:
        return flaw
    if document.text[flaw.opening.start : flaw.opening.end] != "------":
        return flaw
    if flaw.shape == "opening-long" or flaw.closing is None:
        return None
    return flaw._replace(span=flaw.closing, shape="closing-long")


def _fix(document: Document, flaw: Flaw) -> Fix | None:
    if flaw.shape in _BY_HAND:
        return None
    if flaw.shape == "no-opening":
        ending = "\r\n" if "\r\n" in document.text else "\n"
        return Fix("add the delimiter", (Edit(flaw.span, f"---{ending}"),))
    if flaw.shape == "last-line":
        end = Span(flaw.span.end, flaw.span.end)
        return Fix("add a line ending", (Edit(end, "\n"),))
    spans = [span for span in (flaw.opening, flaw.closing) if span is not None]
    edits = [Edit(s, "---") for s in spans if document.text[s.start : s.end] != "---"]
    safety: Safety = "unsafe" if flaw.shape in _UNSAFE else "safe"
    return Fix("use `---`", tuple(edits), safety)
