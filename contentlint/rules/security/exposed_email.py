"""Front matter holds somebody's e-mail address.

Themes print it or put it into a page's source, where programs that send spam collect it. Which
fields are looked at is an option.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, lazy, rule

EXAMPLES = [
    good("---\ntitle: a@tide.example\nauthor: 林知微 @tide\n---\nmara@tide.example"),
    good("---\nemail: mara@tide.example\n---\n", fields=("contact",)),
    bad(
        "---\r\nauthor: Mara 👍 <⟦mara@tide.example⟧>\r\nauthors:\r\n  - name: 汐\r\n"
        "    email: ⟦a.b+c@tide.example⟧\r\n---\r\n",
        "`mara@tide.example` is open to everybody; leave it out",
        "`a.b+c@tide.example` is open to everybody; leave it out",
    ),
]

_MAIL = lazy(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w@])")
_FIELDS = ("email", "mail", "e-mail", "author", "authors", "author_email", "contact", "邮箱")


@rule(severity="info", preset="all", since="0.1")
def check(document: Document, *, fields: tuple[str, ...] = _FIELDS) -> Problems:
    """
    Args:
        fields: the fields of front matter, with all below them.
    """
    front_matter = document.front_matter
    for path, value in front_matter.scalars.items():
        if "@" not in value or path[0] not in fields:
            continue
        span = front_matter.span_of(path)
        for match in _MAIL.finditer(document.text, span.start, span.end):
            message = f"`{cut(match[0])}` is open to everybody; leave it out"
            yield Problem(span._replace(start=match.start(), end=match.end()), message)
