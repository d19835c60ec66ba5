"""A link carries the number under which an advertiser knows one click.

`fbclid`, `gclid` and their like were added when somebody followed the link in a social network or
an advertisement. They lead nowhere else; they tell who copied the link, and who it led on.

Take them out: the address is the same without.
"""

from contentlint.rule import Document, Fix, Problem, Problems, bad, good, rule
from contentlint.rules.security._parameters import chosen, may_have
from contentlint.rules.security._urls import urls

EXAMPLES = [
    good("<a href='https://example.org/?a=gclid#fbclid=1'>潮</a> https://example.org/?fbclid=1"),
    good("`https://example.org/?fbclid=1`\n", path="a.md"),
    good("<a href='https://example.org/?fbclid=1'>潮</a>", names=("gclid",)),
    bad(
        '<a href="https://example.org/a?⟦fbclid=潮Ab1⟧&amp;b=c#d">潮 👍</a>\r\n',
        "`fbclid` tells who copied this link; remove it",
        fixed='<a href="https://example.org/a?b=c#d">潮 👍</a>\r\n',
    ),
    bad(
        "---\nsource: https://example.org/?a=b&⟦gclid=1&MSCLKID=2⟧\n---\n"
        "[low](https://example.org/?⟦yclid=1⟧#d)\n",
        "`gclid`, `MSCLKID` tell who copied this link; remove them",
        "`yclid` tells who copied this link; remove it",
        fixed="---\nsource: https://example.org/?a=b\n---\n[low](https://example.org/#d)\n",
        path="a.md",
    ),
]

_NAMES = (
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


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, names: tuple[str, ...] = _NAMES) -> Problems:
    """
    Args:
        names: the parameters.
    """
    if not may_have(document, names):
        return
    known = frozenset(names)
    for url in document.once(urls):
        if "?" not in url.value:
            continue
        found = chosen(document, url, known.__contains__)
        if found is None:
            continue
        listed = ", ".join(f"`{name}`" for name in found.names)
        tell, it = ("tells", "it") if len(found.names) == 1 else ("tell", "them")
        fix = Fix(f"remove {it}", (found.edit,), "safe", found.places)
        yield Problem(found.span, f"{listed} {tell} who copied this link; remove {it}", fix)
