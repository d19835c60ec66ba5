"""A suppression has ended: its last day is over.

Since then it hides nothing, so that what was put off comes back. Mend it and remove the
suppression, or give it a later day. A day ends at midnight UTC.

Fix safety: unsafe, since the day may be what is to be changed.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("</b> <!-- contentlint-disable-line html until 9999-12-31 -- the wire sends it so -->"),
    good("---\ntitle: Low\ncontentlint: {ignore: html, until: 9999-12-31}\n---\n</b>"),
    bad(
        "</b> ⟦<!-- contentlint-disable-line html until 2020-02-29 -- 新 👍 -->⟧\r\n",
        "suppression ended on 2020-02-29; mend what it hid, or set a later day",
        fixed="</b>\r\n",
    ),
    bad(
        "---\ntitle: Low\n⟦contentlint:\n  ignore: [html]\n  until: 2020-02-29⟧\ntags: []\n---\n",
        "suppression ended on 2020-02-29; mend what it hid, or set a later day",
        fixed="---\ntitle: Low\ntags: []\n---\n",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for item, fix in document.suppressions.expired():
        message = f"suppression ended on {item.until}; mend what it hid, or set a later day"
        yield Problem(item.span, message, fix)
