"""A suppression uses the old name of a rule.

The suppression still works. Old names are read for one release only; after that the findings come
back and the name is reported by `lint/unknown-rule`.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("</b> <!-- contentlint-disable-line html/stray-end-tag -->\n"),
    good("<!-- contentlint-disable-file image -->"),
    bad(
        "<!-- contentlint-disable-line ⟦html/misplaced-tag⟧ -- the theme needs it -->\n",
        "`html/misplaced-tag` is deprecated; use `html/ignored-start-tag`",
        fixed="<!-- contentlint-disable-line html/ignored-start-tag -- the theme needs it -->\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncontentlint: {ignore: [⟦image/hot-link⟧]}\r\n---\r\n",
        "`image/hot-link` is deprecated; use `image/hotlink`",
        fixed="---\r\ntitle: 潮 👍\r\ncontentlint: {ignore: [image/hotlink]}\r\n---\r\n",
    ),
]


@rule(severity="warning", preset="recommended", since="0.2", when="has:suppressions")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for mention, fix in document.suppressions.renamed():
        message = f"`{mention.old}` is deprecated; use `{mention.name}`"
        yield Problem(mention.span, message, fix)
