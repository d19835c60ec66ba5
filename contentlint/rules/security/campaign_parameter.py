"""A link carries the name of an advertising campaign.

`utm_source` and its like say through which newsletter or post a reader came. In a link that was
copied from one they count readers for a campaign that they never saw. In links to one's own shop
they may be meant: name those hosts in `hosts`.

Fix safety: unsafe, since a site may read such a parameter for something else.
"""

from contentlint.rule import Document, Fix, Problem, Problems, bad, good, rule
from contentlint.rules.security._hosts import host_of, is_at
from contentlint.rules.security._parameters import chosen, may_have
from contentlint.rules.security._urls import urls

EXAMPLES = [
    good("<a href='https://example.org/?a=utm_source'>潮</a> https://example.org/?utm_source=1"),
    good("<a href='https://shop.example.org/?utm_source=a'>潮</a>", hosts=("example.org",)),
    good("[low](https://example.org/?utm_source=a)\n", path="a.md", names=("spm",)),
    bad(
        '<a href="https://example.org/?⟦utm_source=潮&amp;utm_medium=b⟧">潮 👍</a>\r\n',
        "`utm_source`, `utm_medium` name a campaign; remove them",
        fixed='<a href="https://example.org/">潮 👍</a>\r\n',
    ),
    bad(
        "[low](https://example.org/?a=b&⟦spm=1.2⟧)\n",
        "`spm` names a campaign; remove it",
        fixed="[low](https://example.org/?a=b)\n",
        path="a.md",
    ),
]

_NAMES = (
    "utm_",
    "pk_",
    "mtm_",
    "matomo_",
    "hsa_",
    "itm_",
    "mc_cid",
    "ref_src",
    "ref_url",
    "spm",
    "scm",
    "share_source",
    "share_medium",
    "share_token",
    "isappinstalled",
    "nsukey",
)


@rule(severity="info", preset="strict", since="0.1")
def check(
    document: Document, *, names: tuple[str, ...] = _NAMES, hosts: tuple[str, ...] = ()
) -> Problems:
    """
    Args:
        names: the parameters; one that ends in `_` means all that begin so.
        hosts: hosts to which links may carry them, with all hosts below them.
    """
    if not may_have(document, names):
        return
    families = tuple(name for name in names if name.endswith("_"))
    for url in document.once(urls):
        if "?" not in url.value:
            continue
        found = chosen(document, url, lambda name: name in names or name.startswith(families))
        to = host_of(url.value) or ""
        if found is None or is_at(to, hosts):
            continue
        listed = ", ".join(f"`{name}`" for name in found.names)
        verb, it = ("names", "it") if len(found.names) == 1 else ("name", "them")
        fix = Fix(f"remove {it}", (found.edit,), "unsafe")
        yield Problem(found.span, f"{listed} {verb} a campaign; remove {it}", fix)
