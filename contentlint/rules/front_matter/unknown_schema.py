"""An article names a schema that cannot be loaded.

With `inline-schemas = true` in the configuration, an article can name its own schema: a shipped one
or a JSON Schema file, in the key `schema` or in a comment such as
`# yaml-language-server: $schema=post.schema.json`. Python code is never loaded from an article.
Correct the name, or add the file.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\nschema: hexo\n---\n", schema="named"),
    good("---\ntitle: Low tide\nschema: NewsArticle\n---\n"),
    bad(
        "---\n# schema: ⟦hexxo⟧\ntitle: Low tide\n---\n",
        "unknown schema `hexxo`; did you mean `hexo`?",
        path="a.md",
        schema="named",
    ),
    bad(
        "---\r\n# yaml-language-server: $schema=⟦tides.json⟧\r\ntitle: 潮 👍\r\n---\r\n",
        "`tides.json`: schema not found",
        schema="named",
    ),
    bad(
        "+++\ntitle = 'Low tide'\nschema = ⟦'evil.py:Post'⟧\n+++\n",
        "`evil.py:Post`: an article cannot name Python code",
        path="a.md",
        schema="named",
    ),
]


@rule(severity="error", preset="recommended", since="0.1", when="has:schema_fault")
def check(document: Document) -> Problems:
    named = document.schema_fault
    if named is not None:
        name = f"`{named.reference}`"
        fault = (named.fault or "").removeprefix(f"{named.reference}: ")
        yield Problem(named.span, fault if name in fault else f"{name}: {fault}")
