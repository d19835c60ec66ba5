"""A suppression names a rule or a category that does not exist.

It hides nothing, and nobody is told why. `contentlint rules` lists the rules; a category is the
part of their names before the slash.

Fix safety: unsafe where no name is near, since it may be that of a rule of another version.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule

EXAMPLES = [
    good("<!-- contentlint-disable-file html/stray-end-tag, image all -->"),
    good("<!-- contentlint is a linter --><!-- contentlint-baseline.jsonl -->"),
    bad(
        "</b> <!-- contentlint-disable-line ⟦html/stray-endtag⟧ -->\n",
        "no rule or category `html/stray-endtag`; did you mean `html/stray-end-tag`?",
        fixed="</b> <!-- contentlint-disable-line html/stray-end-tag -->\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncontentlint: {ignore: [⟦stray-end-tag⟧]}\r\n---\r\n</b>",
        "no rule or category `stray-end-tag`; did you mean `html/stray-end-tag`?",
        fixed="---\r\ntitle: 潮 👍\r\ncontentlint: {ignore: [html/stray-end-tag]}\r\n---\r\n</b>",
    ),
    bad(
        "{/* contentlint-disable-line ⟦tides⟧ */}\n",
        "no rule or category `tides`; `contentlint rules` lists them",
        fixed="",
        path="a.mdx",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for mention, near, fix in document.suppressions.unknown():
        hint = f"did you mean `{near}`?" if near else "`contentlint rules` lists them"
        message = f"no rule or category `{cut(mention.name)}`; {hint}"
        yield Problem(mention.span, message, fix)
