"""An article names a schema that cannot be had.

Where configuration says `inline-schemas = true`, an article may name its own schema: a shipped one
or a JSON Schema file, in the key `schema` or in a comment such as
`# yaml-language-server: $schema=post.schema.json`. Python code is never taken from an article.
"""

from contentlint.rule import Document, Problem, Problems, bad, good, rule

EXAMPLES = [
    good("---\ntitle: Low tide\nschema: hexo\n---\n", schema="named"),
    good("---\ntitle: Low tide\nschema: NewsArticle\n---\n"),
    bad(
        "---\n# schema: ⟦hexxo⟧\ntitle: Low tide\n---\n",
        "the schema `hexxo` cannot be had: no schema `hexxo`; did you mean `hexo`?",
        path="a.md",
        schema="named",
    ),
    bad(
        "---\r\n# yaml-language-server: $schema=⟦tides.json⟧\r\ntitle: 潮 👍\r\n---\r\n",
        "the schema `tides.json` cannot be had: tides.json: there is no such schema file",
        schema="named",
    ),
    bad(
        "+++\ntitle = 'Low tide'\nschema = ⟦'evil.py:Post'⟧\n+++\n",
        "the schema `evil.py:Post` cannot be had: an article must not refer to Python code",
        path="a.md",
        schema="named",
    ),
]


@rule(severity="error", preset="recommended", since="0.1")
def check(document: Document) -> Problems:
    named = document.schema_fault
    if named is not None:
        yield Problem(named.span, f"the schema `{named.reference}` cannot be had: {named.fault}")
