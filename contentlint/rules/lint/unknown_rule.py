"""A suppression names a rule or a category that does not exist.

Such a name suppresses nothing. Correct or remove it. `contentlint rules` lists the rules; a
category is the part of a rule id before the slash.

Fix safety: unsafe if there is no similar name, because it may be a rule of another version.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule

EXAMPLES = [
    good("<!-- contentlint-disable-file html/stray-end-tag, image all -->"),
    good("<!-- contentlint is a linter --><!-- contentlint-baseline.jsonl -->"),
    bad(
        "</b> <!-- contentlint-disable-line ⟦html/stray-endtag⟧ -->\n",
        "unknown rule or category `html/stray-endtag`; did you mean `html/stray-end-tag`?",
        fixed="</b> <!-- contentlint-disable-line html/stray-end-tag -->\n",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\ncontentlint: {ignore: [⟦stray-end-tag⟧]}\r\n---\r\n</b>",
        "unknown rule or category `stray-end-tag`; did you mean `html/stray-end-tag`?",
        fixed="---\r\ntitle: 潮 👍\r\ncontentlint: {ignore: [html/stray-end-tag]}\r\n---\r\n</b>",
    ),
    bad(
        "{/* contentlint-disable-line ⟦tides⟧ */}\n",
        "unknown rule or category `tides`; run `contentlint rules` for a list",
        fixed="",
        path="a.mdx",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="has:suppressions")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for mention, near, fix in document.suppressions.unknown():
        hint = f"did you mean `{near}`?" if near else "run `contentlint rules` for a list"
        message = f"unknown rule or category `{cut(mention.name)}`; {hint}"
        yield Problem(mention.span, message, fix)
