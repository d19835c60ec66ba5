"""A suppression says no reason.

Whoever finds it later cannot tell whether it still holds. Write the reason behind two hyphens,
`<!-- contentlint-disable-next-line html -- as the wire sends it -->`, or as `reason` of the key.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("<!-- contentlint-disable html -- as the wire sends it -->\n<!-- contentlint-enable -->"),
    good("---\n# contentlint-disable-file image — the pictures are gone\ntitle: Low\n---\n"),
    good('{"contentlint": {"ignore": "html", "reason": "as the wire sends it"}}\n', path="a.md"),
    bad(
        "⟦<!-- contentlint-disable-file html -- -->⟧\n",
        "suppression says no reason; write one behind `--`",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\n⟦contentlint: {ignore: html}⟧\r\n---\r\n",
        "suppression says no reason; add `reason`",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for item in document.suppressions.items:
        if item.kind != "enable" and item.reason is None:
            hint = "add `reason`" if item.key else "write one behind `--`"
            yield Problem(item.span, f"suppression says no reason; {hint}")
