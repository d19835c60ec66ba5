"""A suppression has no effect.

The finding that it suppressed has been fixed, or the suppression is in the wrong place or names the
wrong rule. If it is kept, it will suppress the next finding of that kind. Remove it.

Only names of rules that ran are reported: with `--select html`, a suppression of `image` is not
reported as unused. Categories are reported only if the command line excludes no rule.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good(
        "<p>low</b></p> <!-- contentlint-disable-line html/stray-end-tag -- as the wire has it -->"
    ),
    good("<!-- contentlint-disable-next-line html -->\n\n<p>low</b></p>\n", path="a.md"),
    good("`<!-- contentlint-disable-file -->` suppresses everything.\n", path="a.md"),
    good("---\n# contentlint-disable-next-line front-matter/date-format\ndate: soon\n---\n"),
    good("---\ntitle: Low\ncontentlint: {ignore: html}\n---\n</b>"),
    bad(
        "<p>low</p> ⟦<!-- contentlint-disable-line html/stray-end-tag -->⟧\n",
        "unused suppression; remove it",
        fixed="<p>low</p>\n",
    ),
    bad(
        "Low\n⟦<!-- contentlint-disable-next-line -->⟧\ntide\r\n\r\n"
        "⟦<!-- contentlint-enable html -->⟧\r\n👍",
        "unused suppression; remove it",
        "unused `contentlint-enable`; remove it",
        fixed="Low\n\ntide\r\n\r\n👍",
        path="a.md",
    ),
    bad(
        "---\ntitle: 潮\n⟦# contentlint-disable-next-line front-matter/date-format⟧\n"
        "date: 2024-03-18\n---\n</b><!-- contentlint-disable-line html, ⟦image⟧ -->\n",
        "unused suppression; remove it",
        "unused suppression of `image`; remove it",
        fixed="---\ntitle: 潮\ndate: 2024-03-18\n---\n</b><!-- contentlint-disable-line html -->\n",
    ),
    bad(
        "---\ncontentlint:\n  ignore:\n    - html/stray-end-tag\n    - ⟦image⟧\n---\n</b>",
        "unused suppression of `image`; remove it",
        fixed="---\ncontentlint:\n  ignore:\n    - html/stray-end-tag\n---\n</b>",
    ),
    bad(
        '{"title": "Low", ⟦"contentlint": {"ignore": ["html"]}⟧}\n',
        "unused suppression; remove it",
        fixed='{"title": "Low"}\n',
        path="a.md",
    ),
    bad(
        "⟦<!-- contentlint-disable html -->⟧\n<p>low</p>\n<!-- contentlint-enable html -->\n",
        "unused suppression; remove it",
        fixed="<p>low</p>\n",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when="has:suppressions")
def check(document: Document) -> Problems:
    if document.suppressions is None:
        return
    for item, mentions, fix in document.suppressions.unused():
        if item.kind == "enable":
            yield Problem(item.span, "unused `contentlint-enable`; remove it", fix)
        elif len(mentions) == len(item.mentions):
            yield Problem(item.span, "unused suppression; remove it", fix)
        else:
            names = ", ".join(f"`{mention.name}`" for mention in mentions)
            message = f"unused suppression of {names}; remove it"
            yield Problem(mentions[0].span, message, fix)
