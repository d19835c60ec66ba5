"""A field has a value that its schema does not allow.

A list where a string is expected, an invalid URL, a word that is not one of the allowed values:
generators and themes fail on it, or show something other than intended. Change the value to what
the schema expects.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\ntags: [sea, 2024]\ncover: /img/a.png\nauthor: [A, B]\n---\n"),
    good("---\ntitle: 2024\ntags:\ncategories: [[News, Sea], Walks]\n---\n", schema="hexo"),
    good("---\ntitle: Low tide\ncover: '{{ site.cover }}'\n---\n"),
    bad("---\ntitle: ⟦[Low, tide]⟧\n---\n", "`title`: expected a string, found a list"),
    bad(
        "---\r\ntitle: 潮 👍\r\ncover: ⟦/img/low tide.png⟧\r\n---\r\n",
        "`cover`: `/img/low tide.png` contains a space; use `%20`",
    ),
    bad(
        "---\ntitle: Low tide\ncover: ⟦htps://example.org/a.png⟧\n---\n",
        "`cover`: `htps://example.org/a.png` has the unsupported scheme `htps:`; use `https://`",
        path="a.md",
    ),
    bad(
        "---\ntitle: Low tide\ntags: [sea, ⟦''⟧]\n---\n",
        "`tags.1` is empty; expected a non-empty string",
    ),
    bad(
        "+++\ntitle = 'Low tide'\ndraft = ⟦'maybe'⟧\n+++\n",
        "`draft`: expected `true` or `false`, found `maybe`",
    ),
    bad(
        "---\ntitle: Low tide\nlang: ⟦klingon⟧\n---\n",
        "`lang`: expected a language code such as `en` or `zh-CN`, found `klingon`",
    ),
    good("---\ntitle: Low tide\nlang: no\ncover: mdi:home\ntags: [{label: Sea}, ]\n---\n"),
]


@rule(severity="error", preset="recommended", since="0.1", when="field:invalid")
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
