"""A comment or a key was meant as a suppression and is none.

A directive that does not exist, a reason without `--` before it, a last day that is no day, a key
`contentlint` without `ignore`: it does not do what its author wanted, and says nothing.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<!-- contentlint-disable-next-line html: all of it -- until 2027 -->"),
    good("<!-- contentlint: not here --><!-- contentlint-config -->"),
    good("---\ncontentlint:\n  - ignore: html\n    reason: as sent\n  - ignore: [image]\n---\n"),
    bad(
        "<!-- ⟦contentlint-disable-nextline⟧ html -->\n</b>",
        "no directive `contentlint-disable-nextline`; "
        "did you mean `contentlint-disable-next-line`?",
        fixed="<!-- contentlint-disable-next-line html -->\n</b>",
    ),
    bad(
        "<!-- ⟦contentlint-ignore⟧ -->",
        "no directive `contentlint-ignore`; there are `contentlint-disable-next-line`, "
        "`contentlint-disable-line`, `contentlint-disable`, `contentlint-enable`, "
        "`contentlint-disable-file`",
    ),
    bad(
        "潮 👍\r\n</b> <!-- contentlint-disable-line html ⟦as the wire sends it⟧ -->",
        "a reason needs `--` before it, else its words are names of rules",
        fixed="潮 👍\r\n</b> <!-- contentlint-disable-line html -- as the wire sends it -->",
    ),
    bad(
        "</b> <!-- contentlint-disable-line html ⟦until spring⟧ -->",
        "`until` is followed by `spring`; write a day as in `2027-01-31`",
    ),
    bad(
        "---\ncontentlint:\n  ⟦ignored⟧: html\n---\n</b>",
        "`contentlint` knows no `ignored`; did you mean `ignore`?",
        fixed="---\ncontentlint:\n  ignore: html\n---\n</b>",
    ),
    bad(
        "---\n⟦contentlint: {reason: so}⟧\n---\n",
        "`contentlint` names no rule; write `{ignore: [RULE, …], reason: …}`",
    ),
    bad(
        "---\ncontentlint: ⟦html⟧\n---\n",
        "`contentlint` is no mapping; write `{ignore: [RULE, …], reason: …}`",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for span, message, fix in document.suppressions.malformed:
        yield Problem(span, message, fix)
