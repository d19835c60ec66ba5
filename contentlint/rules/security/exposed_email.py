"""Front matter contains an e-mail address.

Themes print it or include it in the source of the page, where spammers collect it. Remove the
address, or replace it with a contact form. The option `keys` sets which keys are checked.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule

EXAMPLES = [
    good("---\ntitle: a@tide.example\nauthor: 林知微 @tide\n---\nmara@tide.example"),
    good("---\nemail: mara@tide.example\n---\n", keys=("contact",)),
    bad(
        "---\r\nauthor: Mara 👍 <⟦mara@tide.example⟧>\r\nauthors:\r\n  - name: 汐\r\n"
        "    email: ⟦a.b+c@tide.example⟧\r\n---\r\n",
        "exposed e-mail address: `mara@tide.example`; remove it",
        "exposed e-mail address: `a.b+c@tide.example`; remove it",
    ),
]

_EMAIL = lazy(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w@])")
_KEYS = ("email", "mail", "e-mail", "author", "authors", "author_email", "contact", "邮箱")


@rule(severity="info", preset="all", since="0.1", when="text:@")
def check(document: Document, *, keys: tuple[str, ...] = _KEYS) -> Problems:
    """
    Args:
        keys: top-level front matter keys, including everything nested in them.
    """
    front_matter = document.front_matter
    for path, value in front_matter.scalars.items():
        if "@" not in value or path[0] not in keys:
            continue
        span = front_matter.span_of(path)
        for match in _EMAIL.finditer(document.text, span.start, span.end):
            message = f"exposed e-mail address: `{cut(match[0])}`; remove it"
            yield Problem(span._replace(start=match.start(), end=match.end()), message)
