"""The article contains a `<script>` element.

A script has full access to the page: it can read what readers enter and send it anywhere. It may be
intended in your own articles, but articles from other sources should not contain scripts. Data
blocks such as `application/ld+json` do not run and are allowed. Remove the script, or add its host
to `allowed-hosts`.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, rule
from contentlint.rules.security._hosts import host_of, is_listed
from contentlint.rules.security._urls import browser_url

EXAMPLES = [
    good('<script type="application/ld+json">{}</script><p>潮</p>'),
    good("`<script>`\n\n```html\n<script src=a.js></script>\n```\n", path="a.md"),
    good('<script src="https://a.example.org/a.js"></script>', allowed_hosts=("example.org",)),
    bad(
        '<p>潮 👍</p>\r\n⟦<script>⟧a()</script>⟦<script defer src="//tide.example/a">⟧</script>',
        "inline script has full access to the page; remove it",
        "script from `tide.example` has full access to the page; remove it, "
        "or add the host to `allowed-hosts`",
    ),
    bad(
        "Low\n\n⟦<script type=module>⟧low()</script>\n",
        "inline script has full access to the page; remove it",
        path="a.md",
    ),
]

_SCRIPT_TYPES = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript", "importmap"}
)


@rule(severity="warning", preset="strict", since="0.1", when="tag:script")
def check(document: Document, *, allowed_hosts: tuple[str, ...] = ()) -> Problems:
    """
    Args:
        allowed_hosts: hosts, including subdomains, whose scripts may be included.
    """
    if document.is_jsx:
        return
    for element in document.elements("script"):
        if not element.authored or element.value("type").strip().lower() not in _SCRIPT_TYPES:
            continue
        name = host_of(browser_url(element.value("src")))
        if name and is_listed(name, allowed_hosts):
            continue
        what, exception = "inline script", ""
        if name:
            what = f"script from `{cut(name)}`"
            exception = ", or add the host to `allowed-hosts`"
        message = f"{what} has full access to the page; remove it{exception}"
        yield Problem(element.span, message)
