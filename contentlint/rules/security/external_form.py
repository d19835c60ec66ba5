"""A form submits what readers enter to another site.

The form of a newsletter or a survey does so on purpose; a form that came with a republished article
may not. Remove the form, or add the host to `allowed-hosts` if it may receive the data.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.security._forms import form_targets
from contentlint.rules.security._hosts import host_of, is_listed
from contentlint.rules.security._urls import browser_url

EXAMPLES = [
    good("<form action=/search><input name=q><button formaction='?a'>潮</button></form>"),
    good("<form action='https://forms.example.org/a'></form>", allowed_hosts=("example.org",)),
    bad(
        '<p>潮 👍</p>\r\n<form ⟦action="https://example.org/a"⟧><input type=password></form>',
        "form submits to `example.org`; remove it, or add the host to `allowed-hosts`",
    ),
    bad(
        "<form><input type=submit ⟦formaction=//example.org⟧></form>\n",
        "form submits to `example.org`; remove it, or add the host to `allowed-hosts`",
        path="a.md",
    ),
]


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document, *, allowed_hosts: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allowed_hosts: hosts, including subdomains, that may receive form data.
    """
    for attribute, url in form_targets(document):
        name = host_of(browser_url(url))
        if name and not is_listed(name, allowed_hosts):
            message = (
                f"form submits to `{cut(name)}`; remove it, or add the host to `allowed-hosts`"
            )
            yield Problem(attribute.span, message)
