"""The front matter is not valid YAML, TOML or JSON, or is not closed.

A generator fails on such a file, or publishes it without title, date and tags. The usual cause is a
value that contains `: ` or begins with a character that is reserved in YAML. Quote such a value.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: 'Low tide: a walk'\ntags: [sea, walk]\n---\n"),
    good("+++\ntitle = 'Low tide'\n[extra]\nn = [1, 2]\n+++\n"),
    good('{\n  "title": "Low tide"\n}\n\nText\n', path="a.md"),
    good("---\n\nA line above the text is not front matter.\n", path="a.md"),
    bad(
        "---\ntitle: ⟦Low tide: a walk⟧\n---\n",
        "`title`: value contains `: `; quote it",
    ),
    bad(
        "⟦---⟧\ntitle: Low tide\n\nText\n",
        "unclosed front matter; add `---` after the last key",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 低潮 👍\r\nauthor: ⟦@mara⟧\r\n---\r\n",
        "a value cannot begin with `@`; quote it",
    ),
    bad(
        "---\ntags:\n⟦\t⟧- sea\n---\n",
        "tab in the indentation; use spaces",
        path="a.md",
    ),
    bad(
        "---\n⟦title:Low⟧\ndate: 2024-01-02\n---\n",
        "missing space after `:` in `title:Low`; add it",
    ),
    bad('---\ntitle: ⟦"Low tide⟧\n---\n', 'unclosed `"`; add the closing quote'),
    bad("---\ntags: ⟦[sea, walk⟧\n---\n", "unclosed `[`; add `]` or quote the value"),
    bad("---\n⟦just words⟧\n---\n", "front matter is not a mapping; use `key: value` lines"),
    good("---\ntitle: a\ndescription: low tide\n  - and high - at the sea\n---\n"),
    bad(
        "---\ntags:\n- sea\n ⟦- tide⟧\n---\n",
        "`- tide` continues the value above; align it with the other items",
    ),
    bad("+++\ntitle = ⟦Low⟧\n+++\n", "unquoted string `Low`; quote it"),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    for problem in document.front_matter.syntax_problems:
        yield Problem(problem.span, problem.message, help=problem.help)
