"""A suppression has no reason.

Without a reason, later readers cannot decide whether the suppression is still needed. Add it after
two hyphens, as in `<!-- contentlint-disable-next-line html -- as the wire sends it -->`, or as the
`reason` of the `contentlint` key.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<!-- contentlint-disable html -- as the wire sends it -->\n<!-- contentlint-enable -->"),
    good("---\n# contentlint-disable-file image — the images are gone\ntitle: Low\n---\n"),
    good('{"contentlint": {"ignore": "html", "reason": "as the wire sends it"}}\n', path="a.md"),
    bad(
        "⟦<!-- contentlint-disable-file html -- -->⟧\n",
        "suppression has no reason; add one after `--`",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\n⟦contentlint: {ignore: html}⟧\r\n---\r\n",
        "suppression has no reason; add `reason`",
    ),
]


@rule(severity="warning", preset="strict", since="0.1", when="has:suppressions")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for item in document.suppressions.items:
        if item.kind != "enable" and item.reason is None:
            hint = "add `reason`" if item.key else "add one after `--`"
            yield Problem(item.span, f"suppression has no reason; {hint}")
