"""Browsers warn of the certificate of a linked server.

The certificate has expired, belongs to another host, or is self-signed. Readers see a warning
instead of the page; images and scripts are not loaded. Often the site is abandoned, or it works
with or without `www.` only. Link to a host that works, or inform the owner of the site.

A certificate that cannot be verified for another reason, such as a missing intermediate one, is
counted as unknown: many browsers fetch missing ones.

Runs with `contentlint check --online`.
"""

from contentlint.rule import Answer, Document, Problem, Problems, Site, bad, good, rule
from contentlint.rules.link._external import externals

_WEB = {
    "https://tide.example.org/": Answer("certificate", "expired"),
    "https://www.example.org/a": Answer("certificate", "for another host"),
    "https://example.org/gone": Answer("dead", "404"),
}
_SITE = Site(None, web=_WEB)

EXAMPLES = [
    good("<a href='https://example.org/'>a</a> <img src='https://example.org/gone'>", site=_SITE),
    bad(
        "<a href='⟦https://tide.example.org/#low⟧'>潮</a> "
        "<img src='⟦https://www.example.org/a⟧' alt=''>",
        "`https://tide.example.org/#low` has an invalid certificate: expired; "
        "link to a host that works",
        "`https://www.example.org/a` has an invalid certificate: for another host; "
        "link to a host that works",
        site=_SITE,
    ),
]  # fmt: skip


@rule(severity="warning", preset="recommended", since="0.2", online=True)
def check(document: Document) -> Problems:
    for url in document.once(externals):
        answer = document.site.page(url.page)
        if answer is not None and answer.fault == "certificate":
            reason = f"has an invalid certificate: {answer.detail}; link to a host that works"
            yield Problem(url.span, f"{url.shown} {reason}", about=url.value)
