"""A link contains a click identifier of an advertising network.

Social networks and advertisements add `fbclid`, `gclid` and similar parameters when somebody clicks
a link. They do not change the target; they identify the person who copied the link and track the
readers who follow it.

Remove them; the link works without them.
"""

from contentlint.rule import Document, Fix, Problem, Problems, bad, good, rule
from contentlint.rules.security._parameters import find_parameters, may_have
from contentlint.rules.security._urls import urls

EXAMPLES = [
    good("<a href='https://example.org/?a=gclid#fbclid=1'>潮</a> https://example.org/?fbclid=1"),
    good("`https://example.org/?fbclid=1`\n", path="a.md"),
    good("<a href='https://example.org/?fbclid=1'>潮</a>", parameters=("gclid",)),
    bad(
        '<a href="https://example.org/a?⟦fbclid=潮Ab1⟧&amp;b=c#d">潮 👍</a>\r\n',
        "click identifier: `fbclid`; remove it",
        fixed='<a href="https://example.org/a?b=c#d">潮 👍</a>\r\n',
    ),
    bad(
        "---\nsource: https://example.org/?a=b&⟦gclid=1&MSCLKID=2⟧\n---\n"
        "[low](https://example.org/?⟦yclid=1⟧#d)\n",
        "click identifiers: `gclid`, `MSCLKID`; remove them",
        "click identifier: `yclid`; remove it",
        fixed="---\nsource: https://example.org/?a=b\n---\n[low](https://example.org/#d)\n",
        path="a.md",
    ),
]

_PARAMETERS = (
    "fbclid",
    "gclid",
    "gbraid",
    "wbraid",
    "dclid",
    "gclsrc",
    "msclkid",
    "yclid",
    "ysclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "igshid",
    "mc_eid",
    "mkt_tok",
    "_hsenc",
    "vero_id",
    "oly_enc_id",
    "oly_anon_id",
    "__s",
    "rb_clickid",
    "s_cid",
    "wickedid",
)


@rule(severity="warning", preset="recommended", since="0.1", when="test:security/has_query")
def check(document: Document, *, parameters: tuple[str, ...] = _PARAMETERS) -> Problems:
    """
    Args:
        parameters: parameter names.
    """
    if not may_have(document, parameters):
        return
    known = frozenset(parameters)
    for url in document.once(urls):
        if "?" not in url.value:
            continue
        found = find_parameters(document, url, known.__contains__)
        if found is None:
            continue
        listed = ", ".join(f"`{name}`" for name in found.names)
        what, it = ("identifier", "it") if len(found.names) == 1 else ("identifiers", "them")
        fix = Fix(f"remove {listed}", (found.edit,), "safe", found.places)
        yield Problem(found.span, f"click {what}: {listed}; remove {it}", fix)
