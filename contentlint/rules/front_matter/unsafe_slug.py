"""A slug or permalink has characters that mean something else in an address.

Behind `#` and `?` it is cut off, a space breaks the link where it is pasted, and `\\`, `"`, `<`
and `|` are changed on the way or refused. Some generators mend such a slug in silence, so that the
address is another one than the author wrote.
"""

from contentlint.rule import Document, Problem, Problems, bad, cut, good, is_templated, lazy, rule

EXAMPLES = [
    good("---\nslug: low-tide\npermalink: /2024/:title.html\n---\n"),
    good("---\nslug: 潮水\npermalink: /{{ title | slugify }}/\n---\n"),
    good("---\nslug: /docs/low%20tide\npermalink: false\n---\n"),
    good("---\npermalink: /:categories/:year/:title/\nslug:\n---\n"),
    good("---\npermalink: https://example.org/low-tide\n---\n"),
    bad(
        "---\r\ntitle: 潮 👍\r\nslug: ⟦low tide⟧\r\n---\r\n",
        "slug `low tide` has a space in it; words of an address are joined by `-`",
    ),
    bad(
        "---\nslug: ⟦'what?'⟧\npermalink: ⟦'/a#b'⟧\n---\n",
        "slug `what?` has `?` in it, which means something else in an address",
        "permalink `/a#b` has `#` in it, which means something else in an address",
    ),
    bad(
        "---\nslug: ⟦100%⟧\n---\n",
        "slug `100%` has `%` in it, which means something else in an address",
    ),
]

_UNSAFE = lazy(r"[\s?#\\<>\"^|\x00-\x1f\x7f]|%(?![0-9A-Fa-f]{2})")


@rule(severity="warning", preset="strict", since="0.1")
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    for key in ("slug", "permalink"):
        raw = front_matter.raw((key,))
        found = _UNSAFE.search(raw.strip()) if raw and not is_templated(raw) else None
        if raw is None or found is None:
            continue
        what = "has a space in it; words of an address are joined by `-`"
        if not found[0].isspace():
            what = f"has `{found[0]}` in it, which means something else in an address"
        yield Problem(front_matter.span_of((key,)), f"{key} `{cut(raw)}` {what}")
