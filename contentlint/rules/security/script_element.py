"""A `<script>` stands in the article.

It runs with the rights of the page: it reads what readers enter and sends it where it likes. In an
article of one's own it may be meant; in one from elsewhere it has no place. Data in a script
element (`application/ld+json`) runs nothing and is no fault. Name hosts whose scripts may stand
there in `hosts`.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.security._hosts import host_of, is_at
from contentlint.rules.security._urls import as_browsers_read

EXAMPLES = [
    good('<script type="application/ld+json">{}</script><p>潮</p>'),
    good("`<script>`\n\n```html\n<script src=a.js></script>\n```\n", path="a.md"),
    good('<script src="https://a.example.org/a.js"></script>', hosts=("example.org",)),
    bad(
        '<p>潮 👍</p>\r\n⟦<script>⟧a()</script>⟦<script defer src="//tide.example/a">⟧</script>',
        "script runs with the rights of the page",
        "script of `tide.example` runs with the rights of the page; name the host in `hosts` "
        "if it may",
    ),
    bad(
        "Low\n\n⟦<script type=module>⟧low()</script>\n",
        "script runs with the rights of the page",
        path="a.md",
    ),
]

_RUNS = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript", "importmap"}
)


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, hosts: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        hosts: those whose scripts may stand there, with all hosts below them.
    """
    if document.is_jsx:
        return
    for element in document.elements("script"):
        if not element.authored or element.value("type").strip().lower() not in _RUNS:
            continue
        name = host_of(as_browsers_read(element.value("src")))
        if name and is_at(name, hosts):
            continue
        whose, remedy = "", ""
        if name:
            whose, remedy = f" of `{cut(name)}`", "; name the host in `hosts` if it may"
        message = f"script{whose} runs with the rights of the page{remedy}"
        yield Problem(element.span, message)
