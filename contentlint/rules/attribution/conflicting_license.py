"""An article states a licence that contradicts another one, or that of its site.

Terms that forbid changes and terms that ask for the same terms cannot both hold for one text; two
statements of which one allows what the other forbids leave a reader with neither.

State one licence, the same in front matter, text and site.
"""

from contentlint.rule import Document, Problem, Problems, RelatedSpan, bad, cut, good, rule
from contentlint.rules.attribution._licenses import KEYS, License, stated, terms_of

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
    bad(
        "---\ntitle: a\nlicense: CC-BY-4.0\n---\nText under licence ⟦CC BY-ND 4.0⟧.\n",
        "licence `CC BY-ND 4.0` contradicts `CC-BY-4.0`; state one",
        path="a.md",
    ),
    bad(
        "---\r\ntitle: 潮 👍\r\nlicense: CC-BY-NC-SA-4.0\r\n---\r\n"
        "本文采用 ⟦CC BY 4.0⟧ 许可协议。\r\n",
        "licence `CC BY 4.0` contradicts `CC-BY-NC-SA-4.0`; state one",
        path="a.md",
    ),
    bad(
        "---\ntitle: a\nlicense: ⟦CC-BY-ND-4.0⟧\n---\nText.\n",
        "licence `CC-BY-ND-4.0` contradicts the site's `CC-BY-SA-4.0`; state one",
        path="a.md",
        site_license="CC-BY-SA-4.0",
    ),
]


@rule(severity="warning", preset="recommended", since="0.1")
def check(document: Document, *, site_license: str = "") -> Problems:
    """
    Args:
        site_license: the licence of the whole site, in the form of SPDX; empty: none is known.
    """
    # Words of the text may be about its parts; only the key is about the whole.
    if KEYS.isdisjoint(str(key).lower() for key in document.front_matter.data):
        return
    licenses = [license for license in stated(document) if license.terms is not None]
    if not licenses or licenses[0].span.start >= document.body.start:
        return
    [own, *others] = licenses
    for other in others:
        if _contradict(own.terms, other.terms):
            yield Problem(
                other.span,
                f"licence `{cut(other.written)}` contradicts `{cut(own.written)}`; state one",
                related=(RelatedSpan(own.span, "licence of the front matter"),),
            )
            return
    if _is_stricter(own, terms_of(site_license)):
        yield Problem(
            own.span,
            f"licence `{cut(own.written)}` contradicts the site's `{site_license}`; state one",
        )


def _contradict(one: str | None, other: str | None) -> bool:
    """Whether terms differ so that no text can be under both."""
    return one != other and "zero" not in (one, other)


def _is_stricter(own: License, site: str | None) -> bool:
    """Whether an article cannot stand on a site whose every page is under other terms."""
    if site is None or own.terms is None or own.terms == "zero":
        return False
    asked = set(own.terms.split("-"))
    given = set(site.split("-"))
    return bool({"nc", "nd"} & (asked - given)) or ("sa" in asked and asked != given)
