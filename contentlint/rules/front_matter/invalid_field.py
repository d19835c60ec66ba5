"""A field has a value that its schema does not allow.

A list where text belongs, an address that is none, a word that is not on the list: generators and
themes stop at it or show something else than was meant.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\ntags: [sea, 2024]\ncover: /img/a.png\nauthor: [A, B]\n---\n"),
    good("---\ntitle: 2024\ntags:\ncategories: [[News, Sea], Walks]\n---\n", schema="hexo"),
    good("---\ntitle: Low tide\ncover: '{{ site.cover }}'\n---\n"),
    bad("---\ntitle: ⟦[Low, tide]⟧\n---\n", "`title` is a list; write text"),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦/img/low tide.png⟧\r\n---\r\n",
        "`cover` `/img/low tide.png` contains a space; use `%20`",
    ),
    bad(
        "---\ntitle: Low tide\ncover: ⟦htps://example.org/a.png⟧\n---\n",
        "`cover` `htps://example.org/a.png` has the unsupported scheme `htps:`; use `https://`",
        path="a.md",
    ),
    bad(
        "---\ntitle: Low tide\ntags: [sea, ⟦''⟧]\n---\n",
        "`tags.1` is empty; write some text",
    ),
    bad(
        "+++\ntitle = 'Low tide'\ndraft = ⟦'maybe'⟧\n+++\n",
        "`draft` `maybe` is neither; write `true` or `false`",
    ),
    bad(
        "---\ntitle: Low tide\nlang: ⟦klingon⟧\n---\n",
        "`lang` `klingon` is no language; write a code such as `en` or `zh-CN`",
    ),
    good("---\ntitle: Low tide\nlang: no\ncover: mdi:home\ntags: [{label: Sea}, ]\n---\n"),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for problem in document.field_problems:
        if problem.kind == "invalid":
            yield Problem(
                problem.span,
                problem.message,
                problem.fix,
                help=problem.help,
                expected=problem.expected,
                about=problem.about,
            )
