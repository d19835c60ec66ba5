"""The front matter is no valid YAML, TOML or JSON, or is never closed.

A generator stops at such a file or publishes it without title, date and tags. Most often a value
contains `: ` or begins with a sign that YAML keeps for itself, and needs quotes.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: 'Low tide: a walk'\ntags: [sea, walk]\n---\n"),
    good("+++\ntitle = 'Low tide'\n[extra]\nn = [1, 2]\n+++\n"),
    good('{\n  "title": "Low tide"\n}\n\nText\n', path="a.md"),
    good("---\n\nA line above the text is no front matter.\n", path="a.md"),
    bad(
        "---\ntitle: ⟦Low tide: a walk⟧\n---\n",
        "value of `title` contains `: `; put it in quotes",
    ),
    bad(
        "⟦---⟧\ntitle: Low tide\n\nText\n",
        "front matter is never closed; write `---` below its last key",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 低潮 👍\r\nauthor: ⟦@mara⟧\r\n---\r\n",
        "a value cannot begin with `@`; put it in quotes",
    ),
    bad(
        "---\ntags:\n⟦\t⟧- sea\n---\n",
        "tab in the indentation; write spaces",
        path="a.md",
    ),
    bad(
        "---\n⟦title:Low⟧\ndate: 2024-01-02\n---\n",
        "no space after the `:` of `title:Low`; add one",
    ),
    bad(
        '---\ntitle: ⟦"Low tide⟧\n---\n', '`"` opens a value and is never closed; add the other one'
    ),
    bad("---\ntags: ⟦[sea, walk⟧\n---\n", "`[` is not closed; add `]`, or put it in quotes"),
    bad("---\n⟦just words⟧\n---\n", "front matter is no mapping; write `key: value` lines"),
    good("---\ntitle: a\ndescription: low tide\n  - and high - at the sea\n---\n"),
    bad(
        "---\ntags:\n- sea\n ⟦- tide⟧\n---\n",
        "`- tide` continues the value above; align it with its neighbours",
    ),
    bad("+++\ntitle = ⟦Low⟧\n+++\n", "`Low` is text without quotes; add them"),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for problem in document.front_matter.syntax_problems:
        yield Problem(problem.span, problem.message, help=problem.help)
