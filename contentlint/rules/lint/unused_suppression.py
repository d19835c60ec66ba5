"""A suppression hides nothing.

What it once hid has been mended, or it stands at the wrong place or names the wrong rule. Left
there it would hide the next fault of that kind. Remove it.

Only rules that ran are judged: with `--select html` a suppression of `image` is none of this
run's business, and a category is judged where the command line took no rule out.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good(
        "<p>low</b></p> <!-- contentlint-disable-line html/stray-end-tag -- as the wire has it -->"
    ),
    good("<!-- contentlint-disable-next-line html -->\n\n<p>low</b></p>\n", path="a.md"),
    good("`<!-- contentlint-disable-file -->` hides all.\n", path="a.md"),
    good("---\n# contentlint-disable-next-line front-matter/date-format\ndate: soon\n---\n"),
    good("---\ntitle: Low\ncontentlint: {ignore: html}\n---\n</b>"),
    bad(
        "<p>low</p> ⟦<!-- contentlint-disable-line html/stray-end-tag -->⟧\n",
        "suppression hides nothing; remove it",
        fixed="<p>low</p>\n",
    ),
    bad(
        "Low\n⟦<!-- contentlint-disable-next-line -->⟧\ntide\r\n\r\n"
        "⟦<!-- contentlint-enable html -->⟧\r\n👍",
        "suppression hides nothing; remove it",
        "`contentlint-enable` ends nothing; remove it",
        fixed="Low\n\ntide\r\n\r\n👍",
        path="a.md",
    ),
    bad(
        "---\ntitle: 潮\n⟦# contentlint-disable-next-line front-matter/date-format⟧\n"
        "date: 2024-03-18\n---\n</b><!-- contentlint-disable-line html, ⟦image⟧ -->\n",
        "suppression hides nothing; remove it",
        "suppression of `image` hides nothing; remove it",
        fixed="---\ntitle: 潮\ndate: 2024-03-18\n---\n</b><!-- contentlint-disable-line html -->\n",
    ),
    bad(
        "---\ncontentlint:\n  ignore:\n    - html/stray-end-tag\n    - ⟦image⟧\n---\n</b>",
        "suppression of `image` hides nothing; remove it",
        fixed="---\ncontentlint:\n  ignore:\n    - html/stray-end-tag\n---\n</b>",
    ),
    bad(
        '{"title": "Low", ⟦"contentlint": {"ignore": ["html"]}⟧}\n',
        "suppression hides nothing; remove it",
        fixed='{"title": "Low"}\n',
        path="a.md",
    ),
    bad(
        "⟦<!-- contentlint-disable html -->⟧\n<p>low</p>\n<!-- contentlint-enable html -->\n",
        "suppression hides nothing; remove it",
        fixed="<p>low</p>\n",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for item, mentions, fix in document.suppressions.unused():
        if item.kind == "enable":
            yield Problem(item.span, "`contentlint-enable` ends nothing; remove it", fix)
        elif len(mentions) == len(item.mentions):
            yield Problem(item.span, "suppression hides nothing; remove it", fix)
        else:
            names = ", ".join(f"`{mention.name}`" for mention in mentions)
            message = f"suppression of {names} hides nothing; remove it"
            yield Problem(mentions[0].span, message, fix)
