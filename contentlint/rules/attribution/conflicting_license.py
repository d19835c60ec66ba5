"""An article states a license that conflicts with another one or with the site's.

If one license allows what the other forbids, readers do not know what they may do with the text.

State the same license in the front matter, the text and on the site.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, cut, good, rule
from contentlint.rules.attribution._licenses import KEYS, License, stated_licenses, terms_of

EXAMPLES = [
    good(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\n"
        "Under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).\n",
        path="a.md",
    ),
    good("---\ntitle: a\nlicense: CC-BY-4.0\n---\nText.\n", path="a.md", site_license="CC-BY-4.0"),
    good("---\ntitle: a\nlicense: CC-BY-4.0\n---\nText.\n", path="a.md", site_license="MIT"),
    good("---\ntitle: a\nlicense: CC0\n---\nText.\n", path="a.md", site_license="CC-BY-SA-4.0"),
    good("The map is licensed under CC BY 4.0, the photographs under CC BY-NC 4.0.\n", path="a.md"),
    good(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\n"
        "The photo of the gate is licensed under CC BY-NC 2.0.\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\nText.\n\n_The image in this post is by "
        "[Mara](https://example.org/m) under [CC BY-ND](https://creativecommons.org/licenses/by-nd/4.0/)_\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nlicense: CC-BY-SA-4.0\n---\n![tide](a.png)\n"
        "“Tide”, by Mara Quay. Released under the Creative Commons Attribution license\n",
        path="a.md",
    ),
    good(
        "---\ntitle: a\nlicense: CC-BY-SA-4.0\n---\nThe harbor gave its charts away under the "
        "[CC BY 3.0](https://creativecommons.org/licenses/by/3.0/) license, and the archive a "
        "rich field for the [BY-ND](https://creativecommons.org/licenses/by-nd/3.0/) kind.\n",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\nText.\n\n*This post is released under a "
        "[CC BY-ND](⟦https://creativecommons.org/licenses/by-nd/4.0/⟧) license.*\n",
        "license `https://creativecommons.org/licenses/by…` conflicts with `CC-BY-4.0`; "
        "state one license",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\nText.\n\nLizenz: ⟦CC BY-NC 4.0⟧\n",
        "license `CC BY-NC 4.0` conflicts with `CC-BY-4.0`; state one license",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\nText under license ⟦CC BY-ND 4.0⟧.\n",
        "license `CC BY-ND 4.0` conflicts with `CC-BY-4.0`; state one license",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nlicense: CC-BY-NC-SA-4.0\r\n---\r\n"
        "本文采用 ⟦CC BY 4.0⟧ 许可协议。\r\n",
        "license `CC BY 4.0` conflicts with `CC-BY-NC-SA-4.0`; state one license",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: ⟦CC-BY-ND-4.0⟧\n---\nText.\n",
        "license `CC-BY-ND-4.0` conflicts with the site license `CC-BY-SA-4.0`; state one license",
        path="a.md",
        site_license="CC-BY-SA-4.0",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1", when=f"key:{','.join(sorted(KEYS))}")
def check(document: Document, *, site_license: str = "") -> Problems:
    """
    Args:
        site_license: license of the whole site, as an SPDX identifier; empty: not checked.
    """
    # A license in the text may apply to a part of it; the key applies to the whole article.
    if KEYS.isdisjoint(str(key).lower() for key in document.front_matter.data):
        return
    licenses = [
        license
        for license in stated_licenses(document)
        if license.terms is not None and license.is_of_article
    ]
    if not licenses or licenses[0].span.start >= document.body.start:
        return
    [own, *others] = licenses
    for other in others:
        if _conflict(own.terms, other.terms):
            yield Problem(
                other.span,
                f"license `{cut(other.written)}` conflicts with `{cut(own.written)}`; "
                "state one license",
                related=(RelatedSpan(own.span, "license in the front matter"),),
            )
            return
    if _is_stricter(own, terms_of(site_license)):
        yield Problem(
            own.span,
            f"license `{cut(own.written)}` conflicts with the site license `{site_license}`; "
            "state one license",
        )


def _conflict(one: str | None, other: str | None) -> bool:
    """Whether a text cannot be under both sets of terms."""
    return one != other and "zero" not in (one, other)


def _is_stricter(own: License, site: str | None) -> bool:
    """Whether the terms of an article restrict more than those of its site."""
    if site is None or own.terms is None or own.terms == "zero":
        return False
    terms = set(own.terms.split("-"))
    site_terms = set(site.split("-"))
    return bool({"nc", "nd"} & (terms - site_terms)) or ("sa" in terms and terms != site_terms)
