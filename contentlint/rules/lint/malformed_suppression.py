"""A suppression is not valid.

Examples are an unknown directive, a reason without `--` before it, an invalid `until` date, and a
`contentlint` key without `ignore`. The suppression then has no effect, or a different one.

Correct the comment or key as the message says.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<!-- contentlint-disable-next-line html: all of it -- until 2027 -->"),
    good("<!-- contentlint: not here --><!-- contentlint-config -->"),
    good("---\ncontentlint:\n  - ignore: html\n    reason: as sent\n  - ignore: [image]\n---\n"),
    bad(
        "<!-- ⟦contentlint-disable-nextline⟧ html -->\n</b>",
        "unknown directive `contentlint-disable-nextline`; "
        "did you mean `contentlint-disable-next-line`?",
        fixed="<!-- contentlint-disable-next-line html -->\n</b>",
    ),
    bad(
        "<!-- ⟦contentlint-ignore⟧ -->",
        "unknown directive `contentlint-ignore`; expected `contentlint-disable-next-line`, "
        "`contentlint-disable-line`, `contentlint-disable`, `contentlint-enable` or "
        "`contentlint-disable-file`",
    ),
    bad(
        "潮 👍\r\n</b> <!-- contentlint-disable-line html ⟦as the wire sends it⟧ -->",
        "missing `--` before the reason; without it, the words are parsed as rule names",
        fixed="潮 👍\r\n</b> <!-- contentlint-disable-line html -- as the wire sends it -->",
    ),
    bad(
        "</b> <!-- contentlint-disable-line html ⟦until spring⟧ -->",
        "invalid `until` date: `spring`; use a date such as `2027-01-31`",
    ),
    bad(
        "---\ncontentlint:\n  ⟦ignored⟧: html\n---\n</b>",
        "unknown key `ignored` in `contentlint`; did you mean `ignore`?",
        fixed="---\ncontentlint:\n  ignore: html\n---\n</b>",
    ),
    bad(
        "---\n⟦contentlint: {reason: so}⟧\n---\n",
        "`contentlint` does not name a rule; use `{ignore: [RULE, …], reason: …}`",
    ),
    bad(
        "---\ncontentlint: ⟦html⟧\n---\n",
        "`contentlint` is not a mapping; use `{ignore: [RULE, …], reason: …}`",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="has:suppressions")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for span, message, fix in document.suppressions.malformed:
        yield Problem(span, message, fix)
