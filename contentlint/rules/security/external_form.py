"""A form sends what readers enter to another site.

A newsletter's or a survey's form does so by the author's will; one that came along with somebody
else's article does not. Name the hosts that may receive it in `hosts`.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.security._forms import targets
from contentlint.rules.security._hosts import host_of, is_at
from contentlint.rules.security._urls import as_browsers_read

EXAMPLES = [
    good("<form action=/search><input name=q><button formaction='?a'>潮</button></form>"),
    good("<form action='https://forms.example.org/a'></form>", hosts=("example.org",)),
    bad(
        '<p>潮 👍</p>\r\n<form ⟦action="https://example.org/a"⟧><input type=password></form>',
        "form sends to `example.org`; name the host in `hosts` if it should",
    ),
    bad(
        "<form><input type=submit ⟦formaction=//example.org⟧></form>\n",
        "form sends to `example.org`; name the host in `hosts` if it should",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, hosts: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        hosts: those that may receive it, with all hosts below them.
    """
    for attribute, url in targets(document):
        name = host_of(as_browsers_read(url))
        if name and not is_at(name, hosts):
            message = f"form sends to `{cut(name)}`; name the host in `hosts` if it should"
            yield Problem(attribute.span, message)
