"""A link contains a parameter of an advertising campaign.

`utm_source` and similar parameters record which newsletter or post brought a reader to a page. In a
copied link they count readers for a campaign they never saw. Remove them. If links to your own shop
need them, add its host to `allowed-hosts`.

Fix safety: unsafe, because a site may use such a parameter for something else.
"""

from contentlint.rule import Document, Fix, Problem, Problems, bad, good, rule
from contentlint.rules.security._hosts import host_of, is_listed
from contentlint.rules.security._parameters import find_parameters, may_have
from contentlint.rules.security._urls import urls

EXAMPLES = [
    good("<a href='https://example.org/?a=utm_source'>潮</a> https://example.org/?utm_source=1"),
    good("<a href='https://shop.example.org/?utm_source=a'>潮</a>", allowed_hosts=("example.org",)),
    good("[low](https://example.org/?utm_source=a)\n", path="a.md", parameters=("spm",)),
    bad(
        '<a href="https://example.org/?⟦utm_source=潮&amp;utm_medium=b⟧">潮 👍</a>\r\n',
        "campaign parameters: `utm_source`, `utm_medium`; remove them",
        fixed='<a href="https://example.org/">潮 👍</a>\r\n',
    ),
    good(
        "<blockquote class='twitter-tweet'><a href='https://twitter.com/tide?ref_src=twsrc%5Etfw'>"
        "@tide</a></blockquote>"
    ),
    bad(
        "[low](https://example.org/?a=b&⟦spm=1.2⟧)\n",
        "campaign parameter: `spm`; remove it",
        fixed="[low](https://example.org/?a=b)\n",
        path="a.md",
    ),
]

_PARAMETERS = (
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
    document: Document,
    *,
    parameters: tuple[str, ...] = _PARAMETERS,
    allowed_hosts: tuple[str, ...] = (),
) -> Problems:
    """
    Args:
        parameters: parameter names; a name that ends in `_` matches every name that starts with it.
        allowed_hosts: hosts, including subdomains, to which links may contain the parameters.
    """
    if not may_have(document, parameters):
        return
    prefixes = tuple(name for name in parameters if name.endswith("_"))
    for url in document.once(urls):
        if "?" not in url.value:
            continue
        found = find_parameters(
            document, url, lambda name: name in parameters or name.startswith(prefixes)
        )
        # The code of an embedded tweet, which a script replaces, is copied as it is.
        if "ref_src=twsrc" in url.value and "twitter-tweet" in document.text:
            continue
        to = host_of(url.value) or ""
        if found is None or is_listed(to, allowed_hosts):
            continue
        listed = ", ".join(f"`{name}`" for name in found.names)
        what, it = ("parameter", "it") if len(found.names) == 1 else ("parameters", "them")
        fix = Fix(f"remove {listed}", (found.edit,), "unsafe")
        yield Problem(found.span, f"campaign {what}: {listed}; remove {it}", fix)
