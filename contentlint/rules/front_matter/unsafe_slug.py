"""A slug or permalink contains characters with a special meaning in URLs.

Everything after `#` or `?` is cut off, a space breaks the link where it is pasted, and `\\`, `"`,
`<` and `|` are encoded or rejected. Some generators silently replace such characters, so the URL is
not the one that the author wrote. Use letters, digits and hyphens.
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
        "`slug`: `low tide` contains a space; use `-`",
    ),
    bad(
        "---\nslug: ⟦'what?'⟧\npermalink: ⟦'/a#b'⟧\n---\n",
        "`slug`: `what?` contains `?`, which has a special meaning in URLs; remove it",
        "`permalink`: `/a#b` contains `#`, which has a special meaning in URLs; remove it",
    ),
    bad(
        "---\nslug: ⟦100%⟧\n---\n",
        "`slug`: `100%` contains `%`, which has a special meaning in URLs; remove it",
    ),
]

_UNSAFE = lazy(r"[\s?#\\<>\"^|\x00-\x1f\x7f]|%(?![0-9A-Fa-f]{2})")


@rule(severity="warning", preset="strict", since="0.1", when="key:slug,permalink")
def check(document: Document) -> Problems:
    front_matter = document.front_matter
    for key in ("slug", "permalink"):
        raw = front_matter.raw((key,))
        found = _UNSAFE.search(raw.strip()) if raw and not is_templated(raw) else None
        if raw is None or found is None:
            continue
        fault = "contains a space; use `-`"
        if not found[0].isspace():
            fault = f"contains `{found[0]}`, which has a special meaning in URLs; remove it"
        yield Problem(front_matter.span_of((key,)), f"`{key}`: `{cut(raw)}` {fault}")
