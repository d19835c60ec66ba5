"""A suppression is past its `until` date.

The suppression no longer has an effect, so the suppressed findings are reported again. Fix them and
remove the suppression, or set a later date. The `until` date ends at midnight UTC.

Fix safety: unsafe, because the date may have to be changed instead.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("</b> <!-- contentlint-disable-line html until 9999-12-31 -- as the wire sends it -->"),
    good("---\ntitle: Low\ncontentlint: {ignore: html, until: 9999-12-31}\n---\n</b>"),
    bad(
        "</b> ⟦<!-- contentlint-disable-line html until 2020-02-29 -- 新 👍 -->⟧\r\n",
        "suppression expired on 2020-02-29; remove it or set a later date",
        fixed="</b>\r\n",
    ),
    bad(
        "---\ntitle: Low\n⟦contentlint:\n  ignore: [html]\n  until: 2020-02-29⟧\ntags: []\n---\n",
        "suppression expired on 2020-02-29; remove it or set a later date",
        fixed="---\ntitle: Low\ntags: []\n---\n",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="has:suppressions")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for item, fix in document.suppressions.expired():
        message = f"suppression expired on {item.until}; remove it or set a later date"
        yield Problem(item.span, message, fix)
