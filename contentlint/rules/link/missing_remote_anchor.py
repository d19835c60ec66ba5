"""An external page has no anchor with the name in a link's fragment.

Readers see the top of the page instead of the section. The section was renamed, or the fragment is
misspelled. Link to the section's new anchor, or to the page.

The rule downloads the page, up to 2 MB, so it is only in the preset `all`. It looks for `id` and
`<a name>` in the HTML that the server sends. If a script creates the anchors of a site, use
`exclude` in `[online]`, or suppress the finding. Fragments that cannot be anchors (`#/route`,
`#:~:text=`, `#L10`, `#page=2`) are ignored.

Runs with `contentlint check --online`.
"""

from contentlint.rule import Answer, Document, Problem, Problems, Site, bad, cut, good, lazy, rule
from contentlint.rules.link._external import externals

_SITE = Site(None, web={"https://tide.example.org/a#low": Answer("dead")})

EXAMPLES = [
    good("[a](https://tide.example.org/a) [b](https://tide.example.org/a#high)\n", path="a.md",
         site=_SITE),
    good("<a href='https://tide.example.org/a#L10'>a</a> <a href='https://tide.example.org/a#'>b</a>",
         site=Site(None, web={"https://tide.example.org/a#L10": Answer("dead")})),
    bad(
        "---\nsource: ⟦https://tide.example.org/a#low⟧\n---\n\n[low](⟦https://tide.example.org/a#low⟧)\n",
        "`https://tide.example.org/a#low`: anchor `low` not found; "
        "link to another one or to the page",
        "`https://tide.example.org/a#low`: anchor `low` not found; "
        "link to another one or to the page",
        path="a.md",
        site=_SITE,
    ),
]  # fmt: skip

# Fragments for scripts, text fragments, lines of code, comments, pages of a PDF file.
_NOT_AN_ANCHOR = lazy(
    r"top|[/!?:].*|.*:~:.*|L\d+.*|page=.*|t=.*|(?:issuecomment|discussion|pullrequest|diff)[-_].*"
)


@rule(severity="warning", preset="all", since="0.2", online=True)
def check(document: Document) -> Problems:
    for url in document.once(externals):
        if not url.fragment or _NOT_AN_ANCHOR.fullmatch(url.fragment):
            continue
        if document.site.lacks_anchor(f"{url.page}#{url.fragment}"):
            name = cut(url.fragment.replace("`", "%60"))
            end = "link to another one or to the page"
            yield Problem(
                url.span, f"{url.shown}: anchor `{name}` not found; {end}", about=url.value
            )
